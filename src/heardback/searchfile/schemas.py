"""JSON Schemas (2020-12) of the public formats: what others may build on."""

from typing import Literal

from heardback.searchfile.answer_schemas import FINDINGS, PLAN, TIMEFRAME, UNDERSTANDING
from heardback.searchfile.fields import Table, schema_of
from heardback.searchfile.tables import (
    CANDIDATE,
    EVENTS,
    FORMAT,
    GROUNDS,
    OPPORTUNITY,
    PERSON_MET,
    SEARCH,
    WHEN,
)

SchemaName = Literal["search", "plan", "understanding", "timeframe", "findings"]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = r"^[^\W-][\w.@-]*$"


def schema(name: SchemaName) -> dict[str, object]:
    """Given the name of a public format, return its JSON Schema."""
    made = {
        "plan": PLAN,
        "understanding": UNDERSTANDING,
        "timeframe": TIMEFRAME,
        "findings": FINDINGS,
    }
    found = _search() if name == "search" else made[name]
    return {"$schema": DIALECT, "title": f"HeardBack: {name}", **found}


def _search() -> dict[str, object]:
    whole = schema_of(
        [SEARCH],
        more={
            "candidate": {"$ref": "#/$defs/candidate"},
            "people": _by_id({"$ref": "#/$defs/person"}),
            "opportunities": _by_id({"$ref": "#/$defs/opportunity"}),
        },
    )
    properties = whole["properties"]
    assert isinstance(properties, dict)
    whole["properties"] = {"heardback": {"const": FORMAT}, **properties}
    whole["required"] = ["heardback"]
    whole["$defs"] = {
        "candidate": {**schema_of([CANDIDATE]), "type": ["object", "null"]},
        "person": schema_of([PERSON_MET]),
        "opportunity": schema_of(
            [OPPORTUNITY],
            more={"events": {"type": ["array", "null"], "items": {"$ref": "#/$defs/event"}}},
        ),
        "event": _event(),
        **{f"event_{what}": _happening(table) for what, table in EVENTS.items()},
    }
    return whole


def _by_id(one: dict[str, object]) -> dict[str, object]:
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": _ID},
        "additionalProperties": one,
    }


def _event() -> dict[str, object]:
    common = schema_of([Table(fields=(WHEN, *GROUNDS))], more={"what": {"enum": list(EVENTS)}})
    common["required"] = ["when", "what"]
    common["allOf"] = [
        {
            "if": {"properties": {"what": {"const": what}}, "required": ["what"]},
            "then": {"$ref": f"#/$defs/event_{what}"},
        }
        for what in EVENTS
    ]
    return common


def _happening(table: Table) -> dict[str, object]:
    return {"description": table.meaning, **schema_of([table])}
