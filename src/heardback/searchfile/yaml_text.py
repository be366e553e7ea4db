"""YAML 1.2 (core schema) to plain values with their lines: no tags, no anchors, one document.

Built on ruamel's parser events instead of its constructor: nothing is ever constructed but text,
numbers, true, false and null, and depth is bounded before a deep file can exhaust the stack.
"""

from collections.abc import Iterator
from typing import Any

from heardback.searchfile.scalars import MAX_DEPTH, check_key, check_text, scalar
from heardback.searchfile.values import Keys, Values, Wrong, shown

MAX_STEPS = 1_500_000


def read_yaml(text: str) -> object:
    """Given YAML text, return its one document as plain values with lines; raise Wrong."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _document(_bounded(YAML(typ="safe", pure=True).parse(text)))
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


def _bounded(events: Iterator[Any]) -> Iterator[Any]:
    """Pass the parser's events on, up to a number that nobody writes by hand."""
    for step, event in enumerate(events):
        if step > MAX_STEPS:
            raise Wrong(
                "the file holds too many values to be read in this style.",
                hint="Keep each event on one line, or use the JSON form.",
                line=event.start_mark.line + 1,
            )
        yield event


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
        if event.implicit[0] and not event.style:
            return scalar(event.value, line=line)
        return check_text(event.value, line=line)
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
