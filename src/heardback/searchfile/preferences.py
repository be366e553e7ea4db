"""Every preference with its allowed values, checked, and several layers of them resolved."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from heardback.errors import UsageError
from heardback.model.preferences import Preferences
from heardback.searchfile.fields import Field, Form, Setting, Table, read_fields
from heardback.searchfile.forms import Choice, Flag, Number
from heardback.searchfile.values import Keys, Wrong, shown

_HINTS = get_type_hints(Preferences)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class WordCounts(Form):
    """The least and the most words: [60, 180]."""

    least: int
    most: int

    def read(self, value: object, setting: Setting, /) -> tuple[int, int]:
        """Return both numbers."""
        one = Number(self.least, self.most)
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise Wrong(f"should be two numbers such as [60, 180], not {shown(value)}.")
        low, high = (int(one.read(each, setting)) for each in value)
        if low > high:
            raise Wrong(f"should have the smaller number first: [{high}, {low}].")
        return low, high

    def write(self, value: Any, _setting: Setting, /) -> list[int]:
        """Return both numbers as a list."""
        return list(value)

    def schema(self) -> dict[str, object]:
        """Return the schema of the pair."""
        one = Number(self.least, self.most).schema()
        return {"type": "array", "items": one, "minItems": 2, "maxItems": 2}


@dataclass(frozen=True, slots=True)
class Window(Form):
    """Two times of the day: ["08:00", "10:30"]."""

    def read(self, value: object, _setting: Setting, /) -> tuple[str, str]:
        """Return both times."""
        hint = 'Two times such as ["08:00", "10:30"], the earlier first.'
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise Wrong(f"should be two times, not {shown(value)}.", hint=hint)
        first, last = value
        for each in (first, last):
            if not isinstance(each, str) or not _CLOCK.fullmatch(each):
                raise Wrong(f"should be two times, not {shown(each)}.", hint=hint)
        if first >= last:
            raise Wrong(f"closes before it opens: {first} to {last}.", hint=hint)
        return first, last

    def write(self, value: Any, _setting: Setting, /) -> list[str]:
        """Return both times as a list."""
        return list(value)

    def schema(self) -> dict[str, object]:
        """Return the schema of the pair."""
        one = {"type": "string", "pattern": f"^{_CLOCK.pattern}$"}
        return {"type": "array", "items": one, "minItems": 2, "maxItems": 2}


def _days(least: int, most: int, meaning: str) -> tuple[Form, str]:
    return Number(least, most), f"{meaning} (business days, {least}-{most})"


_FORMS: dict[str, tuple[Form, str]] = {
    "grace": _days(0, 7, "patience after a firm date"),
    "grace_vague": _days(0, 10, "patience after a vague date or a window"),
    "no_timeframe": _days(4, 14, "patience without a timeframe"),
    "no_timeframe_final": _days(4, 14, "patience without one after a final interview"),
    "second_gap": _days(2, 10, "from the first check-in to the second"),
    "max_checkins": (Number(0, 3), "check-ins at most, the closing message not counted"),
    "assumed_window": _days(0, 15, "deadline assumed for an offer without one"),
    "extension_days": _days(1, 15, "how much more time to ask for"),
    "note_delay": (Number(0, 24, whole=False), "hours from the interview to the note"),
    "note_words": (WordCounts(30, 250), "least and most words of a note"),
    "feedback_timing": (Number(0, 14), "days from a rejection to the wish for feedback"),
    "reapproach": (Number(1, 12), "months until the employer may be tried again"),
    "send_window": (Window(), "local times between which messages go"),
    "reply_sla": _days(0, 10, "time for a reply"),
    "quiet_days": (Flag(switch=True), "days on which offices are empty do not count"),
}


def _field(name: str) -> Field:
    if name in _FORMS:
        form, meaning = _FORMS[name]
        return Field(name, form, meaning)
    hint = _HINTS[name]
    return Field(name, Flag() if hint is bool else Choice(get_args(hint)))


PREFERENCES = Table(fields=tuple(_field(name) for name in _HINTS))


def preferences_from_keys(
    keys: Mapping[str, object], *, name: str = "preferences", strict: bool = False
) -> dict[str, object]:
    """Given preferences as JSON has them, return the typed values by name; raise UsageError.

    A null is left out; so is an unknown name, which is refused where `strict`.
    """
    try:
        return read_fields(PREFERENCES, Keys(keys), Setting(name=name, strict=strict))[0]
    except Wrong as wrong:
        raise UsageError(f"{name}: {wrong.message}", hint=wrong.hint) from None


def preferences_to_keys(values: Mapping[str, object]) -> dict[str, object]:
    """Given typed preferences by name, return them as JSON has them, in the table's order."""
    by_key, setting = PREFERENCES.by_key, Setting()
    return {key: by_key[key].form.write(values[key], setting) for key in by_key if key in values}


def resolve_preferences(*layers: Mapping[str, object]) -> Preferences:
    """Given preferences from the general to the particular, return what holds; the last wins."""
    merged = {key: value for layer in layers for key, value in layer.items() if value is not None}
    return Preferences(**{key: merged[key] for key in PREFERENCES.by_key if key in merged})  # type: ignore[arg-type]  # checked when read
