"""What SQLite's errors mean to a person, and how to mend each."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heardback.errors import DiskFull, HeardBackError, StoreBusy, StoreError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the errors of the database into ours, each with the file and how to mend it."""
    try:
        yield
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
