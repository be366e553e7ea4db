"""How a mail begins and ends: the word before the name, the line before the signature, who signs.

Only the new words of a mail are looked at. What an employer's mail says here is a name at most: it
is kept only where it can be the sender's own.
"""

import re
from dataclasses import dataclass

from heardback.reading.clean import clean
from heardback.reading.words import ReadingWords

MAX_NAME = 24
_GREETING = re.compile(
    r"^(?P<word>[^\W\d_]+(?: [a-z]+)?) (?P<name>[^\W\d_][^,!.:\d]{0,40}?)[,!.:]?$"
)
_NAME = re.compile(r"^[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’.-]*){0,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one mail shows of its writer's manner; None: it does not show it."""

    greeting: str | None = None
    greeted: str | None = None
    sign_off: str | None = None
    signs: str | None = None
    contracted: int = 0
    written_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MannerWords:
    """A language's contractions, and the same words written out."""

    contracted: re.Pattern[str]
    written_out: re.Pattern[str]


def manner_of(text: str, *, words: ReadingWords, manners: MannerWords) -> Seen:
    """Given a mail's text, return how it greets and signs, and how often it contracts."""
    cleaned = clean(text, words=words)
    body = cleaned.text(text)
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if cleaned.signature:
        start, end = cleaned.signature
        lines += [line.strip() for line in text[start:end].splitlines() if line.strip()]
    greeting = _greeting(lines[0], words) if lines else None
    sign_off, signs = _ending(lines, words)
    return Seen(
        greeting=greeting["word"] if greeting else None,
        greeted=greeting["name"] if greeting else None,
        sign_off=sign_off,
        signs=signs,
        contracted=len(manners.contracted.findall(body)),
        written_out=len(manners.written_out.findall(body)),
    )


def _greeting(line: str, words: ReadingWords) -> re.Match[str] | None:
    return _GREETING.match(line) if words.greeting.match(line.lower()) else None


def _ending(lines: list[str], words: ReadingWords) -> tuple[str | None, str | None]:
    for number in range(len(lines) - 1, 0, -1):
        if not words.closing.match(lines[number].lower()) or len(lines[number]) > 40:
            continue
        below = lines[number + 1] if number + 1 < len(lines) else ""
        below = below.rstrip(",.")
        signs = below if _NAME.match(below) and len(below) <= MAX_NAME else None
        return lines[number].rstrip(",.! "), signs
    return None, None


def own_name(signs: str | None, *, of: str) -> str | None:
    """Given what a mail is signed with and the sender's full name, return it if it can be theirs.

    "Tom" may be Thomas Okafor; "Your bank" may not.
    """
    if not signs:
        return None
    parts = [p.casefold() for p in of.split()]
    first = signs.split()[0].casefold()
    known = first in parts or (bool(parts) and first[:1] == parts[0][:1] and " " not in signs)
    return signs if known else None
