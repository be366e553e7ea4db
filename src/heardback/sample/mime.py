"""From a letter of the sample to a correct MIME message, the same bytes every time."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import format_datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from heardback.sample.dates import spell

POLICY = default.clone(linesep="\n", cte_type="8bit", max_line_length=78)


@dataclass(frozen=True)
class Person:
    """Somebody who writes or is written to."""

    name: str
    email: str
    zone: str
    signature: str = ""

    @property
    def address(self) -> Address:
        """The header form of the person."""
        return Address(self.name, addr_spec=self.email)


@dataclass(frozen=True)
class Letter:
    """One message before it is turned into MIME."""

    key: str
    when: datetime
    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    body: str
    shape: str = "text"
    charset: str = "utf-8"
    encoding: str = ""
    quote: str = ""
    parent: "Letter | None" = None
    headers: dict[str, str] = field(default_factory=dict)
    invite: str = ""
    invite_method: str = ""
    attachment: tuple[str, str, str] | None = None
    bounced: str = ""

    @property
    def message_id(self) -> str:
        """A fixed Message-ID that looks like the ones of real mail programs."""
        return f"<{_digest(self.key)[:24]}@{self.sender.email.split('@')[1]}>"

    @property
    def ancestors(self) -> list[str]:
        """The Message-IDs of the thread so far, the oldest first."""
        if self.parent is None:
            return []
        return [*self.parent.ancestors, self.parent.message_id]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _stamp(letter: Letter, reader: Person) -> datetime:
    return letter.when.astimezone(ZoneInfo(reader.zone))


def plain(letter: Letter) -> str:
    """Write the text of a letter with its quoted thread below."""
    parent = letter.parent
    if parent is None or not letter.quote:
        return letter.body
    stamp, author = _stamp(parent, letter.sender), parent.sender
    inner = plain(parent).rstrip("\n")
    if letter.quote == "outlook":
        head = _outlook_head(parent, stamp)
        return f"{letter.body}\n________________________________\n{head}\n\n{inner}\n"
    quoted = "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    if letter.quote == "apple":
        head = (
            f"On {spell(stamp, '%b %-d, %Y, at %-I:%M %p')}, {author.name} <{author.email}> wrote:"
        )
        return f"{letter.body}\n> {head}\n> \n{quoted}\n"
    head = f"On {spell(stamp, '%a, %b %-d, %Y at %-I:%M %p')} {author.name} <{author.email}> wrote:"
    if len(head) > 76:
        head = head.replace(" <", "\n<", 1)
    return f"{letter.body}\n{head}\n\n{quoted}\n"


def _outlook_head(parent: Letter, stamp: datetime) -> str:
    sent = spell(stamp, "%A, %B %-d, %Y %-I:%M %p")
    to = "; ".join(f"{person.name} <{person.email}>" for person in parent.to)
    author = parent.sender
    return (
        f"From: {author.name} <{author.email}>\nSent: {sent}\nTo: {to}\nSubject: {parent.subject}"
    )


def _paragraphs(text: str) -> str:
    blocks = [escape(block).replace("\n", "<br>\n") for block in text.strip("\n").split("\n\n")]
    return "\n".join(f"<p>{block}</p>" for block in blocks)


def _inner_html(letter: Letter) -> str:
    body, parent = _paragraphs(letter.body), letter.parent
    if parent is None or not letter.quote:
        return body
    stamp, author, inner = _stamp(parent, letter.sender), parent.sender, _inner_html(parent)
    who = escape(f"{author.name} <{author.email}>")
    if letter.quote == "outlook":
        head = escape(_outlook_head(parent, stamp)).replace("\n", "<br>\n")
        rule = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"
        return f'{body}\n<div style="{rule}"><p>{head}</p></div>\n{inner}'
    if letter.quote == "apple":
        head = f"On {spell(stamp, '%b %-d, %Y, at %-I:%M %p')}, {who} wrote:"
        return (
            f'{body}\n<div><blockquote type="cite"><div>{head}</div><br>{inner}</blockquote></div>'
        )
    head = f"On {spell(stamp, '%a, %b %-d, %Y at %-I:%M %p')} {who} wrote:"
    attr = f'<div dir="ltr" class="gmail_attr">{head}<br></div>'
    style = "margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"
    box = f'<blockquote class="gmail_quote" style="{style}">{inner}</blockquote>'
    return f'<div dir="ltr">{body}</div>\n<br>\n<div class="gmail_quote">{attr}{box}</div>'


def markup(letter: Letter) -> str:
    """Write the HTML form of a letter, as the writer's program would make it."""
    style = "<style>body{font-family:Calibri,Arial,sans-serif;font-size:11pt}</style>"
    return f"<html><head>{style}</head><body>\n{_inner_html(letter)}\n</body></html>\n"


def _content(message: EmailMessage, letter: Letter) -> None:
    options: dict[str, Any] = {"charset": letter.charset}
    if letter.encoding:
        options["cte"] = letter.encoding
    if letter.shape == "html":
        message.set_content(markup(letter), subtype="html", **options)
    else:
        message.set_content(plain(letter), **options)
    if letter.shape == "both":
        message.add_alternative(markup(letter), subtype="html", **options)
    if letter.invite:
        message.add_alternative(
            letter.invite,
            subtype="calendar",
            charset="utf-8",
            params={"method": letter.invite_method},
        )
    if letter.attachment:
        name, kind, text = letter.attachment
        major, minor = kind.split("/")
        message.add_attachment(text.encode(), maintype=major, subtype=minor, filename=name)


def _bounce(message: EmailMessage, letter: Letter) -> None:
    status = (
        f"Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; {letter.bounced}\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 No such user here\n"
    )
    parts: list[Message] = []
    for kind, text in (("text/plain", letter.body), ("message/delivery-status", status)):
        part: Message = Message(policy=POLICY)
        part["Content-Type"] = kind
        inner: Any = text
        if kind.startswith("message/"):
            blocks = []
            for block in text.split("\n\n"):
                fields: Message = Message(policy=POLICY)
                for line in block.strip().split("\n"):
                    name, value = line.split(": ", 1)
                    fields[name] = value
                blocks.append(fields)
            inner = blocks
        part.set_payload(inner)
        parts.append(part)
    original: Message = Message(policy=POLICY)
    original["Content-Type"] = "text/rfc822-headers"
    if letter.parent is not None:
        parent = letter.parent
        original.set_payload(
            f"Message-ID: {parent.message_id}\nTo: {letter.bounced}\nSubject: {parent.subject}\n"
        )
    message["Content-Type"] = "multipart/report; report-type=delivery-status"
    message.set_payload([*parts, original])


def _boundaries(message: EmailMessage, key: str) -> None:
    for number, part in enumerate(message.walk()):
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            part.set_boundary(f"=_{_digest(f'{key}/{number}')[:28]}")


def _trace(letter: Letter, own: str) -> Iterable[tuple[str, str]]:
    """Give the headers a receiving server adds."""
    domain = letter.sender.email.split("@")[1]
    route = f"from mail.{domain} (mail.{domain} [192.0.2.{int(_digest(domain)[:2], 16)}])"
    stamp = format_datetime(letter.when)
    yield "Delivered-To", own
    yield (
        "Received",
        f"{route} by mx.example.org with ESMTPS id {_digest(letter.key)[:12]}; {stamp}",
    )
    checks = f"dkim=pass header.d={domain}; spf=pass smtp.mailfrom={letter.sender.email}"
    yield "Authentication-Results", f"mx.example.org; {checks}"


def to_message(letter: Letter, *, own: str, received: bool) -> EmailMessage:
    """Make the MIME message; ``own`` is the candidate's address it was delivered to."""
    message = EmailMessage(policy=POLICY)
    if received:
        for name, value in _trace(letter, own):
            message[name] = value
    message["Date"] = format_datetime(letter.when)
    message["From"] = letter.sender.address
    message["To"] = [person.address for person in letter.to]
    if letter.cc:
        message["Cc"] = [person.address for person in letter.cc]
    message["Subject"] = letter.subject
    message["Message-ID"] = letter.message_id
    if letter.ancestors:
        message["In-Reply-To"] = letter.ancestors[-1]
        message["References"] = " ".join(letter.ancestors)
    for name, value in letter.headers.items():
        message[name] = value
    message["MIME-Version"] = "1.0"
    if letter.bounced:
        _bounce(message, letter)
    else:
        _content(message, letter)
    _boundaries(message, letter.key)
    return message
