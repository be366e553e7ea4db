"""Is a follow-up that was kept still due? Answered from what it hangs on, without a new plan.

A kept follow-up remembers the stamp of all that could touch it and until when time alone changes
nothing. Where both still hold it is due as planned; otherwise a new plan must say. So the quick
answer is never "still due" where a plan would not list it (docs/decisions/015).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from itertools import chain

from heardback.model.events import Accepted, Event, Interview, Offer, Sent
from heardback.model.moment import Moment
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Opportunity, Search
from heardback.playbook.keys import follow_up_key
from heardback.timeframe.business import CLOSES, DEADLINE_HOUR, OPENS, at, zone

ONE_DAY, ONE_HOUR, INSTANT = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
# The hours of a reader's day at which what is due may change places.
TURNS = (time(0), OPENS, DEADLINE_HOUR, CLOSES)


@dataclass(frozen=True, slots=True)
class Kept:
    """A follow-up as it was planned, with what it hangs on. Moments are seconds since 1970."""

    id: str
    key: str
    opportunity: str
    stamp: str
    since: float
    until: float


@dataclass(frozen=True, slots=True)
class Stamps:
    """One stamp for each opportunity, of everything that could touch its follow-ups.

    `touching` names the opportunities concerned, its own among them.
    """

    of: Mapping[str, str]
    touching: Mapping[str, tuple[str, ...]]


def stamps_of(
    search: Search,
    *,
    dismissed: Collection[str] = (),
    snoozed: Mapping[str, datetime] | None = None,
) -> Stamps:
    """Given a search and what was skipped or snoozed, return its stamps: made once a change.

    An opportunity is touched by its own events, by those that share a person with it (one message
    a person a day), and by all the others where an offer was made anywhere.
    """
    base = _digest(
        (
            sorted(dismissed),
            sorted((k, v.isoformat()) for k, v in (snoozed or {}).items()),
            search.candidate.timezone,
            search.candidate.country,
            sorted(search.preferences.items()),
            list(search.people.items()),
        )
    )
    own = {o.id: _digest((base, _told(o))) for o in search.opportunities}
    everything = _digest(list(own.items()))
    if any(_concerns_all(e) for o in search.opportunities for e in o.events):
        return Stamps(dict.fromkeys(own, everything), dict.fromkeys(own, tuple(own)))
    known_to: dict[str, list[str]] = {}
    for opportunity in search.opportunities:
        for person in opportunity.people:
            known_to.setdefault(person, []).append(opportunity.id)
    touching = {o.id: _touching(o, known_to) for o in search.opportunities}
    of = {id: _digest([own[other] for other in others]) for id, others in touching.items()}
    return Stamps(of, touching)


def keep(plan: Plan, search: Search, stamps: Stamps) -> tuple[Kept, ...]:
    """Given a plan and the search and stamps it was made of, return its follow-ups to be kept."""
    moments = _moments(plan, search)
    turns = _turns(plan.at, search)
    ends: dict[tuple[str, ...], float] = {}
    for others in stamps.touching.values():
        if others not in ends:
            named = chain(turns, *(moments[o] for o in others))
            ends[others] = _first_after(plan.at, named).timestamp()
    since = plan.at.timestamp()
    opportunities = {o.id: o for o in search.opportunities}
    return tuple(
        Kept(
            id=f.id,
            key=_key(opportunities[f.opportunity], f),
            opportunity=f.opportunity,
            stamp=stamps.of[f.opportunity],
            since=since,
            until=ends[stamps.touching[f.opportunity]],
        )
        for f in plan.follow_ups
    )


def is_still_due(kept: Kept, stamps: Stamps, now: float) -> bool:
    """Return whether it is certain that the plan at `now` lists it; False: ask a new plan."""
    return kept.since <= now < kept.until and stamps.of.get(kept.opportunity) == kept.stamp


def _key(opportunity: Opportunity, f: FollowUp) -> str:
    names = opportunity.addresses or (opportunity.id,)
    return follow_up_key(names[0], f.kind, f.to, f.anchor)


def _concerns_all(event: Event) -> bool:
    happened = event.happened
    accepts = isinstance(happened, Sent) and happened.kind == "accept"
    return accepts or isinstance(happened, Offer | Accepted)


def _touching(opportunity: Opportunity, known_to: Mapping[str, list[str]]) -> tuple[str, ...]:
    shared = [other for person in opportunity.people for other in known_to[person]]
    return tuple(dict.fromkeys([opportunity.id, *shared]))


def _told(opportunity: Opportunity) -> object:
    """Return everything of an opportunity that the rules read, in a form that prints the same."""
    return (
        [
            getattr(opportunity, f.name)
            for f in fields(opportunity)
            if f.name not in ("events", "extra")
        ],
        [
            (e.when.at.isoformat(), e.when.is_date, e.ref, repr(e.happened))
            for e in opportunity.events
        ],
    )


def _digest(told: object) -> str:
    return blake2b(repr(told).encode(), digest_size=12).hexdigest()


def _first_after(now: datetime, moments: Iterable[datetime]) -> datetime:
    """Return the first moment after now at which a plan may read differently by itself.

    Some limits count until their moment and some beyond it, so each is looked at twice.
    """
    return min(m for moment in moments for m in (moment, moment + INSTANT) if m > now)


def _moments(plan: Plan, search: Search) -> dict[str, list[datetime]]:
    """Return every moment that the plan and the events name, by opportunity."""
    moments = {o.id: list(_told_of(o)) for o in search.opportunities}
    for f in plan.follow_ups:
        moments[f.opportunity] += [m for m in (f.not_before, f.due, f.latest) if m is not None]
    untils = [(h.opportunity, moment) for h in plan.held for moment in (h.until, h.latest)]
    untils += [(c.opportunity, c.until) for c in plan.cautions]
    for opportunity, until in untils:
        if until is not None:
            moments[opportunity].append(until)
    return moments


def _told_of(opportunity: Opportunity) -> Iterator[datetime]:
    """Yield every moment that an event names: what is to come becomes known, what runs ends."""
    for event in opportunity.events:
        yield event.when.at
        if isinstance(event.happened, Interview):
            yield event.when.at + ONE_HOUR
        for f in fields(event.happened):
            value = getattr(event.happened, f.name)
            if isinstance(value, Moment):
                yield value.at


def _turns(moment: datetime, search: Search) -> list[datetime]:
    """Return the next midnight, opening, five o'clock and closing in every zone concerned."""
    names = {search.candidate.timezone}
    names |= {o.timezone for o in search.opportunities if o.timezone}
    names |= {p.timezone for p in search.people.values() if p.timezone}
    found = []
    for name in sorted(names):
        tz = zone(name)
        today: date = moment.astimezone(tz).date()
        found += [at(day, hour, tz) for day in (today, today + ONE_DAY) for hour in TURNS]
    return found
