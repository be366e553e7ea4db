"""Whether a mail is from whom it says, and whether it bears the marks of a swindle (RFC 8601)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from heardback.model.understanding import Flag, Understanding
from heardback.reading.letter import Letter

MAX_FLAGS = 6
UNSURE = 0.4  # what is flagged moves no status by itself: it waits for the candidate's word


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class TrustWords:
    """One language's marks of a swindle: by name, a pattern over a sentence in lower case.

    `strong` flag by themselves; `weak` only beside another mark. `harmless`: a sentence that warns
    of such things, or speaks of them as the employer's own business.
    """

    strong: dict[str, re.Pattern[str]]
    weak: dict[str, re.Pattern[str]]
    harmless: re.Pattern[str]


def flags_of(letter: Letter, seen: Understanding, *, words: TrustWords) -> tuple[Flag, ...]:
    """Given a letter from somebody else, return the marks of a swindle it bears, with quotes."""
    if not (seen.job_related or letter.about_jobs or letter.has("process")):
        return ()
    strong = list(_marks(letter, words.strong, words.harmless))
    weak = list(_marks(letter, words.weak, words.harmless))
    free = letter.personal and "@example." not in letter.message.from_.email
    if free and strong + weak:
        weak.append(Flag(kind="free_mail", quote=letter.message.from_.email))
    if seen.authentication == "fail":
        strong.append(Flag(kind="authentication", quote=letter.message.from_.email))
    if strong or len(weak) >= 2:
        return tuple((strong + weak)[:MAX_FLAGS])
    return ()


def _marks(
    letter: Letter, patterns: dict[str, re.Pattern[str]], harmless: re.Pattern[str]
) -> Iterator[Flag]:
    for kind, pattern in patterns.items():
        for one in letter.sentences:
            if pattern.search(one.low) and not harmless.search(one.low):
                yield Flag(kind=kind, quote=" ".join(one.text.split()))
                break
