"""What of a draft stands in the passages, and what is cut."""
