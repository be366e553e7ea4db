"""Sent from, or giving, an address of the present employer."""

import re
from collections.abc import Iterable

from heardback.checking.envelope import is_of
from heardback.checking.letter import Letter
from heardback.checking.spelling import unaccented
from heardback.model.draft import Finding

NAME = "present_employer"
RULE = "TY-12"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each address of the present employer in its use."""
    record = letter.record
    present = record.search.candidate.present_employer if record else None
    if present is None:
        return
    sender = letter.envelope.sender if letter.envelope else None
    if sender and _is_theirs(sender, present.name, present.domains):
        start = letter.signed_at
        advice = letter.words.advice["own_address"]
        yield letter.finding(NAME, "error", start, len(letter.text), advice, rule=RULE)
    for m in _ADDRESS.finditer(letter.text):
        if _is_theirs(m[0], present.name, present.domains):
            advice = letter.words.advice["own_address_in_text"]
            yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)


def _is_theirs(address: str, name: str, domains: tuple[str, ...]) -> bool:
    if domains:
        return is_of(address, domains)
    host = address.rpartition("@")[2].partition(".")[0]
    plain = re.sub(r"\W", "", unaccented(name))
    return bool(plain) and re.sub(r"\W", "", unaccented(host)) == plain
