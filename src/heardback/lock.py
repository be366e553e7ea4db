"""One HeardBack writes at a time: a lock the operating system takes back when a process dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import BinaryIO

from heardback.errors import StoreBusy, StoreError

if sys.platform == "win32":  # pragma: no cover - tests run on Linux
    import msvcrt

    def _seize(file: BinaryIO) -> None:
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write to one store; it may be taken again by whoever has it."""

    def __init__(self, store: Path, *, patience: float = 1.0) -> None:
        self.path = store.with_name(store.name + ".lock")
        self.patience = patience
        self._file: BinaryIO | None = None
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; raise StoreBusy if another process keeps it for longer than `patience`."""
        if self._depth == 0:
            self._file = self._take()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0 and self._file is not None:
                self._file.close()
                self._file = None

    def holder(self) -> int | None:
        """Return the process that holds the lock now, 0 if it did not say, None if nobody does."""
        try:
            file = self.path.open("r+b")
        except OSError:
            return None
        with file:
            try:
                _seize(file)
            except OSError:
                return self._named()
        return None

    def _named(self) -> int:
        with suppress(OSError, ValueError):
            return int(self.path.read_bytes() or b"0")
        return 0

    def _take(self) -> BinaryIO:
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise StoreError(
                f"The store's folder {self.path.parent} cannot be written to: {fault.strerror}.",
                hint="Check its permissions, or name another folder with --data.",
            ) from fault
        file = os.fdopen(descriptor, "r+b", buffering=0)
        pause, waited = 0.02, 0.0
        while True:
            try:
                _seize(file)
            except OSError:
                if waited >= self.patience:
                    file.close()
                    raise self._busy() from None
                sleep(pause)
                waited += pause
                continue
            with suppress(OSError):
                file.seek(0)
                file.truncate()
                file.write(b"%d" % os.getpid())
            return file

    def _busy(self) -> StoreBusy:
        process = self._named()
        who = f" (process {process})" if process else ""
        return StoreBusy(
            f"Another HeardBack{who} is writing to this store.",
            hint="Wait until it has finished, then try again; looking is possible meanwhile.",
        )
