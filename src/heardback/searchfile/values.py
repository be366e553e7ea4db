"""Plain values that remember their line, and what is said when one is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from json import dumps

MAX_SHOWN = 60


class Wrong(Exception):
    """A value that cannot be used; becomes a `SearchFileError` where file and line are known."""

    def __init__(self, message: str, *, hint: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line

    def inside(self, where: str, *, line: int | None = None) -> "Wrong":
        """Given the place around it, return the same complaint told from there."""
        line = line if self.line is None else self.line
        return Wrong(f"{where} {self.message}", hint=self.hint, line=line)


class Keys(dict[str, object]):
    """A mapping with the line it starts on and the line of each key (1 first; None: no file)."""

    __slots__ = ("line", "lines")

    def __init__(
        self, keys: Mapping[str, object] | None = None, *, line: int | None = None
    ) -> None:
        super().__init__(keys or {})
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int | None:
        """Given a key, return its line."""
        return self.lines.get(key, self.line)


class Values(list[object]):
    """A list with the line of each of its values."""

    __slots__ = ("lines",)

    def __init__(self, values: Iterable[object] = ()) -> None:
        super().__init__(values)
        self.lines: list[int] = []

    def line_of(self, index: int) -> int | None:
        """Given a position, return its line."""
        return self.lines[index] if index < len(self.lines) else None


def keys_of(value: object) -> Keys:
    """Given a mapping (null is an empty one), return it with its lines; raise Wrong."""
    if isinstance(value, Keys):
        return value
    if value is None:
        return Keys()
    if isinstance(value, Mapping):
        return Keys(value)
    raise Wrong(f"should be keys and their values, not {shown(value)}.")


def values_of(value: object) -> Values:
    """Given a list or one value (null is an empty list), return a list; raise Wrong."""
    if isinstance(value, Values):
        return value
    if value is None:
        return Values()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Values(value)
    return Values((value,))


def plain(value: object) -> object:
    """Given a value, return it made of dict, list, text, numbers, true, false and null alone."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value


def shown(value: object) -> str:
    """Given a value, return it as a person may read it, on one line and not too long."""
    if isinstance(value, Mapping):
        return "keys and values"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, str) and len(value) > MAX_SHOWN:
        value = value[: MAX_SHOWN - 1] + "…"
    text = dumps(value, ensure_ascii=False, default=str)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return text if len(text) <= 2 * MAX_SHOWN else text[: 2 * MAX_SHOWN] + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Given a word and the known ones, return the known one that was probably meant."""
    from difflib import get_close_matches

    names = {name.casefold().replace("-", "_"): name for name in known}
    wanted = word[:MAX_SHOWN].casefold().replace("-", "_").replace(" ", "_")
    found = get_close_matches(wanted, names, n=1, cutoff=0.6)
    return names[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Given a word and the known ones, return the hint that mends it."""
    found = nearest(word, known)
    return f"Did you mean {found}?" if found else otherwise


def listed(words: Iterable[str]) -> str:
    """Given words, return them as a sentence lists them: "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
