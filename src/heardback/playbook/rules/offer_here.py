"""An offer has come: thank them within a day, ask for its date and writing, decide in good time.

More time is asked for early, by phone, with a date, and only where it would change something.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from heardback.model.plan import Caution, Reason, Sentence
from heardback.playbook.case import Case, Offered
from heardback.playbook.offers import (
    DECIDE_HOURS,
    FEWEST_DAYS,
    Deadline,
    Extension,
    acknowledged,
    deadline,
    extension,
    is_open,
    preferred,
    serious_doubt,
)
from heardback.playbook.promises import Promised, newest
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import author, hours_of, may_call

RULES = ("OF-1", "OF-2", "OF-3", "OF-7", "OF-8", "OF-9")
SOURCE = "seed: find out what your deadline is for a decision; playbook OF-1 to OF-3, OF-7 to OF-9"
EXPLODING = timedelta(hours=48)


def decide(case: Case) -> Iterable[Proposal | Caution]:
    """Given a case, answer with what its own offer asks for."""
    if case.offered is not None and case.elsewhere is None:
        yield from _not_yet_sure(case, case.offered)
    if case.offered is None or not is_open(case):
        return
    limit = deadline(case, case.offered)
    if not acknowledged(case, case.offered):
        yield _acknowledge(case, case.offered, limit)
    yield from _extension(case, case.offered, limit)
    yield _decision(case, case.offered, limit)


def _not_yet_sure(case: Case, offered: Offered) -> Iterable[Caution]:
    if offered.written and not offered.conditions_open:
        return
    say = "offer.not_written" if not offered.written else "offer.conditions"
    for kind in ("resign", "stop_search"):
        why = case.reason("OF-9", f"{say}.{kind}", offered.event)
        yield Caution(opportunity=case.id, kind=kind, reason=why)


def _acknowledge(case: Case, offered: Offered, limit: Deadline) -> Proposal:
    event = offered.event
    reader = author(case, offered.offer.from_)
    hours = hours_of(case, reader)
    moment = hours.open(event.when.at)
    why = [case.reason("OF-1", "offer.thank", event, person=case.name(reader))]
    if limit.assumed:
        rests_on = ("assumed_window",)
        why.append(case.reason("OF-2", "offer.no_date", event, rests_on=rests_on, by=limit.moment))
    if not offered.written:
        why.append(case.reason("OF-9", "offer.ask_writing", event))
    if not limit.assumed and limit.moment - event.when.at < EXPLODING:
        why.append(case.reason("OF-8", "offer.pressing", event, by=limit.moment))
    channel = offered.offer.channel or "email"
    return propose(
        case,
        "acknowledge_offer",
        reader,
        *why,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=hours.day_later(event.when.at),
        channel="call" if channel == "voicemail" else channel,
        changes_if=(Sentence("change.you_decide"),),
    )


def _extension(case: Case, offered: Offered, limit: Deadline) -> Iterable[Proposal]:
    needed = _needs_time(case, limit)
    if limit.assumed or needed is None or limit.moment < case.at:
        return
    if case.sent("ask_extension", since=offered.event):
        return
    reader = author(case, offered.offer.from_)
    hours = hours_of(case, reader)
    start = hours.open(offered.event.when.at)
    exploding = limit.moment - offered.event.when.at < EXPLODING
    half = case.calendar.working_time_between(hours.local(offered.event.when.at), limit.moment) / 2
    middle = case.calendar.working_hours_before(limit.moment, half.total_seconds() / 3600)
    latest = hours.business_days_before(limit.moment, 1)
    due = start if exploding else min(hours.open(max(middle, start)), max(latest, start))
    why = [needed]
    if exploding:
        why.insert(0, case.reason("OF-8", "offer.exploding", offered.event, by=limit.moment))
    yield propose(
        case,
        "ask_extension",
        reader,
        *why,
        anchor=limit.event,
        not_before=start,
        due=due,
        latest=latest,
        channel="call" if may_call(case, reader) else "email",
        changes_if=(Sentence("change.you_decide"), Sentence("change.other_answers")),
    )


def _needs_time(case: Case, limit: Deadline) -> Reason | None:
    """Return why more time would change something: B answers later, or a serious doubt (OF-3)."""
    waited = _waited_for(case, limit)
    if waited is not None:
        other, promised, more = waited
        return case.reason(
            "OF-3",
            "offer.other_later" if more.bridges else "offer.other_much_later",
            limit.event,
            promised.event,
            rests_on=("extension_days", "tell_A_why"),
            other=other.opportunity.employer,
            other_by=promised.by,
            by=limit.moment,
            days=more.days,
            until=more.until,
        )
    doubt = serious_doubt(case)
    if doubt is None:
        return None
    days = max(case.preferences.extension_days, FEWEST_DAYS)
    rests_on = ("extension_days",)
    return case.reason("OF-3", "offer.doubt", doubt, rests_on=rests_on, by=limit.moment, days=days)


def _waited_for(case: Case, limit: Deadline) -> tuple[Case, Promised, Extension] | None:
    """Return the other employer worth waiting for: the last that the time to ask for can reach."""
    found = []
    for other in case.cases:
        promised = _promised_later(case, other, limit.moment)
        if promised is not None and promised.by is not None:
            found.append((other, promised, extension(case, limit, promised.by)))
    within = [row for row in found if row[2].bridges]
    if within:
        return max(within, key=lambda row: row[2].needed)
    return min(found, key=lambda row: row[2].needed, default=None)


def _promised_later(case: Case, other: Case, moment: datetime) -> Promised | None:
    if other is case or other.over or other.accepted or other.offered is not None:
        return None
    if preferred(case, other) is not None and serious_doubt(case) is None:
        return None
    promised = newest(other.promises, "answer")
    if promised is None or promised.by is None or promised.by <= moment.date():
        return None
    return promised


def _decision(case: Case, offered: Offered, limit: Deadline) -> Proposal:
    hours = case.hours()
    due = case.calendar.working_hours_before(limit.moment, DECIDE_HOURS)
    why = [case.reason("OF-7", "offer.decide", limit.event, by=limit.moment, hours=DECIDE_HOURS)]
    if limit.assumed:
        rests_on = ("assumed_window",)
        days = case.preferences.assumed_window
        why.append(
            case.reason("OF-2", "offer.assumed", offered.event, rests_on=rests_on, days=days)
        )
    return propose(
        case,
        "decide",
        None,
        *why,
        anchor=limit.event,
        not_before=hours.local(offered.event.when.at),
        due=due,
        latest=limit.moment,
        channel=None,
        changes_if=(Sentence("change.more_time"),),
    )
