"""One opportunity from its threads, what was logged by hand, and the deeds."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol, cast

from heardback.model import events as ev
from heardback.model.events import Event
from heardback.model.people import PERSON_ROLES, Candidate, Person, PersonRole
from heardback.model.sayings import Deed, DraftKept, ReviewAsked
from heardback.model.search import Opportunity, Route, Search
from heardback.tracking.happenings import Found, happenings
from heardback.tracking.interviews import Seen, one_each
from heardback.tracking.match import Group
from heardback.tracking.people import Registry, stronger
from heardback.tracking.threads import Reading, in_order
from heardback.tracking.voice import Voice

# A deed marked by hand and the mail found in Sent are one within this time.
SAME_DEED = timedelta(days=2)
ARRANGERS = frozenset({"coordinator", "recruiter", "agency_recruiter"})
ENDS = (ev.Withdrew, ev.Rejected, ev.Filled, ev.Declined)


class Keys(Protocol):
    """Reads and writes the contract's keys; implemented over the search file's own reader."""

    def candidate_from(self, values: Mapping[str, object], *, found: Collection[str]) -> Candidate:
        """Given profile values, return the candidate; `found` are addresses that mail suggests."""

    def search_extra(self, values: Mapping[str, object]) -> dict[str, object]:
        """Given profile values, return the search's own unknown keys."""

    def preferences_from(self, values: Mapping[str, object]) -> dict[str, object]:
        """Given preferences by name, return them typed."""

    def person_from(self, id: str, values: Mapping[str, object]) -> Person:
        """Given a person's keys, return the person."""

    def person_changed(self, person: Person, changes: Mapping[str, object]) -> Person:
        """Return the person with some keys changed."""

    def event_from(
        self,
        keys: Mapping[str, object],
        *,
        place: int,
        zone: str,
        ref: str,
        people: Collection[str],
        opportunities: Collection[str],
    ) -> Event:
        """Given an event's keys, return the event."""

    def event_changed(self, event: Event, changes: Mapping[str, object], *, zone: str) -> Event:
        """Return the event with some keys changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedOpportunity:
    """An opportunity with the addresses it is found by and the readings it rests on."""

    opportunity: Opportunity
    key: str
    aliases: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """The whole search, and what does not fit into a search file."""

    search: Search
    opportunities: tuple[TrackedOpportunity, ...] = ()
    review: tuple[Reading, ...] = ()
    dismissed: frozenset[str] = frozenset()
    snoozed: dict[str, datetime] = field(default_factory=dict)
    drafts: dict[str, DraftKept] = field(default_factory=dict)
    reviews: tuple[ReviewAsked, ...] = ()

    def find(self, id: str) -> TrackedOpportunity | None:
        """Given an opportunity's id or any of its addresses, return it, or None."""
        return next(
            (t for t in self.opportunities if t.opportunity.id == id or id in t.aliases), None
        )


@dataclass(slots=True, kw_only=True)
class Assembly:
    """What is needed to put an opportunity together."""

    keys: Keys
    said: Voice
    registry: Registry
    candidate: Candidate
    ids: dict[str, str]
    deeds: list[Deed]

    def opportunity(self, group: Group) -> TrackedOpportunity:
        """Given the threads of one opportunity, return it whole."""
        roles = self._roles(group)
        values = self._values(group)
        zone = _text(values.get("timezone")) or self._zone(group)
        events = self._events(group, roles, zone or self.candidate.timezone)
        opportunity = Opportunity(
            id=group.wanted_id or "",
            employer=str(values.get("employer") or group.employer or self._unnamed(group)),
            role=_text(values.get("role")) or group.role,
            timezone=zone,
            country=_text(values.get("country")),
            route=self._route(values, roles),
            people=roles,
            events=events,
            preferences=self.keys.preferences_from(self._preferences(group, values)),
            private=values.get("private") in (True, "true", "yes", "on"),
            extra=_mapping(values.get("extra")),
            addresses=tuple(group.alias),
        )
        return TrackedOpportunity(
            opportunity=opportunity,
            key=group.alias[0],
            aliases=tuple(group.alias),
            readings=tuple(in_order(group.readings)),
        )

    def _unnamed(self, group: Group) -> str:
        subject = group.readings[0].seen.subject if group.readings else ""
        return group.agency or f"Unknown employer ({subject})"

    def _values(self, group: Group) -> dict[str, object]:
        values: dict[str, object] = {}
        for alias in group.alias:
            values |= self.said.opportunities.get(alias, {})
        for alias in group.alias:
            values |= self.said.corrected.get(f"opportunity:{alias}", {})
        return values

    def _preferences(self, group: Group, values: dict[str, object]) -> dict[str, object]:
        wanted = _mapping(values.get("preferences"))
        for alias in group.alias:
            wanted |= self.said.preferences.get(alias, {})
        return wanted

    def _route(self, values: dict[str, object], roles: Mapping[str, PersonRole]) -> Route:
        route = values.get("route")
        if route == "direct" or route == "agency":
            return "agency" if route == "agency" else "direct"
        return "agency" if "agency_recruiter" in roles.values() else "direct"

    def _zone(self, group: Group) -> str | None:
        zones = [r.seen.interview.zone for r in in_order(group.readings) if r.seen.interview]
        named = [z for z in zones if z and z != self.candidate.timezone and "/" in z]
        return named[-1] if named else None

    def _roles(self, group: Group) -> dict[str, PersonRole]:
        roles: dict[str, PersonRole] = {}
        for reading in in_order(group.readings):
            for seen in reading.seen.people:
                id = self.registry.find(seen.name, (seen.email or "").casefold(), among=roles)
                if id is not None:
                    roles[id] = stronger(roles.get(id), seen.role) or "other"
        values = self._values(group)
        said: dict[str, PersonRole] = {
            id: cast(PersonRole, role)
            for id, role in _mapping(values.get("people")).items()
            if id in self.registry.people and role in PERSON_ROLES
        }
        return roles | said

    def _who(self, roles: dict[str, PersonRole]) -> Callable[[str], str | None]:
        def who(name_or_address: str) -> str | None:
            address = name_or_address.casefold() if "@" in name_or_address else ""
            name = "" if address else name_or_address
            id = self.registry.find(name, address, among=roles) if name_or_address else None
            if id is not None:
                roles.setdefault(id, "other")
            return id

        return who

    def _events(self, group: Group, roles: dict[str, PersonRole], zone: str) -> tuple[Event, ...]:
        found = self._found(group, roles)
        placed = [_event(one, place) for place, one in enumerate(found)]
        placed = self._corrected(placed, zone)
        placed = self._with_logged(group, placed, roles, zone)
        return tuple(replace(event, place=place) for place, event in enumerate(placed))

    def _found(self, group: Group, roles: dict[str, PersonRole]) -> list[Found]:
        who = self._who(roles)
        plain: list[Found] = []
        interviews: list[Seen] = []
        ended = applied = refused = offered = False
        for thread in group.threads:
            for reading in thread.readings:
                for one in happenings(
                    reading, who=who, after_end=ended, after_no=refused, offered=offered
                ):
                    if isinstance(one.happened, ev.Interview):
                        interviews.append(Seen(one, thread.root, reading.seen.date))
                    elif not (isinstance(one.happened, ev.Applied) and applied):
                        plain.append(one)
                    applied = applied or isinstance(one.happened, ev.Applied)
                    ended = ended or isinstance(one.happened, ENDS)
                    offered = offered or isinstance(one.happened, ev.Offer)
                    refused = isinstance(one.happened, ev.Rejected) or (
                        refused and not isinstance(one.happened, ev.Sent)
                    )
        interviews.sort(key=lambda s: s.told_at.timestamp() if s.told_at else 0.0)
        both = plain + [_without_arrangers(one, roles) for one in one_each(interviews)]
        return sorted(both, key=lambda f: (f.when.at.timestamp(), f.ref))

    def _corrected(self, events: list[Event], zone: str) -> list[Event]:
        kept = []
        for event in events:
            changes = self.said.corrected.get(str(event.ref), {})
            if "-" in changes:
                continue
            changed = self.keys.event_changed(event, changes, zone=zone) if changes else event
            kept.append(changed)
        return kept

    def _with_logged(
        self, group: Group, events: list[Event], roles: dict[str, PersonRole], zone: str
    ) -> list[Event]:
        """Add what was logged by hand and done, but not what the mail itself already shows."""
        told = {(event.source, event.what) for event in events if event.source}
        moved: dict[int, int] = {}
        out = list(events)
        for ref, keys, place in self._by_hand(group):
            source = keys.get("source")
            known = bool(source) and source != "user" and (source, keys.get("what")) in told
            if known and not self._is_ours(ref, keys):
                continue
            event = self._read(keys, ref, len(out), zone)
            if known:
                _name_our_own(out, event)
                continue
            if place is not None:
                moved[place] = len(out)
            by_hand = isinstance(event.happened, ev.Sent) and source in (None, "user")
            twin = _twin(event, out) if by_hand else None
            if twin is not None:
                out[twin] = _filled_up(out[twin], event)
                continue
            out.append(event)
            _join(event, roles)
        return [_repointed(event, moved) if moved else event for event in out]

    def _is_ours(self, ref: str, keys: Mapping[str, object]) -> bool:
        """Whether this is a letter that left from here: then it is known what it was."""
        return keys.get("what") == "sent" and any(d.id == ref for d in self.deeds)

    def _by_hand(self, group: Group) -> list[tuple[str, dict[str, object], int | None]]:
        about = set(group.alias) | {group.wanted_id}
        rows: list[tuple[str, dict[str, object], int | None]] = []
        for ref, logged in self.said.logged:
            changes = self.said.corrected.get(ref, {})
            if logged.opportunity in about and "-" not in changes:
                rows.append((ref, {**logged.event, **changes}, logged.place))
        rows += [(d.id, dict(d.event), None) for d in self.deeds if d.opportunity in about]
        return rows

    def _read(self, keys: Mapping[str, object], ref: str, place: int, zone: str) -> Event:
        return self.keys.event_from(
            keys,
            place=place,
            zone=zone,
            ref=ref,
            people=self.registry.people,
            opportunities=set(self.ids.values()),
        )


def _event(found: Found, place: int) -> Event:
    return Event(
        when=found.when,
        place=place,
        happened=found.happened,
        ref=found.ref,
        source=found.source,
        quote=found.quote,
    )


def _without_arrangers(found: Found, roles: Mapping[str, PersonRole]) -> Found:
    """Who only sent the invitation was not met, where there are others."""
    happened = found.happened
    if not isinstance(happened, ev.Interview) or not happened.with_:
        return found
    met = tuple(id for id in happened.with_ if roles.get(id) not in ARRANGERS)
    return replace(found, happened=replace(happened, with_=met)) if met else found


def _filled_up(mail: Event, deed: Event) -> Event:
    """Return the message found in Sent with what only the candidate could say of it."""
    found, told = mail.happened, deed.happened
    assert isinstance(found, ev.Sent)
    assert isinstance(told, ev.Sent)
    full = replace(found, via=found.via or told.via, for_=found.for_ or told.for_)
    return replace(mail, happened=full)


def _twin(deed: Event, events: list[Event]) -> int | None:
    """Return the place of the message found in Sent that was also marked by hand, or None."""
    done = deed.happened
    assert isinstance(done, ev.Sent)
    for place, event in enumerate(events):
        sent = event.happened
        near = abs(event.when.at - deed.when.at) <= SAME_DEED
        alike = isinstance(sent, ev.Sent) and sent.kind == done.kind
        mail = bool(event.source and event.source.startswith("message:"))
        if mail and near and alike and set(getattr(sent, "to", ())) & set(done.to):
            return place
    return None


def _name_our_own(events: list[Event], deed: Event) -> None:
    """Let the copy found in Sent of a letter of ours be what the letter was, however it reads."""
    for place, event in enumerate(events):
        if event.source == deed.source and isinstance(event.happened, ev.Sent):
            events[place] = replace(event, happened=deed.happened)


def _join(event: Event, roles: dict[str, PersonRole]) -> None:
    """Everybody an event names plays a part, if only a small one."""
    happened = event.happened
    for name in ("with_", "to"):
        named = getattr(happened, name, None) or ()
        for id in (named,) if isinstance(named, str) else named:
            roles.setdefault(id, "interviewer" if name == "with_" else "other")
    for name in ("from_", "person"):
        id = getattr(happened, name, None)
        if isinstance(id, str):
            roles.setdefault(id, "other")


def _repointed(event: Event, moved: Mapping[int, int]) -> Event:
    """Let `replaces` and `in` point to the places that imported events have now."""
    happened = event.happened
    if isinstance(happened, ev.Interview) and happened.replaces is not None:
        new = replace(happened, replaces=moved.get(happened.replaces, happened.replaces))
        return replace(event, happened=new)
    if isinstance(happened, ev.MistakeSent) and happened.in_ is not None:
        changed = replace(happened, in_=moved.get(happened.in_, happened.in_))
        return replace(event, happened=changed)
    return event


def _text(value: object) -> str | None:
    return str(value) if value else None


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, Mapping) else {}
