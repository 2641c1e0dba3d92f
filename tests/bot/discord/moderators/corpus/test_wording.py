"""The message of an update: what moderators read at each step, in both languages."""

from dataclasses import replace

import pytest

from bot.discord.markdown import literal
from bot.discord.moderators.corpus.buttons import Step
from bot.discord.moderators.corpus.changes import answers_text, changes_text
from bot.discord.moderators.corpus.wording import (
    author,
    progress_bar,
    render_approved,
    render_history,
    render_pending,
    render_rehearsing,
    steps_of,
    version_choice,
    version_line,
    working,
)
from bot.discord.moderators.pages import page_items
from bot.discord.rendering import PAGE_CHARACTERS
from bot.discord.splitting import split
from bot.updating.rehearsal import Rehearsal
from bot.updating.stages import Approved, Pending
from bot.updating.switching import Switch
from config.language import Language
from corpus.importing.importer import DocumentReport
from index.provenance import Door, Provenance
from tests.bot.discord.moderators.fakes import NOW, library, preview, rehearsal, version
from tests.languages import EACH_LANGUAGE

MINJI = Provenance("minji", 7, "새 숫자 *@everyone*", Door.DISCORD)
PENDING = Pending("abc123", MINJI, NOW, "v0003", preview())


@EACH_LANGUAGE
def test_the_preview_names_whose_it_is_why_and_how_much_changes(language: Language) -> None:
    text = render_pending(PENDING, language)
    assert all(part in text for part in ("<@7>", "새 숫자", "v0003", "98", "197", "30 km", "+1 −1"))
    spoken = {
        Language.KOREAN: ("한국어: 변경 1", "영어: 변경 1"),
        Language.ENGLISH: ("Korean: changed 1", "English: changed 1"),
    }
    assert all(part in text for part in spoken[language])


@EACH_LANGUAGE
@pytest.mark.parametrize("rehearsed", [None, rehearsal()], ids=["previewed", "rehearsed"])
def test_the_texts_embedded_and_those_reused_are_counted(language: Language, rehearsed: Rehearsal | None) -> None:
    counted = {
        Language.KOREAN: "대목 98개, 새로 임베딩한 글 3개, 다시 쓴 글 197개",
        Language.ENGLISH: "Passages: 98; texts newly embedded: 3, reused: 197",
    }
    assert counted[language] in render_pending(replace(PENDING, rehearsal=rehearsed), language)


@EACH_LANGUAGE
def test_what_an_upload_left_out_is_named(language: Language) -> None:
    def read(spoken: Language, *left_out: str) -> DocumentReport:
        return DocumentReport(spoken, "Two Lights", 1, 2, 3, left_out)

    report = (read(Language.KOREAN), read(Language.ENGLISH, "References", "*Contents*" * 100))
    text = render_pending(replace(PENDING, preview=replace(preview(), report=report)), language)
    named = {
        Language.KOREAN: "올린 글에서 뺀 부분(영어): References, \\*Contents",
        Language.ENGLISH: "Left out of the upload (English): References, \\*Contents",
    }
    assert named[language] in text
    assert text.count(named[language].partition("(")[0]) == 1
    assert len(text) <= PAGE_CHARACTERS


@EACH_LANGUAGE
@pytest.mark.parametrize("spoken", list(Language))
def test_lines_of_the_other_language_in_an_upload_are_counted(language: Language, spoken: Language) -> None:
    report = (DocumentReport(spoken, "Two Lights", 1, 2, 3, (), foreign_lines=12),)
    text = render_pending(replace(PENDING, preview=replace(preview(), report=report)), language)
    named = {
        (Language.KOREAN, Language.KOREAN): "올린 한국어 글의 12줄에 영어 문장이 섞여 있어요",
        (Language.KOREAN, Language.ENGLISH): "올린 영어 글의 12줄에 한국어 문장이 섞여 있어요",
        (Language.ENGLISH, Language.KOREAN): "12 lines of the uploaded Korean text hold English",
        (Language.ENGLISH, Language.ENGLISH): "12 lines of the uploaded English text hold Korean",
    }
    assert [one for one in named.values() if one in text] == [named[language, spoken]]
    assert len(text) <= PAGE_CHARACTERS


@EACH_LANGUAGE
@pytest.mark.parametrize("rehearsed", [None, rehearsal(), rehearsal(lost=True), rehearsal(stopped=True)])
def test_no_step_pings_anybody_or_is_too_long(language: Language, rehearsed: object) -> None:
    pending = replace(PENDING, preview=preview(200), rehearsal=rehearsed)  # type: ignore[arg-type]
    for text in (render_pending(pending, language), render_rehearsing(pending, 1, 3, language)):
        assert "@everyone" not in text
        assert len(text) <= PAGE_CHARACTERS
    for page in split(changes_text(pending.preview.changes, language), PAGE_CHARACTERS):
        assert page.count("```") % 2 == 0
        assert len(page) <= PAGE_CHARACTERS


@pytest.mark.parametrize(
    ("pending", "steps"),
    [
        (PENDING, (Step.CHANGES, Step.WARNINGS, Step.REHEARSE, Step.OVERRIDE, Step.DISCARD)),
        (
            replace(PENDING, preview=preview(warned=False), rehearsal=rehearsal()),
            (Step.CHANGES, Step.ANSWERS, Step.APPROVE, Step.DISCARD),
        ),
        (
            replace(PENDING, rehearsal=rehearsal(lost=True)),
            (Step.CHANGES, Step.WARNINGS, Step.ANSWERS, Step.OVERRIDE, Step.DISCARD),
        ),
        (
            replace(PENDING, rehearsal=rehearsal(stopped=True)),
            (Step.CHANGES, Step.WARNINGS, Step.ANSWERS, Step.REHEARSE, Step.OVERRIDE, Step.DISCARD),
        ),
    ],
    ids=["previewed", "rehearsed", "lossy", "stopped"],
)
def test_approval_needs_a_whole_rehearsal_without_losses_or_a_reason(pending: Pending, steps: tuple[Step, ...]) -> None:
    assert steps_of(pending) == steps


@EACH_LANGUAGE
def test_a_rehearsal_says_what_changes_and_what_is_lost(language: Language) -> None:
    text = render_pending(replace(PENDING, rehearsal=rehearsal(lost=True)), language)
    counts = {
        Language.KOREAN: "그대로 2 · 달라짐 0 · 새로 답함 0 · 잃음 1",
        Language.ENGLISH: "same 2 · changed 0 · newly answered 0 · lost 1",
    }
    assert counts[language] in text
    assert "3 → 2" in text
    assert "How far?" in text
    answers = answers_text(rehearsal(lost=True), language)
    assert all(part in answers for part in ("24 km. [1]", "30 km.", "How far?"))
    assert {Language.KOREAN: "빠진 내용: 24 km", Language.ENGLISH: "no longer says: 24 km"}[language] in answers


@EACH_LANGUAGE
def test_pinned_answers_are_named_also_where_no_answer_changes(language: Language) -> None:
    same = replace(rehearsal(), questions=rehearsal().questions[1:])
    pending = replace(PENDING, rehearsal=same)
    (question, *_) = {one.question for one in same.questions}
    count = sum(one.question == question for one in same.questions)
    told = {Language.KOREAN: f"{count}개 질문에는", Language.ENGLISH: f"📌 {count} of these questions"}[language]
    assert told in render_pending(pending, language, {question})
    assert Step.ANSWERS in steps_of(pending, {question})
    assert question in answers_text(same, language, {question})
    assert "📌" not in render_pending(pending, language)
    assert Step.ANSWERS not in steps_of(pending)


@EACH_LANGUAGE
def test_a_rehearsal_names_the_questions_that_moderators_answer_themselves(language: Language) -> None:
    pinned = answers_text(rehearsal(lost=True), language, {"How far? @everyone"})
    first, *_ = pinned.split("\n\n")
    assert {Language.KOREAN: "고정 답변이 나가는", Language.ENGLISH: "a pinned answer"}[language] in first
    assert "How far?" in first
    assert answers_text(rehearsal(lost=True), language, {"Something else?"}) == answers_text(
        rehearsal(lost=True), language
    )


@EACH_LANGUAGE
def test_a_diff_shows_lines_as_code_that_no_line_can_leave(language: Language) -> None:
    text = changes_text(preview().changes, language)
    assert "```diff\n- The beam reaches 24 km." in text
    assert "\n+ The beam reaches 30 km." in text
    assert text.count("```") == 2 * len(preview().changes)


@pytest.mark.parametrize(("done", "total", "filled"), [(0, 12, 0), (6, 12, 6), (12, 12, 12), (1, 100, 0), (0, 0, 12)])
def test_the_bar_fills(done: int, total: int, filled: int) -> None:
    bar = progress_bar(done, total)
    assert bar.count("█") == filled
    assert bar.count("█") + bar.count("░") == 12
    assert bar.endswith(f"{done}/{total}")


@EACH_LANGUAGE
def test_work_shows_a_bar_once_something_is_counted(language: Language) -> None:
    assert "░" not in working("reading", language)
    assert "1/3" in working("reading", language, 1, 3)


@EACH_LANGUAGE
@pytest.mark.parametrize("overridden", [False, True])
def test_the_approval_names_the_versions_and_who_approved(language: Language, overridden: bool) -> None:
    approved = Approved(version(4, MINJI), Switch(library(3), library(4)), overridden)
    text = render_approved(approved, PENDING, 9, language)
    assert all(part in text for part in ("v0004", "v0003", "<@9>", "<@7>"))
    assert text.startswith("⚠️" if overridden else "✅")


@EACH_LANGUAGE
def test_a_version_is_listed_with_who_when_and_why(language: Language) -> None:
    line = version_line(version(4, MINJI, current=True), language)
    assert all(part in line for part in ("v0004", "<@7>", "새 숫자", f"<t:{int(NOW.timestamp())}:f>"))
    assert {Language.KOREAN: "사용 중", Language.ENGLISH: "live"}[language] in line
    gone = version_line(replace(version(4), manifest=None), language)
    assert {Language.KOREAN: "읽을 수 없음", Language.ENGLISH: "cannot be read"}[language] in gone
    assert "minji" in version_choice(version(4, MINJI))


@EACH_LANGUAGE
@pytest.mark.parametrize("reason", ["r" * 2000, "active_parameters of mistral_large_3 " * 20, "왜 " * 1000])
def test_a_page_of_versions_shows_them_all_however_long_their_reasons_are(language: Language, reason: str) -> None:
    made = Provenance("minji", 2**63, reason, Door.DISCORD)
    versions = [version(number, made) for number in range(5, 0, -1)]
    text = render_history(page_items(versions, 1, 5), language)
    assert len(text) <= PAGE_CHARACTERS
    assert all(f"**v000{info.version}**" in text for info in versions)
    assert text.count(f"“{literal(reason)[:20]}") == len(versions)


@EACH_LANGUAGE
def test_a_version_leaves_room_for_more_in_a_message_however_long_its_reason_is(language: Language) -> None:
    made = Provenance("minji", 7, "*" * 2000, Door.COMMAND_LINE)
    assert len(version_line(version(3, made, current=True), language)) <= PAGE_CHARACTERS / 2


def test_whoever_is_not_in_discord_is_named_without_a_ping() -> None:
    assert "@everyone" not in author(Provenance("@everyone", None, "", Door.COMMAND_LINE))
