"""The weights of English sentences' words, as `scripts/learn_tone.py` learned them."""

import json
from functools import cache
from pathlib import Path

from heardback.checking.likeness import Learned

_LEARNED = Path(__file__).with_name("tone.json")
_SCALE = 10  # kept as whole tenths


@cache
def english_tone(of: str) -> Learned:
    """Given "faults" or "claims", return what was learned of it; the first call reads the file."""
    learned = json.loads(_LEARNED.read_text(encoding="utf-8"))[of]
    return Learned(
        tuple(learned["labels"]),
        tuple(learned["start"]),
        learned["words"],
        scale=_SCALE,
        sure=learned["sure"],
        likely=learned["likely"],
        marks=tuple(learned.get("marks", ())),
    )
