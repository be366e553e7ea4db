"""One file that holds everything, put away and brought back; and whether the store is sound.

A backup is written by SQLite itself (`VACUUM INTO`), so that it is whole even while something is
being written, and it is read back before it gets its name. Restoring never destroys: the store
that was there is kept beside the new one.
"""

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

from heardback.errors import DiskFull, StoreError, UsageError
from heardback.lock import WriterLock

TRUTHS = ("received", "said", "done")
_OURS = ("meta", "alembic_version", *TRUTHS)
_LITTLE_ROOM = 100 << 20

Finding = tuple[str, str]


def backup(store: Path, file: Path) -> None:
    """Write the whole store to a new file that only its owner can read.

    Raise StoreError if there is no sound store, UsageError if the file exists or cannot be
    written, DiskFull if there is no room; a file that is not whole is never left behind.
    """
    if not store.exists():
        raise StoreError(f"There is no store at {store} to back up.")
    if file.exists() or file.is_symlink():
        raise UsageError(f"{file} exists already.", hint="Name a new file, or move that one away.")
    partial = file.with_name(f".{file.name}.partial")
    with _cleaned(partial):
        _copy(store, partial)
        partial.replace(file)


def restore(file: Path, store: Path) -> Path | None:
    """Put a backup in the store's place; return where the store that was there is kept, if any.

    Raise StoreError if the file is no sound HeardBack store, StoreBusy if one is writing now.
    """
    if not file.is_file():
        raise UsageError(f"{file} does not exist.", hint="Name a file made by 'heardback backup'.")
    if store.exists() and file.samefile(store):
        raise UsageError(f"{file} is the store itself.")
    store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = store.with_name(f".{store.name}.restoring")
    with WriterLock(store).held(), _cleaned(partial):
        _copy(file, partial)
        aside = _put_aside(store)
        partial.replace(store)
    return aside


def check_store(path: Path) -> list[Finding]:
    """Return what there is to say about the store: ("ok", "warning" or "error", a sentence)."""
    if not path.exists():
        return [("warning", f"There is no store at {path} yet.")]
    found = [_soundness(path), *_permissions(path)]
    if found[0][0] == "ok":
        found.append(_contents(path))
    found.append(_room(path))
    holder = WriterLock(path).holder()
    if holder is not None:
        who = f" (process {holder})" if holder else ""
        found.append(("warning", f"Another HeardBack{who} is writing to the store now."))
    return found


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    where = f"file:{quote(str(path.absolute()))}?mode=ro"
    with closing(sqlite3.connect(where, uri=True, timeout=5)) as connection:
        yield connection


@contextmanager
def _cleaned(partial: Path) -> Iterator[None]:
    """Say in our words what went wrong while a file was written, and leave no half of it."""
    try:
        yield
    except sqlite3.Error as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise DiskFull(f"The disk of {partial.parent} is full; nothing was written.") from fault
        raise StoreError(f"Copying the store failed: {fault}.") from fault
    except OSError as fault:
        raise UsageError(f"{partial.parent} cannot be written to: {fault.strerror}.") from fault
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _copy(source: Path, file: Path) -> None:
    """Copy a store to a file of ours and read it back.

    Truths are only ever added, so the copy must hold at least what was there when it was begun.
    """
    _refuse_unsound(source)
    before = _counts(source)
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with _reading(source) as connection:
        connection.execute("VACUUM INTO ?", (str(file),))
    with file.open("rb") as written:
        os.fsync(written.fileno())
    _refuse_unsound(file)
    if any(now < then for now, then in zip(_counts(file), before, strict=True)):
        raise StoreError("The copy does not hold what the store holds; it was thrown away.")


def _counts(path: Path) -> list[int]:
    with _reading(path) as connection:
        return [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
            for table in TRUTHS
        ]


def _refuse_unsound(file: Path) -> None:
    level, sentence = _soundness(file)
    if level == "error":
        raise StoreError(sentence)


def _soundness(path: Path) -> Finding:
    """Return whether the file is a whole HeardBack store."""
    try:
        with _reading(path) as connection:
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if not names.issuperset(_OURS):
                return "error", f"{path} is no HeardBack store."
            faults = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as fault:
        return "error", f"{path} cannot be read as a HeardBack store ({fault})."
    if faults != ["ok"]:
        return "error", (
            f"The store {path} is damaged ({faults[0]}). "
            "`heardback restore FILE` puts a backup in its place."
        )
    return "ok", f"The store {path} is sound (revision {revision[0] if revision else 'unknown'})."


def _permissions(path: Path) -> Iterator[Finding]:
    if os.name != "posix":
        return
    for each in (path, path.parent):
        mode = stat.S_IMODE(each.stat().st_mode)
        if each == path and mode & 0o077:
            yield "warning", f"Others on this machine can read {path}: chmod 600 '{path}'"
        elif mode & 0o022:
            yield "warning", f"Others on this machine can write to {each}: chmod 700 '{each}'"


def _contents(path: Path) -> Finding:
    received, said, done = _counts(path)
    size = sum(each.stat().st_size for each in (path, Path(f"{path}-wal")) if each.exists())
    return "ok", (
        f"It holds {received:,} messages and meetings, {said:,} things you said and {done:,} you "
        f"did, in {size / 1e6:,.1f} MB."
    )


def _room(path: Path) -> Finding:
    free = shutil.disk_usage(path.parent).free
    level = "warning" if free < _LITTLE_ROOM else "ok"
    return level, f"{free / 1e9:,.1f} GB are free on its disk."


def _put_aside(store: Path) -> Path | None:
    """Move the present store and what SQLite keeps beside it out of the way."""
    aside = next(
        each
        for number in count(1)
        if not (each := store.with_name(f"{store.name}.before-restore-{number}")).exists()
    )
    for ending in ("-wal", "-shm"):
        companion = Path(f"{store}{ending}")
        if companion.exists():
            companion.replace(f"{aside}{ending}")
    if not store.exists():
        return None
    store.replace(aside)
    return aside
