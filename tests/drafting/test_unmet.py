"""A letter to somebody who was not there never speaks of "our" conversation."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from heardback.service.draft import draft_follow_up
from heardback.service.examples import search_told
from heardback.service.plan import plan_of

MET = {"when": "2025-03-03T14:00", "what": "interview", "ends": "15:00", "with": ["priya"]}
SHARED = ("our conversation", "we talked", "we discussed", "we met", "talking with me")


def sent(when: str, kind: str, to: str, **more: object) -> dict[str, object]:
    return {"when": when, "what": "sent", "kind": kind, "to": [to], "channel": "email", **more}


def body(id: str, at: str, *events: dict[str, object], **keys: Any) -> str:
    search = search_told({**keys, "given": [MET, *events]})
    now = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("America/New_York"))
    return str(draft_follow_up(search, plan_of(search, at=now), id, at=now).body)


THANKED = sent("2025-03-03T17:00", "thank_you", "priya")
RITA = {"people": {"rita": "recruiter", "priya": "hiring_manager"}}
RITA_ALONE = {"people": {"rita": "recruiter"}}


@pytest.mark.parametrize(
    ("id", "at", "events", "keys"),
    [
        ("northwind/check_in/rita", "2025-03-10T09:30", [THANKED], RITA),
        (
            "northwind/check_in/rita/2",
            "2025-03-17T09:30",
            [THANKED, sent("2025-03-10T09:10", "check_in", "rita")],
            RITA_ALONE,
        ),
        (
            "northwind/closing_message/rita",
            "2025-03-24T09:30",
            [
                THANKED,
                sent("2025-03-10T09:10", "check_in", "rita"),
                sent("2025-03-17T09:10", "check_in", "rita"),
            ],
            RITA_ALONE,
        ),
    ],
)
def test_the_recruiter_was_not_there(
    id: str, at: str, events: list[dict[str, object]], keys: dict[str, Any]
) -> None:
    text = body(id, at, *events, **keys).lower()
    assert "data engineer" in text
    assert not [words for words in SHARED if words in text]


AGENCY = {
    "route": "agency",
    "people": {"sam": "agency_recruiter", "kim": "agency_recruiter", "priya": "hiring_manager"},
}
UNANSWERED = [
    sent("2025-03-03T15:30", "debrief_recruiter", "sam"),
    sent("2025-03-03T16:00", "thank_you", "priya", via="sam"),
    sent("2025-03-10T09:10", "check_in", "sam"),
    sent("2025-03-17T09:10", "check_in", "sam"),
]


def test_the_silent_recruiters_colleague_is_told_who_was_asked() -> None:
    text = body("northwind/closing_message/kim", "2025-03-31T09:30", *UNANSWERED, **AGENCY)
    assert "Sam Ortiz" in text
    assert "Could you tell me whether anything has reached your agency" in text
    assert not [words for words in SHARED if words in text.lower()]


def test_the_last_word_to_the_recruiter_names_the_employer_and_leaves_the_door_open() -> None:
    alone = {**AGENCY, "people": {"sam": "agency_recruiter", "priya": "hiring_manager"}}
    text = body("northwind/closing_message/sam", "2025-03-24T09:30", *UNANSWERED, **alone)
    assert "Northwind" in text
    assert "?" not in text
    assert not [words for words in SHARED if words in text.lower()]


def test_whoever_was_there_is_thanked_for_the_conversation() -> None:
    events = [THANKED, sent("2025-03-10T09:10", "check_in", "priya")]
    text = body("northwind/check_in/priya/2", "2025-03-17T09:30", *events)
    assert "our conversation" in text
