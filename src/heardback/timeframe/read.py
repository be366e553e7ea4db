"""Read every timeframe of a text: the dates it promises, and whether it promises at all."""

from dataclasses import replace
from datetime import datetime, timedelta

from heardback.model.timeframe import Timeframe
from heardback.timeframe.analysis import Analysis, Mention, analysed
from heardback.timeframe.business import WorkCalendar, zone
from heardback.timeframe.clauses import Head, Sentence
from heardback.timeframe.days import Periods, Reading
from heardback.timeframe.expressions import Day, Shifted, Time, Weekday
from heardback.timeframe.grammar import constructions_of
from heardback.timeframe.periods import periods_at
from heardback.timeframe.promise import Verdict
from heardback.timeframe.resolve import resolve
from heardback.timeframe.words import TimeframeWords

_WEEKS_BACK = timedelta(days=45)  # a day and month without a year may lie so far behind
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
    analysis = analysed(text, constructions_of(words))
    if not analysis.sentences:
        return ()
    return _Reader(analysis, periods_at(moment, calendar)).read()


class _Reader:
    """A text that was taken apart, and the days around the moment it was said."""

    def __init__(self, analysis: Analysis, periods: Periods) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._tokens = analysis.tokens
        self._periods = periods

    def read(self) -> tuple[Timeframe, ...]:
        """Return every timeframe, in the order of the text."""
        found: list[Timeframe] = []
        for sentence, mentions in self._analysis.sentences:
            found += self._of_sentence(sentence, mentions)
        return tuple(found)

    def _of_sentence(self, sentence: Sentence, mentions: list[Mention]) -> list[Timeframe]:
        periods = self._periods
        periods.before, periods.mentioned = periods.mentioned, None
        found: list[Timeframe] = []
        for mention in mentions:
            one = self._one(mention)
            if one is not None and not (found and self._repeats(found[-1], one, mention.first)):
                found.append(one)
        found = self._superseded(sentence, found)
        if not sentence.quoted:
            found += self._without_date(sentence, found)
            found = self._forbidden(sentence, _dated_only(found))
        return sorted(found, key=lambda tf: tf.start)

    def _one(self, mention: Mention) -> Timeframe | None:
        time, verdict, head = mention.time, mention.verdict, mention.head
        if mention.event is not None and not verdict.event:
            reading: Reading | None = _UNDATED
        else:
            reading = self._resolve(time)
        if reading is None:
            return None
        if time.role == "until" and head is not None and head.kind in ("moved", "takes", "lasts"):
            reading = replace(reading, firmness="window")  # it lasts till then, the answer later
        if head is not None and head.kind in ("moved", "takes"):
            reading = self._after_the_first(time, reading)
        if not reading.far:
            self._periods.mentioned = reading.by or self._periods.mentioned
        if reading.past:
            verdict = replace(verdict, promise=False, about="other", invites=False)
        return self._timeframe(mention.first, mention.last, reading, verdict, head, mention.event)

    def _after_the_first(self, time: Time, reading: Reading) -> Reading:
        """What was put off comes later: "we had hoped for Friday, but it will be Tuesday"."""
        first, by = self._periods.mentioned, reading.by
        plain = isinstance(time.when, Weekday) and time.when.rel is None
        if not plain or first is None or by is None or by >= first:
            return reading
        week = timedelta(days=7)
        return replace(
            reading,
            earliest=reading.earliest + week if reading.earliest else None,
            by=by + week,
            how=f"{reading.how}, and a week on: it was put off",
        )

    def _just_gone(self, reading: Reading) -> bool:
        """Whether a date would be most of a year ahead, and was there some weeks ago."""
        day = reading.recent
        one = reading.earliest is None or reading.earliest == reading.by  # a day, not a month
        gone = day is not None and timedelta() < self._periods.today - day <= _WEEKS_BACK
        return reading.far and one and gone

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
        if not self._periods.alone or _hangs_on_another(time):
            return resolve(time, self._periods)
        known = self._periods.worked_out.readings
        if time not in known:
            known[time] = resolve(time, self._periods)
        return known[time]

    def _without_date(self, sentence: Sentence, found: list[Timeframe]) -> list[Timeframe]:
        """A promise that names no day: "we'll contact you if there is a match"."""
        if sentence.question or any(one.promise or one.invites for one in found):
            return []
        if any(one.about == "interview" for one in found):
            return []  # "I'll call you on Monday at 3": that is the call
        if sentence.has("elsewhere"):
            return []  # a parcel, a loan, a ticket: no employer speaks
        for head in sentence.heads:
            if not (_plainly_promises(head) or self._decides(sentence, head)):
                continue
            if self._analysis.slice(head.start, head.end) in {one.hangs_on for one in found}:
                continue  # its day has been read, and has passed
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
            stop = self._analysis.noun_phrase(end, sentence.last)
            if any("EVENTNOUN" in t.senses for t in self._tokens[end:stop]):
                return self._analysis.slice(end, stop)
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
        gone = by is not None and by < self._periods.today  # "by mid-April", said on the 16th
        if verdict.promise and (reading.far or gone):
            earliest, by, firmness, sure = None, None, "vague", min(sure, 0.3)
        if (
            not verdict.promise
            and reading.recent is not None
            and (verdict.past or _looks_back(head))
        ):
            earliest, by = None, reading.recent
        elif not verdict.promise and self._just_gone(reading):
            # "Interview: 1 May", said on the 4th: the one just gone, or a slip; nobody can tell.
            earliest, by, sure = None, reading.recent, min(sure, 0.4)
        if verdict.event:
            firmness = "window" if by else "vague"
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        while start and self._text[start - 1].isalpha() and self._text[start].isalpha():
            start -= 1  # the "n't" of "don't" is no word to show
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
            hangs_on=self._analysis.slice(head.start, head.end) if head is not None else "",
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
