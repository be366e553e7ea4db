"""Titles, pronouns and roles are those on record."""

from dataclasses import replace

import pytest

from heardback.checking.record import Record
from heardback.service.proofread import proofread
from tests.checking.corpus import recorded

RECORD, AT = recorded({"opportunity": "brightwater", "to": ["ruth"], "at": "2025-05-13T08:30"})
PEOPLE = dict(RECORD.search.people)
PEOPLE["devon"] = replace(PEOPLE["devon"], pronouns="they/them")
PEOPLE["siobhan"] = replace(PEOPLE["siobhan"], name="Siobhán O'Neill (she/her)")
PEOPLE["ruth"] = replace(PEOPLE["ruth"], pronouns="she/her")
SEARCH = replace(RECORD.search, people=PEOPLE)
KNOWN = Record(SEARCH, RECORD.opportunity, PEOPLE["ruth"])
LETTER = """{greeting},

Thank you for your time on Monday. {sentence}

Kind regards,
Elena Marković
+1 312 555 0144
"""


def errors(sentence: str, greeting: str = "Dear Ruth", record: Record = KNOWN) -> set[str]:
    text = LETTER.format(sentence=sentence, greeting=greeting)
    found = proofread(text, kind="thank_you", at=AT, record=record)
    return {f.check for f in found if f.severity == "error"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Please thank Siobhán; he was very helpful.",
        "Please thank Siobhán. His directions were clear.",
        "Please thank Devon, and tell her that I enjoyed the weekly exception meeting.",
    ],
)
def test_another_pronoun_than_the_recorded_one_is_an_error(sentence: str) -> None:
    assert "wrong_pronoun" in errors(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Please thank Siobhán; she was very helpful.",
        "Please thank Devon; they were very helpful.",
        "I liked what Devon and Siobhán said, and her questions.",
    ],
)
def test_the_recorded_pronoun_and_doubtful_ones_are_not(sentence: str) -> None:
    assert "wrong_pronoun" not in errors(sentence)


def test_without_a_pronoun_on_record_nothing_is_doubted() -> None:
    assert "wrong_pronoun" not in errors("Please thank Devon; he was helpful.", record=RECORD)


@pytest.mark.parametrize("greeting", ["Dear Mr. Castellanos", "Dear Sir Castellanos"])
def test_a_title_against_the_recorded_pronoun_is_an_error(greeting: str) -> None:
    assert "wrong_title" in errors("", greeting)


@pytest.mark.parametrize("greeting", ["Dear Ms. Castellanos", "Dear Mrs. Castellanos"])
def test_a_title_that_fits_is_not(greeting: str) -> None:
    assert "wrong_title" not in errors("", greeting)


def test_two_titles_for_one_name_are_an_error_even_without_a_record() -> None:
    text = LETTER.format(greeting="Dear Mr. Adler", sentence="I hope that suits you, Mrs. Adler.")
    found = proofread(text, kind="thank_you")
    assert "wrong_title" in {f.check for f in found if f.severity == "error"}


@pytest.mark.parametrize(
    ("sentence", "is_wrong"),
    [
        ("The Demand Planning Manager role interests me.", False),
        ("The demand planning role interests me.", False),
        ("The Supply Planning Manager role interests me.", True),
        ("The planning director position interests me.", True),
        ("The leading role of the plants interests me.", False),
        ("I would love to join you as Demand Planning Mgr role.", False),
    ],
)
def test_the_role_is_the_recorded_one(sentence: str, is_wrong: bool) -> None:
    assert ("wrong_title" in errors(sentence)) is is_wrong
