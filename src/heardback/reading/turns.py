"""What a message does to the question of who owes whom an answer (see `tracking/silence.py`)."""

from collections.abc import Iterator

from heardback.model.understanding import Act, ActKind, Understanding
from heardback.reading.clean import Sentence
from heardback.reading.letter import Letter
from heardback.reading.turn_words import TurnWords

SHORT = 16  # words: a mere courtesy is no longer
ENDS = frozenset({"rejection", "position_closed"})
ENDS_BY_ME = frozenset({"withdraw", "decline"})
REPORTS = ("report-type=delivery-status", "report-type=disposition-notification")
ASKING = frozenset("check_in ask_question ask_extension reschedule ask_address".split())
SURE = 0.6
Acts = Iterator[Act]


def acts_of(
    letter: Letter, seen: Understanding, *, me: frozenset[str], words: TurnWords
) -> tuple[Act, ...]:
    """Given a letter and what was read of it, return what it does to the exchange, in order."""
    if _mechanical(letter, seen, words):
        return (Act(kind="aside", quote=letter.subject.text),)
    if _answers_invitation(letter, words):
        return ()
    own = letter.out
    found = tuple(_mine(letter, seen, words) if own else _theirs(letter, seen, me, words))
    return found if found or not _courtesy(letter, seen.kind, words) else (Act(kind="courtesy"),)


def _mechanical(letter: Letter, seen: Understanding, words: TurnWords) -> bool:
    headers = letter.message.headers
    content = headers.get("content-type", "").replace('"', "").lower()
    return (
        seen.kind in ("auto_reply", "job_alert")
        or seen.bounced
        or headers.get("auto-submitted", "").lower().startswith("auto-replied")
        or "x-autoreply" in headers
        or any(report in content for report in REPORTS)
        or bool(words.read_receipt.match(letter.subject.low))
    )


def _answers_invitation(letter: Letter, words: TurnWords) -> bool:
    content = letter.message.headers.get("content-type", "").lower()
    replied = "method=reply" in content.replace('"', "") or any(
        m.method == "REPLY" for m in letter.message.meetings
    )
    return replied or bool(words.reply_to_invitation.match(letter.subject.low))


def _cancels(letter: Letter, words: TurnWords) -> bool:
    content = letter.message.headers.get("content-type", "").lower().replace('"', "")
    called_off = any(m.method == "CANCEL" for m in letter.message.meetings)
    return called_off or "method=cancel" in content or bool(words.cancels.match(letter.subject.low))


def _told(letter: Letter) -> list[Sentence]:
    greeting = letter.words.greeting
    return [one for one in letter.sentences if not greeting.fullmatch(one.text.strip())]


def _quote(one: Sentence) -> str:
    return " ".join(one.text.split())


def _courtesy(letter: Letter, kind: str, words: TurnWords) -> bool:
    told = _told(letter)
    count = sum(len(one.text.split()) for one in told)
    if not letter.out and kind == "thanks" and count <= 3 * SHORT:
        return True
    return count <= SHORT and (not told or any(words.courtesy.search(one.low) for one in told))


def _theirs(letter: Letter, seen: Understanding, me: frozenset[str], words: TurnWords) -> Acts:
    told = _told(letter)
    ended = _ended(letter, seen, told, words)
    if ended is not None:
        yield Act(kind="ends", quote=ended)
        return
    if _cancels(letter, words) and not any("?" in s.low for s in told):
        yield Act(kind="promises", quote=letter.subject.text)
        return
    asked = list(_asked(letter, seen, told, me, words))
    machine = _machine(letter)
    if _aside(letter, seen, asked=bool(asked), machine=machine, words=words):
        yield Act(kind="aside", quote=letter.subject.text)
        return
    if _only_copied(letter, me) and letter.found("request") + [s for s in told if "?" in s.low]:
        yield Act(kind="aside", quote=letter.subject.text)
        return
    yield from asked
    got = next((_quote(s) for s in told if words.received.search(s.low)), None)
    if got or seen.kind == "interview_confirmed":
        yield Act(kind="receives", quote=got or seen.evidence.get("kind", ""))
    offer = next((_quote(s) for s in told if words.offered.search(s.low)), None)
    if seen.kind == "offer" or offer:
        yield Act(kind="offers", quote=offer or seen.evidence.get("kind", ""))
    promised = list(_promised(seen, told, machine=machine, words=words))
    waiting = letter.found("still_deciding") if not machine else []
    yield from promised or [Act(kind="promises", quote=one.quote) for one in waiting[:1]]


def _machine(letter: Letter) -> bool:
    headers = letter.message.headers
    generated = headers.get("auto-submitted", "no").lower().startswith("auto-")
    local = letter.message.from_.email.partition("@")[0].lower().replace("-", "").replace("_", "")
    return generated or letter.bulk or local.startswith(("noreply", "donotreply", "notification"))


def _ended(
    letter: Letter, seen: Understanding, told: list[Sentence], words: TurnWords
) -> str | None:
    if letter.bulk and seen.kind not in ENDS:
        return None
    for one in told:
        if words.over.search(one.low) and not words.not_over.search(one.low) and "?" not in one.low:
            return _quote(one)
    sure = seen.kind in ENDS and seen.confidence >= SURE
    return seen.evidence.get("kind", "") if sure else None


def _asked(
    letter: Letter,
    seen: Understanding,
    told: list[Sentence],
    me: frozenset[str],
    words: TurnWords,
) -> Acts:
    if (
        _only_copied(letter, me)
        or letter.bulk
        or any(words.nothing_asked.search(s.low) for s in told)
    ):
        return
    machine = _machine(letter)
    titled = words.asked_in_subject.search(letter.subject.low)
    if titled:
        yield Act(kind="asks", quote=letter.subject.text)
    for one in told:
        question = one.low.rstrip(" )\"'").endswith("?") and not machine
        wanted = question or words.asked.search(one.low)
        if not wanted or words.not_asked.search(one.low) or words.courtesy_question.search(one.low):
            continue
        yield Act(kind=_kind_of(one, seen, words), quote=_quote(one))


def _kind_of(one: Sentence, seen: Understanding, words: TurnWords) -> ActKind:
    if words.times_wanted.search(one.low):
        return "asks_times"
    meets = seen.kind in ("scheduling", "interview_confirmed") or words.time.search(one.low)
    return "asks_meeting" if meets else "asks"


def _only_copied(letter: Letter, me: frozenset[str]) -> bool:
    readers = [a.email.lower() for a in letter.message.to if a.email]
    copied = {a.email.lower() for a in letter.message.cc}
    return bool(readers) and not me.intersection(readers) and bool(me & copied)


def _aside(
    letter: Letter, seen: Understanding, *, asked: bool, machine: bool, words: TurnWords
) -> bool:
    if asked:
        return False
    if letter.bulk or letter.has("survey"):
        return True
    told = " ".join([letter.subject.low, *(s.low for s in letter.sentences)])
    if words.aside.search(told) and not letter.reply:
        return True
    moves = seen.kind in ("offer", "interview_confirmed", "scheduling", "request", "on_hold")
    got = words.received.search(told) and not words.receipt.search(letter.subject.low)
    return machine and not moves and not seen.promises and not got


def _promised(
    seen: Understanding, told: list[Sentence], *, machine: bool, words: TurnWords
) -> Acts:
    stated = [(t, q) for t, q in seen.promises if not q.endswith("?")]
    if stated:
        timeframe, quote = stated[0]
        dated = next((t.by for t, _ in stated if t.by), None)
        yield Act(kind="promises", quote=quote or timeframe.quote, by=dated)
        return
    for one in () if machine else told:
        appointed = seen.interview is not None and words.time.search(one.low)
        if appointed or "?" in one.low:
            continue
        if words.promised.search(one.low) and not words.not_promised.search(one.low):
            by = next(
                (t.by for t in seen.timeframes if t.by and one.start <= t.start < one.end), None
            )
            yield Act(kind="promises", quote=_quote(one), by=by)
            return


def _mine(letter: Letter, seen: Understanding, words: TurnWords) -> Acts:
    told = _told(letter)
    for one in told:
        if words.over_by_me.search(one.low) and "?" not in one.low:
            yield Act(kind="ends", quote=_quote(one))
            return
    if seen.sent_kind in ENDS_BY_ME:
        yield Act(kind="ends", quote=seen.evidence.get("kind", ""))
        return
    found = [act for one in told for act in _of_mine(one, words)]
    yield from found
    if seen.sent_kind in ASKING and not found:
        yield Act(kind="asks", quote=seen.evidence.get("kind", ""))
    if seen.sent_kind == "accept":
        yield Act(kind="accepts", quote=seen.evidence.get("kind", ""))
    if len(words.time.findall(" ".join(s.low for s in told))) >= 2:
        yield Act(kind="gives_times", quote=_quote(told[0]) if told else "")


def _of_mine(one: Sentence, words: TurnWords) -> Acts:
    quote = _quote(one)
    if words.retracted.search(one.low):
        yield Act(kind="retracts", quote=quote)
        return
    question = "?" in one.low or words.asked_by_me.search(one.low)
    if question and not words.not_asked_by_me.search(one.low):
        yield Act(kind="asks", quote=quote)
    elif words.promised_by_me.search(one.low):
        yield Act(kind="promises", quote=quote)
    elif words.accepted.search(one.low):
        yield Act(kind="accepts", quote=quote)
    if words.handed_in.search(one.low):
        yield Act(kind="hands_in", quote=quote)
    if words.awaited.search(one.low):
        yield Act(kind="awaits", quote=quote)
