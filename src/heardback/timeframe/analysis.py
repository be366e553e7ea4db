"""What a text says of times, before anybody asks when it was said.

Everything here hangs on the words alone: which times it names, which verb or noun each hangs on,
whether that makes a promise. A short text that comes again (the same sentence in many letters) is
not taken apart twice.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from heardback.timeframe.clauses import ClauseReader, Head, Sentence, governing, sentences
from heardback.timeframe.expressions import Dated, Duration, Month, Part, Season, Time, Year
from heardback.timeframe.lexer import Token
from heardback.timeframe.pattern import Constructions, Matcher
from heardback.timeframe.promise import Verdict, judge

_BEFORE_ANCHOR = 12  # words a time may have before the one that makes it a time
_MOST_PLACES = 3000  # beyond that it is no letter but a table, and is not read to its end
_DEADLINES = frozenset({"by", "within", "before", "over"})
# What may follow a date that is one: "begins May 18 and goes on", but not "may 18 people".
_CLOSES = frozenset({"ON", "JOIN", "SUBJECT", "FUTURE", "PRESENT", "BY", "LATEST"})
_ASKED_FOR = ("hear", "decide", "decision", "answer", "told", "news", "lasts", "takes", "know")
_SHORT = 500  # characters of a text that may come again


@dataclass(frozen=True, slots=True)
class Mention:
    """A time in a sentence: its tokens, what it hangs on, and what it is for."""

    first: int
    last: int
    time: Time
    verdict: Verdict
    head: Head | None
    event: str | None


@dataclass(slots=True)
class Analysis:
    """A text taken apart: its tokens, and each sentence that may matter with its times."""

    text: str
    tokens: list[Token]
    sentences: list[tuple[Sentence, list[Mention]]] = field(default_factory=list)

    def slice(self, first: int, last: int) -> str:
        """Given tokens (the last one not included), return what stands there."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def noun_phrase(self, first: int, last: int) -> int:
        """Given where a noun phrase begins, return the token after its end."""
        at = first
        while at < last and at - first < 8:
            token = self.tokens[at]
            if not token.word[0].isalnum() and token.word not in ("-", "'", "'s"):
                break
            if at > first and ("VERB" in token.senses or "JOIN" in token.senses):
                break
            at += 1
        return at


def analysed(text: str, constructions: Constructions) -> Analysis:
    """Given a text and a language's constructions, return the text taken apart."""
    if len(text) <= _SHORT:
        return _remembered(text, constructions)
    return _Analyst(text, constructions).analysis()


@lru_cache(maxsize=1024)
def _remembered(text: str, constructions: Constructions) -> Analysis:
    return _Analyst(text, constructions).analysis()


class _Analyst:
    """One text being taken apart."""

    def __init__(self, text: str, constructions: Constructions) -> None:
        self._constructions = constructions
        self._words = constructions.lexicon.words
        self._tokens = constructions.lexicon.tokens(text)
        self._matcher: Matcher = constructions.matcher(self._tokens)
        self._found = Analysis(text, self._tokens)
        self._offered = False
        self._tried = 0
        self._asked = False  # whether the sentence before asks when there will be an answer

    def analysis(self) -> Analysis:
        """Return it."""
        clauses = ClauseReader(self._tokens, self._matcher, self._constructions)
        older = False
        for sentence in sentences(self._tokens):
            older = older or self._marks_older(sentence)
            sentence.quoted = sentence.quoted or older
            times = self._times(sentence)
            if not times and not self._may_promise(sentence):
                continue
            clauses.read(sentence, times)
            self._offered = self._offered or sentence.has("offer")
            self._found.sentences.append((sentence, self._mentions(sentence, times)))
            self._asked = sentence.question and not times and sentence.has(*_ASKED_FOR)
        return self._found

    def _marks_older(self, sentence: Sentence) -> bool:
        if not self._words.quote_marks or sentence.last - sentence.first > 30:
            return False
        if self._tokens[sentence.first].word != "-":
            return False
        line = self._found.slice(sentence.first, sentence.last).lower()
        return any(mark in line for mark in self._words.quote_marks)

    def _may_promise(self, sentence: Sentence) -> bool:
        begins = self._constructions.begins
        return any(begins("HEAD", t) for t in self._tokens[sentence.first : sentence.last])

    def _times(self, sentence: Sentence) -> list[tuple[int, int, Time]]:
        """Return the time expressions of a sentence: first and last token, and the value."""
        out: list[tuple[int, int, Time]] = []
        anchors = self._constructions.anchors(self._tokens, sentence.first, sentence.last)
        at = sentence.first
        for anchor in anchors:
            at = max(at, anchor - _BEFORE_ANCHOR)
            while at <= anchor:
                found = self._time_at(at, sentence.last)
                if found is None:
                    at += 1
                else:
                    out.append((at, *found))
                    at = found[0]
        return out

    def _time_at(self, at: int, last: int) -> tuple[int, Time] | None:
        if not self._constructions.begins("TIME", self._tokens[at]):
            return None
        self._tried += 1
        if self._tried > _MOST_PLACES:
            return None
        reading = self._matcher.longest("TIME", at)
        if reading is None:
            return None
        end, time = reading
        if end > last or not isinstance(time, Time):
            return None
        if self._set_aside(at):
            return None
        return None if self._false_friend(time, end) else (end, time)

    def _set_aside(self, at: int) -> bool:
        """Whether what comes before it takes it away: "every Monday", "instead of the 5th"."""
        before = [token.word for token in self._tokens[max(0, at - 2) : at]]
        if before and before[-1] in self._words.again_and_again:
            return True
        return " ".join(before) in self._words.in_place_of

    def _false_friend(self, time: Time, last: int) -> bool:
        """Whether it only looks like a time: "may 5 people", "the 3rd round"."""
        after = self._tokens[last] if last < len(self._tokens) else None
        if time.role == "then":
            return (
                after is not None
                and after.word[0].isalnum()
                and (time.bare or "SUBJECT" not in after.senses)
            )
        if isinstance(time.when, Dated):
            if after is not None and after.word in self._words.not_after_ordinal:
                return True
            if time.bare and time.when.weak:
                return (
                    after is not None and after.word.isalpha() and not _CLOSES & after.senses.keys()
                )
        if time.bare and isinstance(time.when, Month) and time.when.weak:
            return True
        if _of_season(time.when):
            return (
                after is not None and after.word[0].isalnum() and not _CLOSES & after.senses.keys()
            )
        if time.bare and isinstance(time.when, Year):
            return True
        return bool(
            isinstance(time.when, Month) and time.when.weak and after and after.word == "be"
        )

    def _mentions(self, sentence: Sentence, times: list[tuple[int, int, Time]]) -> list[Mention]:
        found = []
        for (first, last, time), head in zip(times, self._heads(sentence, times), strict=True):
            verdict = judge(head, sentence, time, first=first, offered=self._offered)
            if head is None and self._hedged(sentence, first, time):
                verdict = Verdict(promise=True, about="answer", sure=0.6)
            meant = _turned(time, head) if verdict.negated else time
            event, end = self._event(sentence, last, meant, verdict)
            if _worth(meant, verdict):
                found.append(Mention(first, end, meant, verdict, head, event))
        return found

    def _hedged(self, sentence: Sentence, first: int, time: Time) -> bool:
        """Whether it answers "when?" without a verb: "hopefully by Friday", "not before May"."""
        if sentence.quoted or sentence.question or sentence.clause_at(first) != sentence.clauses[0]:
            return False
        if first == sentence.first and not self._asked:
            return time.role == "not_before" and "NOT" in self._tokens[first].senses
        if self._asked and not sentence.heads and time.role != "vague":
            return True
        before = self._tokens[sentence.first : first]
        hedges = sum("SURELY" in token.senses for token in before)
        plain = all("SURELY" in t.senses or "LIGHT" in t.senses for t in before)
        return bool(hedges) and plain and time.role in ("by", "within", "before", "not_before")

    def _heads(self, sentence: Sentence, times: list[tuple[int, int, Time]]) -> list[Head | None]:
        """Return the head each time hangs on.

        A bare day of another clause has none where the head has a time of its own: "Saturday shift
        here, so just this: you'll hear by Friday".
        """
        heads: list[Head | None] = []
        served: set[int] = set()
        for first, last, time in times:
            deadline = time.role in _DEADLINES and not time.clock
            end = self._past_event(time, last)
            head = governing(sentence, first, end, deadline=deadline)
            heads.append(head)
            if head is not None and sentence.clause_at(first) == head.clause:
                served.add(id(head))
        for n, (first, _last, time) in enumerate(times):
            head = heads[n]
            if head is not None and time.bare and id(head) in served:
                heads[n] = head if sentence.clause_at(first) == head.clause else None
        return heads

    def _past_event(self, time: Time, last: int) -> int:
        """Return where "six months after the decision" ends: that noun governs nothing."""
        if not isinstance(time.when, Duration) or last >= len(self._tokens):
            return last
        if self._tokens[last].word not in ("after", "of", "following"):
            return last
        return max(last, self._found.noun_phrase(last + 1, len(self._tokens)))

    def _event(
        self, sentence: Sentence, last: int, time: Time, verdict: Verdict
    ) -> tuple[str | None, int]:
        """Return the event a promise hangs on ("within two weeks of the closing date")."""
        if verdict.event:
            return "interviewing", last
        if not isinstance(time.when, Duration) or last >= sentence.last or not verdict.promise:
            return None, last
        found = self._matcher.longest("OF", last)
        if found is None or found[0] >= sentence.last:
            return None, last
        end = self._found.noun_phrase(found[0], sentence.last)
        return (self._found.slice(found[0], end), end) if end > found[0] else (None, last)


def _of_season(when: object) -> bool:
    """A season goes before many a noun: "the summer school", "spring term"."""
    return isinstance(when, Season) or (isinstance(when, Part) and isinstance(when.period, Season))


def _worth(time: Time, verdict: Verdict) -> bool:
    """A bare length of time ("5 years"), "since" or "soon" says something only of a promise."""
    if verdict.promise:
        return True
    if time.role in ("vague", "since", "ago"):
        return time.role != "vague"
    return not (isinstance(time.when, Duration) and (time.bare or time.role == "over"))


def _turned(time: Time, head: Head | None) -> Time:
    """What "not" makes of it: not before March, not until Friday, not this week."""
    if head is not None and head.kind == "wait":
        return replace(time, role="by")  # you will not have to wait past Friday
    if time.role in ("before", "until"):
        return replace(time, role="not_before")
    if time.role in ("on", "by", "in", "over", "within") and not isinstance(time.when, Duration):
        return replace(time, role="after")
    return replace(time, role="not_before") if time.role in ("in", "within", "over") else time
