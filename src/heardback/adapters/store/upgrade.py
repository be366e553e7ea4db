"""Bringing an older store up to date; loaded only when there is something to do."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool

from heardback.adapters.store.database import SETTINGS
from heardback.adapters.store.faults import explain
from heardback.adapters.store.tables import metadata
from heardback.errors import StoreError
from heardback.lock import WriterLock


def upgrade(path: Path, revision: str, *, migrations: Path) -> None:
    """Run the missing migrations in one transaction, after keeping a copy of the file beside it.

    Raise StoreError if the revision is not known here: then a newer HeardBack made the store.
    """
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    _refuse_newer(config, path, revision)
    with WriterLock(path).held():
        copy = path.with_name(f"{path.name}.before-upgrade-from-{revision}")
        _keep_copy(path, copy)
        engine = _engine(path)
        try:
            with engine.begin() as connection:
                config.attributes["connection"] = connection
                config.attributes["metadata"] = metadata
                command.upgrade(config, "head")
        except exc.DBAPIError as fault:
            raise explain(fault.orig, path) from fault
        finally:
            engine.dispose()


def _engine(path: Path) -> Engine:
    """Return an engine on the file; every connection gets the store's settings."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    return engine


def _settings(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are ours, see _begin
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _refuse_newer(config: Config, path: Path, revision: str) -> None:
    try:
        known = ScriptDirectory.from_config(config).get_revision(revision)
    except CommandError:
        known = None
    if known is None:
        raise StoreError(
            f"The store {path} was made by a newer HeardBack (its revision is {revision}).",
            hint="Install that version or a later one; nothing has been changed.",
        )


def _keep_copy(path: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
