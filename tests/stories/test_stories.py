"""The stories of the sample search, told by hand: at these moments, these follow-ups, these reasons.

The whole way is walked: the mailboxes are imported, the candidate's notes are kept, and the plan is
made as it would have been made at that moment.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from heardback import bootstrap
from heardback.model.search import Search
from heardback.ports import Ports
from heardback.sample import build_sample
from heardback.searchfile import read_search
from heardback.service.made_up import tell_sample
from heardback.service.plan_view import plan_view
from heardback.service.search_file import export_search, import_search
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.match import same_employer

HERE = Path(__file__).parent
CHICAGO = zone("America/Chicago")
PLAIN = ("state", "channel", "attempt", "optional")


def moments() -> Iterator[Any]:
    for path in sorted(HERE.glob("*.toml")):
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        for at in story["at"]:
            yield pytest.param(story["employer"], at, id=f"{path.stem}@{at['when']}")


@pytest.fixture(scope="session")
def sample_ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ports]:
    folder = tmp_path_factory.mktemp("sample")
    sample = build_sample(folder)
    data = str(folder / "data")
    chosen = bootstrap.settings(data)
    with bootstrap.ports(chosen) as ports:
        tell_sample(ports, sample.candidate, {}, ())
    paths = [str(p) for p in (sample.inbox, sample.sent, sample.calendar)]
    bootstrap.import_mail(paths, me=(), data=data)
    with bootstrap.ports(chosen) as ports:
        tell_sample(ports, sample.candidate, sample.facts, sample.notes)
        yield ports


@pytest.mark.slow
@pytest.mark.xdist_group("stories")
@pytest.mark.parametrize(("employer", "told"), moments())
def test_the_story_unfolds_as_told(
    sample_ports: Ports, employer: str, told: dict[str, Any]
) -> None:
    at = datetime.fromisoformat(told["when"])
    at = at if at.tzinfo else at.replace(tzinfo=CHICAGO)
    tracked = track(sample_ports, at=at)
    search = tracked.search
    view: dict[str, Any] = dict(plan_view(plan(sample_ports, tracked, at=at), search=search))
    ids = [o.id for o in search.opportunities if same_employer(o.employer, employer)]
    assert len(ids) <= 1, f"{employer} is {len(ids)} opportunities: {ids}"
    faults = list(differences(view, search, ids[0] if ids else "", told))
    assert not faults, "\n".join([told.get("why", ""), *faults])


def differences(
    view: dict[str, Any], search: Search, id: str, told: dict[str, Any]
) -> Iterator[str]:
    rows = [row for row in view["follow_ups"] if row["opportunity"] == id]
    left = list(rows)
    for wanted in told.get("follow_ups", ()):
        found = next((r for r in left if same(r, wanted, search)), None)
        if found is None:
            yield f"missing: {wanted['kind']} to {wanted['to']}"
            continue
        left.remove(found)
        yield from compared(found, wanted, search)
    for row in left:
        if not any(same(row, allowed, search) for allowed in told.get("may", ())):
            yield f"not told: {row['id']} due {row['due']} {[w['rule'] for w in row['why']]}"
    standing = view["opportunities"].get(id, {"stage": None, "closed_as": None})
    for key in ("stage", "closed_as"):
        if key in told and told[key] != standing[key]:
            yield f"{key} is {standing[key]}, told {told[key]}"
    for wanted in told.get("held", ()):
        held = [h for h in view["held"] if h["opportunity"] == id]
        if not any(all(h.get(k) == v for k, v in wanted.items()) for h in held):
            yield f"not held: {wanted}; held are {[(h['kind'], h['rule']) for h in held]}"
    if "waiting_until" in told:
        until = [w["until"] for w in view["waiting"] if w["opportunity"] == id]
        if told["waiting_until"] not in until:
            yield f"waiting until {until}, told {told['waiting_until']}"


def names(ids: list[str], search: Search) -> list[str]:
    return sorted(search.people[i].name for i in ids)


def same(row: dict[str, Any], wanted: dict[str, Any], search: Search) -> bool:
    return bool(row["kind"] == wanted["kind"] and names(row["to"], search) == sorted(wanted["to"]))


def compared(row: dict[str, Any], wanted: dict[str, Any], search: Search) -> Iterator[str]:
    name = row["id"]
    for key in PLAIN:
        if key in wanted and row[key] != wanted[key]:
            yield f"{name}: {key} is {row[key]}, told {wanted[key]}"
    for key in ("not_before", "due", "latest"):
        if key in wanted and not same_moment(row[key], wanted[key]):
            yield f"{name}: {key} is {row[key]}, told {wanted[key]}"
    if "via" in wanted:
        via = search.people[row["via"]].name if row["via"] else None
        if via != (wanted["via"] or None):
            yield f"{name}: via is {via}, told {wanted['via']}"
    rules = {reason["rule"] for reason in row["why"]}
    if not set(wanted.get("rules", ())) <= rules:
        yield f"{name}: rules are {sorted(rules)}, told {wanted['rules']}"
    aims = {aim["aim"] for aim in row["aims"]}
    if not set(wanted.get("aims", ())) <= aims:
        yield f"{name}: aims are {sorted(aims)}, told {wanted['aims']}"


def same_moment(found: str | None, wanted: str) -> bool:
    if wanted == "none" or found is None:
        return found is None and wanted == "none"
    moment = datetime.fromisoformat(found)
    if len(wanted) == len("2025-03-04"):
        return moment.date() == date.fromisoformat(wanted)
    return moment == datetime.fromisoformat(wanted)


@pytest.mark.slow
@pytest.mark.xdist_group("stories")
def test_the_whole_search_comes_back_from_its_file(sample_ports: Ports, tmp_path: Path) -> None:
    """Exported, imported into an empty store and exported again, it is the same to the byte."""
    whole = export_search(sample_ports, form="yaml")
    with bootstrap.ports(bootstrap.settings(str(tmp_path / "other"))) as ports:
        import_search(ports, read_search(whole, name="search.yaml").search)
        assert export_search(ports, form="yaml") == whole
