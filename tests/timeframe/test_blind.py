"""How well phrases and sentences are read that were written without sight of the grammar.

`blind`, `voices`, `shapes`: the grammar was mended after them. `held_out`, `voices_held_out`: it was
not; their failures are not looked at.
"""

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.timeframe import Timeframe
from heardback.timeframe.read import read_timeframes
from tests.timeframe.corpus import (
    BlindPhrase,
    BlindSentence,
    blind_phrases,
    blind_sentences,
    labelled,
    phrases,
)

# part -> (last day exact, whole window exact), (promise F1, last day exact)
PHRASE_FLOORS = {"blind": (0.97, 0.93), "held_out": (0.94, 0.90)}
SENTENCE_PARTS = ("blind", "held_out", "voices", "voices_held_out", "shapes")
SENTENCE_FLOORS = {
    "blind": (0.96, 0.94),
    "held_out": (0.92, 0.88),
    "voices": (0.95, 0.87),
    "voices_held_out": (0.86, 0.72),
    "shapes": (0.9, 0.82),
}


def promises(sample: BlindPhrase | BlindSentence) -> list[Timeframe]:
    text = sample.sentence if isinstance(sample, BlindPhrase) else sample.text
    found = read_timeframes(
        text, said=sample.said, words=ENGLISH_TIMEFRAMES, country=sample.country
    )
    return [one for one in found if one.promise]


def test_the_corpora_are_as_large_as_promised() -> None:
    all_phrases = [*phrases(), *blind_phrases("timeframes_blind.toml")]
    all_phrases += blind_phrases("timeframes_held_out.toml")
    assert len(all_phrases) >= 800
    told = [bool(s.promises) for s in blind_sentences("promises_blind.toml")]
    told += [not s.hard_negative for s in labelled()]
    assert len(told) >= 300
    assert 0.35 <= told.count(False) / len(told) <= 0.6


@pytest.mark.parametrize("part", ["blind", "held_out"])
def test_phrases_written_without_sight_of_the_grammar(
    part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = list(blind_phrases(f"timeframes_{part}.toml"))
    dated = [one for one in samples if not one.no_date]
    days = sum(last_day_right(one) for one in dated)
    windows = sum(window_right(one) for one in dated)
    with capsys.disabled():
        print(
            f"\ntimeframes {part}: {len(dated)} phrases, last day exact {days / len(dated):.3f}, "
            f"first and last day {windows / len(dated):.3f}"
        )
    least_days, least_windows = PHRASE_FLOORS[part]
    assert days >= least_days * len(dated)
    assert windows >= least_windows * len(dated)


@pytest.mark.parametrize("part", ["blind", "held_out"])
def test_no_day_is_made_up_where_none_is_named(part: str) -> None:
    samples = [one for one in blind_phrases(f"timeframes_{part}.toml") if one.by is None]
    undated = [one for one in samples if one.earliest is None]
    assert undated
    assert not [one.text for one in undated if any(f.by or f.earliest for f in promises(one))]


@pytest.mark.parametrize("part", SENTENCE_PARTS)
def test_sentences_written_without_sight_of_the_reader(
    part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = list(blind_sentences(f"promises_{part}.toml"))
    hits = misses = inventions = days = exact = 0
    for sample in samples:
        found = promises(sample)
        if sample.no_by:
            found = [one for one in found if one.by]
        if "promise" not in sample.unsure:
            hits += bool(found and sample.promises)
            misses += bool(sample.promises and not found)
            inventions += bool(found and not sample.promises)
        if "by" not in sample.unsure:
            days += len(sample.promises)
            exact += sum(_has_day(found, one.get("by")) for one in sample.promises)
    precision, recall = hits / (hits + inventions), hits / (hits + misses)
    f1 = 2 * precision * recall / (precision + recall)
    with capsys.disabled():
        print(
            f"\npromises {part}: {len(samples)} texts, precision {precision:.3f}, recall "
            f"{recall:.3f}, F1 {f1:.3f}; last day exact {exact / days:.3f} of {days}"
        )
    least_f1, least_days = SENTENCE_FLOORS[part]
    assert f1 >= least_f1
    assert exact >= least_days * days


@pytest.mark.parametrize("part", SENTENCE_PARTS)
def test_vague_promises_get_no_day(part: str) -> None:
    for sample in blind_sentences(f"promises_{part}.toml"):
        vague = sample.promises and not any(
            one.get("by") or one.get("earliest") for one in sample.promises
        )
        if vague and "by" not in sample.unsure:
            assert not [one.quote for one in promises(sample) if one.by], sample.text


def last_day_right(sample: BlindPhrase) -> bool:
    found = promises(sample)
    return len(found) > 0 and str(found[0].by) == str(sample.by)


def window_right(sample: BlindPhrase) -> bool:
    found = promises(sample)
    if len(found) != 1 or str(found[0].by) != str(sample.by):
        return False
    return "earliest" in sample.doubt or str(found[0].earliest) == str(sample.earliest)


def _has_day(found: list[Timeframe], by: str | None) -> bool:
    return any(str(one.by) == str(by) for one in found)
