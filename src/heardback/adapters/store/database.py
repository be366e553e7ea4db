"""The store's file as SQLite sees it: connections, statements by name, and one transaction.

Nothing but the standard library is loaded: the statements are SQLAlchemy's, compiled beforehand
(statements.py). Durability: WAL with `synchronous=FULL`. NORMAL would be a little faster, yet may
lose the last commits when the power fails, and a lost "sent" would mean writing to somebody twice.
An import commits once per batch, so that FULL costs it a few milliseconds.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from heardback.adapters.store.faults import explained

BUSY_MILLISECONDS = 5000
TEXTS = Path(__file__).with_name("sqlite.json")
SETTINGS = (
    f"busy_timeout={BUSY_MILLISECONDS}",
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "trusted_schema=OFF",
)


@cache
def texts() -> dict[str, Any]:
    """Return the compiled statements, and the schema of an empty store."""
    found: dict[str, Any] = json.loads(TEXTS.read_text(encoding="utf-8"))
    return found


class Database:
    """One store's file; reads and writes by the names of statements.py."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader: sqlite3.Connection | None = None
        self.writer: sqlite3.Connection | None = None
        self.in_transaction = False

    def rows(self, name: str, /, **values: object) -> list[Any]:
        """Return the rows of a statement as tuples."""
        text, order = texts()["statements"][name]
        with explained(self.path):
            found = self._connection().execute(text, [values[each] for each in order])
            return found.fetchall()

    def value(self, name: str, /, **values: object) -> Any:
        """Return the first value of the first row, None if there is no row."""
        found = self.rows(name, **values)
        return found[0][0] if found else None

    def write(self, name: str, rows: Iterable[Mapping[str, object]] = ({},)) -> None:
        """Run a statement once for each row, inside a transaction."""
        order = texts()["statements"][name][1]
        self.write_tuples(name, [tuple(row[each] for each in order) for row in rows])

    def write_tuples(self, name: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each row, whose values stand in the statement's own order."""
        if not self.in_transaction or self.writer is None:
            raise RuntimeError("nothing is written outside a transaction")
        text, _order = texts()["statements"][name]
        with explained(self.path):
            self.writer.executemany(text, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes inside together or not at all; there is no transaction inside another."""
        with explained(self.path):
            if self.writer is None:
                self.writer = connect(self.path)
            self.writer.execute("BEGIN IMMEDIATE")
            self.in_transaction = True
            try:
                yield
            except BaseException:
                self._roll_back()
                raise
            else:
                self._commit(self.writer)
            finally:
                self.in_transaction = False

    def close(self) -> None:
        """Release the file."""
        for connection in (self.reader, self.writer):
            if connection is not None:
                connection.close()
        self.reader = self.writer = None

    def _commit(self, writer: sqlite3.Connection) -> None:
        try:
            writer.execute("COMMIT")
        except sqlite3.Error:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
        if self.writer is not None and self.writer.in_transaction:
            self.writer.execute("ROLLBACK")

    def _connection(self) -> sqlite3.Connection:
        """Return the writing connection inside a transaction, else one that only reads."""
        if self.in_transaction and self.writer is not None:
            return self.writer
        if self.reader is None:
            self.reader = connect(self.path)
        return self.reader


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection with our settings; transactions are ours to begin and end."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection
