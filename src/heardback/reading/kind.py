"""What kind of message it is: by clause, not by keyword.

A decision phrase counts where its clause does not deny or suppose it and where the letter speaks
of the candidate's own process (peers.md, section 4: the failures this order prevents).
"""

import re
from collections.abc import Callable, Iterator, Sequence

from heardback.model.understanding import MessageKind
from heardback.reading.letter import Found, Letter, Reading
from heardback.reading.phrases import WORDS

SURE, LIKELY, ANSWER, WEAK = 0.95, 0.75, 0.65, 0.45


def readings_of(
    letter: Letter, *, slot: str | None, promise: str | None, ask: str | None
) -> list[Reading]:
    """Return every kind the letter can be, the one that decides first (contract, section 7).

    `slot` is the sentence that fixes an interview, `promise` one that says when they answer, `ask`
    one that asks something of the candidate.
    """
    if letter.bulk and not _own(letter):
        return [_bulk(letter)]
    notice = notice_in(letter)
    if notice is not None:
        return [Reading(kind="other", confidence=SURE, quote=notice)]
    found = [reading for rule in RULES for reading in rule(letter)]
    decided = any(r.kind in STATUS and r.confidence >= LIKELY for r in found)
    cold = [] if decided else list(_outreach(letter))
    if cold:
        return cold
    found += _by_slot(letter, slot)
    found += _by_promise(letter, promise)
    found += _by_ask(letter, ask)
    if any(r.kind == "rejection" for r in found):
        found = [r for r in found if r.kind not in ("offer", "application_received")]
    found.sort(key=lambda r: (ORDER.index(r.kind), -r.confidence))
    sure = [r for r in found if r.confidence >= LIKELY] + [
        r for r in found if r.confidence < LIKELY
    ]
    return sure or [Reading(kind="other", confidence=LIKELY)]


STATUS: frozenset[MessageKind] = frozenset({"rejection", "position_closed", "offer", "on_hold"})
ORDER: tuple[MessageKind, ...] = (
    "rejection",
    "position_closed",
    "offer",
    "on_hold",
    "interview_confirmed",
    "scheduling",
    "request",
    "application_received",
    "still_deciding",
    "timeframe",
    "thanks",
    "recruiter_outreach",
    "job_alert",
    "auto_reply",
    "other",
)


def notice_in(letter: Letter) -> str | None:
    """Return the words of a survey or an account notice: sent around a process, no part of it."""
    surveyed = letter.found("survey", "subject:survey")
    if surveyed and (letter.machine or letter.relay or "survey" in letter.vocabulary):
        return surveyed[0].quote
    for one in (letter.subject, *letter.sentences):
        found = letter.words.account_notice.search(one.low)
        if found:
            return found[0]
    return None


def _own(letter: Letter) -> bool:
    """A bulk mail that is about the candidate's own process: applicant systems send these."""
    strong = letter.has("rejection", "receipt", "position_closed", "on_hold", "subject:receipt")
    yours = any(
        "your" in f.sentence.low or "applying" in f.sentence.low for f in letter.found("process")
    )
    return yours and strong and not letter.foreign and not letter.has("alert", "subject:alert")


def _bulk(letter: Letter) -> Reading:
    alert = letter.found("alert", "subject:alert")
    if alert and letter.about_jobs:
        return Reading(kind="job_alert", confidence=SURE, quote=alert[0].quote)
    return Reading(kind="other", confidence=SURE)


def context(letter: Letter) -> float:
    """Return how sure it is that the letter is about the candidate's own process."""
    if letter.foreign:
        return 0.0
    if letter.process:
        return SURE
    if letter.has("receipt", "subject:receipt") and letter.own_jobs:
        return SURE
    if letter.about_jobs >= 2 or (letter.about_jobs and letter.reply):
        return LIKELY
    if letter.own_jobs and letter.machine:
        return LIKELY
    if letter.reply and not letter.bulk:
        return ANSWER  # what it answers decides: the thread tells whether it is about a job
    return WEAK if letter.about_jobs else 0.0


def told_by_friend(letter: Letter, found: Sequence[Found] = ()) -> bool:
    """Tell whether the writer is no employer: a friend's address and a friend's voice.

    A small firm writes from such an address too, yet says "we" of a job or "your application".
    """
    words = letter.words
    whole = " ".join(one.low for one in letter.sentences)
    if words.hirer_news.search(whole):
        return True
    if not letter.personal:
        return False
    ours = any(words.employer_speaks.search(f.sentence.low) and letter.names_job(f) for f in found)
    yours = "your application" in whole or "your interview" in whole
    own = words.own_search.search(whole) or words.own_news.search(whole)
    return bool(own) or not (ours or yours or (letter.process and letter.own_jobs))


def decides(letter: Letter, found: list[Found]) -> float:
    """Return how sure it is that a decision phrase is the employer's word on the candidate's case.

    One word of jobs beside a decision is enough where it comes from no friend and no list: "you
    were unsuccessful" under "Interview outcome". A friend tells of decisions of others.
    """
    if told_by_friend(letter, found):
        return min(context(letter), WEAK)
    about = context(letter)
    if about >= LIKELY or letter.foreign or letter.bulk:
        return about
    if letter.own_jobs or letter.agency or letter.has("client"):
        return LIKELY
    return about


def about_process(letter: Letter) -> bool:
    """Tell whether a letter's own words show that it is about the candidate's process."""
    return context(letter) >= LIKELY


def stated(letter: Letter, *groups: str) -> list[Found]:
    """Return the phrases of these groups that are said, not denied and not supposed."""
    return [f for f in letter.found(*groups) if not letter.negated(f) and not letter.supposed(f)]


def _rejection(letter: Letter) -> Iterator[Reading]:
    weak = {(f.sentence.start, f.hit.start) for f in letter.found("rejection_weak")}
    strong = [
        f
        for f in letter.found("rejection")
        if (f.sentence.start, f.hit.start) not in weak and not letter.supposed(f)
    ]
    soft = letter.found("rejection", "rejection_weak")
    if not strong and not soft:
        return
    quote = (strong or soft)[0]
    about = decides(letter, strong or soft)
    enough = bool(strong) or (len({f.sentence.start for f in soft}) >= 2 and about >= SURE)
    if enough and about >= ANSWER:
        yield Reading(
            kind="rejection",
            confidence=SURE if strong and about >= LIKELY else LIKELY,
            quote=quote.quote,
            automatic=letter.machine or letter.relay,
            runner_up=letter.has("runner_up"),
        )
    elif strong and about:
        yield Reading(kind="rejection", confidence=WEAK, quote=quote.quote)


def _closed(letter: Letter) -> Iterator[Reading]:
    found = [f for f in letter.found("position_closed") if not letter.supposed(f)]
    if found and decides(letter, found) >= ANSWER:
        yield Reading(kind="position_closed", confidence=SURE, quote=found[0].quote)


def _offer(letter: Letter) -> Iterator[Reading]:
    wrong = {f.sentence.start for f in letter.found("offer_not")}
    found = [
        f
        for f in stated(letter, "offer")
        if f.sentence.start not in wrong and not letter.words.own_news.search(f.sentence.low)
    ]
    if not found or letter.bulk or letter.foreign or (letter.personal and not letter.process):
        return
    firm = [f for f in found if "?" not in f.sentence.text]
    about = decides(letter, firm or found)
    if firm and about >= ANSWER:
        yield Reading(kind="offer", confidence=SURE if about else LIKELY, quote=firm[0].quote)
    elif about:
        yield Reading(kind="offer", confidence=WEAK, quote=found[0].quote)


def _on_hold(letter: Letter) -> Iterator[Reading]:
    found = [f for f in letter.found("on_hold") if not letter.supposed(f)]
    if found and decides(letter, found) >= ANSWER:
        yield Reading(kind="on_hold", confidence=SURE, quote=found[0].quote)


def _scheduling(letter: Letter) -> Iterator[Reading]:
    found = [
        f for f in letter.found("scheduling") if not letter.words.terms_asked.search(f.sentence.low)
    ]
    about = context(letter)
    if found and about >= ANSWER:
        yield Reading(kind="scheduling", confidence=about, quote=found[0].quote)
    for meeting in letter.message.meetings:
        if meeting.method in ("CANCEL", "COUNTER") and about:
            yield Reading(kind="scheduling", confidence=SURE, quote=meeting.summary)


def _receipt(letter: Letter) -> Iterator[Reading]:
    found = letter.found("receipt", "subject:receipt")
    applied = [
        f
        for f in found
        if letter.words.applied.search(f.sentence.low)
        and not re.search(r"\bstill\b", f.sentence.low)
    ]
    set_up = any("interview" in f.sentence.low for f in letter.found("confirmed"))
    interviewed = set_up or "interview" in letter.subject.low
    if applied and not interviewed and context(letter) >= ANSWER:
        yield Reading(kind="application_received", confidence=SURE, quote=applied[0].quote)


def _deciding(letter: Letter) -> Iterator[Reading]:
    found = letter.found("still_deciding")
    told = [f for f in found if not letter.words.polite_wait.search(f.sentence.low)]
    about = decides(letter, told or found)
    if found and about >= ANSWER:
        quote = (told or found)[0].quote
        yield Reading(kind="still_deciding", confidence=about if told else ANSWER, quote=quote)


def _thanks(letter: Letter) -> Iterator[Reading]:
    found = letter.found("thanks")
    if found and context(letter) >= ANSWER:
        yield Reading(kind="thanks", confidence=ANSWER, quote=found[0].quote)


def _outreach(letter: Letter) -> Iterator[Reading]:
    """A stranger's first mail: no process of the candidate's own stands behind it."""
    if letter.reply or letter.foreign or letter.machine:
        return
    if not (letter.about_jobs or letter.own_jobs or letter.has("client")):
        return
    own = letter.message.meetings or letter.has("receipt", "subject:receipt", "introduced")
    own = own or any("your application" in s.low for s in [letter.subject, *letter.sentences])
    found = letter.found("outreach")
    wants = [f for f in letter.found("request") if {"resume", "cv", "résumé"} & words_of(f)]
    first = [*found, *wants][:1]
    if first and not own:
        yield Reading(kind="recruiter_outreach", confidence=LIKELY, quote=first[0].quote)


def words_of(found: Found) -> set[str]:
    """Return the words of the sentence a phrase stands in."""
    return set(WORDS.findall(found.sentence.low))


def _alert(letter: Letter) -> Iterator[Reading]:
    found = letter.found("alert", "subject:alert")
    if letter.machine and len(found) >= 2 and letter.about_jobs and not letter.process:
        yield Reading(kind="job_alert", confidence=LIKELY, quote=found[0].quote)


RULES: tuple[Callable[[Letter], Iterator[Reading]], ...] = (
    _rejection,
    _closed,
    _offer,
    _on_hold,
    _scheduling,
    _receipt,
    _deciding,
    _thanks,
    _alert,
)


def _by_slot(letter: Letter, slot: str | None) -> list[Reading]:
    if slot is None or letter.foreign:
        return []
    invited = any(m.method in (None, "REQUEST", "PUBLISH") for m in letter.message.meetings)
    confirmed = letter.has("confirmed")
    asked = any("?" in f.sentence.text for f in letter.found("scheduling"))
    asks = (asked or (letter.has("scheduling") and not confirmed)) and not invited
    about = context(letter)
    if "?" in slot and not invited and about >= ANSWER:
        return [Reading(kind="scheduling", confidence=about, quote=slot)]
    if about >= ANSWER and (invited or confirmed) and not asks:
        return [Reading(kind="interview_confirmed", confidence=about, quote=slot)]
    return []


def _by_promise(letter: Letter, promise: str | None) -> list[Reading]:
    if promise is None or context(letter) < ANSWER:
        return []
    return [Reading(kind="timeframe", confidence=context(letter), quote=promise)]


def _by_ask(letter: Letter, ask: str | None) -> list[Reading]:
    if ask is None or context(letter) < ANSWER:
        return []
    return [Reading(kind="request", confidence=context(letter), quote=ask)]
