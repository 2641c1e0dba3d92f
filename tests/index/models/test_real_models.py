"""The default models as they lie in the model store."""

import subprocess
import sys

import pytest

from config.catalogue import load_catalogue
from config.settings import load_settings
from index.models.store import ModelStore

pytestmark = pytest.mark.models

OFFLINE_USE = """
import socket, sys

def refused(*args, **kwargs):
    raise AssertionError(f"the network was touched: {args}")

socket.socket.connect = socket.getaddrinfo = socket.create_connection = refused
from pathlib import Path
from index.sentence_encoder import SentenceEncoder
print(len(SentenceEncoder(Path(sys.argv[1]), threads=1).embed_query("해태")))
"""


@pytest.fixture
def store() -> ModelStore:
    return ModelStore(load_settings().paths.models_dir, load_catalogue())


@pytest.mark.parametrize("group", ["generator", "encoder"])
def test_the_default_model_is_present_and_every_byte_is_right(store: ModelStore, group: str) -> None:
    assert store.verify(getattr(load_settings(), group).model) == ()


def test_the_encoder_loads_and_embeds_without_touching_the_network(store: ModelStore) -> None:
    folder = store.path(load_settings().encoder.model)

    ran = subprocess.run([sys.executable, "-c", OFFLINE_USE, str(folder)], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "384\n", "")
