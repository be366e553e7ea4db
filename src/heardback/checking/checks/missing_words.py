"""What a message of its kind cannot do without: thanks, a plain yes, a plain no."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "no_decision"
RULE = "WD-1"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield that its one necessary sentence is missing."""
    pattern = letter.words.needed.get(letter.kind)
    if pattern is None or not letter.body or pattern.search(letter.text):
        return
    name = "no_thanks" if letter.kind == "thank_you" else NAME
    advice = {"thank_you": "thanks", "accept": "say_yes"}.get(letter.kind, "say_no")
    start, end = letter.body_start, letter.signed_at
    yield letter.finding(name, "warning", start, end, letter.words.advice[advice], rule=RULE)
