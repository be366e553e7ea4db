"""What a message should also achieve: correct a fact, add one, answer a concern, ask."""

from heardback.drafting import facts, material
from heardback.drafting.case import Case, quoted
from heardback.drafting.kinds import proofs
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.outline import Outline, Paragraph
from heardback.drafting.words import ABOUT
from heardback.model.events import Concern, Debrief, Event, Hesitation
from heardback.model.plan import Aim

MOST_QUESTIONS = 4


def corrections(case: Case) -> tuple[Paragraph, ...]:
    """Given a case, return the right facts, a sentence each."""
    lines = [
        _noted_line(case, aim, "correct") for aim in case.follow_up.aims if aim.aim == "correct"
    ]
    return (tuple(line for line in lines if line),)


def additions(case: Case) -> tuple[Paragraph, ...]:
    """Given a case, return what did not come up, and the answer to a concern."""
    added = [_noted_line(case, aim, "add") for aim in case.follow_up.aims if aim.aim == "add"]
    persuading = [aim for aim in case.follow_up.aims if aim.aim == "persuade"]
    return (tuple(line for line in added if line), _persuasion(case, persuading))


def offer_of_information(case: Case) -> Line:
    """Given a case, return the offer of more, asked as a question where they are in doubt."""
    unsure = any(aim.aim == "persuade" for aim in case.follow_up.aims)
    return case.line("offer.question") if unsure else case.line("offer").spare()


def _noted_line(case: Case, aim: Aim, key: str) -> Line | None:
    if not aim.what or case.words.unfit.search(aim.what):
        return None
    phrase = case.fit(aim.what)
    slot = Slot(phrase.text, _cited(aim))
    form = "about" if phrase.form in ABOUT else phrase.form
    return case.line(f"{key}.{form}", what=slot)


def _cited(aim: Aim) -> tuple[Evidence, ...]:
    return tuple({"event": g.event, "quote": g.quote or aim.what} for g in aim.evidence)


def _persuasion(case: Case, aims: list[Aim]) -> Paragraph:
    if not aims:
        return ()
    event = _concern(case, aims)
    lines = [_their_concern(case, event)] if event else []
    said_already = case.follow_up.kind == "thank_you"
    return tuple(lines) if said_already else (*lines, *proofs.first(case, "proof"))


def _concern(case: Case, aims: list[Aim]) -> Event | None:
    cited = {g.event for aim in aims for g in aim.evidence}
    concerns = [e for e in case.events if isinstance(e.happened, Concern)]
    return next((e for e in reversed(concerns) if not cited or e.ref in cited), None)


def _their_concern(case: Case, event: Event) -> Line:
    concern = event.happened
    about = concern.about if isinstance(concern, Concern) else None
    if not about:
        return case.line("concern", evidence=({"event": event.ref},))
    phrase = case.fit(about)
    key = "concern.about" if phrase.form in ABOUT else "concern"
    slot = Slot(phrase.text, quoted(about, event=event))
    return case.line(key, evidence=({"event": event.ref},), about=slot)


def raise_point(case: Case) -> Outline:
    """Given a case, return the one message that corrects, adds or answers a concern."""
    body = (*corrections(case), *additions(case))
    ending = [offer_of_information(case)]
    if material.is_keen(case):
        ending.insert(0, material.interest(case))
    return Outline(
        subject=case.line("subject.raise_point"),
        paragraphs=((case.line("raise.opening"),), *body, tuple(ending)),
        voicemail=(case.line("voicemail.ring_back"), case.line("voicemail.number")),
        questions=_ask(case, body),
        thin=not any(body),
    )


def _ask(case: Case, body: tuple[Paragraph, ...]) -> tuple[Line, ...]:
    """Ask for the point itself, for what would answer the concern, or for the right fact."""
    if not any(body):
        return (case.line("ask.point"),)
    persuades = any(aim.aim == "persuade" for aim in case.follow_up.aims)
    if persuades and not proofs.first(case, "proof"):
        return (case.line("ask.proof"),)
    return ()


def ask_question(case: Case) -> Outline:
    """Given a case, return the tactful questions of a candidate who is not sure yet."""
    questions = _questions(case)
    key = "question.one" if len(questions) == 1 else "question.many"
    opening = case.line("question.opening")
    rung = (case.line("voicemail.ring_back"), case.line("voicemail.number"))
    if not questions:
        return Outline(
            subject=case.line("subject.ask_question"),
            paragraphs=((opening, case.line("question.talk")),),
            voicemail=rung,
            questions=(case.line("ask.questions"),),
            thin=True,
        )
    return Outline(
        subject=case.line("subject.ask_question"),
        paragraphs=(
            (opening, case.line(key)),
            *((q,) for q in questions),
            (case.line("question.ending").spare(),),
        ),
        voicemail=rung,
    )


def _questions(case: Case) -> list[Line]:
    doubts = {e.happened.about for e in case.events if isinstance(e.happened, Hesitation)}
    noted = [
        (text, found.event)
        for found in facts.all_of(case.events, kind=Debrief)
        for text in found.what.questions
        if text.strip() and not case.words.unfit.search(text)
    ]
    lines = []
    for text, event in dict(noted).items():
        phrase = case.fit(text)
        form = "asked" if phrase.form == "question" else "about"
        lines.append(
            case.line(f"question.{form}", what=Slot(phrase.text, quoted(text, event=event)))
        )
    generic = [case.line(f"question.on.{d}") for d in sorted(doubts - {"pay", "other"})]
    return (lines or generic)[:MOST_QUESTIONS]
