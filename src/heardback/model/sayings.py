"""What the candidate tells us: corrections, and everything only they can know.

Sayings are append-only and outrank any reading; an `Undo` takes one back. Each names what it is
about by an address that survives re-reading: a fact's id, a thread's root, a follow-up's key.
"""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """An event by hand: `event` has the contract's keys (people by id).

    `place` is its number in the search file it came from, so that `replaces` and `in` still point
    to the right event.
    """

    opportunity: str
    event: dict[str, object]
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A reading mended: field of a fact, of a person or of an opportunity gets another value.

    `about` is a fact's id, "person:<id>" or "opportunity:<key>"; `field_name` "-" retracts it.
    """

    about: str
    field_name: str
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A reading that waited for a yes is right (or wrong: `right` False retracts it)."""

    about: str
    right: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Two opportunities are one: `other` becomes part of `opportunity`."""

    opportunity: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """These messages are an opportunity of their own."""

    messages: tuple[str, ...]
    employer: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """Skip this follow-up (its key is the hash of opportunity, kind, reader and anchor)."""

    follow_up: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed:
    """Not now: show this follow-up again at `until`."""

    follow_up: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSet:
    """Facts about the candidate (the keys of `candidate:` in the search file)."""

    values: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesSet:
    """Preferences by name; `opportunity` None means everywhere; a value None resets it."""

    values: dict[str, object]
    opportunity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunitySaid:
    """An opportunity entered by hand or imported (the keys of the search file, without events)."""

    key: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid:
    """A person entered by hand or imported (the keys of the search file)."""

    id: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKept:
    """The candidate's own words for a follow-up: never written over by a new draft.

    `follow_up` is its key, `made_from` the draft that was edited, so that a change of the facts
    since then can be shown.
    """

    follow_up: str
    id: str
    channel: str
    text: str
    subject: str | None = None
    made_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAsked:
    """A draft given to a friend or recruiter to read: the text as given, and until when.

    `follow_up` is the follow-up's key (None: a letter in the file `id`).
    """

    review: str
    id: str
    to: str
    text: str
    follow_up: str | None = None
    channel: str | None = None
    review_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClosed:
    """The friend has answered, or is not waited for any longer."""

    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAllowed:
    """The candidate has seen what goes to this language model, and said yes."""

    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """Take back an earlier saying, by its id."""

    saying: str


Saying = (
    Logged
    | Corrected
    | Confirmed
    | Merged
    | Split
    | Dismissed
    | Snoozed
    | ProfileSet
    | PreferencesSet
    | OpportunitySaid
    | PersonSaid
    | DraftKept
    | ReviewAsked
    | ReviewClosed
    | ModelAllowed
    | Undone
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A saying as kept: its id (hash), when it was said, and the saying."""

    id: str
    at: datetime
    saying: Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done: a draft exported, a message sent, marked done by hand.

    `follow_up` is the key of the follow-up it fulfils; `event` has the contract's keys of the
    `sent` (or `accepted`, `withdrew`…) event it means.
    """

    id: str
    at: datetime
    follow_up: str | None
    opportunity: str
    event: dict[str, object]
    text: str | None = None
