"""Cut a text into words, numbers and marks that remember where they stood.

Offsets index the text as given: every normalisation (curly quotes, no-break spaces, dashes) is one
character for one character, and case is folded word by word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from heardback.timeframe.words import TimeframeWords

# Length-preserving: the result has the same offsets as the text.
_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "\u2032": "'",
        "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
        "\u2015": "\u2014",
        "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ",
        "\u2003": " ", "\u3000": " ", "\u200b": " ", "\u200c": " ", "\u200d": " ", "\ufeff": " ",
        "\t": " ", "\x0b": " ", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip
_TOKEN = re.compile(
    r"([^\W\d_]+(?:'[^\W\d_]+)*)"  # 1 a word, with its apostrophes
    r"|(?<![\d/.\-])(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}([-/.])\d{1,2}\3(?:\d{4}|\d\d)"
    r"|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.)(?![\d/]|-\d)"  # 2 a date in figures
    r"|(\d+)([^\W\d_]*)"  # 4, 5 a number and what is glued to it
    r"|(\n[ \n]*)"  # 6 line ends
    r"|[^\s\w]|_"  # a mark
)
_BULLETS = frozenset("-*•>")
_SHORT_LINE = 46
_FIGURES = re.compile(r"\d+")
Senses = Mapping[str, object]
_NOTHING: dict[str, object] = {}


@dataclass(slots=True)
class Token:
    """A word, number or mark: folded to lower case, with its place and what it may stand for.

    Tokens of one `signature` fit the same constructions; "" fits none.
    """

    word: str
    start: int
    end: int
    senses: Senses
    signature: str


class Lexicon:
    """What a single word may stand for, by category."""

    def __init__(self, words: TimeframeWords, singles: Mapping[str, Senses]) -> None:
        self.words = words
        self.singles = dict(singles)
        self.vocabulary: frozenset[str] = frozenset()

    def tokens(self, text: str) -> list[Token]:
        """Given a text, return its tokens in order; never raise."""
        plain = text.translate(_PLAIN)
        out: list[Token] = []
        contractions, add = self.words.contractions, self._add
        for match in _TOKEN.finditer(plain):
            start, end = match.span()
            word = match.group().lower()
            if match.lastindex == 1:
                if "'" in word:
                    self._apostrophe(word, start, end, out)
                elif word in contractions:
                    self._expand(contractions[word], start, end, out)
                else:
                    add(word, start, end, out)
            elif match[4]:
                self._number(match[4], word, start, end, out)
            elif match[2]:
                self._figures(word, start, end, out)
            elif match[6]:
                if _breaks(plain, start, end):
                    out.append(Token("\n", start, end, _NOTHING, ""))
            elif not (word == "." and self._shortened(out, start, plain)):
                add(word, start, end, out)
        return out

    def _shortened(self, out: list[Token], at: int, plain: str) -> bool:
        """Whether a full stop only closes an abbreviation ("Fri.")."""
        return (
            bool(out)
            and out[-1].end == at
            and out[-1].word in self.words.abbreviations
            and plain[at + 1 : at + 2].strip(" ,)") == ""
            and plain[at + 1 : at + 2] != "\n"
            and at + 1 < len(plain)
        )

    def _add(self, word: str, start: int, end: int, out: list[Token]) -> None:
        senses = self.singles.get(word)
        if senses is not None:
            out.append(Token(word, start, end, senses, word))
        else:
            out.append(Token(word, start, end, _NOTHING, word if word in self.vocabulary else ""))

    def _expand(self, parts: tuple[str, ...], start: int, end: int, out: list[Token]) -> None:
        for n, part in enumerate(parts):
            self._add(part, start, end if n + 1 == len(parts) else start, out)

    def _apostrophe(self, word: str, start: int, end: int, out: list[Token]) -> None:
        parts = self.words.contractions.get(word)
        if parts is not None:
            self._expand(parts, start, end, out)
            return
        at = word.rindex("'")
        stem, tail = word[:at], word[at:]
        if stem.endswith("n") and tail == "'t":
            stem, tail = stem[:-1], "n't"
        for part in self.words.contractions.get(tail, (tail,)):
            self._add(stem, start, start + len(stem), out) if stem else None
            self._add(part, min(start + len(stem), end), end, out)
            stem = ""

    def _number(self, figures: str, word: str, start: int, end: int, out: list[Token]) -> None:
        suffix = word[len(figures) :]
        value = int(figures) if len(figures) < 5 and figures.isascii() else None
        if value is None:
            out.append(Token(word, start, end, _NOTHING, ""))
        elif not suffix:
            senses = _number_senses(value, len(figures))
            out.append(_figure(word, start, end, senses, literal=word in self.vocabulary))
        elif suffix in self.words.ordinal_suffixes:
            senses = {"NTH": value, "DAYTH": value} if 1 <= value <= 31 else {"NTH": value}
            out.append(_figure(word, start, end, senses))
        elif suffix in self.words.number_suffixes:
            middle = start + len(figures)
            out.append(_figure(figures, start, middle, _number_senses(value, len(figures))))
            self._add(suffix, middle, end, out)
        else:
            out.append(Token(word, start, end, _NOTHING, ""))

    def _figures(self, word: str, start: int, end: int, out: list[Token]) -> None:
        if word[-1] == "." and not self.words.dotted_dates:
            out.append(Token(word[:-1], start, end - 1, _NOTHING, ""))
            self._add(".", end - 1, end, out)
            return
        parts = tuple(int(p) for p in _FIGURES.findall(word) if p.isascii())
        mark = next(c for c in word if not c.isdigit())
        if len(parts) < 2:
            out.append(Token(word, start, end, _NOTHING, ""))
        else:
            out.append(_figure(word, start, end, {"FIGURES": (parts, mark)}))


def _breaks(plain: str, start: int, end: int) -> bool:
    """Whether a line end ends a sentence too, or only wraps it.

    It wraps where the line is long, or the next one goes on in lower case.
    """
    if plain.count("\n", start, end) > 1 or end >= len(plain) or plain[end] in _BULLETS:
        return True
    line = start - plain.rfind("\n", max(0, start - _SHORT_LINE), start) - 1
    return line < _SHORT_LINE - 1 and start >= line and not plain[end].islower()


def _figure(word: str, start: int, end: int, senses: Senses, *, literal: bool = False) -> Token:
    """A number; `literal`: a pattern names this very number ("q3"), so it is like no other."""
    signature = "#".join(senses) + "#"
    return Token(word, start, end, senses, signature + word if literal else signature)


def _number_senses(value: int, length: int) -> Senses:
    senses: dict[str, object] = {"NUMBER": value}
    if length == 4 and 1900 <= value <= 2100:
        senses["YEAR"] = value
    if length <= 2 and 1 <= value <= 31:
        senses["DAYNUMBER"] = value
    return senses
