"""What the bot remembers: answers given, votes on them and the members' own choices."""
