"""What only the candidate knows, brought into the record: events, people, corrections."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import parseaddr

from heardback import searchfile
from heardback.errors import UsageError
from heardback.model.message import printed_in
from heardback.model.people import PERSON_ROLES
from heardback.model.sayings import (
    Confirmed,
    Corrected,
    Logged,
    Merged,
    OpportunitySaid,
    PersonSaid,
    PreferencesSet,
    ProfileSet,
    Saying,
    Split,
)
from heardback.ports import Ports
from heardback.service.show import find_opportunity
from heardback.service.tell import say
from heardback.service.tracked import track
from heardback.tracking.assemble import Tracked, TrackedOpportunity
from heardback.tracking.people import name_key, slug

# Keys of an event that name people; a name typed there is looked up, and made known if new.
PEOPLE_KEYS = ("with", "to", "from", "person", "via", "for")
NOT_PEOPLE = {"away": ("from",)}


def log(
    ports: Ports,
    opportunity: str,
    what: str,
    keys: Mapping[str, object],
    *,
    when: str | None = None,
) -> str:
    """Given an opportunity, the contract's word and its keys, keep the event; return its day.

    People may be given by id, name or address. Raise UsageError on what the contract refuses.
    """
    tracked = track(ports)
    found = find_opportunity(tracked, opportunity)
    at = when or ports.clock.now().isoformat(timespec="seconds")
    newcomers: list[Saying] = []
    logged = event_said(tracked, found, {"when": at, "what": what, **keys}, newcomers)
    say(ports, [*newcomers, logged])
    return str(logged.event["when"])


def event_said(
    tracked: Tracked,
    found: TrackedOpportunity,
    keys: Mapping[str, object],
    newcomers: list[Saying],
) -> Logged:
    """Given an event's keys with people by id, name or address, return it as a saying.

    People not known yet are added to `newcomers`. Raise UsageError on what the contract refuses.
    """
    event = dict(keys)
    what = str(event.get("what"))
    for name in PEOPLE_KEYS:
        if name in event and name not in NOT_PEOPLE.get(what, ()):
            event[name] = _people(event[name], found, tracked, newcomers)
    event.setdefault("source", "user")
    people = {p.id for p in newcomers if isinstance(p, PersonSaid)} | set(tracked.search.people)
    searchfile.event_from_keys(
        event,
        place=0,
        zone=found.opportunity.timezone or tracked.search.candidate.timezone,
        people_ids=people,
        opportunity_ids={o.id for o in tracked.search.opportunities},
        name=f"{found.opportunity.id}/{what}",
        strict=True,
    )
    return Logged(opportunity=found.key, event=event)


def _people(
    value: object, found: TrackedOpportunity, tracked: Tracked, newcomers: list[Saying]
) -> object:
    if isinstance(value, list | tuple):
        return [person_id(str(one), found, tracked, newcomers) for one in value]
    return person_id(str(value), found, tracked, newcomers)


def person_id(
    text: str, found: TrackedOpportunity, tracked: Tracked, newcomers: list[Saying]
) -> str:
    """Return the id of the person a text names, here first, then anywhere; else a new one."""
    here = list(found.opportunity.people)
    everywhere = list(tracked.search.people)
    name, address = parseaddr(text)
    for ids in (here, everywhere):
        hits = [i for i in ids if _named(i, text, name, address, tracked)]
        if len(hits) == 1:
            return hits[0]
        if len(hits) > 1:
            raise UsageError(f"{text!r} may be any of {', '.join(hits)}.", hint="Give the id.")
    full = name or text
    new = [n for n in newcomers if isinstance(n, PersonSaid)]
    again = next((n.id for n in new if name_key(str(n.values["name"])) == name_key(full)), None)
    if again is not None:
        return again
    if not name_key(full):
        raise UsageError(f"{text!r} names nobody.", hint='Write "Name" or "Name <address>".')
    id = _free(slug(full), set(everywhere) | {n.id for n in new})
    values: dict[str, object] = {"name": full.strip()}
    if address and "@" in address:
        values["email"] = address
    newcomers.append(PersonSaid(id=id, values=values))
    return id


def _named(id: str, text: str, name: str, address: str, tracked: Tracked) -> bool:
    person = tracked.search.people.get(id)
    if person is None:
        return False
    if text == id or (address and address.casefold() in {a.casefold() for a in person.addresses}):
        return True
    typed = name_key(name or text)
    known = name_key(person.name)
    return bool(typed) and (typed == known or ("@" not in text and typed == known.split()[0]))


def _free(wanted: str, taken: set[str]) -> str:
    first = wanted.split("-", maxsplit=1)[0]
    tries = [first, wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))]
    return next(t for t in tries if t and t not in taken)


def add(
    ports: Ports,
    employer: str,
    *,
    role: str | None = None,
    agency: bool = False,
    timezone: str | None = None,
    country: str | None = None,
    people: Sequence[tuple[str, str]] = (),
) -> str:
    """Enter an opportunity by hand; `people` are (name and address, role). Return its id."""
    tracked = track(ports)
    taken = {o.id for o in tracked.search.opportunities}
    base = slug(employer) or "opportunity"
    tries = [
        base,
        *([f"{base}-{slug(role)}"] if role else []),
        *(f"{base}-{n}" for n in range(2, 99)),
    ]
    id = next(t for t in tries if t not in taken)
    newcomers: list[Saying] = []
    parts: dict[str, object] = {}
    blank = _blank(tracked, id, employer)
    for text, part in people:
        if part not in PERSON_ROLES:
            raise UsageError(
                f"{part!r} is no part to play.", hint=f"One of {', '.join(PERSON_ROLES)}."
            )
        parts[person_id(text, blank, tracked, newcomers)] = part
    values: dict[str, object] = {"id": id, "employer": employer}
    told = {"role": role, "timezone": timezone, "country": country}
    values |= {name: value for name, value in told.items() if value}
    values |= {"route": "agency"} if agency else {}
    values |= {"people": parts} if parts else {}
    say(ports, [*newcomers, OpportunitySaid(key=f"said:{id}", values=values)])
    return id


def _blank(tracked: Tracked, id: str, employer: str) -> TrackedOpportunity:
    from heardback.model.search import Opportunity

    del tracked
    return TrackedOpportunity(opportunity=Opportunity(id=id, employer=employer), key=f"said:{id}")


def debrief(ports: Ports, opportunity: str, answers: Sequence[Mapping[str, object]]) -> int:
    """Keep the answers after an interview, each a `debrief` event's keys; return how many."""
    kept = [a for a in answers if any(v for k, v in a.items() if k != "person")]
    for keys in kept:
        told = {name: value for name, value in keys.items() if value}
        what = str(told.pop("what", "debrief"))
        log(ports, opportunity, what, told)
    return len(kept)


def correct(ports: Ports, about: str, changes: Mapping[str, object]) -> str:
    """Mend a reading: a fact (its id as `show` prints it), `person:ID` or `opportunity:ID`.

    The key `-` leaves a fact out. Return what was mended, in words.
    """
    tracked = track(ports)
    kind, _, name = about.rpartition(":")
    if kind == "opportunity" or (not kind and tracked.find(name)):
        found = find_opportunity(tracked, name)
        address = f"opportunity:{found.key}"
        _check_names(changes, _OF_OPPORTUNITY)
    elif kind == "person":
        if name not in tracked.search.people:
            raise UsageError(
                f"There is no person {name!r}.", hint="'heardback show' lists the ids."
            )
        address = about
        _check_names(
            changes,
            (
                "name",
                "email",
                "emails",
                "title",
                "phone",
                "phone_given",
                "linkedin",
                "employer",
                "timezone",
                "pronouns",
            ),
        )
        searchfile.person_from_keys(
            name, searchfile.person_to_keys(tracked.search.people[name]) | dict(changes)
        )
    else:
        address = about
        _check_fact(tracked, about, changes)
    say(ports, [Corrected(about=address, field_name=n, value=v) for n, v in changes.items()])
    return about


_OF_OPPORTUNITY = ("employer", "role", "timezone", "country", "route", "people", "private")


def _check_names(changes: Mapping[str, object], known: Sequence[str]) -> None:
    for name in changes:
        if name not in known:
            raise UsageError(f"There is no {name!r} here.", hint=f"Known are: {', '.join(known)}.")


def _check_fact(tracked: Tracked, ref: str, changes: Mapping[str, object]) -> None:
    """Raise where there is no such fact, or where the contract refuses the new value."""
    for one in tracked.search.opportunities:
        event = next((e for e in one.events if str(e.ref) == ref), None)
        if event is None:
            continue
        if "-" not in changes:
            keys = searchfile.event_to_keys(event) | dict(changes)
            searchfile.event_from_keys(
                keys,
                place=event.place,
                zone=one.timezone or tracked.search.candidate.timezone,
                people_ids=set(tracked.search.people),
                opportunity_ids={o.id for o in tracked.search.opportunities},
                name=f"{one.id}/{event.what}",
                strict=not event.extra,
            )
        return
    raise UsageError(
        f"There is no fact {ref!r}.", hint="'heardback show OPPORTUNITY' prints each fact's id."
    )


def merge(ports: Ports, into: str, other: str) -> str:
    """Make two opportunities one; return the id of the one that stays."""
    tracked = track(ports)
    one, two = find_opportunity(tracked, into), find_opportunity(tracked, other)
    if one.key == two.key:
        raise UsageError(f"{into!r} and {other!r} are one opportunity already.")
    say(ports, [Merged(opportunity=one.key, other=two.key)])
    return one.opportunity.id


def split(ports: Ports, facts: Sequence[str], *, employer: str, role: str | None) -> int:
    """Let the messages behind these facts be an opportunity of their own; return how many."""
    tracked = track(ports)
    wanted = set(facts)
    sources = {
        e.source.partition(":")[2].strip("<>")
        for one in tracked.search.opportunities
        for e in one.events
        if str(e.ref) in wanted and e.source and e.source.startswith("message:")
    }
    keys = tuple(
        r.key
        for t in tracked.opportunities
        for r in t.readings
        if (printed_in(r.seen.message_id) or r.seen.message_id) in sources
    )
    if not keys:
        raise UsageError(
            "None of these is a fact read from a message.",
            hint="'heardback show OPPORTUNITY' prints each fact's id.",
        )
    say(ports, [Split(messages=keys, employer=employer, role=role)])
    return len(keys)


def set_profile(ports: Ports, values: Mapping[str, object]) -> None:
    """Keep facts about the candidate, checked by the contract."""
    named = {"name": "You", "timezone": "UTC"} | {k: v for k, v in values.items() if v is not None}
    searchfile.candidate_from_keys(named)
    say(ports, [ProfileSet(values=dict(values))])


def set_preferences(
    ports: Ports, values: Mapping[str, object], *, opportunity: str | None = None
) -> None:
    """Keep preferences by name (None resets), checked by the contract; everywhere or for one."""
    wanted = {k: v for k, v in values.items() if v is not None}
    searchfile.preferences_from_keys(wanted, strict=True)
    key = find_opportunity(track(ports), opportunity).key if opportunity else None
    say(ports, [PreferencesSet(values=dict(values), opportunity=key)])


def confirm(ports: Ports, key: str, *, right: bool) -> None:
    """Say whether a reading that waits for a yes is right."""
    known = {reading.key for reading in track(ports).review}
    if key not in known:
        raise UsageError(f"{key!r} does not wait for a yes.", hint="See 'heardback review'.")
    say(ports, [Confirmed(about=key, right=right)])


def due_for_debrief(tracked: Tracked, at: datetime) -> list[str]:
    """Return the opportunities with an interview held by `at` and no notes since."""
    found = []
    for one in tracked.search.opportunities:
        held = [e for e in one.events if e.what == "interview" and e.when.at <= at]
        notes = [e for e in one.events if e.what == "debrief"]
        if held and not any(n.when.at >= max(h.when.at for h in held) for n in notes):
            found.append(one.id)
    return found
