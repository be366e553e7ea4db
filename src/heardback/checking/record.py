"""What is on record for one letter: the names, numbers, dates and words it may use."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from heardback.model.events import Interview
from heardback.model.moment import Moment
from heardback.model.people import Person
from heardback.model.search import Opportunity, Search

WORD = re.compile(r"[^\W\d_][\w'’.+#-]*", re.UNICODE)
_TAILS = ("'s", "’s", "'", "’")
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Record:
    """The search, the opportunity that the letter belongs to, and whom it goes to."""

    search: Search
    opportunity: Opportunity
    to: Person | tuple[Person, ...] | None = None

    @property
    def readers(self) -> tuple[Person, ...]:
        """Those whom the letter goes to."""
        if self.to is None:
            return ()
        return (self.to,) if isinstance(self.to, Person) else tuple(self.to)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody of this opportunity, the readers first, without repetition."""
        met = (
            p
            for e in self.opportunity.events
            if isinstance(e.happened, Interview)
            for p in e.happened.with_ or ()
        )
        ids = dict.fromkeys((*(r.id for r in self.readers), *self.opportunity.people, *met))
        known = self.search.people
        here = {p.id: p for p in self.readers}
        return tuple(here.get(i) or known[i] for i in ids if i in here or i in known)

    @cached_property
    def others(self) -> tuple[Opportunity, ...]:
        """The candidate's other opportunities."""
        return tuple(o for o in self.search.opportunities if o.id != self.opportunity.id)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text on record for this opportunity, its people and the candidate."""
        who = self.search.candidate
        can = (t for s in who.strengths for t in (s.what, s.evidence or ""))
        own = (who.name, who.phone or "", *who.addresses, *can)
        about = (self.opportunity.employer, self.opportunity.role or "")
        people = (t for p in self.people for t in _of_person(p))
        return (*own, *about, *people, *_of_events(self.opportunity))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word on record here, case folded, possessives and hyphens undone."""
        return frozenset().union(*map(_words_in, self.texts))

    @cached_property
    def spelt(self) -> frozenset[str]:
        """The words on record but for those of addresses, where names lose their accents."""
        ids = self.search.people
        return frozenset().union(
            *(_words_in(t) for t in self.texts if "@" not in t and t not in ids)
        )

    def own(self, stem: Callable[[str], str]) -> tuple[frozenset[str], ...]:
        """Given what forms share, return the stems of each text of events and strengths.

        A claim of the candidate's own rests on these: the names of roles and titles bear out
        nothing about the candidate.
        """
        can = (f"{s.what} {s.evidence or ''}" for s in self.search.candidate.strengths)
        return tuple(_stems_in(t, stem) for t in (*can, *_of_events(self.opportunity)) if t)

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words on record that are written with a capital: names of people, firms, tools."""
        return frozenset().union(*map(_proper_in, self.texts))

    @cached_property
    def month_days(self) -> frozenset[tuple[int, int]]:
        """The days on record here, as (month, day)."""
        return frozenset((d.month, d.day) for d in self.dates(self.zones))

    def stems(self, stem: Callable[[str], str]) -> frozenset[str]:
        """Given what a language's words share, return the stems of all words on record here."""
        return frozenset().union(*self.places(stem))

    def places(self, stem: Callable[[str], str]) -> tuple[frozenset[str], ...]:
        """Given what a language's words share, return the stems of each text on record."""
        return tuple(_stems_in(text, stem) for text in self.texts if text)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number on record here, as plain digits."""
        found = {plain(n) for text in self.texts for n in DIGITS.findall(text)}
        return frozenset(found | set(_lengths(self.opportunity)))

    def dates(self, zones: Iterable[str]) -> frozenset[date]:
        """Given zones, return the civil days on record here, as each zone has them."""
        places = [ZoneInfo(z) for z in dict.fromkeys(zones)]
        days: set[date] = set()
        for value in moments_of(self.opportunity):
            if isinstance(value, Moment):
                days.add(value.on)
                days.update(value.at.astimezone(z).date() for z in places if not value.is_date)
            else:
                days.add(value)
        return frozenset(days)

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The time zones that matter: readers', opportunity's, candidate's."""
        named = (*(p.timezone for p in self.people), self.opportunity.timezone)
        return tuple(z for z in (*named, self.search.candidate.timezone) if z)


# The texts of a search come again with every letter: what is in them is found once.
@lru_cache(maxsize=4096)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(words_of([text]))


@lru_cache(maxsize=4096)
def _proper_in(text: str) -> frozenset[str]:
    found = (w for w in WORD.findall(text) if not w.islower() and len(w) > 2)
    return frozenset(w.rstrip(".'’-") for w in found)


@lru_cache(maxsize=4096)
def _stems_in(text: str, stem: Callable[[str], str]) -> frozenset[str]:
    return frozenset(map(stem, _words_in(text)))


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Given texts, yield their words, case folded, whole and in their parts."""
    for text in texts:
        for word in WORD.findall(text):
            folded = bare(word)
            yield folded
            if "-" in folded or "." in folded:
                yield from re.split(r"[-.]", folded)


@lru_cache(maxsize=8192)
def bare(word: str) -> str:
    """Given a word, return it case folded, without a possessive or a full stop at its end."""
    folded = word.casefold().rstrip(".-")
    for tail in _TAILS:
        if folded.endswith(tail):
            return folded[: -len(tail)]
    return folded


def plain(number: str) -> str:
    """Given digits with separators, return the digits alone."""
    return number.replace(",", "").rstrip(".")


def moments_of(opportunity: Opportunity) -> Iterator[Moment | date]:
    """Given an opportunity, yield every moment and day in its events."""
    for event in opportunity.events:
        yield event.when
        for field in fields(event.happened):
            value = getattr(event.happened, field.name)
            if isinstance(value, Moment | date):
                yield value


def known_by(opportunity: Opportunity, *, at: datetime | None) -> list[object]:
    """Given an opportunity, return what has happened by the moment (None: all)."""
    return [e.happened for e in opportunity.events if at is None or e.when.at <= at]


def _of_person(person: Person) -> Iterator[str]:
    parts = (
        person.name,
        person.signs,
        person.title,
        person.employer,
        person.phone,
        *person.addresses,
    )
    return (part for part in parts if part)


def _of_events(opportunity: Opportunity) -> Iterator[str]:
    for event in opportunity.events:
        yield from (text for text in (event.quote, event.note) if text)
        yield from _strings(event.happened)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(str(part))
    elif is_dataclass(value) and not isinstance(value, Moment):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _lengths(opportunity: Opportunity) -> Iterator[str]:
    for event in opportunity.events:
        happened = event.happened
        if isinstance(happened, Interview) and happened.ends:
            minutes = int((happened.ends.at - event.when.at).total_seconds() // 60)
            yield from (str(minutes), str(minutes % 60))
