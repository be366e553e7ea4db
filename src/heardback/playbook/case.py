"""One opportunity as it stands at a moment: everything the rules ask about, folded once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from heardback.model.events import Event, Interview
from heardback.model.events import Offer as OfferEvent
from heardback.model.people import Person
from heardback.model.plan import ClosedAs, Ground, Reason
from heardback.model.preferences import DEFAULTS, Preferences
from heardback.model.record import record
from heardback.model.search import Opportunity, Search
from heardback.playbook.hours import Hours
from heardback.playbook.promises import Promised
from heardback.timeframe.business import WorkCalendar, zone

T = TypeVar("T")


@record(frozen=True, slots=True)
class Round:
    """One interview that counts: scheduled or held, neither cancelled nor missed."""

    event: Event
    interview: Interview
    start: datetime
    end: datetime
    met: tuple[str, ...]


@record(frozen=True, slots=True)
class Send:
    """A message or call of the candidate that arrived; `readers` are those whom it reached."""

    event: Event
    kind: str
    readers: frozenset[str]


@record(frozen=True, slots=True)
class Ending:
    """What ended the process here."""

    event: Event
    closed_as: ClosedAs


@record(frozen=True, slots=True)
class Offered:
    """The offer that stands here. `deadline` None: no date was given yet."""

    event: Event
    offer: OfferEvent
    deadline: datetime | None
    dated: Event | None
    written: bool | None
    conditions_open: bool
    secured: Event
    """The event since which the offer is in writing and free of conditions, or its own."""


@record(frozen=True, slots=True)
class Prohibition:
    """Something the employer asked for that still holds; `until` None: for good."""

    event: Event
    forbids: tuple[str, ...]
    said: str | None
    until: datetime | None


@dataclass(slots=True, kw_only=True)
class Case:
    """One opportunity, folded as of `at`. Rules read it and change nothing.

    `players` are the people by the role they play; `held` the interviews that are over, `ahead`
    those to come or going on. `out` is the decision against this employer, `wants` the one for its
    offer, whichever came last. `elsewhere` is the case whose accepted offer ends this one,
    `unsettled` one accepted in words or on conditions, which ends nothing yet. `cases` are all of
    the search's, in the file's order, `offering` those with an offer that stands unanswered.
    """

    search: Search
    opportunity: Opportunity
    at: datetime
    preferences: Preferences
    calendar: WorkCalendar
    timezone: str
    facts: Mapping[type, list[tuple[Event, Any]]]
    players: Mapping[str, list[str]] = field(default_factory=dict)
    rounds: tuple[Round, ...] = ()
    held: tuple[Round, ...] = ()
    ahead: tuple[Round, ...] = ()
    sends: tuple[Send, ...] = ()
    bounced: Mapping[str, Event] = field(default_factory=dict)
    promises: tuple[Promised, ...] = ()
    prohibitions: tuple[Prohibition, ...] = ()
    permissions: frozenset[str] = frozenset()
    ending: Ending | None = None
    offered: Offered | None = None
    accepted: Event | None = None
    out: Event | None = None
    wants: Event | None = None
    cases: tuple["Case", ...] = ()
    offering: tuple["Case", ...] = ()
    elsewhere: "Case | None" = None
    unsettled: "Case | None" = None
    dismissed: frozenset[str] = frozenset()
    _hours: dict[str | None, Hours] = field(default_factory=dict)
    _grounds: dict[int, Ground] = field(default_factory=dict)

    # What happened

    def all(self, kind: type[T]) -> list[tuple[Event, T]]:
        """Given a class of event, return those known, in order."""
        return self.facts.get(kind, [])

    def last(self, kind: type[T]) -> tuple[Event, T] | None:
        """Given a class of event, return the last one known, or None."""
        found = self.facts.get(kind)
        return found[-1] if found else None

    @property
    def id(self) -> str:
        """The opportunity's id."""
        return self.opportunity.id

    @property
    def over(self) -> bool:
        """Whether nothing may be pending here: ended here, or an offer accepted elsewhere."""
        return self.ending is not None or self.elsewhere is not None

    @property
    def in_play(self) -> bool:
        """Whether the process goes on: not ended, nothing accepted, nothing decided against."""
        return not (self.ending or self.elsewhere or self.accepted or self.out)

    def sent(self, *kinds: str, since: Event, to: str | None = None) -> bool:
        """Return whether a message of one of these kinds went (to that person) since the event."""
        for s in self.sends:
            if s.kind in kinds and (to is None or to in s.readers) and follows(s.event, since):
                return True
        return False

    def forbidden(self, what: str) -> Prohibition | None:
        """Given a contact type or a person's id, return the prohibition that holds, or None."""
        for one in self.prohibitions:
            if what in one.forbids:
                return one
        return None

    # People

    def person(self, id: str) -> Person | None:
        """Given a person's id, return the person, or None."""
        return self.search.people.get(id)

    def name(self, id: str | None) -> str:
        """Given a person's id, return the name, else the employer's."""
        known = self.search.people.get(id) if id else None
        return known.name if known else (id or self.opportunity.employer)

    def role(self, id: str) -> str:
        """Given a person's id, return the part played here."""
        return self.opportunity.people.get(id, "other")

    def hours(self, reader: str | None = None) -> Hours:
        """Given who gets it first, return the business hours in that person's zone."""
        found = self._hours.get(reader)
        if found is None:
            known = self.search.people.get(reader) if reader else None
            found = self._hours[reader] = self._hours_in(
                known.timezone if known and known.timezone else self.timezone
            )
        return found

    def _hours_in(self, timezone: str) -> Hours:
        window = self.preferences.send_window
        if window is None:
            return Hours(self.calendar, zone(timezone))
        opens = datetime.strptime(window[0], "%H:%M").time()  # noqa: DTZ007 - a time of day
        return Hours(self.calendar, zone(timezone), opens, opens)

    # Reasons

    def reason(
        self,
        rule: str,
        say: str,
        *events: Event,
        rests_on: tuple[str, ...] = (),
        whose: "Case | None" = None,
        **values: object,
    ) -> Reason:
        """Given a rule, a sentence and its values, return the reason with its evidence.

        `rests_on` names preferences: this opportunity's, or those of the case `whose`.
        """
        if rests_on and (changed := (whose or self).changed(rests_on)):
            values["changed"] = changed
        values["employer"] = self.opportunity.employer
        return Reason(rule, say, values, tuple([self.ground(e) for e in events]))

    def ground(self, event: Event) -> Ground:
        """Given an event (of this opportunity or another), return it as evidence."""
        found = self._grounds.get(id(event))
        if found is None:
            found = self._grounds[id(event)] = Ground(self.ref(event), self.quote(event))
        return found

    def quote(self, event: Event) -> str | None:
        """Given an event, return the words it rests on: of a promise, those that name the time."""
        for promised in self.promises:
            if promised.event is event:
                return promised.quote
        return quote_of(event)

    def ref(self, event: Event) -> int | str:
        """Given an event, return how evidence cites it; another opportunity's carries its name."""
        if isinstance(event.ref, str) or self.owns(event):
            return event.ref
        for other in (*self.offering, *filter(None, (self.elsewhere, self.unsettled)), *self.cases):
            if other.owns(event):
                return f"{other.id}:{event.ref}"
        return event.ref

    def owns(self, event: Event) -> bool:
        """Return whether the event is one of this opportunity's."""
        events = self.opportunity.events
        return 0 <= event.place < len(events) and events[event.place] is event

    def changed(self, names: tuple[str, ...]) -> tuple[tuple[str, object, object], ...]:
        """Given preferences by name, return (name, value, default) of those that differ."""
        mine = self.preferences
        if mine is DEFAULTS:
            return ()
        return tuple(
            (n, getattr(mine, n), getattr(DEFAULTS, n))
            for n in names
            if getattr(mine, n) != getattr(DEFAULTS, n)
        )


def follows(later: Event, earlier: Event) -> bool:
    """Return whether one event comes at or after another; where only a day is given, by days."""
    a, b = later.when, earlier.when
    if a.is_date or b.is_date:
        return a.at.astimezone(b.at.tzinfo).date() >= b.on
    return a.at >= b.at


def strictly_after(later: Event, earlier: Event) -> bool:
    """Return whether one event comes after another in the order of the contract."""
    return (later.when.at, later.place) > (earlier.when.at, earlier.place)


def quote_of(event: Event) -> str | None:
    """Given an event, return the words it rests on: its quote, else what was said."""
    if event.quote is not None:
        return event.quote
    said = getattr(event.happened, "said", None)
    return said if isinstance(said, str) else None
