"""The head of a letter in a file: who sends it to whom, where such lines stand above the text."""

import re
from dataclasses import dataclass, replace

from heardback.checking.envelope import Envelope
from heardback.model.message import Message

_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{1,30}):[ \t]*(?P<value>[^\n]*(?:\n[ \t][^\n]*)*)\n")
_END = re.compile(r"[ \t]*\n")
KNOWN = frozenset(
    "from to cc bcc subject date reply-to attachment attachments message-id in-reply-to references "
    "content-type content-transfer-encoding mime-version x-mailer user-agent x-unsent".split()
)
MUST_HAVE = frozenset({"from", "to", "subject", "cc"})
_MIME = re.compile(r"multipart/|text/html|base64|quoted-printable", re.IGNORECASE)
_APART = re.compile(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the text: `start` is where the text begins, `is_mime` a mail in full."""

    envelope: Envelope | None = None
    subject: str | None = None
    start: int = 0
    is_mime: bool = False


def read_head(text: str) -> Head:
    """Given a file's text, return its head (To:, Subject: …); a letter may have none."""
    values: dict[str, str] = {}
    at = 0
    while (line := _LINE.match(text, at)) and line["name"].lower() in KNOWN:
        values.setdefault(line["name"].lower(), " ".join(line["value"].split()))
        at = line.end()
    end = _END.match(text, at)
    if not values.keys() & MUST_HAVE or (end is None and at < len(text)):
        return Head()
    kind = f"{values.get('content-type', '')} {values.get('content-transfer-encoding', '')}"
    return Head(
        envelope=Envelope(
            sender=values.get("from"),
            to=_addresses(values.get("to", "")),
            cc=_addresses(values.get("cc", "")),
            bcc=_addresses(values.get("bcc", "")),
            attachments=_files(values),
        ),
        subject=values.get("subject"),
        start=end.end() if end else at,
        is_mime=_MIME.search(kind) is not None,
    )


def _addresses(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _APART.split(value) if "@" in part)


def _files(values: dict[str, str]) -> tuple[str, ...] | None:
    named = values.get("attachments", values.get("attachment"))
    if named is None:
        return None
    return tuple(f.strip() for f in named.split(",") if f.strip().lower() not in ("", "none"))


def within(head: Head, message: Message) -> tuple[str, Head]:
    """Given a mail and its head, return its text, and the head as the text alone would have it."""
    envelope = head.envelope or Envelope()
    files = tuple(message.attachments)
    return message.text, Head(
        envelope=replace(envelope, attachments=files), subject=message.subject or head.subject
    )
