"""A naive pipeline asked some of the same questions, so that a report says what all of Haetae is worth beside it."""
