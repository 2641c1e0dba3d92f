"""Answers as the corridor might make them, in every shape."""

from datetime import UTC

from hypothesis import strategies as st

from bot.answering.answer import Answer, Citation, Reason, Timings
from bot.remembered import AnswerRecord
from config.language import Language
from index.passage import Passage

languages = st.sampled_from(Language)
texts = st.text(max_size=30)
lines = st.lists(texts, max_size=3).map(tuple)
seconds = st.floats(min_value=0, allow_infinity=False, allow_nan=False)
snowflakes = st.integers(min_value=1, max_value=2**63 - 1)
passages = st.builds(
    Passage,
    passage_id=texts,
    language=languages,
    title=texts,
    heading_path=lines,
    lines=lines,
    twin_id=st.none() | texts,
    lead=texts,
)
citations = st.builds(Citation, number=st.integers(1, 9), passage=passages, twin=st.none() | passages, quotes=lines)
answers = st.builds(
    Answer,
    question=texts,
    language=languages,
    text=texts,
    refused=st.booleans(),
    reason=st.sampled_from(Reason),
    citations=st.lists(citations, max_size=3).map(tuple),
    timings=st.builds(Timings, seconds, seconds, seconds),
    model=texts,
    index_version=texts,
    findings=lines,
)
records = st.builds(
    AnswerRecord,
    message_id=snowflakes,
    channel_id=snowflakes,
    guild_id=st.none() | snowflakes,
    asker_id=snowflakes,
    question_message_id=st.none() | snowflakes,
    question=texts,
    language=languages,
    answer=answers,
    asked_at=st.datetimes(timezones=st.just(UTC)),
    private=st.booleans(),
)
