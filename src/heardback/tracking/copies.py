"""A mail that was passed on, and the mail itself: one mail, counted once."""

import re
from collections.abc import Sequence
from datetime import timedelta

from heardback.tracking.threads import Reading

# Programs print the moment without seconds, some in another zone; a change of clocks lies between.
CLOSE, SAME_WORDS = timedelta(hours=2), timedelta(hours=26)
_PREFIXES = re.compile(r"(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|vs|vb)\s?:\s*)+", re.IGNORECASE)


def without_copies(readings: Sequence[Reading]) -> list[Reading]:
    """Given readings, leave out what was passed on of mails that are there already.

    The mail itself stays, whoever passed it on; of several copies the first, the candidate's own
    before another's.
    """
    if not any(one.seen.forwarded_by for one in readings):
        return list(readings)
    itself = [one for one in readings if not one.seen.forwarded_by]
    kept, left_out = list(itself), set()
    passed_on = [one for one in readings if one.seen.forwarded_by]
    for one in sorted(passed_on, key=lambda r: -r.seen.confidence):
        if any(_same(one, other) for other in kept):
            left_out.add(one.key)
        else:
            kept.append(one)
    return [one for one in readings if one.key not in left_out]


def _same(one: Reading, other: Reading) -> bool:
    a, b = one.seen, other.seen
    if a.message_id and a.message_id == b.message_id:
        return True
    if a.from_.email.casefold() != b.from_.email.casefold() or not (a.date and b.date):
        return False
    apart = abs(a.date - b.date)
    if apart <= CLOSE and _bare(a.subject) == _bare(b.subject):
        return True
    words = a.evidence.get("kind")
    return apart <= SAME_WORDS and bool(words) and words == b.evidence.get("kind")


def _bare(subject: str) -> str:
    return " ".join(_PREFIXES.sub("", subject.strip(), count=1).casefold().split())
