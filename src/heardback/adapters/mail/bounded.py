"""A mail of any size in little memory: its headers and texts, without what hangs on it.

A mail of two hundred megabytes is nearly all attachment. Reading needs the headers of the parts
(the names of the attachments) and the parts that are text; the rest is passed over unread.
"""

import re
from collections.abc import Iterator
from typing import IO

WHOLE = 1 << 20
"""Mails up to this size are returned as they are."""

TEXT = 4 << 20
"""So much text is kept of a larger one."""

_LINE = 1 << 16
_TYPE = re.compile(rb"^content-type:[ \t\r\n]*([\w.+-]+)/", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(
    rb"boundary[ \t]*=[ \t]*(?:\"([^\"\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE
)
_READ = (b"text", b"multipart", b"message")


def read_bounded(file: IO[bytes], size: int) -> bytes:
    """Given an open file standing at a mail of this size, return it, or what of it is text."""
    if size <= WHOLE:
        return file.read(size)
    return _texts(_lines(file, size))


def _lines(file: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield lines, very long ones in pieces."""
    while size > 0:
        line = file.readline(min(_LINE, size))
        if not line:
            return
        size -= len(line)
        yield line


def _texts(lines: Iterator[bytes]) -> bytes:
    kept: list[bytes] = []
    header: list[bytes] = []
    boundaries: set[bytes] = set()
    room = TEXT
    in_header, reads = True, True
    for line in lines:
        is_boundary = line.startswith(b"--") and _bare(line) in boundaries
        if is_boundary:
            in_header, reads, header = True, True, []
        elif in_header:
            if line.strip(b"\r\n"):
                header.append(line)
            else:
                in_header = False
                reads = _reads(b"".join(header), boundaries)
        if (in_header or reads or is_boundary) and room > 0:
            kept.append(line)
            room -= len(line)
    return b"".join(kept)


def _bare(line: bytes) -> bytes:
    return line.rstrip()[2:].removesuffix(b"--")


def _reads(header: bytes, boundaries: set[bytes]) -> bool:
    """Return whether the part under this header is text; note the boundary it announces."""
    for quoted, plain in _BOUNDARY.findall(header):
        boundaries.add((quoted or plain).removesuffix(b"--"))
    kind = _TYPE.search(header)
    return kind is None or kind[1].lower() in _READ
