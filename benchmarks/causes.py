"""Why another reader's days differ from ours: each cause is a rule over the words and the days.

The first cause whose rule holds is taken. A cause carries the verdict that reading its lines beside
the contract gave; lines that deserve another one stand in `causes_read.toml`, each read by itself.
A verdict says who names the right days, not who found more.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from benchmarks.readers import Found
from benchmarks.samples import Sample

OURS, THEIRS, BOTH, NEITHER = "ours", "theirs", "both defensible", "neither"
READ = Path(__file__).with_name("causes_read.toml")


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
    def said(self) -> date:
        return self.sample.said.date()

    @property
    def key(self) -> str:
        """What names the line in `causes_read.toml`."""
        words, bare = self.own_words or self.their_words, (self.sample.bare or "").lower()
        inside = f" in: {bare}" if bare and bare != words else ""
        return f"{words}{inside} @ {self.said}"


Rule = Callable[[Difference], bool]

_WEEKDAY = r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
_MONTH = r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_NUMBER = r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b"
_UNIT = r"\b(day|week|wk|month|year|hour|minute|fortnight|weekend|quarter)s?\b"
_PART = (
    r"\b(early|earlier|mid|mid-\w+|middle|midweek|late|later|latter|half|start|beginning|"
    r"toward|towards|tail|back end|first thing)\b"
)
_SPAN = (
    r"\d\s*(-|–|to|or)\s*\d|\b(or|to)\b.*" + _UNIT + r"|\bday or two\b|\bor the day after\b"
    r"|\bup to\b|\bbetween\b.*" + _UNIT
)
_ON = (
    r"\b(week|weeks|fortnight) (on|from|today|to the day)\b"
    r"|(day|tomorrow|morrow) (week|fortnight)\b|\ba week tomorrow\b"
)
_BEFORE = r"\b(before|ahead of|prior to|this side of)\b"
_CLOSING = (
    r"\b(eod|end of (the )?day|cob|close|afternoon|morning|evening|night|tonight|midnight|noon|"
    r"on or before|through)\b"
)
_WEEK_NAMED = (
    r"\b(week|wk|w/c|w/e)\b.*(beginning|commencing|starting|ending|beg|w/c|w/e)|^(in )?w/c"
)


def says(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None


def ours_say(pattern: str) -> Rule:
    return lambda d: says(pattern, d.own_words)


def they_leave_out(pattern: str) -> Rule:
    return lambda d: says(pattern, d.own_words) and not says(pattern, d.their_words)


def only_they_say(pattern: str) -> Rule:
    return lambda d: d.own is None and says(pattern, d.their_words)


def _last(d: Difference) -> date | None:
    return d.own.last if d.own else None


def _gap(d: Difference) -> int | None:
    """Days by which their last day is later than ours."""
    last = _last(d)
    return (d.their.last - last).days if last and d.their.last else None


def _bare_number(d: Difference) -> bool:
    named = any(says(p, d.their_words) for p in (_WEEKDAY, _MONTH, _UNIT))
    numbers = _NUMBER + r"|\d|\b(first|second|third|fourth|half|noon|hr)\b"
    return d.own is None and not named and says(numbers, d.their_words)


def _now(d: Difference) -> bool:
    dated = d.own and (d.own.first or d.own.last)
    return not dated and says(r"^(now|asap|as soon as possible|the minute)$", d.their_words)


def _undated(d: Difference) -> bool:
    return d.own is not None and not (d.own.first or d.own.last)


def _open(d: Difference) -> bool:
    return bool(d.own and d.own.first and d.own.last is None)


def _swallowed(d: Difference) -> bool:
    return d.own is not None and len(d.their.words) > len(d.own.words) + 30


def _past(d: Difference) -> bool:
    mine = d.own and (d.own.last or d.own.first)
    return bool(mine and mine < d.said)


def _year(d: Difference) -> bool:
    mine = d.own and (d.own.last or d.own.first)
    their = d.their.last or d.their.first
    return bool(mine and their and abs((mine - their).days) > 200)


def _moment_itself(d: Difference) -> bool:
    return d.their.first == d.their.last == d.said and says(r"\d", d.own_words)


def _numeric(d: Difference) -> bool:
    return says(r"\d[./-]\d", d.own_words)


def _today(d: Difference) -> bool:
    gap = _gap(d)
    return gap in (-7, -8) and says(_WEEKDAY, d.own_words)


def _split(d: Difference) -> bool:
    return " + " in d.their.words and says(_WEEKDAY, d.their_words.split(" + ")[0])


def _to_sunday(d: Difference) -> bool:
    last = d.their.last
    return (
        bool(last and last.weekday() == 6)
        and _gap(d) in (1, 2, 3)
        and (says(r"\b(week|wk|eow|month)\b", d.own_words))
    )


def _first_days_alone(d: Difference) -> bool:
    return _gap(d) == 0


def _month_end(d: Difference) -> bool:
    last = d.their.last
    return (_gap(d) or 0) in (1, 2, 3) and bool(last and (last + timedelta(1)).day == 1)


def _weekday_contradicts(d: Difference) -> bool:
    own = d.own
    return bool(own and own.first and own.last and (own.last - own.first).days == 1) and (
        says(r"\bmarch 15", d.own_words)
    )


def _one_of_span(d: Difference) -> bool:
    own, their = d.own, d.their
    return bool(own and own.last and their.last and their.first == their.last) and (
        (own.first or d.said) <= their.last < own.last
    )


# cause -> (rule, who is right)
CAUSES: dict[str, tuple[Rule, str]] = {
    "now, as soon as possible: no day": (_now, OURS),
    "a number, an hour, a fraction taken for a day": (_bare_number, OURS),
    "a number of days, weeks, years that is no timeframe": (
        only_they_say(_NUMBER + r"|\ba (day|week|year)"),
        OURS,
    ),
    "a day or month that is not meant": (only_they_say(r""), OURS),
    "we name no day on purpose": (_undated, OURS),
    "several times swallowed as one": (_swallowed, OURS),
    "not before, not until": (
        lambda d: _open(d) and says(r"\b(before|until|till|by|week)\b", d.own_words),
        OURS,
    ),
    "after a day: that day, or the day after it": (_open, OURS),
    "weekday and date contradict one another": (_weekday_contradicts, OURS),
    "what lies behind": (_past, OURS),
    "numbers of a date unread or in American order": (
        lambda d: _numeric(d) and not says(_UNIT, d.own_words),
        OURS,
    ),
    "a span of numbers cut or read as a clock": (ours_say(_SPAN), OURS),
    "business days unknown": (ours_say(r"\b(business|working|workdays?)\b"), OURS),
    "N weeks on from a day": (they_leave_out(_ON), OURS),
    "N weeks on, counted from now and not from the weekday": (ours_say(_ON), OURS),
    "the week after next": (ours_say(r"week after( next)?"), OURS),
    "the week beginning, commencing, ending": (ours_say(_WEEK_NAMED), OURS),
    "part of a week or month left out": (they_leave_out(_PART), OURS),
    "by mid-month: the 15th, or the 20th": (ours_say(r"\bmid\b"), BOTH),
    "early, late with other bounds": (ours_say(_PART), OURS),
    "the first week of a month: its first days, or the first whole one": (
        lambda d: says(r"first week of", d.own_words) and _gap(d) == 9,
        BOTH,
    ),
    "first and last week of a month": (ours_say(r"(first|last|second|third|full) .*week"), OURS),
    "a week ends on Friday, or on Sunday": (_to_sunday, OURS),
    "the week of a day: the one it lies in, or the next": (
        lambda d: says(r"week of", d.own_words) and _gap(d) == 9,
        OURS,
    ),
    "the weekday it was said on": (_today, OURS),
    "by next week": (ours_say(r"^by next week$"), BOTH),
    "the next N weeks: from now, or from next Monday": (
        lambda d: (
            says(r"\b(next|coming)\b.*\b(week|month)", d.own_words)
            and bool(d.their.first != d.their.last or says("weeks", d.own_words))
        ),
        OURS,
    ),
    "a weekend begins on Saturday, or on Friday": (
        lambda d: _first_days_alone(d) and says("weekend", d.own_words),
        BOTH,
    ),
    "before a feast or Monday: the Friday, or the weekend": (
        lambda d: says(_BEFORE, d.own_words) and _gap(d) in (1, 2, 3) and not d.their.first,
        BOTH,
    ),
    "before left out, or cut short": (ours_say(_BEFORE), OURS),
    "a closing hour, a day that counts itself": (ours_say(_CLOSING), OURS),
    "the last business day of a month": (_month_end, OURS),
    "a few days counted over the weekend": (ours_say(r"\bfew\b.*days"), OURS),
    "a weekday and its date read as two days": (_split, OURS),
    "another year": (_year, OURS),
    "the end of a span cut to its first ten days": (ours_say(r"until (the )?end"), OURS),
    "one day named of a week, month or list": (_one_of_span, OURS),
    "the moment itself for what was not understood": (_moment_itself, OURS),
    "the first day of another span": (_first_days_alone, OURS),
    "others": (lambda _d: True, OURS),
}


def cause_of(d: Difference) -> str:
    return next(name for name, (rule, _verdict) in CAUSES.items() if rule(d))


@cache
def read_one_by_one() -> dict[tuple[str, str], str]:
    """Return the verdicts of lines that were read by themselves, by reader and key."""
    told = tomllib.loads(READ.read_text(encoding="utf-8"))
    return {
        (reader, key): verdict.replace("_", " ")
        for reader, verdicts in told.items()
        for verdict, keys in verdicts.items()
        for key in keys
    }


def judged(d: Difference) -> str:
    """Return who is right; we are not, whatever the cause, where the corpus says another day."""
    verdict = read_one_by_one().get((d.reader, d.key), CAUSES[cause_of(d)][1])
    missed = d.sample.bare and d.sample.by and _last(d) not in d.sample.by
    return NEITHER if missed and verdict == OURS else verdict
