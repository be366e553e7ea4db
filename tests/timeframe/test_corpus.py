"""The corpora are the specification: every phrase and sentence reads as it was written down."""

from collections.abc import Sequence
from typing import Any

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.timeframe import Timeframe
from heardback.timeframe.read import read_timeframes
from tests.timeframe.corpus import Labelled, Phrase, labelled, phrases

PHRASES = tuple(phrases())
SENTENCES = tuple(labelled())


def read(sample: Phrase | Labelled, text: str) -> tuple[Timeframe, ...]:
    return read_timeframes(text, said=sample.said, words=ENGLISH_TIMEFRAMES, country=sample.country)


def test_the_corpora_are_large_enough() -> None:
    assert len(PHRASES) >= 350
    assert len(SENTENCES) >= 160
    assert sum(s.hard_negative for s in SENTENCES) * 2 >= len(SENTENCES) - 10


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: f"{p.text}@{p.said:%d%b%H}")
def test_a_phrase_means_what_the_corpus_says(phrase: Phrase) -> None:
    found = read(phrase, phrase.sentence)
    assert len(found) == 1
    (one,) = found
    assert one.promise
    assert one.quote == phrase.text.rstrip(".") == phrase.sentence[one.start : one.end]
    if phrase.refused:
        assert (one.earliest, one.by) == (None, None)
        return
    assert (one.earliest, one.by, one.firmness) == (phrase.earliest, phrase.by, phrase.firmness)
    assert (one.confidence <= 0.3) == phrase.doubtful


def fits(one: Timeframe, wanted: dict[str, Any]) -> bool:
    return (
        str(one.earliest) == wanted.get("earliest", "None")
        and str(one.by) == wanted.get("by", "None")
        and one.firmness == wanted["firmness"]
        and one.invites == wanted.get("invites", False)
        and one.prohibits == wanted.get("prohibits", False)
        and one.event == wanted.get("event")
        and one.about == "answer"
    )


@pytest.mark.parametrize("sample", [s for s in SENTENCES if not s.hard_negative], ids=repr)
def test_a_promise_is_read_with_its_days(sample: Labelled) -> None:
    wanted = [one for one in sample.timeframes if one]
    found = [one for one in read(sample, sample.text) if one.promise]
    assert len(found) == len(wanted)
    for one, expected in zip(found, wanted, strict=True):
        assert fits(one, expected), (one, expected)


@pytest.mark.parametrize("sample", [s for s in SENTENCES if s.hard_negative], ids=repr)
def test_no_promise_is_made_of_what_promises_nothing(sample: Labelled) -> None:
    found = read(sample, sample.text)
    assert not any(one.promise for one in found)
    for one, wanted in zip(found, sample.timeframes, strict=False):
        assert one.about == wanted.get("about", one.about)
        assert str(one.by) == wanted.get("by", str(one.by))
        assert one.prohibits == wanted.get("prohibits", False)
    assert len(found) >= len(sample.timeframes)


def test_prints_how_well_promises_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    scores = figures(SENTENCES)
    with capsys.disabled():
        print(
            f"\ntimeframes: {len(PHRASES)} phrases, {len(SENTENCES)} sentences; promises "
            f"precision {scores['precision']:.3f}, recall {scores['recall']:.3f}, "
            f"F1 {scores['f1']:.3f}; last day exact {scores['last_day']:.3f}"
        )
    assert scores["f1"] >= 0.95
    assert scores["last_day"] >= 0.9


def figures(samples: Sequence[Labelled]) -> dict[str, float]:
    hits = misses = inventions = days = exact = 0
    for sample in samples:
        found = [one for one in read(sample, sample.text) if one.promise]
        wanted = [one for one in sample.timeframes if one] if not sample.hard_negative else []
        hits += bool(found and wanted)
        misses += bool(wanted and not found)
        inventions += bool(found and not wanted)
        days += len(wanted)
        pairs = zip(found, wanted, strict=False)
        exact += sum(str(one.by) == expected.get("by", "None") for one, expected in pairs)
    precision, recall = hits / (hits + inventions), hits / (hits + misses)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "last_day": exact / days,
    }
