"""Who owes whom an answer, since when, and the words that say so.

A debt begins with a question, a promise to come back, an offer, or an interview that was held; what
the other side sends settles it, unless that is automatic, a mere courtesy, or comes back
undelivered. The day is that of the message as its own header shows it. Nothing is late before the
promised day; without one, five business days count as patience (contracts.md, section 7).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from heardback.model.understanding import Act, Understanding
from heardback.timeframe.business import WorkCalendar

Side = Literal["employer", "candidate"]
DebtKind = Literal["question", "promise", "offer", "result"]
PATIENCE = 5  # business days without a promised day
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """An answer that one side owes: since when, by which day, and the words."""

    by_whom: Side
    kind: DebtKind
    since: date
    at: datetime
    promised: date | None = None
    quote: str = ""
    message_id: str | None = None
    person: str = ""  # the address of whoever owes it, or to whom it is owed

    def late(self, today: date, calendar: WorkCalendar) -> bool:
        """Given today and the working days, return whether it is more than patience allows."""
        if self.promised is not None:
            return today > self.promised
        return calendar.count_between(self.since, today) > PATIENCE


@dataclass(frozen=True, slots=True)
class Held:
    """An interview that was held: when it ended, in the zone it was told in."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class _Books:
    """What is open at a moment."""

    employer: Debt | None = None
    candidate: Debt | None = None
    offer: Debt | None = None
    over: bool = False

    @property
    def open(self) -> Debt | None:
        """The debt that comes first: what was asked of the candidate, the employer's, an offer."""
        return self.candidate or self.employer or self.offer


@dataclass(slots=True)
class _Watch:
    """Folds the messages of one exchange in order of time."""

    me: frozenset[str]
    books: _Books = field(default_factory=_Books)
    before: dict[str, tuple[_Books, Understanding]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)  # domains of the employer's people
    friends: set[str] = field(default_factory=set)
    times_wanted: bool = False
    accepted: bool = False
    shelved: Debt | None = None  # still owed once the candidate has answered a question about it
    questions: list[str] = field(default_factory=list)

    def take(self, seen: Understanding) -> None:
        """Let one message change what is open."""
        if seen.bounced:
            self._undo(seen)
            return
        if self._is_aside(seen):
            return
        if seen.message_id:
            self.before[seen.message_id] = (self.books, seen)
        kinds: set[str] = {act.kind for act in seen.acts}
        if "ends" in kinds:
            self.books = _Books(over=True)
            self.shelved = None
        elif seen.direction == "out":
            self._mine(seen, kinds)
        else:
            self._theirs(seen, kinds)

    def _undo(self, bounce: Understanding) -> None:
        """What came back was never sent: what was open before it is open again."""
        named = [bounce.in_reply_to, *reversed(bounce.thread)]
        found = next((n for n in named if n and n in self.before), None)
        if found is None and bounce.bounced_to:
            sent = [
                mark
                for mark, (_, seen) in self.before.items()
                if bounce.bounced_to in {a.email.casefold() for a in seen.to}
            ]
            found = sent[-1] if sent else None
        if found is not None and self.before[found][1].direction == "out":
            self.books = self.before[found][0]

    def _is_aside(self, seen: Understanding) -> bool:
        if any(act.kind == "aside" for act in seen.acts):
            return True
        if seen.direction == "in":
            address = seen.from_.email.casefold()
            if address in self.friends:
                return True
            self.known.add(_domain(address))
            return False
        readers = {a.email.casefold() for a in seen.to} - self.me
        passed_on = seen.subject.lower().startswith(("fw:", "fwd:", "wg:", "tr:", "rv:", "vs:"))
        strange = readers and not self.known & {_domain(a) for a in readers}
        if passed_on and strange and self.known:
            self.friends |= readers
            return True
        return False

    def _theirs(self, seen: Understanding, kinds: set[str]) -> None:
        books = self.books
        owed = books.employer
        if kinds == {"courtesy"}:
            settled = owed is not None and owed.kind == "question"
            self.books = replace(books, employer=None if settled else owed)
            return
        books = replace(books, employer=None, over=False)
        self.shelved = None
        promise = _first(seen, "promises")
        if promise is not None:
            books = replace(books, employer=_debt(seen, promise, "employer", "promise"))
        if "receives" in kinds:
            books = replace(books, candidate=None)
        if "offers" in kinds and books.offer is None and not self.accepted:
            offer = _first(seen, "offers")
            assert offer is not None
            books = replace(books, offer=_debt(seen, offer, "candidate", "offer"))
        asked = self._asked(seen)
        if asked is not None:
            older = books.candidate
            if owed is not None and owed.kind != "question" and asked.kind == "asks":
                self.shelved = owed
            books = replace(
                books,
                candidate=older or _debt(seen, asked, "candidate", "question"),
                employer=None,
            )
            self.times_wanted = "asks_times" in kinds
        self.books = books

    def _asked(self, seen: Understanding) -> Act | None:
        """Return what an employer's message asks, but not a question that it only repeats."""
        for act in seen.acts:
            repeated = any(act.quote.casefold() in asked for asked in self.questions)
            if act.kind.startswith("asks") and not repeated:
                return act
        return None

    def _mine(self, seen: Understanding, kinds: set[str]) -> None:
        books = self.books
        later = _first(seen, "promises")
        answered = later is None
        self.questions += [act.quote.casefold() for act in seen.acts if act.kind == "asks"]
        if answered:
            books = replace(books, candidate=None, employer=books.employer or self.shelved)
        elif books.candidate is None and books.offer is None and later and not books.over:
            books = replace(books, candidate=_debt(seen, later, "candidate", "promise"))
        if "accepts" in kinds and books.offer is not None:
            self.accepted = True
            books = replace(books, offer=None)
        if "retracts" in kinds:
            books = replace(books, employer=None)
        books = replace(books, employer=self._owed_after(seen, books))
        self.times_wanted = self.times_wanted and not answered
        self.books = books

    def _owed_after(self, seen: Understanding, books: _Books) -> Debt | None:
        """Return what the employer owes once the candidate has written this."""
        asked = next(
            (a for a in seen.acts if a.kind == "asks" and (not books.over or "?" in a.quote)), None
        )
        times = _first(seen, "gives_times") if self.times_wanted else None
        work = _first(seen, "hands_in")
        if asked or times or work:
            found = asked or times or work
            assert found is not None
            return books.employer or _debt(seen, found, "employer", "question")
        awaited = _first(seen, "awaits")
        if awaited is not None and books.employer is None and not books.over:
            return _debt(seen, awaited, "employer", "result")
        return books.employer

    def held(self, interview: Held) -> None:
        """An interview was held: from now on its result is owed."""
        if self.books.employer is None and not self.books.over:
            day = interview.start.date()
            debt = Debt(by_whom="employer", kind="result", since=day, at=interview.end)
            self.books = replace(self.books, employer=debt)


def who_owes(
    readings: Iterable[Understanding], *, at: datetime, me: frozenset[str] = frozenset()
) -> Debt | None:
    """Given what the messages of one exchange mean, return the answer that is owed at `at`.

    None where nobody owes one. `me` are the candidate's own addresses in lower case.
    """
    known = [s for s in readings if s.date is None or s.date <= at]
    known.sort(key=lambda s: (s.date.timestamp() if s.date else 0.0, s.message_id or ""))
    told = [s for s in known if s.date is not None and s.message_id]
    watch = _Watch(me=me)
    waiting = interviews_held(known, at=at)
    for seen in told:
        while waiting and seen.date and waiting[0].end <= seen.date:
            watch.held(waiting.pop(0))
        watch.take(seen)
    for one in waiting:
        watch.held(one)
    return watch.books.open


def interviews_held(readings: Sequence[Understanding], *, at: datetime) -> list[Held]:
    """Given readings in order, return the interviews over by `at`, the last told time of each."""
    latest: dict[str, Held | None] = {}
    for seen in readings:
        one = seen.interview
        if one is None or seen.direction == "out":
            continue
        end = one.end or one.start + HOUR
        mark = one.uid or (seen.thread[0] if seen.thread else seen.message_id or "")
        latest[mark] = None if one.cancelled else Held(one.start, end)
    for seen in readings:
        moved = seen.interview is None and (
            (seen.direction == "in" and seen.kind == "scheduling")
            or (seen.direction == "out" and any(a.kind == "asks" for a in seen.acts))
        )
        if moved:
            _unsettle(latest, seen)
    held = {h.start: h for h in latest.values() if h is not None and h.end <= at}
    return sorted(held.values(), key=lambda h: h.end)


def _unsettle(latest: dict[str, Held | None], seen: Understanding) -> None:
    """Talk of another time leaves open whether an interview in the same thread was held."""
    for mark in (seen.in_reply_to, *seen.thread):
        one = latest.get(mark or "")
        if one is not None and seen.date is not None and seen.date < one.start:
            latest[mark or ""] = None


def _first(seen: Understanding, *kinds: str) -> Act | None:
    return next((act for act in seen.acts if act.kind in kinds), None)


def _debt(seen: Understanding, act: Act, side: Side, kind: DebtKind) -> Debt:
    assert seen.date is not None
    readers = [a.email for a in seen.to if a.email]
    person = seen.from_.email if seen.direction == "in" else (readers[0] if readers else "")
    return Debt(
        by_whom=side,
        kind=kind,
        since=seen.date.date(),
        at=seen.date,
        promised=act.by,
        quote=act.quote,
        message_id=seen.message_id,
        person=person.casefold(),
    )


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
