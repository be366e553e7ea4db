"""A letter before it leaves, the facts it rests on, and what the proofreader says of it."""

from dataclasses import dataclass, field
from typing import Literal, get_args

Severity = Literal["error", "warning", "hint"]
Register = Literal["formal", "friendly", "brief"]
REGISTERS: tuple[Register, ...] = get_args(Register)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark of a check; `start`/`end` index the text; `rule` is the playbook's, if any.

    `fix` is what one key puts in place of the span (None: only the writer can mend it); `safe` that
    it cannot change what is meant.
    """

    severity: Severity
    check: str
    start: int
    end: int
    text: str
    suggestion: str | None = None
    rule: str | None = None
    fix: str | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGround:
    """A claim of the body (span) and what in the record it rests on.

    `evidence` is one of {"event": ref, "quote": …}, {"person": id}, {"opportunity": field},
    {"candidate": field}.
    """

    start: int
    end: int
    evidence: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft for one follow-up; for a call `script` and `voicemail` replace subject and body.

    `register` and `variant` say which of the drafts for the same follow-up it is; `thin` that the
    record holds too little for a good one, in which case `questions` asks for what would help most.
    `likeness` says how much of it each of the panel's other notes has in common with it (0 to 1),
    by id; `edited` that the words are the candidate's own.
    """

    id: str
    kind: str
    channel: str
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str | None = None
    in_reply_to: str | None = None
    body: str | None = None
    script: str | None = None
    voicemail: str | None = None
    grounds: tuple[DraftGround, ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[str, ...] = field(default_factory=tuple)
    register: Register = "formal"
    variant: int = 1
    thin: bool = False
    likeness: tuple[tuple[str, float], ...] = ()
    edited: bool = False
