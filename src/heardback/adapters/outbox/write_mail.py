"""From a letter to the bytes of a mail (RFC 5322, MIME)."""

import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote

from heardback.errors import UsageError
from heardback.model.delivery import Attachment
from heardback.model.message import Address

# What no name, subject or id may hold: it could end the header and begin another (RFC 5322, 2.2).
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]]+@[^\s@<>(),;:\\\"\[\]]+")
_DATE = re.compile(rb"^Date:[^\r\n]*(?:\r\n[ \t][^\r\n]*)*", re.MULTILINE | re.IGNORECASE)
MOST_ATTACHED = 10 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What a mail is made of; `date` is the hour of approval, replaced when it is sent.

    `quoted` is the text that is answered, under the line `quoted_as` ("On … wrote:"). `unsent`
    tells a mail program that opens the file to let the person send it.
    """

    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    subject: str = ""
    text: str = ""
    message_id: str = ""
    date: datetime
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    bcc: tuple[Address, ...] = ()
    quoted: str = ""
    quoted_as: str = ""
    unsent: bool = False
    attachments: Sequence[Attachment] = field(default_factory=tuple)


def write_mail(letter: Outgoing) -> bytes:
    """Given a letter, return the mail; raise UsageError for an address that is none."""
    mail = EmailMessage(policy=SMTP.clone(max_line_length=78, utf8=False))
    mail["From"] = _header(letter.sender)
    mail["To"] = [_header(each) for each in letter.to]
    if letter.cc:
        mail["Cc"] = [_header(each) for each in letter.cc]
    if letter.bcc:
        mail["Bcc"] = [_header(each) for each in letter.bcc]
    mail["Subject"] = plain(letter.subject)
    mail["Date"] = format_datetime(letter.date)
    mail["Message-ID"] = plain(letter.message_id)
    if letter.in_reply_to:
        mail["In-Reply-To"] = plain(letter.in_reply_to)
        chain = [*letter.references, letter.in_reply_to]
        mail["References"] = " ".join(dict.fromkeys(map(plain, chain)))
    if letter.unsent:
        mail["X-Unsent"] = "1"
    mail.set_content(_body(letter), cte="quoted-printable")
    _attach(mail, letter.attachments)
    return mail.as_bytes()


def dated(raw: bytes, at: datetime) -> bytes:
    """Given a mail, return it with another hour in its Date, and nothing else changed."""
    head, gap, body = raw.partition(b"\r\n\r\n")
    line = b"Date: " + format_datetime(at).encode()
    return _DATE.sub(lambda _found: line, head, count=1) + gap + body


def mailto(raw: bytes) -> str:
    """Given a mail, return it as a link that a mail program opens (RFC 6068).

    Such a link bears no attachment, no Message-ID and no more than some thousand characters.
    """
    mail = message_from_bytes(raw, policy=SMTP)
    to = ",".join(each.addr_spec for each in mail["To"].addresses)
    body = mail.get_body(("plain",))
    text = body.get_content().replace("\r\n", "\n") if body is not None else ""
    parts = {"cc": mail["Cc"], "bcc": mail["Bcc"], "subject": mail["Subject"]}
    parts |= {"in-reply-to": mail["In-Reply-To"], "body": text.replace("\n", "\r\n")}
    asked = "&".join(f"{name}={quote(str(value))}" for name, value in parts.items() if value)
    return f"mailto:{quote(to, safe='@,')}?{asked}"


def plain(text: str) -> str:
    """Return a text that cannot leave its header.

    "=?" would begin an encoded word (RFC 2047), in which a line's end can hide.
    """
    shown = _CONTROL.sub(" ", text.replace("=?", "= ?"))
    return shown.encode("utf-8", "replace").decode().strip()


def _header(address: Address) -> HeaderAddress:
    email = address.email.strip()
    if not _ADDRESS.fullmatch(email) or not email.isascii():
        raise UsageError(
            f"{plain(address.email)!r} is no address a letter can go to.",
            hint="Mend it: heardback person NAME --email ADDRESS",
        )
    return HeaderAddress(display_name=plain(address.name), addr_spec=email)


def _body(letter: Outgoing) -> str:
    text = letter.text.replace("\r\n", "\n").rstrip("\n") + "\n"
    if not letter.quoted:
        return text
    quoted = "\n".join(f"> {line}".rstrip() for line in letter.quoted.rstrip().split("\n"))
    head = f"{letter.quoted_as}\n" if letter.quoted_as else ""
    return f"{text}\n{head}{quoted}\n"


def _attach(mail: EmailMessage, attachments: Sequence[Attachment]) -> None:
    if sum(len(each.content) for each in attachments) > MOST_ATTACHED:
        raise UsageError(
            "The attachments are larger than 10 MB together.",
            hint="Send a link, or a smaller file.",
        )
    for each in attachments:
        guessed = mimetypes.guess_type(each.name)[0] or "application/octet-stream"
        kind, _, part = guessed.partition("/")
        mail.add_attachment(
            each.content, maintype=kind, subtype=part, filename=plain(each.name) or "attachment"
        )
