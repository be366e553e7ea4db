"""The published schemas hold the contract's own examples, and agree with the reader."""

import json
from datetime import datetime
from typing import Any, get_args
from zoneinfo import ZoneInfo

import jsonschema
import pytest

from heardback.errors import SearchFileError
from heardback.searchfile import read_search, write_search
from heardback.searchfile.load import load
from heardback.searchfile.preferences import PREFERENCES
from heardback.searchfile.schemas import SchemaName, schema
from heardback.searchfile.tables import EVENTS
from heardback.searchfile.values import plain
from heardback.service.examples import search_told
from heardback.service.plan import plan_search
from tests.searchfile.examples import CONTRACT, CONTRACT_PLAN, with_events
from tests.searchfile.test_refusals import EVENTS as BAD_EVENTS

NAMES: tuple[SchemaName, ...] = get_args(SchemaName)


def fits(name: SchemaName, value: object) -> bool:
    """Return whether the value fits the schema of that name."""
    return bool(jsonschema.Draft202012Validator(schema(name)).is_valid(value))


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one_and_can_be_printed(name: SchemaName) -> None:
    found = schema(name)
    jsonschema.Draft202012Validator.check_schema(found)
    assert json.loads(json.dumps(found)) == found
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_contracts_search_fits() -> None:
    assert fits("search", plain(load(CONTRACT, name="s.yaml")))
    written = write_search(read_search(CONTRACT, name="s.yaml").search, form="json")
    assert fits("search", json.loads(written))


def test_the_contracts_plan_fits() -> None:
    plan = json.loads(CONTRACT_PLAN)
    plan["follow_ups"] = [each for each in plan["follow_ups"] if "…" not in each]
    assert fits("plan", plan)
    for changed in (
        {"heardback": 2},
        {"at": "today"},
        {"follow_ups": [{**plan["follow_ups"][0], "kind": "nag"}]},
        {"follow_ups": [{**plan["follow_ups"][0], "state": "late"}]},
        {"opportunities": {"n": {"stage": "gone", "closed_as": None, "next": None}}},
    ):
        assert not fits("plan", {**plan, **changed})


def test_the_contracts_timeframe_fits() -> None:
    one: dict[str, Any] = {
        "span": [0, 22],
        "quote": "by the end of next week",
        "earliest": None,
        "by": "2025-03-14",
        "firmness": "firm",
        "event": None,
        "promise": True,
        "about": "answer",
        "invites": False,
        "prohibits": False,
        "confidence": 0.97,
    }
    assert fits("timeframe", {"timeframes": [one]})
    assert fits("timeframe", {"id": "a", "timeframes": []})
    assert fits("timeframe", {"id": "a", "error": "no text"})
    assert not fits("timeframe", {"timeframes": [{**one, "firmness": "sure"}]})
    assert not fits("timeframe", {"timeframes": [{**one, "confidence": 2}]})


def test_a_line_of_understand_fits() -> None:
    line: dict[str, Any] = {
        "message_id": "<a@b>",
        "date": "2025-03-04T10:00:00-06:00",
        "from": {"name": "Priya", "email": "priya@northwind.example"},
        "direction": "in",
        "job_related": True,
        "kind": "offer",
        "employer": "Northwind",
        "role": None,
        "people": [{"name": "Priya", "email": None, "role": "hiring_manager", "title": None}],
        "timeframes": [],
        "interview": {"start": "2025-03-04T10:00:00Z", "end": None, "mode": None, "with": []},
        "offer": {"decide_by": "2025-03-14", "written": True, "quote": "an offer"},
        "asks": [{"quote": "please answer", "reply_by": None}],
        "authentication": "pass",
        "confidence": 1,
        "evidence": {"kind": "an offer"},
        "also": ["timeframe"],
    }
    assert fits("understanding", line)
    assert fits("understanding", {"file": "a.eml", "error": "not a message"})
    assert not fits("understanding", {**line, "kind": "spam"})
    assert not fits("understanding", {k: v for k, v in line.items() if k != "evidence"})


def test_findings_fit() -> None:
    one = {
        "severity": "error",
        "check": "wrong_employer",
        "span": [0, 4],
        "text": "Globex",
        "suggestion": None,
        "rule": None,
    }
    assert fits("findings", {"findings": [one]})
    assert fits("findings", [one])
    assert not fits("findings", {"findings": [{**one, "severity": "bad"}]})


def test_the_search_schema_names_every_event_and_preference() -> None:
    found: Any = schema("search")
    assert found["$defs"]["event"]["properties"]["what"]["enum"] == list(EVENTS)
    assert list(found["properties"]["preferences"]["properties"]) == list(PREFERENCES.by_key)


# What a schema cannot tell: names, days of the calendar, order, numbers of other events.
BEYOND = (
    "unknown person",
    "unknown opportunity",
    "Did you mean priya",
    "does not exist",
    "lies outside",
    "before the start",
    "a time, not",
    "should be a day or a moment",
    "is no interview",
    "leads back",
    "is no sent message",
    "is there twice",
    "a promise needs",
    "Did you mean calls",
    "Did you mean other",
)


@pytest.mark.parametrize(("event", "message"), BAD_EVENTS, ids=[event for event, _ in BAD_EVENTS])
def test_the_schema_refuses_what_the_reader_refuses(event: str, message: str) -> None:
    text = with_events(event)
    with pytest.raises(SearchFileError):
        read_search(text, name="s.yaml")
    if any(sign in message for sign in BEYOND):
        return
    assert not fits("search", plain(load(text, name="s.yaml")))


def test_a_plan_with_competing_offers_and_a_proofreader_keeps_the_schema() -> None:
    offered = {"when": "2025-03-17T10:00", "what": "offer", "from": "priya", "written": True}
    told = {
        "given": [
            {**offered, "decide_by": "2025-03-21"},
            {"when": "2025-03-17T10:05", "what": "review_asked", "of": "Ana", "kind": "accept"},
        ],
        "globex": [
            {"when": "2025-03-12T14:00", "what": "interview", "stage": "final", "with": ["hana"]},
            {"when": "2025-03-12", "what": "promise", "from": "hana", "by": "2025-03-25"},
            {"when": "2025-03-17T11:00", "what": "preference", "over": ["northwind"]},
        ],
    }
    at = datetime(2025, 3, 17, 12, tzinfo=ZoneInfo("America/New_York"))
    view = plan_search(search_told(told), at=at)
    assert view["deadlines"]
    jsonschema.Draft202012Validator(schema("plan")).validate(view)
    broken = {**view, "deadlines": [{"opportunity": "northwind"}]}
    assert not fits("plan", broken)
