"""A weekday that is not the day of its date."""

from collections.abc import Iterable
from datetime import date, timedelta

from heardback.checking.letter import Letter
from heardback.checking.words import DateWords
from heardback.model.draft import Finding

NAME = "weekday"
RULE = "TY-12"
LEAP = 2024
HALF_A_YEAR = timedelta(days=183)


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each date whose weekday is wrong in the year that is meant."""
    for said in letter.dates:
        if said.month and said.day and _on(LEAP, said.month, said.day) is None:
            advice = letter.words.advice["no_day"]
            yield letter.finding(NAME, "error", said.start, said.end, advice, rule=RULE)
            continue
        meant = _meant(said, letter)
        if meant is not None and said.weekday is not None and meant.weekday() != said.weekday:
            right = letter.words.advice[f"day{meant.weekday()}"]
            yield letter.finding(NAME, "error", said.start, said.end, right, rule=RULE)


def _meant(said: DateWords, letter: Letter) -> date | None:
    if said.month is None or said.day is None:
        return None
    if said.year is not None:
        return _on(said.year, said.month, said.day)
    if letter.at is None:
        return None
    now = letter.at.date()
    near = (_on(now.year + shift, said.month, said.day) for shift in (0, 1, -1))
    return next((d for d in near if d is not None and abs(d - now) <= HALF_A_YEAR), None)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
