"""A letter on its way out: what it is, every step it took, and where it stands now.

A letter's words and its Message-ID are fixed when it is approved. Its steps are only ever added;
the last one says where it stands. A step's number is unique for its letter, so that of two runs
only one can take it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Way = Literal["draft", "smtp"]
"""Into the mailbox's Drafts, or sent by SMTP."""

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
]

ENDED = frozenset({"superseded", "withdrawn", "failed", "sent"})
LEAVING = frozenset({"approved", "waiting"})
BEGUN = frozenset({"started", "handing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An approved letter. `raw` is the whole mail in base64; `event` the `sent` event it means.

    `leave_at` is when it may leave at the earliest; `latest` when it is too late without asking.
    `follow_up` is the lasting key of the follow-up it carries, `plan_id` its readable id.
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
