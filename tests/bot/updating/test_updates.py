"""An update from upload to approval and back, and who sees what of it."""

import asyncio

import pytest

from bot.answering.answer import Answer
from config.errors import UpdateError
from config.language import Language
from corpus.document import Corpus
from corpus.edition import read_edition
from corpus.loading import corpus_digest
from tests.bot.updating.fakes import ALICE, MINJI, QUESTIONS, Bench, changed, edited, uploads
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN
from tests.languages import EACH_LANGUAGE


@EACH_LANGUAGE
async def test_an_approved_update_answers_the_next_question_and_going_back_undoes_it(
    bench: Bench, language: Language
) -> None:
    assert "920" in (await bench.ask(None, QUESTIONS[language])).text
    pending = await bench.prepare(edited("920 mm", "930 mm"))
    assert "920" in (await bench.ask(None, QUESTIONS[language])).text
    approved = await bench.updates.approve(pending.update_id, "measured anew")
    answer = await bench.ask(None, QUESTIONS[language])
    assert ("930" in answer.text, answer.index_version) == (True, "v0002")
    assert (approved.switch.before.version, approved.switch.after.version) == ("v0001", "v0002")
    assert approved.version.manifest is not None
    assert approved.version.manifest.provenance == MINJI
    await bench.updates.roll_back(1)
    answer = await bench.ask(None, QUESTIONS[language])
    assert ("920" in answer.text, answer.index_version) == (True, "v0001")
    assert bench.store.current() == 1


@EACH_LANGUAGE
async def test_the_preview_counts_what_changes_and_what_is_embedded(bench: Bench, language: Language) -> None:
    one = KOREAN if language is Language.KOREAN else ENGLISH
    pending = await bench.prepare(Corpus((changed(one, "41K", "43K"),)))
    preview = pending.preview
    assert preview.kept == (language.other,)
    assert [read.language for read in preview.report] == [language]
    assert [change.language for change in preview.changes] == [language]
    assert (preview.counts[language].changed, preview.counts[language.other].changed) == (1, 0)
    assert (preview.counts[language].added_lines, preview.counts[language].removed_lines) == (1, 1)
    assert (preview.passages, preview.embedded) == (12, 2)
    assert preview.reused > 20
    assert {finding.detail.split()[0] for finding in preview.new_parity} == {"43K", "41K"}


async def test_a_section_is_edited_and_only_it_is_embedded(bench: Bench) -> None:
    seen = await bench.updates.section("en:1")
    assert seen.heading_path == ("Introduction",)
    pending = await bench.updates.prepare_section(seen, f"{seen.text}\n\n- A new bullet, 1905.", MINJI)
    (change,) = pending.preview.changes
    assert [line.text for line in change.lines] == ["A new bullet, 1905."]
    await bench.updates.approve(pending.update_id, "no rehearsal needed")
    assert "A new bullet" in (await bench.updates.section("en:1")).text
    with pytest.raises(UpdateError, match="changed by someone else"):
        await bench.updates.prepare_section(seen, "Mine.", MINJI)
    assert (await bench.updates.status()).under_way is None


@EACH_LANGUAGE
async def test_a_second_moderator_is_told_whose_update_is_under_way_and_since_when(
    bench: Bench, language: Language
) -> None:
    pending = await bench.prepare(edited("920", "930"))
    with pytest.raises(UpdateError) as caught:
        await bench.updates.prepare(uploads(edited("920", "940")), ALICE)
    assert "minji" in caught.value.sentence(language)
    assert "2026-11-21 12:00" in caught.value.sentence(language)
    under_way = (await bench.updates.status()).under_way
    assert under_way is not None
    assert (under_way.provenance, under_way.pending) == (MINJI, pending)
    await bench.updates.discard(pending.update_id)
    assert await bench.updates.prepare(uploads(edited("920", "940")), ALICE)


async def test_two_uploads_at_the_same_moment_make_one_update(bench: Bench) -> None:
    made = await asyncio.gather(
        bench.prepare(edited("920", "930")), bench.prepare(edited("920", "940")), return_exceptions=True
    )
    assert [type(one).__name__ for one in made] == ["Pending", "UpdateError"]


async def test_the_live_edition_is_exported_as_it_is(bench: Bench) -> None:
    assert corpus_digest(read_edition(await bench.updates.export())) == corpus_digest(BILINGUAL)
    pending = await bench.prepare(edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    assert b"930" in (await bench.updates.export())["ko.md"]


async def test_reindexing_embeds_everything_and_says_the_same(bench: Bench) -> None:
    embedded = len(bench.encoder.passages)
    counted: list[tuple[int, int]] = []
    approved = await bench.updates.reindex(MINJI, lambda done, total: counted.append((done, total)))
    assert len(bench.encoder.passages) == 2 * embedded
    assert counted[-1] == (embedded, embedded)
    assert (approved.version.version, bench.updates.live.now.version) == (2, "v0002")
    assert corpus_digest(bench.store.edition(2)) == corpus_digest(bench.store.edition(1))
    assert (await bench.updates.status()).under_way is None


async def test_ten_switches_under_continuous_asking_lose_and_mix_nothing(bench: Bench) -> None:
    """Every answer comes, and cites the version it names and no other."""
    said = {"v0001": "920"}
    answers: list[Answer] = []
    done = asyncio.Event()

    async def keep_asking(language: Language) -> None:
        while not done.is_set():
            answers.append(await bench.ask(None, QUESTIONS[language]))

    asking = [asyncio.create_task(keep_asking(language)) for language in (*Language, *Language)]
    for number in range(10):
        length = str(930 + number)
        said[f"v{number + 2:04d}"] = length
        pending = await bench.prepare(edited("920", length))
        await bench.updates.approve(pending.update_id, "x")
    done.set()
    await asyncio.gather(*asking)
    assert len({answer.index_version for answer in answers}) > 1
    for answer in answers:
        assert said[answer.index_version] in answer.text
        (citation,) = answer.citations
        assert said[answer.index_version] in citation.passage.text
        assert citation.twin is not None
        assert said[answer.index_version] in citation.twin.text
    assert bench.updates.live.now.version == "v0011"
