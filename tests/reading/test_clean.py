"""Only the new words of a mail are read; what is quoted, signed or boilerplate is set aside."""

import pytest

from heardback.languages.en.mail import ENGLISH_READING
from heardback.reading.clean import clean, sentences

NEW = "Yes, Thursday works for me."
OLD = "We will not be moving forward with your application."
SHAPES = {
    "Gmail": f"{NEW}\n\nOn Mon, Mar 3, 2025 at 10:00 AM Priya Raman <p@n.example> wrote:\n\n> {OLD}\n",
    "Gmail, wrapped": f"{NEW}\n\nOn Mon, Mar 3, 2025 at 10:00 AM Priya Raman\n<p@n.example> wrote:\n\n> {OLD}",
    "Gmail from HTML": f"{NEW}\n\nOn Mon, Mar 3, 2025 at 10:00 AM Priya Raman wrote:\n\n{OLD}\n",
    "Outlook": f"{NEW}\n\nFrom: Priya Raman\nSent: Monday, March 3, 2025 10:00\nTo: Dana\nSubject: Role\n\n{OLD}",
    "Outlook with a rule": f"{NEW}\n\n________________________________\nFrom: Priya\nSent: Monday\nTo: Dana\nSubject: R\n\n{OLD}",
    "Outlook, bold": f"{NEW}\n\n*From:* Priya <p@n.example>\n*Sent:* Monday\n*To:* Dana\n*Subject:* R\n\n{OLD}",
    "Lotus": f"{NEW}\n\n-----Original Message-----\nFrom: Priya\n\n{OLD}",
    "Apple": f"{NEW}\n\n> On 3 Mar 2025, at 10:00, Priya Raman <p@n.example> wrote:\n> \n> {OLD}\n",
    "phone": f"{NEW}\n\nSent from my iPhone\n\n> On 3 Mar 2025, at 10:00, Priya <p@n.example> wrote:\n> {OLD}",
    "forwarded by Gmail": f"{NEW}\n\n---------- Forwarded message ---------\nFrom: Priya\nDate: Mon\nSubject: R\n\n{OLD}",
    "forwarded by Apple": f"{NEW}\n\nBegin forwarded message:\n\nFrom: Priya\nSubject: R\n\n{OLD}",
}  # fmt: skip


def new_words(text: str) -> str:
    found = clean(text, words=ENGLISH_READING)
    return " | ".join(s.text for s in sentences(text, found, words=ENGLISH_READING))


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_quoted_mail_is_set_aside(shape: str) -> None:
    assert new_words(SHAPES[shape]) == NEW


def test_answers_between_quoted_lines_are_new() -> None:
    text = (
        "On Mon, Mar 3, 2025 at 10:00 AM Priya <p@n.example> wrote:\n> Can you come on Monday?\n"
        "Yes, I can.\n> And what is your phone number?\nIt is on my resume.\n"
    )
    assert new_words(text) == "Yes, I can. | It is on my resume."


@pytest.mark.parametrize(
    "tail",
    [
        "Best regards,\nPriya Raman\nEngineering Manager, Northwind\n+1 512 555 0100",
        "-- \nPriya Raman\nNorthwind",
        "Thanks,\nP",
        "Sent from my iPhone",
        "This email and any attachments are confidential and intended only for the addressee.",
        "You are receiving this email because you applied. Unsubscribe.",
    ],
)
def test_signatures_and_footers_are_no_sentences(tail: str) -> None:
    assert new_words(f"{NEW}\n\n{tail}\n") == NEW


def test_sentences_keep_their_place_in_the_text() -> None:
    text = "Hi Dana,\n\nWe met Dr. Holt at 9.30 a.m. today, it went\nwell. Next: “the offer”!\n"
    found = sentences(text, clean(text, words=ENGLISH_READING), words=ENGLISH_READING)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert [" ".join(s.text.split()) for s in found][1] == (
        "We met Dr. Holt at 9.30 a.m. today, it went well."
    )
