"""Our nouns as JSON and back, exactly: one codec for every dataclass the store keeps.

The codec is driven by the type hints of the model, so that a new field needs no code here. A field
that holds its default is left out; unknown fields of a later version are ignored when read.
"""

import dataclasses
import json
import re
import types
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from heardback.model.account import Account, CalendarLink
from heardback.model.delivery import Step
from heardback.model.journal import Entry, ReminderWish
from heardback.model.message import Meeting, Message
from heardback.model.sayings import Deed, Said
from heardback.model.understanding import Understanding

T = TypeVar(
    "T",
    Message,
    Meeting,
    Understanding,
    Said,
    Deed,
    Account,
    CalendarLink,
    Step,
    Entry,
    ReminderWish,
)
Noun = (
    Message
    | Meeting
    | Understanding
    | Said
    | Deed
    | Account
    | CalendarLink
    | Step
    | Entry
    | ReminderWish
)
Coder = Callable[[Any], Any]

_ZONED = re.compile(r"(.*)\[(.*)\]")
_PLAIN = (str, int, float, bool, type(None))


def to_json(noun: Noun) -> str:
    """Return the noun as one line of JSON; text that is no valid Unicode is kept by escapes."""
    cls: Any = type(noun)
    shape = _encoder(cls)(noun)
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(shape, separators=(",", ":"))
    return text


def from_json(cls: type[T], text: str) -> T:
    """Given the class and what `to_json` wrote of it, return it; raise ValueError if damaged."""
    shape: Any = cls
    try:
        return cast("T", _decoder(shape)(json.loads(text)))
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"this is no {cls.__name__}: {fault!r}") from fault


def _same(value: Any) -> Any:
    return value


def _write_at(value: datetime) -> str:
    zone = value.tzinfo
    return value.isoformat() + (f"[{zone.key}]" if isinstance(zone, ZoneInfo) else "")


def _read_at(text: str) -> datetime:
    zoned = _ZONED.fullmatch(text)
    if zoned is None:
        return datetime.fromisoformat(text)
    return datetime.fromisoformat(zoned[1]).astimezone(ZoneInfo(zoned[2]))


def _write_any(value: object) -> object:
    """Write a value of unknown type; what JSON does not know gets a "$" tag."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, datetime):
        return {"$at": _write_at(value)}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, time):
        return {"$time": value.isoformat()}
    if isinstance(value, list):
        return [_write_any(each) for each in value]
    if isinstance(value, tuple):
        return {"$tuple": [_write_any(each) for each in value]}
    if isinstance(value, dict):
        if all(isinstance(key, str) and not key.startswith("$") for key in value):
            return {key: _write_any(each) for key, each in value.items()}
        return {"$dict": [[_write_any(key), _write_any(each)] for key, each in value.items()]}
    raise TypeError(f"the store cannot keep a {type(value).__name__}")


_TAGS: dict[str, Coder] = {
    "$at": _read_at,
    "$date": date.fromisoformat,
    "$time": time.fromisoformat,
    "$tuple": lambda values: tuple(_read_any(each) for each in values),
    "$dict": lambda pairs: {_read_any(key): _read_any(each) for key, each in pairs},
}


def _read_any(value: Any) -> Any:
    if isinstance(value, list):
        return [_read_any(each) for each in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (tag, inner), *_ = value.items()
        if tag in _TAGS:
            return _TAGS[tag](inner)
    return {key: _read_any(each) for key, each in value.items()}


def _tag(cls: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


@cache
def _fields(cls: Any) -> list[tuple[str, Any, Any]]:
    """Return name, type and default (MISSING where there is none) of each field."""
    hints = get_type_hints(cls)
    found = []
    for field in dataclasses.fields(cls):
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        found.append((field.name, hints[field.name], default))
    return found


_NO = dataclasses.MISSING


@cache
def _encoder(hint: Any) -> Coder:
    return _coder(hint, writing=True)


@cache
def _decoder(hint: Any) -> Coder:
    return _coder(hint, writing=False)


_LEAVES: dict[Any, tuple[Coder, Coder]] = {
    datetime: (_write_at, _read_at),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    object: (_write_any, _read_any),
    str: (_same, _same),
    int: (_same, _same),
    float: (_same, _same),
    bool: (_same, _same),
}


def _coder(hint: Any, *, writing: bool) -> Coder:
    """Return the function that writes (or reads) values of this type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _LEAVES:
        return _LEAVES[hint][0 if writing else 1]
    if origin is Literal:
        return _same
    if origin in (types.UnionType, Union):
        return _union(arguments, writing=writing)
    if origin is tuple:
        return _tuple(arguments, writing=writing)
    if origin is dict:
        each = _lazy(arguments[1], writing=writing)
        return lambda values: {key: each(value) for key, value in values.items()}
    if dataclasses.is_dataclass(hint):
        return _write_fields(hint) if writing else _read_fields(hint)
    raise TypeError(f"the codec does not know {hint!r}")


def _any(hint: Any) -> Any:
    """Return the hint itself; to mypy a dataclass with its __eq__ is not hashable."""
    return hint


def _lazy(hint: Any, *, writing: bool) -> Coder:
    """Return a coder that is built at its first use, since a Message may hold messages."""
    if not dataclasses.is_dataclass(hint):
        return _encoder(hint) if writing else _decoder(hint)
    build: Callable[[Any], Coder] = _encoder if writing else _decoder

    def code(value: Any) -> Any:
        return build(hint)(value)

    return code


def _tuple(arguments: tuple[Any, ...], *, writing: bool) -> Coder:
    container = list if writing else tuple
    if len(arguments) == 2 and arguments[1] is ...:
        each = _lazy(arguments[0], writing=writing)
        return lambda values: container([each(value) for value in values])
    coders = [_lazy(argument, writing=writing) for argument in arguments]
    return lambda values: container(
        [code(value) for code, value in zip(coders, values, strict=True)]
    )


def _union(arguments: tuple[Any, ...], *, writing: bool) -> Coder:
    """Return the coder of "X or None", or of a closed union of classes told apart by a tag."""
    choices = [each for each in arguments if each is not type(None)]
    if len(choices) == 1:
        inner = _lazy(choices[0], writing=writing)
        return lambda value: None if value is None else inner(value)
    if not all(dataclasses.is_dataclass(each) for each in choices):
        raise TypeError(f"the codec cannot tell {arguments!r} apart")
    if writing:
        return lambda value: (
            None
            if value is None
            else {"kind": _tag(type(value)), **_encoder(_any(type(value)))(value)}
        )
    by_tag = {_tag(each): each for each in choices}
    return lambda value: None if value is None else _decoder(by_tag[value["kind"]])(value)


def _write_fields(cls: Any) -> Coder:
    plan = [(name, _lazy(hint, writing=True), default) for name, hint, default in _fields(cls)]

    def write(noun: Any) -> dict[str, Any]:
        shape = {}
        for name, encode, default in plan:
            value = getattr(noun, name)
            if default is _NO or value != default or type(value) is not type(default):
                shape[name] = encode(value)
        return shape

    return write


def _read_fields(cls: Any) -> Coder:
    plan = {name: _lazy(hint, writing=False) for name, hint, _default in _fields(cls)}

    def read(shape: dict[str, Any]) -> Any:
        return cls(**{name: plan[name](value) for name, value in shape.items() if name in plan})

    return read
