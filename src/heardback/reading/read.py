"""From a message to what it means, with the words that say so."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from heardback.model.message import Message
from heardback.model.moment import Moment
from heardback.model.timeframe import Timeframe
from heardback.model.understanding import (
    Ask,
    InterviewSeen,
    OfferSeen,
    Understanding,
)
from heardback.reading.automatic import Automatic, automatic
from heardback.reading.concerns import employer_in
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
from heardback.reading.opinion import opinion
from heardback.reading.roles import role_in
from heardback.reading.sent import sent_kind
from heardback.reading.trust import UNSURE, TrustWords, authentication, flags_of
from heardback.reading.turn_words import TurnWords
from heardback.reading.turns import acts_of
from heardback.reading.version import READER
from heardback.reading.when import interview_in_words, interview_of_meeting
from heardback.reading.who import agency_of, people_in
from heardback.reading.words import ReadingWords
from heardback.timeframe.read import read_timeframes
from heardback.timeframe.words import TimeframeWords

__all__ = ["READER", "read_meeting", "read_message"]

MOST_TO_DECIDE = timedelta(days=75)
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
        found.setdefault(one.quote, Ask(quote=one.quote, reply_by=_deadline(by, letter)))
    return tuple(found.values())


def _deadline(by: Any, letter: Letter) -> Moment | None:
    sent = letter.message.date
    if by is None or sent is None:
        return None
    return Moment(datetime.combine(by, time(), sent.tzinfo), is_date=True)


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
        result = replace(result, offer=_offer(letter, dated, result.evidence.get("kind", "")))
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


def _offer(letter: Letter, dated: Dated, quote: str) -> OfferSeen:
    by = _decide_by(letter, dated)
    attached = any(
        "offer" in a.casefold() or "contract" in a.casefold() for a in letter.message.attachments
    )
    written = True if letter.has("written") or attached else False if letter.has("verbal") else None
    return OfferSeen(
        decide_by=_deadline(by, letter),
        written=written,
        conditional=True if letter.has("conditional") else None,
        quote=quote,
    )


def _decide_by(letter: Letter, dated: Dated) -> date | None:
    """Return the day by which an offer wants its answer."""
    wanted = (t for t in dated.all if t.about == "offer_deadline" and t.by)
    by = next((t.by for t in wanted if t.by and _to_come(t.by, letter)), None)
    if by is not None:
        return by
    sentences = [f.sentence for f in letter.found("decide_by")]
    sentences += [one for one in letter.sentences if letter.words.deadline.search(one.low)]
    for one in sentences:
        for t in dated.all:
            asked = t.about in ("reply_wanted", "other") and not t.promise
            if t.by and asked and one.start <= t.start < one.end and _to_come(t.by, letter):
                return t.by
    # Whatever else a sentence about answering names, but no day of work, of talk or of old.
    for one in sentences:
        for t in dated.all:
            elsewhere = t.about in ("start", "interview")
            within = one.start <= t.start < one.end
            if t.by and within and not elsewhere and _to_come(t.by, letter):
                return t.by
    return None


def _to_come(day: date, letter: Letter) -> bool:
    """An answer is wanted in the weeks to come, not in the year that a figure happens to name."""
    sent = letter.message.date
    return sent is None or timedelta(0) <= day - sent.date() <= MOST_TO_DECIDE
