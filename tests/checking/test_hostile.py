"""Texts made to be slow are read in a moment, and what is no letter is not read at all."""

from time import process_time

import pytest

from heardback.model.sayings import ReviewAsked
from heardback.service.comparison import changes
from heardback.service.letter_head import read_head
from heardback.service.proofread import proofread
from heardback.service.review import read_parts
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


@pytest.mark.parametrize("piece", ["a. ", "x", "\n", "> ", "-", "--- the letter (", " ", "a\n\n"])
def test_no_answer_of_a_friend_holds_the_program_up(piece: str) -> None:
    letter = "Dear Tom,\n\nThank you. I liked it.\n\nBest,\nDana\n"
    asked = ReviewAsked(review="0123abcd", id="x", to="f@example.org", text=letter)
    text = "To: a@b.c\nSubject: x\n" + piece * (50_000 // len(piece))
    started = process_time()
    read_head(text)
    read_parts(text, asked)
    changes(letter, text)
    assert process_time() - started < MOST_SECONDS
