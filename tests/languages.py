"""What holds in Korean and English alike is tested in each."""

import pytest

from config.language import Language

EACH_LANGUAGE = pytest.mark.parametrize("language", list(Language))
