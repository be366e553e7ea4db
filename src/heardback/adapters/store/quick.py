"""What must be known at once, read with the standard library alone: no toolkit is loaded here.

An import that finds nothing new stops without the cost of starting the full store.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # the nouns of the model would take longer to load than all of this
    from heardback.ports import Mark

SCHEMA = "1"
"""The shape of what this module reads; a store with another number is left to the full store."""


class KeptAgenda(NamedTuple):
    """The kept agenda as the quick path needs it: the fields of `ports.Agenda`."""

    made_at: datetime
    good_until: datetime
    view: dict[str, Any]


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the store for reading only; raise sqlite3.Error if that is impossible."""
    name = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    where = f"file:{name}?mode=ro"
    with closing(sqlite3.connect(where, uri=True, timeout=2, isolation_level=None)) as connection:
        yield connection


def read_agenda(made_at: str, good_until: str, view: str) -> KeptAgenda:
    """Return the agenda of one stored row."""
    return KeptAgenda(
        made_at=datetime.fromisoformat(made_at),
        good_until=datetime.fromisoformat(good_until),
        view=json.loads(view),
    )


def kept_marks(path: Path) -> "dict[str, Mark]":
    """Return how far each source was imported; nothing if the full store must look."""
    from heardback.ports import Mark

    try:
        with reading(path) as connection:
            if not _ours(connection):
                return {}
            rows = connection.execute(
                "SELECT name, print, count FROM source WHERE print IS NOT NULL"
            ).fetchall()
    except sqlite3.Error:
        return {}
    return {name: Mark(print=print_, count=count) for name, print_, count in rows}


def kept_opportunities(path: Path) -> int | None:
    """Return how many opportunities there were after the last import; None if not known."""
    try:
        with reading(path) as connection:
            if not _ours(connection):
                return None
            row = connection.execute(
                "SELECT value FROM meta WHERE key = 'opportunities'"
            ).fetchone()
    except sqlite3.Error:
        return None
    return None if row is None else int(row[0])


def _ours(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    return row is not None and row[0] == SCHEMA
