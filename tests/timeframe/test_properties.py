"""What must hold of any text and any moment."""

from datetime import UTC, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.timeframe import Timeframe
from heardback.timeframe.read import read_timeframes
from tests.timeframe.corpus import labelled, phrases

TEXTS = [p.sentence for p in phrases()] + [s.text for s in labelled()]
WORDS = sorted({word for text in TEXTS for word in text.split()})
MOMENTS = st.integers(0, 90 * 365 * 24).map(
    lambda hours: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
)
# Words that hang on nothing but today: no month, no holiday.
RELATIVE = [
    "by Friday", "next week", "within two weeks", "early next week", "by the end of next week",
    "in a few days", "within 5 business days", "late next week", "in a couple of weeks",
    "the day after tomorrow", "Monday week", "a week from Friday", "in 7-10 days",
    "later this week",
]  # fmt: skip


def read(text: str, said: datetime, country: str | None = None) -> tuple[Timeframe, ...]:
    return read_timeframes(text, said=said, words=ENGLISH_TIMEFRAMES, country=country)


def meaning(found: tuple[Timeframe, ...]) -> list[tuple[object, ...]]:
    return [
        (t.earliest, t.by, t.firmness, t.promise, t.about, t.invites, t.prohibits) for t in found
    ]


@given(st.text(max_size=200), MOMENTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_spans_are_exact(text: str, said: datetime) -> None:
    for one in read(text, said):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.quote


@given(st.lists(st.sampled_from(WORDS), max_size=25), MOMENTS)
@settings(max_examples=500, deadline=None)
def test_words_in_any_order_are_read_and_windows_are_ordered(
    words: list[str], said: datetime
) -> None:
    text = " ".join(words)
    for one in read(text, said):
        assert text[one.start : one.end] == one.quote
        assert one.earliest is None or one.by is None or one.earliest <= one.by
        assert 0 < one.confidence <= 1


@given(st.sampled_from(TEXTS), MOMENTS)
@settings(max_examples=400, deadline=None)
def test_a_promise_is_never_due_before_it_was_made(text: str, said: datetime) -> None:
    for one in read(text, said):
        if one.promise and one.by is not None:
            assert one.by >= said.date()


@given(st.sampled_from(RELATIVE), MOMENTS, st.integers(1, 40))
@settings(max_examples=300, deadline=None)
def test_whole_weeks_later_the_same_words_mean_whole_weeks_later(
    phrase: str, said: datetime, weeks: int
) -> None:
    shift = timedelta(weeks=weeks)
    text = f"We will let you know {phrase}."
    (first,), (later,) = read(text, said), read(text, said + shift)
    assert first.by is not None
    assert later.by == first.by + shift
    assert (later.earliest is None) == (first.earliest is None)
    if first.earliest is not None:
        assert later.earliest == first.earliest + shift


@given(st.sampled_from(TEXTS))
@settings(max_examples=300, deadline=None)
def test_case_and_no_break_spaces_change_nothing(text: str) -> None:
    said = datetime(2025, 3, 3, 15, tzinfo=UTC)
    plain = meaning(read(text, said))
    assert meaning(read(text.upper(), said)) == plain
    assert meaning(read(text.lower(), said)) == plain
    assert meaning(read(text.replace(" ", "\u00a0"), said)) == plain
    assert meaning(read(text.replace("'", "\u2019"), said)) == plain


@given(st.sampled_from(TEXTS), st.sampled_from(["Hi Dana,\n\n", "The weather is nice.\n\n", ""]))
@settings(max_examples=300, deadline=None)
def test_unrelated_text_around_changes_nothing(text: str, before: str) -> None:
    said = datetime(2025, 3, 3, 15, tzinfo=UTC)
    assume(not text.startswith(">"))
    around = before + text + "\n\nAll the best,\nPriya"
    found = read(around, said)
    assert meaning(found) == meaning(read(text, said))
    assert all(around[one.start : one.end] == one.quote for one in found)
