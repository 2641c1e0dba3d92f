"""An update from upload to approval and back, and all that can come between."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from bot.answering.answer import Answer, Finished
from bot.answering.question import Question
from bot.updating.stages import Pending
from bot.updating.switching import Switch
from bot.updating.uploads import Upload
from config.errors import HaetaeError, IndexStoreError, UpdateError
from config.language import Language
from corpus.document import Corpus
from corpus.edition import read_edition
from corpus.loading import corpus_digest
from index.candidates import Candidates
from index.pointer import Move
from tests.bot.updating.fakes import ALICE, MINJI, QUESTIONS, Bench, changed, edited, uploads
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, NOW, TESTER, build, build_beside, snapshot

LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    made = Bench(tmp_path / "indexes")
    async with made.service, made.updates:
        yield made


async def ask(bench: Bench, text: str) -> Answer:
    async with aclosing(bench.service.answer(Question(text))) as events:
        async for event in events:
            if isinstance(event, Finished):
                return event.answer
    raise AssertionError("no answer")


async def prepare(bench: Bench, corpus: Corpus) -> Pending:
    return await bench.updates.prepare(uploads(corpus), MINJI)


@LANGUAGES
async def test_an_approved_update_answers_the_next_question_and_going_back_undoes_it(
    bench: Bench, language: Language
) -> None:
    assert "920" in (await ask(bench, QUESTIONS[language])).text
    pending = await prepare(bench, edited("920 mm", "930 mm"))
    assert "920" in (await ask(bench, QUESTIONS[language])).text
    approved = await bench.updates.approve(pending.update_id, "measured anew")
    answer = await ask(bench, QUESTIONS[language])
    assert ("930" in answer.text, answer.index_version) == (True, "v0002")
    assert (approved.switch.before.version, approved.switch.after.version) == ("v0001", "v0002")
    assert approved.version.manifest is not None
    assert approved.version.manifest.provenance == MINJI
    await bench.updates.roll_back(1)
    answer = await ask(bench, QUESTIONS[language])
    assert ("920" in answer.text, answer.index_version) == (True, "v0001")
    assert bench.store.current() == 1


@LANGUAGES
async def test_the_preview_counts_what_changes_and_what_is_embedded(bench: Bench, language: Language) -> None:
    one = KOREAN if language is Language.KOREAN else ENGLISH
    pending = await prepare(bench, Corpus((changed(one, "41K", "43K"),)))
    preview = pending.preview
    assert preview.kept == (language.other,)
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


@LANGUAGES
async def test_a_second_moderator_is_told_whose_update_is_under_way_and_since_when(
    bench: Bench, language: Language
) -> None:
    pending = await prepare(bench, edited("920", "930"))
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
        prepare(bench, edited("920", "930")), prepare(bench, edited("920", "940")), return_exceptions=True
    )
    assert [type(one).__name__ for one in made] == ["Pending", "UpdateError"]


async def test_a_discarded_update_leaves_nothing_and_its_buttons_say_so(bench: Bench) -> None:
    before = snapshot(bench.store.directory)
    pending = await prepare(bench, edited("920", "930"))
    await bench.updates.discard(pending.update_id)
    assert {**snapshot(bench.store.directory), ".update.lock": b""} == {**before, ".update.lock": b""}
    for act in (bench.updates.approve, bench.updates.discard, bench.updates.rehearse):
        with pytest.raises(UpdateError, match="no longer exists"):
            await act(pending.update_id)
    with pytest.raises(UpdateError, match="no longer exists"):
        bench.updates.stop_rehearsal(pending.update_id)


async def test_what_changes_nothing_is_no_update(bench: Bench) -> None:
    with pytest.raises(UpdateError, match="already says"):
        await prepare(bench, BILINGUAL)
    assert (await bench.updates.status()).under_way is None


async def test_an_upload_that_cannot_be_used_leaves_nothing(bench: Bench) -> None:
    before = snapshot(bench.store.directory)
    with pytest.raises(HaetaeError, match="empty"):
        await bench.updates.prepare([Upload("page.txt", b"")], MINJI)
    assert {**snapshot(bench.store.directory), ".update.lock": b""} == {**before, ".update.lock": b""}
    assert (await bench.updates.status()).under_way is None


async def test_without_a_rehearsal_a_reason_is_needed(bench: Bench) -> None:
    pending = await prepare(bench, edited("41K", "43K"))
    for reason in (None, "", "  "):
        with pytest.raises(UpdateError, match="not been rehearsed"):
            await bench.updates.approve(pending.update_id, reason)
    assert bench.store.current() == 1
    assert (await bench.updates.approve(pending.update_id, "a typing error")).overridden


async def test_a_loss_of_golden_answers_blocks_approval_unless_a_reason_is_given(bench: Bench) -> None:
    pending = await prepare(bench, edited("920 mm", "long"))
    rehearsal = await bench.updates.rehearse(pending.update_id)
    assert [one.question for one in rehearsal.lost_golden] == list(QUESTIONS.values())
    assert bench.updates.pending(pending.update_id).rehearsal == rehearsal
    with pytest.raises(UpdateError, match="2 golden questions"):
        await bench.updates.approve(pending.update_id)
    assert (await bench.updates.approve(pending.update_id, "the lens was sold")).overridden


async def test_a_rehearsal_without_loss_opens_the_way(bench: Bench) -> None:
    pending = await prepare(bench, edited("먼 바다", "큰 바다"))
    await bench.updates.rehearse(pending.update_id)
    approved = await bench.updates.approve(pending.update_id)
    assert (approved.overridden, approved.version.version) == (False, 2)


async def test_a_rehearsal_can_be_stopped_and_then_does_not_count(bench: Bench) -> None:
    pending = await prepare(bench, edited("920 mm", "920 mm or so"))
    bench.corridors[0].go_on.clear()
    rehearsing = asyncio.create_task(bench.updates.rehearse(pending.update_id))
    while not bench.corridors[0].history:  # noqa: ASYNC110  the corridor works in a thread
        await asyncio.sleep(0.005)
    with pytest.raises(UpdateError, match="worked on"):
        await bench.updates.approve(pending.update_id, "at once")
    with pytest.raises(UpdateError, match="worked on"):
        await bench.updates.rehearse(pending.update_id)
    bench.updates.stop_rehearsal(pending.update_id)
    rehearsal = await rehearsing
    assert (rehearsal.stopped, rehearsal.planned, rehearsal.questions) == (True, 2, ())
    with pytest.raises(UpdateError, match="not been rehearsed"):
        await bench.updates.approve(pending.update_id)


async def test_discarding_stops_the_rehearsal(bench: Bench) -> None:
    pending = await prepare(bench, edited("920 mm", "920 mm or so"))
    bench.corridors[0].go_on.clear()
    rehearsing = asyncio.create_task(bench.updates.rehearse(pending.update_id))
    await asyncio.sleep(0.02)
    await bench.updates.discard(pending.update_id)
    assert (await rehearsing).stopped
    assert await prepare(bench, edited("920", "930"))


async def test_an_update_prepared_before_another_went_live_is_stale(bench: Bench) -> None:
    pending = await prepare(bench, edited("920", "930"))
    build(bench.store, Corpus((ENGLISH,)), bench.encoder)
    with pytest.raises(UpdateError, match="v0002 now"):
        await bench.updates.approve(pending.update_id, "now")
    await bench.updates.follow()
    with pytest.raises(UpdateError, match="v0002 now"):
        await bench.updates.approve(pending.update_id, "now")
    await bench.updates.discard(pending.update_id)


async def test_going_back_is_refused_where_it_leads_nowhere(bench: Bench) -> None:
    with pytest.raises(UpdateError, match="already live"):
        await bench.updates.roll_back(1)
    with pytest.raises(IndexStoreError, match="no index version 9"):
        await bench.updates.roll_back(9)


async def test_a_damaged_version_is_not_gone_back_to(bench: Bench) -> None:
    pending = await prepare(bench, edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    (bench.store.folder(1) / "vectors.faiss").write_bytes(b"damaged")
    with pytest.raises(IndexStoreError, match="damaged"):
        await bench.updates.roll_back(1)
    assert (bench.store.current(), bench.updates.live.now.version) == (2, "v0002")


async def test_going_back_to_what_was_live_lately_opens_nothing_anew(bench: Bench) -> None:
    pending = await prepare(bench, edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    opened = len(bench.corridors)
    for version in (1, 2, 1):
        await bench.updates.roll_back(version)
    assert len(bench.corridors) == opened


async def test_the_status_names_the_version_one_press_leads_back_to(bench: Bench) -> None:
    assert (await bench.updates.status()).previous is None
    pending = await prepare(bench, edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    status = await bench.updates.status()
    assert status.previous is not None
    assert (status.live.version, status.previous.version) == (2, 1)
    assert [info.version for info in await bench.updates.history()] == [2, 1]


async def test_the_live_edition_is_exported_as_it_is(bench: Bench) -> None:
    assert corpus_digest(read_edition(await bench.updates.export())) == corpus_digest(BILINGUAL)
    pending = await prepare(bench, edited("920", "930"))
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


async def test_a_version_activated_from_the_command_line_is_followed_and_told_with_who_did_it(bench: Bench) -> None:
    heard: list[str] = []

    async def hear(switch: Switch) -> None:
        heard.append(switch.after.version)

    bench.updates.listen_outside(hear)
    assert await bench.updates.follow() is None
    build(bench.store, Corpus((ENGLISH,)), bench.encoder)
    switch = await bench.updates.follow()
    assert switch is not None
    assert switch.after.version == bench.updates.live.now.version == "v0002"
    assert await bench.updates.last_move() == Move(TESTER, NOW)
    bench.store.activate(1, Move(ALICE, NOW))
    await bench.updates.follow()
    assert await bench.updates.last_move() == Move(ALICE, NOW)
    await bench.updates.roll_back(2)
    assert await bench.updates.last_move() is None
    assert heard == ["v0002", "v0001"]


async def test_nobody_is_refused_because_the_bot_looks_at_the_disk_at_that_moment(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = await bench.updates.prepare(uploads(edited("250", "260")), MINJI)
    seen, looked, go_on = bench.store.current(), threading.Event(), threading.Event()

    def look_slowly() -> int | None:
        looked.set()
        go_on.wait()
        return seen

    with monkeypatch.context() as slow:
        slow.setattr(bench.store, "current", look_slowly)
        looking = asyncio.create_task(bench.updates.follow())
        await asyncio.to_thread(looked.wait)
    approving = asyncio.create_task(bench.updates.approve(pending.update_id, "a test"))
    await asyncio.wait({approving})
    go_on.set()
    assert await looking is None
    assert (await approving).switch.after.version == bench.updates.live.now.version == "v0002"


async def test_a_current_version_that_cannot_be_used_is_not_followed(bench: Bench) -> None:
    build(bench.store, Corpus((ENGLISH,)), bench.encoder)
    (bench.store.folder(2) / "ko.md").unlink(missing_ok=True)
    (bench.store.folder(2) / "en.md").unlink()
    with pytest.raises(IndexStoreError, match="cannot be read"):
        await bench.updates.follow()
    assert bench.updates.live.now.version == "v0001"


async def test_old_versions_are_pruned_after_an_approval_but_the_previous_one_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "indexes", kept_versions=1)
    async with bench.service, bench.updates:
        for length in ("930", "940", "950"):
            pending = await prepare(bench, edited("920", length))
            await bench.updates.approve(pending.update_id, "x")
        assert bench.store.numbers() == (3, 4)


async def test_what_a_crash_left_is_said_and_removed_at_the_next_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = Bench(tmp_path / "indexes")
    build_beside(first.store, edited("920", "930"))
    bench = Bench(tmp_path / "indexes")
    async with bench.service, bench.updates as updates:
        (leftover,) = updates.leftovers
        assert leftover.manifest is not None
        assert "An update by tester was left unfinished" in caplog.text
        assert Candidates(bench.store).remove_leftovers() == ()
        assert bench.updates.live.now.version == "v0001"


async def test_stopping_the_bot_discards_the_pending_update(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "indexes")
    async with bench.service, bench.updates:
        await prepare(bench, edited("920", "930"))
    assert not list(bench.store.directory.glob(".candidate-*"))


async def test_whoever_leaves_while_an_update_is_built_leaves_nothing(bench: Bench) -> None:
    preparing = asyncio.create_task(prepare(bench, edited("e", "é")))
    await asyncio.sleep(0)
    preparing.cancel()
    await asyncio.gather(preparing, return_exceptions=True)
    assert (await bench.updates.status()).under_way is None
    assert not list(bench.store.directory.glob(".candidate-*"))
    assert await prepare(bench, edited("920", "930"))


async def test_ten_switches_under_continuous_asking_lose_and_mix_nothing(bench: Bench) -> None:
    """Every answer comes, and cites the version it names and no other."""
    said = {"v0001": "920"}
    answers: list[Answer] = []
    done = asyncio.Event()

    async def keep_asking(language: Language) -> None:
        while not done.is_set():
            answers.append(await ask(bench, QUESTIONS[language]))

    asking = [asyncio.create_task(keep_asking(language)) for language in (*Language, *Language)]
    for number in range(10):
        length = str(930 + number)
        said[f"v{number + 2:04d}"] = length
        pending = await prepare(bench, edited("920", length))
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
