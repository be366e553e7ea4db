"""Answering: a request, a call they want, a meeting missed, an error of ours, a no."""

from heardback.drafting import facts, material
from heardback.drafting.case import Case, quoted
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.outline import Outline, Paragraph
from heardback.drafting.words import ABOUT
from heardback.model.events import (
    CallRequested,
    Debrief,
    Event,
    MistakeSent,
    NoShow,
    Received,
    Rejected,
    Sent,
    Withdrew,
)
from heardback.timeframe.business import WorkCalendar

OTHERWISE = "other"
LONG = 90  # characters of a question that can still be quoted back
NO_THING = frozenset({"question", "how", "clause", "saying", "did"})  # an answer, not "it"


def reply(case: Case) -> Outline:
    """Given a case, return the answer: what the record can answer, else by when."""
    event = _answered(case)
    message = event.happened if event and isinstance(event.happened, Received) else Received()
    if event and message.asks:
        return _answer(case, event, message)
    about = message.about if message.about in ("scheduling", "still_deciding") else OTHERWISE
    evidence: tuple[Evidence, ...] = ({"event": event.ref},) if event else ()
    lines = [case.line(f"reply.{about}", evidence=evidence)]
    if about == "still_deciding" or any(a.aim == "ask_timeframe" for a in case.follow_up.aims):
        lines.append(_when(case))
    if material.is_keen(case) and about != "scheduling":
        lines.append(case.line("reply.keen").spare())
    return Outline(
        subject=case.line("subject.reply"),
        paragraphs=(tuple(lines),),
        questions=(case.line("ask.times"),) if about == "scheduling" else (),
    )


def _when(case: Case) -> Line:
    promise = facts.promise_of(case.opportunity, at=case.at)
    by = promise.what.by if promise else None
    dated = by is not None and by >= case.sends_on
    return case.line("reply.wait" if dated else "check_in.when")


def _answered(case: Case) -> Event | None:
    event = case.anchor()
    if event and isinstance(event.happened, Received):
        return event
    last = facts.last_of(case.events, kind=Received)
    return last.event if last else None


def _answer(case: Case, event: Event, message: Received) -> Outline:
    asked = message.asks or ""
    phrase = case.words.fit_ask(asked)
    what = Slot(phrase.text, quoted(asked, event=event))
    thanks = case.line("reply.thanks", evidence=({"event": event.ref},))
    if case.words.asks_phone.search(asked) and case.search.candidate.phone:
        paragraph: Paragraph = (thanks, case.line("reply.phone"))
        return Outline(subject=case.line("subject.reply"), paragraphs=(paragraph,))
    asks = (case.line("ask.answer", what=Slot(asked)),)
    due = _by(case, event, message)
    if phrase.form == "do":
        key = "reply.will_first" if len(phrase.text) > LONG else "reply.will"
        will = case.line(key, what=what, date=due)
        return Outline(
            subject=case.line("subject.reply"),
            paragraphs=((thanks, will),),
            questions=asks,
        )
    if len(asked) > LONG or case.follow_up.channel in ("call", "linkedin"):
        later = case.line("reply.question_unquoted", date=due)
        return Outline(
            subject=case.line("subject.reply"), paragraphs=((thanks, later),), questions=asks
        )
    promise = case.line(f"reply.ask.{phrase.form}", what=what)
    key = "reply.by_answer" if phrase.form in NO_THING else "reply.by"
    return Outline(
        subject=case.line("subject.reply"),
        paragraphs=((thanks, promise, case.line(key, date=due)),),
        questions=asks,
    )


def _by(case: Case, event: Event, message: Received) -> Slot:
    if message.reply_by is not None:
        return case.dated(message.reply_by, event=event)
    return case.dated(WorkCalendar(case.country).after(case.sends_on), event=event)


def take_call(case: Case) -> Outline:
    """Given a case, return the yes to a talk they asked for."""
    asked = facts.last_of(case.events, kind=CallRequested)
    evidence: tuple[Evidence, ...] = ({"event": asked.event.ref},) if asked else ()
    gone = facts.last_of(case.events, kind=Withdrew) is not None
    about = _call_about(case, asked.event, asked.what) if asked and not gone else None
    key = "take_call.withdrawn" if gone else "take_call"
    spoken = (case.line(key, evidence=evidence, about=about),)
    by_phone = case.follow_up.channel in ("call", "voicemail")
    return Outline(
        subject=case.line("subject.take_call"),
        paragraphs=((*spoken, case.line("take_call.spoken" if by_phone else "take_call.how")),),
        voicemail=(case.line("voicemail.this"), *spoken, case.line("voicemail.number")),
        questions=(case.line("ask.call_times"),),
    )


def _call_about(case: Case, event: Event, asked: CallRequested) -> Slot | None:
    if not asked.about:
        return None
    phrase = case.fit(asked.about)
    usable = phrase.form in ABOUT
    return Slot(phrase.text, quoted(asked.about, event=event)) if usable else None


def reschedule(case: Case) -> Outline:
    """Given a case, return the message after an agreed meeting did not take place."""
    missed = facts.last_of(case.events, kind=NoShow)
    ours = missed is not None and missed.what.by == "candidate"
    evidence: tuple[Evidence, ...] = ({"event": missed.event.ref},) if missed else ()
    when = case.day(missed.event) if missed else None
    key = "reschedule.ours" if ours else "reschedule.theirs"
    lines = (case.line(key, evidence=evidence, when=when), case.line("reschedule.again"))
    return Outline(
        subject=case.line("subject.reschedule"),
        paragraphs=(lines,),
        voicemail=(case.line("voicemail.this"), *lines, case.line("voicemail.number")),
        questions=(case.line("ask.times"),),
    )


def fix_mistake(case: Case) -> Outline:
    """Given a case, return the one corrected message: what was wrong, briefly sorry, done."""
    seen = facts.last_of(case.events, kind=MistakeSent)
    if seen is None or not seen.what.what_is_wrong:
        return Outline(
            subject=case.line("subject.fix_mistake"),
            paragraphs=((case.line("fix_mistake.some"),),),
            questions=(case.line("ask.mistake"),),
        )
    wrong = seen.what.what_is_wrong
    phrase = case.fit(wrong)
    slot = Slot(phrase.text, quoted(wrong, event=seen.event))
    sent = next((e for e in case.opportunity.events if e.place == seen.what.in_), None)
    when = case.day(sent) if sent and isinstance(sent.happened, Sent) else None
    said = "did" if phrase.form == "did" else "other"
    return Outline(
        subject=case.line("subject.fix_mistake"),
        paragraphs=(
            (case.line(f"fix_mistake.{said}", when=when, what=slot),),
            (case.line("fix_mistake.sorry"),),
        ),
        questions=(case.line("ask.corrected", what=Slot(wrong)),),
    )


def answer_rejection(case: Case) -> Outline:
    """Given a case, return the answer to a no: thanks, acceptance, later roles, feedback once."""
    found = facts.last_of(case.events, kind=Rejected)
    evidence: tuple[Evidence, ...] = ({"event": found.event.ref},) if found else ()
    key = "rejection.close" if found and found.what.runner_up else "rejection"
    opening = [case.line(key, evidence=evidence)]
    talked = [n for n in _talked(case) if n[1] in ABOUT]
    if talked:
        opening.append(case.line("rejection.topic", topic=talked[0][0]).spare())
    later = case.preference("feedback_timing", default=0) != 0
    asks = any(a.aim == "ask_feedback" for a in case.follow_up.aims) or not later
    feedback = (case.line("rejection.feedback"),) if asks and case.interview else ()
    return Outline(
        subject=case.line("subject.reply"),
        paragraphs=(tuple(opening), feedback, (case.line("rejection.later").spare(1),)),
    )


def _talked(case: Case) -> list[material.Noted]:
    return material.topics(case) if facts.last_of(case.events, kind=Debrief) else []
