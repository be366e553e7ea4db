"""The JSON twin of a search file to plain values with their lines."""

import re
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder
from typing import Never

from heardback.searchfile.scalars import MAX_DEPTH, check_key, check_text, number_or_text
from heardback.searchfile.values import Keys, Values, Wrong

_SPACE = re.compile(r"[ \t\n\r]*")


def read_json(text: str) -> object:
    """Given JSON text, return its value with lines; raise Wrong."""
    cursor = _Cursor(text)
    value = cursor.value(0)
    cursor.skip()
    if cursor.at < len(text):
        cursor.fail("something follows the end of the search")
    return value


def _no_constant(name: str) -> Never:
    raise Wrong(f"{name} is no number to reckon with.")


def _number(text: str) -> int | float:
    number = number_or_text(text, line=None)
    assert not isinstance(number, str)
    return number


_SCALARS = JSONDecoder(parse_int=_number, parse_float=_number, parse_constant=_no_constant)


@dataclass(slots=True)
class _Cursor:
    """A place in the text; the standard decoder reads the scalars, this the containers."""

    text: str
    at: int = 0
    line: int = 1

    def skip(self) -> str:
        end = self.at
        if (match := _SPACE.match(self.text, self.at)) is not None:
            end = match.end()
        self.line += self.text.count("\n", self.at, end)
        self.at = end
        return self.text[end : end + 1]

    def fail(self, problem: str) -> Never:
        hint = "Look for a missing comma, quote or bracket near here."
        raise Wrong(f"this is not JSON: {problem}.", hint=hint, line=self.line)

    def value(self, depth: int) -> object:
        sign = self.skip()
        if sign in ("{", "[") and sign:
            if depth >= MAX_DEPTH:
                raise Wrong(f"more than {MAX_DEPTH} levels lie inside each other.", line=self.line)
            self.at += 1
            return self.mapping(depth) if sign == "{" else self.sequence(depth)
        return self.scalar()

    def scalar(self) -> object:
        try:
            value, self.at = _SCALARS.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            self.fail(f"{error.msg[:1].lower()}{error.msg[1:]}")
        except Wrong as wrong:
            raise Wrong(wrong.message, hint=wrong.hint, line=self.line) from None
        return check_text(value, line=self.line) if isinstance(value, str) else value

    def mapping(self, depth: int) -> Keys:
        keys = Keys(line=self.line)
        if self.skip() == "}":
            self.at += 1
            return keys
        while True:
            line = self.begin_key()
            key = self.scalar()
            assert isinstance(key, str)
            check_key(key, keys, line=line)
            if self.skip() != ":":
                self.fail("a colon is missing after a key")
            self.at += 1
            keys[key] = self.value(depth + 1)
            keys.lines[key] = line
            if self.ends("}"):
                return keys

    def begin_key(self) -> int:
        if self.skip() != '"':
            self.fail("a key in double quotes is missing")
        return self.line

    def sequence(self, depth: int) -> Values:
        values = Values()
        if self.skip() == "]":
            self.at += 1
            return values
        while True:
            self.skip()
            values.lines.append(self.line)
            values.append(self.value(depth + 1))
            if self.ends("]"):
                return values

    def ends(self, bracket: str) -> bool:
        sign = self.skip()
        if sign not in (",", bracket) or not sign:
            self.fail(f"a comma or {bracket} is missing")
        self.at += 1
        return sign == bracket
