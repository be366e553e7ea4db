"""The search as the store knows it now: read what is new, then fold."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from heardback.model.understanding import Understanding
from heardback.ports import Ports, Received
from heardback.reading.version import READER
from heardback.service.keys import SearchKeys
from heardback.service.zones import machine_zone
from heardback.tracking.assemble import Tracked
from heardback.tracking.fold import Record, fold
from heardback.tracking.threads import Reading
from heardback.tracking.voice import voice

if TYPE_CHECKING:
    from heardback.model.plan import Plan


def zone_name(ports: Ports) -> str:
    """Return the candidate's time zone: the profile's, else the machine's."""
    named = voice(ports.store.sayings()).profile.get("timezone")
    return str(named) if named else machine_zone()


def said_addresses(ports: Ports) -> frozenset[str]:
    """Return the own addresses that the candidate named, in lower case."""
    profile = voice(ports.store.sayings()).profile
    emails = profile.get("emails")
    listed = emails if isinstance(emails, list | tuple) else ()
    return frozenset(str(a).casefold() for a in (profile.get("email"), *listed) if a)


def own_addresses(ports: Ports) -> frozenset[str]:
    """Return the candidate's own addresses in lower case: said, else found in the mail."""
    return said_addresses(ports) or ports.store.ledger.own_addresses()


def readings(ports: Ports) -> list[Reading]:
    """Return what every kept message means, reading those not read by this reader yet."""
    kept = ports.store.observations(reader=READER)
    me = own_addresses(ports)
    fresh: dict[str, Understanding] = {}
    for received in ports.store.received():
        if received.key not in kept:
            fresh[received.key] = read_received(received, me)
    if fresh:
        with ports.store.writing(), ports.store.transaction():
            ports.store.observe(fresh, reader=READER)
    return read_apart(kept | fresh)


def read_apart(seen: Mapping[str, Understanding]) -> list[Reading]:
    """Return a reading for every message, and one for each that it passes on ("<key>#2")."""
    found = []
    for key, one in seen.items():
        inner = [Reading(f"{key}#{n}", each) for n, each in enumerate(one.forwarded, start=1)]
        found += [Reading(key, replace(one, forwarded=()) if inner else one), *inner]
    return found


def read_received(received: Received, me: frozenset[str]) -> Understanding:
    """Return what one kept message or meeting means."""
    # Loaded only where there is something to read: most runs find every reading kept.
    from heardback.languages.en.mail import ENGLISH_READING
    from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
    from heardback.languages.en.trust import ENGLISH_TRUST
    from heardback.languages.en.turns import ENGLISH_TURNS
    from heardback.reading.read import read_meeting, read_message

    if received.message is not None:
        return read_message(
            received.message,
            me=me,
            words=ENGLISH_READING,
            timeframe_words=ENGLISH_TIMEFRAMES,
            turn_words=ENGLISH_TURNS,
            trust_words=ENGLISH_TRUST,
        )
    assert received.meeting is not None
    return read_meeting(received.meeting, me=me, words=ENGLISH_READING)


def track(ports: Ports, *, at: datetime | None = None) -> Tracked:
    """Return the search as known at `at` (default: now)."""
    zone = zone_name(ports)
    record = Record(
        readings=readings(ports),
        sayings=ports.store.sayings(),
        deeds=ports.store.deeds(),
        at=at or ports.clock.now(),
        found_addresses=own_addresses(ports),
    )
    return fold(record, keys=SearchKeys(zone=zone))


def plan(
    ports: Ports, tracked: Tracked, *, at: datetime | None = None, until: datetime | None = None
) -> "Plan":
    """Return the plan of a tracked search at `at` (default: now)."""
    from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
    from heardback.playbook.decide import decide  # an import of mail plans nothing
    from heardback.service.collector import collector_paused

    with collector_paused():
        made = decide(
            tracked.search,
            at=at or ports.clock.now(),
            until=until,
            words=ENGLISH_TIMEFRAMES,
            dismissed=tracked.dismissed,
            snoozed=tracked.snoozed,
        )
    return _reviewed(made, tracked) if tracked.reviews else made


def _reviewed(made: "Plan", tracked: Tracked) -> "Plan":
    """Put beside each follow-up until when a friend's reading of its draft must be back."""
    from heardback.playbook.keys import follow_up_keys

    by = {r.follow_up: r.review_by for r in tracked.reviews if r.follow_up and r.review_by}
    found = []
    for one in made.follow_ups:
        opportunity = tracked.search.opportunity(one.opportunity)
        keys = follow_up_keys(opportunity, one.kind, one.to, one.anchor) if opportunity else []
        moment = next((by[key] for key in keys if key in by), None)
        found.append(replace(one, review_by=moment) if moment else one)
    return replace(made, follow_ups=tuple(found))
