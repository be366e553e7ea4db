"""What proofreading costs beside harper's own lint: python -m benchmarks.proofreading

Letters of 60 to 180 words with their record, as a note is proofread before it goes. "house" are the
checks of our own, "full" is all of it with spelling and grammar, "lint" is harper-py alone. They
take turns, and the ratios are taken turn by turn, so that a busy machine slows both.
"""

import json
import statistics
from datetime import datetime
from pathlib import Path
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from heardback import bootstrap
from heardback.checking.record import Record
from heardback.searchfile import read_search
from heardback.service.proofread import proofread

CORPUS = Path(__file__).parents[1] / "tests" / "checking" / "corpus"
AT = datetime(2025, 5, 13, 9, 0, tzinfo=ZoneInfo("America/Chicago"))
LETTERS = (
    """Dear Ruth,

Thank you for the conversation on Monday about the Demand Planning Manager role. I have come back \
more than once to what we said about cutting the stock of slow spare parts, and I enjoyed hearing \
how the three plants share one forecast.

Much of what I know about this kind of work comes from my six years of forecasting at Calloway \
Foods, where I led the move from spreadsheets to SAP. I would gladly put that to use with you.

One correction: I said that there were twelve planners. It was nine.

I would be happy to take the next step. If anything is still open on your side, please ask.

With best regards,
Elena Marković
+1 312 555 0144
""",
    """Dear Ruth,

It was a pleasure to meet you and Devon on Monday. I left even more interested in the role than I \
came, above all because of the question how the three plants share one forecast.

Is there any more information that would help you decide?

Kind regards,
Elena Marković
+1 312 555 0144
""",
)


def measure(rounds: int = 40) -> dict[str, object]:
    """Return the medians in milliseconds and the median ratios, turn by turn."""
    from harper import Linter

    search = read_search((CORPUS / "search.yaml").read_text("utf-8"), name="search.yaml").search
    opportunity = search.opportunity("brightwater")
    assert opportunity is not None
    grammar = bootstrap.grammar()
    started = perf_counter()
    linter = Linter()
    loading = perf_counter() - started

    def read(text: str, *, full: bool) -> None:
        record = Record(search, opportunity, search.people["ruth"])
        chosen = grammar if full else None
        proofread(text, kind="thank_you", at=AT, record=record, grammar=chosen)

    def lint(text: str) -> None:
        linter.lint(text, language="plaintext")

    def spent(work: object, *words: object, **named: object) -> float:
        assert callable(work)
        start = process_time()
        work(*words, **named)
        return process_time() - start

    turns = []
    for turn in range(rounds + 2):
        each = [
            sum(spent(lint, text) for text in LETTERS),
            sum(spent(read, text, full=False) for text in LETTERS),
            sum(spent(read, text, full=True) for text in LETTERS),
        ]
        if turn >= 2:  # the first ones load what is loaded once
            turns.append(each)
    alone, house, full = (statistics.median(column) for column in zip(*turns, strict=True))
    return {
        "letters": len(LETTERS),
        "ms": {
            "lint": round(alone / len(LETTERS) * 1e3, 2),
            "house": round(house / len(LETTERS) * 1e3, 2),
            "full": round(full / len(LETTERS) * 1e3, 2),
            "loading harper": round(loading * 1e3),
        },
        "ratios": {
            "house / lint": round(statistics.median(h / a for a, h, _ in turns), 2),
            "full / lint": round(statistics.median(f / a for a, _, f in turns), 2),
        },
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
