"""The search file: one candidate's whole search as plain text (contracts.md, section 1)."""

from heardback.searchfile.events import event_from_keys, event_to_keys
from heardback.searchfile.keys import (
    candidate_from_keys,
    candidate_to_keys,
    opportunity_from_keys,
    opportunity_to_keys,
    person_from_keys,
    person_to_keys,
)
from heardback.searchfile.preferences import (
    preferences_from_keys,
    preferences_to_keys,
    resolve_preferences,
)
from heardback.searchfile.read import ReadSearch, read_search
from heardback.searchfile.write import search_to_keys, write_search

__all__ = [
    "ReadSearch",
    "candidate_from_keys",
    "candidate_to_keys",
    "event_from_keys",
    "event_to_keys",
    "opportunity_from_keys",
    "opportunity_to_keys",
    "person_from_keys",
    "person_to_keys",
    "preferences_from_keys",
    "preferences_to_keys",
    "read_search",
    "resolve_preferences",
    "search_to_keys",
    "write_search",
]
