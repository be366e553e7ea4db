"""From a follow-up and the record to a draft whose every claim has its ground.

The kind's own module says what the letter says (an `Outline`); here the sentences are chosen,
greeted and signed. Nothing is random: the choice between variants is a stable hash of the
opportunity, the kind and the reader, and a sentence that another reader of the panel already gets
is passed over.
"""

from collections.abc import Sequence
from datetime import datetime

from heardback.drafting import kinds
from heardback.drafting.case import Case, ThreadHead, plain
from heardback.drafting.line import Line, Slot, Written, choose, eligible, joined, pieces, write
from heardback.drafting.outline import Outline
from heardback.drafting.words import LetterWords
from heardback.errors import UnknownOpportunity
from heardback.model.draft import Draft
from heardback.model.plan import FollowUp
from heardback.model.search import Search

SPOKEN = frozenset({"call", "voicemail"})
BY_MAIL = frozenset({"email"})
# What opens a conversation of its own, whatever was written before.
NEW_THREAD = frozenset({"thank_you", "ask_address", "ask_question", "update_recruiter"})
TELLING_SPACES = 3  # four words in a row are recognised
SHARED = frozenset({"greeting", "sign_off", "closing"})  # formulas that a panel may share

__all__ = ["ThreadHead", "compose"]


def compose(
    follow_up: FollowUp,
    *,
    search: Search,
    at: datetime,
    letters: LetterWords,
    thread: ThreadHead | None = None,
    others: Sequence[str] = (),
) -> Draft:
    """Given a follow-up and the record, return the draft; `others` are the panel's other notes.

    `thread` is the message that it answers. Grounds index the body, for a call the script.
    Raise UnknownOpportunity where the search does not hold the follow-up's opportunity.
    """
    opportunity = search.opportunity(follow_up.opportunity)
    if opportunity is None:
        raise UnknownOpportunity(f"no opportunity {follow_up.opportunity!r} in this search.")
    case = Case(
        follow_up=follow_up,
        search=search,
        opportunity=opportunity,
        at=at,
        words=letters,
        thread=thread,
        others=others,
    )
    return _draft(kinds.outline(case), case=case)


def _draft(outline: Outline, *, case: Case) -> Draft:
    follow_up = case.follow_up
    spoken = follow_up.channel in SPOKEN
    text = _spoken(outline, case=case) if spoken else _letter(outline, case=case)
    voicemail = _paragraph(outline.voicemail, case=case) if spoken and outline.voicemail else None
    head = _thread(case)
    return Draft(
        id=follow_up.id,
        kind=follow_up.kind,
        channel=follow_up.channel or "none",
        to=(follow_up.via,) if follow_up.via else follow_up.to,
        cc=follow_up.cc,
        subject=_subject(outline, case=case) if follow_up.channel in BY_MAIL else None,
        in_reply_to=head.message_id if head else None,
        body=None if spoken else text.text,
        script=text.text if spoken else None,
        voicemail=voicemail.text if voicemail else None,
        grounds=text.grounds,
        questions=tuple(_sentence(q, case=case).text for q in outline.questions[:1]),
    )


def _thread(case: Case) -> ThreadHead | None:
    fits = case.follow_up.channel in BY_MAIL and case.follow_up.kind not in NEW_THREAD
    return case.thread if fits and case.carrier is None else None


def _subject(outline: Outline, *, case: Case) -> str | None:
    head = _thread(case)
    if head is not None:
        subject = head.subject
        return subject if subject.lower().startswith("re:") else f"Re: {subject}"
    return _sentence(outline.subject, case=case).text if outline.subject else None


def _letter(outline: Outline, *, case: Case) -> Written:
    paragraphs = [_paragraph(p, case=case) for p in outline.paragraphs]
    if outline.bare:
        return joined(paragraphs, between="\n\n")
    parts = [_sentence(_greeting(outline, case=case), case=case), *paragraphs]
    parts.append(_signed(outline, case=case))
    if outline.enclosed is not None:
        parts += [Written("---"), _letter(outline.enclosed, case=case)]
    return joined(parts, between="\n\n")


def _spoken(outline: Outline, *, case: Case) -> Written:
    opening = case.line("call.opening", name=_readers(outline, case=case))
    lines = [_sentence(opening, case=case)]
    lines += [_paragraph(p, case=case) for p in outline.paragraphs]
    lines.append(_sentence(case.line("call.thanks"), case=case))
    return joined(lines, between="\n\n")


def _readers(outline: Outline, *, case: Case) -> Slot | None:
    if outline.reader is not None:
        return outline.reader
    if case.carrier is not None:
        return case.called(case.carrier)
    return case.names(case.readers) if case.readers else None


def _greeting(outline: Outline, *, case: Case) -> Line:
    return case.line(outline.greeting, name=_readers(outline, case=case))


def _signed(outline: Outline, *, case: Case) -> Written:
    lines = [case.line(outline.sign_off), case.line("signature")]
    return joined([_sentence(line, case=case) for line in lines], between="\n")


def _paragraph(lines: Sequence[Line], *, case: Case) -> Written:
    return joined([_sentence(line, case=case) for line in lines], between=" ")


def _sentence(line: Line, *, case: Case) -> Written:
    """Given a line, return the first variant in its stable order that nobody else was given."""
    variants = eligible(case.words.lines[line.key], filled=line.slots)
    seed = f"{case.opportunity.id}|{case.follow_up.kind}|{line.key}"
    turn = 0 if line.key in SHARED else case.turn + case.follow_up.attempt - 1
    ordered = choose(variants, seed=seed, turn=turn)
    fresh = (v for v in ordered if line.key in SHARED or not _given(v, line=line, case=case))
    chosen = next(fresh, ordered[0] if ordered else None)
    return write(chosen, line=line) if chosen else Written("")


def _given(template: str, *, line: Line, case: Case) -> bool:
    """Whether another reader gets this sentence, or a long piece of it around other facts."""
    if not case.heard:
        return False
    literal = (plain(text) for text, _ in pieces(template))
    telling = [piece for piece in literal if piece.count(" ") >= TELLING_SPACES]
    telling.append(plain(write(template, line=line).text))
    return any(piece in other for piece in telling for other in case.heard)
