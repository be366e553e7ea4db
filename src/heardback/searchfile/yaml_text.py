"""YAML 1.2 (core schema) to plain values with their lines: no tags, no anchors, one document.

Built on ruamel's parser events instead of its constructor: nothing is ever constructed but text,
numbers, true, false and null, and depth is bounded before a deep file can exhaust the stack.
"""

import re
from collections.abc import Iterator
from typing import Any

from heardback.searchfile.values import Keys, Values, Wrong, shown

MAX_DEPTH = 24
MAX_DIGITS = 100
MAX_KEY = 200
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS = frozenset("+-.0123456789")
_WHOLE = re.compile(r"[-+]?[0-9]+", re.ASCII)
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")


def read_yaml(text: str) -> object:
    """Given YAML text, return its one document as plain values with lines; raise Wrong."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _document(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
        raise Wrong(f"this is not YAML: {problem}.", hint=_mend(problem), line=line) from None
    except (YAMLError, ValueError, LookupError, AttributeError, TypeError, AssertionError) as error:
        problem = " ".join(str(error).split())[:200]
        raise Wrong(f"this is not YAML: {problem}.", hint=_mend(problem)) from None


def _mend(problem: str) -> str:
    if "\\t" in problem:
        return "Indent with spaces, not tabs."
    if "mapping values" in problem:
        return "A text that holds a colon needs quotes around it."
    return "Quotes around a text with special signs often mend it."


def _document(events: Iterator[Any]) -> object:
    value: object = None
    seen = False
    for event in events:
        name = type(event).__name__
        if name == "DocumentStartEvent":
            if seen:
                raise Wrong(
                    "a second document starts here.",
                    hint="A search file is one document: remove the line ---.",
                    line=event.start_mark.line + 1,
                )
            _check_directives(event)
            value, seen = _value(next(events), events, 0), True
    return value


def _check_directives(event: Any) -> None:
    if event.tags or (event.version and tuple(event.version) != (1, 2)):
        raise Wrong(
            "the directive above this is not used in a search file.",
            hint="Remove the lines that start with %.",
            line=event.start_mark.line + 1,
        )


def _value(event: Any, events: Iterator[Any], depth: int) -> object:
    line = event.start_mark.line + 1
    name = type(event).__name__
    if name == "AliasEvent" or event.anchor is not None:
        raise Wrong(
            "anchors (&) and aliases (*) are not used in a search file.",
            hint="Write the value out, or put quotes around a text that starts with & or *.",
            line=line,
        )
    if event.tag is not None:
        raise Wrong(
            f"the tag {shown(str(event.tag))} is not used in a search file.",
            hint="Remove it, or put quotes around a text that starts with an exclamation mark.",
            line=line,
        )
    if name == "ScalarEvent":
        return _scalar(event.value, plain=event.implicit[0] and not event.style, line=line)
    if depth >= MAX_DEPTH:
        raise Wrong(f"more than {MAX_DEPTH} levels lie inside each other.", line=line)
    if name == "MappingStartEvent":
        return _mapping(events, depth, line)
    return _sequence(events, depth)


def _mapping(events: Iterator[Any], depth: int, line: int) -> Keys:
    keys = Keys(line=line)
    while type(event := next(events)).__name__ != "MappingEndEvent":
        at = event.start_mark.line + 1
        if type(event).__name__ != "ScalarEvent" or event.anchor or event.tag:
            raise Wrong("a key must be one word.", line=at)
        key = check_text(event.value, line=at)
        check_key(key, keys, line=at)
        keys[key] = _value(next(events), events, depth + 1)
        keys.lines[key] = at
    return keys


def _sequence(events: Iterator[Any], depth: int) -> Values:
    values = Values()
    while type(event := next(events)).__name__ != "SequenceEndEvent":
        values.append(_value(event, events, depth + 1))
        values.lines.append(event.start_mark.line + 1)
    return values


def _scalar(text: str, *, plain: bool, line: int) -> object:
    if plain:
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _NUMBER_STARTS:
            return number_or_text(text, line=line)
    return check_text(text, line=line)


def number_or_text(text: str, *, line: int | None) -> int | float | str:
    """Given a plain scalar, return the number the core schema reads in it, else the text."""
    if _WHOLE.fullmatch(text) or _BASED.fullmatch(text):
        if len(text) > MAX_DIGITS:
            raise Wrong(f"the number {shown(text)} is too long.", line=line)
        return int(text) if text[:2] not in ("0o", "0x") else int(text, 0)
    if _NOT_FINITE.fullmatch(text):
        raise Wrong(f"{text} is no number to reckon with.", line=line)
    if _FLOAT.fullmatch(text):
        number = float(text)
        if number in (float("inf"), float("-inf")):
            raise Wrong(f"the number {shown(text)} is too large.", line=line)
        return number
    return check_text(text, line=line)


def check_key(key: str, keys: Keys, *, line: int) -> None:
    """Given a key and those before it, raise Wrong where it is there twice or too long."""
    if key in keys:
        first = keys.lines[key]
        raise Wrong(
            f"{shown(key)} is there twice (first in line {first}).",
            hint="Remove or rename one of the two.",
            line=line,
        )
    if len(key) > MAX_KEY:
        raise Wrong(f"the key {shown(key)} is longer than {MAX_KEY} signs.", line=line)


def check_text(text: str, *, line: int | None) -> str:
    """Given text, return it with escaped pairs joined; raise Wrong for what is no text."""
    if not _UNUSABLE.search(text):
        return text
    if "\0" not in text:
        try:
            return text.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            pass  # half of a pair
    raise Wrong("this text holds a sign that is no character.", hint="Remove it.", line=line)
