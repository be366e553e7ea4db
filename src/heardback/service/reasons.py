"""Put a reason into words: fill the language's sentence with names, dates and quotes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from heardback.languages.en import reasons as english
from heardback.model.plan import Reason, Sentence

SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
FULL_STOP_TWICE = re.compile(r"([.!?]”?)\.(?=\s|$)")
NOTHING = (None, "", ())
ONE_DAY = timedelta(days=1)
NEAR = (english.TODAY, english.YESTERDAY, english.TOMORROW)

Slot = tuple[int, str, str | None]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a sentence: its words with gaps, and for each gap its place, name and form.

    `needed` are slots without a value for which the whole part is left out.
    """

    words: list[str]
    slots: tuple[Slot, ...]
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A sentence taken apart. `stops`: a slot stands before a full stop and may bring its own."""

    parts: tuple[_Part, ...]
    plain: bool
    stops: bool
    capital: bool


def render(said: Reason | Sentence, *, on: date) -> str:
    """Given a reason or sentence and the day it is said, return it in words.

    Preferences of the candidate's that differ from the playbook's default are named at the end.
    """
    text = fill(english.SENTENCES[said.say], said.values, on)
    changed = said.values.get("changed")
    if not isinstance(changed, tuple):
        return text
    return " ".join([text, *(_choice(*part) for part in changed)])


def fill(sentence: str, values: Mapping[str, object], on: date) -> str:
    """Given a sentence with slots, return it filled; a part in brackets goes if a value is None."""
    frame = _taken_apart(sentence)
    if frame.plain:
        return sentence
    words: list[str] = []
    for part in frame.parts:
        if part.needed and any(values.get(name) in NOTHING for name in part.needed):
            continue
        piece = part.words.copy()
        for place, name, form in part.slots:
            value = values.get(name)
            if form is None and value.__class__ is str:
                piece[place] = value
            else:
                piece[place] = _shape(value, form, on)
        words += piece
    filled = "".join(words)
    if frame.stops:
        filled = FULL_STOP_TWICE.sub(r"\1", filled)
    return filled[:1].upper() + filled[1:] if frame.capital else filled


@lru_cache(maxsize=1000)
def _taken_apart(sentence: str) -> _Frame:
    parts: list[_Part] = []
    stops = False
    for place, text in enumerate(OPTIONAL.split(sentence)):
        cut = SLOT.split(text)  # literal, name, form, literal, name, form, …, literal
        words = [w for literal in cut[::3] for w in (literal, "")][:-1]
        slots = tuple(
            (2 * n + 1, *pair) for n, pair in enumerate(zip(cut[1::3], cut[2::3], strict=True))
        )
        in_brackets = place % 2 == 1
        parts.append(_Part(words, slots, tuple(cut[1::3]) if in_brackets else ()))
        # Where a part ends in a slot the next one may begin with the full stop.
        stops = stops or in_brackets or any(w.lstrip("”").startswith(".") for w in cut[3::3])
    plain = len(parts) == 1 and not parts[0].slots
    return _Frame(tuple(parts), plain, stops, sentence.startswith("{"))


def _shape(value: object, form: str | None, on: date) -> str:
    if isinstance(value, date) and form != "date":
        words = _moment(value, on) if isinstance(value, datetime) else day_in_words(value, on)
        near = words.startswith(NEAR)
        return f"{english.ON} {words}" if form == "on" and not near else words
    if form is not None:
        return _in_form(value, form, on)
    if isinstance(value, list | tuple):
        return in_a_row([str(v) for v in value])
    return "" if value is None else str(value)


def _in_form(value: object, form: str, on: date) -> str:
    """A name for a kind or a part played, a number in words, a plain date; else a noun, counted."""
    if form == "kind":
        return english.KIND_NAMES.get(str(value), str(value).replace("_", " "))
    if form == "role":
        return english.ROLE_NAMES.get(str(value), english.ROLE_NAMES["other"])
    if form == "number":
        if isinstance(value, int) and 0 <= value < len(english.NUMBERS):
            return english.NUMBERS[value]
        return str(value)
    if form == "date" and isinstance(value, date):
        return _civil(value, on)
    return form if value == 1 else f"{form}s"


def _moment(value: datetime, on: date) -> str:
    day = day_in_words(value.date(), on)
    return day if value.time() == time(0) else f"{day} at {value.hour:02}:{value.minute:02}"


@lru_cache(maxsize=4000)
def day_in_words(day: date, on: date) -> str:
    """Given a day and the day it is said on, return it in words: "yesterday", "Friday 14 March"."""
    near = {on: english.TODAY, on - ONE_DAY: english.YESTERDAY, on + ONE_DAY: english.TOMORROW}
    return near[day] if day in near else _civil(day, on)


def _civil(day: date, on: date) -> str:
    words = f"{english.WEEKDAYS[day.weekday()]} {day.day} {english.MONTHS[day.month - 1]}"
    return words if abs((day - on).days) < 300 else f"{words} {day.year}"


def in_a_row(names: list[str]) -> str:
    """Given names, return them in a row: "Ann", "Ann and Bo", "Ann, Bo and Cy"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _choice(name: str, value: object, default: object) -> str:
    unit = english.UNITS.get(name)
    named = english.PREFERENCES.get(name)
    shape = english.YOUR_CHOICE if named else english.YOUR_WORD
    shown = _counted(default, None) if default is not None else english.NO_WINDOW
    return shape.format(name=named or name, value=_counted(value, unit), default=shown)


def _counted(value: object, unit: str | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " to ".join(str(v) for v in value)
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if unit is None else f"{text} {unit}{'' if value == 1 else 's'}"
