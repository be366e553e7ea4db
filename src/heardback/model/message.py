"""A message as text: what was written, by whom, to whom, in which thread."""

from dataclasses import dataclass, field
from datetime import datetime


def bracketed(message_id: str) -> str:
    """Given a Message-ID as kept, return it as headers write it: <id@host> (RFC 5322, 3.6.4)."""
    plain = "@" not in message_id or message_id.startswith("<")
    return message_id if plain else f"<{message_id}>"


PRINTED = "printed:"


def printed_id(message_id: str, number: int) -> str:
    """Given a mail's Message-ID, return an address for the n-th mail printed in it.

    What is printed in a forward has no Message-ID that anybody knows; this one is ours alone.
    """
    return f"{PRINTED}{message_id}#{number}"


def printed_in(message_id: str | None) -> str | None:
    """Given a message's id, return the Message-ID of the mail it is printed in, else None."""
    if message_id is None or not message_id.startswith(PRINTED):
        return None
    return message_id.removeprefix(PRINTED).rpartition("#")[0]


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an e-mail address as a header gives them; either may be empty."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A calendar event: from an invitation in a mail or from a calendar file (RFC 5545).

    `method` is REQUEST, CANCEL, REPLY, COUNTER, PUBLISH or None; `start`/`end` are aware, `zone`
    the IANA name they were given in, `noted_at` when the calendar says it was made (DTSTAMP),
    `changed_at` when it was changed last (LAST-MODIFIED, else DTSTAMP), `free` = it keeps nobody
    busy (TRANSP:TRANSPARENT).
    """

    uid: str
    sequence: int = 0
    method: str | None = None
    status: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    all_day: bool = False
    summary: str = ""
    description: str = ""
    location: str = ""
    organizer: Address | None = None
    attendees: tuple[Address, ...] = ()
    partstat: dict[str, str] = field(default_factory=dict)
    zone: str | None = None
    noted_at: datetime | None = None
    free: bool = False
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail, already decoded to text; nothing in it is an instruction or is ever rendered.

    `text` is the plain body as the reader sees it (HTML turned into text), quotes included.
    `headers` holds the few further headers reading needs (lower-case names): auto-submitted,
    precedence, list-id, list-unsubscribe, delivered-to, authentication-results and the like.
    """

    message_id: str
    date: datetime | None
    from_: Address
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    text: str = ""
    was_html: bool = False
    meetings: tuple[Meeting, ...] = ()
    attachments: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    attached: tuple["Message", ...] = ()
