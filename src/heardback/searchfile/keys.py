"""People, opportunities and the candidate from their keys, and back: for the store."""

from collections.abc import Collection, Mapping
from typing import Any

from heardback.errors import UsageError
from heardback.model.people import Candidate, Person
from heardback.model.search import Opportunity
from heardback.searchfile.fields import Setting, Table, read_fields, write_fields
from heardback.searchfile.forms import check_id
from heardback.searchfile.tables import CANDIDATE, OPPORTUNITY, PERSON_MET
from heardback.searchfile.values import Keys, Wrong


def _read(
    table: Table, keys: Mapping[str, object], setting: Setting, *, id: str | None = None
) -> dict[str, Any]:
    try:
        if id is not None:
            check_id(id)
        values, extra = read_fields(table, Keys(keys), setting)
    except Wrong as wrong:
        raise UsageError(f"{setting.name}: {wrong.message}", hint=wrong.hint) from None
    return {**values, "extra": extra}


def candidate_from_keys(
    keys: Mapping[str, object], *, name: str = "candidate", strict: bool = False
) -> Candidate:
    """Given the keys of `candidate:`, return the candidate; raise UsageError."""
    values = _read(CANDIDATE, keys, Setting(name=name, strict=strict))
    return Candidate(**{"name": "", **values})


def candidate_to_keys(candidate: Candidate) -> dict[str, object]:
    """Given the candidate, return the keys of `candidate:`."""
    return write_fields(CANDIDATE, candidate, Setting(), extra=candidate.extra)


def person_from_keys(
    id: str, keys: Mapping[str, object], *, name: str = "person", strict: bool = False
) -> Person:
    """Given a person's id and keys, return the person; raise UsageError."""
    return Person(id=id, **_read(PERSON_MET, keys, Setting(name=name, strict=strict), id=id))


def person_to_keys(person: Person) -> dict[str, object]:
    """Given a person, return the keys the search file has under the id."""
    return write_fields(PERSON_MET, person, Setting(), extra=person.extra)


def opportunity_from_keys(
    id: str,
    keys: Mapping[str, object],
    *,
    people_ids: Collection[str] | None,
    name: str = "opportunity",
    strict: bool = False,
) -> Opportunity:
    """Given an opportunity's id and keys without events, return it; raise UsageError."""
    setting = Setting(name=name, people=people_ids, strict=strict)
    return Opportunity(id=id, **_read(OPPORTUNITY, keys, setting, id=id))


def opportunity_to_keys(opportunity: Opportunity) -> dict[str, object]:
    """Given an opportunity, return its keys without the events."""
    return write_fields(OPPORTUNITY, opportunity, Setting(), extra=opportunity.extra)
