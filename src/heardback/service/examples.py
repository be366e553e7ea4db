"""The examples beside the rules: what happened, at which moment, and what the plan then says.

They are printed in docs/playbook.md and run as tests, so that the page shows what the program does.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from heardback.checking.check import Record
from heardback.model.plan import KINDS
from heardback.model.search import Search
from heardback.playbook import rules
from heardback.searchfile import read_search
from heardback.service.plan import plan_search
from heardback.service.plan_view import View
from heardback.service.proofread import proofread

Keys = Mapping[str, Any]
FRAME = "frame.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example: the rule, a sentence, the frame's changes, the moment, and what then holds."""

    rule: str
    say: str
    family: str
    keys: Keys
    at: datetime | None

    @property
    def given(self) -> list[Keys]:
        """What happened at Northwind, as events of the search file."""
        return list(self.keys.get("given", ()))

    @property
    def then(self) -> Keys:
        """What the plan, or the proofreader, then says."""
        then: Keys = self.keys["then"]
        return then


@cache
def examples() -> tuple[Example, ...]:
    """Return all examples, family by family."""
    names = {f.name for f in files(rules).iterdir() if f.name.endswith(".yaml")} - {FRAME}
    order = [f"{family.__name__.rpartition('.')[2]}.yaml" for family in rules.FAMILIES]
    listed = [name for name in order if name in names] + sorted(names - set(order))
    return tuple(_example(n.removesuffix(".yaml"), keys) for n in listed for keys in _read(n))


def _example(family: str, keys: Keys) -> Example:
    at = _moment(str(keys["at"])) if "at" in keys else None
    return Example(rule=keys["rule"], say=keys["say"], family=family, keys=keys, at=at)


def _moment(text: str) -> datetime:
    zone = ZoneInfo(_read(FRAME)["candidate"]["timezone"])
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@cache
def _read(name: str) -> Any:
    # The house's own reader refuses anchors, which spare the examples much repetition.
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    return yaml.load((files(rules) / name).read_text("utf-8"))


def search_of(example: Example) -> Search:
    """Given an example, return the search it is told in."""
    frame, keys = _read(FRAME), example.keys
    people = {id: {**person, **keys.get("person", {}).get(id, {})} for id, person in
              frame["people"].items()}  # fmt: skip
    northwind = {**frame["northwind"], **keys.get("opportunity", {}), "events": example.given}
    northwind |= {name: keys[name] for name in ("people", "route") if name in keys}
    opportunities = {"northwind": northwind}
    if "globex" in keys:
        opportunities["globex"] = {**frame["globex"], "events": keys["globex"]}
    whole = {
        "heardback": 1,
        "candidate": frame["candidate"],
        "preferences": keys.get("preferences", {}),
        "people": people,
        "opportunities": opportunities,
    }
    return read_search(json.dumps(whole, default=str), name=f"{example.family}.json").search


def differences(example: Example) -> list[str]:
    """Given an example, return in words all in which the program disagrees with it."""
    if "kind" in example.keys:
        return list(_of_letter(example))
    assert example.at is not None
    view = plan_search(search_of(example), at=example.at)
    found = list(_of_plan(example.then, view))
    if not example.keys.get("quiet") and example.rule not in rules_of(view):
        found.append(f"{example.rule} is named nowhere in {sorted(rules_of(view))}")
    return found


def rules_of(view: View) -> set[str]:
    """Given a plan, return the rules that it names."""
    rows: Any = view
    named = {why["rule"] for name in ("follow_ups", "waiting") for row in rows[name]
             for why in row["why"]}  # fmt: skip
    return named | {row["rule"] for name in ("held", "cautions") for row in rows[name]}


def _of_letter(example: Example) -> Iterator[str]:
    text = example.keys.get("letter") or "word " * example.keys["letter_words"]
    search = search_of(example)
    record = Record(search=search, opportunity=search.opportunities[0]) if example.given else None
    found = proofread(text, kind=example.keys["kind"], at=example.at, record=record)
    names = {finding.check for finding in found if finding.rule == example.rule}
    for wanted in example.then["findings"]:
        if wanted not in names:
            yield f"no {wanted} among {sorted(names)}"


def _of_plan(then: Keys, view: View) -> Iterator[str]:
    rows: Any = view["follow_ups"]
    listed = {row["id"]: row for row in rows}
    for id, due in then.get("due", {}).items():
        there = listed[id]["due"] if id in listed else None
        if there is None or not there.startswith(str(due)):
            yield f"{id}: due {due}, not {there} (listed: {sorted(listed)})"
    for gone in then.get("none", ()):
        name = "kind" if gone in KINDS else "id"
        yield from (f"{id} should not be listed" for id, row in listed.items() if row[name] == gone)
    yield from _of_attributes(then, listed)
    yield from _of_lists(then, view)


def _of_attributes(then: Keys, listed: Mapping[str, Keys]) -> Iterator[str]:
    for id in then.get("optional", ()):
        if not listed.get(id, {}).get("optional"):
            yield f"{id} is not optional"
    for id in then.get("overdue", ()):
        if listed.get(id, {}).get("state") != "overdue":
            yield f"{id} is not overdue"
    for id, wanted in then.get("aims", {}).items():
        aims = {aim["aim"] for aim in listed.get(id, {}).get("aims", ())}
        if not set(wanted) <= aims:
            yield f"{id}: aims {wanted}, not {sorted(aims)}"
    for name in ("via", "channel", "review_by"):
        for id, wanted in then.get(name, {}).items():
            there = listed.get(id, {}).get(name)
            if there is None or not str(there).startswith(str(wanted)):
                yield f"{id}: {name} {wanted}, not {there}"


def _of_lists(then: Keys, view: View) -> Iterator[str]:
    for name in ("held", "cautions"):
        rows: Any = view[name]
        for kind, until in then.get(name, {}).items():
            ends = [row["until"] for row in rows if row["kind"] == kind]
            fits = [e for e in ends if (e is None) == (until is None)]
            if not [e for e in fits if e is None or str(e).startswith(str(until))]:
                yield f"{name}: {kind} until {until}, not {ends}"
    standings: Any = view["opportunities"]
    if "closed" in then and standings["northwind"]["closed_as"] != then["closed"]:
        yield f"closed as {standings['northwind']['closed_as']}, not {then['closed']}"
