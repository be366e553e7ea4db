"""Through a recruiter: the debrief by telephone, news, and letters that the recruiter carries."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from heardback.drafting import facts, material
from heardback.drafting.case import Case, quoted
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.outline import Outline
from heardback.model.events import Debrief, Hesitation, WeakAnswer

MOST = 4
SPOKEN = frozenset({"call", "voicemail"})


def carried(outline: Outline, *, case: Case) -> Outline:
    """Given a letter meant for the employer, return the message to the recruiter who carries it."""
    names = case.names(case.readers) if case.readers else None
    key = f"carry.{case.follow_up.kind}"
    lead = case.line(key if key in case.words.lines else "carry", names=names)
    if case.follow_up.channel in SPOKEN:
        key = f"carry.call.{case.follow_up.kind}"
        lead = case.line(key if key in case.words.lines else "carry.call", names=names)
        voicemail = (case.line("voicemail.update"), case.line("voicemail.number"))
        spoken = replace(outline, paragraphs=((lead,),), voicemail=voicemail, register="friendly")
        return replace(spoken, enclosed=None)
    return Outline(
        subject=case.line("subject.carry", names=names),
        register="friendly",
        paragraphs=((lead,),),
        enclosed=replace(outline, reader=names),
        questions=outline.questions,
        thin=outline.thin,
    )


def debrief_recruiter(case: Case) -> Outline:
    """Given a case, return what the recruiter hears right after: who, how long, what, how keen."""
    lines = _listed(case, "debrief.topics", lambda d: d.topics)
    lines += _listed(case, "debrief.strengths", lambda d: d.strengths)
    lines += _listed(case, "debrief.weak", _weak)
    lines += _listed(case, "debrief.questions", lambda d: d.questions)
    known = bool(material.debriefs(case))
    return Outline(
        subject=case.line("subject.debrief"),
        register="friendly",
        paragraphs=(
            (_who(case), *_length(case)),
            *((line,) for line in lines),
            (*_interest(case), case.line("debrief.next")),
        ),
        voicemail=(case.line("voicemail.debrief"), case.line("voicemail.number")),
        questions=() if known else (case.line("ask.debrief"),),
        thin=not known,
    )


def _who(case: Case) -> Line:
    people = [case.search.people[p] for p in case.panel if p in case.search.people]
    names = case.names(people, full=True) if people else None
    return case.line("debrief.who", names=names)


def _length(case: Case) -> list[Line]:
    found = case.interview
    if found is None or found.what.ends is None:
        return []
    minutes = int((found.what.ends.at - found.event.when.at).total_seconds() // 60)
    if minutes <= 0:
        return []
    length = Slot(case.words.say_minutes(minutes), ({"event": found.event.ref},))
    return [case.line("debrief.length", length=length)]


def _weak(debrief: Debrief) -> Sequence[str]:
    answers: tuple[WeakAnswer, ...] = (*debrief.mistakes, *debrief.weak_answers)
    return (*(a.what for a in answers), *debrief.missed)


def _listed(case: Case, key: str, pick: Callable[[Debrief], Sequence[str]]) -> list[Line]:
    notes = [(n, f.event) for f in material.debriefs(case) for n in pick(f.what) if n.strip()]
    notes = notes[:MOST]
    if not notes:
        return []
    end = "?" if notes[-1][0].rstrip().endswith("?") else "."
    text = "; ".join(_told(case, n) for n, _ in notes) + end
    evidence = tuple(e for n, event in notes for e in quoted(n, event=event))
    return [case.line(key, what=Slot(text, evidence))]


def _told(case: Case, note: str) -> str:
    """Return a note as a part of a list: no capital, no mark at its end."""
    phrase = case.words.fit(note, "")
    text = phrase.text.rstrip(".?")
    if phrase.form == "did":
        return f"I {text}"
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _interest(case: Case) -> list[Line]:
    levels = [
        (f.what.enthusiasm, f.event)
        for f in material.debriefs(case)
        if f.what.enthusiasm is not None
    ]
    if not levels:
        return []
    level, event = levels[-1]
    word = "high" if level >= 4 else "middling" if level == 3 else "low"
    return [case.line(f"debrief.interest.{word}", evidence=({"event": event.ref},))]


def update_recruiter(case: Case) -> Outline:
    """Given a case, return the news for the recruiter: offers elsewhere, doubts, advice wanted."""
    lines = [*_offers(case), *_doubts(case)]
    empty = (case.line("update.none"),)
    return Outline(
        subject=case.line("subject.update"),
        register="friendly",
        paragraphs=(tuple(lines) or empty, (case.line("update.ask"),)),
        voicemail=(case.line("voicemail.update"), case.line("voicemail.number")),
        questions=() if lines else (case.line("ask.update"),),
        thin=not lines,
    )


def _offers(case: Case) -> list[Line]:
    lines = []
    for offer in facts.offers_elsewhere(case.search, than=case.opportunity, at=case.at)[:1]:
        other = offer.opportunity.id
        rests: tuple[Evidence, ...] = ({"event": offer.offer.event.ref, "of": other},)
        by = case.dated(offer.deadline, event=None).text if offer.deadline else None
        dated = Slot(by, ({"event": offer.deadline_event.ref, "of": other},)) if by else None
        verbal = offer.offer.what.written is False
        lines.append(
            case.line("update.verbal" if verbal else "update.offer", evidence=rests, date=dated)
        )
    return lines


def _doubts(case: Case) -> list[Line]:
    doubt = facts.last_of(case.events, kind=Hesitation)
    if doubt is None:
        return []
    return [case.line(f"update.doubt.{doubt.what.about}", evidence=({"event": doubt.event.ref},))]
