"""What the candidate wrote is a withdrawal where it says so, in many words, and nowhere else."""

from datetime import UTC, datetime

import pytest

from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.message import Address, Message
from heardback.reading.read import read_message
from tests.reading.corpus_reader import ME


def kind(words: str) -> str | None:
    told = Message(
        message_id="own@example.org",
        date=datetime(2026, 3, 5, 9, tzinfo=UTC),
        from_=ME,
        to=(Address("Priya Raman", "priya@northwind.example"),),
        subject="Data Engineer",
        text=f"Dear Priya,\n\n{words}\n\nDana",
    )
    seen = read_message(
        told,
        me=frozenset({ME.email}),
        words=ENGLISH_READING,
        timeframe_words=ENGLISH_TIMEFRAMES,
    )
    return seen.sent_kind


@pytest.mark.parametrize(
    "words",
    [
        "I withdraw my application for the Data Engineer role.",
        "I hereby withdraw my candidacy for the position.",
        "Please withdraw my application.",
        "Please accept this as notice that I withdraw from the process.",
        "With this mail I pull out of the interview process.",
        "Please take me out of consideration for the job.",
        "I regret that I must withdraw my application.",
        "Kindly consider my application withdrawn.",
        "It's not the right fit for me, so I'm withdrawing.",
        "I have accepted another offer and am no longer available for the role.",
    ],
)
def test_a_withdrawal_is_known_by_its_words(words: str) -> None:
    assert kind(words) == "withdraw"


@pytest.mark.parametrize(
    "words",
    [
        "Did you withdraw my application by mistake?",
        "I have not withdrawn my application.",
        "I never said I wanted to withdraw from the process.",
        "If I were to withdraw my application, would you keep my file?",
        "Please find attached my application. In 2019 I accepted an offer from Globex.",
    ],
)
def test_what_is_denied_supposed_or_asked_withdraws_nothing(words: str) -> None:
    assert kind(words) != "withdraw"
