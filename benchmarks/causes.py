"""Why another reader's days differ from ours: each cause is a rule over the words and the days.

The first cause whose rule holds is taken. Its verdict was reached by reading its lines beside the
contract; lines that deserve another verdict are named in `READ_ONE_BY_ONE`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.readers import Found
from benchmarks.samples import Sample

OURS, THEIRS, BOTH = "ours", "theirs", "both defensible"


@dataclass(frozen=True)
class Difference:
    """A time of a text that two readers date differently; `own` is None where we read none."""

    reader: str
    sample: Sample
    own: Found | None
    their: Found

    @property
    def own_words(self) -> str:
        return " ".join(self.own.words.lower().split()) if self.own else ""

    @property
    def their_words(self) -> str:
        return " ".join(self.their.words.lower().split())

    @property
    def around(self) -> str:
        """Our words with those that stand before and after them."""
        at = self.own or self.their
        return " ".join(self.sample.text[max(0, at.start - 30) : at.end + 30].lower().split())

    @property
    def said(self) -> date:
        return self.sample.said.date()


def says(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None


def lost(pattern: str, d: Difference) -> bool:
    """Whether our words say it and theirs do not."""
    return says(pattern, d.own_words) and not says(pattern, d.their_words)


def _last(d: Difference) -> date | None:
    return d.own.last if d.own else None


Rule = Callable[[Difference], bool]

_WEEKDAY = r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
_MONTH = r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_UNIT = r"\b(day|week|wk|month|year|hour|fortnight|weekend|quarter)"
_PART = (
    r"\b(early|mid|middle|midweek|late|later|latter|half|start|beginning|toward|towards|tail|back|"
    r"first thing|earlier|turn)"
)
_SPAN = r"(\d\s*(-|–|to|or)\s*\d)|\b(or|to|and)\b.*\b(day|week|wk|month|hour|year)|\bor (two|so)\b"
_WEEKS_ON = r"\b(week|weeks|fortnight) (on|from|today|tomorrow)\b|(day|tomorrow|row) (week|fortnight)"


def _none(d: Difference) -> bool:
    return d.own is None


def _bare_number(d: Difference) -> bool:
    words = d.their_words
    return not any(says(p, words) for p in (_WEEKDAY, _MONTH, _UNIT)) and (
        says(r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", words)
        or says(r"first|second|third|fourth|fifth|noon|half|quarter", words)
    )


def _week_to_sunday(d: Difference) -> bool:
    last, their = _last(d), d.their.last
    return bool(last and their and their.weekday() == 6 and their - last in _WEEKEND) and says(
        r"\b(week|wk|eow)\b", d.own_words
    )


_WEEKEND = (timedelta(2), timedelta(3), timedelta(1))


def _month_to_its_last_day(d: Difference) -> bool:
    last, their = _last(d), d.their.last
    return bool(
        last and their and last < their <= last + timedelta(4) and last.month == their.month
    ) and (their + timedelta(1)).day == 1


def _point_in_span(d: Difference) -> bool:
    own = d.own
    their = d.their
    return bool(
        own
        and own.last
        and their.last
        and their.first == their.last
        and (own.first or d.said) <= their.last < own.last
    )


def _year(d: Difference) -> bool:
    mine = d.own and (d.own.last or d.own.first)
    their = d.their.last or d.their.first
    return bool(mine and their and abs((mine - their).days) > 200)


def _past(d: Difference) -> bool:
    mine = d.own and (d.own.last or d.own.first)
    return bool(mine and mine < d.said)


def _only_theirs(d: Difference) -> bool:
    return d.own is None


def _now(d: Difference) -> bool:
    words = r"^(right |just )?(now|asap|as soon as possible)$"
    undated = d.own is None or not (d.own.first or d.own.last)
    return undated and says(words, d.their_words)


def _undated(d: Difference) -> bool:
    return d.own is not None and not (d.own.first or d.own.last)


def _not_before(d: Difference) -> bool:
    own = d.own
    return bool(own and own.first and own.last is None) and says(r"before|until|till", d.own_words)


def _after(d: Difference) -> bool:
    return bool(d.own and d.own.first and d.own.last is None)


def _on_the_day(d: Difference) -> bool:
    """Their weekday is the day it was said or the one before, ours a week on."""
    last, their = _last(d), d.their.last
    return bool(last and their) and last - their in (timedelta(7), timedelta(8)) and (
        says(_WEEKDAY, d.own_words) and abs((their - d.said).days) <= 1
    )


def _closing_hour(d: Difference) -> bool:
    last, their = _last(d), d.their.last
    return bool(last and their and abs((last - their).days) in (1, 2, 3, 4)) and says(
        r"\b(eod|eow|eom|end of (the )?day|cob|close|afternoon|morning|evening|night|tonight|"
        r"midnight|noon|on or before)\b",
        d.own_words,
    )


def _weekday_and_day(d: Difference) -> bool:
    own = d.own
    return bool(own and own.first and own.last) and own.last - own.first == timedelta(1) and (
        says(_WEEKDAY, d.own_words) and says(r"\d", d.own_words)
    )


def _words(pattern: str) -> Rule:
    return lambda d: d.own is not None and says(pattern, d.own_words)


def _dropped(pattern: str) -> Rule:
    return lambda d: d.own is not None and lost(pattern, d)


# name -> (rule, who is right)
CAUSES: dict[str, tuple[Rule, str]] = {
    "now is no day": (_now, OURS),
    "a number, a fraction or an hour taken for a day": (
        lambda d: _only_theirs(d) and _bare_number(d),
        OURS,
    ),
    "only they read a day": (_only_theirs, OURS),
    "we name no day": (_undated, OURS),
    "another year": (_year, OURS),
    "what is past": (_past, OURS),
    "not before, until after": (_not_before, OURS),
    "after a day: it, or the day after": (_after, OURS),
    "weekday and date contradict one another": (_weekday_and_day, BOTH),
    "the named weekday is today": (_on_the_day, OURS),
    "N weeks on from a weekday": (_dropped(_WEEKS_ON), OURS),
    "a span of numbers cut": (_words(_SPAN), OURS),
    "business days unknown": (_words(r"business|working|workday"), OURS),
    "part of a week or month left out": (_words(_PART), OURS),
    "first week, last week of a month": (_words(r"week (of|in) .*"), OURS),
    "a week ends on Friday or on Sunday": (_week_to_sunday, OURS),
    "the next N weeks begin next Monday": (
        _words(r"\b(next|coming|following) .*(week|month)"),
        OURS,
    ),
    "a few days counted over the weekend": (_words(r"\bfew\b.*days|\bdays?\b"), OURS),
    "a closing hour": (_closing_hour, OURS),
    "the last business day of a month": (_month_to_its_last_day, OURS),
    "one day named of a span": (_point_in_span, OURS),
    "others": (lambda _d: True, BOTH),
}
READ_ONE_BY_ONE: dict[tuple[str, str], str] = {}


def cause_of(d: Difference) -> str:
    return next(name for name, (rule, _verdict) in CAUSES.items() if rule(d))


def judged(d: Difference) -> str:
    key = (d.own_words or d.their_words, d.said.isoformat())
    return READ_ONE_BY_ONE.get(key, CAUSES[cause_of(d)][1])
