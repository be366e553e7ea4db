"""Preferences: each with what it does, the playbook's default and yours."""

from dataclasses import MISSING, asdict, fields
from typing import Any, get_args, get_type_hints

from starlette.responses import Response

from heardback.faces.web.visit import Visit, get, post
from heardback.languages.en.reasons import PREFERENCES, UNITS
from heardback.model.preferences import Preferences
from heardback.searchfile import resolve_preferences
from heardback.service import record, show
from heardback.service.tracked import track

HINTS = get_type_hints(Preferences)


def preferences(visit: Visit) -> Response:
    """Show every preference."""
    with visit.ports() as ports:
        rows = choices(resolve_preferences(track(ports).search.preferences, {}))
        others = show.opportunities(ports)["opportunities"]
    return visit.page("pages/preferences.html", rows=rows, opportunities=others)


def choose(visit: Visit) -> Response:
    """Set one preference; an empty value goes back to the default."""
    name, text = visit.said("name"), visit.said("value")
    value = typed(name, text) if text else None
    with visit.ports() as ports:
        where = visit.said("opportunity") or None
        record.set_preferences(ports, {name: value}, opportunity=where)
    words = "Back to the playbook's default." if value is None else "Kept."
    return visit.back("/preferences", notice=words)


def choices(chosen: Preferences) -> list[dict[str, Any]]:
    """Return each preference: name, words, value, default, and the options where there are few."""
    values = asdict(chosen)
    return [
        {
            "name": one.name,
            "words": PREFERENCES.get(one.name, one.name.replace("_", " ")),
            "unit": UNITS.get(one.name),
            "value": _shown(values[one.name]),
            "default": _shown(None if one.default is MISSING else one.default),
            "yours": one.name in chosen.changed,
            "options": _options(one.name),
            "does": None,
            "camps": [],
        }
        for one in fields(Preferences)
    ]


def _options(name: str) -> list[str]:
    kind = HINTS[name]
    return ["yes", "no"] if kind is bool else [a for a in get_args(kind) if isinstance(a, str)]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " to ".join(str(v) for v in value)
    return "" if value is None else str(value)


def typed(name: str, text: str) -> object:
    """Return a value as the contract has it: yes and no, numbers, pairs, words."""
    kind = HINTS.get(name)
    if kind is bool:
        return text == "yes"
    if " to " in text:
        return [int(p) if p.strip().isdigit() else p.strip() for p in text.split(" to ", 1)]
    if kind in (int, float):
        try:
            return int(text) if text.lstrip("-").isdigit() else float(text)
        except ValueError:
            return text
    return text


ROUTES = (get("/preferences", preferences), post("/preferences", choose))
