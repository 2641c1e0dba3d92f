import pytest

from tests.bot.answering.fakes import FakeGenerator


@pytest.fixture
def generator() -> FakeGenerator:
    return FakeGenerator()
