import re
import tomllib
from importlib import resources

from index.vocabulary import Vocabulary


def test_a_korean_word_is_said_in_english_and_back() -> None:
    vocabulary = Vocabulary({"등대": ["lighthouse", "beacon"], "빛": ["light"]})
    assert vocabulary.translate("등대") == ("lighthouse", "beacon")
    assert vocabulary.translate("beacons") == ("등대",)


def test_each_part_of_a_compound_is_said() -> None:
    vocabulary = Vocabulary({"등대": ["lighthouse"], "불빛": ["light"], "빛": ["ray"]})
    assert vocabulary.translate("등대불빛을") == ("lighthouse", "light")


def test_an_unknown_word_has_no_translation() -> None:
    assert Vocabulary({}).translate("등대") == ()
    assert Vocabulary({"등대": ["lighthouse"]}).translate("fog") == ()
    assert Vocabulary({"등대": ["lighthouse"]}).translate("") == ()


def test_every_entry_that_ships_is_one_korean_word_with_english_ones() -> None:
    text = resources.files("index").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)["words"]
    vocabulary = Vocabulary.load()
    for korean, english in words.items():
        assert re.fullmatch("[가-힣]{2,}", korean), korean
        assert english, korean
        assert all(re.fullmatch("[a-z]+", word) for word in english), korean
        assert vocabulary.translate(korean), korean
