"""A sender's domain that only looks like the employer's is flagged and moves nothing by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from heardback.model.message import Address
from heardback.model.understanding import Understanding
from heardback.tracking.lookalike import imitated, suspected
from heardback.tracking.threads import Reading

KNOWN = ("northwind.example", "halvorsen.co.uk", "acme.example")


@pytest.mark.parametrize(
    "domain",
    [
        "northwlnd.example",
        "n0rthwind.example",
        "nortwhind.example",
        "northwinds.example",
        "nothwind.example",
        "northwind-careers.example",
        "careers-northwind.example",
        "northwindjobs.example",
        "northvvind.example",
        "nоrthwind.example",  # a Cyrillic o
        "nоrthwind.example".encode("idna").decode(),
        "halvorson.co.uk",
        "halvorsen-hr.com",
    ],
)
def test_these_imitate(domain: str) -> None:
    assert imitated(domain, KNOWN) is not None


@pytest.mark.parametrize(
    "domain",
    [
        "northwind.example",
        "mail.northwind.example",
        "northwind.com",
        "southwind.example",
        "northwood.example",
        "acne.example",
        "greenvine-mail.example",
        "halvorsen.com",
        "careers.example",
        "xn--.example",
        "",
    ],
)
def test_these_do_not(domain: str) -> None:
    assert imitated(domain, KNOWN) is None


AT = datetime(2025, 3, 3, tzinfo=UTC)
OFFER = Understanding(
    message_id="1@x.example",
    date=AT,
    from_=Address("P", "p@northwind.example"),
    job_related=True,
    kind="offer",
    confidence=0.9,
)


def test_the_second_of_two_alike_is_doubted() -> None:
    false = replace(
        OFFER,
        message_id="2@x.example",
        date=AT + timedelta(days=1),
        from_=Address("P", "p@northwlnd.example"),
    )
    first, second = suspected([Reading("a", OFFER), Reading("b", false)])
    assert first.seen == OFFER
    assert second.seen.confidence < 0.6
    assert [f.quote for f in second.seen.flags] == ["northwlnd.example is not northwind.example"]
