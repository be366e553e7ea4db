"""A mail passed on tells its facts with its own date and writer; a reply's quotes tell nothing."""

import tomllib
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from heardback.adapters.mail.mime import read_mime
from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.languages.en.trust import ENGLISH_TRUST
from heardback.model.message import Address, Message
from heardback.model.understanding import Understanding
from heardback.reading.read import read_message
from heardback.tracking.copies import without_copies
from heardback.tracking.threads import Reading
from tests.reading.corpus_reader import HERE, ME, SURE_ENOUGH

CASES: list[dict[str, Any]] = tomllib.loads((HERE / "forwards.toml").read_text(encoding="utf-8"))[
    "forward"
]
SENT = datetime.fromisoformat("2026-03-05T09:00-05:00")
FRIEND = "pat@pals.example"


def message(told: dict[str, Any], *, by: str | None = None) -> Message:
    return Message(
        message_id="outer@mail.example",
        date=SENT,
        from_=Address("", by or told.get("from", ME.email)),
        to=(ME,),
        subject=told["subject"],
        text=told["text"],
    )


def read(one: Message) -> Understanding:
    return read_message(
        one,
        me=frozenset({ME.email}),
        words=ENGLISH_READING,
        timeframe_words=ENGLISH_TIMEFRAMES,
        trust_words=ENGLISH_TRUST,
    )


def named(program: str) -> dict[str, Any]:
    return next(one for one in CASES if one["program"] == program)


@pytest.mark.parametrize("told", CASES, ids=[one["program"] for one in CASES])
def test_every_mail_inside_has_its_own_writer_moment_and_promise(told: dict[str, Any]) -> None:
    seen = read(message(told))
    assert len(seen.forwarded) == len(told["inside"])
    for inner, expected in zip(seen.forwarded, told["inside"], strict=True):
        assert inner.from_.email == expected["who"]
        if "name" in expected:
            assert inner.from_.name == expected["name"]
        at = expected.get("at")
        assert inner.date == (datetime.fromisoformat(at) if at else None)
        by = expected.get("by")
        assert [t.by for t, _ in inner.promises] == ([date.fromisoformat(by)] if by else [])


@pytest.mark.parametrize("told", CASES, ids=[one["program"] for one in CASES])
def test_what_is_quoted_stands_where_it_stands_in_the_forwarding_mail(told: dict[str, Any]) -> None:
    seen = read(message(told))
    for inner in seen.forwarded:
        for one in inner.timeframes:
            assert told["text"][one.start : one.end].split() == one.quote.split()


def test_the_candidates_own_words_in_a_conversation_are_the_candidates() -> None:
    seen = read(message(named("A whole conversation, in Gmail")))
    assert [one.direction for one in seen.forwarded] == ["in", "out", "in"]
    assert seen.forwarded[1].sent_kind == "check_in"


def test_what_another_passes_on_waits_for_a_yes_and_holds_no_words_of_the_candidate() -> None:
    told = named("A whole conversation, in Gmail")
    seen = read(message(told, by=FRIEND))
    assert [one.from_.email for one in seen.forwarded] == ["priya@northwind.example"] * 2
    assert all(one.confidence < SURE_ENOUGH for one in seen.forwarded)
    assert all(one.forwarded_by == FRIEND for one in seen.forwarded)


def test_whoever_passes_on_mail_from_elsewhere_stands_for_no_employer() -> None:
    seen = read(message(named("Gmail"), by=FRIEND))
    assert seen.employer is None
    assert seen.people == ()
    assert seen.forwarded[0].employer == "Northwind"


def test_a_mail_to_oneself_names_nobody_but_others() -> None:
    told = named("Gmail")
    seen = read(replace(message(told), to=(ME, Address("Jo Park", "jo@pals.example"))))
    assert [p.name for p in seen.people] == ["Jo Park"]


ATTACHED = b"""From: Dana Reyes <dana@example.org>
To: Dana Reyes <dana@example.org>
Date: Thu, 05 Mar 2026 09:00:00 -0500
Subject: Fwd: Next steps
Message-ID: <outer@mail.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

See the attached mail.
--b
Content-Type: message/rfc822
Content-Disposition: attachment; filename="Next steps.eml"

From: Priya Raman <priya@northwind.example>
To: Dana Reyes <dana@example.org>
Date: Tue, 03 Mar 2026 14:15:00 -0500
Subject: Next steps
Message-ID: <inner@northwind.example>
Content-Type: text/plain

Hi Dana, we will let you know about the Data Engineer role by 12 March.
--b--
"""


def test_an_attached_mail_is_read_as_itself() -> None:
    seen = read(read_mime(ATTACHED))
    (inner,) = seen.forwarded
    assert inner.message_id == "inner@northwind.example"
    assert [t.by for t, _ in inner.promises] == [date(2026, 3, 12)]


def test_what_an_attached_mail_passes_on_stands_beside_it() -> None:
    printed = named("Gmail")["text"].encode()
    inner = ATTACHED.replace(b"Hi Dana, we will let you know", b"See below.\n" + printed + b"\nEnd")
    inner = inner.replace(b"Subject: Next steps", b"Subject: Fwd: Next steps")
    seen = read(read_mime(inner))
    assert [one.forwarded for one in seen.forwarded] == [(), ()]
    assert date(2026, 3, 13) in [t.by for one in seen.forwarded for t, _ in one.promises]


def test_a_mail_attached_to_a_report_that_it_did_not_arrive_is_not_passed_on() -> None:
    bounce = ATTACHED.replace(
        b"Dana Reyes <dana@example.org>\nTo", b"MAILER-DAEMON@mail.example\nTo", 1
    )
    bounce = bounce.replace(b"Fwd: Next steps", b"Undelivered Mail Returned to Sender")
    seen = read(read_mime(bounce))
    assert seen.bounced
    assert seen.forwarded == ()


def reading(key: str, seen: Understanding) -> list[Reading]:
    return [
        Reading(key, replace(seen, forwarded=())),
        *(Reading(f"{key}#{n}", one) for n, one in enumerate(seen.forwarded, start=1)),
    ]


def test_a_mail_and_its_copy_passed_on_are_one() -> None:
    told = named("Gmail")
    itself = Message(
        message_id="inner@northwind.example",
        date=datetime.fromisoformat("2026-03-03T20:15:41+01:00"),
        from_=Address("Priya Raman", "priya@northwind.example"),
        to=(ME,),
        subject="Next steps",
        text="Hi Dana,\n\nThank you for coming in. We will get back to you by the end of next week.",
    )
    own = reading("a", read(message(told)))
    others = reading("b", read(message(told, by=FRIEND)))
    both = [Reading("c", read(itself)), *own, *others]
    assert [one.key for one in without_copies(both)] == ["c", "a", "b"]
    assert [one.key for one in without_copies([*others, *own])] == ["b", "a", "a#1"]
    earlier = replace(itself, date=datetime.fromisoformat("2026-02-20T10:00+00:00"))
    earlier = replace(earlier, text="Could you send us your references?")
    assert len(without_copies([Reading("d", read(earlier)), *own])) == 3


def test_two_thousand_heads_take_no_longer_than_their_lines() -> None:
    head = "From: A <a@b.example>\nSent: Tuesday, March 3, 2026 2:15 PM\nTo: c\nSubject: x\n\nhi\n"
    seen = read(replace(message(named("Gmail")), text="\n" + head * 2000))
    assert len(seen.forwarded) == 20


def forged(one: Message) -> Message:
    failed = {"authentication-results": "mx.example; dmarc=fail header.from=example.org"}
    return replace(one, headers=failed)


def test_a_forward_in_the_candidates_name_that_fails_its_check_is_a_strangers() -> None:
    seen = read(forged(message(named("Gmail"))))
    assert seen.direction == "in"
    assert all(one.confidence < SURE_ENOUGH for one in seen.forwarded)


def test_a_withdrawal_in_the_candidates_name_that_fails_its_check_is_none() -> None:
    told = {
        "subject": "Data Engineer",
        "text": "Dear Priya,\n\nI withdraw my application for the Data Engineer role.\n\nDana",
    }
    assert read(message(told)).sent_kind == "withdraw"
    seen = read(forged(message(told)))
    assert seen.sent_kind is None
    assert seen.confidence < SURE_ENOUGH
