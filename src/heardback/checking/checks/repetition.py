"""The same sentence twice, or one sentence after the other beginning with I."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter, Span
from heardback.model.draft import Finding

NAME = "repetition"
RULE = None
IN_A_ROW = 5
SHORT = 5
_I = re.compile(r"I\b")


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield what it says twice, and a row of sentences that begin alike."""
    seen: set[str] = set()
    row: list[Span] = []
    for sentence in letter.sentences:
        words = " ".join(sentence.text.casefold().split()).rstrip(".!? ")
        if len(words.split()) >= SHORT and words in seen:
            advice = letter.words.advice["once"]
            yield letter.finding(NAME, "warning", sentence.start, sentence.end, advice, rule=RULE)
        seen.add(words)
        row = [*row, sentence] if _I.match(sentence.text) else []
        if len(row) == IN_A_ROW:
            advice = letter.words.advice["openers"]
            yield letter.finding(NAME, "hint", row[0].start, row[-1].end, advice, rule=RULE)
