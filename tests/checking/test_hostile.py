"""Texts made to be slow are read in a moment, and what is no letter is not read at all."""

from time import process_time

import pytest

from heardback.service.proofread import proofread
from tests.checking.corpus import recorded

RECORD, AT = recorded({"opportunity": "brightwater", "to": ["ruth"], "at": "2025-05-13T08:30"})
SIZE = 10_000
MOST_SECONDS = 4.0  # about one on a quiet machine


@pytest.mark.parametrize(
    "piece",
    [
        "I have also had been ", "a ", "if you ", "x", "! ", "You said that ", "ABC ", "Dear ",
        "the very big long ", "your ", "Jan 1 ", "\n", "with best wishes and kind ", "Abc-",
        "I led a, ", " ", "Mr. ", "as ", "join ", "salary of ", "(", "1", "@", "a@b.c ", ".", "’",
    ],
)  # fmt: skip
def test_no_text_holds_the_proofreader_up(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    started = process_time()
    proofread(text, kind="thank_you", at=AT, record=RECORD)
    proofread(f"{text}\nx", kind="check_in", at=AT, record=RECORD)
    assert process_time() - started < MOST_SECONDS


def test_what_is_no_letter_is_refused_unread() -> None:
    found = proofread("word " * 20_000, kind="thank_you", at=AT, record=RECORD)
    assert [(f.severity, f.check) for f in found] == [("error", "length")]
