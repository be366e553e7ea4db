"""Read every timeframe of a text: the dates it promises, and whether it promises at all."""

from dataclasses import replace
from datetime import datetime

from heardback.model.timeframe import Timeframe
from heardback.timeframe.business import WorkCalendar, zone
from heardback.timeframe.clauses import ClauseReader, Head, Sentence, governing, sentences
from heardback.timeframe.days import Periods
from heardback.timeframe.expressions import Dated, Day, Duration, Month, Shifted, Time, Year
from heardback.timeframe.grammar import constructions_of
from heardback.timeframe.pattern import Constructions, Matcher
from heardback.timeframe.periods import periods_at
from heardback.timeframe.promise import Verdict, judge
from heardback.timeframe.resolve import Reading, resolve
from heardback.timeframe.words import TimeframeWords

_BEFORE_ANCHOR = 12  # words a time may have before the one that makes it a time
_MOST_PLACES = 3000  # beyond that it is no letter but a table, and is not read to its end
_DEADLINES = frozenset({"by", "within", "before", "over"})
_UNDATED = Reading(how="no date is named", confidence=0.7)


def read_timeframes(
    text: str,
    *,
    said: datetime,
    words: TimeframeWords,
    country: str | None = None,
    timezone: str | None = None,
    quiet_days: bool = True,
) -> tuple[Timeframe, ...]:
    """Given a text and the aware moment it was said, return its timeframes in order.

    The anchor is that moment in the employer's zone: `timezone`, else the offset of `said`.
    Without a country weekends count and holidays do not. Spans index the text as given.
    """
    moment = said.astimezone(zone(timezone)) if timezone else said
    calendar = WorkCalendar(country, quiet_days and country is not None)
    constructions = constructions_of(words)
    return _Reader(text, constructions, periods_at(moment, calendar)).read()


class _Reader:
    """One text being read: its tokens, the matcher on them, and the days around its moment."""

    def __init__(self, text: str, constructions: Constructions, periods: Periods) -> None:
        self._text = text
        self._constructions = constructions
        self._words = constructions.lexicon.words
        self._tokens = constructions.lexicon.tokens(text)
        self._matcher: Matcher = constructions.matcher(self._tokens)
        self._periods = periods
        self._readings: dict[Time, Reading | None] = {}
        self._offered = False
        self._tried = 0

    def read(self) -> tuple[Timeframe, ...]:
        """Return every timeframe, in the order of the text."""
        found: list[Timeframe] = []
        clauses = ClauseReader(self._tokens, self._matcher, self._constructions)
        older = False
        for sentence in sentences(self._tokens):
            older = older or self._marks_older(sentence)
            sentence.quoted = sentence.quoted or older
            times = self._times(sentence)
            if not times and not self._may_promise(sentence):
                continue
            clauses.read(sentence)
            self._offered = self._offered or sentence.has("offer")
            found += self._of_sentence(sentence, times)
        return tuple(found)

    def _marks_older(self, sentence: Sentence) -> bool:
        if not self._words.quote_marks or sentence.last - sentence.first > 30:
            return False
        if self._tokens[sentence.first].word != "-":
            return False
        line = self._slice(sentence.first, sentence.last).lower()
        return any(mark in line for mark in self._words.quote_marks)

    def _may_promise(self, sentence: Sentence) -> bool:
        begins = self._constructions.begins
        return any(begins("HEAD", t) for t in self._tokens[sentence.first : sentence.last])

    def _slice(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[last - 1].end]

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
            return after is not None and after.word[0].isalnum()
        if isinstance(time.when, Dated):
            if after is not None and after.word in self._words.not_after_ordinal:
                return True
            if time.bare and time.when.weak:
                return after is not None and after.word.isalpha() and "ON" not in after.senses
        if time.bare and isinstance(time.when, Month) and time.when.weak:
            return True
        if time.bare and isinstance(time.when, Year):
            return True
        return bool(
            isinstance(time.when, Month) and time.when.weak and after and after.word == "be"
        )

    def _of_sentence(
        self, sentence: Sentence, times: list[tuple[int, int, Time]]
    ) -> list[Timeframe]:
        periods = self._periods
        periods.before, periods.mentioned = periods.mentioned, None
        found: list[Timeframe] = []
        heads = self._heads(sentence, times)
        for (first, last, time), head in zip(times, heads, strict=True):
            one = self._one(sentence, first, last, time, head)
            if one is not None and not (found and self._repeats(found[-1], one, first)):
                found.append(one)
        found = self._superseded(sentence, found)
        if not sentence.quoted:
            found += self._without_date(sentence, found)
            found = self._forbidden(sentence, _dated_only(found))
        return sorted(found, key=lambda tf: tf.start)

    def _heads(
        self, sentence: Sentence, times: list[tuple[int, int, Time]]
    ) -> list[Head | None]:
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

    def _one(
        self, sentence: Sentence, first: int, last: int, time: Time, head: Head | None
    ) -> Timeframe | None:
        verdict = judge(head, sentence, time, first=first, offered=self._offered)
        if verdict.negated:
            time = _turned(time)
        event, last = self._event(sentence, last, time, verdict)
        if event is not None and not verdict.event:
            reading: Reading | None = _UNDATED
        else:
            reading = self._resolve(time)
        if reading is None or not self._worth(time, verdict):
            return None
        if time.role == "until" and head is not None and head.kind in ("moved", "takes", "lasts"):
            reading = replace(reading, firmness="window")  # it lasts till then, the answer later
        self._periods.mentioned = reading.by or self._periods.mentioned
        if reading.past:
            verdict = replace(verdict, promise=False, about="other", invites=False)
        return self._timeframe(first, last, reading, verdict, head, event)

    def _past_event(self, time: Time, last: int) -> int:
        """Return where "six months after the decision" ends: that noun governs nothing."""
        if not isinstance(time.when, Duration) or last >= len(self._tokens):
            return last
        if self._tokens[last].word not in ("after", "of", "following"):
            return last
        return max(last, self._noun_phrase(last + 1, len(self._tokens)))

    def _repeats(self, before: Timeframe, one: Timeframe, first: int) -> bool:
        """Whether it only says again what stands before it: "Thursday of next week, 13 March"."""
        gap = self._text[before.end : self._tokens[first].start].strip(" ,(–-")
        same = before.promise == one.promise and before.by == one.by
        return same and not gap and one.by is not None

    def _superseded(self, sentence: Sentence, found: list[Timeframe]) -> list[Timeframe]:
        """What was moved is no longer promised: "planned for Friday, pushed to Monday"."""
        moved = [self._tokens[h.start].start for h in sentence.heads if h.kind == "moved"]
        if not moved or not any(one.promise and one.start > moved[0] for one in found):
            return found
        return [
            replace(one, promise=False, about="other") if one.start < moved[0] else one
            for one in found
        ]

    def _resolve(self, time: Time) -> Reading | None:
        if self._periods.mentioned is not None or _hangs_on_another(time):
            return resolve(time, self._periods)
        if time not in self._readings:
            self._readings[time] = resolve(time, self._periods)
        return self._readings[time]

    @staticmethod
    def _worth(time: Time, verdict: Verdict) -> bool:
        """A bare length of time ("5 years"), "since" or "soon" says something only of a promise."""
        if verdict.promise:
            return True
        if time.role in ("vague", "since", "ago"):
            return time.role != "vague"
        return not (isinstance(time.when, Duration) and (time.bare or time.role == "over"))

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
        end = self._noun_phrase(found[0], sentence.last)
        return (self._slice(found[0], end), end) if end > found[0] else (None, last)

    def _noun_phrase(self, first: int, last: int) -> int:
        at = first
        while at < last and at - first < 8:
            token = self._tokens[at]
            if not token.word[0].isalnum() and token.word not in ("-", "'", "'s"):
                break
            if at > first and ("VERB" in token.senses or "JOIN" in token.senses):
                break
            at += 1
        return at

    def _without_date(self, sentence: Sentence, found: list[Timeframe]) -> list[Timeframe]:
        """A promise that names no day: "we'll contact you if there is a match"."""
        if sentence.question or any(one.promise or one.invites for one in found):
            return []
        if any(one.about == "interview" for one in found):
            return []  # "I'll call you on Monday at 3": that is the call
        for head in sentence.heads:
            if not (_plainly_promises(head) or self._decides(sentence, head)):
                continue
            last = head.end
            event = self._event_named(sentence)
            first = self._clause_start(sentence, head)
            verdict = Verdict(promise=True, about="answer", sure=0.8)
            return [self._timeframe(first, last, _UNDATED, verdict, head, event)]
        return []

    @staticmethod
    def _decides(sentence: Sentence, head: Head) -> bool:
        """Beside an event ("once the board has met") a decision to come is a promise too."""
        if head.kind not in ("decide", "news") or head.subject not in ("we", "third"):
            return False
        if head.negated or head.requested or head.conditional or head.mood != "future":
            return False
        return any(
            first > head.start or clause != head.clause for first, _end, clause in sentence.events
        )

    def _event_named(self, sentence: Sentence) -> str | None:
        for _, end, _clause in sentence.events:
            stop = self._noun_phrase(end, sentence.last)
            if any("EVENTNOUN" in t.senses for t in self._tokens[end:stop]):
                return self._slice(end, stop)
        return None

    def _clause_start(self, sentence: Sentence, head: Head) -> int:
        at = head.start
        while at > sentence.first and sentence.clause_at(at - 1) == head.clause:
            at -= 1
        while at < head.start and not self._tokens[at].word[0].isalnum():
            at += 1
        return at

    def _forbidden(self, sentence: Sentence, found: list[Timeframe]) -> list[Timeframe]:
        for head in sentence.heads:
            if head.kind != "forbid" or head.conditional:
                continue
            after = self._tokens[head.end].senses if head.end < sentence.last else {}
            if "OBJECT" in after or (head.subject == "we" and head.mood == "future"):
                continue
            if any(one.promise for one in found):
                return [replace(one, prohibits=True) if one.promise else one for one in found]
            one = self._timeframe(head.start, head.end, _UNDATED, Verdict(sure=0.9), head, None)
            return [*found, replace(one, prohibits=True, how="")]
        return found

    def _timeframe(
        self,
        first: int,
        last: int,
        reading: Reading,
        verdict: Verdict,
        head: Head | None,
        event: str | None,
    ) -> Timeframe:
        earliest, by, firmness = reading.earliest, reading.by, reading.firmness
        sure = min(reading.confidence, 0.99) * verdict.sure
        if verdict.promise and reading.far:
            earliest, by, firmness, sure = None, None, "vague", min(sure, 0.3)
        if (
            not verdict.promise
            and reading.recent is not None
            and (verdict.past or _looks_back(head))
        ):
            earliest, by = None, reading.recent
        if verdict.event:
            firmness = "window" if by else "vague"
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        return Timeframe(
            start=start,
            end=end,
            quote=self._text[start:end],
            earliest=earliest,
            by=by,
            firmness=firmness,
            event=event,
            promise=verdict.promise,
            about=verdict.about,
            invites=verdict.invites,
            confidence=round(sure, 2),
            how=reading.how,
        )


def _hangs_on_another(time: Time) -> bool:
    """Whether it counts from a day named before: "by then", "the day after"."""
    day = time.when.day if isinstance(time.when, Shifted) else time.when
    return isinstance(day, Day) and day.following


def _dated_only(found: list[Timeframe]) -> list[Timeframe]:
    """Beside a dated promise, "soon" in the same sentence says nothing."""
    if not any(one.promise and (one.by or one.earliest) for one in found):
        return found
    return [one for one in found if not one.promise or one.by or one.earliest or one.event]


def _looks_back(head: Head | None) -> bool:
    return head is not None and (head.kind == "past" or head.mood in ("past", "perfect"))


def _plainly_promises(head: Head) -> bool:
    if head.negated or head.requested or head.welcome or head.conditional:
        return False
    if head.kind in ("answer", "call"):
        return head.subject in ("we", "third", "none") and head.mood == "future"
    if head.kind == "told" and head.named and head.subject == "none":
        return head.mood == "future"
    if head.kind == "reply_us":
        return head.mood == "future" and head.subject in ("third", "none") and head.named
    kinds = ("hear", "told", "news", "yournews")
    return head.kind in kinds and head.subject in ("you", "cand") and head.mood == "future"


def _turned(time: Time) -> Time:
    """What "not" makes of it: not before March, not until Friday, not this week."""
    if time.role in ("before", "until"):
        return replace(time, role="not_before")
    if time.role in ("on", "by", "in", "over", "within") and not isinstance(time.when, Duration):
        return replace(time, role="after")
    return replace(time, role="not_before") if time.role in ("in", "within", "over") else time
