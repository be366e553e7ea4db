"""Fetching many mails at once by UID, always with PEEK, parsed without a general IMAP grammar.

Every FETCH here asks for one BODY section at most, so that an answer is some words and at most one
literal; taking it apart by hand is many times as fast as parsing it, which counts at 100,000 mails.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from heardback.adapters.mail.bounded import WHOLE, read_bounded
from heardback.adapters.mail.imap import ImapSession
from heardback.adapters.mail.imap_faults import explained, refused

FIELDS = (
    "BODY.PEEK[HEADER.FIELDS (From To Cc Subject Message-ID In-Reply-To References Delivered-To "
    "List-Id List-Unsubscribe Precedence Content-Type Content-Transfer-Encoding)]"
)
"""What the gate looks at of a header."""

PIECE = 1 << 20
_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_ARRIVED = re.compile(
    rb'INTERNALDATE "([ \d]\d)-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"'
)
_QUOTED = re.compile(rb'BODY\[[^\]]*\](?:<\d+>)? "((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(rb"\\(.)")
_MONTHS = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(slots=True)
class Fetched:
    """One answer: the words beside the literal, and what was asked for (None: no such part)."""

    uid: int
    words: bytes
    body: bytes | None

    @property
    def size(self) -> int:
        """How large the whole mail is."""
        found = _SIZE.search(self.words)
        return int(found[1]) if found else 0

    @property
    def arrived(self) -> datetime | None:
        """When the server got it."""
        found = _ARRIVED.search(self.words)
        if found is None or found[2].title() not in _MONTHS:
            return None
        day, year, hour, minute, second = (int(found[each]) for each in (1, 3, 4, 5, 6))
        away = timedelta(hours=int(found[8]), minutes=int(found[9]))
        try:
            at = datetime(
                year,
                _MONTHS.index(found[2].title()) + 1,
                day,
                hour,
                minute,
                second,
                tzinfo=timezone(-away if found[7] == b"-" else away),
            )
            return at.astimezone(UTC)
        except (ValueError, OverflowError):
            return None


def fetch(session: ImapSession, uids: Sequence[int], what: str) -> list[Fetched]:
    """Return what the server answers for these UIDs of the open folder, in their order."""
    if not uids:
        return []
    imap: Any = session.client._imap  # noqa: SLF001 - IMAPClient's own parser is slow
    with explained(session.server):
        kind, answer = imap.uid("FETCH", in_ranges(uids), f"(UID {what})")
    if kind != "OK":
        raise refused(repr(answer)[:200], session.server.host)
    asked = set(uids)
    found = {each.uid: each for each in _answers(answer) if each.uid in asked}
    return [found[uid] for uid in uids if uid in found]


def _answers(answer: Sequence[Any]) -> Iterator[Fetched]:
    """Yield the mails of an answer; imaplib gives a literal with the words before it as a pair."""
    words, body = b"", None
    for piece in (*answer, None):
        begins = piece is None or isinstance(piece, tuple) or not _ends_one(piece)
        if begins and words:
            made = _made(words, body)
            if made is not None:
                yield made
            words, body = b"", None
        if isinstance(piece, tuple):
            words, body = piece[0], bytes(piece[1])
        elif piece is not None:
            words += b" " + piece


def _ends_one(piece: bytes) -> bool:
    """Return whether words stand after a literal, such as `)` or ` UID 5)`."""
    return not piece[:1].isdigit()


def _made(words: bytes, body: bytes | None) -> Fetched | None:
    uid = _UID.search(words)
    if uid is None:
        return None  # a flag changed meanwhile, and the server says so
    if body is None:
        quoted = _QUOTED.search(words)
        body = _ESCAPED.sub(rb"\1", quoted[1]) if quoted else None
    return Fetched(int(uid[1]), words, body)


def in_ranges(uids: Sequence[int]) -> str:
    """Return ascending UIDs as IMAP writes them: 1:3,7."""
    parts: list[str] = []
    first = last = uids[0]
    for uid in (*uids[1:], -1):
        if uid == last + 1:
            last = uid
            continue
        parts.append(str(first) if first == last else f"{first}:{last}")
        first = last = uid
    return ",".join(parts)


def uids_between(session: ImapSession, first: int, next_: int) -> list[int]:
    """Return the UIDs of the open folder from `first` up to, not including, `next_`, ascending."""
    with explained(session.server):
        found = session.client.search(["UID", f"{first}:{next_ - 1}"])
    return sorted(int(uid) for uid in found if first <= uid < next_)


def whole_mail(session: ImapSession, uid: int, size: int) -> bytes:
    """Return a mail, of a huge one what of it is text; it is never in memory as a whole."""
    if size <= WHOLE:
        found = fetch(session, [uid], "BODY.PEEK[]")
        return (found[0].body or b"") if found else b""
    reader = io.BufferedReader(_Remote(session, uid), buffer_size=PIECE)
    return read_bounded(reader, size)


class _Remote(io.RawIOBase):
    """A mail on the server as a file that is read piece by piece."""

    def __init__(self, session: ImapSession, uid: int) -> None:
        self._session, self._uid, self._at = session, uid, 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next; return how much."""
        found = fetch(self._session, [self._uid], f"BODY.PEEK[]<{self._at}.{len(buffer)}>")
        piece = (found[0].body or b"") if found else b""
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
