"""What the candidate said, in force: undone sayings gone, the latest of each kind winning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from heardback.model.sayings import (
    Confirmed,
    Corrected,
    Dismissed,
    DraftKept,
    Logged,
    Merged,
    ModelAllowed,
    OpportunitySaid,
    PersonSaid,
    PreferencesSet,
    ProfileSet,
    ReviewAsked,
    ReviewClosed,
    Said,
    Snoozed,
    Split,
    Undone,
)


@dataclass(slots=True)
class Voice:
    """All that the candidate's sayings amount to, by what they are about."""

    logged: list[tuple[str, Logged]] = field(default_factory=list)
    corrected: dict[str, dict[str, object]] = field(default_factory=dict)
    confirmed: dict[str, bool] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    split: list[Split] = field(default_factory=list)
    dismissed: dict[str, str | None] = field(default_factory=dict)
    snoozed: dict[str, datetime] = field(default_factory=dict)
    drafts: dict[str, DraftKept] = field(default_factory=dict)
    reviews: dict[str, ReviewAsked] = field(default_factory=dict)
    reviews_closed: set[str] = field(default_factory=set)
    models: set[str] = field(default_factory=set)
    profile: dict[str, object] = field(default_factory=dict)
    preferences: dict[str | None, dict[str, object]] = field(default_factory=dict)
    opportunities: dict[str, dict[str, object]] = field(default_factory=dict)
    people: dict[str, dict[str, object]] = field(default_factory=dict)


def in_force(sayings: Sequence[Said]) -> list[Said]:
    """Given all sayings in order, return those not taken back (an `Undone` can be undone too)."""
    gone: set[str] = set()
    for said in reversed(sayings):
        if isinstance(said.saying, Undone) and said.id not in gone:
            gone.add(said.saying.saying)
    return [s for s in sayings if s.id not in gone and not isinstance(s.saying, Undone)]


def voice(sayings: Sequence[Said], *, at: datetime | None = None) -> Voice:
    """Given all sayings in order, return what they amount to.

    `at`: a snooze or skip said later is not known yet. Facts logged later are kept: their own
    `when` decides whether the plan knows them.
    """
    out = Voice()
    for said in in_force(sayings):
        late = at is not None and said.at > at
        if not (late and isinstance(said.saying, Dismissed | Snoozed)):
            _add(out, said)
    return out


def _add(out: Voice, said: Said) -> None:
    match said.saying:
        case Logged() as logged:
            out.logged.append((said.id, logged))
        case Corrected(about=about, field_name=name, value=value):
            out.corrected.setdefault(about, {})[name] = value
        case Confirmed(about=about, right=right):
            out.confirmed[about] = right
        case Merged() as merged:
            out.merged.append(merged)
        case Split() as split:
            out.split.append(split)
        case Dismissed(follow_up=key, reason=reason):
            out.dismissed[key] = reason
        case Snoozed(follow_up=key, until=until):
            out.snoozed[key] = until
        case DraftKept(follow_up=key, channel=channel) as draft:
            out.drafts[f"{key}/{channel}"] = draft
        case ReviewAsked(review=review) as asked:
            out.reviews[review] = asked
        case ModelAllowed(where=where):
            out.models.add(where)
        case ReviewClosed(review=review):
            out.reviews_closed.add(review)
        case _:
            _add_values(out, said)


def _add_values(out: Voice, said: Said) -> None:
    match said.saying:
        case ProfileSet(values=values):
            _overlay(out.profile, values)
        case PreferencesSet(values=values, opportunity=about):
            # A reset stays as None: it also takes away what the opportunity was entered with.
            out.preferences.setdefault(about, {}).update(values)
        case OpportunitySaid(key=key, values=values):
            _overlay(out.opportunities.setdefault(key, {}), values)
        case PersonSaid(id=id, values=values):
            _overlay(out.people.setdefault(id, {}), values)
        case _:
            pass


def _overlay(old: dict[str, object], new: Mapping[str, object]) -> None:
    """Lay new values over old ones; None takes a value away."""
    for name, value in new.items():
        if value is None:
            old.pop(name, None)
        else:
            old[name] = value


def followed(key: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Given an address and (other, into) pairs, return where merging has brought it."""
    into = dict(pairs)
    seen: set[str] = set()
    while key in into and key not in seen:
        seen.add(key)
        key = into[key]
    return key
