"""Marks of a swindle are flagged with their words; honest mail with the same words is not."""

import tomllib
from typing import Any

import pytest

from heardback.adapters.mail.mime import read_mime
from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.languages.en.trust import ENGLISH_TRUST
from heardback.model.understanding import Understanding
from heardback.reading.authentication import authentication
from heardback.reading.read import read_message
from tests.reading.corpus_reader import HERE, ME, SURE_ENOUGH, message_of

CORPUS: list[dict[str, Any]] = tomllib.loads((HERE / "trust.toml").read_text(encoding="utf-8"))[
    "message"
]


def read(number: int, told: dict[str, Any]) -> Understanding:
    return read_message(
        message_of(number, told),
        me=frozenset({ME.email}),
        words=ENGLISH_READING,
        timeframe_words=ENGLISH_TIMEFRAMES,
        trust_words=ENGLISH_TRUST,
    )


@pytest.mark.parametrize("number", range(len(CORPUS)))
def test_a_swindle_is_flagged_and_honest_mail_is_not(number: int) -> None:
    told = CORPUS[number]
    seen = read(number, told)
    assert {flag.kind for flag in seen.flags} >= set(told["flags"]), seen.flags
    assert bool(seen.flags) == bool(told["flags"]), seen.flags
    for flag in seen.flags:
        assert flag.quote in " ".join(told["text"].split()) + told["from"]
    if seen.flags:
        assert seen.confidence < SURE_ENOUGH


def test_there_are_enough_of_both() -> None:
    assert sum(bool(one["flags"]) for one in CORPUS) >= 20
    assert sum(not one["flags"] for one in CORPUS) >= 20


OWN = "Received: from x by mx.mail.example (Postfix); Mon, 3 Mar 2025 10:00:00 +0000"
PASS = "Authentication-Results: {}; dmarc=pass header.from=n.example"
FAIL = "Authentication-Results: {}; dmarc=fail header.from=n.example"
HEADERS = {
    "the own server's": ([PASS.format("mx.mail.example"), OWN], "pass"),
    "the topmost, not the sender's below": (
        [FAIL.format("mx.mail.example"), OWN, PASS.format("mx.mail.example")],
        "fail",
    ),
    "never another server's": ([OWN, PASS.format("mx.evil.example")], "none"),
    "below the Received line of the same server": ([OWN, FAIL.format("mail.example")], "fail"),
    "a stop inside": (
        [
            "Received: from mx by store.internal; Mon, 3 Mar 2025 10:00:01 +0000",
            OWN,
            PASS.format("mx.mail.example"),
        ],
        "pass",
    ),
    "none at all": ([OWN], "none"),
    "without a name": (["Authentication-Results: spf=pass smtp.mailfrom=n.example", OWN], "pass"),
}


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_only_the_receiving_server_is_believed(name: str) -> None:
    lines, expected = HEADERS[name]
    raw = "\n".join([*lines, "From: p@n.example", "Subject: Offer", "", "Hello"]).encode()
    assert authentication(read_mime(raw)) == expected
