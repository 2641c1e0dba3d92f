"""Keeps the Hugging Face libraries offline once the models are there."""

import os

_SWITCHES = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def go_offline() -> None:
    """Keeps the Hugging Face libraries off the network (and off the terminal) for the rest of this process.

    They read their switches when they are imported, so this comes before the import of sentence_transformers.
    """
    os.environ.update(_SWITCHES)
