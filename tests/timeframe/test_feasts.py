"""Feasts of other calendars and seasons: read where a country tells, and never as if sure."""

from datetime import date, datetime

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.timeframe import Timeframe
from heardback.timeframe.read import read_timeframes

SAID = datetime.fromisoformat("2026-02-03T10:00:00+00:00")


def promise(text: str, country: str | None) -> Timeframe:
    found = read_timeframes(text, said=SAID, words=ENGLISH_TIMEFRAMES, country=country)
    return next(one for one in found if one.promise)


@pytest.mark.parametrize("country", ["IN", "SG", "US"])
def test_a_feast_of_another_calendar_is_unsure_and_says_whose_day_it_took(country: str) -> None:
    one = promise("We will decide before Diwali.", country)
    assert one.by == date(2026, 11, 6)
    assert one.firmness == "vague"
    assert one.confidence < 0.7
    assert f"as kept in {'SG' if country == 'SG' else 'IN'}" in one.how


def test_after_eid_means_after_all_its_days() -> None:
    one = promise("You will hear from us after Eid.", "AE")
    assert one.earliest == date(2026, 3, 23)
    assert one.confidence < 0.7


@pytest.mark.parametrize(
    ("country", "first", "last"),
    [("US", date(2026, 6, 1), date(2026, 8, 31)), ("AU", date(2025, 12, 1), date(2026, 2, 28))],
)
def test_summer_is_the_one_of_the_employers_half_of_the_earth(
    country: str, first: date, last: date
) -> None:
    one = promise("We'll let you know this summer.", country)
    assert (one.earliest, one.by) == (max(first, SAID.date()), last)
    assert one.firmness == "window"
    assert one.confidence < 0.7


def test_without_a_country_nobody_knows_when_summer_is() -> None:
    one = promise("We'll let you know this summer.", None)
    assert (one.earliest, one.by) == (None, None)


@pytest.mark.parametrize(
    "text", ["We will tell you about the summer school.", "We'll fall in line and let you know."]
)
def test_a_season_before_a_noun_is_no_time(text: str) -> None:
    one = promise(text, "US")
    assert (one.earliest, one.by) == (None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by Ascension Day", date(2026, 5, 14)),
        ("by Whitsun", date(2026, 5, 24)),
        ("by Bastille Day", date(2026, 7, 14)),
        ("by St Andrew's Day", date(2026, 11, 30)),
    ],
)
def test_feasts_with_a_rule_are_as_sure_as_any_date(words: str, day: date) -> None:
    one = promise(f"You'll hear {words}.", "FR")
    assert one.by == day
    assert one.confidence > 0.85


def test_a_day_just_gone_is_not_put_a_year_ahead() -> None:
    said = datetime.fromisoformat("2026-05-04T10:00:00+00:00")
    found = read_timeframes("First round, 27 April.", said=said, words=ENGLISH_TIMEFRAMES)
    assert [(one.promise, one.by) for one in found] == [(False, date(2026, 4, 27))]
    assert found[0].confidence < 0.5
