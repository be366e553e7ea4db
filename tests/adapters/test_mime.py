"""Raw mail of every kind of brokenness becomes a message, with its faults told."""

import base64
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.adapters.mail.mime import read_mime
from heardback.model.message import Address

HEAD = b"""From: Priya Raman <priya@northwind.example>
To: dana@example.org
Subject: Hello
Date: Mon, 3 Mar 2025 10:00:00 -0500
Message-ID: <a1@northwind.example>
MIME-Version: 1.0
"""


def mail(body: bytes, *, kind: bytes = b"text/plain; charset=utf-8", more: bytes = b"") -> bytes:
    return HEAD + b"Content-Type: " + kind + b"\n" + more + b"\n" + body


def parts(*inner: bytes, kind: bytes = b"mixed") -> bytes:
    body = b"".join(b"--BB\n" + one + b"\n" for one in inner) + b"--BB--\n"
    return mail(body, kind=b"multipart/" + kind + b"; boundary=BB")


def test_reads_an_ordinary_message_without_faults() -> None:
    message = read_mime(mail(b"Hi Dana,\r\nsee you.\r\n"))
    assert message.message_id == "a1@northwind.example"
    assert message.from_ == Address("Priya Raman", "priya@northwind.example")
    assert message.date is not None and message.date.astimezone(UTC) == datetime(
        2025, 3, 3, 15, tzinfo=UTC
    )
    assert message.text == "Hi Dana,\nsee you.\n"
    assert not message.faults


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (b"=?utf-8?Q?Caf=C3=A9?= for two", "Café for two"),
        (b"=?utf-8?B?w6k=?= =?utf-8?B?w6k=?=", "éé"),
        (b"=?iso-8859-1?Q?=E9t=E9?=", "été"),
        (b"=?nonsense-9?Q?abc?=", "abc"),
        (b"Caf\xc3\xa9", "Café"),
        (b"Caf\xe9", "Café"),
        (b"folded\n  subject", "folded subject"),
    ],
)
def test_decodes_subjects(raw: bytes, read: str) -> None:
    assert read_mime(HEAD.replace(b"Hello", raw) + b"\nx").subject == read


def test_a_broken_encoded_word_stays_as_it_is_and_never_raises() -> None:
    message = read_mime(HEAD.replace(b"Hello", b"=?utf-8?B?!!!?= ok") + b"\nx")
    assert "ok" in message.subject


def test_encoded_names_keep_their_commas_and_addresses() -> None:
    raw = HEAD.replace(b"Priya Raman <", b"=?utf-8?Q?Raman=2C_Priya?= <") + b"\nx"
    assert read_mime(raw).from_ == Address("Raman, Priya", "priya@northwind.example")


@pytest.mark.parametrize(
    "date",
    [b"garbage", b"Thu, 1 Jan 1970 00:00:00 +0000", b"Tue, 19 Jan 2038 03:14:08 +0000", b"", b"99"],
)
def test_an_impossible_date_is_none_and_a_fault(date: bytes) -> None:
    message = read_mime(HEAD.replace(b"Mon, 3 Mar 2025 10:00:00 -0500", date) + b"\nx")
    assert message.date is None
    assert any("Date" in fault for fault in message.faults)


def test_a_message_without_an_id_gets_the_hash_of_its_content() -> None:
    raw = HEAD.replace(b"Message-ID: <a1@northwind.example>\n", b"") + b"\nx"
    first, again, other = read_mime(raw), read_mime(raw), read_mime(raw + b"y")
    assert first.message_id == again.message_id != other.message_id
    assert first.message_id.startswith("sha256:")


def test_plain_text_is_preferred_unless_it_is_empty() -> None:
    plain = b"Content-Type: text/plain\n\nthe plain words\n"
    html = b"Content-Type: text/html\n\n<p>the <b>rich</b> words</p>\n"
    empty = b"Content-Type: text/plain\n\n  \n"
    assert read_mime(parts(plain, html, kind=b"alternative")).text.strip() == "the plain words"
    rich = read_mime(parts(empty, html, kind=b"alternative"))
    assert rich.text.strip() == "the rich words"
    assert rich.was_html


def test_html_hides_preheaders_scripts_and_marks_quotes() -> None:
    html = (
        b'<style>p{}</style><div style="display:none">Peek inside</div><p>Hi Dana,</p>'
        b"<script>alert(1)</script><p>Yes.</p><div class=gmail_quote><div>On Mon, X wrote:</div>"
        b'<blockquote class="gmail_quote">Old words</blockquote></div>'
    )
    text = read_mime(mail(html, kind=b"text/html")).text
    assert "Peek" not in text and "alert" not in text
    assert "Hi Dana," in text and "Yes." in text
    assert "> Old words" in text


@pytest.mark.parametrize("depth", [300, 3000])
def test_deeply_nested_html_keeps_its_words(depth: int) -> None:
    html = b"<div>" * depth + b"the deep words" + b"</div>" * depth
    assert "the deep words" in read_mime(mail(html, kind=b"text/html")).text


@pytest.mark.parametrize(
    ("body", "more", "charset", "read"),
    [
        (base64.b64encode("Grüße".encode()), b"base64", b"utf-8", "Grüße"),
        (base64.b64encode("Grüße".encode())[:-3], b"base64", b"utf-8", "Grü"),
        (b"Gr=C3=BC=C3=9Fe =\nweiter", b"quoted-printable", b"utf-8", "Grüße weiter"),
        ("Grüße".encode("cp1252"), b"8bit", b"utf-8", "Grüße"),
        ("Grüße aus Köln".encode("cp1252"), b"8bit", b"no-such-charset", "Grüße aus Köln"),
        ("Grüße".encode(), b"8bit", b"us-ascii", "Grüße"),
        ("Grüße".encode("utf-16"), b"8bit", b"utf-16", "Grüße"),
    ],
)
def test_transfer_encodings_and_charsets(
    body: bytes, more: bytes, charset: bytes, read: str
) -> None:
    raw = mail(
        body,
        kind=b"text/plain; charset=" + charset,
        more=b"Content-Transfer-Encoding: " + more + b"\n",
    )
    assert read_mime(raw).text.strip().startswith(read)


INVITATION = b"""Content-Type: text/calendar; method=REQUEST

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:42
DTSTART;TZID=Eastern Standard Time:20250310T140000
DTEND;TZID=Eastern Standard Time:20250310T150000
SUMMARY:Interview
END:VEVENT
END:VCALENDAR
"""


def test_an_invitation_becomes_a_meeting_and_a_broken_one_a_fault() -> None:
    meeting = read_mime(parts(INVITATION)).meetings[0]
    assert (meeting.uid, meeting.method) == ("42", "REQUEST")
    assert meeting.start is not None and meeting.start.utcoffset() is not None
    broken = read_mime(parts(INVITATION.replace(b"BEGIN:VCALENDAR", b"BEGIN:NOTHING")))
    assert not broken.meetings
    assert any("calendar" in fault for fault in broken.faults)


def test_attached_messages_and_names_of_files_are_kept() -> None:
    inner = b"Content-Type: message/rfc822\n\n" + HEAD + b"\nthe inner words\n"
    pdf = (
        b"Content-Type: application/pdf; name=offer.pdf\n"
        b"Content-Disposition: attachment; filename=offer.pdf\n\nxx\n"
    )
    message = read_mime(parts(inner, pdf))
    assert "the inner words" in message.attached[0].text
    assert message.attachments == ("offer.pdf",)


def test_reports_tell_whom_a_message_did_not_reach() -> None:
    report = (
        b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
        b"Final-Recipient: rfc822; lee@northwind.example\nAction: failed\n"
    )
    headers = read_mime(parts(report, kind=b"report")).headers
    assert "lee@northwind.example" in headers["report-final-recipient"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n\n",
        b"no headers at all",
        b"From\n",
        b"Subject: x\n" * 5000,
        HEAD[:-20],
        b"Content-Type: multipart/mixed\n\nno boundary",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x--",
        b"Content-Type: multipart/mixed; boundary=\n\n--\n",
        b'Content-Type: text/plain; charset="\n\nx',
        b"Content-Type: ;;;;\nContent-Transfer-Encoding: base64\n\n====",
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nAAAA",
        b"From: (((((((((((((((\n\nx",
        b'From: "unclosed <a@b>\nTo: ,,,;;:@@\n\nx',
        b"Date: Mon, 99 Foo 20255 99:99:99 +99999\n\nx",
        b"Subject: \x00\xff\xfe\n\n\x00\x00",
        b"References: " + b"<a@b> " * 20000 + b"\n\nx",
        b"To: " + b"a@b.example, " * 20000 + b"\n\nx",
        b"From: " + b"(" * 50_000 + b"\n\nx",
    ],
)
def test_broken_mail_never_raises(raw: bytes) -> None:
    began = time.process_time()
    message = read_mime(raw)
    assert message.message_id
    assert time.process_time() - began < 2


def test_bounds_hold_for_bombs() -> None:
    many = parts(*[b"Content-Type: text/plain\n\nx\n"] * 5000)
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)
    )
    huge = mail(b"word " * 8_000_000)
    for raw in (many, HEAD + deep, huge):
        began = time.process_time()
        message = read_mime(raw)
        assert message.faults
        assert len(message.text) <= 400_000
        assert time.process_time() - began < 5


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_become_a_message(raw: bytes) -> None:
    read_mime(raw).text.encode("utf-8")


PIECES = st.lists(
    st.sampled_from(
        [
            b"From: a@b\n", b"Date: x\n", b"Subject: =?utf-8?Q?=FF?=\n", b"\n", b"--BB\n",
            b"--BB--\n", b"Content-Type: multipart/mixed; boundary=BB\n", b"\xff\xfe", b"=",
            b"Content-Type: text/html\n", b"Content-Type: text/calendar\n", b"<div", b"</",
            b"BEGIN:VCALENDAR\n", b"BEGIN:VEVENT\n", b"DTSTART:20250101T0\n", b"END:VEVENT\n",
            b"Content-Type: message/rfc822\n", b"Content-Transfer-Encoding: base64\n", b"QUJD",
            b"Content-Transfer-Encoding: quoted-printable\n", b"RRULE:FREQ=SECONDLY\n",
            b"END:VCALENDAR\n", b"Content-Type: message/delivery-status\n", b"words ",
        ]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_any_pieces_of_mail_become_a_message(pieces: list[bytes]) -> None:
    message = read_mime(b"".join(pieces))
    message.subject.encode("utf-8")
    message.text.encode("utf-8")
