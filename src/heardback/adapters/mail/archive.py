"""A mail export as .zip, read where it lies: nothing is unpacked to the disk.

An archive can lie about itself. It is refused if it would grow beyond all measure (by size, by
ratio, by number of entries); an entry is refused if its path climbs out, if it is an archive
itself, or if it is locked. The library never hands out more bytes than an entry declares.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import IO, Literal

from heardback.adapters.mail.bounded import read_bounded
from heardback.adapters.mail.files import CALENDAR_LIMIT
from heardback.adapters.mail.mbox import (
    begins_mbox,
    place_span,
    raw_mail,
    span_place,
    spans,
    unquote,
)
from heardback.ports import WINDOW, Fault, Mark, RawMail

MOST_BYTES = 256 << 30
MOST_RATIO = 200
RATIO_COUNTS_FROM = 64 << 20
MOST_ENTRIES = 1_000_000
_DIRECTORY_ENTRY = 46  # the least an entry takes in the archive's directory

Kind = Literal["mbox", "mail", "calendar"]
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class ZipSource:
    """The mails in a zip archive; a place is the number of the entry and, in an mbox, the span."""

    moves = False

    def __init__(self, path: Path, *, window: int = WINDOW) -> None:
        self.path = path
        self.name = str(path)
        self._window = window
        self._stamp = ""

    def unchanged(self, mark: Mark) -> bool:
        """Return whether size, time and the end of the file are those of the mark."""
        return mark.print == self._now()

    def mails(
        self,
        *,
        mark: Mark | None,  # noqa: ARG002 - an archive does not grow
        known: Callable[[], Collection[str]],  # noqa: ARG002 - nor does it change
    ) -> Iterator[RawMail | Fault]:
        """Yield the mails of all entries; what cannot be read is a Fault."""
        self._stamp = self._now()
        try:
            _check_directory(self.path)
            with zipfile.ZipFile(self.path) as archive:
                _check_sizes(archive, self.path.stat().st_size)
                for number, entry in enumerate(archive.infolist()):
                    yield from self._entry(archive, number, entry)
        except _Refused as fault:
            yield Fault(file=self.name, where="", reason=str(fault))
        except _BROKEN as fault:
            yield Fault(file=self.name, where="", reason=_why_broken(fault))

    def skipped(self) -> int:
        """Return 0: an archive is read whole or not at all."""
        return 0

    def again(self, places: Collection[str]) -> Iterator[tuple[str, bytes | Fault]]:
        """Yield the mails at these places, each entry read through once at most."""
        wanted: dict[int, list[str]] = {}
        for place in places:
            wanted.setdefault(int(place.partition(":")[0]), []).append(place)
        with zipfile.ZipFile(self.path) as archive:
            entries = archive.infolist()
            for number, here in sorted(wanted.items()):
                yield from self._again_in(archive, entries[number], here)

    def so_far(self, count: int) -> Mark | None:  # noqa: ARG002 - it is marked at its end
        """Return None: it is only marked at its end."""
        return None

    def mark(self, count: int) -> Mark | None:
        """Return the mark, None if the file changed meanwhile."""
        if not self._stamp or self._stamp != self._now():
            return None
        return Mark(print=self._stamp, count=count)

    def _now(self) -> str:
        try:
            now = self.path.stat()
            with self.path.open("rb") as file:
                file.seek(max(now.st_size - 4096, 0))
                tail = blake2b(file.read(), digest_size=12).hexdigest()
        except OSError:
            return ""
        return f"{now.st_size}:{now.st_mtime_ns}:{tail}"

    def _entry(
        self, archive: zipfile.ZipFile, number: int, entry: zipfile.ZipInfo
    ) -> Iterator[RawMail | Fault]:
        if entry.is_dir():
            return
        refusal = _refusal(entry)
        if refusal:
            yield Fault(file=self.name, where=entry.filename, reason=refusal)
            return
        try:
            with archive.open(entry) as file:
                kind = _kind(entry.filename, file)
            if kind is None:
                return
            with archive.open(entry) as file:
                yield from self._open(kind, number, entry, file)
        except _BROKEN as fault:
            yield Fault(file=self.name, where=entry.filename, reason=_why_broken(fault))

    def _open(
        self, kind: Kind, number: int, entry: zipfile.ZipInfo, file: IO[bytes]
    ) -> Iterator[RawMail]:
        origin = f"{self.name}/{entry.filename}"
        if kind == "mbox":
            for span in spans(file):
                place = f"{number}:{span_place(span)}"
                yield raw_mail(
                    span, origin=f"{origin}:{span.start}", place=place, window=self._window
                )
            return
        head = file.read(1 << 16 if kind == "mail" else CALENDAR_LIMIT)
        yield RawMail(
            kind=kind,
            origin=origin,
            place=str(number),
            head=head[: self._window],
            whole=entry.file_size <= self._window,
            more=lambda: head,
        )

    def _again_in(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, places: list[str]
    ) -> Iterator[tuple[str, bytes | Fault]]:
        missing = sorted(places, key=_span_in)
        try:
            with archive.open(entry) as file:
                for place in tuple(missing):
                    start, end = _span_in(place)
                    file.seek(start)
                    size = end - start if ":" in place else entry.file_size
                    raw = unquote(read_bounded(file, size))
                    missing.remove(place)
                    yield place, raw
        except _BROKEN as fault:
            for place in missing:
                reason = _why_broken(fault)
                yield place, Fault(file=self.name, where=entry.filename, reason=reason)


class _Refused(Exception):
    """The archive as a whole is not to be opened."""


def _span_in(place: str) -> tuple[int, int]:
    _, _, span = place.partition(":")
    return place_span(span) if span else (0, 0)


def _check_directory(path: Path) -> None:
    """Refuse an archive whose directory alone would fill the memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - (1 << 16) - 22 - 76, 0))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        return  # the library will say that the archive is cut off
    directory = struct.unpack_from("<I", tail, end + 12)[0]
    large = tail.rfind(b"PK\x06\x06", 0, end)
    if directory == 0xFFFFFFFF and large >= 0 and len(tail) >= large + 48:
        directory = struct.unpack_from("<Q", tail, large + 40)[0]
    if directory > MOST_ENTRIES * 4 * _DIRECTORY_ENTRY:
        raise _Refused("the archive holds too many entries")


def _check_sizes(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES:
        raise _Refused(f"the archive holds too many entries ({len(entries):,})")
    if total > MOST_BYTES:
        raise _Refused(f"the archive would grow to {total >> 30:,} GB")
    if total > RATIO_COUNTS_FROM and total > size * MOST_RATIO:
        raise _Refused(
            f"the archive would grow to {total // max(size, 1):,} times its size: a zip bomb"
        )


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    """Return why this entry is not opened, None if it may be."""
    name = entry.orig_filename.replace("\\", "/")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        return "its path leads out of the archive"
    if entry.flag_bits & 1:
        return "it is locked with a password"
    if path.suffix.lower() in (".zip", ".jar", ".7z", ".rar", ".gz", ".tgz"):
        return "an archive within an archive is not opened"
    if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > entry.compress_size * MOST_RATIO:
        return "it would grow beyond all measure: a zip bomb"
    return None


def _kind(name: str, file: IO[bytes]) -> Kind | None:
    """Return what an entry holds, None if it is no mail."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return None
    if suffix in (".ics", ".ical", ".icalendar"):
        return "calendar"
    in_maildir = path.parent.name in ("cur", "new")
    if suffix not in ("", ".eml", ".mbox", ".mbx") and not in_maildir and ":2," not in name:
        return None
    if begins_mbox(file.read(1 << 12)):
        return "mbox"
    return "mail" if suffix == ".eml" or in_maildir or ":2," in name else None


def _why_broken(fault: BaseException) -> str:
    if isinstance(fault, zipfile.BadZipFile) and "central directory" not in str(fault).lower():
        return f"the archive is cut off or damaged ({fault}); download it again"
    return f"cannot be read: {fault}"
