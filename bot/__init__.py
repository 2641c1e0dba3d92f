"""The corridor from question to answer, and its three interfaces: Discord, the terminal and the batch runner."""
