"""Pay in a thank-you note: too early, and in the wrong place."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "pay_talk"
RULE = "FE-3"
ON_SUBJECT = True


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each phrase of the kind."""
    role = letter.record.opportunity.role if letter.record else None
    about = frozenset((role or "").casefold().split())  # a payroll clerk may speak of payroll
    for found in letter.told(NAME, rule=RULE):
        if not about & set(letter.text[found.start : found.end].casefold().split()):
            yield found
