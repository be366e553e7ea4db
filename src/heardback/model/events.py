"""Everything that can happen in a search: the closed union of the contract's events.

Each class is one `what` of the search file (contracts.md, section 1); an `Event` says when it
happened and what the claim rests on. People are named by their id.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from heardback.model.moment import Moment
from heardback.model.timeframe import Firmness

Stage = Literal["screen", "first", "later", "final"]
Mode = Literal["phone", "video", "onsite"]
Channel = Literal["email", "call", "voicemail", "linkedin", "letter"]
PromiseAbout = Literal["answer", "written_offer", "schedule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The candidate applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A meeting, scheduled (future) or held (past). `with_` None: not said who was there."""

    ends: Moment | None = None
    stage: Stage | None = None
    mode: Mode | None = None
    with_: tuple[str, ...] | None = None
    steps_left: int | None = None
    cancelled: bool = False
    replaces: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencesChecked:
    """The employer is calling references: far along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakAnswer:
    """Something said wrongly or weakly; `noticed`: is the candidate sure that they noticed?"""

    what: str
    noticed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What the candidate noted after an interview, about one person or the whole of it."""

    person: str | None = None
    topics: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    mistakes: tuple[WeakAnswer, ...] = ()
    weak_answers: tuple[WeakAnswer, ...] = ()
    questions: tuple[str, ...] = ()
    enthusiasm: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """When the employer said it would answer: words (`said`) or dates."""

    from_: str | None = None
    said: str | None = None
    by: date | None = None
    earliest: date | None = None
    firmness: Firmness | None = None
    invites: bool | None = None
    event: str | None = None
    about: PromiseAbout = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContact:
    """The employer asked not to be contacted: any, calls, mobile, linkedin, hiring_manager, id."""

    said: str | None = None
    from_: str | None = None
    forbids: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """An agency or employer allowed what the default forbids."""

    from_: str | None = None
    allows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody is out of office; `until` is the last day away."""

    person: str | None = None
    from_: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the candidate learned elsewhere."""

    about: Literal["reposted", "advertised_elsewhere", "contact_left", "other"] = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A message or call from the employer."""

    from_: str | None = None
    channel: Channel | None = None
    about: Literal[
        "acknowledgement", "scheduling", "request", "still_deciding", "update", "thanks", "other"
    ] = "other"
    asks: str | None = None
    reply_by: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The candidate wrote or called. `kind` is a follow-up kind or "other"."""

    to: tuple[str, ...] = ()
    via: str | None = None
    for_: str | None = None
    kind: str = "other"
    channel: Channel | None = None
    answered: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer; `terms` are private and never drafted into another employer's message."""

    from_: str | None = None
    channel: Channel | None = None
    decide_by: Moment | None = None
    written: bool | None = None
    conditional: bool | None = None
    terms: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMoved:
    """The offering employer gave more time."""

    decide_by: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The candidate accepted the offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """The candidate declined the offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionsCleared:
    """The conditions of a conditional offer are met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """The candidate prefers this opportunity over others, or ranks it."""

    over: tuple[str, ...] = ()
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hesitation:
    """The candidate is on the fence."""

    about: Literal["culture", "scope", "pay", "manager", "location", "other"] = "other"
    serious: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedFor:
    """The candidate wants this offer; the employer does not know yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedAgainst:
    """The candidate wants out; the employer does not know yet."""

    reason: Literal["accepted_other", "not_a_fit", "personal", "none"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrew:
    """The employer has been told that the candidate withdraws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reapproach:
    """The candidate wants to try this employer again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """The employer is on the fence."""

    said: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """The employer said no."""

    automatic: bool = False
    runner_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnHold:
    """The employer paused the search."""

    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The position is filled or closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequested:
    """They ask the candidate to talk (also after a withdrawal)."""

    from_: str | None = None
    channel: Channel | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShow:
    """An agreed call or meeting did not take place."""

    by: Literal["employer", "candidate"] = "employer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounced:
    """A message came back undelivered: it was never received."""

    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MistakeSent:
    """The candidate saw an error in a message already sent (`in_` = its event number)."""

    in_: int | None = None
    what_is_wrong: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAsked:
    """The candidate asked a friend or recruiter to read a message before it goes.

    `of` is their name (or a person's id), `kind` the follow-up, `to` its readers (None: any).
    """

    of: str | None = None
    kind: str = "thank_you"
    to: tuple[str, ...] | None = None


Happening = (
    Applied
    | Interview
    | ReferencesChecked
    | Debrief
    | Promise
    | NoContact
    | Permission
    | Away
    | News
    | Received
    | Sent
    | Offer
    | DeadlineMoved
    | Accepted
    | Declined
    | ConditionsCleared
    | Preference
    | Hesitation
    | DecidedFor
    | DecidedAgainst
    | Withdrew
    | Reapproach
    | Concern
    | Rejected
    | OnHold
    | Filled
    | CallRequested
    | NoShow
    | Bounced
    | MistakeSent
    | ReviewAsked
)

# The contract's word for each class, in the order of its table.
WHAT: dict[str, type[Happening]] = {
    "applied": Applied,
    "interview": Interview,
    "references_checked": ReferencesChecked,
    "debrief": Debrief,
    "promise": Promise,
    "no_contact": NoContact,
    "permission": Permission,
    "away": Away,
    "news": News,
    "received": Received,
    "sent": Sent,
    "offer": Offer,
    "deadline_moved": DeadlineMoved,
    "accepted": Accepted,
    "declined": Declined,
    "conditions_cleared": ConditionsCleared,
    "preference": Preference,
    "hesitation": Hesitation,
    "decided_for": DecidedFor,
    "decided_against": DecidedAgainst,
    "withdrew": Withdrew,
    "reapproach": Reapproach,
    "concern": Concern,
    "rejected": Rejected,
    "on_hold": OnHold,
    "filled": Filled,
    "call_requested": CallRequested,
    "no_show": NoShow,
    "bounced": Bounced,
    "mistake_sent": MistakeSent,
    "review_asked": ReviewAsked,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, when, and what the claim rests on.

    `place` is its number in the opportunity's list (0 first); `ref` is how evidence cites it: the
    place in a search file, the fact's id in a store. Events are understood in order of
    (`when`, `place`).
    """

    when: Moment
    place: int
    happened: Happening
    ref: int | str
    source: str | None = None
    quote: str | None = None
    note: str | None = None
    extra: dict[str, object] = field(default_factory=dict, compare=False)

    @property
    def what(self) -> str:
        """The contract's word for this event."""
        return WHAT_OF[type(self.happened)]


WHAT_OF: dict[type, str] = {cls: word for word, cls in WHAT.items()}
