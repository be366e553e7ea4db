"""Find the new words of a mail: quotes, forwards, signatures, footers are set aside.

Nothing is copied or changed: the answer is places in the message's own text, so every quote taken
from it has its true offsets.
"""

import re
from dataclasses import dataclass

from heardback.reading.older import DEVICE, begins_lotus, begins_older, is_header
from heardback.reading.words import ReadingWords

MAX_NEW = 30_000
MAX_LINES = 4_000
_DIVIDER = re.compile(r"\s*[_\-=*]{8,}\s*$")
MAX_SIGNATURE_LINES = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of new text: `start`/`end` are its place in the message's text."""

    text: str
    low: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the message's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The places of what is new, of the signature, and of what is quoted below."""

    new: tuple[tuple[int, int], ...]
    signature: tuple[int, int] | None
    history: int | None  # where older mail begins

    def text(self, whole: str) -> str:
        """Return the new text alone."""
        return "\n".join(whole[start:end] for start, end in self.new)


def clean(text: str, *, words: ReadingWords) -> Cleaned:
    """Given a mail's text, return where its new words, its signature and its history are."""
    lines = _lines(text)
    kept: list[tuple[int, int, str]] = []
    history: int | None = None
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        bare = line.strip()
        if bare.startswith(">"):
            history = start if history is None else history
            continue
        if _history_begins(text, lines, number, bare, words):
            history = start if history is None else history
            if not _answers_follow(text, lines, number):
                break
            if not words.attribution.match(bare) or bare.endswith(":"):
                continue
            continue
        if history is not None and _is_attribution_tail(bare):
            continue
        if bare and words.footer.match(bare):
            break
        if bare and (words.device.match(bare) or DEVICE.match(bare)):
            continue
        kept.append((start, end, bare))
    body, signature = _without_signature(kept, words)
    return Cleaned(_merged(body), signature, history)


def _lines(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while at <= len(text) and len(found) < MAX_LINES and at < MAX_NEW:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found.append((at, min(end, at + MAX_NEW)))
        at = end + 1
    return found


def _history_begins(
    text: str, lines: list[tuple[int, int]], number: int, bare: str, words: ReadingWords
) -> bool:
    if not bare:
        return False
    if words.history.match(bare) or begins_older(bare):
        return True
    if begins_lotus([text[s:e].strip() for s, e in lines[number : number + 12]]):
        return True
    joined = _joined(text, lines, number, words)
    if words.attribution.match(joined) or begins_older(joined):
        return True
    if is_header(bare):
        below = [text[s:e].strip() for s, e in lines[number + 1 : number + 8]]
        return sum(is_header(line) for line in below) >= 2
    if _DIVIDER.match(bare):
        below = [text[s:e].strip() for s, e in lines[number + 1 : number + 4]]
        return any(is_header(line) for line in below if line)
    return False


def _joined(text: str, lines: list[tuple[int, int]], number: int, words: ReadingWords) -> str:
    """Return a line with those it may be wrapped into: attributions are broken by some programs.

    A blank line ends it, and so does a line that is an attribution by itself.
    """
    parts: list[str] = []
    for start, end in lines[number : number + 3]:
        bare = text[start : min(end, start + 300)].strip()
        alone = parts and not bare.startswith("<") and words.attribution.match(bare)
        if not bare or alone:
            break
        parts.append(bare)
    return " ".join(" ".join(parts).split())[:300]


def _answers_follow(text: str, lines: list[tuple[int, int]], number: int) -> bool:
    """Tell whether what follows is quoted line by line, so that answers may stand between."""
    for start, end in lines[number + 1 : number + 6]:
        bare = text[start:end].strip()
        if bare:
            if bare.startswith(">"):
                return True
            if not _is_attribution_tail(bare):
                return False
    return False


def _is_attribution_tail(bare: str) -> bool:
    return bare.endswith("wrote:") and len(bare) < 200


def _without_signature(
    kept: list[tuple[int, int, str]], words: ReadingWords
) -> tuple[list[tuple[int, int, str]], tuple[int, int] | None]:
    for number in range(len(kept)):
        bare = kept[number][2]
        if not bare or len(bare) > 60:
            continue
        dashes = bare in ("--", "—") and number > 0
        closes = number > 0 and words.closing.match(bare)
        if (dashes or closes) and _short_tail(kept[number + 1 :]):
            return kept[:number], (kept[number][0], kept[-1][1])
    return kept, None


def _short_tail(tail: list[tuple[int, int, str]]) -> bool:
    filled = [bare for _, _, bare in tail if bare]
    if not filled:
        return True
    return all(len(bare) <= 110 for bare in filled[:4]) and len(filled) <= MAX_SIGNATURE_LINES


def _merged(kept: list[tuple[int, int, str]]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for start, end, _ in kept:
        if spans and start - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(span for span in spans if span[1] > span[0])


_BREAK = re.compile(r"\n[ \t]*\n\s*|[.!?…]+[\"')\]]*(?=\s)|\n")
_BULLET = re.compile(r"\s*(?:[-*•·‣]|\d{1,2}[.)])\s")
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\n": " ",
        "\t": " ",
        "\xa0": " ",
        "–": "-",
        "—": "-",
        "‑": "-",
        "\r": " ",
        "`": "'",
    }
)
MAX_SENTENCE = 700


def lowered(text: str) -> str:
    """Return text in lower case with plain quotes and spaces, every character in its place."""
    low = text.translate(_PLAIN).lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_PLAIN))
    return low


def sentences(text: str, cleaned: Cleaned, *, words: ReadingWords) -> tuple[Sentence, ...]:
    """Given a mail's text and its new places, return the sentences, in order."""
    found: list[Sentence] = []
    for begin, end in cleaned.new:
        at = begin
        for stop in _stops(text, begin, end, words):
            _add(found, text, at, stop)
            at = stop
    return tuple(found[:400])


def _stops(text: str, begin: int, end: int, words: ReadingWords) -> list[int]:
    stops: list[int] = []
    line_start = begin
    for found in _BREAK.finditer(text, begin, end):
        mark = found.group()
        if mark == "\n":
            length = found.start() - line_start
            line_start = found.end()
            following = text[found.end() : found.end() + 3]
            wrapped = length >= 50 or following[:1].islower()
            if wrapped and not _BULLET.match(following):
                continue
        elif mark[0] == "\n":
            line_start = found.end()
        elif mark == "." and _abbreviated(text, found.start(), words):
            continue
        stops.append(found.end())
    stops.append(end)
    return stops


def _abbreviated(text: str, dot: int, words: ReadingWords) -> bool:
    before = text[max(0, dot - 8) : dot].split()
    last = before[-1].lower().lstrip("(") if before else ""
    if last in ("a.m", "p.m"):
        following = text[dot + 1 : dot + 3].strip()
        return not following[:1].isupper()
    return last in words.abbreviations or (len(last) == 1 and last.isalpha() and last != "i")


def _add(found: list[Sentence], text: str, at: int, stop: int) -> None:
    while at < stop and text[at].isspace():
        at += 1
    while stop > at and text[stop - 1].isspace():
        stop -= 1
    while at < stop:
        end = min(stop, at + MAX_SENTENCE)
        piece = text[at:end]
        found.append(Sentence(piece, lowered(piece), at))
        at = end
