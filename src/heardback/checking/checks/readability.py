"""Sentences and paragraphs that nobody reads to their end."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "readability"
RULE = None
LONG, TOO_LONG = 45, 60
PARAGRAPH = 130
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each sentence of more than 45 words and paragraph of more than 130."""
    for sentence in letter.sentences:
        count = len(sentence.text.split())
        if count > LONG:
            advice = letter.words.advice["long_sentence"]
            severity = "warning" if count > TOO_LONG else "hint"
            yield letter.finding(
                NAME,
                "warning" if severity == "warning" else "hint",
                sentence.start,
                sentence.end,
                advice,
                rule=RULE,
            )
    for m in _PARAGRAPH.finditer(letter.text, letter.body_start, letter.signed_at):
        if len(m[0].split()) > PARAGRAPH:
            advice = letter.words.advice["long_paragraph"]
            yield letter.finding(NAME, "hint", m.start(), m.end(), advice, rule=RULE)
