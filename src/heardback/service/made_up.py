"""Tell a store what the sample search's candidate noted by hand."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from heardback.model.sayings import Corrected, OpportunitySaid, ProfileSet, Saying
from heardback.ports import Ports
from heardback.service.record import event_said, person_id
from heardback.service.tell import say
from heardback.service.tracked import track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked, TrackedOpportunity
from heardback.tracking.match import same_employer
from heardback.tracking.people import slug


class MadeUpCandidate(Protocol):
    """Whose mail it is."""

    @property
    def name(self) -> str:
        """As the candidate signs."""

    @property
    def emails(self) -> tuple[str, ...]:
        """All own addresses, the main one first."""

    @property
    def phone(self) -> str:
        """The number at the foot of letters."""

    @property
    def timezone(self) -> str:
        """The IANA name."""

    @property
    def country(self) -> str:
        """ISO 3166."""

    @property
    def present_employer(self) -> dict[str, Any]:
        """Its name and domains."""


def tell_sample(
    ports: Ports,
    candidate: MadeUpCandidate,
    facts: Mapping[str, Mapping[str, Any]],
    notes: Iterable[tuple[str, Mapping[str, Any]]],
) -> None:
    """Keep the profile, the facts of each opportunity, and the notes, people by full name.

    Without facts only the profile is kept. An opportunity that no mail shows is entered by hand.
    """
    employer = {k: v for k, v in candidate.present_employer.items() if k in ("name", "domains")}
    values: dict[str, object] = {
        "name": candidate.name,
        "email": candidate.emails[0],
        "emails": list(candidate.emails),
        "phone": candidate.phone,
        "timezone": candidate.timezone,
        "country": candidate.country,
        "present_employer": employer,
    }
    if not facts:
        say(ports, [ProfileSet(values=values)])
        return
    _enter_missing(ports, facts)
    tracked = track(ports)
    newcomers: list[Saying] = []
    said: list[Saying] = []
    for name, told in facts.items():
        said += _facts(tracked, _named(tracked, name), told, newcomers)
    for name, event in notes:
        found = _named(tracked, name)
        keys = {k: _ids(v, tracked) if k == "over" else v for k, v in event.items()}
        keys["when"] = _in_zone(str(event["when"]), candidate.timezone)
        said.append(event_said(tracked, found, keys, newcomers))
    say(ports, [*newcomers, *said])


def _in_zone(text: str, name: str) -> str:
    """Return a moment as the candidate's own clock showed it; a day stays a day."""
    if len(text) == len("2025-03-04"):
        return text
    return datetime.fromisoformat(text).replace(tzinfo=zone(name)).isoformat()


def _enter_missing(ports: Ports, facts: Mapping[str, Mapping[str, Any]]) -> None:
    tracked = track(ports)
    for name, told in facts.items():
        if _find(tracked, name) is None:
            id = slug(name)
            entered = {"id": id, "employer": name, "role": told.get("role")}
            say(ports, [OpportunitySaid(key=f"said:{id}", values=entered)])


def _facts(
    tracked: Tracked,
    found: TrackedOpportunity,
    told: Mapping[str, Any],
    newcomers: list[Saying],
) -> Iterable[Saying]:
    about = f"opportunity:{found.key}"
    for name in ("role", "timezone", "route"):
        if told.get(name):
            yield Corrected(about=about, field_name=name, value=told[name])
    parts = {
        person_id(name, found, tracked, newcomers): part
        for name, part in dict(told.get("people") or {}).items()
    }
    if parts:
        yield Corrected(about=about, field_name="people", value=parts)


def _ids(value: Any, tracked: Tracked) -> list[str]:
    names = value if isinstance(value, list) else [value]
    return [_named(tracked, str(name)).opportunity.id for name in names]


def _find(tracked: Tracked, name: str) -> TrackedOpportunity | None:
    return next(
        (t for t in tracked.opportunities if same_employer(t.opportunity.employer, name)), None
    )


def _named(tracked: Tracked, name: str) -> TrackedOpportunity:
    found = _find(tracked, name)
    if found is None:
        raise KeyError(name)
    return found
