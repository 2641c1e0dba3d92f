"""`haetae run` and `haetae start`."""

import asyncio
import logging
import os
import sys
from functools import partial

import typer

from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.assembly import describe, open_answerer, open_encoder, open_glossary
from bot.cli.answering import converse, show_answer
from bot.cli.batch import answer_now
from bot.cli.event_loop import open_loop
from bot.cli.terminal import Terminal
from bot.meaning.reading import QuestionReader
from bot.opening import open_corpora
from bot.updating.corpora import Corpora, Derived
from bot.updating.following import following_disk
from config.errors import SettingsError
from config.language import Language
from config.messages import message
from config.settings import Settings
from corpus.glossary import Glossary
from index.encoder import Encoder
from index.suggestions import Suggestions


def run(context: typer.Context) -> None:
    """Put the bot into Discord. Needs DISCORD_TOKEN or `discord.token_file`."""
    terminal: Terminal = context.obj
    settings = terminal.settings
    token = settings.token()
    if token is None:
        raise SettingsError("cli.no_token")
    _log_to_stderr(terminal)
    asyncio.run(_try_state(settings))  # a fault in it should not wait for the models
    terminal.say("cli.loading")
    glossary = open_glossary(settings)
    encoder = open_encoder(settings)
    with open_corpora(settings, encoder) as corpora:
        asyncio.run(_serve(token, settings, corpora, encoder, glossary))


def start(context: typer.Context) -> None:
    """Run the bot where there is a token, else a chat on a terminal, else one demonstration question a language."""
    terminal: Terminal = context.obj
    if terminal.settings.token() is not None:
        run(context)
        return
    terminal.say("cli.no_token")
    with (
        open_answerer(terminal.settings, lambda: terminal.say("cli.loading")) as service,
        open_loop(service) as runner,
    ):
        if sys.stdin.isatty():
            converse(terminal, service, runner)
        else:
            runner.run(_demonstrate(terminal, service))


async def _try_state(settings: Settings) -> None:
    """Opens the state and closes it again. Raises StateError, or SettingsError of its URL."""
    from bot.state.database import state_url
    from bot.state.store import open_state

    async with open_state(state_url(settings)):
        pass


async def _serve(token: str, settings: Settings, corpora: Corpora, encoder: Encoder, glossary: Glossary) -> None:
    """Answers in Discord until the process is told to stop."""
    from bot.discord.moderators.commands import moderation_rooms
    from bot.discord.questions import question_rooms
    from bot.discord.run import run_discord
    from bot.state.database import state_url
    from bot.state.pruning import pruned_daily
    from bot.state.store import open_state

    reader = QuestionReader(encoder, glossary, max_characters=settings.answering.max_question_characters)
    about = Derived(corpora, partial(describe, settings))
    suggestions = Derived(corpora, lambda library: Suggestions(library.passages, glossary))
    async with (
        open_state(state_url(settings)) as state,
        pruned_daily(state, settings.state.answers_kept_days),
        corpora.home.service as service,
        corpora,
        following_disk(corpora, settings.updates.follow_interval_s),
    ):
        await run_discord(
            token,
            service,
            state,
            about=about,
            suggestions=suggestions,
            settings=settings.discord,
            moderation=moderation_rooms(state, corpora, settings.moderation),
            questions=question_rooms(state, reader, corpora, service.answer_idly, settings),
        )


async def _demonstrate(terminal: Terminal, service: Answerer) -> None:
    """One question a language, and its answer."""
    for language in Language:
        question = message("cli.demonstration", language)
        terminal.result(f"> {question}")
        show_answer(terminal, await answer_now(service, Question(question)))


def _log_to_stderr(terminal: Terminal) -> None:
    """Timestamped lines for whoever runs the bot. Questions and tokens are not among them."""
    logging.basicConfig(
        stream=sys.stderr,
        level=terminal.settings.log.level,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    for chatty in ("alembic", "httpx"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLogger().level))
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
