"""The `/corpus` desk: an update's way from its upload to its approval, and back."""
