"""The first look: what it lets in, what it lets pass, and what it remembers."""

from base64 import b64encode
from quopri import encodestring

import pytest

from heardback.adapters.mail.gate import make_gate, person_hash
from heardback.languages.en.gate import ENGLISH_GATE
from heardback.ports import WINDOW, Glance, RawMail
from tests.importing.mails import base64_mail, invitation, job, mail

SALT = b"0123456789abcdef"
GLANCE = make_gate(ENGLISH_GATE, SALT)
BULK = ["List-Unsubscribe: <https://x.example/u>", "Precedence: bulk"]


def look(raw: bytes, kind: str = "mail") -> Glance:
    return GLANCE(
        RawMail(
            kind="calendar" if kind == "calendar" else "mail",
            origin="",
            place="",
            head=raw[:WINDOW],
            whole=len(raw) <= WINDOW,
            more=lambda: raw[: 1 << 16],
        )
    )


def multipart(id: str, *parts: bytes, headers: tuple[str, ...] = ()) -> bytes:
    head = mail(
        id, text="", headers=['Content-Type: multipart/alternative; boundary="B"', *headers]
    )
    return head + b"".join(b"--B\n" + part + b"\n" for part in parts) + b"--B--\n"


STYLE = "<style>" + ".c{padding:0 1px;color:#fff}\n" * 700 + "</style>"
HTML = f"<html><head>{STYLE}</head><body><p>About your <b>interview</b> on Friday</p></body></html>"

LET_IN = {
    "subject": mail("1", subject="Interview on Friday"),
    "subject in capitals": mail("1", subject="INTERVIEW"),
    "subject in base64": mail(
        "1", subject=f"=?UTF-8?B?{b64encode('Dein Interview – Freitag'.encode()).decode()}?="
    ),
    "subject in quoted-printable": mail("1", subject="=?utf-8?q?Your_=69nterview?="),
    "subject folded in two encoded words": mail(
        "1", subject="=?utf-8?q?Your_inter?=\n =?utf-8?q?view?="
    ),
    "an applicant tracking system": mail("1", from_="Acme <no-reply@us.greenhouse-mail.io>"),
    "the same, sent in bulk": mail("1", from_="no-reply@hire.lever.co", headers=BULK),
    "bulk with a telling subject": mail("1", subject="Your application to Acme", headers=BULK),
    "a word of the text": mail("1", text="Thank you for the interview."),
    "words over the end of a line": mail("1", text="these are the next\nsteps for us"),
    "words in a quotation": mail("1", text="ok\n> thanks for your application\n> to us"),
    "base64": base64_mail("1", "We enjoyed the interview with you."),
    "base64 part": multipart(
        "1",
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + b64encode(b"We would like to invite you to an interview."),
    ),
    "base64 named before the type": multipart(
        "1",
        b"Content-Transfer-Encoding: BASE64\nContent-Type: text/plain\n\n"
        + b64encode(b"We would like to invite you to an interview."),
    ),
    "soft line break in a word": multipart(
        "1",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"we liked the inter=\nview with you",
    ),
    "quoted blanks": multipart(
        "1",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"about=20next=20steps=20",
    ),
    "HTML after a long style": mail("1", text=HTML, headers=["Content-Type: text/html"]),
    "HTML after a long style, encoded": multipart(
        "1",
        b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        + encodestring(HTML.encode()),
    ),
    "a stub before the HTML": multipart(
        "1",
        b"Content-Type: text/plain\n\nPlease see the HTML part.",
        b"Content-Type: text/html\n\n" + HTML.encode(),
    ),
    "a calendar part": multipart("1", b"Content-Type: text/calendar\n\n" + invitation("u")),
    "a video call": mail("1", text="Join Zoom Meeting\nhttps://zoom.us/j/1"),
    "windows line ends": mail("1", text="Thank you for the interview.").replace(b"\n", b"\r\n"),
    "a header longer than the window": mail(
        "1",
        text="About the interview",
        headers=["X-Long: " + "x" * 900 for _ in range(WINDOW // 900 + 2)],
    ),
    "no header at all": b"\n\nabout the interview",
}
LET_PASS = {
    "a friend": mail("1", text="See you at the lake on Sunday!"),
    "a newsletter": mail("1", text="How to prepare for an interview", headers=BULK),
    "a job alert": mail("1", subject="12 new jobs for you: interview this week", headers=BULK),
    "an attachment's disposition": mail(
        "1", text='Content-Disposition: attachment; filename="notes.pdf"'
    ),
    "nothing": b"",
    "noise": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", LET_IN)
def test_it_lets_in(name: str) -> None:
    assert look(LET_IN[name]).hit


@pytest.mark.parametrize("name", LET_PASS)
def test_it_lets_pass(name: str) -> None:
    assert not look(LET_PASS[name]).hit


def test_a_calendar_is_always_let_in_and_known_by_all_of_its_content() -> None:
    one, other = (invitation("u", more=f"LOCATION:{'x' * 20_000}{end}\n") for end in "ab")
    assert look(one, "calendar").hit
    assert look(one, "calendar").token != look(other, "calendar").token


def test_a_mail_is_known_by_its_id_and_else_by_its_content() -> None:
    assert look(mail("1")).token == look(mail("1", subject="other")).token
    assert look(mail("1")).token != look(mail("2")).token
    assert look(mail(None)).token == look(mail(None)).token
    assert look(mail(None)).token != look(mail(None, text="other")).token


def test_a_thread_is_remembered_by_the_ids_it_names() -> None:
    root, middle = look(mail("root")).token, look(mail("middle")).token
    assert look(mail("leaf", answers=["root", "middle"])).thread == root + middle
    assert look(mail("root")).thread == b""


def test_of_a_very_long_thread_the_ends_are_remembered() -> None:
    ids = [f"m{number}" for number in range(300)]
    thread = look(mail("leaf", answers=ids)).thread
    assert len(thread) == 20 * 16
    assert thread.startswith(look(mail("m0")).token) and thread.endswith(look(mail("m299")).token)


def test_people_are_remembered_by_hashes_that_need_the_salt() -> None:
    people = look(job("1", to="Dana <Dana@Example.org>, b@x.example")).people
    assert len(people) == 3 * 8
    assert person_hash("dana@example.org", SALT) in people
    assert person_hash("dana@example.org", b"another secret!!") not in people
    assert b"dana" not in people.lower()


def test_the_address_it_was_delivered_to_is_seen() -> None:
    raw = mail("1", to="list@x.example", headers=["Delivered-To: Dana@Example.org"])
    assert look(raw).to == b"dana@example.org"
    assert look(mail("1", to="undisclosed-recipients:;")).to == b""
