"""One follow-up with everything a letter about it may say, looked up once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from zlib import crc32
from zoneinfo import ZoneInfo

from heardback.drafting import facts
from heardback.drafting.facts import Found, OpenOffer
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.style import Manner, Style
from heardback.drafting.words import LetterWords, Phrase
from heardback.model.draft import Register
from heardback.model.events import Event, Interview, Received
from heardback.model.moment import Moment
from heardback.model.people import Person
from heardback.model.plan import FollowUp
from heardback.model.search import Opportunity, Search

THIS_WEEK = 6
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ThreadHead:
    """The message that a letter answers: what its reply headers are made of."""

    message_id: str
    subject: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Case:
    """A follow-up, the search it belongs to, and the moment it is drafted at."""

    follow_up: FollowUp
    search: Search
    opportunity: Opportunity
    at: datetime
    words: LetterWords
    thread: ThreadHead | None = None
    others: Sequence[str] = ()
    style: Style = field(default_factory=Style)

    @cached_property
    def heard(self) -> tuple[str, ...]:
        """The others' notes, as bare words."""
        return tuple(plain(other) for other in self.others)

    @cached_property
    def events(self) -> list[Event]:
        """What is known of this opportunity, in order."""
        return facts.known(self.opportunity, at=self.at)

    @cached_property
    def readers(self) -> tuple[Person, ...]:
        """Those for whom the words are meant."""
        return tuple(self._person(p) for p in self.follow_up.to)

    @cached_property
    def register(self) -> Register:
        """The register asked for, else the candidate's own, else the one these two have."""
        chosen = self.style.register or self.style.habits.register
        if chosen is not None:
            return chosen
        first = self.carrier or (self.readers[0] if self.readers else None)
        manner = self.manner(first) if first else Manner()
        greets = manner.greets or self.style.habits.greeting
        easy = greets is not None and greets.lower() in self.words.easy
        return "friendly" if easy else "formal"

    @property
    def turns(self) -> int:
        """How far round the variants this draft starts: reader, attempt and the variant asked."""
        return self.turn + self.follow_up.attempt - 1 + self.style.variant - 1

    def pick(self, count: int, *, name: str) -> int:
        """Given how many ways there are to build a part, return this draft's, always the same."""
        seed = f"{self.opportunity.id}|{self.follow_up.kind}|{name}"
        return (crc32(seed.encode()) + self.turns) % count

    @property
    def is_alone(self) -> bool:
        """Whether one reader gets the message, who can then be spoken to as "you"."""
        return len(self.follow_up.to) == 1

    @cached_property
    def carrier(self) -> Person | None:
        """Who carries the message, where somebody does."""
        return self._person(self.follow_up.via) if self.follow_up.via else None

    @cached_property
    def interview(self) -> Found[Interview] | None:
        """The conversation that the letter is about: the anchor, else the last one held."""
        held = facts.held(self.opportunity, at=self.at)
        anchored = [f for f in held if f.event.ref == self.follow_up.anchor]
        reader_ids = set(self.follow_up.to)
        shared = [f for f in held if reader_ids & set(self.met(f))]
        closest = anchored or shared or held
        return closest[-1] if closest else None

    @cached_property
    def panel(self) -> tuple[str, ...]:
        """The ids of those met in that conversation."""
        return self.met(self.interview) if self.interview else ()

    @cached_property
    def turn(self) -> int:
        """The reader's place among all people here, so that no two get the same sentences."""
        order = list(dict.fromkeys((*self.panel, *self.opportunity.people)))
        first = self.follow_up.to[0] if self.follow_up.to else ""
        return order.index(first) if first in order else 0

    @cached_property
    def offer(self) -> OpenOffer | None:
        """The offer of this employer, if there is one on record."""
        return facts.open_offer(self.opportunity, at=self.at)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of whoever reads it first."""
        first = self.carrier or (self.readers[0] if self.readers else None)
        named = (first and first.timezone) or self.opportunity.timezone
        return ZoneInfo(named or self.search.candidate.timezone)

    @cached_property
    def country(self) -> str | None:
        """The country whose way of writing dates is used."""
        return self.opportunity.country or self.search.candidate.country

    @cached_property
    def sends_on(self) -> date:
        """The day on which the letter leaves, for the reader."""
        return max(self.at, self.follow_up.due).astimezone(self.zone).date()

    def met(self, interview: Found[Interview]) -> tuple[str, ...]:
        """Given an interview, return the ids of those met in it."""
        return facts.met_in(interview.what, opportunity=self.opportunity)

    def preference(self, name: str, *, default: object) -> object:
        """Given a preference's name, return the opportunity's, else the candidate's, value."""
        everywhere = self.search.preferences.get(name, default)
        return self.opportunity.preferences.get(name, everywhere)

    def anchor(self) -> Event | None:
        """Return the event from which the follow-up counts, if it is known."""
        return next((e for e in self.opportunity.events if e.ref == self.follow_up.anchor), None)

    def line(self, key: str, *, evidence: Sequence[Evidence] = (), **slots: Slot | None) -> Line:
        """Given a sentence's key, return it with these slots and those that every letter has."""
        filled = {name: slot for name, slot in slots.items() if slot is not None}
        return Line(key, {**self.usual, **filled}, tuple(evidence))

    @cached_property
    def usual(self) -> dict[str, Slot]:
        """The slots that any sentence may use: role, employer, candidate, telephone."""
        here, who = self.opportunity, self.search.candidate
        slots = {
            "employer": Slot(here.employer, ({"opportunity": "employer"},)),
            "me": Slot(who.name, ({"candidate": "name"},)),
            "myFirst": Slot(self.words.address(who.name), ({"candidate": "name"},)),
        }
        if here.role:
            slots["role"] = Slot(here.role.strip(), ({"opportunity": "role"},))
        if who.phone:
            slots["phone"] = Slot(who.phone, ({"candidate": "phone"},))
        if self.interview:
            slots["day"] = self.day(self.interview.event)
        return slots

    def day(self, event: Event) -> Slot:
        """Given an event, return its day: the weekday alone where that is clear, else the date."""
        on = self.civil(event.when)
        near = 0 <= (self.sends_on - on).days <= THIS_WEEK
        text = self.words.say_day(on) if near else self.words.say_date(on, self.country)
        return Slot(text, ({"event": event.ref},))

    def dated(self, on: date | Moment, *, event: Event | None) -> Slot:
        """Given a day or moment and the event that records it, return it written out."""
        day = self.civil(on) if isinstance(on, Moment) else on
        evidence: tuple[Evidence, ...] = ({"event": event.ref},) if event else ()
        return Slot(self.words.say_date(day, self.country), evidence)

    def civil(self, moment: Moment) -> date:
        """Given a moment, return its civil day where the reader lives."""
        return moment.on if moment.is_date else moment.at.astimezone(self.zone).date()

    def name(self, person: Person) -> Slot:
        """Given a person, return the full name."""
        return Slot(person.name, ({"person": person.id},))

    def manner(self, person: Person) -> Manner:
        """Given a person, return how the two write to each other, as far as it was seen."""
        seen = self.style.manners.get(person.id, Manner())
        return replace(seen, signs=seen.signs or person.signs)

    def called(self, person: Person, *, register: Register | None = None) -> Slot:
        """Given a person, return the name that a greeting uses.

        The one they sign with; else the first name, or the whole name in a formal letter to
        somebody never met.
        """
        signs = self.manner(person).signs
        stranger = person.id not in self.acquainted
        if signs and not self.words.titled(person.name):
            said = self.words.address(signs) if " " in signs else signs
        elif stranger and (register or self.register) == "formal":
            said = self.words.in_full(person.name)
        else:
            said = self.words.address(person.name)
        return Slot(said, ({"person": person.id},))

    @cached_property
    def acquainted(self) -> frozenset[str]:
        """The ids of those met in an interview, or who have written."""
        met = {p for f in facts.held(self.opportunity, at=self.at) for p in self.met(f)}
        wrote = {f.what.from_ for f in facts.all_of(self.events, kind=Received)}
        agents = {p for p, role in self.opportunity.people.items() if role == "agency_recruiter"}
        return frozenset(met | agents | {p for p in wrote if p})

    def names(self, people: Sequence[Person], *, full: bool = False) -> Slot:
        """Given people, return their names as a list in words."""
        said = [p.name if full else self.called(p).text for p in people]
        grounds: tuple[Evidence, ...] = tuple({"person": p.id} for p in people)
        return Slot(self.words.join(said), grounds)

    def fit(self, note: str) -> Phrase:
        """Given a recorded note, return it ready for a sentence to the reader."""
        return self.words.fit(note, self.readers[0].name if self.is_alone else "")

    def _person(self, id: str) -> Person:
        return self.search.people.get(id) or Person(id=id, name=id)


def plain(text: str) -> str:
    """Given a text, return its bare words in lower case."""
    return " ".join(_WORDS.findall(text.casefold()))


def quoted(note: str, *, event: Event) -> tuple[Evidence, ...]:
    """Given a note and the event that holds it, return the evidence that cites it."""
    return ({"event": event.ref, "quote": note},)
