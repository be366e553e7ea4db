"""What the API takes and gives, as OpenAPI tells it. Services may add fields; none goes away."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=20_000)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Value = str | int | float | bool | None | list[str | int | float | bool | dict[str, str | bool]]
Values = dict[Annotated[str, StringConstraints(min_length=1, max_length=60)], Value]


class Given(BaseModel):
    """What we answer; more fields may come."""

    model_config = ConfigDict(extra="allow")


class Taken(BaseModel):
    """What we are told; an unknown field is refused."""

    model_config = ConfigDict(extra="forbid")


class Trouble(BaseModel):
    """What is wrong, and how to mend it."""

    error: str
    hint: str = ""


class Done(BaseModel):
    """What was done, in words, and the saying that undoes it."""

    done: str
    saying: str | None = None


class Evidence(Given):
    """A fact and the words quoted from it."""

    event: int | str
    quote: str | None


class Reason(Given):
    """Why, by which rule."""

    rule: str
    text: str
    evidence: list[Evidence] = []


class Row(Given):
    """A follow-up as a screen shows it."""

    id: str
    title: str
    employer: str
    role: str | None
    state: Literal["due", "upcoming", "overdue"]
    not_before: datetime
    due: datetime
    latest: datetime | None
    optional: bool
    why: str
    rule: str
    quote: str | None


class WaitingRow(Given):
    """An employer to leave in peace, and until when."""

    opportunity: str
    employer: str
    until: str | None
    why: str
    quote: str | None


class AgendaShape(Given):
    """Today: what is due, what waits, what comes up."""

    at: datetime
    due: list[Row]
    waiting: list[WaitingRow]
    upcoming: list[Row]
    cautions: list[dict[str, Any]]
    review: int
    opportunities: int


class OpportunityLine(Given):
    """Where an opportunity stands."""

    id: str
    employer: str
    role: str | None
    stage: str
    closed_as: str | None
    next: str | None


class OpportunityLines(Given):
    """All opportunities."""

    opportunities: list[OpportunityLine]


class OpportunityShape(Given):
    """All that is known of an opportunity."""

    id: str
    employer: str
    people: list[dict[str, Any]]
    timeline: list[dict[str, Any]]
    follow_ups: list[Row]
    held: list[dict[str, Any]]
    waiting: list[WaitingRow]


class WhyShape(Given):
    """The reasons behind a follow-up, or why there is none."""

    id: str
    follow_up: dict[str, Any] | None
    held: list[dict[str, Any]]


class FindingShape(Given):
    """A remark of the proofreader."""

    severity: Literal["error", "warning", "hint"]
    check: str
    span: list[int]
    text: str
    suggestion: str | None
    rule: str | None


class FindingsShape(Given):
    """All remarks on a text."""

    findings: list[FindingShape]


class DraftShape(Given):
    """A draft with its grounds and findings; for a call `script` in place of subject and body."""

    id: str
    kind: str
    channel: str | None
    to: list[str]
    cc: list[str]
    text: str
    grounds: list[dict[str, Any]]
    findings: list[FindingShape]


class NewOpportunity(Taken):
    """An opportunity entered by hand; people as "Name <address>"."""

    employer: Line
    role: Line | None = None
    agency: bool = False
    timezone: Line | None = None
    country: Line | None = None
    people: list[Line] = Field(default_factory=list, max_length=50)


class NewEvent(Taken):
    """An event by hand: a word of the search file and its keys."""

    what: Line
    when: Line | None = None
    keys: Values = Field(default_factory=dict)


class Debrief(Taken):
    """Notes after an interview, each the keys of a `debrief` (or `promise`) event."""

    answers: list[Values] = Field(max_length=20)


class Correction(Taken):
    """A fact's id, `person:ID` or `opportunity:ID`, and its new values; {"-": true} leaves out."""

    about: Line
    changes: Values


class Merge(Taken):
    """The other opportunity that becomes part of this one."""

    other: Line


class Split(Taken):
    """The facts whose messages are an opportunity of their own."""

    facts: list[Line] = Field(min_length=1, max_length=200)
    employer: Line
    role: Line | None = None


class DoneNow(Taken):
    """When and by which channel it was done (default: now, as planned)."""

    when: datetime | None = None
    channel: Literal["email", "call", "voicemail", "linkedin", "letter"] | None = None


class Later(Taken):
    """Until when, or for how many days."""

    until: datetime | None = None
    days: int = Field(default=1, ge=1, le=366)


class Skip(Taken):
    """Why it is skipped."""

    reason: Line | None = None


class Words(Taken):
    """A text for a follow-up; empty takes the kept words back."""

    text: Text
    subject: Annotated[str, StringConstraints(max_length=400)] | None = None


class FileToSend(Taken):
    """A file that goes with a letter: its name, and its content in base64 (RFC 4648)."""

    name: Line
    content: Base64Bytes = Field(max_length=14 << 20)


class Approve(Taken):
    """How an approved letter is to leave; what is left out is as the account has it.

    `when` is an hour of the candidate's own (of their zone, where it has none).
    """

    way: Literal["draft", "smtp", "mailto", "copy"] | None = None
    account: Line | None = None
    when: datetime | None = None
    despite_findings: bool = False
    again: bool = False
    undo_minutes: int = Field(default=5, ge=0, le=1440)
    quote: bool = False
    copy_me: bool = False
    attachments: list[FileToSend] = Field(default=[], max_length=10)


class WasSent(Taken):
    """Whether a letter that may have been sent was."""

    was_sent: bool


class LetterStep(Given):
    """One thing that happened to a letter."""

    at: str
    state: str
    why: str | None


class LetterShape(Given):
    """A letter on its way out: where it stands, why, and the words that speak against it."""

    id: str
    letter: str
    kind: str
    way: str
    to: list[str]
    subject: str
    state: str
    leave_at: str
    latest: str | None
    why: str | None
    quote: str | None
    steps: list[LetterStep]


class Letters(Given):
    """Every letter that was approved, in that order."""

    letters: list[LetterShape]


class Yes(Taken):
    """Whether a reading is right."""

    right: bool


class Undo(Taken):
    """The saying to take back; the newest where none is named."""

    saying: Line | None = None


class Choices(Taken):
    """Preferences by name (null goes back to the default), everywhere or for one opportunity."""

    values: Values = Field(min_length=1)
    opportunity: Line | None = None


class Profile(Taken):
    """Facts about the candidate; null leaves a fact as it is."""

    name: Line | None = None
    email: Line | None = None
    emails: list[Line] | None = None
    phone: Line | None = None
    timezone: Line | None = None
    country: Line | None = None


class Suppose(Taken):
    """What somebody supposes: until when to unroll, and texts such as "northwind: silence"."""

    until: datetime
    assume: list[Line] = Field(default_factory=list, max_length=20)


class Sentence(Taken):
    """Words and when they were said."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    said: datetime
    country: Line | None = None
    timezone: Line | None = None
