"""From a follow-up and the record to a draft whose every claim has its ground.

The kind's own module says what the letter says (an `Outline`); here it is greeted, signed, and cut
to what its channel holds. Nothing is random: the choice between variants is a stable hash of the
opportunity, the kind and the reader, and a sentence that another reader of the panel already gets
is passed over.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from heardback.drafting import channels, kinds
from heardback.drafting.case import Case, ThreadHead
from heardback.drafting.line import Line, Slot, Written, joined
from heardback.drafting.outline import Outline, lightened, without_last
from heardback.drafting.sentences import Voice
from heardback.drafting.style import Style
from heardback.drafting.words import LetterWords
from heardback.errors import UnknownOpportunity
from heardback.model.draft import Draft, Register
from heardback.model.plan import FollowUp
from heardback.model.search import Search

# What opens a conversation of its own, whatever was written before.
NEW_THREAD = frozenset({"thank_you", "ask_address", "ask_question", "update_recruiter"})
# So many rounds of shortening at most: without the extras, without the wishes, in fewest words.
NOTE_WORDS = (60, 180)
ROUNDS = ((2, False), (1, False), (0, False), (0, True))

__all__ = ["Style", "ThreadHead", "compose"]


def compose(
    follow_up: FollowUp,
    *,
    search: Search,
    at: datetime,
    letters: LetterWords,
    thread: ThreadHead | None = None,
    others: Sequence[str] = (),
    style: Style | None = None,
) -> Draft:
    """Given a follow-up and the record, return the draft; `others` are the panel's other notes.

    `thread` is the message that it answers. Grounds index the body, for a call the script.
    Raise UnknownOpportunity where the search does not hold the follow-up's opportunity, and
    DraftRefused for what may not be written.
    """
    opportunity = search.opportunity(follow_up.opportunity)
    if opportunity is None:
        raise UnknownOpportunity(f"no opportunity {follow_up.opportunity!r} in this search.")
    chosen = style or Style()
    if style is None and search.candidate.habits is not None:
        chosen = replace(chosen, habits=search.candidate.habits)
    case = Case(
        follow_up=follow_up,
        search=search,
        opportunity=opportunity,
        at=at,
        words=letters,
        thread=thread,
        others=others,
        style=chosen,
    )
    return _draft(kinds.outline(case), case=case)


def _draft(outline: Outline, *, case: Case) -> Draft:
    follow_up = case.follow_up
    spoken = follow_up.channel in channels.SPOKEN
    register = _register(outline, case=case)
    talks = spoken and register == "formal" and case.style.register is None
    voice = Voice(case, "friendly" if talks else register)
    text = _spoken(outline, voice=voice) if spoken else _fitted(outline, case=case)
    voicemail = voice.paragraph(outline.voicemail) if spoken and outline.voicemail else None
    head = _thread(case)
    few = _is_short(text.text, case=case) and register != "brief"
    return Draft(
        id=follow_up.id,
        kind=follow_up.kind,
        channel=follow_up.channel or "none",
        to=(follow_up.via,) if follow_up.via else follow_up.to,
        cc=follow_up.cc,
        subject=_subject(outline, voice=voice) if follow_up.channel == "email" else None,
        in_reply_to=head.message_id if head else None,
        body=None if spoken else text.text,
        script=text.text if spoken else None,
        voicemail=voicemail.text if voicemail else None,
        grounds=text.grounds,
        questions=tuple(voice.sentence(q).text for q in outline.questions[:1]),
        register=register,
        variant=case.style.variant,
        thin=bool(outline.questions) and (outline.thin or few),
    )


def _register(outline: Outline, *, case: Case) -> Register:
    asked = case.style.register or case.style.habits.register
    return asked or outline.register or case.register


def _thread(case: Case) -> ThreadHead | None:
    fits = case.follow_up.channel == "email" and case.follow_up.kind not in NEW_THREAD
    return case.thread if fits and case.carrier is None else None


def _subject(outline: Outline, *, voice: Voice) -> str | None:
    head = _thread(voice.case)
    if head is not None and head.subject:
        subject = head.subject
        return subject if subject.lower().startswith("re:") else f"Re: {subject}"
    return voice.sentence(outline.subject).text if outline.subject else None


def _fitted(outline: Outline, *, case: Case) -> Written:
    """Return the letter cut to what its channel and register hold, sentence by sentence."""
    room = channels.room(case)
    register = _register(outline, case=case)
    rounds = [r for r in ROUNDS if r[0] <= channels.heaviest(case, register)]
    letter = Written("")
    for keep, shortest in rounds:
        voice = Voice(case, register, shortest=shortest)
        letter = _letter(lightened(outline, keep=keep), voice=voice)
        if (room is None or len(letter.text) <= room) and not _is_long(letter.text, case=case):
            return letter
    shorter = outline
    while room is not None and len(letter.text) > room and (less := without_last(shorter)):
        shorter = less
        voice = Voice(case, register, shortest=True)
        letter = _letter(lightened(shorter, keep=0), voice=voice)
    return letter


def _note_words(case: Case) -> tuple[int, int] | None:
    """Return how many words a note may have (rule TY-11), None for what is no note by mail."""
    if case.follow_up.kind != "thank_you" or case.follow_up.channel != "email":
        return None
    wanted = case.preference("note_words", default=None)
    if isinstance(wanted, list | tuple) and len(wanted) == 2:
        return (int(wanted[0]), int(wanted[1]))
    return NOTE_WORDS


def _is_short(text: str, *, case: Case) -> bool:
    words = _note_words(case)
    return words is not None and len(text.split()) < words[0]


def _is_long(text: str, *, case: Case) -> bool:
    words = _note_words(case)
    return words is not None and len(text.split()) > words[1]


def _letter(outline: Outline, *, voice: Voice) -> Written:
    paragraphs = [voice.paragraph(p) for p in outline.paragraphs]
    if outline.bare:
        return joined(paragraphs, between="\n\n")
    parts = [_greeting(outline, voice=voice), *paragraphs]
    parts.append(_signed(voice, after=parts[-1].text))
    if outline.enclosed is not None:
        inner = replace(voice, register=_register(outline.enclosed, case=voice.case))
        kept = lightened(outline.enclosed, keep=channels.heaviest(voice.case, inner.register))
        parts += [Written("---"), _letter(kept, voice=inner)]
    return joined(parts, between="\n\n")


def _spoken(outline: Outline, *, voice: Voice) -> Written:
    case = voice.case
    kept = lightened(outline, keep=channels.heaviest(case, voice.register))
    opening = case.line("call.opening", name=_readers(outline, voice=voice))
    lines = [voice.sentence(opening)]
    lines += [voice.paragraph(p) for p in kept.paragraphs]
    if not lines[-1].text.endswith("?"):  # after a question it is their turn
        lines.append(voice.sentence(case.line("call.thanks")))
    return joined(lines, between="\n\n")


def _readers(outline: Outline, *, voice: Voice) -> Slot | None:
    case = voice.case
    if outline.reader is not None:
        return outline.reader
    if case.carrier is not None:
        return case.called(case.carrier, register=voice.register)
    if len(case.readers) == 1:
        return case.called(case.readers[0], register=voice.register)
    return case.names(case.readers) if case.readers else None


def _greeting(outline: Outline, *, voice: Voice) -> Written:
    case, reader = voice.case, _readers(outline, voice=voice)
    own = outline.reader is None and case.carrier is None and len(case.readers) == 1
    manner = case.manner(case.readers[0]) if own else None
    said = (manner and manner.greets) or case.style.habits.greeting
    if said and reader and case.style.register is None:
        return voice.sentence(case.line("greeting.own", word=Slot(said), name=reader))
    return voice.sentence(case.line("greeting", name=reader))


def _signed(voice: Voice, *, after: str) -> Written:
    """Return sign-off and signature; the sign-off does not say again what was said just before."""
    case = voice.case
    first = case.carrier or (case.readers[0] if len(case.readers) == 1 else None)
    manner = case.manner(first) if first else None
    said = (manner and manner.sign_off) or case.style.habits.sign_off
    line = case.line("sign_off")
    stiff = voice.register != "formal" and said and case.words.stiff.search(said)
    unasked = case.style.register is None
    if said and (unasked or (voice.register != "formal" and not stiff)):
        line = case.line("sign_off.own", word=Slot(said.rstrip(",. ")))
    signature = "signature.name" if case.follow_up.channel in channels.UNPHONED else "signature"
    lines: list[Line] = [line, case.line(signature)]
    signed = joined([voice.sentence(each) for each in lines], between="\n")
    said = signed.text.partition(",")[0].casefold()
    if said in after.casefold() and line.key == "sign_off":
        other = replace(voice, turns_formulas=True)
        signed = joined([other.sentence(each) for each in lines], between="\n")
    return signed
