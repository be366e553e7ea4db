"""Thank-you notes, and asking for the address of somebody who was met."""

from dataclasses import replace

from heardback.drafting import facts, material
from heardback.drafting.case import Case
from heardback.drafting.kinds import points
from heardback.drafting.line import Line
from heardback.drafting.material import Noted
from heardback.drafting.outline import Outline, Paragraph
from heardback.model.people import Person

ARRANGES = frozenset({"coordinator", "recruiter", "agency_recruiter"})
BRIEF = frozenset({"linkedin"})


def thank_you(case: Case) -> Outline:
    """Given a case, return the note: thanks, what was talked about, aims, interest."""
    if _only_arranged(case):
        return _thank_coordinator(case)
    spoken_of = [
        n for n in material.topics(case) if n[1] in ("noun", "mine", "doing", "how", "clause")
    ]
    opening = (_thanks(case), *_lateness(case))
    about = _about(case, spoken_of)
    ending = _ending(case)
    if case.follow_up.channel in BRIEF:
        return Outline(
            paragraphs=((*opening, *about[:1]),),
            sign_off="sign_off.brief",
            questions=_ask(case, about),
        )
    return Outline(
        subject=case.line("subject.thank_you"),
        paragraphs=(opening, about, *points.corrections(case), *points.additions(case), ending),
        questions=_ask(case, about),
    )


def _only_arranged(case: Case) -> bool:
    ids = case.follow_up.to
    roles = {case.opportunity.people.get(p) for p in ids}
    return bool(ids) and not set(ids) & set(case.panel) and roles <= ARRANGES


def _thank_coordinator(case: Case) -> Outline:
    return Outline(
        subject=case.line("subject.thank_you"),
        paragraphs=((case.line("thanks.arranging"), case.line("thanks.effort")),),
    )


def _thanks(case: Case) -> Line:
    if len(case.follow_up.to) > 1:
        return case.line("thanks.group")
    earlier = [
        f
        for f in facts.held(case.opportunity, at=case.at)
        if set(case.follow_up.to) & set(case.met(f))
    ]
    if len(earlier) > 1 and case.interview and earlier[0].event != case.interview.event:
        return case.line("thanks.again")
    mode = case.interview.what.mode if case.interview else None
    key = {"onsite": "thanks.onsite", "phone": "thanks.phone"}.get(mode or "", "thanks")
    return case.line(key)


def _lateness(case: Case) -> Paragraph:
    late = case.follow_up.latest is not None and case.at > case.follow_up.latest
    return (case.line("thanks.late"),) if late else ()


def _about(case: Case, spoken_of: list[Noted]) -> Paragraph:
    lines = [
        case.line(f"{key}.{form}", topic=slot)
        for key, (slot, form) in zip(("topic", "topic.second"), spoken_of, strict=False)
    ]
    fit = _fit(case)
    if lines and not fit and material.is_keen(case):
        lines.append(case.line("topic.why"))
    return (*lines, *fit)


def _fit(case: Case) -> Paragraph:
    usable = [n for n in material.strengths(case) if n[1] in ("noun", "mine", "doing")]
    if not usable or not material.is_keen(case):
        return ()
    slot, form = usable[0]
    return (case.line(f"fit.{form}", strength=slot),)


def _ending(case: Case) -> Paragraph:
    offer = points.offer_of_information(case)
    return (case.line("interest"), offer) if material.is_keen(case) else (offer,)


def _ask(case: Case, about: Paragraph) -> tuple[Line, ...]:
    if about or not case.readers:
        return ()
    return (case.line("ask.topics", name=case.names(case.readers)),)


def ask_address(case: Case) -> Outline:
    """Given a case, return the request for an address, with the note ready to be passed on."""
    missing = _without_address(case)
    names = case.names(missing, full=True) if missing else None
    plain = Outline(
        subject=case.line("subject.ask_address", names=names),
        greeting="greeting.friendly",
        paragraphs=((case.line("ask_address.why", names=names), case.line("ask_address.please")),),
    )
    if len(missing) != 1:
        return plain
    note = _note_for(case, missing[0])
    passed_on = (case.line("ask_address.below"),)
    return replace(
        plain, paragraphs=(*plain.paragraphs, passed_on), enclosed=note, questions=note.questions
    )


def _without_address(case: Case) -> list[Person]:
    people = case.search.people
    ids = facts.unreachable(case.opportunity, search=case.search, at=case.at)
    anchored = [p for p in ids if f"/{p}" in case.follow_up.id]
    return [people[p] for p in (anchored or ids) if p not in case.follow_up.to]


def _note_for(case: Case, person: Person) -> Outline:
    to_them = replace(case, follow_up=replace(case.follow_up, kind="thank_you", to=(person.id,)))
    return replace(thank_you(to_them), greeting="greeting.note", reader=to_them.names([person]))
