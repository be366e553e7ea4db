"""Offers: acknowledging, asking for time, telling the other employer, deciding, accepting."""

from datetime import date

from heardback.drafting import facts, material
from heardback.drafting.case import Case
from heardback.drafting.facts import OpenOffer
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.outline import Outline, Paragraph
from heardback.errors import DraftRefused
from heardback.model.plan import FollowUp
from heardback.model.search import Opportunity
from heardback.timeframe.business import WorkCalendar

FEWEST_DAYS = 3
ASKED_FOR = ("ask_until", "until", "new_date", "extension", "asks_until")


def _resting(offer: OpenOffer | None) -> tuple[Evidence, ...]:
    return ({"event": offer.offer.event.ref},) if offer else ()


def acknowledge_offer(case: Case) -> Outline:
    """Given a case, return warm thanks without a yes or a no; it asks for the date and writing."""
    offer = case.offer
    roles = {case.opportunity.people.get(p) for p in case.follow_up.to}
    key = "acknowledge.agency" if roles == {"agency_recruiter"} else "acknowledge.thanks"
    thanks = case.line(key, evidence=_resting(offer))
    asks: list[Line] = []
    if offer and offer.deadline:
        by = case.dated(offer.deadline, event=offer.deadline_event)
        asks.append(case.line("acknowledge.by", date=by))
    else:
        asks.append(case.line("acknowledge.ask_date"))
    if not (offer and offer.offer.what.written):
        asks.append(case.line("acknowledge.ask_writing"))
    return Outline(
        subject=case.line("subject.offer"),
        paragraphs=((thanks, case.line("acknowledge.thought").spare()), tuple(asks)),
        voicemail=(case.line("voicemail.this"), thanks, case.line("voicemail.number")),
    )


def ask_extension(case: Case) -> Outline:
    """Given a case, return the request for a few more days, with the day named."""
    offer = case.offer
    other = _waited_for(case)
    until = _asked_in_plan(case.follow_up) or _bridging(case, other)
    deadline = (
        case.dated(offer.deadline, event=offer.deadline_event) if offer and offer.deadline else None
    )
    grounds = (offer.deadline_event if offer else None) if until else None
    lines = [
        *_why(case, other),
        case.line(
            "extension.ask",
            until=case.dated(until, event=grounds) if until else None,
            deadline=deadline,
        ),
    ]
    if until:
        lines.append(case.line("extension.keep"))
    thanks = case.line("extension.thanks", evidence=_resting(offer))
    return Outline(
        subject=case.line("subject.offer"),
        paragraphs=((thanks,), tuple(lines), (case.line("extension.understand").spare(1),)),
        voicemail=(case.line("voicemail.offer"), case.line("voicemail.number")),
        questions=() if until else (case.line("ask.extension"),),
    )


def _asked_in_plan(follow_up: FollowUp) -> date | None:
    values = [reason.values.get(name) for reason in follow_up.why for name in ASKED_FOR]
    return next((v for v in values if isinstance(v, date)), None)


def _waited_for(case: Case) -> Opportunity | None:
    running = facts.running_elsewhere(case.search, than=case.opportunity, at=case.at)
    dated = [
        (promise.what.by, o)
        for o in running
        if (promise := facts.promise_of(o, at=case.at)) and promise.what.by
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else next(iter(running), None)


def _bridging(case: Case, other: Opportunity | None) -> date | None:
    """Return the day that just reaches past the other's date: 3 business days on, or more."""
    if case.offer is None or case.offer.deadline is None:
        return None
    calendar = WorkCalendar(case.country)
    deadline = case.civil(case.offer.deadline)
    promise = facts.promise_of(other, at=case.at) if other else None
    by = promise.what.by if promise else None
    wanted = calendar.count_between(deadline, calendar.after(by)) if by else FEWEST_DAYS
    most = case.preference("extension_days", default=5)
    limit = most if isinstance(most, int) else 5
    return calendar.after(deadline, min(max(wanted, FEWEST_DAYS), max(limit, 1)))


def _why(case: Case, other: Opportunity | None) -> Paragraph:
    told = case.preference("tell_A_why", default="process")
    if other is None or told == "none":
        return ()
    last = facts.known(other, at=case.at)[-1]
    evidence: tuple[Evidence, ...] = ({"event": last.ref, "of": other.id},)
    return (case.line("extension.why", evidence=evidence),)


def tell_about_offer(case: Case) -> Outline:
    """Given a case, return the news of an offer elsewhere: its date, no name, no figures."""
    offers = facts.offers_elsewhere(case.search, than=case.opportunity, at=case.at)
    if not offers:
        raise DraftRefused(
            "no offer of another employer is on record, so none can be claimed: a bluff that is "
            "found out ends the process (rule OF-10).",
            hint="If you have one, note it first: heardback log OPPORTUNITY offer from=NAME "
            "decide_by=DATE.",
        )
    offer = offers[0]
    other = offer.opportunity.id
    rests: tuple[Evidence, ...] = ({"event": offer.offer.event.ref, "of": other},)
    verbal = offer.offer.what.written is False
    by = case.dated(offer.deadline, event=None) if offer.deadline else None
    dated = Slot(by.text, ({"event": offer.deadline_event.ref, "of": other},)) if by else None
    news = case.line("tell.verbal" if verbal else "tell.offer", evidence=rests, date=dated)
    return Outline(
        subject=case.line("subject.tell"),
        paragraphs=(
            (news, *_preferred(case, other)),
            (case.line("tell.ask", date=dated), case.line("tell.understand").spare(1)),
        ),
        voicemail=(case.line("voicemail.tell"), case.line("voicemail.number")),
        questions=() if dated else (case.line("ask.deadline"),),
    )


def _preferred(case: Case, other: str) -> Paragraph:
    said = facts.preferred(case.opportunity, over=other, at=case.at)
    if said is not None:
        return (case.line("tell.preferred", evidence=({"event": said.event.ref},)),)
    return (case.line("tell.keen"),) if material.is_keen(case) else ()


def decide(case: Case) -> Outline:
    """Given a case, return the card for the candidate's own decision: both sides and the date."""
    offer = case.offer
    by = (
        case.dated(offer.deadline, event=offer.deadline_event) if offer and offer.deadline else None
    )
    lines = [case.line("decide.by", evidence=_resting(offer), date=by)]
    running = facts.running_elsewhere(case.search, than=case.opportunity, at=case.at)
    dated = [o for o in running if _promised(case, o)]
    lines += [_other_side(case, other) for other in dated]
    lines += _undated(case, [o for o in running if o not in dated])
    ending = case.line("decide.say")
    return Outline(bare=True, paragraphs=(*((line,) for line in lines), (ending,)))


def _promised(case: Case, other: Opportunity) -> bool:
    promise = facts.promise_of(other, at=case.at)
    return promise is not None and promise.what.by is not None


def _other_side(case: Case, other: Opportunity) -> Line:
    promise = facts.promise_of(other, at=case.at)
    assert promise is not None and promise.what.by is not None
    name = Slot(other.employer, ({"opportunity": "employer", "of": other.id},))
    when = case.dated(promise.what.by, event=None).text
    dated = Slot(when, ({"event": promise.event.ref, "of": other.id},))
    return case.line("decide.other", other=name, date=dated)


def _undated(case: Case, others: list[Opportunity]) -> list[Line]:
    if not others:
        return []
    grounds: tuple[Evidence, ...] = tuple({"opportunity": "employer", "of": o.id} for o in others)
    names = Slot(case.words.join([o.employer for o in others]), grounds)
    return [case.line("decide.undated", others=names)]


def accept(case: Case) -> Outline:
    """Given a case, return the acceptance: one clear yes, thanks, what comes next."""
    offer = case.offer
    yes = case.line("accept.yes", evidence=_resting(offer))
    open_points: list[Line] = []
    if offer and offer.offer.what.written is not True:
        open_points.append(case.line("accept.writing"))
    if offer and offer.offer.what.conditional:
        open_points.append(case.line("accept.conditions"))
    return Outline(
        subject=case.line("subject.accept"),
        paragraphs=(
            (yes, case.line("accept.thanks").spare(1)),
            (*open_points, case.line("accept.next")),
        ),
        voicemail=(case.line("voicemail.offer"), case.line("voicemail.number")),
    )
