"""The everyday part of YAML, read line by line: what our own files and most written by hand use.

Ten times as fast as the full parser, and without loading it. Blocks of keys and dashes, flow
mappings and lists and quoted texts that end on their line, comments. Whatever else a file has
makes this reader step back (None): the full parser then reads the whole file, and finds the words
for what is wrong with it. A test holds both to the same answer.
"""

import re
from json import loads

from heardback.searchfile.scalars import MAX_DEPTH, check_key, check_text, scalar
from heardback.searchfile.values import Keys, Values

# Tabs, other line ends, what is no character: rare, and not simple.
_UNUSUAL = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ufffe\uffff]"
)
# All repetition is possessive (x*+): no text can make a match try again and again.
_KEY = r"\w[\w.@/+-]*+"
_START = r"(?:[\w+~./(]|-(?=\w))"
_BLOCK_PLAIN = rf"{_START}[^#:\n]*+(?::[^ #:\n][^#:\n]*+)*+"
_FLOW_PLAIN = rf"{_START}[^#:,\[\]{{}}\n]*+(?::[^ #:,\[\]{{}}\n][^#:,\[\]{{}}\n]*+)*+"
_DOUBLE = r'"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+"'
_SINGLE = r"'(?:[^'\n]|'')*+'"
_QUOTED = rf"{_DOUBLE}|{_SINGLE}"
_END = r"(?: ++#[^\n]*+| *+)$"
_DASH = re.compile(r"- ++(?=[^ #])")
_ENTRY = re.compile(rf"({_KEY}|{_DOUBLE}):(?: ++|$)")
_ONE_LINE = re.compile(rf"({_BLOCK_PLAIN})(?:(?<= )#[^\n]*+)?$|({_QUOTED}){_END}")
_COMMENT_OR_NOTHING = re.compile(r"(?:#[^\n]*+)?$")
_FLOW_END = re.compile(_END)
_SPACES = re.compile(" *+")
_PAIR = re.compile(
    rf" *+(?:({_KEY})|({_QUOTED})): ++(?:(?:({_FLOW_PLAIN})|({_QUOTED}) *+)([,}}]))?"
)
_ITEM = re.compile(rf" *+(?:({_FLOW_PLAIN})|({_QUOTED}) *+)([,\]])")


class _Unusual(Exception):
    """Something only the full parser reads."""


def read_lines(text: str) -> Keys | None:
    """Given YAML text, return its mapping with lines; None where it is not of the everyday part.

    Raise Wrong for what is clearly wrong in it.
    """
    text = text.replace("\r\n", "\n")
    if _UNUSUAL.search(text):
        return None
    try:
        return _Lines(text).document()
    except _Unusual:
        return None


def _quoted(text: str, line: int) -> str:
    if text[0] == "'":
        return check_text(text[1:-1].replace("''", "'"), line=line)
    inner = str(loads(text)) if "\\" in text else text[1:-1]
    return check_text(inner, line=line)


class _Lines:
    """The lines that say something: their number, indent and text, and how far we are."""

    def __init__(self, text: str) -> None:
        self.rows: list[tuple[int, int, str]] = []
        for number, line in enumerate(text.split("\n"), 1):
            stripped = line.lstrip(" ")
            if stripped and stripped[0] != "#":
                self.rows.append((number, len(line) - len(stripped), stripped))
        self.at = 0

    def document(self) -> Keys:
        if not self.rows or self.rows[0][1] != 0:
            raise _Unusual
        keys = self.mapping(0, 0)
        if self.at < len(self.rows):
            raise _Unusual
        return keys

    def mapping(self, indent: int, depth: int) -> Keys:
        """Read the block mapping whose keys stand at this indent, from the present row on."""
        if depth >= MAX_DEPTH:
            raise _Unusual
        keys = Keys(line=self.rows[self.at][0])
        while self.at < len(self.rows):
            number, found, row = self.rows[self.at]
            if found != indent:
                if found > indent:
                    raise _Unusual
                return keys
            match = _ENTRY.match(row)
            if match is None:
                raise _Unusual
            key = match[1] if match[1][0] != '"' else _quoted(match[1], number)
            check_key(key, keys, line=number)
            keys.lines[key] = number
            keys[key] = self.entry(row, match.end(), indent, depth)
        return keys

    def entry(self, row: str, start: int, indent: int, depth: int) -> object:
        """Read a key's value: on its line, or the block below."""
        if not _COMMENT_OR_NOTHING.match(row, start):
            return self.on_line(row, start, indent, depth + 1)
        self.at += 1
        if self.at == len(self.rows):
            return None
        _, below, next_row = self.rows[self.at]
        if next_row[0] == "-" and below >= indent:
            return self.sequence(below, depth + 1)
        return self.mapping(below, depth + 1) if below > indent else None

    def on_line(self, row: str, start: int, indent: int, depth: int) -> object:
        """Read a value that ends on its line; the next row must not continue it."""
        number = self.rows[self.at][0]
        self.at += 1
        if self.at < len(self.rows) and self.rows[self.at][1] > indent:
            raise _Unusual
        if row[start] in "{[":
            value, end = _flow(row, start, number, depth)
            if not _FLOW_END.match(row, end):
                raise _Unusual
            return value
        match = _ONE_LINE.match(row, start)
        if match is None:
            raise _Unusual
        if match[1] is not None:
            return scalar(match[1].rstrip(" "), line=number)
        return _quoted(match[2], number)

    def sequence(self, indent: int, depth: int) -> Values:
        """Read the dashes at this indent, from the present row on."""
        if depth >= MAX_DEPTH:
            raise _Unusual
        values = Values()
        while self.at < len(self.rows):
            number, found, row = self.rows[self.at]
            if found > indent:
                raise _Unusual
            if found < indent or row[0] != "-":
                break
            match = _DASH.match(row)
            if match is None:
                raise _Unusual
            values.lines.append(number)
            values.append(self.item(row, match.end(), indent, depth))
        return values

    def item(self, row: str, start: int, indent: int, depth: int) -> object:
        """Read what follows a dash: a mapping that begins on the same row, or a value."""
        if row[start] in "{[" or not _ENTRY.match(row, start):
            return self.on_line(row, start, indent, depth + 1)
        number = self.rows[self.at][0]
        self.rows[self.at] = (number, indent + start, row[start:])
        return self.mapping(indent + start, depth + 1)


def _flow(row: str, start: int, line: int, depth: int) -> tuple[object, int]:
    """Read the flow mapping or list that begins here; return it and where it ends."""
    if depth >= MAX_DEPTH:
        raise _Unusual
    if row[start] == "{":
        return _flow_mapping(row, start + 1, line, depth)
    return _flow_list(row, start + 1, line, depth)


def _skip(row: str, at: int) -> int:
    match = _SPACES.match(row, at)
    assert match is not None
    return match.end()


def _closed(row: str, at: int, bracket: str) -> int | None:
    at = _skip(row, at)
    return at + 1 if row.startswith(bracket, at) else None


def _flow_mapping(row: str, at: int, line: int, depth: int) -> tuple[Keys, int]:
    keys = Keys(line=line)
    if (end := _closed(row, at, "}")) is not None:
        return keys, end
    while True:
        match = _PAIR.match(row, at)
        if match is None:
            raise _Unusual
        bare, quoted_key, plain, quoted, after = match.groups()
        key = bare if bare is not None else _quoted(quoted_key, line)
        check_key(key, keys, line=line)
        keys.lines[key] = line
        at = match.end()
        if after is None:
            keys[key], at, after = _nested(row, at, "}", line, depth)
        elif plain is not None:
            keys[key] = scalar(plain.rstrip(" "), line=line)
        else:
            keys[key] = _quoted(quoted, line)
        if after == "}":
            return keys, at
        if (end := _closed(row, at, "}")) is not None:
            return keys, end


def _flow_list(row: str, at: int, line: int, depth: int) -> tuple[Values, int]:
    values = Values()
    if (end := _closed(row, at, "]")) is not None:
        return values, end
    while True:
        match = _ITEM.match(row, at)
        value: object
        if match is None:
            value, at, after = _nested(row, at, "]", line, depth)
        else:
            plain, quoted, after = match.groups()
            at = match.end()
            value = _quoted(quoted, line) if plain is None else scalar(plain.rstrip(" "), line=line)
        values.append(value)
        values.lines.append(line)
        if after == "]":
            return values, at
        if (end := _closed(row, at, "]")) is not None:
            return values, end


def _nested(row: str, at: int, bracket: str, line: int, depth: int) -> tuple[object, int, str]:
    """Read a mapping or list inside another that ends in `bracket`, and the sign after it."""
    at = _skip(row, at)
    if row[at : at + 1] not in ("{", "["):
        raise _Unusual
    value, at = _flow(row, at, line, depth + 1)
    at = _skip(row, at)
    if row[at : at + 1] not in (",", bracket):
        raise _Unusual
    return value, at + 1, row[at]
