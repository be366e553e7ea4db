"""Thank-you notes, and asking for the address of somebody who was met."""

from dataclasses import replace

from heardback.drafting import facts, material
from heardback.drafting.case import Case
from heardback.drafting.kinds import points, proofs
from heardback.drafting.line import Line
from heardback.drafting.material import Noted
from heardback.drafting.outline import Outline, Paragraph
from heardback.drafting.words import ABOUT
from heardback.model.people import Person

ARRANGES = frozenset({"coordinator", "recruiter", "agency_recruiter"})
TELLABLE = frozenset({*ABOUT, "clause", "saying", "question"})
# What may open a note by itself; "my redesign" would put the writer first.
# What a job can be made of, so that one can look forward to it.
WORK = frozenset({"doing", "how"})
LEADS = frozenset({"noun", "doing", "how"})


def thank_you(case: Case) -> Outline:
    """Given a case, return the note: thanks, what was talked about, aims, interest."""
    if _only_arranged(case):
        return _thank_coordinator(case)
    talked = [n for n in material.topics(case) if n[1] in TELLABLE]
    fit = _fit(case)
    return Outline(
        subject=case.line("subject.thank_you"),
        paragraphs=(
            *_opening(case, talked, fit),
            *points.corrections(case),
            *points.additions(case),
            _ending(case),
        ),
        questions=_ask(case, talked, fit),
        thin=not talked,
    )


def _opening(case: Case, talked: list[Noted], fit: Paragraph) -> tuple[Paragraph, ...]:
    """Return thanks, topics and fit, built in one of three ways."""
    thanks: Paragraph = (_thanks(case), *_lateness(case))
    about = _about(case, talked)
    way = case.pick(3, name="way")
    roomy = case.follow_up.channel != "linkedin"
    can_lead = (
        roomy and talked and talked[0][1] in LEADS and "day" in case.usual and not _lateness(case)
    )
    if way == 1 and can_lead and case.is_alone and not _again(case):
        lead = case.line("thanks.lead", topic=talked[0][0])
        return ((lead, *(ln for ln in about[1:] if ln.key != "topic.why")), fit)
    if way == 2:
        return ((*thanks, *about), fit)
    if fit and fit[0].key.startswith("proved"):
        return (thanks, about, fit)
    return (thanks, (*about, *fit))


def _only_arranged(case: Case) -> bool:
    ids = case.follow_up.to
    roles = {case.opportunity.people.get(p) for p in ids}
    return bool(ids) and not set(ids) & set(case.panel) and roles <= ARRANGES


def _thank_coordinator(case: Case) -> Outline:
    return Outline(
        subject=case.line("subject.thank_you"),
        paragraphs=((case.line("thanks.arranging"), case.line("thanks.effort").spare()),),
    )


def _thanks(case: Case) -> Line:
    if len(case.follow_up.to) > 1:
        return case.line("thanks.group")
    if _again(case):
        return case.line("thanks.again")
    mode = case.interview.what.mode if case.interview else None
    key = {"onsite": "thanks.onsite", "phone": "thanks.phone"}.get(mode or "", "thanks")
    return case.line(key)


def _again(case: Case) -> bool:
    earlier = [
        f
        for f in facts.held(case.opportunity, at=case.at)
        if set(case.follow_up.to) & set(case.met(f))
    ]
    return (
        len(earlier) > 1 and case.interview is not None and earlier[0].event != case.interview.event
    )


def _lateness(case: Case) -> Paragraph:
    late = case.follow_up.latest is not None and case.at > case.follow_up.latest
    return (case.line("thanks.late").spare(1),) if late else ()


def _about(case: Case, talked: list[Noted]) -> Paragraph:
    lines = [
        case.line(f"{key}.{_key(form)}", topic=slot)
        for key, (slot, form) in zip(("topic", "topic.second"), talked, strict=False)
    ]
    if len(lines) == 2:
        return (lines[0], lines[1].spare())
    if lines and talked[0][1] in WORK and material.is_eager(case):
        lines.append(case.line("topic.why", evidence=material.zeal(case)).spare())
    return tuple(lines)


def _key(form: str) -> str:
    return "about" if form in LEADS else form


def _fit(case: Case) -> Paragraph:
    if not material.is_keen(case):
        return ()
    return proofs.first(case, "fit")


def _ending(case: Case) -> Paragraph:
    offer = points.offer_of_information(case)
    if not material.is_keen(case):
        return (offer,)
    return (material.interest(case), offer)


def _ask(case: Case, talked: list[Noted], fit: Paragraph) -> tuple[Line, ...]:
    if not case.readers:
        return ()
    if not talked:
        return (case.line("ask.topics", name=case.names(case.readers)),)
    if not fit and material.is_keen(case):
        return (case.line("ask.strength"),)
    return ()


def ask_address(case: Case) -> Outline:
    """Given a case, return the request for an address, with the note ready to be passed on."""
    missing = _without_address(case)
    names = case.names(missing, full=True) if missing else None
    plain = Outline(
        subject=case.line("subject.ask_address", names=names),
        register="friendly",
        paragraphs=((case.line("ask_address.why", names=names), case.line("ask_address.please")),),
        voicemail=(case.line("voicemail.ring_back"), case.line("voicemail.number")),
    )
    if len(missing) != 1 or case.follow_up.channel != "email":
        return plain
    note = _note_for(case, missing[0])
    passed_on = (case.line("ask_address.below"),)
    return replace(
        plain,
        paragraphs=(*plain.paragraphs, passed_on),
        enclosed=note,
        questions=note.questions,
        thin=note.thin,
    )


def _without_address(case: Case) -> list[Person]:
    people = case.search.people
    ids = facts.unreachable(case.opportunity, search=case.search, at=case.at)
    anchored = [p for p in ids if f"/{p}" in case.follow_up.id]
    return [people[p] for p in (anchored or ids) if p not in case.follow_up.to]


def _note_for(case: Case, person: Person) -> Outline:
    to_them = replace(case, follow_up=replace(case.follow_up, kind="thank_you", to=(person.id,)))
    return replace(thank_you(to_them), reader=to_them.names([person]))
