"""What one message or meeting means: its kind, whom it concerns, and the words that say so."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from heardback.model.events import Mode, Stage
from heardback.model.message import Address
from heardback.model.moment import Moment
from heardback.model.people import PersonRole
from heardback.model.timeframe import Timeframe

MessageKind = Literal[
    "application_received",
    "scheduling",
    "interview_confirmed",
    "timeframe",
    "request",
    "still_deciding",
    "on_hold",
    "offer",
    "rejection",
    "position_closed",
    "thanks",
    "auto_reply",
    "recruiter_outreach",
    "job_alert",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSeen:
    """Somebody a message names, with what it tells of them."""

    name: str
    email: str | None = None
    role: PersonRole | None = None
    title: str | None = None
    phone: str | None = None
    employer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSeen:
    """An interview a message or meeting fixes; `with_` are names or addresses, `zone` IANA."""

    start: datetime
    end: datetime | None = None
    mode: Mode | None = None
    stage: Stage | None = None
    with_: tuple[str, ...] = ()
    cancelled: bool = False
    uid: str | None = None
    sequence: int = 0
    zone: str | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSeen:
    """An offer in a message."""

    decide_by: Moment | None = None
    written: bool | None = None
    conditional: bool | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What the employer wants from the candidate, and by when."""

    quote: str
    reply_by: Moment | None = None


ActKind = Literal[
    "asks",
    "asks_times",
    "asks_meeting",
    "promises",
    "ends",
    "offers",
    "accepts",
    "gives_times",
    "hands_in",
    "awaits",
    "courtesy",
    "aside",
    "retracts",
    "receives",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a message does to the question of who owes whom an answer, and the words that do it.

    asks: wants something of the reader (`asks_times`: times to meet, `asks_meeting`: a meeting);
    promises: the writer will come back, `by` a day where one is named; ends: the process is over;
    offers, accepts: the job; gives_times, hands_in: times or work that want an answer; awaits: an
    answer was announced and is awaited; courtesy: nothing but thanks; aside: no part of the
    exchange (a receipt, a newsletter); retracts: what was asked is no longer needed; receives:
    what was asked for has arrived.
    """

    kind: ActKind
    quote: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A mark of fraud in a message: what it is, and the words."""

    kind: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """Contract section 4 for one message or one meeting (`uid` set, `message_id` None).

    `timeframes` carry spans into the message's `text`. `promises` gives, with each timeframe
    that is a promise, the whole sentence it stands in (same order as those timeframes).
    `thread` are the Message-IDs of the References header, oldest first. `forwarded` are the mails
    it passes on, each with its own date and writer; their `forwarded_by` is whoever passed them on.
    """

    message_id: str | None
    uid: str | None = None
    date: datetime | None = None
    from_: Address = field(default_factory=Address)
    to: tuple[Address, ...] = ()
    subject: str = ""
    direction: Literal["in", "out"] = "in"
    job_related: bool = False
    kind: MessageKind = "other"
    also: tuple[MessageKind, ...] = ()
    employer: str | None = None
    role: str | None = None
    agency: str | None = None
    people: tuple[PersonSeen, ...] = ()
    timeframes: tuple[Timeframe, ...] = ()
    promises: tuple[tuple[Timeframe, str], ...] = ()
    interview: InterviewSeen | None = None
    offer: OfferSeen | None = None
    asks: tuple[Ask, ...] = ()
    authentication: Literal["pass", "fail", "none"] = "none"
    confidence: float = 0.0
    evidence: dict[str, str] = field(default_factory=dict)
    bounced: bool = False
    bounced_to: str | None = None
    away_until: datetime | None = None
    automatic: bool = False
    runner_up: bool = False
    hold_until: datetime | None = None
    sent_kind: str | None = None
    no_contact: tuple[str, ...] = ()
    no_contact_quote: str | None = None
    thread: tuple[str, ...] = ()
    in_reply_to: str | None = None
    acts: tuple[Act, ...] = ()
    flags: tuple[Flag, ...] = ()
    forwarded: tuple["Understanding", ...] = ()
    forwarded_by: str | None = None
