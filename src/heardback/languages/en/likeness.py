"""The weights of English letters' words, as `scripts/learn_likeness.py` learned them."""

import json
from functools import cache
from pathlib import Path

from heardback.reading.words import Weights

_LEARNED = Path(__file__).with_name("likeness.json")
_SCALE = 10  # kept as whole tenths


@cache
def english_weights() -> Weights:
    """Return the weights; the first call reads the file."""
    learned = json.loads(_LEARNED.read_text(encoding="utf-8"))
    return Weights(
        tuple(learned["kinds"]),
        tuple(learned["start"]),
        learned["words"],
        scale=_SCALE,
        votes=learned["votes"],
    )
