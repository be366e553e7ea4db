"""The forms a value of the search file may take: text, words, numbers, days, people, lists."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from heardback.errors import UsageError
from heardback.model.moment import Moment
from heardback.searchfile.countries import COUNTRIES, OTHER_NAMES
from heardback.searchfile.fields import Form, Setting
from heardback.searchfile.moments import (
    on_clock,
    read_day,
    read_moment,
    read_time,
    write_day,
    write_moment,
)
from heardback.searchfile.values import (
    Wrong,
    did_you_mean,
    keys_of,
    listed,
    plain,
    shown,
    values_of,
)
from heardback.timeframe.business import zone as zone_named

MAX_ID = 100
_ID = re.compile(r"\w[\w.@-]*")
_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
_SOURCE = re.compile(r"user|(?:message|calendar):\s*\S.*", re.DOTALL)
_COUNTRY = re.compile(r"([A-Z]{2})(-[A-Z0-9]{1,3})?", re.ASCII)
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
MOMENT_PATTERN = (
    r"^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?"
    r" ?(Z|z|[+-]\d{2}:?\d{2}(:\d{2})?)?)?$"
)
TIME_PATTERN = r"^\d{1,2}:\d{2}$"


def check_id(id: str) -> str:
    """Given the id of a person or an opportunity, return it; raise Wrong for unfit signs."""
    if len(id) > MAX_ID:
        raise Wrong(f"the id {shown(id)} is longer than {MAX_ID} signs.")
    if not _ID.fullmatch(id):
        hint = "An id has letters, digits, _, . and -, and starts with a letter or digit."
        raise Wrong(f"the id {shown(id)} cannot be used.", hint=hint)
    return id


@dataclass(frozen=True, slots=True)
class Text(Form):
    """Words as they are. `filled`: not empty."""

    filled: bool = False

    def read(self, value: object, _setting: Setting, /) -> str:
        """Return the text; a number or true/false must be put in quotes to be one."""
        if isinstance(value, str):
            if self.filled and not value.strip():
                raise Wrong("is empty.")
            return value
        hint = "Put it in quotes." if isinstance(value, bool | int | float) else ""
        raise Wrong(f"should be text, not {shown(value)}.", hint=hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of a text."""
        return {"type": "string", "pattern": r"\S"} if self.filled else {"type": "string"}


@dataclass(frozen=True, slots=True)
class Pattern(Form):
    """A text of a certain shape; `hint` shows it."""

    shape: re.Pattern[str]
    what: str
    hint: str

    def read(self, value: object, _setting: Setting, /) -> str:
        """Return the text where it has the shape."""
        if isinstance(value, str) and self.shape.fullmatch(value):
            return value
        raise Wrong(f"should be {self.what}, not {shown(value)}.", hint=self.hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of the shape (the exact check is the reader's)."""
        return {"type": "string", "pattern": f"^({self.shape.pattern})$"}


ADDRESS = Pattern(_ADDRESS, "an e-mail address", "An address looks like dana@example.org.")
SOURCE = Pattern(_SOURCE, "a source", "A source is user, message:<Message-ID> or calendar:UID.")


@dataclass(frozen=True, slots=True)
class Flag(Form):
    """True or false. `switch`: the words on and off mean the same."""

    switch: bool = False

    def read(self, value: object, _setting: Setting, /) -> bool:
        """Return the truth value; yes and no are words in YAML 1.2, and refused."""
        if isinstance(value, bool):
            return value
        if self.switch and value in ("on", "off"):
            return value == "on"
        words = "on or off" if self.switch else "true or false"
        hint = "Write it without quotes." if value in ("true", "false") else ""
        raise Wrong(f"should be {words}, not {shown(value)}.", hint=hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of a truth value."""
        return {"enum": [True, False, "on", "off"]} if self.switch else {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number(Form):
    """A number from `least` to `most`; `whole` ones only, unless said."""

    least: float = 0
    most: float | None = None
    whole: bool = True

    def read(self, value: object, _setting: Setting, /) -> int | float:
        """Return the number where it lies in the range."""
        kinds = int if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds):
            raise Wrong(f"should be {self._range()}, not {shown(value)}.")
        if value < self.least or (self.most is not None and value > self.most):
            raise Wrong(f"should be {self._range()}, not {shown(value)}.")
        return value if self.whole else float(value)

    def _range(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        if self.most is None:
            return f"{kind} from {self.least} on"
        return f"{kind} from {self.least} to {self.most}"

    def schema(self) -> dict[str, object]:
        """Return the schema of the range."""
        upper = {} if self.most is None else {"maximum": self.most}
        return {"type": "integer" if self.whole else "number", "minimum": self.least, **upper}


@dataclass(frozen=True, slots=True)
class Choice(Form):
    """One of some words."""

    words: tuple[str, ...]

    def read(self, value: object, _setting: Setting, /) -> str:
        """Return the word where it is one of them."""
        if isinstance(value, str) and value in self.words:
            return value
        hint = did_you_mean(value, self.words) if isinstance(value, str) else ""
        raise Wrong(f"should be {listed(self.words)}, not {shown(value)}.", hint=hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of the words."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Day(Form):
    """A civil day."""

    def read(self, value: object, _setting: Setting, /) -> date:
        """Return the day."""
        return read_day(value)

    def write(self, value: Any, _setting: Setting, /) -> str:
        """Return the day's words."""
        return write_day(value)

    def schema(self) -> dict[str, object]:
        """Return the schema of a day."""
        return {"type": "string", "pattern": DAY_PATTERN}


@dataclass(frozen=True, slots=True)
class DayOrMoment(Form):
    """A moment, or a day alone."""

    def read(self, value: object, setting: Setting, /) -> Moment:
        """Return the moment in the setting's zone."""
        return read_moment(value, zone=setting.clock)

    def write(self, value: Any, setting: Setting, /) -> str:
        """Return the moment's words."""
        return write_moment(value, zone=setting.zone)

    def schema(self) -> dict[str, object]:
        """Return the schema of a day or moment."""
        return {"type": "string", "pattern": MOMENT_PATTERN}


@dataclass(frozen=True, slots=True)
class End(Form):
    """When something that starts at `when` ends: a time of that day, or a full moment."""

    def read(self, value: object, setting: Setting, /) -> Moment:
        """Return the end; raise Wrong where it lies before the start."""
        start = setting.start
        assert start is not None
        if (clock := read_time(value)) is not None:
            day, zone = start.at.date(), start.at.tzinfo
            end = Moment(on_clock(day, clock, zone=zone, after=start.at), text=str(value))
        else:
            end = read_moment(value, zone=setting.clock)
            if end.is_date:
                raise Wrong(f"should be a time, not {shown(value)}.", hint='Such as "15:00".')
        if end.at.astimezone(UTC) < start.at.astimezone(UTC):
            hint = f"It starts at {start.text}; write an end on another day with its day."
            raise Wrong(f"lies before the start: {shown(value)}.", hint=hint)
        return end

    def write(self, value: Any, setting: Setting, /) -> str:
        """Return the time alone where it is of the start's day, else the full moment."""
        start = setting.start
        whole = write_moment(value, zone=setting.zone)
        if start is None or (value.text and whole == value.text):
            return whole
        clocks = (value.text, f"{value.at:%H:%M}")
        return next((text for text in clocks if self._says(text, value.at, start.at)), whole)

    @staticmethod
    def _says(text: str, end: datetime, start: datetime) -> bool:
        clock = read_time(text)
        if clock is None:
            return False
        meant = on_clock(start.date(), clock, zone=start.tzinfo, after=start)
        return meant.isoformat() == end.isoformat()

    def schema(self) -> dict[str, object]:
        """Return the schema of a time or moment."""
        return {"anyOf": [{"type": "string", "pattern": TIME_PATTERN}, DayOrMoment().schema()]}


@dataclass(frozen=True, slots=True)
class Zone(Form):
    """An IANA time zone."""

    def read(self, value: object, _setting: Setting, /) -> str:
        """Return the zone's name where there is one of that name."""
        hint = "Use a name such as America/Chicago."
        if not isinstance(value, str) or not value.isascii():
            raise Wrong(f"should be a time zone, not {shown(value)}.", hint=hint)
        try:
            zone_named(value)
        except UsageError:
            raise Wrong(f"names the unknown time zone {shown(value)}.", hint=hint) from None
        return value

    def schema(self) -> dict[str, object]:
        """Return the schema of a zone's name."""
        return {"type": "string", "pattern": "^[A-Za-z]"}


@dataclass(frozen=True, slots=True)
class Country(Form):
    """A country by ISO 3166, with a subdivision where it matters."""

    def read(self, value: object, _setting: Setting, /) -> str:
        """Return the code where there is a country of that code."""
        hint = "Use an ISO 3166 code such as US, US-TX or DE-BY."
        if not isinstance(value, str):
            raise Wrong(f"should be a country, not {shown(value)}.", hint=hint)
        match = _COUNTRY.fullmatch(value)
        if match is not None and match[1] in COUNTRIES:
            return value
        meant = OTHER_NAMES.get(value.upper(), value.upper())
        if (match := _COUNTRY.fullmatch(meant)) is not None and match[1] in COUNTRIES:
            hint = f"Did you mean {meant}?"
        raise Wrong(f"names the unknown country {shown(value)}.", hint=hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of a country's code."""
        return {"type": "string", "pattern": f"^{_COUNTRY.pattern}$"}


@dataclass(frozen=True, slots=True)
class Person(Form):
    """Somebody of `people:` by id; `words` may stand there, too."""

    words: tuple[str, ...] = ()

    def read(self, value: object, setting: Setting, /) -> str:
        """Return the id where it is known (a list of one will do)."""
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if not isinstance(value, str):
            hint = "An id of people: is meant."
            raise Wrong(f"should be one person, not {shown(value)}.", hint=hint)
        if value in self.words or setting.people is None or value in setting.people:
            return value
        hint = did_you_mean(value, (*self.words, *setting.people), otherwise="Add it to people:.")
        raise Wrong(f"names the unknown person {shown(value)}.", hint=hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of an id."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class OpportunityId(Form):
    """One of the search's opportunities by id."""

    def read(self, value: object, setting: Setting, /) -> str:
        """Return the id where it is known."""
        if not isinstance(value, str):
            raise Wrong(f"should be an opportunity's id, not {shown(value)}.")
        if setting.opportunities is None or value in setting.opportunities:
            return value
        hint = did_you_mean(value, setting.opportunities, otherwise="Add it to opportunities:.")
        raise Wrong(f"names the unknown opportunity {shown(value)}.", hint=hint)

    def schema(self) -> dict[str, object]:
        """Return the schema of an id."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Many(Form):
    """One value or a list of them."""

    of: Form

    def read(self, value: object, setting: Setting, /) -> tuple[object, ...]:
        """Return all values."""
        values = values_of(value)
        found = []
        for index, each in enumerate(values):
            try:
                found.append(self.of.read(each, setting))
            except Wrong as wrong:
                line = values.line_of(index) if wrong.line is None else wrong.line
                raise Wrong(wrong.message, hint=wrong.hint, line=line) from None
        return tuple(found)

    def write(self, value: Any, setting: Setting, /) -> list[object]:
        """Return all values as a list."""
        return [self.of.write(each, setting) for each in value]

    def schema(self) -> dict[str, object]:
        """Return the schema of one or many."""
        one = self.of.schema()
        return {"anyOf": [one, {"type": "array", "items": one}]}


@dataclass(frozen=True, slots=True)
class Free(Form):
    """Keys and values of any kind, kept as they are."""

    def read(self, value: object, _setting: Setting, /) -> object:
        """Return the mapping without its lines."""
        return plain(keys_of(value))

    def write(self, value: Any, _setting: Setting, /) -> object:
        """Return the mapping."""
        return plain(value)

    def schema(self) -> dict[str, object]:
        """Return the schema of any mapping."""
        return {"type": "object"}
