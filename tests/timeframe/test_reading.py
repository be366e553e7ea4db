"""What a whole message, a zone, a country and a hostile text do to the reading."""

import time
from datetime import UTC, date, datetime

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.timeframe import Timeframe
from heardback.timeframe.feasts import feast_on
from heardback.timeframe.read import read_timeframes

MONDAY = datetime(2025, 3, 3, 15, tzinfo=UTC)


def read(text: str, **options: object) -> tuple[Timeframe, ...]:
    options.setdefault("said", MONDAY)
    return read_timeframes(text, words=ENGLISH_TIMEFRAMES, **options)  # type: ignore[arg-type]


def test_a_whole_letter_gives_every_date_its_meaning() -> None:
    letter = """Hi Dana,

Thank you for meeting with us on February 27. Your final interview is on
Tuesday, March 11 at 3pm. Please send us your references by Thursday.

We hope to let you know by the end of
next week. If you have not heard by then, feel free to call me.

Best,
Priya

> We will let you know by Wednesday.
"""
    found = {one.quote: one for one in read(letter)}
    assert found["on February 27"].by == date(2025, 2, 27)
    assert found["on\nTuesday, March 11 at 3pm"].about == "interview"
    assert found["by Thursday"].about == "reply_wanted"
    promised = found["by the end of\nnext week"]
    assert promised.promise
    assert promised.by == date(2025, 3, 14)
    assert not found["by Wednesday"].promise


def test_what_follows_an_original_message_mark_is_older() -> None:
    text = "Thanks!\n\n-----Original Message-----\nWe will let you know by Friday."
    assert not any(one.promise for one in read(text))


def test_the_day_is_the_employers() -> None:
    said = datetime.fromisoformat("2025-03-09T20:00:00-05:00")  # Monday in Tokyo
    (one,) = read("We will tell you by tomorrow.", said=said, timezone="Asia/Tokyo")
    assert one.by == date(2025, 3, 11)


def test_holidays_count_only_where_a_country_is_known() -> None:
    said = datetime(2025, 12, 22, 15, tzinfo=UTC)
    text = "You will hear from us within 3 business days."
    assert read(text, said=said)[0].by == date(2025, 12, 25)
    assert read(text, said=said, country="US")[0].by == date(2025, 12, 30)
    assert read(text, said=said, country="US", quiet_days=False)[0].by == date(2025, 12, 26)


def test_a_date_far_off_without_a_year_is_not_trusted() -> None:
    (one,) = read("We will let you know by February 20.")
    assert one.promise
    assert (one.by, one.firmness) == (None, "vague")
    assert one.confidence <= 0.3


def test_a_date_just_past_is_history_where_the_verb_is() -> None:
    (one,) = read("We received your application on February 20.")
    assert one.by == date(2025, 2, 20)
    assert not one.promise


def test_a_word_that_may_be_a_month_needs_company() -> None:
    assert read("There may be 5 people in the room.") == ()
    assert read("You may 5 times march.") == ()
    assert read("We will decide in May.")[0].by == date(2025, 5, 30)


@pytest.mark.parametrize(
    ("name", "year", "country", "day"),
    [
        ("easter", 2025, None, date(2025, 4, 20)),
        ("easter", 2024, None, date(2024, 3, 31)),
        ("good_friday", 2026, None, date(2026, 4, 3)),
        ("thanksgiving", 2025, "US", date(2025, 11, 27)),
        ("thanksgiving", 2025, "CA", date(2025, 10, 13)),
        ("labor_day", 2025, "US", date(2025, 9, 1)),
        ("labor_day", 2025, "DE", date(2025, 5, 1)),
        ("memorial_day", 2025, "US", date(2025, 5, 26)),
    ],
)
def test_feasts_fall_on_their_days(name: str, year: int, country: str | None, day: date) -> None:
    assert feast_on(name, year, country) == day


def test_a_score_such_as_40_8_is_no_date_and_no_crash() -> None:
    """A letter that told scores ("31 of 40, 40/8") once ended the reading."""
    found = read("You scored 40/8 and 99/1; we will write by Friday.")
    assert [one.quote for one in found] == ["by Friday"]


HOSTILE = [
    "friday ", "by ", "1 ", "a week from ", "sometime in ", "the first ", "we will, ", "if not ",
    "Monday or ", "1/2 ", "(", "a'", "\n> ", "between 1 and ", "the end of ", "\x00", "\u0130 ",
    "give us a final ", "we will let you know by friday and ", "may 5 ", "99999999999",
    "'ll ", "n't",
    "\ud800", "٣ ", "early late mid ", "no ", "Friday, March ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_a_hostile_text_takes_time_in_proportion(piece: str) -> None:
    read("warm")
    started = time.process_time()
    read((piece * 100_000)[:100_000])
    assert time.process_time() - started < 1.0  # 0.2 s on an idle machine; quadratic takes minutes


@pytest.mark.parametrize(
    "said", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)], ids=str
)
def test_the_ends_of_the_calendar_are_no_dates(said: datetime) -> None:
    for text in (
        "We decide within 9 weeks.",
        "We met last year.",
        "We decide by Easter.",
        "We decide in the new year.",
        "We decide by next Friday.",
        "Not before 3 days.",
    ):
        read(text, said=said)
        read(text, said=said, country="US")


def test_a_sentence_may_end_in_a_single_digit() -> None:
    """The next sentence was taken for a part of it, and a promise for a wish."""
    found = read("Please send your references by March 5. We will decide by March 14.")
    assert [(one.about, one.promise) for one in found] == [
        ("reply_wanted", False),
        ("answer", True),
    ]


def test_a_weekday_tells_that_a_date_is_past() -> None:
    monday = datetime(2025, 3, 17, 15, tzinfo=UTC)
    (found,) = read(
        "We said we'd let you know by Friday, March 14, sorry for the delay.", said=monday
    )
    assert found.by == date(2025, 3, 14)
    assert not found.promise


def test_then_is_no_way_round_the_guard_against_far_dates() -> None:
    late = datetime(2025, 4, 9, 15, tzinfo=UTC)
    found = read("We expect to reach a decision by 4 April and will write to you then.", said=late)
    assert not [one.by for one in found if one.promise and one.by]


def test_do_not_worry_before_a_day_is_no_invitation() -> None:
    (found,) = read("Don't worry if you hear nothing before the 20th.")
    assert (found.earliest, found.by, found.invites) == (date(2025, 3, 20), None, False)
