"""One raw mail (RFC 5322, MIME) becomes a `Message`; whatever is wrong with it becomes a fault.

The standard library's `compat32` parser does the splitting (its `policy.default` costs three to
four times as much); the decoding is ours, so that no broken header or charset can raise.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message as Mime
from email.utils import getaddresses, parsedate_to_datetime

from heardback.adapters.mail.mime_text import (
    MAX_HEADER,
    charset_decoded,
    header_decoded,
    html_text,
    tidied,
    transfer_decoded,
)
from heardback.adapters.mail.trusted import believed
from heardback.model.message import Address, Meeting, Message

MAX_RAW = 16_000_000  # bytes of one message that are parsed
MAX_PARTS = 500
MAX_BOUNDARIES = 100  # more nested multiparts than this: only the beginning is parsed
MAX_ATTACHED = 20
MAX_ATTACHED_DEPTH = 3
MAX_ADDRESSES = 200
EARLIEST, LATEST = 1990, 2037  # years a Date header may name

KEPT_HEADERS = frozenset(
    """auto-submitted precedence list-id list-unsubscribe delivered-to x-original-to
    authentication-results arc-authentication-results x-failed-recipients return-path x-autoreply
    x-autorespond x-auto-response-suppress x-auto-reply feedback-id x-mailer content-type sender
    x-loop x-mailgun-sid x-sg-eid x-campaign x-campaignid x-mc-user x-gm-labels x-google-labels
    x-spam-flag x-spam-status importance thread-topic thread-index original-recipient
    content-class x-microsoft-headers errors-to""".split()
)
_MARK = re.compile(r"<[^<>\s]{1,800}>")
_BARE_ADDRESS = re.compile(r"[^\s<>,;:\"()]{1,100}@[^\s<>,;:\"()]{1,190}")
_REPORT_TYPES = ("message/delivery-status", "text/rfc822-headers")

Headers = dict[str, list[str]]


def read_mime(raw: bytes) -> Message:
    """Given the bytes of one mail, return it as a Message; never raise for its content."""
    return _read(raw, depth=0)


def _read(raw: bytes, *, depth: int) -> Message:
    faults: list[str] = []
    mime = _parsed(raw, faults)
    return _message(mime, raw=raw, depth=depth, faults=faults)


def _parsed(raw: bytes, faults: list[str]) -> Mime:
    if len(raw) > MAX_RAW:
        faults.append(f"only the first {MAX_RAW // 1_000_000} MB were read")
        raw = raw[:MAX_RAW]
    if raw.count(b"boundary=") > MAX_BOUNDARIES:
        faults.append("too many nested parts")
        raw = raw[:1_000_000]
    if raw.startswith((b"From ", b">From ")):
        raw = raw.partition(b"\n")[2]
    raw = raw.lstrip(b"\r\n") if raw[:1] in b"\r\n" else raw
    try:
        return message_from_bytes(raw)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as why:
        faults.append(f"structure could not be parsed ({type(why).__name__})")
        head, _, body = raw.partition(b"\n\n")
        plain = Mime()
        plain.set_payload(body[:1_000_000].decode("ascii", "surrogateescape"))
        for line in head.split(b"\n")[:200]:
            name, colon, value = line.partition(b":")
            if (
                colon
                and re.fullmatch(rb"[!-9;-~]{1,80}", name)
                and not name.lower().startswith(b"content-")
            ):
                plain[name.decode("ascii")] = value.strip().decode("ascii", "surrogateescape")
        return plain


def _message(mime: Mime, *, raw: bytes, depth: int, faults: list[str]) -> Message:
    headers = _headers(mime)
    body = _Body(depth=depth, faults=faults)
    body.take(mime)
    return Message(
        message_id=_message_id(headers, raw, faults),
        date=_date(headers, faults),
        from_=(_addresses(headers, "from", faults) or (Address(),))[0],
        to=_addresses(headers, "to", faults),
        cc=_addresses(headers, "cc", faults),
        reply_to=_addresses(headers, "reply-to", faults),
        subject=header_decoded(_one(headers, "subject"), faults=faults)[:2000],
        in_reply_to=next(iter(_marks(headers, "in-reply-to")), None),
        references=_marks(headers, "references")[-100:],
        text=body.text(),
        was_html=body.was_html,
        meetings=tuple(body.meetings),
        attachments=tuple(body.attachments),
        headers=_kept(headers, body.report, faults),
        faults=tuple(dict.fromkeys(faults))[:20],
        attached=tuple(body.attached),
    )


def _headers(mime: Mime) -> Headers:
    """Return the raw header values by lower-case name (surrogates still in them)."""
    found: Headers = {}
    for name, value in mime.raw_items():
        values = found.setdefault(name.lower(), [])
        if len(values) < 20:
            values.append(str(value))
    return found


def _one(headers: Headers, name: str) -> str:
    values = headers.get(name)
    return values[0] if values else ""


def _message_id(headers: Headers, raw: bytes, faults: list[str]) -> str:
    value = _one(headers, "message-id").strip()
    if value:
        found = _MARK.search(value)
        text = header_decoded(found.group(0) if found else value.split()[0], faults=faults)
        if text.strip("<>"):
            return text.strip("<>")[:800]
    faults.append("no Message-ID")
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def _marks(headers: Headers, name: str) -> tuple[str, ...]:
    """Return the Message-IDs a header names, without angle brackets."""
    value = _one(headers, name)[:MAX_HEADER]
    if not value:
        return ()
    found = [mark[1:-1] for mark in _MARK.findall(value)]
    if not found and "@" in value:
        found = _BARE_ADDRESS.findall(value)
    clean = (mark.encode("utf-8", "replace").decode() for mark in found)
    return tuple(dict.fromkeys(clean))


def _date(headers: Headers, faults: list[str]) -> datetime | None:
    """Return the Date header's moment, else that of the newest Received line, else None."""
    value = _one(headers, "date").strip()
    moment = _moment(value)
    if moment is not None:
        return moment
    faults.append("no Date" if not value else f"Date {value[:40]!r} is no usable date")
    for line in headers.get("received", ())[:3]:
        moment = _moment(line[-200:].rpartition(";")[2].strip())
        if moment is not None:
            faults.append("date taken from Received")
            return moment
    return None


def _moment(value: str) -> datetime | None:
    if not value:
        return None
    try:
        moment = parsedate_to_datetime(value[:200])
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        moment.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        return None
    return moment if EARLIEST <= moment.year <= LATEST else None


def _addresses(headers: Headers, name: str, faults: list[str]) -> tuple[Address, ...]:
    values = headers.get(name)
    if not values:
        return ()
    text = ", ".join(values)[:MAX_HEADER]
    if "\n" in text or "\r" in text:
        text = re.sub(r"[\r\n]+[ \t]*", " ", text)
    if not text.isascii():
        text = (
            header_decoded(text, faults=faults)
            if "=?" not in text
            else charset_decoded(text.encode("utf-8", "surrogateescape"), None, faults=[])
        )
    try:
        pairs = getaddresses([text])
    except (ValueError, IndexError, TypeError, RecursionError, AttributeError):
        pairs = []
    if not any(email for _, email in pairs):
        pairs = [("", email) for email in _BARE_ADDRESS.findall(text)]
        if not pairs and text.strip():
            faults.append(f"no address in {name.title()}")
            pairs = [(text.strip()[:200], "")]
    found = (_address(person, email, faults) for person, email in pairs[:MAX_ADDRESSES])
    return tuple(one for one in found if one.name or one.email)


def _address(name: str, email: str, faults: list[str]) -> Address:
    name = header_decoded(name, faults=faults).strip("\"' ") if name else ""
    email = email.strip().strip("<>\"'")
    if not email.isascii():
        email = email.encode("utf-8", "replace").decode()
    if "@" not in email and not name:
        name, email = email, ""
    return Address(name[:300].encode("utf-8", "replace").decode(), email[:320])


def _kept(headers: Headers, report: dict[str, str], faults: list[str]) -> dict[str, str]:
    kept = {
        name: header_decoded("\n ".join(values), faults=faults)[:4000]
        for name, values in headers.items()
        if name in KEPT_HEADERS
    }
    if "authentication-results" in kept:
        top = believed(headers["authentication-results"], headers.get("received", ()))
        kept["authentication-results"] = header_decoded(top, faults=faults)[:4000]
    kept.update(report)
    return kept


class _Body:
    """What is gathered from the parts of one message."""

    def __init__(self, *, depth: int, faults: list[str]) -> None:
        self.depth = depth
        self.faults = faults
        self.plain: list[str] = []
        self.html: list[str] = []
        self.meetings: list[Meeting] = []
        self.attachments: list[str] = []
        self.attached: list[Message] = []
        self.report: dict[str, str] = {}
        self.was_html = False

    def take(self, mime: Mime) -> None:
        """Gather every part, in order, up to the bound."""
        for count, part in enumerate(_leaves(mime)):
            if count >= MAX_PARTS:
                self.faults.append(f"only the first {MAX_PARTS} parts were read")
                return
            try:
                self._part(part)
            except (ValueError, LookupError, TypeError, AttributeError, IndexError) as why:
                self.faults.append(f"a part could not be read ({type(why).__name__})")

    def text(self) -> str:
        """Return the body as text: the plain parts, else the HTML ones."""
        plain = "\n".join(self.plain)
        if plain.strip() and not (self.html and _says_nothing(plain)):
            return tidied(plain)
        if self.html:
            self.was_html = True
            return tidied("\n".join(html_text(one, faults=self.faults) for one in self.html))
        return tidied(plain)

    def _part(self, part: Mime) -> None:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            self._attached(part)
            return
        if kind in _REPORT_TYPES:
            self._report(part, kind)
            return
        name = self._name(part)
        is_attachment = "attachment" in str(part.get("content-disposition", "")).lower()[:40]
        if kind == "text/calendar" or (name or "").lower().endswith((".ics", ".vcs")):
            self._calendar(part, name or "invitation")
        elif kind in ("text/plain", "text/html") and not is_attachment:
            (self.plain if kind == "text/plain" else self.html).append(self._decoded(part))
            return
        if name:
            self.attachments.append(name[:300])

    def _name(self, part: Mime) -> str | None:
        if "name" not in f"{part.get('content-disposition', '')}{part.get('content-type', '')}":
            return None
        name = part.get_filename()
        return header_decoded(name, faults=self.faults) if name else None

    def _decoded(self, part: Mime) -> str:
        raw = self._bytes(part)
        charset = part.get_param("charset")
        name = charset if isinstance(charset, str) else None
        return charset_decoded(raw, name, faults=self.faults)

    def _bytes(self, part: Mime) -> bytes:
        payload = part.get_payload()
        if not isinstance(payload, str):
            return b""
        encoding = str(part.get("content-transfer-encoding", ""))
        if encoding.strip().lower() in ("", "7bit", "8bit", "binary"):
            # As text the parser would decode these by their charset; the bytes are wanted.
            whole = part.get_payload(decode=True)
            return whole if isinstance(whole, bytes) else b""
        return transfer_decoded(payload, encoding, faults=self.faults)

    def _calendar(self, part: Mime, name: str) -> None:
        from heardback.adapters.calendar.ics import read_ics
        from heardback.errors import UnreadableMail

        try:
            self.meetings.extend(read_ics(self._bytes(part), name=name))
        except UnreadableMail as why:
            self.faults.append(f"calendar part: {why.message}"[:200])

    def _attached(self, part: Mime) -> None:
        inner = part.get_payload()
        whole = inner[0] if isinstance(inner, list) and inner else None
        if not isinstance(whole, Mime) or len(self.attached) >= MAX_ATTACHED:
            return
        if self.depth >= MAX_ATTACHED_DEPTH:
            self.faults.append("attached messages nest too deep")
            return
        faults: list[str] = []
        raw = f"{whole.get('date')}{whole.get('from')}{whole.get('subject')}".encode(
            "utf-8", "replace"
        )
        self.attached.append(_message(whole, raw=raw, depth=self.depth + 1, faults=faults))

    def _report(self, part: Mime, kind: str) -> None:
        """Keep what a delivery report (RFC 3464) says of the recipient that was not reached."""
        payload = part.get_payload()
        blocks = payload if isinstance(payload, list) else [part]
        for block in blocks[:50]:
            if not isinstance(block, Mime):
                continue
            for name in ("final-recipient", "original-recipient", "action", "status"):
                value = block.get(name)
                if value and f"report-{name}" not in self.report:
                    self.report[f"report-{name}"] = header_decoded(str(value), faults=self.faults)
        if kind == "text/rfc822-headers":
            self.report.setdefault("report-headers", "yes")


def _leaves(mime: Mime) -> Iterator[Mime]:
    """Yield the parts that are no multiparts, without recursion, attached messages whole."""
    stack = [mime]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        kind = part.get_content_type()
        if isinstance(payload, list) and not kind.startswith("message/"):
            stack.extend(one for one in reversed(payload) if isinstance(one, Mime))
        else:
            yield part


def _says_nothing(plain: str) -> bool:
    """Tell whether a plain part only says that the mail should be read as HTML."""
    if len(plain) > 400:
        return False
    low = plain.lower()
    return "html" in low and ("view" in low or "support" in low or "display" in low)
