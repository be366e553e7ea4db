"""A file is announced: it must be there."""

from collections.abc import Iterable
from dataclasses import replace

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "attachment"
RULE = "PE-4"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each announcement; an error where it is known that nothing is there."""
    files = letter.envelope.attachments if letter.envelope else None
    if files:
        return
    for found in letter.told(NAME, rule=RULE):
        if files is None:
            yield found
        else:
            advice = letter.words.advice["not_attached"]
            yield replace(found, severity="error", suggestion=advice)
