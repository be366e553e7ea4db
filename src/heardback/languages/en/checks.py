"""English for the checks: the tell-tale phrases, the dates, the words that are no names."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from heardback.checking.triggers import by_three, quick, triggers
from heardback.checking.words import CheckWords, DateWords, Told
from heardback.languages.en.claims import claims
from heardback.languages.en.tone import english_tone

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = (
    r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)"
)
_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|"
    r"december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_NUMBER = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{_DAY}\.?,? (?:the )?)?{_MONTH}\.? {_NUMBER}\b{_YEAR}",
        rf"\b(?:{_DAY}\.?,? (?:the )?)?{_NUMBER} (?:of )?{_MONTH}\b\.?{_YEAR}",
        r"\b(?P<year>20\d\d)-(?P<monthno>[01]\d)-(?P<day>[0-3]\d)\b",
    )
)
_WEEKDAY = re.compile(r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


_MONEY = (
    r"(?:[$€£]\s?\d[\d,.]*\s?[kK]?|"
    r"\b\d[\d,.]*\s?(?:USD|EUR|GBP|dollars|euros|pounds)\b|\b\d{2,3}k\b)"
)
_REST = r"[^.!?\n]{0,60}"
_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def find_dates(text: str) -> list[DateWords]:
    """Given a text, return the dates written in it, a lone weekday included, in order."""
    found: dict[int, DateWords] = {}
    taken: list[tuple[int, int]] = []
    for pattern in (*_DATES, _WEEKDAY):
        for m in pattern.finditer(text):
            if any(start <= m.start() < end for start, end in taken) or _is_word(m):
                continue
            found[m.start()] = _date(m)
            taken.append(m.span())
    return [found[start] for start in sorted(found)]


def _is_word(found: re.Match[str]) -> bool:
    """Return whether it is the verb "may" or "march", which is written small."""
    month = found.groupdict().get("month")
    return month is not None and month in ("may", "march")


def _date(found: re.Match[str]) -> DateWords:
    parts = found.groupdict()
    weekday, month, year = parts.get("weekday"), parts.get("month"), parts.get("year")
    number = int(parts["monthno"]) if parts.get("monthno") else None
    day = int(parts["day"]) if parts.get("day") else None
    return DateWords(
        start=found.start(),
        end=found.end(),
        weekday=_index(_DAYS, weekday) if weekday else None,
        month=_index(_MONTHS, month) + 1 if month else number,
        day=day,
        year=int(year) if year else None,
    )


def _index(names: list[str], word: str) -> int:
    return next(i for i, name in enumerate(names) if name.startswith(word.lower()[:3]))


_CASE_COUNTS = frozenset({"speaks", "anchored_weekday"})


@cache
def checks() -> CheckWords:
    """Return English for the checks, read once."""
    here = files("heardback.languages.en")
    table = tomllib.loads(here.joinpath("checks.toml").read_text(encoding="utf-8"))
    slips = tomllib.loads(here.joinpath("slips.toml").read_text(encoding="utf-8"))
    terms = table["terms"]
    lines = here.joinpath("ordinary.txt").read_text(encoding="utf-8").splitlines()
    ordinary = " ".join(line for line in lines if not line.startswith("#"))
    patterns = {name: _pattern(name, text) for name, text in table["patterns"].items()}
    days = {f"day{i}": day.capitalize() for i, day in enumerate(_DAYS)}
    told = {
        name: tuple(told for entry in entries for told in _told(entry))
        for name, entries in (table["told"] | slips["told"]).items()
    }
    return CheckWords(
        told=told,
        needed_by_three=by_three(
            frozenset(n for found in told.values() for t in found for n in t.needs)
        ),
        misspellings=slips["misspelt"],
        claiming=claims(),
        job_words=frozenset(terms["job_words"].split()),
        role=re.compile(terms["role"]),
        titles=re.compile(terms["titles"]),
        pronouns={k: frozenset(words.split()) for k, words in table["pronouns"].items()},
        denies=re.compile(terms["denies"], re.IGNORECASE),
        people=tuple(re.compile(text, re.IGNORECASE) for text in terms["people"]),
        doctors=re.compile(terms["doctors"]),
        needed={k: re.compile(t, re.IGNORECASE) for k, t in table["needed"].items()},
        ordinary=frozenset(ordinary.split()),
        numbers=_NUMBERS,
        find_dates=find_dates,
        nicknames=tuple(frozenset(group.split()) for group in table["names"]["alike"]),
        limits={kind: tuple(counts) for kind, counts in table["limits"].items()},
        advice={**table["advice"], **days},
        remarks=table["remarks"],
        learned=english_tone,
        **patterns,
    )


def _pattern(name: str, text: str) -> re.Pattern[str]:
    flags = re.MULTILINE | (re.NOFLAG if name in _CASE_COUNTS else re.IGNORECASE)
    return re.compile(text.replace("{numbers}", "|".join(_NUMBERS)), flags)


def _told(entry: dict[str, Any]) -> Iterator[Told]:
    for phrase in entry["phrases"]:
        yield _of_phrase(phrase.replace("{money}", _MONEY).replace("{rest}", _REST), entry)


def _of_phrase(phrase: str, entry: dict[str, Any]) -> Told:
    return Told(
        pattern=re.compile(phrase, 0 if entry.get("case") else re.IGNORECASE),
        needs=triggers(phrase),
        quick=None if entry.get("case") else quick(phrase),
        severity=entry["severity"],
        suggestion=entry.get("suggestion"),
        kinds=frozenset(entry.get("kinds", ())),
        fix=entry.get("fix"),
        safe=entry.get("safe", False),
    )
