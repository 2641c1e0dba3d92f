"""Settings, the model catalogue, all user-facing messages and all errors. Imports no other package of the project."""
