"""From settings to the corpora of servers; only the encoder and the generator are fakes."""

from pathlib import Path
from typing import Any

import pytest

from bot.answering.question import Question
from bot.opening import UpdatesOpener, bring_up_shared, corpora_of
from bot.server_indexes import server_ids
from config.settings import load_settings
from corpus.document import Corpus
from corpus.glossary import Glossary
from corpus.importing.writing import write_corpus
from index.versions import IndexStore
from tests.bot.answering.fakes import FakeGenerator
from tests.bot.updating.fakes import MINJI, edited, uploads
from tests.index.fakes import BILINGUAL, ENGLISH, FakeEncoder, build

HOME, HERE, THERE = 10, 20, 30


def opener(tmp_path: Path, encoder: FakeEncoder | None = None, **moderation: Any) -> UpdatesOpener:
    """An edition of the settings, and nothing else, on disk."""
    write_corpus(BILINGUAL, tmp_path / "edition")
    groups = {
        "servers": {"corpora": "each"},
        "moderation": moderation,
        "paths": {"data_dir": tmp_path / "data", "models_dir": tmp_path},
        "corpus": {"directory": tmp_path / "edition"},
    }
    return UpdatesOpener(load_settings(groups), encoder or FakeEncoder(), FakeGenerator(), Glossary.load(None), ())


def home_store(tmp_path: Path, corpus: Corpus = BILINGUAL) -> IndexStore:
    store = IndexStore(tmp_path / "data" / "indexes")
    build(store, corpus, max_tokens=180)
    return store


async def texts(corpora: Any, server_id: int | None) -> str:
    return " ".join(passage.text for passage in (await corpora.library(server_id)).passages)


def test_without_a_home_server_all_begin_with_what_the_command_line_made(tmp_path: Path) -> None:
    store = home_store(tmp_path)
    assert bring_up_shared(opener(tmp_path), store).directory == store.directory


def test_beside_a_home_server_they_begin_with_the_edition_of_the_settings_embedded_only_where_that_is_new(
    tmp_path: Path,
) -> None:
    store = home_store(tmp_path)
    build(store, edited("250", "260"), max_tokens=180)
    encoder = FakeEncoder()
    for _ in range(2):
        shared = bring_up_shared(opener(tmp_path, encoder, home_server=HOME), store)
        assert (shared.numbers(), encoder.passages) == ((1,), [])
    assert [document.sections for document in shared.edition(1).documents] == [
        document.sections for document in IndexStore(store.directory).edition(1).documents
    ]


async def test_nobody_elsewhere_sees_what_the_home_server_or_another_changes(tmp_path: Path) -> None:
    store = home_store(tmp_path, edited("250", "260"))
    corpora = corpora_of(opener(tmp_path, home_server=HOME), store)
    async with corpora.home.service, corpora:
        updates = await corpora.of(HERE)
        pending = await updates.prepare(uploads(edited("250", "270")), MINJI)
        await updates.approve(pending.update_id, "a test")
        for server, figure in ((HOME, "260"), (None, "260"), (HERE, "270"), (THERE, "250")):
            said = await texts(corpora, server)
            assert {one for one in ("250", "260", "270") if one in said} == {figure}
            corridor = await corpora.corridor(Question("초점거리?", server_id=server))
            assert corridor is (await corpora.of(server)).corridor or server == THERE
    assert server_ids(opener(tmp_path).settings) == (HERE,)


async def test_an_index_of_another_encoder_is_made_anew_from_the_servers_own_text(tmp_path: Path) -> None:
    store = home_store(tmp_path)
    first = corpora_of(opener(tmp_path), store)
    async with first.home.service, first:
        updates = await first.of(HERE)
        pending = await updates.prepare(uploads(edited("250", "270")), MINJI)
        await updates.approve(pending.update_id, "a test")
    encoder = FakeEncoder("other", 32)
    build(store, BILINGUAL, encoder, max_tokens=180)
    again = corpora_of(opener(tmp_path, encoder), store)
    async with again.home.service, again:
        assert "270" in await texts(again, HERE)
        assert again.version(HERE) == "v0003"
        updates = await again.of(HERE)
        move, made = await updates.last_move(), (await updates.status()).live.manifest
        assert (move and move.by.author, made and made.provenance) == ("Haetae", MINJI)
        assert "250" in await texts(again, THERE)


async def test_where_all_share_one_corpus_nothing_is_opened_for_servers(tmp_path: Path) -> None:
    shared = opener(tmp_path)
    groups = {"paths": {"data_dir": tmp_path / "data", "models_dir": tmp_path}}
    one = UpdatesOpener(load_settings(groups), shared.encoder, shared.generator, shared.glossary, ())
    corpora = corpora_of(one, home_store(tmp_path, Corpus((ENGLISH,))))
    assert not corpora.each
    for server in (None, HERE, HOME):
        assert await corpora.of(server) is corpora.home
        assert corpora.corpus_of(server) is None
        assert not corpora.borrows(server)
    assert not (tmp_path / "data" / "servers").exists()


@pytest.mark.parametrize(("server", "corpus"), [(None, None), (HOME, None), (HERE, HERE)])
def test_whose_corpus_answers_where(server: int | None, corpus: int | None) -> None:
    each = load_settings({"servers": {"corpora": "each"}, "moderation": {"home_server": HOME}})
    assert each.corpus_of(server) == corpus
    assert load_settings().corpus_of(server) is None
    assert each.servers_with(None) == frozenset[int | None]({None, HOME})
    assert each.servers_with(HERE) == frozenset[int | None]({HERE})
    assert load_settings().servers_with(None) is None
