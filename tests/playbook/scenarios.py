"""Read the scenario cases and compare a plan with what one of them expects."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ruamel.yaml import YAML

from heardback.model.plan import KINDS
from heardback.model.search import Search
from heardback.searchfile import read_search
from heardback.service.plan import plan_search

FOLDER = Path(__file__).parent.parent / "scenarios"
Case = dict[str, Any]
View = Mapping[str, Any]
SPECIAL = {"rules", "aims", "without_aims", "id"}


def cases() -> list[tuple[str, Case]]:
    """Return every case with its name, by file."""
    yaml = YAML(typ="safe")
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found += [(f"{path.stem}: {c['name']}", c) for c in yaml.load(path.read_text("utf-8"))]
    return found


def search_of(case: Case) -> Search:
    """Return the case's search file as read."""
    return read_search(json.dumps(case["search"], default=str), name="case.json").search


def plan_of(case: Case, search: Search | None = None) -> View:
    """Return the plan of the case's search (read already, where given) at its moment."""
    search = search or search_of(case)
    zone = ZoneInfo(search.candidate.timezone)
    until = case.get("until")
    return plan_search(
        search,
        at=_moment(str(case["at"]), zone, time(0)),
        until=None if until is None else _moment(str(until), zone, time(23, 59, 59)),
    )


def _moment(text: str, zone: ZoneInfo, alone: time) -> datetime:
    if len(text) == len("2025-01-01"):
        return datetime.combine(date.fromisoformat(text), alone, zone)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def disagreements(case: Case, plan: View) -> list[str]:
    """Return in words everything in which the plan differs from what the case expects."""
    expect = case["expect"]
    found = []
    for wanted in expect.get("follow_ups", []):
        found += _follow_up(wanted, plan)
    ids = [f["id"] for f in plan["follow_ups"]]
    for gone in expect.get("absent", []):
        key = "kind" if gone in KINDS else "id"
        there = [f["id"] for f in plan["follow_ups"] if f[key] == gone]
        found += [f"{id} should be absent" for id in there]
    if "exactly" in expect and sorted(ids) != sorted(expect["exactly"]):
        found.append(f"exactly {sorted(expect['exactly'])}, not {sorted(ids)}")
    for key in ("held", "waiting", "cautions"):
        for wanted in expect.get(key, []):
            if not any(_fits(wanted, entry) for entry in plan[key]):
                found.append(f"{key}: no {wanted} in {[_short(e) for e in plan[key]]}")
    found += _standing(expect, plan)
    for kind in expect.get("no_cautions", []):
        found += [f"caution {kind} is there" for c in plan["cautions"] if c["kind"] == kind]
    if expect.get("one_a_day"):
        found += _crowded(plan)
    return found


def _standing(expect: Case, plan: View) -> Iterator[str]:
    for key, name in (("stages", "stage"), ("closed_as", "closed_as")):
        for id, wanted in expect.get(key, {}).items():
            there = plan["opportunities"][id][name]
            if there != wanted:
                yield f"{id}: {name} {wanted}, not {there}"


def _follow_up(wanted: Case, plan: View) -> list[str]:
    if "id" in wanted:
        fitting = [f for f in plan["follow_ups"] if f["id"] == wanted["id"]]
    else:
        fitting = [
            f
            for f in plan["follow_ups"]
            if all(f[k] == wanted[k] for k in ("opportunity", "kind", "to") if k in wanted)
        ]
    if not fitting:
        return [f"no {wanted} among {[f['id'] for f in plan['follow_ups']]}"]
    differences = [_differences(wanted, f) for f in fitting]
    return min(differences, key=len)


def _differences(wanted: Case, there: View) -> list[str]:
    found = [
        f"{there['id']}: {key} {value}, not {there.get(key)}"
        for key, value in wanted.items()
        if key not in SPECIAL and not _equal(value, there.get(key))
    ]
    for key, entries, name in (("rules", there["why"], "rule"), ("aims", there["aims"], "aim")):
        known = {entry[name] for entry in entries}
        missing = [w for w in wanted.get(key, []) if w not in known]
        found += [f"{there['id']}: {name} {w} not in {sorted(known)}" for w in missing]
    aims = {aim["aim"] for aim in there["aims"]}
    extra = aims.intersection(wanted.get("without_aims", []))
    return found + [f"{there['id']}: aim {aim} should not be there" for aim in sorted(extra)]


def _equal(wanted: object, there: object) -> bool:
    if isinstance(wanted, str) and isinstance(there, str) and len(wanted) == len("2025-01-01"):
        return there.startswith(wanted)
    return wanted == there


def _fits(wanted: Case, entry: View) -> bool:
    return all(_equal(value, entry.get(key)) for key, value in wanted.items())


def _short(entry: View) -> dict[str, object]:
    return {k: v for k, v in entry.items() if k not in ("why", "text")}


def _crowded(plan: View) -> list[str]:
    days = Counter((r, f["due"][:10]) for f in plan["follow_ups"] for r in f["to"])
    return [f"{who} gets {n} messages on {day}" for (who, day), n in days.items() if n > 1]
