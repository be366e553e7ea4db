"""A proper name that is nowhere on record: the letter claims something nobody noted."""

from collections.abc import Iterable

from heardback.checking.letter import Letter, Span
from heardback.checking.record import bare
from heardback.checking.spelling import is_slip
from heardback.model.draft import Finding, Severity

NAME = "unknown_name"
RULE = "TY-1"
ON_SUBJECT = True
OPEN = frozenset({"update_recruiter", "decide"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each name that the record does not know."""
    record = letter.record
    if record is None or letter.kind in OPEN:
        return
    names = [part for p in record.people for part in p.name.split()]
    names += record.opportunity.employer.split()
    greeted = [(g.start, g.end) for g in letter.greetings]
    foreign = {bare(o.employer.split()[0]) for o in record.others if o.employer}
    for word in letter.capitalised:
        known = bare(word.text) in record.words or bare(word.text) in letter.words.ordinary
        if known or len(word.text) < 2 or any(s <= word.start < e for s, e in greeted):
            continue
        if bare(word.text) in foreign or any(is_slip(word.text, meant=name) for name in names):
            continue  # said by the check of names or employers
        severity = _severity(letter, word)
        if severity:
            advice = letter.words.advice["unknown"]
            yield letter.finding(NAME, severity, word.start, word.end, advice, rule=RULE)


def _severity(letter: Letter, word: Span) -> Severity | None:
    """Mid-sentence a capital means a name; at the start only where the word acts like one."""
    folded = word.text.casefold()
    if "-" in folded and all(part in letter.words.ordinary for part in folded.split("-")):
        return None
    if word.text.isupper() and len(word.text) <= 5:
        return "warning"
    if not letter.is_first(word):
        return "error"
    if folded.endswith(("ing", "ly", "ed", "tion", "ment", "ity")):
        return None
    return "error" if letter.words.speaks.match(letter.text, word.end) else None
