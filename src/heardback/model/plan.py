"""What to do next: follow-ups, what is held back, what to wait for, and the reasons."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Literal

from heardback.model.record import record

FollowUpKind = Literal[
    "ask_timeframe",
    "thank_you",
    "ask_address",
    "check_in",
    "closing_message",
    "reply",
    "acknowledge_offer",
    "ask_extension",
    "tell_about_offer",
    "decide",
    "accept",
    "decline",
    "withdraw",
    "raise_point",
    "ask_question",
    "debrief_recruiter",
    "update_recruiter",
    "take_call",
    "reschedule",
    "fix_mistake",
    "answer_rejection",
    "keep_in_touch",
]
KINDS: tuple[str, ...] = FollowUpKind.__args__  # type: ignore[attr-defined]  # Literal's own args
STATUS_QUESTIONS = frozenset({"check_in", "closing_message"})
State = Literal["due", "upcoming", "overdue"]
AimName = Literal[
    "persuade", "add", "correct", "ask_timeframe", "reiterate", "offer_information", "ask_feedback"
]
OpportunityStage = Literal[
    "applied", "interviewing", "waiting", "offer", "deciding", "accepted", "on_hold", "closed"
]
ClosedAs = Literal["rejected", "withdrawn", "declined", "no_answer", "filled"]


@record(frozen=True, slots=True)
class Ground:
    """What a reason rests on: the event (its place, or the fact's id) and the words quoted."""

    event: int | str
    quote: str | None = None


@record(frozen=True, slots=True)
class Reason:
    """Why: the playbook rule, a sentence key of the language with its values, and the evidence.

    The rule formats no text: `say` names a sentence in `languages/<xx>/reasons`, `values` fill it.
    """

    rule: str
    say: str
    values: Mapping[str, object] = field(default_factory=dict)
    evidence: tuple[Ground, ...] = ()


@record(frozen=True, slots=True)
class Aim:
    """What a message should also achieve."""

    aim: AimName
    what: str | None = None
    evidence: tuple[Ground, ...] = ()


@record(frozen=True, slots=True)
class Sentence:
    """A sentence key of the language and the values that fill it."""

    say: str
    values: Mapping[str, object] = field(default_factory=dict)


@record(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The decided next thing to write, say or decide (contracts.md, section 2).

    `to` are the readers' ids, `via` the person who carries it, `anchor` the event (ref) from which
    the due moment is counted. All moments are aware, in the zone of whoever gets it first.
    """

    id: str
    opportunity: str
    kind: FollowUpKind
    to: tuple[str, ...] = ()
    via: str | None = None
    cc: tuple[str, ...] = ()
    channel: str | None = "email"
    attempt: int = 1
    not_before: datetime
    due: datetime
    latest: datetime | None = None
    state: State = "upcoming"
    optional: bool = False
    aims: tuple[Aim, ...] = ()
    anchor: int | str | None = None
    review_by: datetime | None = None
    changes_if: tuple[Sentence, ...] = ()
    why: tuple[Reason, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What an opportunity waits for, until when, and what would follow."""

    opportunity: str
    for_: str = "answer"
    until: date | None = None
    then: FollowUpKind | None = None
    why: tuple[Reason, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Held:
    """A follow-up that a rule suppresses for now.

    `latest` is its own last useful moment, where that passing can bring it back late.
    """

    opportunity: str
    kind: str
    to: tuple[str, ...] = ()
    until: datetime | None = None
    latest: datetime | None = None
    reason: Reason


@record(frozen=True, slots=True, kw_only=True)
class Caution:
    """Not yet, and why: what a person is tempted to do."""

    opportunity: str
    kind: str
    to: tuple[str, ...] | None = None
    channel: str | None = None
    until: datetime | None = None
    reason: Reason


@record(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one opportunity stands."""

    stage: OpportunityStage
    closed_as: ClosedAs | None = None
    next: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class OtherProcess:
    """Another process beside an open offer: when it may answer, and what would bridge the gap.

    `gap_days` are the business days from the offer's date to the promised one (None: no gap, or no
    promise); `extension_days` and `extension_until` what would bridge it (three days at least);
    `reachable` whether that is no more than the candidate is willing to ask for.
    """

    opportunity: str
    promised_by: date | None = None
    steps_left: int | None = None
    far_along: bool = False
    preferred: bool = False
    gap_days: int | None = None
    extension_days: int | None = None
    extension_until: datetime | None = None
    reachable: bool | None = None
    asks: tuple[Sentence, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class DeadlineSum:
    """An open offer's deadline beside every other process (rules OF-3 to OF-7).

    `ask_by` is the latest moment to ask for more time, `asks` what to do if nobody moves.
    """

    opportunity: str
    decide_by: datetime
    assumed: bool
    working_hours_left: float
    ask_by: datetime
    others: tuple[OtherProcess, ...] = ()
    asks: tuple[Sentence, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole answer for one search at one moment."""

    at: datetime
    follow_ups: tuple[FollowUp, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    held: tuple[Held, ...] = ()
    cautions: tuple[Caution, ...] = ()
    opportunities: Mapping[str, Standing] = field(default_factory=dict)
    deadlines: tuple[DeadlineSum, ...] = ()
