"""Raw mails for the tests of import: small, and as strange as real ones."""

from base64 import encodebytes
from collections.abc import Iterable

ME = "dana@example.org"


def mail(
    id: str | None,
    *,
    subject: str = "hello",
    text: str = "Nothing much.",
    from_: str = "Ann <ann@friends.example>",
    to: str = f"Dana <{ME}>",
    date: str = "Tue, 04 Mar 2025 10:00:00 -0600",
    headers: Iterable[str] = (),
    answers: Iterable[str] = (),
) -> bytes:
    lines = [f"From: {from_}", f"To: {to}", f"Subject: {subject}", f"Date: {date}"]
    if id is not None:
        lines.append(f"Message-ID: <{id}@test.example>")
    named = [f"<{each}@test.example>" for each in answers]
    if named:
        lines += [f"In-Reply-To: {named[-1]}", f"References: {' '.join(named)}"]
    return "\n".join([*lines, *headers, "", text, ""]).encode()


def job(id: str, **more: object) -> bytes:
    keys: dict[str, object] = {
        "subject": "Your interview at Northwind",
        "text": "Thank you for the interview. We decide by Friday.",
        "from_": "Priya Raman <priya@northwind.example>",
    }
    return mail(id, **(keys | more))  # type: ignore[arg-type]


def mbox(mails: Iterable[bytes], *, ending: bytes = b"\n") -> bytes:
    """Write an mbox as mail programs do: quoted, with a blank line between mails."""
    parts = []
    for each in mails:
        body = each.replace(b"\nFrom ", b"\n>From ")
        parts.append(b"From someone@example.org Tue Mar  4 10:00:00 2025\n" + body + b"\n")
    return b"".join(parts).replace(b"\n", ending)


def invitation(uid: str, *, summary: str = "Interview with Northwind", more: str = "") -> bytes:
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\n"
        f"UID:{uid}\nDTSTAMP:20250301T100000Z\nDTSTART:20250310T140000Z\nDTEND:20250310T150000Z\n"
        f"SUMMARY:{summary}\n{more}END:VEVENT\nEND:VCALENDAR\n"
    ).encode()


def base64_mail(id: str, text: str) -> bytes:
    head = mail(
        id,
        text="",
        headers=[
            'Content-Type: text/plain; charset="utf-8"',
            "Content-Transfer-Encoding: base64",
        ],
    )
    return head + encodebytes(text.encode())
