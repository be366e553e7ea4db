"""Each preference changes the plan (or the letter) as documented, everywhere or for one employer,
and the reason names what differs from the playbook's default.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from heardback.checking.check import Record
from heardback.languages.en.playbook import preference_words
from heardback.searchfile import read_search
from heardback.service.draft import draft_follow_up
from heardback.service.plan import plan_of, plan_search
from heardback.service.proofread import proofread

ZONE = ZoneInfo("America/New_York")
PEOPLE = {
    "priya": {
        "name": "Priya Raman",
        "email": "priya@northwind.example",
        "linkedin": "https://linkedin.example/priya",
        "phone": "+1 617 555 0111",
        "phone_given": True,
    },
    "tom": {"name": "Tom Okafor", "email": "tom@northwind.example"},
    "rita": {"name": "Rita Solano", "email": "rita@northwind.example"},
    "cora": {"name": "Cora Lind", "email": "cora@northwind.example"},
    "sam": {"name": "Sam Ortiz", "email": "sam@agency.example"},
    "hana": {"name": "Hana Weiss", "email": "hana@globex.example"},
}
Events = list[dict[str, object]]
View = dict[str, Any]


def met(when: str = "2025-03-03T14:00", *who: str, **more: object) -> dict[str, object]:
    return {"when": when, "what": "interview", "with": list(who or ("priya",)), **more}


def sent(when: str, kind: str, to: str = "priya") -> dict[str, object]:
    return {"when": when, "what": "sent", "kind": kind, "to": [to], "channel": "email"}


def promised(by: str, **more: object) -> dict[str, object]:
    return {"when": "2025-03-03", "what": "promise", "from": "priya", "by": by, **more}


THANKED: Events = [met(), sent("2025-03-03T17:00", "thank_you")]
OFFER: dict[str, object] = {
    "when": "2025-03-17T10:00",
    "what": "offer",
    "from": "priya",
    "channel": "email",
    "decide_by": "2025-03-21",
    "written": True,
}
PREFERS: dict[str, object] = {
    "when": "2025-03-17T10:30",
    "what": "preference",
    "over": ["northwind"],
}
FINAL: Events = [
    met("2025-03-12T14:00", "hana", stage="final"),
    sent("2025-03-12T16:00", "thank_you", "hana"),
]
LATER: dict[str, object] = {
    "when": "2025-03-12",
    "what": "promise",
    "from": "hana",
    "by": "2025-04-04",
}


class Case(NamedTuple):
    """What to set, the search, when to look, what to look at, and what is there then."""

    name: str
    value: object
    events: Events
    at: str
    look: Callable[[View], object]
    before: object
    after: object
    others: Events | None = None
    more: dict[str, object] | None = None
    at_globex: bool = False


def due(id: str) -> Callable[[View], object]:
    def look(view: View) -> object:
        return next((f["due"][:16] for f in view["follow_ups"] if f["id"] == id), None)

    return look


def of(id: str, key: str) -> Callable[[View], object]:
    def look(view: View) -> object:
        return next((f[key] for f in view["follow_ups"] if f["id"] == id), None)

    return look


def listed(kind: str) -> Callable[[View], object]:
    return lambda view: sorted(f["id"] for f in view["follow_ups"] if f["kind"] == kind)


def aims(id: str) -> Callable[[View], object]:
    return lambda view: sorted(
        a["aim"] for f in view["follow_ups"] if f["id"] == id for a in f["aims"]
    )


def cautioned(kind: str) -> Callable[[View], object]:
    return lambda view: [c["until"] for c in view["cautions"] if c["kind"] == kind]


CHECK_IN, NOTE = "northwind/check_in/priya", "northwind/thank_you/priya"
SILENT: Events = [
    *THANKED,
    sent("2025-03-10T09:00", "check_in"),
    sent("2025-03-17T09:00", "check_in"),
]
AGENCY: dict[str, object] = {
    "route": "agency",
    "people": {"sam": "agency_recruiter", "priya": "hiring_manager"},
}
SCREEN: dict[str, object] = {"people": {"rita": "recruiter"}}
WEAK: dict[str, object] = {
    "when": "2025-03-03T15:05",
    "what": "debrief",
    "person": "priya",
    "weak_answers": [{"what": "how I would shard the queue", "noticed": True}],
}
UNSURE: dict[str, object] = {**WEAK, "weak_answers": ["how I would shard the queue"]}
REFUSED: Events = [*THANKED, {"when": "2025-03-12T10:00", "what": "rejected"}]
AGAIN: Events = [*REFUSED, {"when": "2025-03-13", "what": "reapproach"}]
REQUEST: dict[str, object] = {
    "when": "2025-03-04T10:00",
    "what": "received",
    "from": "priya",
    "channel": "email",
    "about": "request",
    "asks": "When could you start?",
}
PAY: dict[str, object] = {"when": "2025-03-04T10:00", "what": "hesitation", "about": "pay"}
ACCEPTED: Events = [
    {**OFFER, "conditional": True},
    {"when": "2025-03-18T11:00", "what": "accepted"},
]

CASES = [
    Case("grace", 3, [*THANKED, promised("2025-03-14")], "2025-03-10", due(CHECK_IN),
         "2025-03-17T09:00", "2025-03-19T09:00"),
    Case("grace_vague", 5, [*THANKED, promised("2025-03-14", firmness="vague")], "2025-03-10",
         due(CHECK_IN), "2025-03-19T09:00", "2025-03-21T09:00"),
    Case("no_timeframe", 8, THANKED, "2025-03-04", due(CHECK_IN),
         "2025-03-10T09:00", "2025-03-13T09:00"),
    Case("no_timeframe_final", 10, [met(stage="final"), THANKED[1]], "2025-03-04", due(CHECK_IN),
         "2025-03-12T09:00", "2025-03-17T09:00"),
    Case("second_gap", 8, SILENT[:3], "2025-03-11", due(f"{CHECK_IN}/2"),
         "2025-03-17T09:00", "2025-03-20T09:00"),
    Case("max_checkins", 1, SILENT[:3], "2025-03-11", listed("closing_message"),
         [], ["northwind/closing_message/priya"]),
    Case("max_checkins", 0, THANKED, "2025-03-11", listed("check_in"), [CHECK_IN], []),
    Case("assumed_window", 5, [{**OFFER, "decide_by": None}], "2025-03-17T11:00",
         due("northwind/decide/-"), "2025-03-20T13:00", "2025-03-24T13:00"),
    Case("extension_days", 10, [OFFER], "2025-03-17T11:00",
         lambda v: [w["text"].partition(" business days more")[0].split()[-1]
                    for f in v["follow_ups"] for w in f["why"] if w["rule"] == "OF-3"],
         ["five"], ["ten"], others=[*FINAL, LATER, PREFERS]),
    Case("note_delay", 4, [met("2025-03-03T10:00")], "2025-03-03T11:10", due(NOTE),
         "2025-03-03T13:00", "2025-03-03T15:00"),
    Case("call_policy", "either", THANKED, "2025-03-10", of(CHECK_IN, "channel"), "email", "call"),
    Case("call_policy", "never", [OFFER, {"when": "2025-03-18T11:00", "what": "decided_against"}],
         "2025-03-18T12:00", of("northwind/decline/priya", "channel"), "call", "email"),
    Case("weekend_send", "friday", [met("2025-03-07T15:30")], "2025-03-07T16:40", due(NOTE),
         "2025-03-10T08:00", "2025-03-07T18:30"),
    Case("weekend_send", "any", [met("2025-03-08T10:00")], "2025-03-08T11:10", due(NOTE),
         "2025-03-10T08:00", "2025-03-08T13:00"),
    Case("panel_mode", "group", [met("2025-03-03T14:00", "priya", "tom")], "2025-03-03T15:10",
         listed("thank_you"), [NOTE, "northwind/thank_you/tom"], [f"{NOTE}+tom"]),
    Case("panel_mode", "lead", [met("2025-03-03T14:00", "priya", "tom")], "2025-03-03T15:10",
         listed("thank_you"), [NOTE, "northwind/thank_you/tom"], [NOTE]),
    Case("note_channel", "card", [met()], "2025-03-03T15:10", of(NOTE, "channel"),
         "email", "letter"),
    Case("note_channel", "both", THANKED, "2025-03-04T09:00", of(f"{NOTE}/2", "channel"),
         None, "letter"),
    Case("screen_note", "always", [met("2025-03-03T14:00", "rita", stage="screen")],
         "2025-03-03T15:10", of("northwind/thank_you/rita", "optional"), True, False, more=SCREEN),
    Case("screen_note", "off", [met("2025-03-03T14:00", "rita", stage="screen")],
         "2025-03-03T15:10", listed("thank_you"), ["northwind/thank_you/rita"], [], more=SCREEN),
    Case("thank_coordinator", False, [met()], "2025-03-03T15:10", listed("thank_you"),
         ["northwind/thank_you/cora", NOTE], [NOTE],
         more={"people": {"priya": "hiring_manager", "cora": "coordinator"}}),
    Case("early_headsup", True, [OFFER], "2025-03-17T11:00", listed("tell_about_offer"),
         [], ["globex/tell_about_offer/hana"],
         others=[met("2025-03-12T14:00", "hana", stage="screen"), PREFERS], at_globex=True),
    Case("repair_answer", "never", [met(), WEAK], "2025-03-03T15:30", aims(NOTE), ["correct"], []),
    Case("repair_answer", "yes", [met(), UNSURE], "2025-03-03T15:30", aims(NOTE), [], ["correct"]),
    Case("linkedin_connect", "after_a_day", [met()], "2025-03-03T16:00",
         cautioned("linkedin_connect"), [None], ["2025-03-04T15:00:00-05:00"]),
    Case("b_channel", "email", [OFFER], "2025-03-17T11:00",
         of("globex/tell_about_offer/hana", "channel"), "call", "email",
         others=[*FINAL, PREFERS], at_globex=True),
    Case("withdraw_after", "cleared", ACCEPTED, "2025-03-18T12:00", listed("withdraw"),
         ["globex/withdraw/hana"], [], others=FINAL),
    Case("pay_talk", "first", [met(stage="first"), THANKED[1], PAY], "2025-03-04T11:00",
         listed("ask_question"), [], ["northwind/ask_question/priya"]),
    Case("pay_talk", "second", [met(stage="first"), met("2025-03-10T09:00", stage="later"), PAY],
         "2025-03-04T11:00", listed("ask_question"), [], ["northwind/ask_question/priya"]),
    Case("agency_note", "direct", [met()], "2025-03-03T15:10", of(NOTE, "via"), "sam", None,
         more=AGENCY),
    Case("agency_note", "none", [met()], "2025-03-03T15:10", listed("thank_you"), [NOTE], [],
         more=AGENCY),
    Case("feedback_timing", 14, REFUSED, "2025-03-12T11:00",
         aims("northwind/answer_rejection/priya"), ["ask_feedback"], []),
    Case("reapproach", 2, AGAIN, "2025-05-01", due("northwind/keep_in_touch/priya"),
         "2025-09-12T09:00", "2025-05-12T09:00"),
    Case("holiday_stretch", "off", [met("2025-12-17T14:00"), sent("2025-12-17T17:00", "thank_you")],
         "2025-12-18", due(CHECK_IN), "2026-01-07T09:00", "2025-12-29T09:00"),
    Case("holiday_stretch", "summer", [met("2025-07-14T14:00"),
         sent("2025-07-14T17:00", "thank_you")], "2025-07-15", due(CHECK_IN),
         "2025-07-21T09:00", "2025-07-28T09:00"),
    Case("send_window", ["09:30", "11:00"], THANKED, "2025-03-05", due(CHECK_IN),
         "2025-03-10T09:00", "2025-03-10T09:30"),
    Case("reply_sla", 3, [REQUEST], "2025-03-04T11:00", of("northwind/reply/priya", "latest"),
         "2025-03-05T10:00:00-05:00", "2025-03-07T10:00:00-05:00"),
    Case("sector", "academia", THANKED, "2025-03-04", due(CHECK_IN),
         "2025-03-10T09:00", "2025-03-17T09:00"),
    Case("sector", "government", THANKED, "2025-03-04", due(CHECK_IN),
         "2025-03-10T09:00", "2025-03-17T09:00"),
    Case("sector", "hourly", THANKED, "2025-03-04", due(CHECK_IN),
         "2025-03-10T09:00", "2025-03-07T09:00"),
    Case("quiet_days", False, [met("2025-11-24T14:00"), sent("2025-11-24T17:00", "thank_you")],
         "2025-11-25", due(CHECK_IN), "2025-12-03T09:00", "2025-12-02T09:00"),
]  # fmt: skip
NAMED = [f"{c.name}: {c.value}" for c in CASES]
# These shape a letter, not the plan; tests of their own stand below.
OF_LETTERS = {"note_words", "tell_A_why"}


def search_text(case: Case, *, everywhere: object = None, here: object = None) -> str:
    northwind = {
        "employer": "Northwind",
        "role": "Data Engineer",
        "people": {"priya": "hiring_manager"},
        **(case.more or {}),
        "events": case.events,
    }
    if case.name == "panel_mode":
        northwind["people"] = {"priya": "hiring_manager", "tom": "interviewer"}
    opportunities: dict[str, dict[str, object]] = {"northwind": northwind}
    if case.others is not None:
        globex: dict[str, object] = {"employer": "Globex", "people": {"hana": "hiring_manager"}}
        opportunities["globex"] = {**globex, "events": case.others}
    if here is not None:
        of = "globex" if case.at_globex else "northwind"
        opportunities[of]["preferences"] = {case.name: here}
    candidate = {
        "name": "Dana Reyes",
        "email": "dana@example.org",
        "phone": "+1 512 555 0100",
        "timezone": "America/New_York",
        "country": "US",
    }
    return json.dumps(
        {
            "heardback": 1,
            "candidate": candidate,
            "preferences": {} if everywhere is None else {case.name: everywhere},
            "people": PEOPLE,
            "opportunities": opportunities,
        }
    )


def planned(case: Case, **settings: object) -> View:
    search = read_search(search_text(case, **settings), name="case.json").search
    at = datetime.fromisoformat(case.at).replace(tzinfo=ZONE)
    until = datetime(2025, 12, 31, tzinfo=ZONE) if case.name == "reapproach" else None
    return plan_search(search, at=at, until=until)


def test_every_preference_is_tested_here() -> None:
    assert {c.name for c in CASES} | OF_LETTERS == set(preference_words())


@pytest.mark.parametrize("case", CASES, ids=NAMED)
def test_setting_it_changes_the_plan(case: Case) -> None:
    assert case.look(planned(case)) == case.before
    assert case.look(planned(case, everywhere=case.value)) == case.after


@pytest.mark.parametrize("case", CASES, ids=NAMED)
def test_an_employers_own_setting_outranks_the_general_one(case: Case) -> None:
    assert case.look(planned(case, here=case.value)) == case.after
    default: Any = json.loads(json.dumps(_default(case.name)))
    if default is not None:
        assert case.look(planned(case, everywhere=case.value, here=default)) == case.before


def _default(name: str) -> object:
    from heardback.service.preferences import default

    return default(name)


@pytest.mark.parametrize("case", CASES, ids=NAMED)
def test_the_reason_names_what_differs_from_the_playbook(case: Case) -> None:
    unchanged = texts(planned(case))
    assert not [t for t in unchanged if "instead of" in t or "the playbook has" in t]
    named = [t for t in texts(planned(case, here=case.value)) if tells(case, t)]
    silent = {("repair_answer", "never")}
    assert named or (case.name, case.value) in silent, f"{case.name} is named in no reason"


def texts(view: View) -> list[str]:
    rows = [w["text"] for name in ("follow_ups", "waiting") for r in view[name] for w in r["why"]]
    return rows + [r["text"] for name in ("held", "cautions") for r in view[name]]


def tells(case: Case, text: str) -> bool:
    return f"you set {case.name} to" in text or ("(your " in text and " instead of " in text)


LETTER = "Dear Priya,\n\n{body}\n\nBest regards,\nDana Reyes\n+1 512 555 0100\n"


@pytest.mark.parametrize("layer", ["everywhere", "here"])
def test_note_words_decides_when_a_note_is_too_long(layer: str) -> None:
    case = Case("note_words", [30, 90], [met()], "2025-03-03T15:10", listed("thank_you"), [], [])
    text = LETTER.format(body="I liked our talk about the nightly batch very much. " * 12)

    def remarks(**settings: object) -> list[str]:
        search = read_search(search_text(case, **settings), name="case.json").search
        record = Record(search=search, opportunity=search.opportunities[0])
        found = proofread(text, kind="thank_you", record=record)
        return [f.severity for f in found if f.check == "length"]

    assert remarks() == []
    assert remarks(**{layer: case.value}) == ["warning"]


@pytest.mark.parametrize(
    ("value", "told", "untold"),
    [
        ("none", "", "another process"),
        ("process", "process", "4 April"),
        ("full", "April 4", ""),
    ],
)
def test_tell_a_why_decides_what_the_offering_employer_hears(
    value: str, told: str, untold: str
) -> None:
    others = [*FINAL, LATER, PREFERS]
    case = Case("tell_A_why", value, [OFFER], "2025-03-17T11:00", listed("x"), [], [], others)
    search = read_search(search_text(case, here=value), name="case.json").search
    at = datetime.fromisoformat(case.at).replace(tzinfo=ZONE)
    plan = plan_of(search, at=at)
    draft = draft_follow_up(search, plan, "northwind/ask_extension/priya", at=at)
    text = f"{draft.body or ''} {draft.script or ''}"
    assert told in text
    assert not untold or untold not in text


def test_four_hours_written_otherwise_are_the_same_four_hours() -> None:
    """A plan once depended on which of 4 and 4.0 this run of the program had met first."""
    plans = []
    for written in (4.0, 4, 4.0, 4):
        text = {
            "heardback": 1,
            "candidate": {"name": "Dana Reyes", "email": "dana@example.org", "timezone": str(ZONE)},
            "people": PEOPLE,
            "opportunities": {
                "northwind": {
                    "employer": "Northwind",
                    "people": {"priya": "hiring_manager"},
                    "events": [met()],
                }
            },
        }
        search = read_search(json.dumps(text), name="search.json").search
        search = replace(search, preferences={"note_delay": written})
        plans.append(json.dumps(plan_search(search, at=datetime(2025, 3, 3, 16, tzinfo=ZONE))))
    assert len(set(plans)) == 1 and "of 4 hours instead" in plans[0]
