"""Which servers have index versions of their own."""

from bot.assembly import server_store
from config.settings import Settings


def server_ids(settings: Settings) -> tuple[int, ...]:
    """The servers that have versions of their own."""
    folder = settings.paths.servers_dir
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    ids = sorted(int(name) for name in names if name.isdecimal())
    return tuple(one for one in ids if not server_store(settings, one).borrows)
