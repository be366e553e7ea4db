"""Keep what the candidate says: append-only, each saying with an address, each to be undone."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from heardback.errors import UsageError
from heardback.model.sayings import (
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
    Saying,
    Snoozed,
    Split,
    Undone,
)
from heardback.ports import Ports
from heardback.tracking.voice import in_force

# Sayings that come from a file are known by their content, so that importing twice changes nothing.
BY_CONTENT = (Logged, OpportunitySaid, PersonSaid, ProfileSet, PreferencesSet)


def saying_id(saying: Saying, *, at: datetime, from_file: bool) -> str:
    """Given a saying, return its address: its content, with the hour unless it is from a file."""
    content = json.dumps([type(saying).__name__, asdict(saying)], default=str, sort_keys=True)
    stamp = "" if from_file and isinstance(saying, BY_CONTENT) else at.isoformat()
    return sha256(f"{stamp}{content}".encode()).hexdigest()[:12]


def say(ports: Ports, sayings: Iterable[Saying], *, from_file: bool = False) -> list[Said]:
    """Given sayings, keep those not known yet, together; return them as kept."""
    at = ports.clock.now()
    kept: list[Said] = []
    with ports.store.writing(), ports.store.transaction():
        known = {said.id for said in ports.store.sayings()}
        for saying in sayings:
            said = Said(id=saying_id(saying, at=at, from_file=from_file), at=at, saying=saying)
            if said.id not in known:
                ports.store.say(said)
                known.add(said.id)
                kept.append(said)
    return kept


def undo(ports: Ports, id: str | None = None) -> Said:
    """Take back a saying in force, by default the newest; return it. Raise UsageError without one.

    Sayings made by one command (the same moment) are taken back together.
    """
    standing = in_force(ports.store.sayings())
    if not standing:
        raise UsageError("There is nothing to undo.")
    last = next((s for s in standing if s.id == id), None) if id else standing[-1]
    if last is None:
        raise UsageError("This has been taken back already.", hint="See what stands in Activity.")
    together = [s for s in standing if s.at == last.at]
    say(ports, [Undone(saying=s.id) for s in reversed(together)])
    return last


def newest(ports: Ports) -> str | None:
    """Return the id of the newest saying in force, None where there is none."""
    standing = in_force(ports.store.sayings())
    return standing[-1].id if standing else None


NAMED: dict[type, str] = {
    ReviewClosed: "a review closed",
    Dismissed: "a follow-up skipped",
    Merged: "two opportunities made one",
}


def described(saying: Saying) -> str:
    """Return a saying in a few plain words."""
    match saying:
        case Logged(event=event, opportunity=_):
            kind = f" ({event['kind']})" if event.get("kind") else ""
            return f"{event.get('what')}{kind} of {event.get('when')}"
        case Corrected(about=about, field_name=name, value=value):
            return f"{about} left out" if name == "-" else f"{about}: {name} = {value}"
        case DraftKept(id=id):
            return f"your own words for {id}"
        case ReviewAsked(id=id, to=to):
            return f"{id} given to {to} to read"
        case ModelAllowed(where=where):
            return f"the language model at {where} allowed"
        case Snoozed(until=until):
            return f"a follow-up put off until {until:%Y-%m-%d %H:%M}"
        case PreferencesSet(values=values):
            told = [f"{name} {'reset' if v is None else f'= {v}'}" for name, v in values.items()]
            return f"your preference {', '.join(told)}"
        case Split(employer=employer):
            return f"{employer} split off"
        case ProfileSet(values=values):
            return f"profile: {', '.join(values)}"
        case _:
            return NAMED.get(type(saying), type(saying).__name__)
