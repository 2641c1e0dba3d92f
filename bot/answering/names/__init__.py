"""Names in questions and passages: found, compared, spelled, with their versions."""
