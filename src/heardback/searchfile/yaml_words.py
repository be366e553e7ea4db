"""Plain keys and values as YAML in the layout of the contract's example.

Sections are blocks; a person or an event is one line while that is short enough to read.
"""

import re
from collections.abc import Iterator, Mapping
from json import dumps

LINE_WIDTH = 240
_PLAIN = re.compile(r"[^\W\d_][\w./@'+-]*(?: [\w./@'+()-]+)*")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII
)
# Words that YAML 1.1 or 1.2 reads as something else than text.
_TAKEN = frozenset("y n yes no on off true false null nan inf".split())
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_yaml(keys: Mapping[str, object]) -> str:
    """Given the keys of a search file, return its YAML."""
    lines: list[str] = []
    for key, value in keys.items():
        if not isinstance(value, Mapping) or not value or key == "preferences":
            lines.append(f"{word(key)}: {flow(value)}")
            continue
        lines.append(f"{word(key)}:")
        for inner, each in value.items():
            if key == "opportunities" and isinstance(each, Mapping) and each:
                lines.append(f"  {word(inner)}:")
                lines += _opportunity(each)
            else:
                lines.append(f"  {word(inner)}: {flow(each)}")
    return "\n".join(lines) + "\n"


def _opportunity(keys: Mapping[str, object]) -> Iterator[str]:
    for key, value in keys.items():
        if key == "events" and isinstance(value, list) and value:
            yield "    events:"
            for each in value:
                yield from _event(each)
        else:
            yield f"    {word(key)}: {flow(value)}"


def _event(value: object) -> Iterator[str]:
    line = f"      - {flow(value)}"
    if len(line) <= LINE_WIDTH or not isinstance(value, Mapping):
        yield line
        return
    start = "      - "
    for key, inner in value.items():
        yield f"{start}{word(key)}: {flow(inner)}"
        start = "        "


def flow(value: object) -> str:
    """Given a value, return it on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{word(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    if isinstance(value, str):
        return word(value)
    return dumps(value)


def word(text: str) -> str:
    """Given text, return it plain where every YAML reader takes it for text, else in quotes."""
    if _MOMENT.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and text.casefold() not in _TAKEN:
        return text
    quoted = dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
