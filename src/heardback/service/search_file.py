"""The search file in and out of the store: every event one truth, nothing lost, nothing twice."""

from collections.abc import Iterator
from typing import Literal

from heardback import searchfile
from heardback.model.sayings import (
    Logged,
    OpportunitySaid,
    PersonSaid,
    PreferencesSet,
    ProfileSet,
    Saying,
)
from heardback.model.search import Search
from heardback.ports import Ports
from heardback.service.keys import TOP_EXTRA
from heardback.service.tell import say
from heardback.service.tracked import track


def import_search(ports: Ports, search: Search) -> int:
    """Keep all that a search file says; return how much of it was new.

    Importing it again changes nothing: each saying is known by its content.
    """
    return len(say(ports, sayings_of(search), from_file=True))


def sayings_of(search: Search) -> Iterator[Saying]:
    """Yield a search as sayings, in the file's order."""
    profile = searchfile.candidate_to_keys(search.candidate)
    if search.extra:
        profile = profile | {TOP_EXTRA: dict(search.extra)}
    yield ProfileSet(values=profile)
    if search.preferences:
        yield PreferencesSet(values=dict(search.preferences))
    for person in search.people.values():
        yield PersonSaid(id=person.id, values=searchfile.person_to_keys(person))
    for one in search.opportunities:
        key = f"said:{one.id}"
        values = {"id": one.id, **searchfile.opportunity_to_keys(one)}
        yield OpportunitySaid(key=key, values=values)
        for event in one.events:
            keys = searchfile.event_to_keys(event)
            yield Logged(opportunity=key, event=keys, place=event.place)


def export_search(ports: Ports, *, form: Literal["yaml", "json"]) -> str:
    """Return the whole search as a search file or its JSON twin."""
    return searchfile.write_search(track(ports).search, form=form)
