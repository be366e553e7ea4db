"""Whatever a mail is made of, an import ends, and every mail is imported or listed as unreadable."""

import base64
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heardback.adapters.mail.mime import read_mime
from heardback.bootstrap import reading
from heardback.service.importing import ImportReport
from heardback.testing import MemoryStore
from tests.importing.mails import ME, job, mail, mbox
from tests.importing.reading import run

READING = reading()
OWN = frozenset({ME})
HEAD = b"From: Priya <priya@northwind.example>\nTo: dana@example.org\nSubject: Your interview\n"
DATED = HEAD + b"Date: Tue, 04 Mar 2025 10:00:00 -0600\nMessage-ID: <m@northwind.example>\n"
TEXT = b"Thank you for the interview. We decide by Friday.\n"


def nested(depth: int) -> bytes:
    """A multipart in a multipart in a multipart, never closed."""
    parts = [
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n'.encode() for n in range(depth)
    ]
    return DATED + b"".join(parts) + b"Content-Type: text/plain\n\n" + TEXT


def forwarded(depth: int) -> bytes:
    return DATED + b"Content-Type: message/rfc822\n\n" * depth + DATED + b"\n" + TEXT


def part(kind: str, encoding: str, body: bytes) -> bytes:
    return (
        DATED + f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body
    )


CODED = base64.encodebytes(TEXT * 40)
MALFORMED = {
    "nothing": b"",
    "one byte": b"\x00",
    "only blank lines": b"\n\n\n\n",
    "no header": TEXT,
    "no body": DATED,
    "random bytes": random.Random(1).randbytes(20_000),
    "random bytes after a head": DATED + b"\n" + random.Random(2).randbytes(20_000),
    "random bytes as a head": random.Random(3).randbytes(2_000) + b"\n\n" + TEXT,
    "a part cut short": DATED + b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Ty',
    "no boundary": DATED + b"Content-Type: multipart/mixed\n\n--x\n\n" + TEXT,
    "an empty boundary": DATED + b'Content-Type: multipart/mixed; boundary=""\n\n--\n\n' + TEXT,
    "cut base64": part("text/plain", "base64", CODED[:-7]),
    "base64 of one letter": part("text/plain", "base64", b"A"),
    "base64 with rubbish": part("text/plain", "base64", b"%%%" + CODED + b"\xff\xfe"),
    "broken quoted-printable": part("text/plain", "quoted-printable", b"=ZZ=\n=4=C3=\n" + TEXT),
    "uuencode": part("text/plain", "x-uuencode", b"begin 644 x\n#0V%T\n`\nend\n"),
    "an unknown encoding": part("text/plain", "rot26", TEXT),
    "an unknown charset": part("text/plain; charset=klingon-8", "8bit", b"\xe4\xf6" + TEXT),
    "a charset that is no text": part("text/plain; charset=base64", "8bit", TEXT),
    "a charset of rubbish": part('text/plain; charset="\x00\xff"', "8bit", TEXT),
    "a charset of a megabyte": part(f"text/plain; charset={'x' * 1_000_000}", "8bit", TEXT),
    "two hundred deep": nested(200),
    "two thousand deep": nested(2_000),
    "forwarded two hundred times": forwarded(200),
    "a header of a megabyte": DATED + b"X-Long: " + b"a" * 1_000_000 + b"\n\n" + TEXT,
    "a subject of a megabyte": DATED + b"Subject: " + b"interview " * 100_000 + b"\n\n" + TEXT,
    "a folded header of a megabyte": DATED
    + b"References:"
    + b"\n <a@b.c>" * 100_000
    + b"\n\n"
    + TEXT,
    "a hundred thousand readers": DATED + b"Cc: " + b"a@b.example, " * 100_000 + b"\n\n" + TEXT,
    "a hundred thousand headers": DATED + b"X-A: 1\n" * 100_000 + b"\n" + TEXT,
    "brackets": DATED + b"Cc: " + b"(" * 50_000 + b"\n\n" + TEXT,
    "quotes": DATED + b'Cc: "' + b'\\"' * 50_000 + b"\n\n" + TEXT,
    "NUL in the head": DATED + b"X-\x00: \x00\nSubject: a\x00b\n\n" + TEXT,
    "NUL in the text": DATED + b"\n" + b"\x00".join(TEXT.split()),
    "lone carriage returns": (DATED + b"\n" + TEXT).replace(b"\n", b"\r"),
    "mixed line ends": DATED.replace(b"\n", b"\r\n", 2) + b"\r\r\n\n" + TEXT,
    "year 0": HEAD + b"Date: Sat, 01 Jan 0000 00:00:00 +0000\n\n" + TEXT,
    "year 99999": HEAD + b"Date: Fri, 31 Dec 99999 23:59:59 +0000\n\n" + TEXT,
    "year 9999 west": HEAD + b"Date: Fri, 31 Dec 9999 23:59:59 -2359\n\n" + TEXT,
    "an offset of days": HEAD + b"Date: Tue, 04 Mar 2025 10:00:00 +9999\n\n" + TEXT,
    "a date of words": HEAD + b"Date: the day before yesterday\n\n" + TEXT,
    "the 31st of February": HEAD + b"Date: Mon, 31 Feb 2025 25:61:61 +0000\n\n" + TEXT,
    "a date of digits": HEAD + b"Date: " + b"9" * 5_000 + b"\n\n" + TEXT,
    "the same headers twice": DATED + DATED + b"\n" + TEXT,
    "three senders": DATED + b"From: a@b.example\nFrom: <>\nFrom: @\n\n" + TEXT,
    "a damaged encoded word": DATED
    + b"Subject: =?utf-8?b?////?= =?x?q?=ZZ?= =?utf-8?q?\n\n"
    + TEXT,
    "a surrogate": DATED + b"Subject: \xed\xa0\x80\n\n" + b"\xed\xa0\x80" + TEXT,
    "an address without end": HEAD + b"Reply-To: <" + b"a@" * 30_000 + b"\n\n" + TEXT,
    "a damaged calendar": part(
        "text/calendar", "7bit", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x"
    ),
    "a calendar without end": part("text/calendar", "7bit", b"BEGIN:VCALENDAR\n" * 3_000),
    "HTML without end": part("text/html", "8bit", b"<div><table><tr><td>" * 20_000),
    "HTML of rubbish": part("text/html", "8bit", b"<" + bytes(range(256)) * 50),
    "a report of nothing": DATED
    + b'Content-Type: multipart/report; boundary="r"\n\n--r\nContent-Type: message/delivery-status\n\n\x00\n--r--\n',
}


def accounted(report: ImportReport, count: int) -> None:
    known = report.job_related + report.other + report.known
    assert report.messages >= count
    assert known + len(report.unreadable) == report.messages


def imported(folder: Path, raw: bytes) -> ImportReport:
    path = folder / "one.eml"
    path.write_bytes(raw)
    return run(MemoryStore(), path, reading=READING, me=OWN)


@pytest.mark.parametrize("name", sorted(MALFORMED))
def test_a_malformed_mail_is_imported_or_listed(name: str, tmp_path: Path) -> None:
    report = imported(tmp_path, MALFORMED[name])
    if MALFORMED[name].strip():
        accounted(report, 1)
    else:
        assert len(report.unreadable) == report.messages or report.other == report.messages


@pytest.mark.parametrize("name", sorted(MALFORMED))
def test_a_malformed_mail_is_read(name: str) -> None:
    READING.understand(read_mime(MALFORMED[name]), OWN)


def test_among_malformed_mails_the_sound_ones_are_found(tmp_path: Path) -> None:
    sound = [job(f"sound{n}") for n in range(5)]
    broken = [raw for name, raw in sorted(MALFORMED.items()) if len(raw) < 50_000 and raw.strip()]
    mixed = [each for n, raw in enumerate(broken) for each in (raw, *sound[n : n + 1])]
    path = tmp_path / "inbox"
    path.write_bytes(mbox(mixed))
    report = run(MemoryStore(), path, reading=READING, me=OWN)
    accounted(report, len(sound))
    assert report.job_related >= len(sound)


PIECES = st.sampled_from(
    [
        *[line + b"\n" for line in DATED.splitlines()],
        b'Content-Type: multipart/mixed; boundary="x"\n',
        b'Content-Type: multipart/alternative; boundary="y"\n',
        b"Content-Type: text/html; charset=utf-7\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Type: text/calendar; method=REQUEST\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"Date: Fri, 31 Dec 99999 23:59:59 +0000\n",
        b"Authentication-Results: x; dmarc=fail\n",
        b"--x\n",
        b"--y\n",
        b"--x--\n",
        b"\n",
        b"\r",
        b"\x00",
        b"From nobody Tue Mar  4 10:00:00 2025\n",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20250310T140000Z\nEND:VEVENT\nEND:VCALENDAR\n",
        b"<table><tr><td>interview</td></tr>\n",
        CODED[:70],
        TEXT,
        b"> On Mon, Priya wrote:\n> We regret\n",
        b"Von: x\nGesendet: y\nAn: z\nBetreff: w\n",
        b"=?utf-8?q?=C3=28?=",
    ]
)
MAILS = st.lists(st.one_of(PIECES, st.binary(max_size=30)), max_size=30).map(b"".join)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=MAILS)
def test_any_bytes_are_read(raw: bytes) -> None:
    READING.understand(read_mime(raw), OWN)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(raws=st.lists(MAILS, min_size=1, max_size=4))
def test_any_mails_are_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, raws: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("any") / "inbox"
    path.write_bytes(mbox([mail("first"), *raws, mail("last")]))
    report = run(MemoryStore(), path, reading=READING, me=OWN)
    accounted(report, 2)
