"""Looking things up in the record: what is known at a moment, and which event says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from heardback.model.events import (
    Accepted,
    Bounced,
    DeadlineMoved,
    Debrief,
    DecidedAgainst,
    Declined,
    Event,
    Filled,
    Interview,
    Offer,
    Preference,
    Promise,
    Rejected,
    Withdrew,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity, Search

T = TypeVar("T")
_MET = ("hiring_manager", "interviewer", "executive")


@dataclass(frozen=True)
class Found(Generic[T]):
    """One thing that happened, typed, with the event that records it."""

    event: Event
    what: T


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """An offer on record and the date by which it wants an answer, with the events for both."""

    opportunity: Opportunity
    offer: Found[Offer]
    deadline: Moment | None
    deadline_event: Event


def known(opportunity: Opportunity, *, at: datetime) -> list[Event]:
    """Given an opportunity, return its events up to the moment, in order."""
    return sorted(
        (e for e in opportunity.events if e.when.at <= at), key=lambda e: (e.when.at, e.place)
    )


def all_of(events: Iterable[Event], *, kind: type[T]) -> list[Found[T]]:
    """Given events, return those of one class."""
    return [Found(e, e.happened) for e in events if isinstance(e.happened, kind)]


def last_of(events: Iterable[Event], *, kind: type[T]) -> Found[T] | None:
    """Given events in order, return the last of one class, or None."""
    found = all_of(events, kind=kind)
    return found[-1] if found else None


def met_in(interview: Interview, *, opportunity: Opportunity) -> tuple[str, ...]:
    """Given an interview, return the ids of those met: as recorded, else all who interview."""
    if interview.with_ is not None:
        return interview.with_
    return tuple(p for p, role in opportunity.people.items() if role in _MET)


def held(opportunity: Opportunity, *, at: datetime) -> list[Found[Interview]]:
    """Given an opportunity, return the interviews that took place, in order."""
    return [f for f in all_of(known(opportunity, at=at), kind=Interview) if not f.what.cancelled]


def ahead(opportunity: Opportunity, *, at: datetime) -> Found[Interview] | None:
    """Given an opportunity, return the next interview still to come, or None."""
    coming = [
        Found(e, e.happened)
        for e in opportunity.events
        if isinstance(e.happened, Interview) and not e.happened.cancelled and e.when.at > at
    ]
    return min(coming, key=lambda f: f.event.when.at, default=None)


def debriefs_after(
    interview: Found[Interview], *, opportunity: Opportunity, at: datetime
) -> list[Found[Debrief]]:
    """Given an interview, return the debriefs noted after it and before the next one."""
    day = interview.event.when.on
    later = [f.event.when.on for f in held(opportunity, at=at) if f.event.when.on > day]
    stop = min(later, default=None)
    return [
        f
        for f in all_of(known(opportunity, at=at), kind=Debrief)
        if f.event.when.on >= day and (stop is None or f.event.when.on < stop)
    ]


def open_offer(opportunity: Opportunity, *, at: datetime) -> OpenOffer | None:
    """Given an opportunity, return its offer and the deadline in force, or None."""
    events = known(opportunity, at=at)
    offer = last_of(events, kind=Offer)
    if offer is None or any(isinstance(e.happened, Declined | Withdrew) for e in events):
        return None
    moved = last_of(events, kind=DeadlineMoved)
    if moved is not None and moved.event.when.at >= offer.event.when.at:
        return OpenOffer(opportunity, offer, moved.what.decide_by, moved.event)
    return OpenOffer(opportunity, offer, offer.what.decide_by, offer.event)


def offers_elsewhere(search: Search, *, than: Opportunity, at: datetime) -> list[OpenOffer]:
    """Given an opportunity, return the offers on record at the others, most pressing first."""
    found = [open_offer(o, at=at) for o in search.opportunities if o.id != than.id]
    offers = [o for o in found if o is not None]
    return sorted(offers, key=lambda o: (o.deadline is None, o.deadline and o.deadline.at))


def is_closed(opportunity: Opportunity, *, at: datetime) -> bool:
    """Given an opportunity, return whether it has ended by the moment."""
    ends = (Rejected, Withdrew, Declined, Filled, DecidedAgainst, Accepted)
    return any(isinstance(e.happened, ends) for e in known(opportunity, at=at))


def running_elsewhere(search: Search, *, than: Opportunity, at: datetime) -> list[Opportunity]:
    """Given an opportunity, return the others with an interview held or ahead and no end yet."""
    return [
        o
        for o in search.opportunities
        if o.id != than.id
        and not is_closed(o, at=at)
        and (held(o, at=at) or ahead(o, at=at))
        and open_offer(o, at=at) is None
    ]


def promise_of(opportunity: Opportunity, *, at: datetime) -> Found[Promise] | None:
    """Given an opportunity, return the newest promise of an answer, or None."""
    made = all_of(known(opportunity, at=at), kind=Promise)
    answers = [f for f in made if f.what.about == "answer"]
    dated = [f for f in answers if f.what.by is not None]
    newest = dated or answers
    return newest[-1] if newest else None


def preferred(opportunity: Opportunity, *, over: str, at: datetime) -> Found[Preference] | None:
    """Given an opportunity, return the saying that it is preferred over that other, or None."""
    said = last_of(known(opportunity, at=at), kind=Preference)
    if said is None:
        return None
    if over in said.what.over or (said.what.rank == 1 and not said.what.over):
        return said
    return None


def unreachable(opportunity: Opportunity, *, search: Search, at: datetime) -> list[str]:
    """Given an opportunity, return the ids of those met whose address is unknown or dead."""
    bounced = {f.what.to for f in all_of(known(opportunity, at=at), kind=Bounced)}
    met = dict.fromkeys(
        p for f in held(opportunity, at=at) for p in met_in(f.what, opportunity=opportunity)
    )
    people = search.people
    return [
        p
        for p in met
        if p in people and (not people[p].addresses or bounced & {p, *people[p].addresses})
    ]
