"""Moments without an offset are in the opportunity's zone; clock changes never crash."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.model import events as ev
from heardback.model.moment import Moment
from heardback.searchfile import event_from_keys, event_to_keys
from heardback.searchfile.moments import read_moment, write_moment
from heardback.searchfile.values import Wrong
from tests.searchfile.examples import HEAD, event_of

CHICAGO, BERLIN = ZoneInfo("America/Chicago"), ZoneInfo("Europe/Berlin")


def test_a_moment_is_in_the_opportunitys_zone_where_it_names_one() -> None:
    event = "{when: 2025-03-03T14:00, what: applied}"
    assert event_of(event).when.at.tzinfo is CHICAGO
    berlin = HEAD.replace("employer: Northwind", "employer: N\n    timezone: Europe/Berlin")
    assert event_of(event, head=berlin).when.at == datetime(2025, 3, 3, 14, tzinfo=BERLIN)


def test_the_zone_may_stand_after_the_events() -> None:
    head = HEAD.replace("    events:\n", "")
    text = "{when: 2025-03-03T14:00, what: applied}\n    timezone: Europe/Berlin"
    assert event_of(text, head=head + "    events:\n").when.at.tzinfo is BERLIN


def test_an_offset_wins_and_becomes_the_zone_where_it_is_the_zones_own() -> None:
    assert read_moment("2025-03-03T14:00-06:00", zone=CHICAGO).at.tzinfo is CHICAGO
    elsewhere = read_moment("2025-03-03T23:30-08:00", zone=CHICAGO)
    assert elsewhere.at.utcoffset() == timedelta(hours=-8)
    assert elsewhere.on == date(2025, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-03T14:00",
        "2025-03-03 14:00",
        "2025-03-03T14:00:00",
        "2025-03-03T14:00:00.000",
        "2025-03-03T14:00-06:00",
        "2025-03-03T14:00 -0600",
        "2025-03-03T20:00Z",
        "2025-03-03t20:00z",
    ],
)
def test_takes_every_usual_way_to_write_a_moment(text: str) -> None:
    moment = read_moment(text, zone=CHICAGO)
    assert moment.at.astimezone(UTC) == datetime(2025, 3, 3, 20, tzinfo=UTC)
    assert (moment.text, moment.is_date) == (text, False)
    assert write_moment(moment, zone=CHICAGO) == text


@pytest.mark.parametrize(
    "text",
    ["2025-3-3", "2025-03-03T14", "2025-03-03T14:0", "2025-W10-1", "14:00", "", "0000-00-00"],
)
def test_takes_no_other(text: str) -> None:
    with pytest.raises(Wrong):
        read_moment(text, zone=CHICAGO)


def test_an_hour_that_the_clock_change_skips_is_moved_on() -> None:
    moment = read_moment("2025-03-09T02:30", zone=CHICAGO)
    assert moment.at.isoformat() == "2025-03-09T03:30:00-05:00"


def test_an_hour_that_comes_twice_is_the_first() -> None:
    moment = read_moment("2025-11-02T01:30", zone=CHICAGO)
    assert moment.at.isoformat() == "2025-11-02T01:30:00-05:00"


def test_an_interview_across_the_change_ends_after_it_starts() -> None:
    event = event_of('{when: "2025-11-02T01:45-06:00", what: interview, ends: "01:50"}')
    assert isinstance(event.happened, ev.Interview)
    assert event.happened.ends is not None
    assert event.happened.ends.at.isoformat() == "2025-11-02T01:50:00-06:00"


def test_an_end_is_on_the_clock_of_its_start() -> None:
    event = event_of('{when: "2025-03-03T14:00-08:00", what: interview, ends: "15:00"}')
    assert isinstance(event.happened, ev.Interview)
    assert event.happened.ends is not None
    assert event.happened.ends.at - event.when.at == timedelta(hours=1)
    assert event_to_keys(event)["ends"] == "15:00"


def test_an_end_on_another_day_is_a_full_moment() -> None:
    event = event_of("{when: 2025-03-03T23:00, what: interview, ends: 2025-03-04T00:30}")
    assert isinstance(event.happened, ev.Interview)
    assert event.happened.ends == Moment(datetime(2025, 3, 4, 0, 30, tzinfo=CHICAGO))
    assert event_to_keys(event)["ends"] == "2025-03-04T00:30"


def test_an_interview_of_a_day_may_have_an_end() -> None:
    event = event_of("{when: 2025-03-03, what: interview, ends: 9:30}")
    assert isinstance(event.happened, ev.Interview)
    assert event.happened.ends == Moment(datetime(2025, 3, 3, 9, 30, tzinfo=CHICAGO))


ZONES: list[tzinfo] = [
    UTC,
    CHICAGO,
    BERLIN,
    ZoneInfo("Africa/Cairo"),  # changes at midnight
    ZoneInfo("Australia/Lord_Howe"),  # changes by half an hour
    ZoneInfo("America/Sao_Paulo"),
    timezone(timedelta(hours=5, minutes=45)),
]


@settings(deadline=None)
@given(
    at=st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1)),  # noqa: DTZ001 - zone added below
    own=st.sampled_from(ZONES),
    reader=st.sampled_from(ZONES),
    fold=st.sampled_from([0, 1]),
    with_text=st.booleans(),
)
def test_what_is_written_reads_back_as_the_same_instant(
    at: datetime, own: tzinfo, reader: tzinfo, fold: int, with_text: bool
) -> None:
    instant = at.replace(tzinfo=own, fold=fold).astimezone(UTC).astimezone(own)
    moment = Moment(instant, text=at.isoformat() if with_text else "")
    again = read_moment(write_moment(moment, zone=reader), zone=reader)
    assert again.at.astimezone(UTC) == instant.astimezone(UTC)
    assert again.at.replace(tzinfo=None) == instant.replace(tzinfo=None)


@settings(deadline=None)
@given(day=st.dates(date(1970, 1, 1), date(2199, 12, 30)), zone=st.sampled_from(ZONES))
def test_every_day_reads_in_every_zone(day: date, zone: tzinfo) -> None:
    moment = read_moment(day.isoformat(), zone=zone)
    assert (moment.on, moment.is_date) == (day, True)
    assert write_moment(moment, zone=zone) == day.isoformat()


def test_words_that_say_something_else_are_not_written() -> None:
    moment = Moment(datetime(2025, 3, 3, 14, tzinfo=CHICAGO), text="Monday at two")
    assert write_moment(moment, zone=CHICAGO) == "2025-03-03T14:00"
    assert write_moment(moment) == "2025-03-03T14:00:00-06:00".replace(":00-", "-")
    assert write_moment(moment, zone=BERLIN) == "2025-03-03T14:00-06:00"
    day = Moment(datetime(2025, 3, 3, tzinfo=CHICAGO), is_date=True, text="2025-03-04")
    assert write_moment(day) == "2025-03-03"


def test_an_end_without_words_gets_the_shortest() -> None:
    start = Moment(datetime(2025, 3, 3, 14, tzinfo=CHICAGO))
    keys = {"when": "2025-03-03T14:00", "what": "interview", "ends": "2025-03-03T15:00"}
    event = event_from_keys(
        keys, place=0, zone="America/Chicago", people_ids=(), opportunity_ids=()
    )
    bare = ev.Event(
        when=start,
        place=0,
        ref=0,
        happened=ev.Interview(ends=Moment(datetime(2025, 3, 3, 15, tzinfo=CHICAGO))),
    )
    assert event == bare
    assert event_to_keys(event, zone="America/Chicago") == keys
    assert event_to_keys(bare, zone="America/Chicago") == {**keys, "ends": "15:00"}
