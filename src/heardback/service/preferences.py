"""What the candidate may decide otherwise than the playbook: the list, an explanation, a change."""

import json
from collections.abc import Mapping
from typing import Any

from heardback.errors import UsageError
from heardback.languages.en.playbook import preference_words, profiles, rule_words
from heardback.languages.en.reasons import UNITS
from heardback.model.preferences import DEFAULTS
from heardback.model.search import Opportunity, Search
from heardback.searchfile import preferences_to_keys
from heardback.searchfile.preferences import PREFERENCES
from heardback.searchfile.values import did_you_mean, listed

View = dict[str, Any]
NOT_SET = "08:00 for notes, 09:00 for check-ins"


def known(name: str) -> str:
    """Given a preference's name as typed, return it; raise UsageError with the nearest one."""
    names = list(preference_words())
    typed = name.strip().replace("-", "_")
    for one in names:
        if typed.casefold() == one.casefold():
            return one
    hint = did_you_mean(name, names, otherwise=f"There are: {', '.join(names)}.")
    raise UsageError(f"there is no preference {name!r}.", hint=hint)


def default(name: str) -> object:
    """Given a preference's name, return the playbook's default."""
    return getattr(DEFAULTS, name)


def allowed(name: str) -> str:
    """Given a preference's name, return in words which values it may have."""
    schema = PREFERENCES.by_key[name].form.schema()
    if schema.get("type") == "boolean" or True in _words(schema):
        return "true or false"
    if words := _words(schema):
        return listed([str(word) for word in words])
    if schema.get("type") == "array":
        one: Any = schema["items"]
        if "minimum" not in one:
            return 'two times, such as ["08:00", "10:30"]'
        return f"two numbers, {one['minimum']} to {one['maximum']}, the smaller first"
    return f"{schema['minimum']} to {schema['maximum']}{_unit(name, many=True)}"


def _words(schema: Mapping[str, object]) -> list[object]:
    words = schema.get("enum")
    return list(words) if isinstance(words, list) else []


def _unit(name: str, *, many: bool) -> str:
    unit = UNITS.get(name)
    if unit is None:
        return ""
    business = unit == "day" and name != "feedback_timing"
    return f" {'business ' if business else ''}{unit}{'s' if many else ''}"


def shown(value: object, name: str | None = None) -> str:
    """Given a value, return it as the search file has it, with its unit where the name is given."""
    if value is None:
        return NOT_SET
    if isinstance(value, str):
        return value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    unit = _unit(name, many=value != 1) if name and number else ""
    return json.dumps(list(value) if isinstance(value, tuple) else value) + unit


def listing(search: Search, opportunity: Opportunity | None = None) -> View:
    """Given a search, return every preference with its value, its default and where it was set.

    `set_in` is default, search (the candidate's, for everything) or opportunity.
    """
    rows = {name: _row(name, search, opportunity) for name in preference_words()}
    return {"opportunity": opportunity.id if opportunity else None, "preferences": rows}


def _row(name: str, search: Search, opportunity: Opportunity | None) -> View:
    own: Mapping[str, object] = opportunity.preferences if opportunity else {}
    set_in = "opportunity" if name in own else "search" if name in search.preferences else "default"
    value = own.get(name, search.preferences.get(name, default(name)))
    return {"value": _key(name, value), "default": _key(name, default(name)), "set_in": set_in}


def _key(name: str, value: object) -> object:
    return None if value is None else preferences_to_keys({name: value})[name]


def explain(name: str, search: Search, opportunity: Opportunity | None = None) -> View:
    """Given a preference's name, return what it does, the camps with their sources, and its value.

    Raise UsageError, with the nearest name, where there is none such.
    """
    name = known(name)
    words = preference_words()[name]
    elsewhere = {
        o.id: _key(name, o.preferences[name])
        for o in search.opportunities
        if name in o.preferences and o is not opportunity
    }
    return {
        "name": name,
        "does": words.does,
        **_row(name, search, opportunity),
        "opportunity": opportunity.id if opportunity else None,
        "opportunities": elsewhere,
        "allowed": allowed(name),
        "schema": PREFERENCES.by_key[name].form.schema(),
        "rules": {id: rule_words()[id].title for id in words.rules},
        "camps": [
            {"says": camp.says, "sources": [_source(s.publisher, s.address) for s in camp.sources]}
            for camp in words.camps
        ],
    }


def _source(publisher: str, address: str | None) -> View:
    return {"publisher": publisher, "address": address}


def profile(name: str, *, everywhere: bool = True) -> dict[str, object]:
    """Given a profile's name, return the preferences it sets.

    `everywhere`: what is the playbook's default is reset (None) rather than set.
    Raise UsageError, with the nearest name, where there is none such.
    """
    found = profiles().get(name.strip().casefold())
    if found is None:
        names = list(profiles())
        hint = did_you_mean(name, names, otherwise=f"There are: {', '.join(names)}.")
        raise UsageError(f"there is no profile {name!r}.", hint=hint)
    sets = dict(found.sets)
    return {n: None if everywhere and v == default(n) else v for n, v in sets.items()}
