"""The machine that says how far a construction reaches leaves out nothing and adds nothing."""

import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.timeframe.grammar import constructions_of
from tests.timeframe.corpus import blind_phrases, labelled, phrases

CONSTRUCTIONS = constructions_of(ENGLISH_TIMEFRAMES)
NAMES = ("TIME", "HEAD", "IF", "WELCOME", "EVENTJOIN", "OF")
TEXTS = [p.sentence for p in phrases()] + [s.text for s in labelled()]
TEXTS += [p.sentence for p in blind_phrases("timeframes_blind.toml")]
WORDS = sorted({word for text in TEXTS for word in text.split()})
TOP = Path(__file__).parents[2]


def agrees(text: str) -> None:
    tokens = CONSTRUCTIONS.lexicon.tokens(text)
    for name in NAMES:
        for at in range(len(tokens)):
            every = CONSTRUCTIONS.matcher(tokens).readings(name, at)
            longest = CONSTRUCTIONS.matcher(tokens).longest(name, at)
            assert longest == ((max(every), every[max(every)]) if every else None)


@given(st.sampled_from(TEXTS))
@settings(max_examples=300, deadline=None)
def test_it_finds_what_trying_everything_finds(text: str) -> None:
    agrees(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_it_agrees_on_words_in_any_order(text: str) -> None:
    agrees(text)


def test_numbers_that_a_pattern_names_are_not_taken_for_each_other() -> None:
    """Q3 was read as the quarter that had been asked for first."""
    for number in (4, 1, 3, 2):
        tokens = CONSTRUCTIONS.lexicon.tokens(f"in Q{number}")
        reading = CONSTRUCTIONS.matcher(tokens).longest("TIME", 0)
        assert reading is not None
        assert f"number={number}" in repr(reading[1])


def test_the_page_of_promised_times_shows_what_the_program_reads() -> None:
    """If not: python scripts/timeframes_page.py."""
    command = [sys.executable, str(TOP / "scripts" / "timeframes_page.py"), "--check"]
    subprocess.run(command, check=True)
