"""English letters: the sentences of letters.toml, dates in words, names, and notes made to fit."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from heardback.drafting.words import LetterWords
from heardback.languages.en.letter_names import HONORIFICS, address, whole
from heardback.languages.en.letter_notes import fit, fit_ask

MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH_FIRST = frozenset({"US", "CA", "PH"})
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()

_THIRD = re.compile(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
# "I am" is contracted only where something follows it: "as interested as I am" stays.
_MORE = r"(?= [a-z{])"
_DONE = r"(?= (?:been|had|thought|learned|enjoyed|kept|received|decided|accepted|taken|given|come|left|not|never|just|also) )"
_CONTRACTIONS = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (rf"\bI am{_MORE}", "I'm"),
        (rf"\bI would{_MORE}", "I'd"),
        (rf"\bI will{_MORE}", "I'll"),
        (rf"\bI have{_DONE}", "I've"),
        (rf"\bWe are{_MORE}", "We're"),
        (rf"\b([Ii])t is{_MORE}", r"\1t's"),
        (rf"\b([Tt])hat is{_MORE}", r"\1hat's"),
        (r"\b([Dd])o not\b", r"\1on't"),
        (r"\b(did|does|is|would|could|has|had) not\b", r"\1n't"),
        (r"\b([Cc])annot\b", r"\1an't"),
    )
)
UNFIT = re.compile(
    r"\b(?:salar(?:y|ies)|compensation|pay (?:range|band|rise|raise)|the pay|benefits package|"
    r"bonus|equity (?:grant|package)|stock options?|day rate|"
    r"seem(?:ed|s) (?:tired|bored|rude|cold|unsure|disorgani[sz]ed|annoyed)|"
    r"boring|bored|rude|arrogant|awkward|red flags?|creepy|hated?|disliked?|did(?:n't| not) like|"
    r"old-fashioned|toxic|mess(?:y)?|unprofessional|other offers?)\b|[$€£]\s?\d",
    re.IGNORECASE,
)
ASKS_PHONE = re.compile(
    r"\b(?:(?:tele)?phone|mobile|cell|contact) number\b|\byour number\b|\bbest number\b",
    re.IGNORECASE,
)


def say_date(day: date, country: str | None) -> str:
    """Given a day and a country, return "Friday, March 14" or "Friday 14 March"."""
    month = MONTHS[day.month - 1]
    if country is None or country.split("-")[0] in MONTH_FIRST:
        return f"{say_day(day)}, {month} {day.day}"
    return f"{say_day(day)} {day.day} {month}"


def say_day(day: date) -> str:
    """Given a day, return its weekday."""
    return DAYS[day.weekday()]


def say_month(day: date) -> str:
    """Given a day, return its month."""
    return MONTHS[day.month - 1]


def say_minutes(minutes: int) -> str:
    """Given a number of minutes, return "an hour", "45 minutes", "an hour and 20 minutes"."""
    hours, rest = divmod(minutes, 60)
    said = "" if not hours else "an hour" if hours == 1 else f"{_count(hours)} hours"
    if rest:
        said += f"{' and ' if said else ''}{rest} minutes"
    return said


def _count(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)


def join(names: Sequence[str]) -> str:
    """Given names, return them as "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _flattened(table: Mapping[str, object], prefix: str = "") -> dict[str, tuple[str, ...]]:
    lines: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}".strip(".")
        if isinstance(value, dict):
            lines.update(_flattened(value, key))
        elif isinstance(value, list):
            lines[key] = tuple(value)
    return lines


def _load(name: str) -> dict[str, tuple[str, ...]]:
    source = files("heardback.languages.en").joinpath(f"{name}.toml")
    return _flattened(tomllib.loads(source.read_text(encoding="utf-8")))


def titled(name: str) -> bool:
    """Given a full name, return whether it begins with a title."""
    return HONORIFICS.match(name) is not None


def in_full(name: str) -> str:
    """Given a full name, return what a formal greeting to a stranger uses."""
    return address(name) if titled(name) else whole(name)


@lru_cache(maxsize=4096)
def contract(template: str) -> str:
    """Given a sentence, return it as people speak: "I am glad" as "I'm glad"."""
    for pattern, said in _CONTRACTIONS:
        template = pattern.sub(said, template)
    return template


@cache
def letters() -> LetterWords:
    """Return the English letters, read once."""
    return LetterWords(
        lines=_load("letters"),
        registers={name: _load(f"letters_{name}") for name in ("friendly", "brief")},
        contract=contract,
        say_date=say_date,
        say_day=say_day,
        say_month=say_month,
        say_minutes=say_minutes,
        join=join,
        address=address,
        in_full=in_full,
        titled=titled,
        easy=frozenset({"hi", "hey", "hello", "hiya", "morning", "good morning"}),
        stiff=re.compile(r"sincerely|faithfully|respectfully|^regards$", re.IGNORECASE),
        fit=fit,
        fit_ask=fit_ask,
        unfit=UNFIT,
        third_person=_THIRD,
        asks_phone=ASKS_PHONE,
    )
