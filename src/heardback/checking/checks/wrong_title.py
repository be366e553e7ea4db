"""A title, a pronoun or the name of the role that the record does not bear out."""

import re
from collections.abc import Iterable, Iterator

from heardback.checking.letter import Letter
from heardback.checking.record import Record, bare
from heardback.checking.spelling import unaccented
from heardback.model.draft import Finding
from heardback.model.people import Person

NAME = "wrong_title"
RULE = "TY-12"
ON_SUBJECT = True
SHORT_FORMS = {"sr": "senior", "jr": "junior", "mgr": "manager", "eng": "engineer"}
PRIVATE = frozenset({"update_recruiter", "debrief_recruiter", "decide", "ask_timeframe"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each title that contradicts another or the record, and wrong roles."""
    used: dict[str, str] = {}
    for m in letter.words.titles.finditer(letter.text):
        title, last = _plain(m["title"]), unaccented(m["name"]).split()[-1]
        before = used.setdefault(last, title)
        person = _person(letter.record, last)
        if person is not None:
            yield from _against_record(letter, m, person)
        elif _sex(before) and _sex(title) and _sex(before) != _sex(title):
            advice = letter.words.advice["two_titles"].format(title=before.capitalize())
            yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)
    if letter.record is not None and letter.kind not in PRIVATE:
        yield from _roles(letter, letter.record)


def _against_record(letter: Letter, m: re.Match[str], person: Person) -> Iterator[Finding]:
    """A doctor is no Mr; who is she is no Mr; what nobody recorded is only doubted."""
    title, doctors = m["title"], letter.words.doctors
    recorded = letter.words.titles.match(person.name)
    theirs = recorded["title"] if recorded else None
    right = f"{theirs}. {m['name']}" if theirs and theirs != "Professor" else person.name
    if (theirs and doctors.match(theirs) and not doctors.match(title)) or (
        theirs and _sex(_plain(theirs)) and _sex(_plain(title)) not in (None, _sex(_plain(theirs)))
    ):
        advice = letter.words.advice["doctor"].format(name=right)
        yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)
    elif _contradicts(title, pronouns_of(person)):
        advice = letter.words.advice["pronoun"].format(pronouns=pronouns_of(person))
        yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)
    elif doctors.match(title) and not theirs:
        advice = letter.words.advice["not_doctor"].format(name=person.name)
        yield letter.finding(NAME, "warning", m.start(), m.end(), advice, rule=RULE)


def _roles(letter: Letter, record: Record) -> Iterator[Finding]:
    """Yield each name of a role that is not the recorded one."""
    role = record.opportunity.role
    if not role:
        return
    known = {SHORT_FORMS.get(w, w) for w in _words(f"{role} {record.opportunity.employer}")}
    advice = letter.words.advice["role"].format(role=role)
    for m in letter.words.role.finditer(letter.text):
        name = "role" if m["role"] else "join"
        said = m[name].split()
        last = SHORT_FORMS.get(bare(said[-1]), bare(said[-1])) if said else ""
        if last not in letter.words.job_words:
            continue
        large = [w for w in said[:-1] if w[0].isupper()]
        foreign = last not in known or any(
            SHORT_FORMS.get(part, part) not in known for w in large for part in _words(w)
        )
        if foreign:
            start, end = m.start(name), m.start(name) + len(m[name].rstrip())
            yield letter.finding(NAME, "error", start, end, advice, rule=RULE)


def _words(text: str) -> list[str]:
    return [w for w in re.split(r"[^\w]+", text.casefold()) if w]


def _person(record: Record | None, last: str) -> Person | None:
    people = record.people if record else ()
    return next((p for p in people if unaccented(p.name).split()[-1:] == [last]), None)


def pronouns_of(person: Person) -> str | None:
    """Return the pronouns on record: a key of their own, or in brackets behind the name."""
    if person.pronouns:
        return person.pronouns
    behind = re.search(r"\(((?:she|he|they)(?:/\w+)+)\)", person.name, re.IGNORECASE)
    return behind[1] if behind else None


def _contradicts(title: str, pronouns: str | None) -> bool:
    sex = _sex(_plain(title))
    if pronouns is None or sex is None:
        return False
    first = pronouns.casefold().split("/")[0]
    return first != sex


def _sex(title: str) -> str | None:
    if title in ("mr", "sir", "herr"):
        return "he"
    return "she" if title in ("mrs", "ms", "miss", "dame", "frau", "mme") else None


def _plain(title: str) -> str:
    return title.rstrip(".").casefold()
