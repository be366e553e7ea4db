"""The contract's keys for tracking, read and written by the search file's own reader."""

from collections.abc import Collection, Mapping

from heardback import searchfile
from heardback.model.events import Event
from heardback.model.people import Candidate, Person

UNNAMED = "You"
TOP_EXTRA = "search.extra"


class SearchKeys:
    """`tracking.Keys` over the search file; `zone` is used where the profile names none."""

    def __init__(self, *, zone: str) -> None:
        self.zone = zone

    def candidate_from(self, values: Mapping[str, object], *, found: Collection[str]) -> Candidate:
        """Given profile values, return the candidate; `found` are addresses that mail suggests."""
        keys = {name: value for name, value in values.items() if name != TOP_EXTRA}
        keys.setdefault("name", UNNAMED)
        keys.setdefault("timezone", self.zone)
        if found and not keys.get("email") and not keys.get("emails"):
            keys["emails"] = sorted(found)
        return searchfile.candidate_from_keys(keys)

    def search_extra(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return the search's own unknown keys, kept with the profile."""
        extra = values.get(TOP_EXTRA)
        return dict(extra) if isinstance(extra, Mapping) else {}

    def preferences_from(self, values: Mapping[str, object]) -> dict[str, object]:
        """Given preferences by name, return them typed."""
        return searchfile.preferences_from_keys(values)

    def person_from(self, id: str, values: Mapping[str, object]) -> Person:
        """Given a person's keys, return the person."""
        return searchfile.person_from_keys(id, values)

    def person_changed(self, person: Person, changes: Mapping[str, object]) -> Person:
        """Return the person with some keys changed."""
        keys = searchfile.person_to_keys(person) | dict(changes)
        return searchfile.person_from_keys(person.id, _present(keys))

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
        return searchfile.event_from_keys(
            keys, place=place, zone=zone, people_ids=people, opportunity_ids=opportunities, ref=ref
        )

    def event_changed(self, event: Event, changes: Mapping[str, object], *, zone: str) -> Event:
        """Return the event with some keys changed; the people it names may be anybody."""
        keys = _present(searchfile.event_to_keys(event) | dict(changes))
        return searchfile.event_from_keys(
            keys,
            place=event.place,
            zone=zone,
            people_ids=None,
            opportunity_ids=None,
            ref=event.ref,
        )


def _present(keys: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in keys.items() if value is not None}
