"""A date that is nowhere on record."""

from collections.abc import Iterable
from datetime import date, timedelta

from heardback.checking.letter import Letter
from heardback.checking.record import Record
from heardback.checking.words import DateWords
from heardback.model.draft import Finding

NAME = "unknown_date"
RULE = "TY-1"
ON_SUBJECT = True
# In these the candidate proposes a day; only the past is a claim there.
PROPOSES = frozenset(
    {"reply", "take_call", "reschedule", "ask_extension", "accept", "decide", "acknowledge_offer"}
)
TELLS_OF_OTHERS = frozenset({"tell_about_offer", "update_recruiter", "decide"})
WEEKS_BACK, WEEKS_ON = timedelta(days=10), timedelta(days=21)


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each date that the record does not hold."""
    if letter.record is None:
        return
    known = _known(letter, letter.record)
    advice = letter.words.advice["unknown"]
    for said in letter.dates:
        if not _is_known(said, known, letter):
            yield letter.finding(NAME, "error", said.start, said.end, advice, rule=RULE)


def _known(letter: Letter, record: Record) -> frozenset[date]:
    days = record.dates(record.zones)
    if letter.kind not in TELLS_OF_OTHERS:
        return days
    others = (Record(record.search, o, None).dates(record.zones) for o in record.others)
    return days.union(*others)


def _is_known(said: DateWords, known: frozenset[date], letter: Letter) -> bool:
    if said.month is not None and said.day is not None:
        matches = any((d.month, d.day) == (said.month, said.day) for d in known)
        return matches or _is_proposal(said, letter) or _is_quoted(said, letter)
    if said.weekday is None or letter.at is None or letter.kind in PROPOSES:
        return True
    if not letter.words.anchored_weekday.search(letter.text, max(0, said.start - 12), said.end):
        return True
    now = letter.at.date()
    near = (d for d in known if now - WEEKS_BACK <= d <= now + WEEKS_ON)
    return any(d.weekday() == said.weekday for d in near) or _is_quoted(said, letter)


def _is_proposal(said: DateWords, letter: Letter) -> bool:
    if letter.kind not in PROPOSES or letter.at is None or not said.month or not said.day:
        return False
    now = letter.at.date()
    return (said.month, said.day) >= (now.month, now.day) or now.month - said.month > 6


def _is_quoted(said: DateWords, letter: Letter) -> bool:
    words = letter.text[said.start : said.end].casefold()
    return letter.record is not None and any(words in t.casefold() for t in letter.record.texts)
