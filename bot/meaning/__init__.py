"""What a question asks, in a form that compares across wordings and languages."""
