"""The core schema of YAML 1.2: which plain words are numbers, true, false or null.

JSON's numbers and texts go through the same checks.
"""

import re

from heardback.searchfile.values import Keys, Wrong, shown

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


def scalar(text: str, *, line: int | None) -> object:
    """Given a plain scalar, return what the core schema reads in it; raise Wrong."""
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
