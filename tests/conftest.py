"""What every test shares."""

from hypothesis import settings

# No deadline: how long an example takes says nothing on a loaded machine.
settings.register_profile("haetae", deadline=None)
settings.load_profile("haetae")
