"""A letter as bytes: whatever names and subjects hold, no header can be added and no word is lost."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.adapters.outbox.write_mail import Outgoing, write_mail
from heardback.errors import UsageError
from heardback.model.delivery import Attachment
from heardback.model.message import Address
from tests.outbox.posts import AT

PLAIN = Outgoing(
    sender=Address("Dana Reyes", "dana@example.org"),
    to=(Address("Priya Raman", "priya@northwind.example"),),
    subject="Thank you",
    text="Hello",
    message_id="<one@example.org>",
    date=AT,
)
HEADERS = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type"}
HEADERS |= {"content-transfer-encoding"}
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["a\r\nBcc: x@y.example", "a\nX: y", "\u2028Bcc: a@b.example", "=?utf-8?q?=0A?="]
    ),
)


@settings(max_examples=300, deadline=None)
@given(name=HOSTILE, subject=HOSTILE, mine=HOSTILE)
def test_no_name_or_subject_can_add_a_header(name: str, subject: str, mine: str) -> None:
    raw = write_mail(
        replace(
            PLAIN,
            sender=Address(mine, "dana@example.org"),
            to=(Address(name, "priya@northwind.example"),),
            subject=subject,
        )
    )
    read = message_from_bytes(raw, policy=default)
    assert {key.lower() for key in read} == HEADERS
    assert [a.addr_spec for a in read["To"].addresses] == ["priya@northwind.example"]
    assert [a.addr_spec for a in read["From"].addresses] == ["dana@example.org"]


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_the_words_arrive_as_they_were_written(text: str) -> None:
    read = message_from_bytes(write_mail(replace(PLAIN, text=text)), policy=default)
    body = read.get_body()
    assert body is not None
    assert body.get_content().split() == text.split()


@pytest.mark.parametrize(
    "email", ["", "priya", "a@b\r\nBcc: x@y", "a b@c.example", "a@b@c", "a,b@c.example"]
)
def test_what_is_no_address_gets_no_letter(email: str) -> None:
    with pytest.raises(UsageError):
        write_mail(replace(PLAIN, to=(Address("Priya", email),)))


def test_a_reply_names_what_it_answers() -> None:
    raw = write_mail(replace(PLAIN, in_reply_to="<two@n.example>", references=("<one@n.example>",)))
    read = message_from_bytes(raw, policy=default)
    assert read["In-Reply-To"] == "<two@n.example>"
    assert read["References"] == "<one@n.example> <two@n.example>"


def test_an_attachment_keeps_its_name_and_bytes() -> None:
    raw = write_mail(
        replace(PLAIN, attachments=(Attachment(name="Arbeitsprobe ä.pdf", content=b"%PDF"),))
    )
    (part,) = message_from_bytes(raw, policy=default).iter_attachments()
    assert part.get_filename() == "Arbeitsprobe ä.pdf"
    assert part.get_content() == b"%PDF"
