"""What a letter claims, and which of its words nothing on record bears out.

A claim is grounded if every word of it is on record for this opportunity or says nothing by itself
(`plain`). Only words are compared: what is recorded may be put in another way as long as no new
fact comes in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from heardback.checking.letter import Letter, Span
from heardback.checking.record import Record, bare, words_of
from heardback.checking.words import ClaimWords
from heardback.model.events import Debrief, Promise, Received

_WORD = re.compile(r"[^\W\d_]+(?:['’.+#/&-][^\W\d_]+)*[+#]*|\d[\d.,]*", re.UNICODE)
# In these the candidate proposes times and answers what was asked; only the past is a claim there.
PROPOSES = frozenset({"reply", "take_call", "reschedule", "accept", "ask_extension"})
OFFERS = ("offer_elsewhere", "offer_here", "accepted_elsewhere", "accepted_here")
OF_ONESELF = frozenset({"did", "acted", "has", "met", "promise", "learned"})
REPORTED = frozenset({"told"})
# What the candidate has done or owns stands in one place of the record; words of several places
# make a claim that nobody recorded.
FROM_ONE_PLACE = frozenset(
    {"did", "acted", "has", "mine", "ours", "as", "result", "relation", "shown"}
)
# A length of time without a number, a place among others: plain words do not bear these out.
NEVER_PLAIN = frozenset({"long", "boast", "attended"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim without ground: its kind, where it stands, and the words that are nowhere on record.

    `severity` is "warning" where there is no debrief that it could be compared with.
    """

    kind: str
    span: Span
    words: tuple[str, ...]
    is_sure: bool = True


def ungrounded(letter: Letter) -> Iterator[Claim]:
    """Given a letter with its record, yield each claim that the record does not bear out."""
    record = letter.record
    if record is None:
        return
    words = letter.words.claiming
    known = Known(record, words, letter.words.numbers)
    lower = letter.lower
    kinds = [
        (kind, pattern)
        for kind, pattern in words.kinds.items()
        if not (needs := words.needs[kind]) or any(map(lower.__contains__, needs))
    ]
    for sentence in letter.sentences:
        claim = _first(sentence, kinds, known, letter)
        if claim is not None:
            yield claim


def _first(
    sentence: Span, kinds: list[tuple[str, re.Pattern[str]]], known: "Known", letter: Letter
) -> Claim | None:
    of_oneself = letter.words.claiming.oneself in sentence.text
    for kind, pattern in kinds:
        if kind in OF_ONESELF and not of_oneself:
            continue
        for m in pattern.finditer(sentence.text):
            whole = _spelt(m["what"], letter.words.misspellings)
            what = undated(letter, sentence.start + m.start("what"), m["what"])
            what = _spelt(what, letter.words.misspellings)
            missing = tuple(known.missing(what))
            if _is_allowed(kind, whole, missing, letter, known) or _is_offer(m[0], letter):
                continue
            if not missing and kind in FROM_ONE_PLACE:
                missing = known.not_own(what)
            if missing or _is_bare(kind, what, known):
                span = Span(sentence.start + m.start(), sentence.start + m.end(), m[0])
                sure = kind != "topic" or bool(known.debriefs)
                return Claim(kind, span, missing, sure)
    return None


def _is_felt(what: str, words: ClaimWords) -> bool:
    """What the candidate feels, thinks or says (a plain verb) is no claim of a deed."""
    verb = bare(what.split(maxsplit=1)[0]) if what.strip() else ""
    return words.stem(verb) in words.plain


def _is_allowed(
    kind: str, what: str, missing: tuple[str, ...], letter: Letter, known: "Known"
) -> bool:
    words = letter.words.claiming
    if kind == "acted":
        return _is_felt(what, letter.words.claiming)
    if kind in ("mine", "ours"):
        return letter.kind in PROPOSES
    if kind != "promise":
        return False
    if words.commits.match(what):
        return letter.kind == "accept"
    if letter.kind in PROPOSES:
        return True
    timed = words.times.search(what) is not None and not known.dated(what, letter)
    return not timed and (not missing or words.offers.match(what) is not None)


def _spelt(what: str, misspellings: Mapping[str, str]) -> str:
    """A word misspelt is a slip, and no invention: return what was meant."""
    if misspellings.keys().isdisjoint(what.casefold().split()):
        return what
    return " ".join(misspellings.get(word.casefold(), word) for word in what.split())


def undated(letter: Letter, start: int, what: str) -> str:
    """Return words of a letter without their dates, which have a check of their own."""
    for said in letter.dates:
        if start <= said.start < start + len(what):
            a, b = said.start - start, said.end - start
            what = what[:a] + " " * (b - a) + what[b:]
    return what


def _is_offer(claim: str, letter: Letter) -> bool:
    """Offers and acceptances have a check of their own."""
    told = letter.words.told
    return any(
        t.pattern.search(claim)
        for name in OFFERS
        for t in told[name]
        if not t.needs or not t.needs.isdisjoint(letter.present)
    )


def _is_bare(kind: str, what: str, known: "Known") -> bool:
    """What somebody is said to have said needs more than plain words, or a promise on record."""
    if kind == "promise" or kind in NEVER_PLAIN:
        return True
    if kind == "met":
        return known.is_stranger(what)
    if kind not in REPORTED or not what.strip() or known.words.pointing.match(what):
        return False
    told = (w for w in known.content(what) if known.words.stem(w) not in known.people)
    if any(known.has(w) for w in told):
        return False
    return not (known.reported and known.words.reports.search(what))


@dataclass(frozen=True)
class Known:
    """The stems on record and the plain words; what is seldom asked is made when asked."""

    record: Record
    words: ClaimWords
    values: Mapping[str, int]
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words on record."""
        return self.record.stems(self.words.stem)

    @cached_property
    def own(self) -> tuple[frozenset[str], ...]:
        """The stems of each text that the candidate's own claims may rest on."""
        return self.record.own(self.words.stem)

    @cached_property
    def people(self) -> frozenset[str]:
        """The stems of the names of people and employer."""
        return frozenset(map(self.words.stem, words_of(_names(self.record))))

    @cached_property
    def names(self) -> frozenset[str]:
        """The same, and those of the role."""
        role = words_of([self.record.opportunity.role or ""])
        return self.people | frozenset(map(self.words.stem, role))

    @cached_property
    def debriefs(self) -> list[Debrief]:
        """What the candidate noted of the interviews."""
        happened = (e.happened for e in self.record.opportunity.events)
        return [h for h in happened if isinstance(h, Debrief)]

    @cached_property
    def reported(self) -> bool:
        """Whether a reader's words are on record, or a topic too plain to be told from others."""
        readers = {p.id for p in self.record.readers}
        happened = [e.happened for e in self.record.opportunity.events]
        said = [h for h in happened if isinstance(h, Promise | Received)]
        return any(h.from_ in readers or not readers for h in said) or any(
            _is_plain(topic, self.words) for h in self.debriefs for topic in h.topics
        )

    def content(self, text: str) -> tuple[str, ...]:
        """Given a clause, return its words that state something; several patterns ask for it."""
        found = self.asked.get(text)
        if found is None:
            stem, plain = self.words.stem, self.words.plain
            folded = map(bare, _WORD.findall(text))
            found = tuple(w for w in folded if len(w) > 1 and stem(w) not in plain)
            self.asked[text] = found
        return found

    def has(self, word: str) -> bool:
        """Given a word, return whether the record holds it in any of its forms."""
        if word in self.values:
            return (
                str(self.values[word]) in self.record.numbers or self.words.stem(word) in self.stems
            )
        if word[0].isdigit():
            return word.replace(",", "").rstrip(".") in self.record.numbers
        if self.words.stem(word) in self.stems:
            return True
        parts = re.split(r"[-/.&’']", word)
        return len(parts) > 1 and all(
            self.words.stem(p) in self.stems or self.words.stem(p) in self.words.plain
            for p in parts
        )

    def missing(self, text: str) -> Iterator[str]:
        """Given a clause, yield the words that neither the record holds nor are plain."""
        return (w for w in self.content(text) if not self.has(w) and not self._is_day(w))

    def not_own(self, text: str) -> tuple[str, ...]:
        """Given what the candidate claims, return its words unless one recorded text holds them.

        The names of the role and of people do not count: they bear out nothing about the candidate.
        """
        role = self.record.opportunity.role
        if role:
            text = re.sub(re.escape(role), " ", text, flags=re.IGNORECASE)
        words = [w for w in self.content(text) if not self._is_day(w) and not self._is_named(w)]
        wanted = {self.words.stem(w) for w in words if w.isalpha() and w not in self.values}
        lasting = {self._number(m["number"]) for m in self.words.lasting.finditer(text)}
        if not wanted and not lasting:
            return ()
        places = (place for place in self.own if wanted <= place)
        if any(not lasting or lasting <= self._numbers(place) for place in places):
            return ()
        return tuple(dict.fromkeys(words))

    def _number(self, word: str) -> str:
        return str(self.values.get(word.casefold(), word))

    def _numbers(self, place: frozenset[str]) -> set[str]:
        spelt = {str(n) for word, n in self.values.items() if self.words.stem(word) in place}
        return spelt | {w for w in place if w.isdigit()}

    def is_stranger(self, what: str) -> bool:
        """Given whom the candidate spoke with, return whether it is nobody who is known."""
        if self.words.strangers.search(what) is None:
            return False
        return not any(self.words.stem(w) in self.people for w in words_of([what]))

    def _is_named(self, word: str) -> bool:
        return all(self.words.stem(p) in self.people for p in re.split(r"[-/.&’']", word) if p)

    def _is_day(self, word: str) -> bool:
        return self.words.times.fullmatch(word) is not None

    def dated(self, what: str, letter: Letter) -> bool:
        """Given a promise, return whether its day is on record."""
        found = letter.words.find_dates(what)
        return bool(found) and all((d.month, d.day) in self.record.month_days for d in found)


def _is_plain(topic: str, words: ClaimWords) -> bool:
    """A topic noted in plain words only cannot be told from any other plain words."""
    return all(words.stem(word) in words.plain for word in words_of([topic]))


def _names(record: Record) -> Iterator[str]:
    yield from (p.name for p in record.people)
    yield record.opportunity.employer
