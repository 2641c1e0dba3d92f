"""The migrations of the state. Alembic runs `env.py` and the steps in `versions`."""
