"""The corridor from question to answer, and its three doors: Discord, the terminal, the batch."""
