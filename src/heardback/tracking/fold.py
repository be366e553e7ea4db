"""Readings, sayings and deeds to one search: what happened, in the contract's own events.

A saying outranks any reading of the same address and the latest saying wins (house.md, 5.2). The
result is a pure function of its arguments, so that rebuilding changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from heardback.model.people import Person
from heardback.model.sayings import Deed, Said
from heardback.model.search import Search
from heardback.model.understanding import PersonSeen
from heardback.tracking.assemble import Assembly, Keys, Tracked, TrackedOpportunity
from heardback.tracking.copies import without_copies
from heardback.tracking.lookalike import suspected
from heardback.tracking.match import (
    PERSONAL_DOMAINS,
    SURE_ENOUGH,
    Group,
    group_threads,
    tokens,
)
from heardback.tracking.people import Registry, name_key, slug
from heardback.tracking.threads import Reading, in_order, short_hash
from heardback.tracking.voice import Voice, followed, voice

# Kinds that would move where an opportunity stands: below the threshold they wait for a yes.
WEIGHTY = frozenset("offer rejection position_closed on_hold interview_confirmed".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that tracking works on: readings, sayings, deeds, and the hour it is."""

    readings: Sequence[Reading]
    sayings: Sequence[Said]
    deeds: Sequence[Deed]
    at: datetime
    found_addresses: frozenset[str] = frozenset()


def fold(record: Record, *, keys: Keys) -> Tracked:
    """Given the record and the reader of the contract's keys, return the search as known at `at`.

    `found_addresses` are the candidate's own addresses as mail suggests them, used where the
    profile names none.
    """
    said = voice(record.sayings, at=record.at)
    candidate = keys.candidate_from(said.profile, found=record.found_addresses)
    me = frozenset(a.casefold() for a in candidate.addresses) | record.found_addresses
    readings, review = known(record, said)
    groups = grouped(readings, said, me)
    registry = met(groups, said, me, keys, everything=record.readings)
    ids = name_groups(groups, said)
    assembly = Assembly(
        keys=keys,
        said=said,
        registry=registry,
        candidate=candidate,
        ids=ids,
        deeds=[deed for deed in record.deeds if deed.at <= record.at],
    )
    tracked = [assembly.opportunity(group) for group in groups]
    tracked = [t for t in tracked if t.opportunity.events or t.opportunity.id in said_ids(said)]
    search = Search(
        candidate=candidate,
        preferences=keys.preferences_from(said.preferences.get(None, {})),
        people=used(registry, tracked, said),
        opportunities=tuple(t.opportunity for t in tracked),
        extra=keys.search_extra(said.profile),
    )
    return Tracked(
        search=search,
        opportunities=tuple(tracked),
        review=tuple(review),
        dismissed=frozenset(said.dismissed),
        snoozed=dict(said.snoozed),
        drafts=dict(said.drafts),
        reviews=tuple(r for id, r in said.reviews.items() if id not in said.reviews_closed),
    )


def known(record: Record, said: Voice) -> tuple[list[Reading], list[Reading]]:
    """Return the readings known at the hour, confirmed ones made sure, and those to be reviewed."""
    kept: list[Reading] = []
    review: list[Reading] = []
    for reading in in_order(suspected(without_copies(record.readings))):
        if reading.seen.date is not None and reading.seen.date > record.at:
            continue
        right = said.confirmed.get(reading.key)
        if right is False:
            continue
        if reading.seen.confidence >= SURE_ENOUGH:
            kept.append(reading)
        elif right:
            kept.append(replace(reading, seen=replace(reading.seen, confidence=1.0)))
        else:
            kept.append(reading)
            passed_on = reading.seen.forwarded_by is not None and reading.seen.job_related
            if passed_on or reading.seen.kind in WEIGHTY:
                review.append(reading)
    return kept, review


def grouped(readings: list[Reading], said: Voice, me: frozenset[str]) -> list[Group]:
    """Return the opportunities: by hand, by mail, split and merged as the candidate said."""
    seeds = [seed(key, values, said.people) for key, values in said.opportunities.items()]
    apart = [frozenset(split.messages) for split in said.split]
    for split, keys in zip(said.split, apart, strict=True):
        alias = [split_alias(keys)]
        from_split = Group(employer=split.employer, role=split.role, alias=alias, apart=True)
        seeds.append(from_split)
    groups = group_threads(readings, me=me, seeds=seeds, apart=apart)
    for group in groups:
        group.alias.extend(group.roots)
    pairs = [(merged.other, merged.opportunity) for merged in said.merged]
    for other, into in pairs:
        target = next((g for g in groups if answers_to(g, followed(into, pairs))), None)
        source = next((g for g in groups if answers_to(g, other) and g is not target), None)
        if source is not None and target is not None:
            merge(target, source)
            groups.remove(source)
    return groups


def answers_to(group: Group, key: str) -> bool:
    """Tell whether merging means this opportunity by `key`.

    What was split off answers to its own name alone: the messages it took with it may carry the
    address of an opportunity that was merged before, and splitting takes them out of it again.
    """
    return key == group.alias[0] if group.apart else key in group.alias


def seed(key: str, values: dict[str, object], people: Mapping[str, Mapping[str, object]]) -> Group:
    """Return an opportunity entered by hand or imported, before any mail is added.

    Mail to and from its people is its mail; an agency's people belong to many.
    """
    employer, role = values.get("employer"), values.get("role")
    parts = values.get("people")
    group = Group(
        employer=str(employer) if employer else None,
        role=str(role) if role else None,
        wanted_id=str(values["id"]) if values.get("id") else None,
        alias=[key],
    )
    for id, part in parts.items() if isinstance(parts, Mapping) else ():
        addresses = addresses_told(people.get(str(id), {}))
        group.addresses |= addresses
        if part != "agency_recruiter":
            group.domains |= {a.rpartition("@")[2] for a in addresses} - PERSONAL_DOMAINS
    return group


def addresses_told(person: Mapping[str, object]) -> set[str]:
    """Return the addresses of a person as told by hand."""
    several = person.get("emails")
    found = [person.get("email"), *(several if isinstance(several, list | tuple) else ())]
    return {str(each).casefold() for each in found if each}


def split_alias(keys: frozenset[str]) -> str:
    """Return the address of an opportunity that the candidate split off."""
    return f"split:{short_hash(*sorted(keys))}"


def merge(target: Group, source: Group) -> None:
    """Make `source` part of `target`."""
    target.threads.extend(source.threads)
    target.threads.sort(key=lambda t: t.first_at.timestamp() if t.first_at else 0.0)
    target.alias.extend(source.alias)
    target.addresses |= source.addresses
    target.role = target.role or source.role
    target.agency = target.agency or source.agency


def met(
    groups: list[Group],
    said: Voice,
    me: frozenset[str],
    keys: Keys,
    *,
    everything: Sequence[Reading],
) -> Registry:
    """Return everybody seen: those entered by hand first, then by mail in order of date.

    Ids come from all mail there is, so that they are the same at every hour; what is known of a
    person comes from the mail of the groups alone.
    """
    same = same_people(groups)
    whole = Registry(me=me, same=same)
    registry = Registry(me=me, same=same)
    for id, values in said.people.items():
        whole.add(keys.person_from(id, values))
        registry.add(keys.person_from(id, values))
    for reading in in_order(everything):
        for person in named(reading):
            whole.see(person)
    registry.assigned = whole.by_name | whole.by_address
    for reading in in_order(r for group in groups for r in group.readings):
        for person in named(reading):
            registry.see(person)
    for id, later in whole.people.items():
        registry.people.setdefault(id, Person(id=id, name=later.name))
    for id in registry.people:
        changes = said.corrected.get(f"person:{id}")
        if changes:
            registry.people[id] = keys.person_changed(registry.people[id], changes)
    return registry


def same_people(groups: list[Group]) -> dict[str, str]:
    """Given the opportunities, return for each further address of somebody the first one.

    Whoever bears one full name in one opportunity is one person, whatever the domains; a message
    under suspicion proves nothing.
    """
    same: dict[str, str] = {}
    for group in groups:
        first: dict[str, str] = {}
        for reading in in_order(group.readings):
            for person in () if reading.seen.flags else named(reading):
                name, address = name_key(person.name), (person.email or "").casefold()
                if " " in name and address:
                    told = first.setdefault(name, address)
                    if told != address:
                        same.setdefault(address, told)
    return same


def named(reading: Reading) -> list[PersonSeen]:
    """Return whom a reading names: its people, and the readers of the candidate's own mail."""
    seen = reading.seen
    readers = seen.to if seen.direction == "out" else ()
    others = [PersonSeen(name=a.name, email=a.email) for a in readers if a.email and a.name]
    told = {p.email.casefold() for p in seen.people if p.email}
    return [*seen.people, *(o for o in others if (o.email or "").casefold() not in told)]


def name_groups(groups: list[Group], said: Voice) -> dict[str, str]:
    """Give every opportunity its id; return a map from each of its addresses to that id."""
    taken: set[str] = set()
    ids: dict[str, str] = {}
    for group in groups:
        for alias in group.alias:
            for name, value in said.corrected.get(f"opportunity:{alias}", {}).items():
                if name in ("employer", "role"):
                    setattr(group, name, value)
        id = free_id(group, taken)
        taken.add(id)
        group.wanted_id = id
        ids.update(dict.fromkeys(group.alias, id))
        ids.setdefault(id, id)
    return ids


def free_id(group: Group, taken: set[str]) -> str:
    """Return a readable id for an opportunity that none of those taken has."""
    if group.wanted_id and group.wanted_id not in taken:
        return group.wanted_id
    employer = slug(" ".join(tokens(group.employer))) or "unknown-employer"
    role = slug(group.role or "")
    tries = [employer, *([f"{employer}-{role}"] if role else [])]
    tries += [f"{employer}-{n}" for n in range(2, len(taken) + 3)]
    return next(t for t in tries if t not in taken)


def said_ids(said: Voice) -> set[str]:
    """Return the ids of the opportunities entered by hand."""
    return {str(values.get("id")) for values in said.opportunities.values()}


def used(registry: Registry, tracked: list[TrackedOpportunity], said: Voice) -> dict[str, Person]:
    """Return the people who play a part somewhere, or were entered by hand."""
    playing = {id for t in tracked for id in t.opportunity.people} | set(said.people)
    return {id: person for id, person in registry.people.items() if id in playing}
