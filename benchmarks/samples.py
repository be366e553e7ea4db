"""What the timeframe benchmarks ask every reader: the corpora of tests/timeframe, as one kind.

A part is `tuning` (the grammar grew with it), `blind` (written without sight of it, mended after)
or `held_out` (not mended after: only its totals may be shown, never its lines).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tests.timeframe.corpus import (
    FOLDER,
    blind_phrases,
    blind_sentences,
    labelled,
    phrases,
)

BLIND = ("blind", "held_out")


@dataclass(frozen=True)
class Sample:
    """A text and what the corpus says of it; `bare` is the phrase alone, where it is a phrase.

    `by` are the promised last days; `promise` is None where the corpus is not sure of it.
    """

    part: str
    text: str
    bare: str | None
    said: datetime
    country: str | None
    earliest: date | None
    by: tuple[date, ...]
    promise: bool | None

    @property
    def dated(self) -> bool:
        return bool(self.by)


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def _days(*values: object) -> tuple[date, ...]:
    return tuple(day for day in map(_day, values) if day is not None)


def phrase_samples() -> Iterator[Sample]:
    """Return every phrase of every part, in the sentence it is read in."""
    for p in phrases():
        by = () if p.refused else _days(p.by)
        first = None if p.refused else p.earliest
        yield Sample("tuning", p.sentence, p.text, p.said, p.country, first, by, True)
    for part in BLIND:
        if (FOLDER / f"timeframes_{part}.toml").exists():
            for b in blind_phrases(f"timeframes_{part}.toml"):
                first = None if b.doubt & {"earliest"} or b.no_date else _day(b.earliest)
                by = () if b.no_date or b.doubt & {"by"} else _days(b.by)
                yield Sample(part, b.sentence, b.text, b.said, b.country, first, by, True)


def sentence_samples() -> Iterator[Sample]:
    """Return every labelled sentence or message of every part."""
    for s in labelled():
        promised = [one for one in s.timeframes if one] if not s.hard_negative else []
        by = _days(*(one.get("by") for one in promised))
        yield Sample("tuning", s.text, None, s.said, s.country, None, by, bool(promised))
    for part in BLIND:
        if (FOLDER / f"promises_{part}.toml").exists():
            for b in blind_sentences(f"promises_{part}.toml"):
                unsure = "promise" in b.unsure
                by = () if "by" in b.unsure else _days(*(one.get("by") for one in b.promises))
                promise = None if unsure else bool(b.promises)
                yield Sample(part, b.text, None, b.said, b.country, None, by, promise)


def fixed_sentences(count: int = 120) -> list[Sample]:
    """Return the sentences that are timed: evenly from the tuning corpus, no more than a line each.

    A third are phrases in their sentence, the rest labelled sentences with and without a promise.
    """
    named = [s for s in phrase_samples() if s.part == "tuning"]
    told = [s for s in sentence_samples() if s.part == "tuning"]
    return evenly(named, count // 3) + evenly(told, count - count // 3)


def evenly(samples: list[Sample], count: int) -> list[Sample]:
    return [samples[i * len(samples) // count] for i in range(count)]
