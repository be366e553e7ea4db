"""The playbook in English: its rules and preferences as an adviser would put them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from heardback.model.playbook_words import Camp, PreferenceWords, Profile, RuleWords, Source

_LISTS = ("must", "must_not", "preferences")


@cache
def rule_words() -> dict[str, RuleWords]:
    """Return every rule by its id, in the order of the playbook's table."""
    table = _read("rules.toml")
    return {id: _rule(id, row) for id, row in table.items()}


def _rule(id: str, row: dict[str, Any]) -> RuleWords:
    lists: dict[str, Any] = {name: tuple(row.pop(name, ())) for name in _LISTS}
    return RuleWords(id=id, sources=sources_of(_sources()["rules"][id]), **row, **lists)


@cache
def preference_words() -> dict[str, PreferenceWords]:
    """Return every preference by its name, in the order of the contract."""
    table = _read("preferences.toml")
    table.pop("profiles")
    return {name: _preference(name, row) for name, row in table.items()}


def _preference(name: str, row: dict[str, Any]) -> PreferenceWords:
    camps = tuple(Camp(camp["says"], sources_of(camp["sources"])) for camp in row["camps"])
    rules = tuple(id for id, rule in rule_words().items() if name in rule.preferences)
    return PreferenceWords(name=name, does=row["does"], camps=camps, rules=rules)


@cache
def profiles() -> dict[str, Profile]:
    """Return the profiles by name: preferences that belong together."""
    table = _read("preferences.toml")["profiles"]
    return {name: Profile(name, row["does"], row["sets"]) for name, row in table.items()}


def sources_of(keys: tuple[str, ...] | list[str]) -> tuple[Source, ...]:
    """Given keys of `sources.toml`, return the publishers with their addresses, the seed first."""
    known = _sources()
    seed = [Source(known["seed"])] if "seed" in keys else []
    return (*seed, *(Source(*known["pages"][key]) for key in keys if key != "seed"))


def publishers_of(rule: str) -> list[str]:
    """Given a rule's id, return its publishers, the seed first; "ours" where there is none."""
    named = [one.publisher for one in sources_of(_sources()["rules"].get(rule, ()))]
    return list(dict.fromkeys(named)) or ["ours (no source seen)"]


@cache
def _sources() -> dict[str, Any]:
    return _read("sources.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / name).read_text("utf-8"))
