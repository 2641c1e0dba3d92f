"""Whether the passages can answer at all, and which of them do, before anything is written."""
