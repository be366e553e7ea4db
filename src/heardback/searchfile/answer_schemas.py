"""The schemas of what the commands answer: plan, understanding, timeframe, findings.

Written by hand after contracts.md, sections 2 to 6. Further keys may be added at any time, so
none are forbidden.
"""

from collections.abc import Sequence
from typing import get_args

from heardback.model.draft import Severity
from heardback.model.events import Mode
from heardback.model.people import PersonRole
from heardback.model.plan import KINDS, AimName, ClosedAs, OpportunityStage, State
from heardback.model.timeframe import Firmness, TimeframeAbout
from heardback.model.understanding import MessageKind
from heardback.searchfile.forms import DAY_PATTERN, MOMENT_PATTERN

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "pattern": DAY_PATTERN}
INSTANT: Schema = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$",
}
DAY_OR_INSTANT: Schema = {"type": "string", "pattern": MOMENT_PATTERN}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}
CAUTIONED = (
    "resign",
    "stop_search",
    "discuss_pay",
    "contact_around_recruiter",
    "linkedin_connect",
)
SENT_KINDS = (*KINDS, "other")


def _or_null(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "null"}]}


def _many(one: Schema) -> Schema:
    return {"type": "array", "items": one}


def _words(words: Sequence[str], *, null: bool = False) -> Schema:
    return {"enum": [*words, *([None] if null else [])]}


def _keys(properties: dict[str, Schema], *, optional: dict[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": list(properties),
    }


EVIDENCE = _many(_keys({"event": {"type": ["integer", "string"]}, "quote": _or_null(TEXT)}))
WHY = _many(_keys({"rule": TEXT, "text": TEXT, "evidence": EVIDENCE}))
AIM = _keys({"aim": _words(get_args(AimName)), "what": _or_null(TEXT), "evidence": EVIDENCE})
FOLLOW_UP = _keys(
    {
        "id": {"type": "string", "pattern": r"^[^/]+/[a-z_]+/[^/]+(/[0-9]+)?$"},
        "opportunity": TEXT,
        "kind": _words(KINDS),
        "to": _many(TEXT),
        "via": _or_null(TEXT),
        "channel": _or_null(TEXT),
        "attempt": {"type": "integer", "minimum": 1},
        "not_before": INSTANT,
        "due": INSTANT,
        "latest": _or_null(INSTANT),
        "state": _words(get_args(State)),
        "optional": FLAG,
        "aims": _many(AIM),
        "anchor": {"type": ["integer", "string", "null"]},
        "review_by": _or_null(INSTANT),
        "changes_if": _many(TEXT),
        "why": WHY,
    }
)
WAITING = _keys(
    {
        "opportunity": TEXT,
        "for": TEXT,
        "until": _or_null(DAY),
        "then": _words(KINDS, null=True),
        "why": WHY,
    }
)
HELD = _keys(
    {
        "opportunity": TEXT,
        "kind": _words(KINDS),
        "to": _many(TEXT),
        "rule": TEXT,
        "until": _or_null(INSTANT),
        "text": TEXT,
    }
)
CAUTION = _keys(
    {
        "opportunity": TEXT,
        "rule": TEXT,
        "kind": TEXT,
        "to": _or_null(_many(TEXT)),
        "channel": _or_null(TEXT),
        "until": _or_null(INSTANT),
        "text": TEXT,
    }
)
CAUTION["description"] = f"kind is a follow-up kind or one of {', '.join(CAUTIONED)}"
STANDING = _keys(
    {
        "stage": _words(get_args(OpportunityStage)),
        "closed_as": _words(get_args(ClosedAs), null=True),
        "next": _or_null(TEXT),
    }
)
OTHER_PROCESS = _keys(
    {
        "opportunity": TEXT,
        "promised_by": _or_null(DAY),
        "steps_left": _or_null({"type": "integer"}),
        "far_along": FLAG,
        "preferred": FLAG,
        "gap_days": _or_null({"type": "integer"}),
        "extension_days": _or_null({"type": "integer"}),
        "extension_until": _or_null(INSTANT),
        "reachable": _or_null(FLAG),
        "ask": _many(TEXT),
    }
)
DEADLINE = _keys(
    {
        "opportunity": TEXT,
        "decide_by": INSTANT,
        "assumed": FLAG,
        "working_hours_left": {"type": "number", "minimum": 0},
        "ask_by": INSTANT,
        "others": _many(OTHER_PROCESS),
        "ask": _many(TEXT),
    }
)
DEADLINE["description"] = "the deadline sum of an open offer beside the other processes"
ERROR_LINE = _keys({"error": TEXT}, optional={"id": {}, "file": TEXT})

PLAN: Schema = {
    "anyOf": [{"$ref": "#/$defs/plan"}, ERROR_LINE],
    "$defs": {
        "plan": _keys(
            {
                "heardback": {"const": 1},
                "at": INSTANT,
                "follow_ups": _many(FOLLOW_UP),
                "waiting": _many(WAITING),
                "held": _many(HELD),
                "cautions": _many(CAUTION),
                "opportunities": {"type": "object", "additionalProperties": STANDING},
            },
            optional={
                "deadlines": _many(DEADLINE),
                "id": {"description": "of the line, where many are asked for"},
            },
        )
    },
}

ONE_TIMEFRAME = _keys(
    {
        "span": SPAN,
        "quote": TEXT,
        "earliest": _or_null(DAY),
        "by": _or_null(DAY),
        "firmness": _words(get_args(Firmness)),
        "event": _or_null(TEXT),
        "promise": FLAG,
        "about": _words(get_args(TimeframeAbout)),
        "invites": FLAG,
        "prohibits": FLAG,
        "confidence": SHARE,
    }
)
TIMEFRAME: Schema = {
    "anyOf": [
        _keys({"timeframes": _many({"$ref": "#/$defs/timeframe"})}, optional={"id": {}}),
        ERROR_LINE,
    ],
    "$defs": {"timeframe": ONE_TIMEFRAME},
}

ROLE: Schema = _words(get_args(PersonRole), null=True)
MESSAGE_KINDS = get_args(MessageKind)
UNDERSTOOD = _keys(
    {
        "message_id": _or_null(TEXT),
        "date": _or_null(INSTANT),
        "from": _keys({"name": _or_null(TEXT), "email": _or_null(TEXT)}),
        "direction": _words(("in", "out")),
        "job_related": FLAG,
        "kind": _words(MESSAGE_KINDS),
        "employer": _or_null(TEXT),
        "role": _or_null(TEXT),
        "people": _many(
            _keys({"name": TEXT, "email": _or_null(TEXT), "role": ROLE, "title": _or_null(TEXT)})
        ),
        "timeframes": _many({"$ref": "#/$defs/timeframe"}),
        "interview": _or_null(
            _keys(
                {
                    "start": INSTANT,
                    "end": _or_null(INSTANT),
                    "mode": _words(get_args(Mode), null=True),
                    "with": _many(TEXT),
                }
            )
        ),
        "offer": _or_null(
            _keys({"decide_by": _or_null(DAY_OR_INSTANT), "written": _or_null(FLAG), "quote": TEXT})
        ),
        "asks": _many(_keys({"quote": TEXT, "reply_by": _or_null(DAY_OR_INSTANT)})),
        "authentication": _words(("pass", "fail", "none")),
        "confidence": SHARE,
        "evidence": {"type": "object", "additionalProperties": TEXT},
    },
    optional={
        "uid": _or_null(TEXT),
        "also": _many(_words(MESSAGE_KINDS)),
        "bounced": FLAG,
        "flags": _many(_keys({"kind": TEXT, "quote": TEXT})),
        "sent_kind": _words(SENT_KINDS, null=True),
    },
)
UNDERSTANDING: Schema = {
    "anyOf": [{"$ref": "#/$defs/understanding"}, ERROR_LINE],
    "$defs": {"understanding": UNDERSTOOD, "timeframe": ONE_TIMEFRAME},
}

FINDING = _keys(
    {
        "severity": _words(get_args(Severity)),
        "check": TEXT,
        "span": SPAN,
        "text": TEXT,
        "suggestion": _or_null(TEXT),
        "rule": _or_null(TEXT),
    },
    optional={"fix": _or_null(TEXT), "safe": FLAG},
)
FINDINGS: Schema = {
    "anyOf": [
        _keys({"findings": _many({"$ref": "#/$defs/finding"})}),
        _many({"$ref": "#/$defs/finding"}),
    ],
    "$defs": {"finding": FINDING},
}
