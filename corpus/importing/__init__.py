"""Turning a page as it was captured, pasted or saved into an edition of the article."""
