"""Fold one opportunity's events into the case that the rules read.

Nothing later than the moment is known, except interviews that are scheduled and leave that was
announced (contracts.md, section 1).
"""

import math
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from heardback.model.events import (
    Accepted,
    Applied,
    Away,
    Bounced,
    ConditionsCleared,
    DeadlineMoved,
    DecidedAgainst,
    DecidedFor,
    Declined,
    Event,
    Filled,
    Interview,
    NoContact,
    NoShow,
    Offer,
    Permission,
    Promise,
    Received,
    Rejected,
    Sent,
    Withdrew,
)
from heardback.model.plan import ClosedAs
from heardback.model.preferences import DEFAULTS, Preferences
from heardback.model.search import Opportunity, Search
from heardback.playbook.case import (
    Case,
    Ending,
    Offered,
    Prohibition,
    Round,
    Send,
    strictly_after,
)
from heardback.playbook.hours import deadline_of
from heardback.playbook.promises import Place, Promised, read_promise
from heardback.timeframe.business import WorkCalendar, at, zone
from heardback.timeframe.words import TimeframeWords

MET_BY_DEFAULT = ("hiring_manager", "interviewer", "executive")
ENDS: dict[type, ClosedAs] = {
    Withdrew: "withdrawn",
    Rejected: "rejected",
    Declined: "declined",
    Filled: "filled",
}
SENT_ENDS: dict[str, ClosedAs] = {"withdraw": "withdrawn", "decline": "declined"}
ONE_HOUR, DATED_INTERVIEW_ENDS = timedelta(hours=1), time(17)
FORESEEN = (Interview, Away)

Facts = dict[type, list[tuple[Event, Any]]]


def fold(
    search: Search,
    opportunity: Opportunity,
    *,
    at: datetime,
    words: TimeframeWords,
    dismissed: frozenset[str] = frozenset(),
) -> Case:
    """Given an opportunity of a search, return its case as of `at` (its others not yet set)."""
    preferences = preferences_of(search, opportunity)
    timezone = opportunity.timezone or search.candidate.timezone
    tz = zone(timezone)
    country = opportunity.country or search.candidate.country
    calendar = WorkCalendar(country, preferences.quiet_days)
    facts = _known(opportunity, at)
    bounced, sends = _sends(facts)
    ending = _ending(facts, sends)
    rounds = _rounds(facts, opportunity, tz)
    case = Case(
        search=search,
        opportunity=opportunity,
        at=at,
        preferences=preferences,
        calendar=calendar,
        timezone=timezone,
        facts=facts,
        players=_players(opportunity),
        rounds=rounds,
        held=tuple(r for r in rounds if r.end <= at),
        ahead=tuple(r for r in rounds if r.end > at),
        sends=sends,
        bounced=bounced,
        promises=_promises(facts, words, (country, timezone, preferences.quiet_days)),
        prohibitions=_prohibitions(facts, at, tz),
        permissions=frozenset(a for _, p in facts.get(Permission, ()) for a in p.allows),
        ending=ending,
        accepted=None if ending else _accepted(facts, sends),
        out=_decided(facts, DecidedAgainst, DecidedFor),
        wants=_decided(facts, DecidedFor, DecidedAgainst),
        dismissed=dismissed,
    )
    case.offered = None if ending else _offered(case, tz)
    return case


def preferences_of(search: Search, opportunity: Opportunity) -> Preferences:
    """Given an opportunity, return what the candidate prefers there."""
    if not search.preferences and not opportunity.preferences:
        return DEFAULTS
    both = {**search.preferences, **opportunity.preferences}
    try:
        return _preferences(tuple((name, value, repr(value)) for name, value in both.items()))
    except TypeError:  # a value that cannot be hashed, such as a list
        return _made(both)


@lru_cache(maxsize=256)
def _preferences(chosen: tuple[tuple[str, object, str], ...]) -> Preferences:
    # As written, too: 4 and 4.0 and True are alike to a cache, and not in the reasons.
    return _made({name: value for name, value, _ in chosen})


def _made(values: dict[str, object]) -> Preferences:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    return Preferences(**known)


def _known(opportunity: Opportunity, at: datetime) -> Facts:
    facts: Facts = {}
    events = [e for e in opportunity.events if e.when.at <= at or isinstance(e.happened, FORESEEN)]
    events.sort(key=_moment)  # the sort is stable, so the place in the list decides a tie
    for event in events:
        kind = type(event.happened)
        if kind in facts:
            facts[kind].append((event, event.happened))
        else:
            facts[kind] = [(event, event.happened)]
    return facts


def _moment(event: Event) -> datetime:
    return event.when.at


def _players(opportunity: Opportunity) -> dict[str, list[str]]:
    players: dict[str, list[str]] = {}
    for person, role in opportunity.people.items():
        players.setdefault(role, []).append(person)
    return players


def _rounds(facts: Facts, opportunity: Opportunity, tz: ZoneInfo) -> tuple[Round, ...]:
    interviews: list[tuple[Event, Interview]] = facts.get(Interview, [])
    if not interviews:
        return ()
    replaced = {i.replaces for _, i in interviews if i.replaces is not None}
    by_default = tuple(p for p, role in opportunity.people.items() if role in MET_BY_DEFAULT)
    rounds = [
        Round(
            event,
            interview,
            event.when.at,
            _end(event, interview, tz),
            by_default if interview.with_ is None else interview.with_,
        )
        for event, interview in interviews
        if not interview.cancelled and event.place not in replaced
    ]
    for missed, _ in facts.get(NoShow, ()):
        day = missed.when.at.astimezone(tz).date()
        before = [r for r in rounds if r.start.astimezone(tz).date() <= day]
        if before:
            rounds.remove(before[-1])
    return tuple(rounds)


def _end(event: Event, interview: Interview, tz: ZoneInfo) -> datetime:
    if interview.ends is not None:
        return interview.ends.at
    if event.when.is_date:
        return at(event.when.on, DATED_INTERVIEW_ENDS, event.when.at.tzinfo or tz)
    return event.when.at + ONE_HOUR


def _sends(facts: Facts) -> tuple[dict[str, Event], tuple[Send, ...]]:
    """Return who could not be reached (and by which bounce), and what did arrive."""
    sends = [
        Send(e, s.kind, frozenset(s.to) | ({s.for_} if s.for_ else set()))
        for e, s in facts.get(Sent, ())
    ]
    lost: dict[str, Event] = {}
    for event, bounced in facts.get(Bounced, ()):
        place = _bounce(sends, event, bounced)
        if place is None:
            continue
        send = sends[place]
        who = frozenset({bounced.to}) if bounced.to else send.readers
        sends[place] = Send(send.event, send.kind, send.readers - who)
        lost.update(dict.fromkeys(who, event))
    arrived = tuple(s for s in sends if s.readers or not _had_readers(s))
    return lost, arrived


def _had_readers(send: Send) -> bool:
    sent = send.event.happened
    return isinstance(sent, Sent) and bool(sent.to or sent.for_)


def _bounce(sends: list[Send], event: Event, bounced: Bounced) -> int | None:
    for place in range(len(sends) - 1, -1, -1):
        send = sends[place]
        if send.event.when.on <= event.when.on and (not bounced.to or bounced.to in send.readers):
            return place
    return None


def _ending(facts: Facts, sends: tuple[Send, ...]) -> Ending | None:
    if ENDS.keys().isdisjoint(facts) and not any(s.kind in SENT_ENDS for s in sends):
        return None
    ends = [Ending(e, how) for kind, how in ENDS.items() for e, _ in facts.get(kind, ())]
    ends += [Ending(s.event, SENT_ENDS[s.kind]) for s in sends if s.kind in SENT_ENDS]
    first, *rest = sorted(ends, key=lambda x: (x.event.when.at, x.event.place))
    last = rest[-1] if rest else first
    again = [e for kind in (Applied, Offer) for e, _ in facts.get(kind, ())]
    again += _invited_back(facts, last.event)
    return None if any(strictly_after(e, last.event) for e in again) else last


def _invited_back(facts: Facts, ended: Event) -> list[Event]:
    """Return interviews arranged after the end: they wrote about one, and it came later."""
    wrote = [
        e
        for e, r in facts.get(Received, ())
        if r.about == "scheduling" and strictly_after(e, ended)
    ]
    return [e for e, _ in facts.get(Interview, ()) if wrote and strictly_after(e, wrote[0])]


def _accepted(facts: Facts, sends: tuple[Send, ...]) -> Event | None:
    said = [e for e, _ in facts.get(Accepted, ())]
    said += [s.event for s in sends if s.kind == "accept"]
    return min(said, key=lambda e: (e.when.at, e.place), default=None)


def _decided(facts: Facts, this: type, that: type) -> Event | None:
    """Return the last decision of the one kind, unless the other kind came later."""
    mine: list[tuple[Event, Any]] = facts.get(this, [])
    others: list[tuple[Event, Any]] = facts.get(that, [])
    if not mine or (others and strictly_after(others[-1][0], mine[-1][0])):
        return None
    return mine[-1][0]


def _offered(case: Case, tz: ZoneInfo) -> Offered | None:
    offers: list[tuple[Event, Offer]] = case.all(Offer)
    if not offers:
        return None
    event, offer = offers[0]
    dated: list[tuple[Event, Any]] = [p for p in offers if p[1].decide_by is not None]
    dated += case.all(DeadlineMoved)
    dated.sort(key=lambda p: (p[0].when.at, p[0].place))
    written = [(e, o) for e, o in offers if o.written]
    conditional = [e for e, o in offers if o.conditional]
    cleared = [e for e, _ in case.all(ConditionsCleared)]
    known = [o.written for _, o in offers if o.written is not None]
    secured = [event, *[e for e, _ in written[:1]], *(cleared if conditional else [])]
    return Offered(
        event,
        offer,
        deadline_of(dated[-1][1].decide_by, case.calendar, tz) if dated else None,
        dated[-1][0] if dated else None,
        True if written else (known[-1] if known else None),
        bool(conditional) and not cleared,
        max(secured, key=lambda e: (e.when.at, e.place)),
    )


def _promises(facts: Facts, words: TimeframeWords, place: Place) -> tuple[Promised, ...]:
    return tuple(read_promise(e, p, words=words, place=place) for e, p in facts.get(Promise, ()))


def _prohibitions(facts: Facts, now: datetime, tz: ZoneInfo) -> tuple[Prohibition, ...]:
    if NoContact not in facts:
        return ()
    allowed = [(e, p.allows) for e, p in facts.get(Permission, ())]
    # Their own word opens what they had closed; the candidate's only releases a last message.
    invited = [e for e, p in facts.get(Permission, ()) if p.from_ and "direct_contact" in p.allows]
    found = []
    for event, asked in facts.get(NoContact, ()):
        lifted = {a for e, allows in allowed if strictly_after(e, event) for a in allows}
        if any(strictly_after(e, event) for e in invited):
            lifted.add("any")
        forbids = tuple(f for f in (asked.forbids or ("any",)) if f not in lifted)
        until = at(asked.until + timedelta(days=1), time(0), tz) if asked.until else None
        if forbids and (until is None or until > now):
            found.append(Prohibition(event, forbids, asked.said, until))
    found.sort(key=lambda p: -p.until.timestamp() if p.until else -math.inf)  # the longest first
    return tuple(found)
