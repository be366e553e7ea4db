"""The chain of status questions: check in, once more, a closing message, then the end.

None inside a promised timeframe, none to an employer that has answered since, none past the cap
(contracts.md, section 7, "Never nag").
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from heardback.model.events import (
    Away,
    CallRequested,
    Event,
    OnHold,
    Promise,
    Received,
    Sent,
)
from heardback.model.plan import FollowUpKind, Reason
from heardback.model.record import record
from heardback.playbook.case import Case, Prohibition, Send, strictly_after
from heardback.playbook.hours import Hours, touches_year_end
from heardback.playbook.keys import follow_up_keys
from heardback.playbook.promises import Promised
from heardback.playbook.readers import BETWEEN, first, reachable, status_reader
from heardback.playbook.silent_agency import AGENCY_DAYS, silent_agency
from heardback.playbook.terms import (
    CLOSING_DAYS,
    CLOSING_LATEST,
    COURTESIES,
    Term,
    answer_term,
    count_on,
    gap_term,
    hold_term,
    interview_term,
    pending_promise,
    promise_term,
    running_hold,
)
from heardback.timeframe.business import CLOSES, at

ANSWERS = (Received, Promise, OnHold, CallRequested)
RETURN_DAYS = 2


@record(frozen=True, slots=True, kw_only=True)
class Question:
    """The next status question: when, to whom, and what it waits for.

    `running` is the dated promise inside which we still are; `prohibited` what forbids asking;
    `handled` how many questions went unanswered (sent, or skipped by the candidate).
    """

    kind: FollowUpKind
    attempt: int
    handled: int
    reader: str | None
    anchor: Event
    not_before: datetime
    due: datetime
    latest: datetime | None = None
    why: tuple[Reason, ...] = ()
    promised: Promised | None = None
    running: Promised | None = None
    prohibited: Prohibition | None = None
    skipped: bool = False


@dataclass(slots=True)
class _Asked:
    """The unanswered check-ins so far: how many, the last one, and its day."""

    count: int = 0
    last: Send | None = None
    day: date | None = None
    skipped: list[Event] = field(default_factory=list)


def next_question(case: Case) -> Question | None:
    """Given a case, return the next status question that present facts cause, or None."""
    if not case.in_play or case.wants:
        return None
    asked = _asked(case)
    for _ in range(case.preferences.max_checkins + 2):
        question = _question(case, asked)
        if question is None or not _is_skipped(case, question):
            return question
        if question.kind == "closing_message":
            return replace(question, skipped=True)
        asked.count += 1
        asked.day = question.due.date()
        asked.skipped.append(question.anchor)
    return None


def _is_skipped(case: Case, question: Question) -> bool:
    if not case.dismissed:
        return False
    readers = (question.reader,) if question.reader else ()
    keys = follow_up_keys(case.opportunity, question.kind, readers, case.ref(question.anchor))
    return not case.dismissed.isdisjoint(keys)


def _asked(case: Case) -> _Asked:
    asked = [s for s in case.sends if s.kind == "check_in" and not _was_taken(s)]
    if not asked or case.ahead:
        return _Asked()
    answered = _last_answer(case)
    open_ones = [s for s in asked if answered is None or strictly_after(s.event, answered)]
    if not open_ones:
        return _Asked()
    last = open_ones[-1]
    return _Asked(len(open_ones), last, last.event.when.on)


def _was_taken(send: Send) -> bool:
    return isinstance(send.event.happened, Sent) and bool(send.event.happened.answered)


def _last_answer(case: Case) -> Event | None:
    """Return the last sign from the employer that answers what was asked before it."""
    signs = [e for kind in ANSWERS for e, _ in case.all(kind)]
    signs += [r.event for r in case.held]
    signs += [s.event for s in case.sends if s.kind == "check_in" and _was_taken(s)]
    return max(signs, key=lambda e: (e.when.at, e.place), default=None)


def _heard(case: Case, promised: Promised | None) -> Event | None:
    """Return the last answer from which patience is counted anew, or None.

    A courtesy counts only where it answers a question; an answer inside a dated promise leaves
    the promise as it is.
    """
    words = [e for e, r in case.all(Received) if r.about not in COURTESIES or _answers(case, e)]
    words += [p.event for p in case.promises if p.runs_to is None and not _at_interview(case, p)]
    words += [e for e, _ in case.all(CallRequested)]
    words += [s.event for s in case.sends if s.kind == "check_in" and _was_taken(s)]
    last = max(words, key=lambda e: (e.when.at, e.place), default=None)
    if last is None or promised is None or promised.runs_to is None:
        return last
    inside = last.when.on <= promised.runs_to
    return None if inside else last


def _at_interview(case: Case, promised: Promised) -> bool:
    """Return whether the words fell on the day of the last interview, which counts instead."""
    return bool(case.rounds) and promised.on <= case.rounds[-1].start.date()


def _answers(case: Case, received: Event) -> bool:
    return any(s.kind == "check_in" and strictly_after(received, s.event) for s in case.sends)


def _question(case: Case, asked: _Asked) -> Question | None:
    promised = pending_promise(case)
    if case.offered is not None and promised is None:
        return None
    reader = _reader(case, asked, promised)
    hours = case.hours(reader)
    terms = _terms(case, asked, promised, hours)
    if not terms:
        return None
    if asked.count >= case.preferences.max_checkins:
        return _closing(case, asked, reader, hours, promised)
    decides = _decides(terms)
    question = Question(
        kind="check_in",
        attempt=asked.count + 1,
        handled=asked.count,
        reader=reader,
        anchor=decides.anchor,
        not_before=max([t.not_before for t in terms]),
        due=decides.due,
        why=(decides.reason, *[t.reason for t in terms if t is not decides]),
        promised=promised,
        running=_running(case, promised),
        prohibited=_prohibited(case),
    )
    return _after_leave(case, _outside_stretch(case, _after_prohibition(question, hours)), hours)


def _terms(case: Case, asked: _Asked, promised: Promised | None, hours: Hours) -> list[Term]:
    terms: list[Term] = []
    hold = running_hold(case)
    if hold is not None:
        terms.append(hold_term(case, *hold, hours))
    if promised is not None and (term := promise_term(case, promised, hours)):
        terms.append(term)  # beside a pause too: it must not shorten what was promised
    last = case.rounds[-1] if case.rounds and case.offered is None and hold is None else None
    if last is not None and (not terms or _later(case, promised)):
        terms.append(interview_term(case, last, hours))
    heard = _heard(case, promised)
    if heard is not None and hold is not None and not _after_hold(heard, *hold):
        heard = None
    if heard is not None and (last is None or strictly_after(heard, last.event)) and terms:
        terms.append(answer_term(case, heard, hours))
    if asked.day is not None and terms:
        anchor = asked.last.event if asked.last else asked.skipped[-1]
        terms.append(gap_term(case, anchor, asked.day, hours))
    return terms


def _after_hold(heard: Event, event: Event, hold: OnHold) -> bool:
    """Return whether they spoke after the pause they announced; within it, it stands."""
    return strictly_after(heard, event) and (hold.until is None or heard.when.on > hold.until)


def _later(case: Case, promised: Promised | None) -> bool:
    """Return whether the last interview came after the promise was made."""
    if promised is None or promised.by is None:
        return True
    start, said = case.rounds[-1].start, promised.event.when
    return start.date() > said.on if said.is_date else start > said.at


def _decides(terms: list[Term]) -> Term:
    if len(terms) == 1:
        return terms[0]
    return max(reversed(terms), key=lambda t: (t.due, t.not_before))


def _running(case: Case, promised: Promised | None) -> Promised | None:
    if promised is None or promised.runs_to is None:
        return None
    today = case.hours().local(case.at).date()
    return promised if today <= promised.runs_to else None


def _reader(case: Case, asked: _Asked, promised: Promised | None) -> str | None:
    """Return whom to ask: the same person again; after a silent recruiter the manager (CK-16)."""
    if asked.last is None:
        hold = running_hold(case)
        giver = _wrote_of(case, hold[0]) if hold else None
        return status_reader(case, giver or (promised.promise.from_ if promised else None))
    before = [p for p in case.opportunity.people if p in asked.last.readers]
    if any(case.role(p) in BETWEEN for p in before):
        manager = first(case, ("hiring_manager",))
        if manager is not None and reachable(case, manager):
            return manager
    known = [p for p in before if reachable(case, p)] or before
    return known[0] if known else status_reader(case, None)


def _wrote_of(case: Case, hold: Event) -> str | None:
    """Return who wrote of the hold, where their mail is on record."""
    heard = [r.from_ for e, r in case.all(Received) if e.when.at == hold.when.at and r.from_]
    return heard[-1] if heard else None


def _closing(
    case: Case, asked: _Asked, reader: str | None, hours: Hours, promised: Promised | None
) -> Question | None:
    if asked.day is None:
        return None
    if asked.last is not None and asked.last.readers:
        to_last = [p for p in case.opportunity.people if p in asked.last.readers]
        reader = to_last[0] if to_last else reader
        hours = case.hours(reader)
    anchor = asked.last.event if asked.last else asked.skipped[-1]
    silent = silent_agency(case, reader, anchor)
    patience = CLOSING_DAYS
    if silent is not None and silent.reader is not None:
        reader, patience = silent.reader, AGENCY_DAYS
        hours = case.hours(reader)
    moment = at(count_on(case, asked.day, patience), hours.checks_in, hours.zone)
    last_day = count_on(case, asked.day, patience + CLOSING_LATEST - CLOSING_DAYS)
    if promised is not None and promised.runs_to is not None:
        # Even the last word waits for what was promised.
        after = count_on(case, promised.runs_to, max(case.preferences.grace, 1))
        moment = max(moment, at(after, hours.checks_in, hours.zone))
        last_day = max(last_day, count_on(case, moment.date(), CLOSING_DAYS))
    names = ("max_checkins",)
    why = case.reason(
        "CK-7", "closing.silence", anchor, rests_on=names, count=asked.count, on=asked.day
    )
    done = any(s.kind == "closing_message" and strictly_after(s.event, anchor) for s in case.sends)
    return Question(
        kind="closing_message",
        attempt=1,
        handled=asked.count,
        reader=reader,
        anchor=anchor,
        not_before=moment,
        due=moment,
        latest=at(last_day, CLOSES, hours.zone),
        why=(why, *((silent.reason,) if silent else ())),
        prohibited=_prohibited(case),
        skipped=done,
    )


def _prohibited(case: Case) -> Prohibition | None:
    found = case.forbidden("any")
    if found is not None:
        return found
    asked_not_to = next((p for p in case.promises if p.prohibits), None)
    if asked_not_to is None:
        return None
    return Prohibition(asked_not_to.event, ("any",), asked_not_to.promise.said, None)


def _after_prohibition(question: Question, hours: Hours) -> Question:
    prohibited = question.prohibited
    if prohibited is None or prohibited.until is None:
        return question
    first_day = hours.morning(hours.local(prohibited.until).date(), hours.checks_in)
    return _moved(question, first_day, question.why)


def _outside_stretch(case: Case, question: Question) -> Question:
    """Say so where the year-end days were left out of the count (rule CK-8)."""
    if _invited(question):
        return question
    if not touches_year_end(question.anchor.when.on, question.due.date()):
        return question
    counts = case.preferences.holiday_stretch == "off"
    say = "check.year_end_counts" if counts else "check.year_end"
    why = case.reason("CK-8", say, rests_on=("holiday_stretch",))
    return replace(question, why=(*question.why, why))


def _invited(question: Question) -> bool:
    return question.promised is not None and question.promised.invites


def _after_leave(case: Case, question: Question, hours: Hours) -> Question:
    """Given a question, return it two business days after the reader's return (rule CK-9)."""
    for event, away in case.all(Away):
        if away.until is None or away.person not in (None, question.reader):
            continue
        begins = away.from_ or event.when.on
        back = case.calendar.after(away.until)
        day = case.calendar.after(back, RETURN_DAYS)
        if begins <= question.due.date() and question.not_before.date() < day:
            why = case.reason(
                "CK-9",
                "check.away",
                event,
                person=case.name(away.person),
                until=away.until,
                back=back,
            )
            moment = at(day, hours.checks_in, hours.zone)
            question = _moved(question, moment, (why, *question.why), anchor=event)
    return question


def _moved(
    question: Question,
    moment: datetime,
    why: tuple[Reason, ...],
    anchor: Event | None = None,
) -> Question:
    return replace(
        question,
        not_before=max(question.not_before, moment),
        due=max(question.due, moment),
        anchor=anchor if anchor is not None and question.due < moment else question.anchor,
        why=why,
    )


def has_ended_in_silence(case: Case, question: Question | None) -> bool:
    """Return whether the closing message's last day has passed without an answer (rule CK-7)."""
    return (
        question is not None
        and question.kind == "closing_message"
        and question.latest is not None
        and question.prohibited is None
        and question.latest < case.at
    )
