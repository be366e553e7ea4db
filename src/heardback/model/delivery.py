"""A letter on its way out: what it is, every step it took, and where it stands now.

A letter's words and its Message-ID are fixed when it is approved. Its steps are only ever added;
the last one says where it stands. A step's number is unique for its letter, so that of two runs
only one can take it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Way = Literal["draft", "smtp", "mailto", "copy"]
"""Into the mailbox's Drafts, sent by SMTP, as a file for any mail program, or copied by hand."""

StepKind = Literal[
    "approved",
    "started",  # a try has begun; nothing can have reached anybody yet
    "handing",  # from here on it may have been taken
    "waiting",  # the server could not be reached, or was busy: it is tried again
    "drafted",
    "sent",
    "unknown",  # it may have been handed over; never repeated without a yes
    "failed",  # the server said no for good
    "late",  # its time has passed: asked again
    "superseded",  # something new speaks against it
    "withdrawn",  # taken back: by the candidate, or a draft of ours whose reason is gone
    "theirs",  # a draft the candidate has changed or deleted: not ours any more
    "given",  # it is in the candidate's hands: a file, the clipboard, a sheet of paper
    "released",  # it was late, and the candidate said yes all the same
]

ENDED = frozenset({"superseded", "withdrawn", "failed", "sent"})
LEAVING = frozenset({"approved", "waiting", "released"})
BEGUN = frozenset({"started", "handing"})
IN_HAND = frozenset({"drafted", "theirs", "given", "unknown"})
"""The candidate may have sent it: whether they did is seen in Sent."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to go with a letter."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An approved letter. `raw` is the whole mail in base64; `event` the `sent` event it means.

    `leave_at` is when it may leave at the earliest; `latest` when it is too late without asking.
    `follow_up` is the lasting key of the follow-up it carries, `plan_id` its readable id. `blind`
    are own addresses that get a copy unseen. `by_hand`: the hour is the candidate's own, so that
    the reader's business hours are not waited for. `known` is how many messages and meetings were
    kept when it was approved: what came later is new. `attached` are the names of its files.
    """

    id: str
    follow_up: str
    plan_id: str
    opportunity: str
    kind: str
    way: Way
    account: str
    message_id: str
    sender: str
    readers: tuple[str, ...]
    subject: str
    text: str
    raw: str
    leave_at: datetime
    latest: datetime | None = None
    event: dict[str, object] = field(default_factory=dict)
    blind: tuple[str, ...] = ()
    by_hand: bool = False
    known: int = 0
    attached: tuple[str, ...] = ()

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail, not words for a call, a card or a page."""
        return self.event.get("channel", "email") == "email"

    @property
    def envelope(self) -> tuple[str, ...]:
        """Return everybody who gets it, those unseen too."""
        return tuple(dict.fromkeys((*self.readers, *self.blind)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened to a letter: why, in words, with the words it rests on.

    `place` is where it now lies (account and UID), or for `started` how Drafts stood before.
    The first step, `approved`, carries the letter itself.
    """

    letter: str
    number: int
    at: datetime
    kind: StepKind
    why: str = ""
    quote: str = ""
    place: str = ""
    body: Letter | None = None

    @property
    def id(self) -> str:
        """Return what makes it one of a kind."""
        return f"{self.letter}:{self.number}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A letter with all its steps."""

    letter: Letter
    steps: tuple[Step, ...]

    @property
    def last(self) -> Step:
        """Return the newest step."""
        return self.steps[-1]

    @property
    def kind(self) -> StepKind:
        """Return where it stands."""
        return self.last.kind

    @property
    def mark(self) -> str:
        """Return how Drafts stood before the last try."""
        return next((s.place for s in reversed(self.steps) if s.kind == "started"), "")

    @property
    def place(self) -> str:
        """Return where the draft lies."""
        return next((s.place for s in reversed(self.steps) if s.kind == "drafted"), "")


def standings(steps: "list[Step]") -> list[Standing]:
    """Given all steps in the order they were taken, return where every letter stands."""
    found: dict[str, list[Step]] = {}
    for step in steps:
        found.setdefault(step.letter, []).append(step)
    return [
        Standing(taken[0].body, tuple(taken))
        for taken in found.values()
        if taken[0].body is not None
    ]
