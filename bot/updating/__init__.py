"""Changing what the bot knows while it runs: uploads, preview, rehearsal, approval, going back. Knows no Discord."""
