"""Fixes: safe ones are put in, show what they did, and doing it again changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback import bootstrap
from heardback.service.fixes import fix_safely, put_in
from heardback.service.letter_head import read_head
from heardback.service.proofread import Proof
from tests.checking.corpus import HALVES, good, recorded

PROOF = Proof(kind="thank_you")
FULL = Proof(kind="thank_you", grammar=bootstrap.grammar())
LETTER = """Dear Priya,

{}

Best regards,
Dana Reyes
+1 512 555 0100
"""


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I recieved your note.", "I received your note."),
        ("Recieving it was a joy.", "Receiving it was a joy."),
        ("I should of asked.", "I should have asked."),
        ("Thank you!!", "Thank you!"),
        ("It was great , really.", "It was great, really."),
        ("It was the the best day.", "It was the best day."),
        ("I had a idea.", "I had an idea."),
        ("It took a hour and was a honour.", "It took an hour and was an honour."),
        ("It is an unique place.", "It is a unique place."),
        ("I wanted to follow-up on it.", "I wanted to follow up on it."),
        ("Yesterday i was there.", "Yesterday I was there."),
        ("It was alot of fun, thankyou.", "It was a lot of fun, thank you."),
    ],
)
def test_what_cannot_be_wrong_is_put_in(wrong: str, right: str) -> None:
    fixed = fix_safely(LETTER.format(wrong), PROOF)
    assert fixed.text == LETTER.format(right)
    assert fixed.changes


@pytest.mark.parametrize(
    "text",
    [
        "It was an honour, an hour, an heir, an MBA, a European, a one-off, a unique, a user.",
        "Your hiring team and your planning were excellent.",
        "I appreciate your making time. Is your free time safe from your available staff?",
        "They sent many people to many places; their team is there.",
        "I could, of course, do that. He might of his own will.",
        "The follow-up call and a follow-up e-mail came. To follow-up questions I say yes.",
        "It's people who matter; its own team, its not-for-profit arm.",
        "I had had enough; that that is so is clear.",
    ],
)
def test_right_sentences_are_left_alone(text: str) -> None:
    found = [f for f in PROOF(LETTER.format(text)) if f.check in ("slip", "repeated_word")]
    assert found == []


@pytest.mark.parametrize("half", HALVES)
def test_nothing_is_put_into_a_good_letter(half: str) -> None:
    changed = [s.id for s in good(half).values() if fix_safely(s.text, FULL).changes]
    assert len(changed) == 0


WORDS = st.sampled_from(
    "recieve a an hour honor i am should of the the , ! !! your you're its it's alot follow-up to "
    "met teh Dear Best regards \n . I i'm unique apple thankyou loose".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_fixing_twice_is_fixing_once(words: list[str]) -> None:
    once = fix_safely(" ".join(words), PROOF).text
    assert fix_safely(once, PROOF).text == once


def test_a_name_without_its_accent_is_mended_and_a_misspelt_one_only_offered() -> None:
    record, at = recorded({"opportunity": "brightwater", "to": ["siobhan"], "at": "2025-05-13"})
    proof = Proof(kind="reply", record=record, at=at)
    text = "Dear Siobhan,\n\nThank you for your message. I agree.\n\nBest,\nElena Marković\n"
    assert fix_safely(text, proof).text.startswith("Dear Siobhán,")
    other = text.replace("Siobhan", "Siobhnán")
    assert fix_safely(other, proof).text == other
    offered = put_in(other, proof(other))
    assert offered.text.startswith("Dear Siobhán,")


def test_the_lines_above_a_letter_are_its_envelope() -> None:
    head = read_head(
        'From: "Reyes, Dana" <dana@example.org>\nTo: priya@northwind.example,\n'
        " tom@northwind.example\nSubject: Thank\n you\nAttachments: none\n\nDear Priya,\n"
    )
    assert head.envelope is not None
    assert head.envelope.recipients == ("priya@northwind.example", "tom@northwind.example")
    assert head.envelope.attachments == ()
    assert head.subject == "Thank you"


@pytest.mark.parametrize(
    "text", ["Dear Priya,\n\nFrom: the start\n", "Note: hello\n\nDear", "", "To\n", "A: b\n\nDear"]
)
def test_a_letter_without_such_lines_has_no_envelope(text: str) -> None:
    assert read_head(text).start == 0


def test_spans_count_from_the_start_of_the_file() -> None:
    text = "To: priya@northwind.example\nSubject: Thanks\n\nDear Priya,\n\nI recieved it.\n"
    proof = Proof(kind="thank_you", head=read_head(text))
    found = next(f for f in proof(text) if f.check == "slip")
    assert text[found.start : found.end] == "recieved"
