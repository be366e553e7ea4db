"""Asking where things stand: before leaving, once the time has come, and one last time."""

from heardback.drafting import facts, material
from heardback.drafting.case import Case
from heardback.drafting.facts import Found
from heardback.drafting.kinds import points
from heardback.drafting.kinds.notes import LEADS
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.outline import Outline, Paragraph
from heardback.drafting.words import ABOUT
from heardback.model.events import Applied, Interview, News, Rejected

RECRUITERS = frozenset({"agency_recruiter"})


def ask_timeframe(case: Case) -> Outline:
    """Given a case, return the card for the interview to come: what to ask before leaving."""
    event = case.anchor()
    if event is None or not isinstance(event.happened, Interview):
        coming = facts.ahead(case.opportunity, at=case.at)
        event = coming.event if coming else None
    ids = event.happened.with_ if event and isinstance(event.happened, Interview) else None
    people = [case.search.people[p] for p in ids or () if p in case.search.people]
    names = case.names(people, full=True) if people else None
    when = case.dated(event.when, event=event) if event else None
    asks = ("prep.steps", "prep.when", "prep.who", "prep.how")
    heading = case.line("prep.heading", names=names, when=when)
    return Outline(bare=True, paragraphs=((heading,), *((case.line(k),) for k in asks)))


def check_in(case: Case) -> Outline:
    """Given a case, return the check-in: role, date, interest, one question."""
    if _to_agency(case):
        return _ask_agency(case)
    return _first(case) if case.follow_up.attempt == 1 else _second(case)


def _to_agency(case: Case) -> bool:
    roles = {case.opportunity.people.get(p) for p in case.follow_up.to}
    return bool(roles) and roles <= RECRUITERS


def _ask_agency(case: Case) -> Outline:
    again = case.follow_up.attempt > 1
    keen = (case.line("check_in.keen"),) if material.is_keen(case) and not again else ()
    return Outline(
        subject=case.line("subject.check_in"),
        register="friendly",
        paragraphs=(
            (case.line("check_in.agency_again" if again else "check_in.agency"), *keen),
            (case.line("check_in.agency_offer").spare(),),
        ),
        voicemail=_voicemail(case),
    )


def _first(case: Case) -> Outline:
    return Outline(
        subject=case.line("subject.check_in"),
        paragraphs=(
            (*_invited(case), _where_we_met(case), *_still_thinking(case)),
            *points.corrections(case),
            *points.additions(case),
            (_question(case), points.offer_of_information(case)),
        ),
        voicemail=_voicemail(case),
    )


def _still_thinking(case: Case) -> Paragraph:
    """Return one topic of the conversation, so that the message is about something."""
    talked = [n for n in material.topics(case) if n[1] in LEADS]
    if not talked or case.follow_up.aims or not material.is_keen(case):
        return ()
    return (case.line("check_in.topic", topic=talked[-1][0]).spare(),)


def _where_we_met(case: Case) -> Line:
    keen = material.is_keen(case)
    if case.interview:
        return case.line("check_in.met_keen" if keen else "check_in.met")
    applied = facts.last_of(case.events, kind=Applied)
    when = case.day(applied.event) if applied else None
    return case.line("check_in.applied", when=when)


def _invited(case: Case) -> Paragraph:
    promise = facts.promise_of(case.opportunity, at=case.at)
    if promise is None or not promise.what.invites:
        return ()
    evidence: Evidence = {"event": promise.event.ref}
    if promise.what.said:
        evidence["quote"] = promise.what.said
    return (case.line("check_in.invited", evidence=(evidence,)),)


def _question(case: Case) -> Line:
    promise = facts.promise_of(case.opportunity, at=case.at)
    dated = promise is not None and promise.what.by is not None
    asks = any(aim.aim == "ask_timeframe" for aim in case.follow_up.aims)
    said = promise is not None and promise.what.said is not None
    return case.line("check_in.timeline" if (dated or said) and not asks else "check_in.when")


def _second(case: Case) -> Outline:
    new = material.missed(case)
    added = points.additions(case)
    if new and not any(added):
        slot, form = new[0]
        said = "about" if form in ABOUT else form
        added = ((case.line(f"add.{said}", what=slot),),)
    opening = "check_in.second_new" if any(added) else "check_in.second"
    return Outline(
        subject=case.line("subject.check_in"),
        paragraphs=(
            (case.line(opening),),
            *points.corrections(case),
            *added,
            (case.line("check_in.second_question"),),
        ),
        voicemail=_voicemail(case),
        questions=() if any(added) else (case.line("ask.second"),),
    )


def _voicemail(case: Case) -> tuple[Line, ...]:
    return (case.line("voicemail.check_in"), case.line("voicemail.number"))


def closing_message(case: Case) -> Outline:
    """Given a case, return the last message: no question, no complaint, the door left open."""
    keen = (case.line("closing_message.keen").spare(1),) if material.is_keen(case) else ()
    return Outline(
        subject=case.line("subject.closing_message"),
        paragraphs=(
            (case.line("closing_message.last"), *keen),
            (case.line("closing_message.wish"),),
        ),
        voicemail=(case.line("closing_message.last"), case.line("voicemail.number")),
    )


def keep_in_touch(case: Case) -> Outline:
    """Given a case, return the message some months after a no: what is new, the door open."""
    rejected = facts.last_of(case.events, kind=Rejected)
    news = [f for f in facts.all_of(case.events, kind=News) if f.what.about == "reposted"]
    seen: tuple[Evidence, ...] = tuple({"event": f.event.ref} for f in news[-1:])
    now = case.line("keep_in_touch.reposted", evidence=seen) if news else _door_open(case)
    return Outline(
        subject=case.line("subject.keep_in_touch"),
        paragraphs=((_then(case, rejected), *_remembered(case)), (now,)),
        questions=(case.line("ask.new"),),
    )


def _then(case: Case, rejected: Found[Rejected] | None) -> Line:
    evidence: tuple[Evidence, ...] = ({"event": rejected.event.ref},) if rejected else ()
    if case.interview is None:
        return case.line("keep_in_touch.unmet", evidence=evidence)
    met = case.interview.event
    month = Slot(case.words.say_month(case.civil(met.when)), ({"event": met.ref},))
    return case.line("keep_in_touch.then", evidence=evidence, month=month)


def _remembered(case: Case) -> Paragraph:
    talked = [n for n in material.topics(case) if n[1] in LEADS]
    return (case.line("keep_in_touch.topic", topic=talked[0][0]).spare(),) if talked else ()


def _door_open(case: Case) -> Line:
    return case.line("keep_in_touch.now")
