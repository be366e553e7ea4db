"""More readers than meant: one message for each, and nobody who has no part in it."""

from collections.abc import Iterable

from heardback.checking.envelope import Envelope
from heardback.checking.letter import Letter
from heardback.checking.record import Record
from heardback.model.draft import Finding, Severity
from heardback.model.people import Person

NAME = "reply_all"
RULE = "TY-2"
ONE_EACH = frozenset({"thank_you"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its envelope, yield whom it goes to without being meant for them."""
    if letter.envelope is None or len(letter.envelope.recipients) < 1:
        return
    advice = letter.words.advice
    record = letter.record
    if record is None:
        if len(letter.envelope.recipients) > 1 and _greets_one(letter):
            severity: Severity = "error" if letter.kind in ONE_EACH else "warning"
            yield _said(letter, severity, advice["everyone"])
        return
    strangers = _strangers(letter.envelope, record)
    if strangers:
        text = advice["not_theirs"].format(names=", ".join(strangers))
        yield _said(letter, "error", text)


def _strangers(envelope: Envelope, record: Record) -> list[str]:
    """Return who gets it without being a reader, an agency's recruiter in copy, or the writer."""
    if not record.readers:
        return []
    carriers = [
        person
        for id, role in record.opportunity.people.items()
        if role == "agency_recruiter" and (person := record.search.people.get(id))
    ]
    meant = {a.casefold() for p in (*record.readers, *carriers) for a in p.addresses}
    meant |= {a.casefold() for a in record.search.candidate.addresses}
    if not any(p.addresses for p in record.readers):
        return []
    known = {a.casefold(): p for p in record.search.people.values() for a in p.addresses}
    return [_named(a, known) for a in envelope.recipients if a not in meant]


def _named(address: str, known: dict[str, Person]) -> str:
    return known[address].name if address in known else address


def _greets_one(letter: Letter) -> bool:
    if not letter.greetings:
        return False
    first = letter.greetings[0].text
    several = len(letter.words.separators.split(first)) > 1
    return not several and not letter.words.groups.search(first)


def _said(letter: Letter, severity: Severity, advice: str) -> Finding:
    start, end = (
        (letter.greetings[0].start, letter.greetings[0].end) if letter.greetings else (0, 0)
    )
    return letter.finding(NAME, severity, start, end, advice, rule=RULE)
