"""Who was met: one person however many addresses, each with a short id and a part played."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from heardback.model.people import Person, PersonRole
from heardback.model.understanding import PersonSeen
from heardback.tracking.match import PERSONAL_DOMAINS, is_machine

# The part that decides more outranks the weaker one when mails differ.
RANK: dict[str, int] = {
    "agency_recruiter": 7,
    "hiring_manager": 6,
    "executive": 5,
    "recruiter": 4,
    "coordinator": 3,
    "interviewer": 2,
    "referrer": 1,
    "other": 0,
}


def slug(text: str) -> str:
    """Given any text, return it as lower-case ASCII words joined by hyphens ("" if none)."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
    plain = plain.encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def name_key(name: str) -> str:
    """Given a name, return the form by which two spellings of it are compared."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W\d_]+", plain))


@dataclass(slots=True)
class Registry:
    """Everybody seen so far; the same person is found by any address, then by full name."""

    me: frozenset[str]
    people: dict[str, Person] = field(default_factory=dict)
    by_address: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    assigned: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)  # a further address to the first one

    def add(self, person: Person) -> None:
        """Take a person the candidate entered: outranks what mails tell."""
        self.people[person.id] = person
        self._remember(person)

    def _remember(self, person: Person) -> None:
        for address in person.addresses:
            self.by_address[address.casefold()] = person.id
        if len(name_key(person.name).split()) > 1:
            self.by_name.setdefault(name_key(person.name), person.id)

    def see(self, seen: PersonSeen, *, among: Iterable[str] = ()) -> str | None:
        """Given somebody a mail names, return the id, making one if new; None for a machine or me.

        `among` are the ids of the opportunity's people: a bare first name is looked for there.
        """
        address = (seen.email or "").casefold()
        if address in self.me or (address and is_machine(address) and not seen.name):
            return None
        known = self.find(seen.name, address, among=among)
        if known is None:
            if not name_key(seen.name) or (address and is_machine(address)):
                return None
            known = self._make(seen)
        else:
            self._learn(known, seen, address)
        return known

    def find(self, name: str, address: str = "", *, among: Iterable[str] = ()) -> str | None:
        """Given a name or an address, return the id of a known person, or None."""
        if address in self.by_address:
            return self.by_address[address]
        if self.same.get(address) in self.by_address:
            return self.by_address[self.same[address]]
        key = name_key(name)
        if key in self.by_name:
            known = self.people[self.by_name[key]]
            if not address or not known.email or _same_side(address, known):
                return known.id
        if key and len(key.split()) == 1:
            firsts = [i for i in among if name_key(self.people[i].name).split()[:1] == [key]]
            return firsts[0] if len(firsts) == 1 else None
        return None

    def _make(self, seen: PersonSeen) -> str:
        kept = self.assigned.get((seen.email or "").casefold()) or self.assigned.get(
            name_key(seen.name)
        )
        words = slug(seen.name).split("-")
        first, full = words[0], "-".join((words[0], words[-1]))
        tries = [*([kept] if kept else []), first, full, *(f"{full}-{n}" for n in range(2, 99))]
        id = next((t for t in tries if t and t not in self.people), f"person-{len(self.people)}")
        person = Person(
            id=id,
            name=seen.name,
            email=seen.email,
            title=seen.title,
            phone=seen.phone,
            phone_given=bool(seen.phone),
            employer=seen.employer,
        )
        self.people[id] = person
        self._remember(person)
        return id

    def _learn(self, id: str, seen: PersonSeen, address: str) -> None:
        old = self.people[id]
        emails = old.emails
        if address and address not in {a.casefold() for a in old.addresses} and old.email:
            emails = (*emails, seen.email or "")
        longer = len(name_key(seen.name)) > len(name_key(old.name)) and " " not in old.name.strip()
        self.people[id] = replace(
            old,
            name=seen.name if longer else old.name,
            email=old.email or seen.email,
            emails=emails,
            title=old.title or seen.title,
            phone=old.phone or seen.phone,
            phone_given=old.phone_given or bool(seen.phone),
            employer=old.employer or seen.employer,
        )
        self._remember(self.people[id])


def _same_side(address: str, known: Person) -> bool:
    """Two addresses of one name are one person at the same domain, or where one is private."""
    domain = address.rpartition("@")[2]
    theirs = {a.rpartition("@")[2].casefold() for a in known.addresses}
    return domain in theirs or domain in PERSONAL_DOMAINS or bool(theirs & PERSONAL_DOMAINS)


def stronger(one: PersonRole | None, other: PersonRole | None) -> PersonRole | None:
    """Given two parts played, return the one that decides more."""
    if one is None or other is None:
        return one or other
    return one if RANK[one] >= RANK[other] else other
