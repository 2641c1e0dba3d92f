"""An update is approved after a rehearsal without loss or for a reason, and only over the version it was made for."""

import asyncio

import pytest

from config.errors import UpdateError
from corpus.document import Corpus
from tests.bot.updating.fakes import QUESTIONS, Bench, edited
from tests.index.fakes import ENGLISH, build


async def test_without_a_rehearsal_a_reason_is_needed(bench: Bench) -> None:
    pending = await bench.prepare(edited("41K", "43K"))
    for reason in (None, "", "  "):
        with pytest.raises(UpdateError, match="not been rehearsed"):
            await bench.updates.approve(pending.update_id, reason)
    assert bench.store.current() == 1
    assert (await bench.updates.approve(pending.update_id, "a typing error")).overridden


async def test_a_loss_of_golden_answers_blocks_approval_unless_a_reason_is_given(bench: Bench) -> None:
    pending = await bench.prepare(edited("920 mm", "long"))
    rehearsal = await bench.updates.rehearse(pending.update_id)
    assert [one.question for one in rehearsal.lost_golden] == list(QUESTIONS.values())
    assert bench.updates.pending(pending.update_id).rehearsal == rehearsal
    with pytest.raises(UpdateError, match="2 golden questions"):
        await bench.updates.approve(pending.update_id)
    assert (await bench.updates.approve(pending.update_id, "the lens was sold")).overridden


async def test_a_rehearsal_without_loss_opens_the_way(bench: Bench) -> None:
    pending = await bench.prepare(edited("먼 바다", "큰 바다"))
    await bench.updates.rehearse(pending.update_id)
    approved = await bench.updates.approve(pending.update_id)
    assert (approved.overridden, approved.version.version) == (False, 2)


async def test_a_rehearsal_can_be_stopped_and_then_does_not_count(bench: Bench) -> None:
    pending = await bench.prepare(edited("920 mm", "920 mm or so"))
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
    pending = await bench.prepare(edited("920 mm", "920 mm or so"))
    bench.corridors[0].go_on.clear()
    rehearsing = asyncio.create_task(bench.updates.rehearse(pending.update_id))
    await asyncio.sleep(0.02)
    await bench.updates.discard(pending.update_id)
    assert (await rehearsing).stopped
    assert await bench.prepare(edited("920", "930"))


async def test_an_update_prepared_before_another_went_live_is_stale(bench: Bench) -> None:
    pending = await bench.prepare(edited("920", "930"))
    build(bench.store, Corpus((ENGLISH,)), bench.encoder)
    with pytest.raises(UpdateError, match="v0002 now"):
        await bench.updates.approve(pending.update_id, "now")
    await bench.updates.follow()
    with pytest.raises(UpdateError, match="v0002 now"):
        await bench.updates.approve(pending.update_id, "now")
    await bench.updates.discard(pending.update_id)
