"""How answers and refusals are put together."""
