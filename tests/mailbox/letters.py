"""Letters for mailboxes: a small search, with its noise."""

from collections.abc import Iterable
from typing import Any

ME = "dana@example.org"


def letter(
    id: str,
    *,
    subject: str = "Data Engineer interview",
    text: str = "Thank you for your interview. We hope to get back to you by the end of next week.",
    from_: str = "Priya Raman <priya@northwind.example>",
    to: str = f"Dana Reyes <{ME}>",
    date: str = "Mon, 03 Mar 2025 15:10:00 -0500",
    answers: Iterable[str] = (),
    more: str = "",
) -> bytes:
    references = "".join(f"References: <{each}>\n" for each in answers)
    raw = (
        f"Return-Path: <x@northwind.example>\nFrom: {from_}\nTo: {to}\nSubject: {subject}\n"
        f"Date: {date}\nMessage-ID: <{id}>\n{references}{more}MIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
    return raw.replace("\n", "\r\n").encode()


def chat(id: str, **more: Any) -> bytes:
    """A letter of a friend that is about nothing."""
    values: dict[str, Any] = {
        "subject": "Lunch?",
        "text": "Shall we eat at the usual place on Sunday?",
        "from_": "Kim <kim@friends.example>",
    }
    return letter(id, **(values | more))


def advert(id: str) -> bytes:
    return letter(
        id,
        subject="20 % off all shoes",
        text="Only today. " * 40,
        from_="Shop <news@shop.example>",
        more="List-Unsubscribe: <https://shop.example/u>\nPrecedence: bulk\n",
    )


def search() -> list[bytes]:
    """A thread that is kept for its own words, an answer without any, a friend, an advert."""
    return [
        letter("n1@northwind.example"),
        letter(
            "n2@example.org",
            subject="Re: hm",
            text="Yes, Tuesday works.",
            from_=f"Dana Reyes <{ME}>",
            to="priya@northwind.example",
            answers=["n1@northwind.example"],
        ),
        chat("c1@friends.example"),
        advert("a1@shop.example"),
    ]
