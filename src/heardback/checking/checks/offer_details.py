"""The offer's figures, or the offering employer's name, told to the other employer."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.checking.record import known_by
from heardback.model.draft import Finding
from heardback.model.events import Offer

NAME = "offer_details"
RULE = "OF-4"


def find(letter: Letter) -> Iterable[Finding]:
    """Given news of an offer elsewhere, yield each figure and the name of who made it."""
    if letter.kind != "tell_about_offer":
        return
    yield from letter.told(NAME, rule=RULE)
    if letter.record is None:
        return
    for other in letter.record.others:
        if not any(isinstance(h, Offer) for h in known_by(other, at=letter.at)):
            continue
        for m in re.finditer(rf"(?<!\w){re.escape(other.employer)}(?!\w)", letter.text):
            advice = letter.words.advice["no_name_of_A"]
            yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)
