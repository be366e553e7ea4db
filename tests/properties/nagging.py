"""The never-nag rules told a second time, from the contract's text alone, without the playbook.

contracts.md, section 7: "Never nag", "The newest promise", "Prohibitions", "After the end".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from heardback.model.events import (
    Bounced,
    CallRequested,
    Event,
    Interview,
    NoContact,
    Offer,
    OnHold,
    Promise,
    Received,
    Sent,
)
from heardback.model.plan import STATUS_QUESTIONS, FollowUp

ANSWERS = (Received, Promise, OnHold, CallRequested)


@dataclass(frozen=True)
class Told:
    """What is known of one opportunity at a moment, in the contract's order."""

    events: tuple[Event, ...]
    at: datetime

    def of(self, kind: type) -> list[Event]:
        """Return the events of a class that are known."""
        known = [e for e in self.events if e.when.at <= self.at and isinstance(e.happened, kind)]
        return sorted(known, key=lambda e: (e.when.at, e.place))

    def last(self, kinds: Iterable[type]) -> Event | None:
        """Return the last event of these classes, or None."""
        found = [e for kind in kinds for e in self.of(kind)]
        return max(found, key=lambda e: (e.when.at, e.place), default=None)

    def promised_until(self) -> tuple[Event, date] | None:
        """Return the newest dated promise of an answer, and its last day; None where none counts.

        Only promises given in dates are read here. One that names a day already gone says nothing.
        """
        found = [self._promised_until(about) for about in ("answer", "written_offer")]
        return max((f for f in found if f), key=lambda f: f[1], default=None)

    def _promised_until(self, about: str) -> tuple[Event, date] | None:
        counts: tuple[Event, date] | None = None
        for event in self.of(Promise):
            promise = event.happened
            assert isinstance(promise, Promise)
            if promise.about != about:
                continue
            if promise.by is not None and promise.by >= event.when.on:
                counts = (event, promise.by)
            elif promise.said is not None:
                return None  # words are read elsewhere
            elif counts is not None and counts[1] < event.when.on:
                counts = None
        return counts


def status_questions(follow_ups: Iterable[FollowUp], opportunity: str) -> list[FollowUp]:
    """Return the status questions listed for an opportunity."""
    return [f for f in follow_ups if f.opportunity == opportunity and f.kind in STATUS_QUESTIONS]


def inside_promise(told: Told, question: FollowUp) -> str | None:
    """Return in words how a status question falls inside a promised timeframe, or None."""
    found = told.promised_until()
    if found is None or told.of(Offer):
        return None
    event, by = found
    promise = event.happened
    assert isinstance(promise, Promise)
    day = question.not_before.date()
    if promise.invites:
        early = day < by or (day == by and question.not_before.hour < 15)
    else:
        early = day <= by
    return f"{question.id} at {question.not_before} though promised by {by}" if early else None


def too_soon_after_answer(told: Told, question: FollowUp) -> str | None:
    """Return in words how a status question follows an answer with no patience at all, or None.

    An answer inside a dated promise leaves the promise as it is; thanks for a note is no answer.
    """
    answer = told.last(ANSWERS)
    if answer is None or told.of(Offer):
        return None
    happened = answer.happened
    if isinstance(happened, Received) and happened.about in ("acknowledgement", "thanks"):
        return None
    promised = told.promised_until()
    if promised is not None and answer.when.on <= promised[1]:
        return None
    if any(isinstance(e.happened, Promise) and e.happened.said for e in told.of(Promise)):
        return None
    if question.not_before.date() <= answer.when.on:
        return f"{question.id} at {question.not_before}, answered {answer.when.at}"
    return None


def past_cap(told: Told, question: FollowUp, most: int) -> str | None:
    """Return in words how a status question goes past the cap, or None.

    An interview that begins after a question is an answer to it.
    """
    answer = told.last(ANSWERS)
    since = (answer.when.at, answer.place) if answer else (datetime.min.replace(tzinfo=UTC), -1)
    begins = [e.when.at for e in told.events if isinstance(e.happened, Interview)]
    unanswered = [
        e
        for e in told.of(Sent)
        if isinstance(e.happened, Sent)
        and e.happened.kind == "check_in"
        and not e.happened.answered
        and (e.when.at, e.place) > since
        and not any(begin > e.when.at for begin in begins)
    ]
    if question.kind != "check_in":
        return None
    if question.attempt > most:
        return f"{question.id} is attempt {question.attempt} of {most}"
    if len(unanswered) >= max(most, 1) and not told.of(Bounced):
        return f"{question.id} after {len(unanswered)} of {most}"
    return None


def forbidden(told: Told, question: FollowUp) -> str | None:
    """Return in words how a status question breaks what the employer asked for, or None."""
    for event in told.of(NoContact):
        asked = event.happened
        assert isinstance(asked, NoContact)
        holds = asked.until is None or asked.until >= question.not_before.date()
        if "any" in (asked.forbids or ("any",)) and holds:
            return f"{question.id} though asked on {event.when.on} not to write"
    return None
