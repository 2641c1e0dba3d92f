"""Answers that moderators give themselves: what they say, and which question they are the answer to."""
