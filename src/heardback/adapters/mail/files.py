"""Mails in files of their own: a Maildir, a folder of `.eml` and `.ics` files, or one such file."""

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from heardback.adapters.mail.bounded import read_bounded
from heardback.ports import WINDOW, Fault, Mark, RawMail

MORE = 1 << 16
CALENDAR_LIMIT = 32 << 20


@dataclass(slots=True)
class Entry:
    """One file: its place (a hash of its lasting name), its path, and what it holds."""

    place: str
    path: str
    kind: Literal["mail", "calendar"]


def place_of(name: str) -> str:
    """Return the place of a file: a hash, since the name of somebody's mail is nobody's business.

    A Maildir name loses its flags (":2,S"), which change when a mail is read.
    """
    lasting = name.partition(":2,")[0]
    return blake2b(lasting.encode(errors="surrogateescape"), digest_size=8).hexdigest()


class FilesSource:
    """Files with one mail each: `listing` says which, `stamp` whether they may have changed."""

    moves = False

    def __init__(
        self,
        name: str,
        *,
        listing: Callable[[], list[Entry]],
        stamp: Callable[[], str],
        count: Callable[[], int],
        window: int = WINDOW,
    ) -> None:
        self.name = name
        self._listing = listing
        self._stamp = stamp
        self._count = count
        self._window = window
        self._first_stamp = ""
        self._entries: list[Entry] = []
        self._skipped = 0

    def unchanged(self, mark: Mark) -> bool:
        """Return whether the stamp is that of the mark."""
        return mark.print == self._stamp()

    def mails(
        self,
        *,
        mark: Mark | None,  # noqa: ARG002 - the known places tell more
        known: Callable[[], Collection[str]],
    ) -> Iterator[RawMail | Fault]:
        """Yield the files whose place is not known, in the order of their names."""
        self._first_stamp = self._stamp()
        self._entries = self._listing()
        places = known()
        new = [each for each in self._entries if each.place not in places]
        self._skipped = len(self._entries) - len(new)
        for entry in new:
            yield self._open(entry)

    def skipped(self) -> int:
        """Return how many files were left out."""
        return self._skipped

    def again(self, places: Collection[str]) -> Iterator[tuple[str, bytes | Fault]]:
        """Yield the files at these places, as far as they are still there.

        A mail program may have renamed one meanwhile (its flags changed), so we look again.
        """
        missing = set(places)
        for is_late in (False, True):
            entries = self._listing() if is_late and missing else self._entries
            for entry in entries if missing else ():
                raw = _read(entry) if entry.place in missing else None
                if raw is not None:
                    missing.discard(entry.place)
                    yield entry.place, raw

    def so_far(self, count: int) -> Mark | None:  # noqa: ARG002 - it is marked at its end
        """Return None: it is only marked at its end."""
        return None

    def mark(self, count: int) -> Mark | None:
        """Return the mark, None if files came or went meanwhile."""
        if self._first_stamp != self._stamp() or self._count() != len(self._entries):
            return None
        return Mark(print=self._first_stamp, count=count)

    def _open(self, entry: Entry) -> RawMail | Fault:
        try:
            descriptor = os.open(entry.path, os.O_RDONLY)
            try:
                head = os.read(descriptor, self._window)
            finally:
                os.close(descriptor)
        except OSError as fault:
            return Fault(file=entry.path, where="", reason=fault.strerror or str(fault))
        return RawMail(
            kind=entry.kind,
            origin=entry.path,
            place=entry.place,
            head=head,
            whole=len(head) < self._window,
            more=partial(_beginning, entry),
        )


def _beginning(entry: Entry) -> bytes:
    """Return a longer beginning of a mail; of a calendar, all of it: any event may have changed."""
    try:
        with Path(entry.path).open("rb") as file:
            return file.read(MORE if entry.kind == "mail" else CALENDAR_LIMIT)
    except OSError:
        return b""  # gone or locked since; the look at its beginning has to do


def _read(entry: Entry) -> bytes | Fault | None:
    """Return the mail, a Fault if it cannot be read, None if it is not there."""
    try:
        with Path(entry.path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if entry.kind == "mail":
                return read_bounded(file, size)
            if size > CALENDAR_LIMIT:
                return Fault(file=entry.path, where="", reason="the calendar file is too large")
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as fault:
        return Fault(file=entry.path, where="", reason=fault.strerror or str(fault))


def maildir(folder: Path) -> FilesSource:
    """Return a Maildir as a source; it is looked into only if `cur` or `new` were written to."""
    rooms = [folder / "cur", folder / "new"]

    def stamp() -> str:
        return ":".join(str(_written(room)) for room in rooms)

    def listing() -> list[Entry]:
        names = [(name, f"{room}{os.sep}{name}") for room in rooms for name in _names(room)]
        return [Entry(place_of(name), path, "mail") for name, path in sorted(names)]

    def count() -> int:
        return sum(len(_names(room)) for room in rooms)

    return FilesSource(str(folder), listing=listing, stamp=stamp, count=count)


def _names(room: Path) -> list[str]:
    if not room.is_dir():
        return []
    # os.listdir: Path.iterdir makes ten thousand objects that nobody needs
    return [name for name in os.listdir(room) if not name.startswith(".")]  # noqa: PTH208 - pathlib costs more


def _written(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def loose(name: str, paths: Callable[[], list[Path]]) -> FilesSource:
    """Return files with one mail or calendar each as a source; `paths` finds them anew."""

    def listing() -> list[Entry]:
        return [
            Entry(place_of(_print(path)), str(path), "calendar" if _is_calendar(path) else "mail")
            for path in paths()
        ]

    def stamp() -> str:
        total = blake2b(digest_size=12)
        for path in paths():
            total.update(_print(path).encode(errors="surrogateescape") + b"\n")
        return total.hexdigest()

    return FilesSource(name, listing=listing, stamp=stamp, count=lambda: len(paths()))


def _print(path: Path) -> str:
    """Return what a file is known by: its name, and its size and time, since it may be replaced."""
    try:
        now = path.stat()
    except OSError:
        return path.name
    return f"{path.name}/{now.st_size}/{now.st_mtime_ns}"


def _is_calendar(path: Path) -> bool:
    return path.suffix.lower() in (".ics", ".ical", ".ifb", ".icalendar")
