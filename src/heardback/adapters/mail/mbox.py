"""One file with many mails (mbox), read through a window: never the whole file in memory.

A mail begins at a "From " line of the known shape (with a time and a year) that stands before a
header line; that keeps a sentence beginning with "From" inside its mail even where the writer of
the file forgot to quote it. Formats: mboxo, mboxrd and mboxcl2 (RFC 4155 and its relatives).
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Protocol

from heardback.adapters.mail.bounded import read_bounded
from heardback.ports import WINDOW, Fault, Mark, RawMail

CHUNK = 1 << 20
HEAD = 1 << 16
_LOOK = 1 << 10  # a separator and the beginning of the header line after it fit in here

_SEPARATOR = re.compile(
    rb"From [^\n]{0,400}\d\d?:\d\d[^\n]{0,100}\b\d{4}\b[^\n]{0,100}\n"
    rb"(?:>?From [^\n]{0,400}\n|[!-9;-~]{1,100}:)"
)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


class Stream(Protocol):
    """Anything bytes can be read from in turn."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end."""


@dataclass(slots=True)
class Span:
    """A mail in an mbox: where it starts (its "From " line), where it ends, how it begins."""

    start: int
    end: int
    head: bytes


def begins_mbox(head: bytes) -> bool:
    """Return whether a file that begins so is an mbox."""
    return _SEPARATOR.match(head.lstrip(b"\r\n")) is not None


def spans(stream: Stream, *, offset: int = 0) -> Iterator[Span]:
    """Yield the mails of the stream, whose first byte has this offset, in order.

    Bytes before the first separator belong to no mail and are passed over.
    """
    buffer = b""
    base = offset  # the offset of buffer[0]
    current: Span | None = None
    while True:
        chunk = stream.read(CHUNK)
        buffer += chunk
        limit = len(buffer) if not chunk else len(buffer) - _LOOK
        for at in _starts(buffer, limit, first=base == offset and current is None):
            if current is not None:
                yield _finish(current, buffer, base, at)
            current = Span(base + at, 0, b"")
        if not chunk:
            if current is not None:
                yield _finish(current, buffer, base, len(buffer))
            return
        keep = max(limit, 0)
        if current is not None:
            _fill(current, buffer, base, keep)
        buffer, base = buffer[keep:], base + keep


def _starts(buffer: bytes, limit: int, *, first: bool) -> Iterator[int]:
    """Yield where mails start in `buffer[:limit]`."""
    if first and _SEPARATOR.match(buffer):
        yield 0
    at = buffer.find(b"\nFrom ", 0, max(limit, 0) + 5)
    while at >= 0:
        if _SEPARATOR.match(buffer, at + 1):
            yield at + 1
        at = buffer.find(b"\nFrom ", at + 5, max(limit, 0) + 5)


def _fill(span: Span, buffer: bytes, base: int, until: int) -> None:
    """Add to the head of a span what the buffer up to `until` has of it."""
    missing = HEAD - len(span.head)
    if missing > 0:
        begin = span.start + len(span.head) - base
        span.head += buffer[begin : min(begin + missing, until)]


def _finish(span: Span, buffer: bytes, base: int, until: int) -> Span:
    _fill(span, buffer, base, until)
    span.end = base + until
    return span


def unquote(raw: bytes) -> bytes:
    """Given a mail as it stands in an mbox, return it without its separator and "From" quoting."""
    if raw.startswith(b"From "):
        raw = raw[raw.find(b"\n") + 1 :]
    return _QUOTED.sub(rb"\1", raw) if b">From " in raw else raw


def span_place(span: Span) -> str:
    """Return the place of a span: its first and last offset."""
    return f"{span.start}-{span.end}"


def place_span(place: str) -> tuple[int, int]:
    """Return the offsets of a place."""
    start, _, end = place.partition("-")
    return int(start), int(end)


def raw_mail(span: Span, *, origin: str, place: str, window: int) -> RawMail:
    """Return the mail of a span; its head is cut at `window`, and `more` has the rest of it."""
    head = unquote(span.head)
    whole = span.end - span.start <= len(span.head)
    return RawMail(
        kind="mail",
        origin=origin,
        place=place,
        head=head[:window],
        whole=whole and len(head) <= window,
        more=lambda: head,
    )


class MboxSource:
    """A mailbox file; one that has only grown since its mark is read from there on."""

    moves = False

    def __init__(self, path: Path, *, name: str | None = None, window: int = WINDOW) -> None:
        self.path = path
        self.name = name or str(path)
        self._window = window
        self._skipped = 0
        self._stamp = ""

    def unchanged(self, mark: Mark) -> bool:
        """Return whether size and time are those of the mark."""
        return mark.print.rpartition(":")[0] == self._size_and_time()

    def mails(
        self,
        *,
        mark: Mark | None,
        known: Callable[[], Collection[str]],  # noqa: ARG002 - offsets tell enough
    ) -> Iterator[RawMail | Fault]:
        """Yield the mails of the file, or those added since the mark."""
        self._stamp = self._size_and_time()
        start = self._grown_from(mark)
        self._skipped = mark.count if mark is not None and start else 0
        try:
            with self.path.open("rb") as file:
                file.seek(start)
                for span in spans(file, offset=start):
                    origin = f"{self.name}:{span.start}"
                    yield raw_mail(span, origin=origin, place=span_place(span), window=self._window)
        except OSError as fault:
            yield Fault(file=self.name, where="", reason=fault.strerror or str(fault))

    def skipped(self) -> int:
        """Return how many mails stand before the mark."""
        return self._skipped

    def again(self, places: Collection[str]) -> Iterator[tuple[str, bytes | Fault]]:
        """Yield the mails at these offsets."""
        with self.path.open("rb") as file:
            for place in sorted(places, key=place_span):
                yield place, read_span(file, place)

    def so_far(self, count: int) -> Mark | None:  # noqa: ARG002 - it is marked at its end
        """Return None: it is only marked at its end."""
        return None

    def mark(self, count: int) -> Mark | None:
        """Return the mark of the file as it was read, None if it changed meanwhile."""
        if not self._stamp or self._stamp != self._size_and_time():
            return None
        size = int(self._stamp.partition(":")[0])
        return Mark(print=f"{self._stamp}:{self._tail(size)}", count=count)

    def _size_and_time(self) -> str:
        try:
            now = self.path.stat()
        except OSError:
            return ""
        return f"{now.st_size}:{now.st_mtime_ns}"

    def _tail(self, size: int) -> str:
        """Return a hash of the last bytes before `size`, to tell a grown file from another one."""
        with self.path.open("rb") as file:
            file.seek(max(size - 4096, 0))
            return blake2b(file.read(min(size, 4096)), digest_size=12).hexdigest()

    def _grown_from(self, mark: Mark | None) -> int:
        """Return where to start: at the mark if what stands before it is as it was, else at 0."""
        if mark is None:
            return 0
        size = int(mark.print.partition(":")[0])
        try:
            if self.path.stat().st_size < size or self._tail(size) != mark.print.split(":")[2]:
                return 0
        except OSError:
            return 0
        return size


def read_span(file: BinaryIO, place: str) -> bytes | Fault:
    """Return the mail at this place of an open mbox, without what only carries it."""
    start, end = place_span(place)
    file.seek(start)
    raw = read_bounded(file, end - start)
    return unquote(raw)


def spool(stream: Stream, target: BinaryIO) -> None:
    """Copy a stream that can be read only once, so that its mails can be found again."""
    while chunk := stream.read(CHUNK):
        target.write(chunk)
    target.flush()
