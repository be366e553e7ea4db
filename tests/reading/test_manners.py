"""How a mail greets, signs and contracts; and whose name a signature can be."""

import pytest

from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.manners import ENGLISH_MANNERS
from heardback.reading.manners import Seen, manner_of, own_name

MAIL = """\
Hi Tom,

I'm glad to hear it, and I don't mind waiting.

Cheers,
Dana

On Tuesday Tom wrote:
> Dear Dana,
> Sincerely,
> Thomas Okafor
"""


def seen(text: str) -> Seen:
    return manner_of(text, words=ENGLISH_READING, manners=ENGLISH_MANNERS)


def test_only_the_new_words_of_a_mail_show_its_manner() -> None:
    found = seen(MAIL)
    assert (found.greeting, found.greeted) == ("Hi", "Tom")
    assert (found.sign_off, found.signs) == ("Cheers", "Dana")
    assert (found.contracted, found.written_out) == (2, 0)


def test_a_mail_without_greeting_or_end_shows_none() -> None:
    assert seen("Yes, Tuesday works.") == Seen()


@pytest.mark.parametrize(
    ("signs", "name", "kept"),
    [
        ("Tom", "Thomas Okafor", "Tom"),
        ("Priya", "Priya Raman", "Priya"),
        ("Your bank", "Thomas Okafor", None),
        ("Quentin", "Thomas Okafor", None),
        (None, "Thomas Okafor", None),
    ],
)
def test_a_signature_counts_only_as_the_senders_own_name(
    signs: str | None, name: str, kept: str | None
) -> None:
    assert own_name(signs, of=name) == kept
