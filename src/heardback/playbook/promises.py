"""What the employer promised, as dates: the newest promise of each kind that still counts."""

from collections.abc import Iterable
from datetime import date, datetime

from heardback.model.events import Event, Promise
from heardback.model.record import record
from heardback.model.timeframe import Firmness, Timeframe
from heardback.timeframe.read import read_timeframes
from heardback.timeframe.words import TimeframeWords

_KEPT = 20_000

# Where words were said: the employer's country and zone, and whether quiet days are kept.
Place = tuple[str | None, str, bool]
_readings: dict[tuple[object, ...], tuple[Timeframe, ...]] = {}


@record(frozen=True, slots=True, kw_only=True)
class Promised:
    """One promise with its dates read. `by` and `earliest` are inclusive civil days.

    `invites`: they asked to be written to if nothing is heard; `on_the_day`: on that day, rather
    than by it. `prohibits`: they asked not to be written to.
    """

    event: Event
    promise: Promise
    by: date | None = None
    earliest: date | None = None
    firmness: Firmness = "firm"
    invites: bool = False
    on_the_day: bool = False
    prohibits: bool = False
    of: str | None = None
    quote: str | None = None

    @property
    def on(self) -> date:
        """The day on which it was said."""
        return self.event.when.on

    @property
    def runs_to(self) -> date | None:
        """The last day that the words ask to wait for, where they give one."""
        return self.by or self.earliest

    @property
    def extra_patience(self) -> bool:
        """Whether the words are too loose for one day of grace (rule CK-3)."""
        return self.firmness != "firm" or self.of is not None


def read_promise(
    event: Event, promise: Promise, *, words: TimeframeWords, place: Place
) -> Promised:
    """Given a promise event, return it with dates: its own, else those its words say."""
    found = read_words(promise.said, event.when.at, words, place) if promise.said else ()
    last = _last(found)
    by = promise.by or (last.by if last else None)
    if by is not None and by < event.when.on:
        by = None  # a day already gone when it was named promises nothing
    return Promised(
        event=event,
        promise=promise,
        by=by,
        earliest=promise.earliest or (last.earliest if last else None),
        firmness=promise.firmness or (last.firmness if last else _firmness(promise)),
        invites=bool(last and last.invites) if promise.invites is None else promise.invites,
        on_the_day=bool(last and last.by and last.earliest == last.by),
        prohibits=any(t.prohibits for t in found),
        of=promise.event or (last.event if last else None),
        quote=(last.quote if last else None) or event.quote or promise.said,
    )


def _firmness(promise: Promise) -> Firmness:
    """Return how firm dates without words are: a range is a window, one day is firm."""
    if promise.by is None and promise.earliest is None:
        return "vague"
    return "window" if promise.earliest else "firm"


def read_words(
    text: str, said: datetime, words: TimeframeWords, place: Place
) -> tuple[Timeframe, ...]:
    """Given words and when they were said, return their timeframes; the same words once only."""
    key = (id(words), text, said, place)
    found = _readings.get(key)
    if found is None:
        if len(_readings) >= _KEPT:
            _readings.clear()
        country, timezone, quiet_days = place
        found = read_timeframes(
            text,
            said=said,
            words=words,
            country=country,
            timezone=timezone,
            quiet_days=quiet_days,
        )
        _readings[key] = found
    return found


def newest(promises: Iterable[Promised], about: str) -> Promised | None:
    """Given promises in order, return the one that counts for `about`, or None.

    The newest wins, whoever said it; one without a date does not erase a dated one still running.
    """
    counts: Promised | None = None
    for promised in promises:
        if promised.promise.about != about:
            continue
        running = counts is not None and counts.runs_to is not None
        if running and promised.runs_to is None:
            assert counts is not None and counts.runs_to is not None
            if counts.runs_to >= promised.on:
                continue
        counts = promised
    return counts


def _last(found: tuple[Timeframe, ...]) -> Timeframe | None:
    """Return the timeframe that runs longest.

    The record says that it is a promise, so bare words ("by the end of next week") are one too.
    """
    bare = [t for t in found if t.about == "other" and (t.by or t.earliest)]
    promises = [t for t in found if t.promise] or bare
    if not promises:
        return None
    return max(promises, key=lambda t: (t.by or t.earliest or date.min, t.start))
