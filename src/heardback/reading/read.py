"""From a message to what it means, with the words that say so."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time

from heardback.model.message import Message
from heardback.model.timeframe import Timeframe
from heardback.model.understanding import (
    Ask,
    InterviewSeen,
    Understanding,
)
from heardback.reading.authentication import authentication
from heardback.reading.automatic import Automatic, automatic
from heardback.reading.concerns import employer_in
from heardback.reading.forwarded import forwarded_in
from heardback.reading.kind import (
    ANSWER,
    LIKELY,
    about_process,
    context,
    notice_in,
    readings_of,
    told_by_friend,
)
from heardback.reading.letter import Letter, Reading, open_letter
from heardback.reading.meeting import ENGLISH_INTERVIEW, quotes, read_meeting
from heardback.reading.offered import day_of, offer_in
from heardback.reading.opinion import opinion
from heardback.reading.roles import role_in
from heardback.reading.sent import sent_kind
from heardback.reading.trust import UNSURE, TrustWords, flags_of
from heardback.reading.turn_words import TurnWords
from heardback.reading.turns import acts_of
from heardback.reading.version import READER
from heardback.reading.when import interview_in_words, interview_of_meeting
from heardback.reading.who import agency_of, people_in
from heardback.reading.words import ReadingWords
from heardback.timeframe.read import read_timeframes
from heardback.timeframe.words import TimeframeWords

__all__ = ["READER", "read_meeting", "read_message"]

FIXES = frozenset({"interview_confirmed", "scheduling", "thanks"})
ELSEWHERE = frozenset({"job_alert", "recruiter_outreach"})
# An ask is addressed to the reader; "missing is a signature" asks nobody for anything.
ADDRESSED = re.compile(r"\b(you|your|please|kindly)\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """The timeframes of a letter's new words, and the sentences of those that are promises."""

    all: tuple[Timeframe, ...] = ()
    promises: tuple[tuple[Timeframe, str], ...] = ()


def read_message(
    message: Message,
    *,
    me: frozenset[str],
    words: ReadingWords,
    timeframe_words: TimeframeWords,
    turn_words: TurnWords | None = None,
    trust_words: TrustWords | None = None,
    country: str | None = None,
    timezone: str | None = None,
) -> Understanding:
    """Given a message, return what it means (contracts.md, section 4).

    `me` are the candidate's own addresses in lower case; `country` and `timezone` the employer's,
    where known. Only new words are read, never quoted ones. Without `turn_words` it is not told
    who owes an answer by it, without `trust_words` no mark of fraud.
    """
    letter = open_letter(message, me=me, words=words)
    seen = _read(letter, me, timeframe_words, country, timezone)
    passed_on = () if seen.kind == "auto_reply" else forwarded_in(message, me=me)
    if passed_on:

        def read(inner: Message) -> Understanding:
            return read_message(
                inner,
                me=me,
                words=words,
                timeframe_words=timeframe_words,
                turn_words=turn_words,
                trust_words=trust_words,
                country=country,
                timezone=timezone,
            )

        seen = _passing_on(seen, letter, tuple(read(inner) for inner in passed_on))
    if turn_words is not None:
        seen = replace(seen, acts=acts_of(letter, seen, me=me, words=turn_words))
    if trust_words is not None and not letter.out:
        flags = flags_of(letter, seen, words=trust_words)
        sure = min(seen.confidence, UNSURE) if flags else seen.confidence
        seen = replace(seen, flags=flags, confidence=sure)
    return seen


def _read(
    letter: Letter,
    me: frozenset[str],
    timeframe_words: TimeframeWords,
    country: str | None,
    timezone: str | None,
) -> Understanding:
    basic = _headers(letter)
    mechanical = None if letter.out else automatic(letter)
    if mechanical is not None:
        return _automatic(basic, mechanical, letter)
    dated = _timeframes(letter, timeframe_words, country, timezone)
    if letter.out:
        return _own(basic, letter, dated)
    interview, slot = _interview(letter, me, timezone)
    asks = _asks(letter, dated)
    promise = dated.promises[0][1] if dated.promises else None
    found = readings_of(letter, slot=slot, promise=promise, ask=asks[0].quote if asks else None)
    return _incoming(basic, letter, found, dated, interview, asks, slot)


def _passing_on(
    seen: Understanding, letter: Letter, inner: tuple[Understanding, ...]
) -> Understanding:
    """Put the mails that a letter passes on beside what it says itself.

    What the candidate passes on is the candidate's own mail. What somebody else passes on anybody
    could have typed: it waits for a yes. Whoever passes on the mail of others from elsewhere
    stands for no employer (docs/decisions/057-forwarded-mail.md).
    """
    by = letter.message.from_.email.casefold()
    # What an attached mail passes on in its turn stands beside it.
    flat = [each for one in inner for each in (replace(one, forwarded=()), *one.forwarded)]
    inner = tuple(replace(one, forwarded_by=by) for one in flat)
    if letter.out and all(a.email.casefold() in letter.me for a in letter.message.to):
        # A mail to oneself is written to nobody; only what it passes on counts.
        return replace(seen, forwarded=inner, job_related=False, employer=None, role=None)
    if letter.out:
        return replace(seen, forwarded=inner)
    inner = tuple(replace(one, confidence=min(one.confidence, UNSURE)) for one in inner)
    domains = {one.from_.email.casefold().rpartition("@")[2] for one in inner}
    if letter.agency or by.rpartition("@")[2] in domains:
        return replace(seen, forwarded=inner)
    return replace(seen, forwarded=inner, employer=None, people=())


def _headers(letter: Letter) -> Understanding:
    message = letter.message
    return Understanding(
        message_id=message.message_id,
        date=message.date,
        from_=message.from_,
        to=message.to,
        subject=message.subject,
        direction="out" if letter.out else "in",
        thread=message.references,
        in_reply_to=message.in_reply_to,
        authentication=authentication(message),
    )


def _automatic(basic: Understanding, found: Automatic, letter: Letter) -> Understanding:
    return replace(
        basic,
        job_related=letter.process or bool(letter.about_jobs) or found.bounced,
        kind="auto_reply",
        confidence=LIKELY + 0.2,
        bounced=found.bounced,
        bounced_to=found.bounced_to,
        away_until=found.away_until,
        people=people_in(letter) if not found.bounced else (),
        evidence={"kind": found.quote or letter.subject.text, "away": found.quote},
    )


def _timeframes(
    letter: Letter, words: TimeframeWords, country: str | None, timezone: str | None
) -> Dated:
    said = letter.message.date
    if said is None or not letter.sentences:
        return Dated()
    masked = _new_only(letter)
    found = read_timeframes(masked, said=said, words=words, country=country, timezone=timezone)
    promised = [(t, _sentence_at(letter, t)) for t in found if t.promise and not letter.out]
    return Dated(found, tuple((t, s) for t, s in promised if s))


def _new_only(letter: Letter) -> str:
    """Return the text with everything but the new words blanked, every offset kept."""
    text = letter.message.text
    out, at = [], 0
    for start, end in letter.cleaned.new:
        out.append(re.sub(r"[^\n]", " ", text[at:start]))
        out.append(text[start:end])
        at = end
    return "".join(out)


def _sentence_at(letter: Letter, timeframe: Timeframe) -> str:
    for one in letter.sentences:
        if one.start <= timeframe.start < one.end:
            return " ".join(one.text.split())
    return timeframe.quote


def _own(basic: Understanding, letter: Letter, dated: Dated) -> Understanding:
    kind, quote = sent_kind(letter)
    agency = agency_of(letter)
    employer, role = employer_in(letter, agency), role_in(letter)
    related = letter.process or letter.about_jobs >= 2 or bool(kind and (letter.about_jobs or role))
    return replace(
        basic,
        job_related=related and (role is not None or not letter.foreign),
        kind="thanks" if kind == "thank_you" else "other",
        employer=employer.name if employer else None,
        role=role.name if role else None,
        agency=agency,
        people=people_in(letter),
        timeframes=dated.all,
        confidence=0.85 if kind and related else 0.5,
        sent_kind=kind,
        evidence=quotes(kind=quote, employer=employer, role=role),
    )


def _interview(
    letter: Letter, me: frozenset[str], timezone: str | None
) -> tuple[InterviewSeen | None, str | None]:
    """Return the interview that the letter or its invitation fixes, and the words."""
    whole = letter.cleaned.text(letter.message.text)
    about = context(letter)
    for meeting in letter.message.meetings:
        named = ENGLISH_INTERVIEW.search(f"{meeting.summary} {meeting.description}")
        if meeting.method not in ("REPLY", "COUNTER") and (about >= ANSWER or named):
            seen = interview_of_meeting(meeting, me=me, words=letter.words, text=whole)
            if seen is not None:
                return seen, meeting.summary
    if about < ANSWER or not letter.has("confirmed"):
        return None, None
    told = interview_in_words(letter, zone=timezone)
    return told or (None, None)


def _asks(letter: Letter, dated: Dated) -> tuple[Ask, ...]:
    found: dict[str, Ask] = {}
    for one in letter.found("request"):
        if letter.negated(one):
            continue
        low = one.sentence.low
        promised = any(
            t.promise and one.sentence.start <= t.start < one.sentence.end for t in dated.all
        )
        if promised or not ADDRESSED.search(low):
            continue
        quiet = "let me know if you have any" in low or "let us know if you have any" in low
        if quiet or "do not hesitate" in low or "if you need" in low:
            continue
        by = next(
            (
                t.by
                for t in dated.all
                if t.about == "reply_wanted" and one.sentence.start <= t.start < one.sentence.end
            ),
            None,
        ) or next((t.by for t in dated.all if t.about == "reply_wanted"), None)
        found.setdefault(one.quote, Ask(quote=one.quote, reply_by=day_of(by, letter)))
    return tuple(found.values())


def _incoming(
    basic: Understanding,
    letter: Letter,
    found: list[Reading],
    dated: Dated,
    interview: InterviewSeen | None,
    asks: tuple[Ask, ...],
    slot: str | None,
) -> Understanding:
    weighed = opinion(letter, found, related=_related(letter, found[0]))
    found, related = weighed.readings, weighed.related
    first = found[0]
    agency = agency_of(letter)
    employer, role = employer_in(letter, agency), role_in(letter)
    confidence = first.confidence
    if letter.words.scam.search(letter.message.text[:8000]):
        confidence = min(confidence, 0.4)
    asked = any("?" in f.sentence.text for f in letter.found("scheduling"))
    proposed = (asked or "?" in (slot or "")) and not letter.message.meetings
    if interview is None and first.kind == "interview_confirmed":
        told = interview_in_words(letter, zone=None)
        interview, slot = told or (None, slot)
    fixed = interview if first.kind in FIXES and not proposed else None
    result = replace(
        basic,
        job_related=related,
        kind=first.kind,
        also=tuple(dict.fromkeys(r.kind for r in found[1:] if r.kind != first.kind)),
        employer=employer.name if employer and (related or letter.reply) else None,
        role=role.name if role and (related or letter.reply) else None,
        agency=agency if related or letter.reply else None,
        people=people_in(letter) if related or letter.reply else (),
        timeframes=dated.all,
        promises=dated.promises if related or letter.reply else (),
        interview=fixed,
        asks=asks if related or letter.reply else (),
        confidence=confidence,
        automatic=first.automatic,
        runner_up=first.runner_up,
        evidence=quotes(kind=first.quote, employer=employer, role=role, interview=slot),
    )
    return _with_details(result, letter, dated)


def _related(letter: Letter, first: Reading) -> bool:
    """Tell whether a letter is about a job: by what it decides, else by what it speaks of."""
    if first.kind in ELSEWHERE:
        return True
    if told_by_friend(letter):
        return False
    if first.kind != "other" and first.confidence >= LIKELY:
        return True
    noted = letter.bulk or letter.machine or letter.relay or notice_in(letter) is not None
    if first.kind == "other" and (noted or not (letter.process and letter.own_jobs)):
        return False
    return about_process(letter)


def _with_details(result: Understanding, letter: Letter, dated: Dated) -> Understanding:
    if result.kind == "offer":
        result = replace(result, offer=offer_in(letter, dated.all, result.evidence.get("kind", "")))
    if result.kind == "on_hold":
        by = next((t.by for t in dated.all if t.by), None)
        sent = letter.message.date
        if by and sent:
            until = datetime.combine(by, time(), sent.tzinfo)
            result = replace(result, hold_until=until)
    if not result.job_related:
        return result
    forbids = [
        name
        for group, name in (
            ("no_contact_any", "any"),
            ("no_contact_calls", "calls"),
            ("no_contact_linkedin", "linkedin"),
        )
        if letter.has(group)
    ]
    if forbids and not letter.machine:
        quote = letter.found("no_contact_any", "no_contact_calls", "no_contact_linkedin")[0].quote
        result = replace(result, no_contact=tuple(forbids), no_contact_quote=quote)
    return result
