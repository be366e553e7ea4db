"""Who owes whom an answer in one opportunity, as a screen says it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model import events as ev
from heardback.model.events import Event
from heardback.model.message import Address
from heardback.model.search import Opportunity
from heardback.model.understanding import Act, ActKind, InterviewSeen, Understanding
from heardback.model.wording import FaceWords
from heardback.playbook.fold import preferences_of
from heardback.playbook.promises import read_promise
from heardback.timeframe.business import WorkCalendar
from heardback.tracking.assemble import Tracked, TrackedOpportunity
from heardback.tracking.silence import Debt, who_owes

ENDS = (ev.Rejected, ev.Filled, ev.Withdrew, ev.Declined)
SENT: dict[str, ActKind] = {
    "withdraw": "ends",
    "decline": "ends",
    "accept": "accepts",
    "thank_you": "awaits",
    "check_in": "asks",
    "ask_question": "asks",
    "ask_extension": "asks",
    "reschedule": "asks",
}


def owed(tracked: Tracked, one: TrackedOpportunity, *, at: datetime) -> Debt | None:
    """Given an opportunity, return the answer somebody owes at `at`, or None.

    Mail tells most of it; what was logged by hand counts beside it.
    """
    told = [reading.seen for reading in one.readings]
    told += by_hand(one.opportunity, tracked)
    me = frozenset(a.casefold() for a in tracked.search.candidate.addresses)
    return who_owes(told, at=at, me=me)


def by_hand(opportunity: Opportunity, tracked: Tracked) -> Iterator[Understanding]:
    """Given an opportunity, yield what its events say that come from no mail."""
    for event in opportunity.events:
        if event.source and event.source.startswith("message:"):
            continue
        seen = _seen(event, opportunity, tracked)
        if seen is not None:
            yield seen


def _seen(event: Event, opportunity: Opportunity, tracked: Tracked) -> Understanding | None:
    done = event.happened
    basic = Understanding(
        message_id=f"event:{event.ref}", date=event.when.at, from_=_sender(done, tracked)
    )
    quote = event.quote or ""
    if isinstance(done, ev.Sent):
        act = SENT.get(done.kind)
        acts = (Act(kind=act, quote=quote),) if act else ()
        to = tuple(_address(id, tracked) for id in done.to)
        return replace(basic, direction="out", acts=acts, to=to, sent_kind=done.kind)
    if isinstance(done, ev.Interview):
        end = done.ends.at if done.ends else None
        held = InterviewSeen(start=event.when.at, end=end, cancelled=done.cancelled)
        return replace(basic, message_id=None, uid=f"event:{event.ref}", interview=held)
    found = _act(done, quote)
    if found is not None and isinstance(done, ev.Promise) and found.by is None:
        found = replace(found, by=_day_said(event, done, opportunity, tracked))
    return replace(basic, acts=(found,)) if found else None


def _day_said(
    event: Event, promise: ev.Promise, opportunity: Opportunity, tracked: Tracked
) -> date | None:
    """Return the day that words noted by hand name: "we'll need another week", on the phone."""
    candidate = tracked.search.candidate
    place = (
        opportunity.country or candidate.country,
        opportunity.timezone or candidate.timezone,
        preferences_of(tracked.search, opportunity).quiet_days,
    )
    return read_promise(event, promise, words=ENGLISH_TIMEFRAMES, place=place).by


def _act(done: ev.Happening, quote: str) -> Act | None:
    if isinstance(done, ev.Promise):
        return Act(kind="promises", quote=done.said or quote, by=done.by)
    if isinstance(done, ev.Received) and (done.asks or done.about == "request"):
        return Act(kind="asks", quote=done.asks or quote)
    if isinstance(done, ev.Received):
        return Act(kind="courtesy", quote=quote) if done.about == "thanks" else None
    if isinstance(done, ev.Offer):
        return Act(kind="offers", quote=quote)
    return Act(kind="ends", quote=quote) if isinstance(done, ENDS) else None


def _sender(done: ev.Happening, tracked: Tracked) -> Address:
    return _address(getattr(done, "from_", None), tracked)


def _address(id: object, tracked: Tracked) -> Address:
    person = tracked.search.people.get(id) if isinstance(id, str) else None
    return Address(person.name, person.email or "") if person else Address()


def owed_view(
    debt: Debt | None, opportunity: Opportunity, tracked: Tracked, *, at: datetime, faces: FaceWords
) -> dict[str, Any] | None:
    """Given what is owed, return it for a screen and for --json; None where nothing is."""
    if debt is None:
        return None
    by_address = {(p.email or "").casefold(): p for p in tracked.search.people.values() if p.email}
    person = by_address.get(debt.person)
    other = person.name if person else opportunity.employer
    calendar = WorkCalendar(opportunity.country or tracked.search.candidate.country)
    return {
        "by": debt.by_whom,
        "what": debt.kind,
        "since": debt.since.isoformat(),
        "promised": debt.promised.isoformat() if debt.promised else None,
        "late": debt.late(at.date(), calendar),
        "person": person.id if person else None,
        "quote": debt.quote or None,
        "message_id": debt.message_id,
        "words": faces.owed(
            debt.by_whom,
            employer=opportunity.employer,
            person=other,
            since=debt.since,
            promised=debt.promised,
            today=at.date(),
        ),
    }
