"""Days and hours of meetings, put in the plain form that the reading of slots knows.

"Half past four", "14h00", "1400 hours", "Friday at ten", "2025/08/27", "13-Mar-2025": each becomes
digits with a colon, or a date that stands in one of the usual ways. What a meeting was moved from,
and the day that it is not, are left out.
"""

import re

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = {word: number for number, word in enumerate(_NUMBERS, start=1)}
_WORD = "|".join(_NUMBERS)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_HALF = re.compile(rf"\bhalf (?:past )?(?P<h>{_WORD}|\d{{1,2}})\b", re.IGNORECASE)
_QUARTER = re.compile(
    rf"\b(?:a )?quarter (?P<way>past|to) (?P<h>{_WORD}|\d{{1,2}})\b", re.IGNORECASE
)
_FRENCH = re.compile(r"\b(\d{1,2}) ?h ?(\d\d)?\b(?!\w)")
_MILITARY = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)\s?(?:hours|hrs|h)\b", re.IGNORECASE)
_SPELT = re.compile(
    rf"\b(?P<before>at|for|@|by) (?P<h>{_WORD})\b(?! (?:or|days?|weeks?|people|of|minutes?|hours?))",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(\d{1,2})(?:[:.](\d\d))? (?:o'clock )?in the (morning|afternoon|evening)\b", re.IGNORECASE
)
_SLASHED = re.compile(r"\b(20\d\d)/(\d\d)/(\d\d)\b")
_DASHED = re.compile(r"\b(\d{1,2})-([A-Z][a-z]{2})-(20\d\d)\b")
_MOVED = re.compile(
    r"\b(?:moved|changed|rescheduled|postponed|shifted|pushed|brought forward)\b[^.\n]{0,60}?\bfrom\b"
    r"[^\n]{0,60}? to (?=[A-Z\d])"
)
_WAS = re.compile(r"\((?:was|formerly|previously|instead of)\b[^)]*\)", re.IGNORECASE)
_NOT_THEN = re.compile(rf"\bnot (?:on |this |next )*{_DAYS}\b", re.IGNORECASE)


def plain_slot(text: str) -> str:
    """Given a sentence, return it with its days and hours in plain form."""
    text = _NOT_THEN.sub(" ", _WAS.sub(" ", _MOVED.sub("moved to ", text)))
    text = _SLASHED.sub(r"\1-\2-\3", _DASHED.sub(r"\1 \2 \3", text))
    text = _MILITARY.sub(r"\1:\2", text)
    text = _FRENCH.sub(lambda m: f"{m[1]}:{m[2] or '00'}", text)
    text = _PART.sub(_part, text)
    text = _HALF.sub(lambda m: f"{_hour(m['h'])}:30", text)
    text = _QUARTER.sub(_quarter, text)
    return _SPELT.sub(lambda m: f"{m['before']} {_hour(m['h'])}", text)


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER[word.casefold()]


def _part(found: re.Match[str]) -> str:
    half = "am" if found[3].casefold() == "morning" else "pm"
    return f"{found[1]}:{found[2] or '00'} {half}"


def _quarter(found: re.Match[str]) -> str:
    hour = _hour(found["h"])
    return f"{hour}:15" if found["way"].casefold() == "past" else f"{(hour - 2) % 12 + 1}:45"
