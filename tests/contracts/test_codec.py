"""Every noun of the store goes to JSON and comes back exactly as it was."""

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heardback.adapters.store.codec import from_json, to_json
from heardback.model.message import Address, Meeting, Message
from heardback.model.sayings import Deed, Logged, Said
from heardback.model.understanding import Understanding

ZONES = ("UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe")


def _shown(moment: datetime) -> datetime:
    """Return the moment as a clock would show it (never in an hour that is skipped)."""
    zone = moment.tzinfo
    if not isinstance(zone, ZoneInfo) or zone.key == "UTC":
        return moment.replace(fold=0)
    return moment.astimezone(UTC).astimezone(zone)


NAIVE = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1))  # noqa: DTZ001
MOMENTS = st.one_of(
    st.builds(lambda at, zone: at.replace(tzinfo=ZoneInfo(zone)), NAIVE, st.sampled_from(ZONES)),
    st.builds(
        lambda at, minutes: at.replace(tzinfo=timezone(timedelta(minutes=minutes))),
        NAIVE,
        st.integers(-14 * 60, 14 * 60),
    ),
    st.builds(lambda at: at.replace(tzinfo=UTC), NAIVE),
).map(_shown)
st.register_type_strategy(datetime, MOMENTS)
TEXT = st.text(st.characters(), max_size=20)  # lone surrogates too
VALUES: st.SearchStrategy[object] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False),
        TEXT,
        MOMENTS,
        st.dates(),
        st.times().map(lambda each: each.replace(fold=0)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(TEXT, inner, max_size=3),
        st.dictionaries(st.sampled_from(["$at", "$date", "$dict", "$tuple", "$"]), inner),
        st.dictionaries(st.integers(), inner, max_size=2),
    ),
    max_leaves=6,
)
st.register_type_strategy(object, VALUES)
ADDRESSES = st.builds(Address, TEXT, TEXT)
MESSAGES = st.recursive(
    st.builds(Message, text=TEXT, subject=TEXT, meetings=st.just(()), attached=st.just(())),
    lambda inner: st.builds(
        Message,
        text=TEXT,
        attached=st.lists(inner, max_size=2).map(tuple),
        meetings=st.lists(st.builds(Meeting), max_size=2).map(tuple),
    ),
    max_leaves=3,
)
PATIENT = settings(
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def comes_back(noun: Any) -> None:
    text = to_json(noun)
    text.encode()
    again = from_json(type(noun), text)
    assert again == noun
    assert repr(again) == repr(noun)  # the zone's name, and a tuple as a tuple


@PATIENT
@given(MESSAGES)
def test_a_message_comes_back(message: Message) -> None:
    comes_back(message)


@PATIENT
@given(st.builds(Meeting))
def test_a_meeting_comes_back(meeting: Meeting) -> None:
    comes_back(meeting)


@PATIENT
@given(st.builds(Understanding))
def test_an_understanding_comes_back(understanding: Understanding) -> None:
    comes_back(understanding)


@PATIENT
@given(st.builds(Said))
def test_a_saying_of_every_kind_comes_back(said: Said) -> None:
    comes_back(said)


@PATIENT
@given(st.builds(Deed))
def test_a_deed_comes_back(deed: Deed) -> None:
    comes_back(deed)


def test_the_kinds_of_sayings_have_their_names() -> None:
    said = Said(
        id="1", at=datetime(2025, 1, 1, tzinfo=UTC), saying=Logged(opportunity="a", event={})
    )
    assert json.loads(to_json(said))["saying"]["kind"] == "logged"


def test_days_and_times_of_a_search_file_keep_their_types() -> None:
    event: dict[str, object] = {
        "when": date(2038, 1, 19),
        "ends": time(15, 0),
        "at": datetime(1970, 1, 1, tzinfo=ZoneInfo("Europe/Berlin")),
    }
    deed = Deed(
        id="1", at=datetime(2025, 1, 1, tzinfo=UTC), follow_up=None, opportunity="o", event=event
    )
    comes_back(deed)


def test_what_no_json_can_hold_is_refused() -> None:
    said = Said(
        id="1",
        at=datetime(2025, 1, 1, tzinfo=UTC),
        saying=Logged(opportunity="a", event={"x": object()}),
    )
    with pytest.raises(TypeError, match="cannot keep"):
        to_json(said)


def test_a_field_of_a_later_version_is_passed_over_and_damage_is_not() -> None:
    message = Message(message_id="a", date=None, from_=Address())
    shape = json.loads(to_json(message)) | {"of_tomorrow": 1}
    assert from_json(Message, json.dumps(shape)) == message
    for damage in ("[]", "{}", '{"message_id": 1', '"x"'):
        with pytest.raises(ValueError):
            from_json(Message, damage)
