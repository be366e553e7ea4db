"""People named in passing: by a first name, at the text's end, on a list, by what they do."""

import re
from collections.abc import Iterator

from heardback.model.message import Address
from heardback.reading.letter import Letter
from heardback.reading.names import HONORIFIC, compact, names_firm, role_word

_FIRST = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]+")
_ONE = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]+"
_TWO = rf"{_ONE}(?: (?:[A-Z]\.|de|van|von|da|di|la|al|el))*(?: {_ONE}){{1,2}}"
_AT_A_FIRM = re.compile(r"\s+(?:at|from|@|\||-|–|,)\s+|\s*[(,]")
_LAST = re.compile(
    rf"(?:^|[.!?,:)]\s+|\n)(?P<name>{_TWO})(?:, (?P<firm>[^.,\n]{{2,40}}))?[.!]?\s*$"
)
_LABELLED = re.compile(
    rf"^\s*(?P<label>[\w ]{{3,24}}):\s*(?P<name>{_TWO})\s*$"
    rf"|[.!?] (?P<label2>[A-Z]\w{{3,14}}): (?P<name2>{_TWO})\.",
    re.MULTILINE,
)
_AGENDA = re.compile(
    rf"^\s*\d{{1,2}}[:.]\d\d\b[^\n]{{0,60}}?(?:[-–|:]|with)\s*(?P<name>{_TWO})\s*(?:\(|,|$)",
    re.MULTILINE,
)
_PLACES = frozenset("calendar office clerk crew portal interviews appointments admin desk".split())


def by_first_name(address: Address, letter: Letter) -> str:
    """Return a sender's name of one word, where zadie@… says the same; empty where not."""
    name = _AT_A_FIRM.split(address.name.strip().strip('"'))[0].strip()
    if not _FIRST.fullmatch(name) or letter.machine or letter.bulk:
        return ""
    local = re.split(r"[^a-z]", compact_local(address.email))[0]
    low = name.casefold()
    strange = low in _PLACES or low in letter.words.job_words or low in letter.words.not_names
    if strange or letter.words.sender_words.search(name) or names_firm([low], letter):
        return ""
    return name if len(local) > 1 and compact(name).startswith(local[:3]) else ""


def compact_local(email: str) -> str:
    """Return what stands before the @, in lower case."""
    return email.partition("@")[0].casefold()


def at_the_end(letter: Letter) -> str:
    """Return the name with which a letter of a team ends: "… Regards, Ron Deacon"."""
    text = letter.cleaned.text(letter.message.text).rstrip()
    for tail in (text, "\n".join(text.splitlines()[:-1]).rstrip()):
        found = _LAST.search(tail[-120:])
        if found and (name := _person(found["name"], letter)):
            return name
    return ""


def on_lists(letter: Letter) -> Iterator[str]:
    """Yield the names behind a label or an hour: "Organizer: Oona Price", "09:30 - Yusuf Kaya"."""
    text = letter.cleaned.text(letter.message.text)[:6000]
    for found in _LABELLED.finditer(text):
        label = (found["label"] or found["label2"]).casefold().split()[-1]
        if label in letter.words.people_labels and (
            name := _person(found["name"] or found["name2"], letter)
        ):
            yield name
    for found in _AGENDA.finditer(text):
        if name := _person(found["name"], letter):
            yield name


def doing(letter: Letter) -> Iterator[str]:
    """Yield whom the text has do what only people do: "Keith Dobbs from Mudlark will ring you"."""
    for one in letter.sentences[:60]:
        for found in letter.words.person_does.finditer(one.text):
            alone = found["name"] is None
            if name := _person(found["first"] or found["name"], letter, alone=alone):
                yield name


def _person(text: str, letter: Letter, *, alone: bool = False) -> str:
    """Return a name without its title, empty where it is a firm's, a place's or the candidate's."""
    name = HONORIFIC.sub("", text.strip()).removesuffix("'s").removesuffix("’s")
    words = [w.casefold().strip(".,") for w in name.split()]
    known = {*letter.words.not_names, *letter.words.job_words, *letter.words.weekdays}
    mine = {w for a in letter.message.to for w in a.name.casefold().split()}
    if not words or (len(words) < 2 and not alone) or any(w in known or w in mine for w in words):
        return ""
    if names_firm(words, letter) or role_word(name, letter) or name.isupper():
        return ""
    domain = compact(letter.message.from_.email.partition("@")[2])
    return "" if compact(name)[:6] and domain.startswith(compact(name)[:8]) else name
