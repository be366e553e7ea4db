"""Opening the store's file: connections, migrations, and what SQLite's errors mean to a person.

Durability: WAL with `synchronous=FULL`. NORMAL would be a little faster, yet may lose the last
commits when the power fails, and a lost "sent" would mean writing to somebody twice. An import
commits once per batch, so that FULL costs it a few milliseconds.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, select
from sqlalchemy.pool import NullPool

from heardback.adapters.store import quick
from heardback.adapters.store.tables import REVISION, alembic_version, meta, metadata
from heardback.errors import DiskFull, HeardBackError, StoreBusy, StoreError

MIGRATIONS = Path(__file__).with_name("migrations")
APPLICATION_ID = 0x48424B31  # "HBK1", so that `file` and our own restore know the store
BUSY_MILLISECONDS = 5000
READS_ONLY = "heardback_reads_only"


def build_engine(path: Path) -> Engine:
    """Return an engine on the file; every connection gets our settings."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    return engine


def _settings(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are ours, see _begin
    for setting in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(READS_ONLY):
        return  # each statement reads for itself and keeps nobody from writing
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the errors of the database into ours, each with the file and how to mend it."""
    try:
        yield
    except exc.DBAPIError as fault:
        raise explain(fault.orig, path) from fault
    except sqlite3.Error as fault:
        raise explain(fault, path) from fault


def explain(fault: BaseException | None, path: Path) -> HeardBackError:
    """Return our error for one of SQLite's."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return DiskFull(
            f"The disk is full: nothing of this step was kept in {path}.",
            hint="Free some space, then run the command again; it goes on where it was.",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(
            f"Another program is using the store {path}.",
            hint="Wait until it has finished, then try again.",
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(fault))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            f"The store {path} cannot be opened for writing ({fault}).",
            hint="Check the permissions of the file and its folder.",
        )
    return StoreError(f"The store {path} failed: {fault}.", hint="`heardback doctor` tells more.")


def damaged(path: Path, why: str) -> StoreError:
    """Return the error of a store that is no longer sound."""
    return StoreError(
        f"The store {path} is damaged ({why}).",
        hint="`heardback restore FILE` puts a backup in its place; without one, move the file away "
        "and import your mail again.",
    )


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < 1 << 16
    except OSError:
        return False


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


def make_ready(engine: Engine, path: Path, *, migrations: Path = MIGRATIONS) -> None:
    """Create the tables in an empty file, or bring an older store up to date.

    Alembic takes long to load, so it is asked only when the stored revision is not ours.
    """
    with explained(path), engine.connect() as connection:
        connection.execution_options(**{READS_ONLY: True})
        revision = stored_revision(connection, path)
    if revision is None:
        with explained(path), engine.begin() as connection:
            _create(connection)
    elif revision != REVISION or migrations != MIGRATIONS:
        from heardback.adapters.store.upgrade import upgrade

        with explained(path):
            upgrade(engine, path, revision, migrations=migrations)


def stored_revision(connection: Connection, path: Path) -> str | None:
    """Return the revision of the store, None if the file is empty; raise if it is not ours."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if alembic_version.name not in names or meta.name not in names:
        raise StoreError(
            f"{path} is a database, yet not one of HeardBack's.",
            hint="Name another folder with --data.",
        )
    revision = connection.execute(select(alembic_version.c.version_num)).scalar()
    if revision is None:
        raise damaged(path, "its revision is missing")
    return str(revision)


def _create(connection: Connection) -> None:
    # A second process may have been faster between our look and our lock.
    if inspect(connection).get_table_names():
        return
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(alembic_version.insert(), {"version_num": REVISION})
    first: list[dict[str, Any]] = [
        {"key": "schema", "value": quick.SCHEMA},
        {"key": "salt", "value": os.urandom(16).hex()},
    ]
    connection.execute(meta.insert(), first)
