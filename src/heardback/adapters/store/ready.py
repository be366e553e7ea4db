"""Making the store's file, or bringing an older one up to date, before it is used."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from heardback.adapters.store import quick
from heardback.adapters.store.database import connect, texts
from heardback.adapters.store.faults import damaged, explained
from heardback.errors import StoreError

REVISION = "0003"
"""The newest migration; a test holds it against the folder."""

MIGRATIONS = Path(__file__).with_name("migrations")
APPLICATION_ID = 0x48424B31  # "HBK1", so that `file` and our own restore know the store


def prepare_folder(path: Path) -> None:
    """Make the store's folder (0700) and an empty file (0600) where they are missing."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as fault:
        raise StoreError(
            f"The store {path} cannot be created: {fault.strerror}.",
            hint="Check the permissions of its folder, or name another one with --data.",
        ) from fault


def make_ready(path: Path, *, migrations: Path = MIGRATIONS) -> None:
    """Create the tables in an empty file, or bring an older store up to date.

    SQLAlchemy and Alembic take long to load: they are asked only when the stored revision is not
    ours.
    """
    with explained(path), closing(connect(path)) as connection:
        revision = stored_revision(connection, path)
        if revision is None:
            _create(connection)
    if revision is not None and (revision != REVISION or migrations != MIGRATIONS):
        from heardback.adapters.store.upgrade import upgrade

        upgrade(path, revision, migrations=migrations)


def stored_revision(connection: sqlite3.Connection, path: Path) -> str | None:
    """Return the revision of the store, None if the file is empty; raise if it is not ours."""
    names = _tables(connection)
    if not names:
        return None
    if not {"alembic_version", "meta"} <= names:
        raise StoreError(
            f"{path} is a database, yet not one of HeardBack's.",
            hint="Name another folder with --data.",
        )
    row = connection.execute(texts()["statements"]["revision_get"][0]).fetchone()
    if row is None:
        raise damaged(path, "its revision is missing")
    return str(row[0])


def _tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows}


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # A second process may have been faster between our look and our lock.
    if not _tables(connection):
        for text in texts()["schema"]:
            connection.execute(text)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        statements = texts()["statements"]
        connection.execute(statements["revision_add"][0], (REVISION,))
        first = [("schema", quick.SCHEMA), ("salt", os.urandom(16).hex())]
        connection.executemany(statements["meta_keep"][0], first)
    connection.execute("COMMIT")
