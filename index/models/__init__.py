"""The model store: fetching, checking and converting the models of the catalogue."""
