"""Too long or too short for its kind."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "length"
RULE = "TY-11"
PLAIN_THANKS = 8
CARRIED = "\n---\n"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield whether it is empty, short, long, or beyond what anybody reads."""
    end = len(letter.text)
    if not letter.body:
        yield letter.finding(NAME, "error", 0, end, letter.words.advice["empty"], rule=RULE)
        return
    limits = letter.words.limits.get(letter.kind, letter.words.limits["other"])
    least, most, beyond = limits
    count = len(letter.body.split(CARRIED)[-1].split())
    if count > beyond:
        yield letter.finding(NAME, "error", 0, end, letter.words.advice["beyond"], rule=RULE)
    elif count > most:
        yield letter.finding(NAME, "warning", 0, end, letter.words.advice["long"], rule=RULE)
    elif count < PLAIN_THANKS and letter.kind == "thank_you":
        advice = letter.words.advice["too_short"]
        yield letter.finding(NAME, "warning", 0, end, advice, rule=RULE)
    elif count < least:
        yield letter.finding(NAME, "hint", 0, end, letter.words.advice["short"], rule=RULE)
