"""Write a search as a file a person likes to read: YAML, or its JSON twin."""

from json import dumps
from typing import Literal

from heardback.model.search import Opportunity, Search
from heardback.searchfile.events import write_event
from heardback.searchfile.fields import Setting, with_extra, write_fields
from heardback.searchfile.keys import candidate_to_keys, opportunity_to_keys, person_to_keys
from heardback.searchfile.tables import FORMAT, SEARCH
from heardback.searchfile.yaml_words import write_yaml
from heardback.timeframe.business import zone as zone_named


def write_search(search: Search, *, form: Literal["yaml", "json"]) -> str:
    """Given a search, return its file: the contract's keys in order, only what is there."""
    keys = search_to_keys(search)
    if form == "json":
        return clean(dumps(keys, ensure_ascii=False, indent=2)) + "\n"
    return clean(write_yaml(keys))


def search_to_keys(search: Search) -> dict[str, object]:
    """Given a search, return its keys with JSON values."""
    keys: dict[str, object] = {
        "heardback": FORMAT,
        "candidate": candidate_to_keys(search.candidate),
        **write_fields(SEARCH, search, Setting()),
    }
    if search.people:
        keys["people"] = {id: person_to_keys(person) for id, person in search.people.items()}
    if search.opportunities:
        keys["opportunities"] = {
            each.id: _opportunity(each, search) for each in search.opportunities
        }
    return with_extra(keys, search.extra)


def _opportunity(opportunity: Opportunity, search: Search) -> dict[str, object]:
    keys = opportunity_to_keys(opportunity)
    setting = Setting(zone=zone_named(opportunity.timezone or search.candidate.timezone))
    if opportunity.events:
        keys["events"] = [write_event(event, setting) for event in opportunity.events]
    return keys


def clean(text: str) -> str:
    """Given text, return it without halves of characters, so that it can be saved as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
