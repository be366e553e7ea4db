"""Whether a date is a promise to answer, and what it is about if it is not."""

from dataclasses import dataclass

from heardback.model.timeframe import TimeframeAbout
from heardback.timeframe.clauses import Head, Sentence
from heardback.timeframe.expressions import Duration, Time

_DEADLINE_ROLES = frozenset({"by", "within", "before", "in", "over", "until"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a date is for, how sure that is, and what else its clause says."""

    promise: bool = False
    about: TimeframeAbout = "other"
    sure: float = 0.9
    invites: bool = False
    negated: bool = False
    event: bool = False
    past: bool = False


_OTHER = Verdict()


@dataclass(frozen=True, slots=True)
class Case:
    """A date as it stands: the head it hangs on, its sentence, and whether there is an offer."""

    head: Head
    sentence: Sentence
    time: Time
    first: int
    offered: bool


def judge(
    head: Head | None, sentence: Sentence, time: Time, *, first: int, offered: bool
) -> Verdict:
    """Given the head a date (from token `first` on) hangs on, return what the date is for."""
    if sentence.quoted or head is None or sentence.has("denied", "elsewhere"):
        return Verdict(sure=0.7)
    if head.kind != "moved" and sentence.recalled_before(first):
        return Verdict(sure=0.7, past=True)
    if sentence.question and (head.kind == "unheard" or (head.kind == "heard" and head.negated)):
        return Verdict(promise=True, about="answer", invites=True, sure=0.8)
    if sentence.question:
        asked = head.kind in ("reply_us", "yours", "task") and time.role in _DEADLINE_ROLES
        wanted = asked or not sentence.has("interview")
        about: TimeframeAbout = "reply_wanted" if wanted else "interview"
        return Verdict(about=about, sure=0.6)
    return _JUDGES.get(head.kind, _judge_other)(Case(head, sentence, time, first, offered))


def called_upon(sentence: Sentence) -> bool:
    """Return whether the candidate is told to write or call."""
    return any(
        head.kind in ("reply_us", "answer", "call")
        and (head.imperative or head.welcome or head.subject == "you")
        for head in sentence.heads
    )


def unheard(sentence: Sentence) -> bool:
    """Return whether there is an "if you have not heard"."""
    return any(
        head.conditional and (head.kind == "heard" or (head.kind == "hear" and head.negated))
        for head in sentence.heads
    )


def _promised(case: Case, sure: float = 0.95) -> Verdict:
    head, sentence = case.head, case.sentence
    if head.mood == "past" or (head.mood == "perfect" and not head.conditional):
        return _OTHER
    return Verdict(
        promise=True,
        about="answer",
        sure=sure,
        negated=head.negated and not head.conditional,
        invites=unheard(sentence) and called_upon(sentence),
    )


def _wanted(case: Case) -> Verdict:
    return Verdict(about="offer_deadline" if case.offered else "reply_wanted")


def _invited(case: Case) -> Verdict:
    """Told to write: an invitation where they have not heard, else an answer wanted."""
    if unheard(case.sentence) or (
        case.head.welcome and case.time.role not in ("by", "until", "before")
    ):
        return Verdict(promise=True, about="answer", invites=True)
    return _wanted(case)


def _judge_answer(case: Case) -> Verdict:
    if case.head.elided:
        return _promised(case, 0.8)
    if case.head.imperative or case.head.welcome or case.head.subject in ("you", "cand"):
        return _invited(case)
    return _promised(case)


def _judge_call(case: Case) -> Verdict:
    """A call at an hour is a meeting, unless it brings the decision."""
    told = case.sentence.has("decision", "decide", "news")
    if case.time.clock and case.time.role == "on" and not told:
        return Verdict(about="interview", sure=0.6)
    return _judge_answer(case)


def _judge_unheard(case: Case) -> Verdict:
    if not (case.head.conditional or case.sentence.question):
        return _promised(case, 0.85) if case.head.mood == "future" else _OTHER
    if case.sentence.has("worry"):
        return Verdict(promise=True, about="answer", negated=True, sure=0.85)
    return Verdict(promise=True, about="answer", invites=True, sure=0.8)


def _judge_news(case: Case) -> Verdict:
    if case.head.imperative:
        return _wanted(case)
    stated = case.head.mood or case.sentence.beside(case.head, "decision")
    if case.head.subject == "none" and case.head.named and not stated:
        return _OTHER  # "our graduates receive decisions in two weeks"
    return _promised(case)


def _judge_decide(case: Case) -> Verdict:
    if case.head.imperative or case.head.subject == "you":
        return _wanted(case)
    return _OTHER if case.head.conditional else _promised(case)


def _judge_passive(case: Case) -> Verdict:
    if case.head.mood != "future" and not (
        case.head.mood == "present" and case.sentence.has("decision", "news", "await")
    ):
        return _OTHER
    if not case.sentence.has("decision", "news", "await"):
        if case.sentence.has("start", "task", "apply"):
            return _about_first(case)
        if case.head.subject not in ("you", "cand") and not case.sentence.has("offer"):
            return Verdict(sure=0.7)
    return _promised(case, 0.9)


def _judge_told(case: Case) -> Verdict:
    """You will be told: of others than the candidate it is no promise to them."""
    if case.head.subject in ("you", "cand", "it") or case.head.named:
        return _promised(case, 0.9) if case.head.mood in ("future", "") else _OTHER
    return _judge_passive(case)


def _judge_decision(case: Case) -> Verdict:
    if case.head.requested:
        return _wanted(case)
    return _promised(case, 0.85)


def _judge_yournews(case: Case) -> Verdict:
    return _promised(case) if case.head.subject == "you" else _wanted(case)


def _judge_heard(case: Case) -> Verdict:
    if not case.head.conditional and not case.head.negated:
        return _OTHER
    if case.sentence.has("worry"):
        return Verdict(promise=True, about="answer", negated=True, sure=0.85)
    return Verdict(promise=True, about="answer", invites=called_upon(case.sentence))


def _judge_hear(case: Case) -> Verdict:
    head = case.head
    if head.conditional and head.negated:
        return _judge_heard(case)
    if head.subject == "none" and not head.mood and not head.conditional:
        return _OTHER  # "hear it first", "how to hear back": said to nobody
    return _promised(case)


def _judge_lasts(case: Case) -> Verdict:
    """It takes two weeks; how long other things take is no promise."""
    if case.head.named and case.head.subject == "none":
        return _OTHER
    return _judge_takes(case)


def _judge_reply_us(case: Case) -> Verdict:
    reported = case.head.subject == "third" or (case.head.subject == "none" and case.head.named)
    if reported and case.head.mood == "future" and not case.head.requested:
        return _promised(case, 0.9)
    return _invited(case)


def _judge_wanted(case: Case) -> Verdict:
    ours = (
        case.head.subject in ("we", "third")
        and case.head.mood == "future"
        and case.head.kind == "task"
    )
    if ours and not case.head.requested:
        promised = case.sentence.beside(case.head, "decision", "decide", "news")
        return _promised(case, 0.7) if promised else _OTHER
    return _wanted(case)


def _judge_confirm(case: Case) -> Verdict:
    """We will confirm by Friday; asked of the reader, or of an interview, it is no answer."""
    head = case.head
    if head.mood != "future" or head.requested or head.subject in ("you", "cand", "it"):
        return _wanted(case)
    if case.sentence.beside(head, "interview", "start", "offer", "task", "apply"):
        return _about_first(case)
    return _promised(case, 0.75)


def _judge_takes(case: Case) -> Verdict:
    span = case.time.when
    if isinstance(span, Duration) and span.unit in ("hour", "minute", "year"):
        return _OTHER
    if case.head.subject in ("you", "cand"):
        return _OTHER
    if case.sentence.beside(case.head, "interview", "start", "task", "apply", "offer"):
        return _judge_other(case)
    if not isinstance(span, Duration) and case.time.role != "until":
        return _judge_before_heard(case)
    return Verdict(promise=True, about="answer", sure=0.75)


def _judge_before_heard(case: Case) -> Verdict:
    """It will be Friday before you hear: the day stands beside the verb, the answer after it."""
    heard = case.sentence.has("hear", "answer", "decide", "news", "told", "know")
    near = 0 <= case.first - case.head.end <= 3
    if heard and near and case.head.subject in ("it", "none"):
        return Verdict(promise=True, about="answer", sure=0.75, negated=case.head.negated)
    return _OTHER


def _judge_know(case: Case) -> Verdict:
    """We will know by Friday; "you should know that the office is closed" is no answer."""
    near = 0 <= case.first - case.head.end <= 1
    return _promised(case, 0.85) if near and case.head.mood == "future" else _OTHER


def _judge_returning(case: Case) -> Verdict:
    """A candidate's note: "Globex getting back to me by the 15th"."""
    head = case.head
    told = head.subject == "third" or (head.subject == "none" and head.named)
    if not told or head.requested or case.sentence.beside(head, "past", "yours"):
        return _wanted(case)
    return _promised(case, 0.75)


def _judge_wait(case: Case) -> Verdict:
    """You will not have to wait past Friday."""
    return _promised(case, 0.8) if case.head.negated and case.time.role == "after" else _OTHER


def _judge_moved(case: Case) -> Verdict:
    if case.sentence.beside(case.head, "interview", "start", "apply", "offer", "task"):
        return _about_first(case)
    return Verdict(promise=True, about="answer", sure=0.8)


def _about_first(case: Case) -> Verdict:
    """What the first head of the sentence that is no answer says the date is for."""
    kinds = (_ABOUT[head.kind] for head in case.sentence.heads if head.kind in _ABOUT)
    return Verdict(about=next(kinds, "other"))


def _judge_interviewing(case: Case) -> Verdict:
    if case.head.mood == "past":
        return _OTHER
    runs = case.time.role in _DEADLINE_ROLES or case.time.role == "not_before"
    return Verdict(promise=runs, about="answer" if runs else "other", sure=0.8, event=True)


def _judge_worry(case: Case) -> Verdict:
    if not case.head.negated:
        return _OTHER
    return Verdict(promise=True, about="answer", negated=True, sure=0.85)


_ABOUT: dict[str, TimeframeAbout] = {
    "interview": "interview",
    "start": "start",
    "offer": "offer_deadline",
    "from_you": "reply_wanted",
    "task": "reply_wanted",
    "confirm": "reply_wanted",
}


def _judge_other(case: Case) -> Verdict:
    return Verdict(about=_ABOUT.get(case.head.kind, "other"))


def _judge_interview(case: Case) -> Verdict:
    if _thanked_for(case):
        return Verdict(past=True)
    bidden = case.head.requested or case.head.imperative
    if bidden and case.time.role in ("by", "within", "before") and not case.time.clock:
        return _wanted(case)
    return Verdict(about="interview")


def _thanked_for(case: Case) -> bool:
    """Whether the meeting is over: "thank you for meeting with us"."""
    heads = case.sentence.heads
    at = next(n for n, head in enumerate(heads) if head is case.head)
    return at > 0 and heads[at - 1].kind == "past" and heads[at - 1].end >= case.head.start - 1


def _judge_reported(case: Case) -> Verdict:
    """A candidate's short note: "the recruiter says two weeks", "they said end of week"."""
    told = case.head.named or case.head.subject in ("third", "none")
    told = told and 0 <= case.first - case.head.end <= 2
    plain = case.time.bare or case.time.role in ("by", "within", "in", "around", "not_before")
    return Verdict(promise=told and plain, about="answer" if told and plain else "other", sure=0.7)


def _judge_held(case: Case) -> Verdict:
    return Verdict(about="interview" if case.sentence.has("interview") else "other")


_JUDGES = {
    "held": _judge_held,
    "interview": _judge_interview,
    "reported": _judge_reported,
    "answer": _judge_answer,
    "call": _judge_call,
    "unheard": _judge_unheard,
    "news": _judge_news,
    "decide": _judge_decide,
    "told": _judge_told,
    "await": _promised,
    "passive": _judge_passive,
    "decision": _judge_decision,
    "yournews": _judge_yournews,
    "hear": _judge_hear,
    "heard": _judge_heard,
    "reply_us": _judge_reply_us,
    "confirm": _judge_confirm,
    "know": _judge_know,
    "wait": _judge_wait,
    "returning": _judge_returning,
    "yours": _judge_wanted,
    "task": _judge_wanted,
    "takes": _judge_takes,
    "lasts": _judge_lasts,
    "moved": _judge_moved,
    "interviewing": _judge_interviewing,
    "worry": _judge_worry,
}
