"""Answers that need no model: overviews, abbreviations, makers."""
