"""Mailbox files, however they are written."""

import io
from pathlib import Path

import pytest

from heardback.adapters.mail.bounded import TEXT, WHOLE, read_bounded
from heardback.adapters.mail.mbox import CHUNK, MboxSource, begins_mbox, spans, unquote
from heardback.ports import Mark, RawMail
from tests.importing.mails import job, mail, mbox


def heads(path: Path, mark: Mark | None = None) -> list[bytes]:
    source = MboxSource(path)
    found = list(source.mails(mark=mark, known=tuple))
    assert all(isinstance(each, RawMail) for each in found)
    return [each.head for each in found if isinstance(each, RawMail)]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_mails_come_out_as_they_went_in(tmp_path: Path, ending: bytes) -> None:
    mails = [
        mail(str(number), text=f"number {number}\nFrom here on\n>From there") for number in range(9)
    ]
    path = tmp_path / "inbox"
    path.write_bytes(mbox(mails, ending=ending))
    found = [head.replace(b"\r\n", b"\n").rstrip(b"\n") for head in heads(path)]
    expected = [each.replace(b"\n>From ", b"\nFrom ").rstrip(b"\n") for each in mails]
    assert found == expected


def test_a_sentence_that_begins_with_from_stays_in_its_mail(tmp_path: Path) -> None:
    text = "Hi\n\nFrom Monday on I am away.\n\nFrom 10:00 to 12:00 in 2025 I am free.\nSo long: Bob"
    path = tmp_path / "inbox"
    path.write_bytes(
        b"From a@b Tue Mar  4 10:00:00 2025\n" + mail("1", text=text) + mbox([job("2")])
    )
    found = heads(path)
    assert len(found) == 2 and found[0].rstrip().endswith(b"So long: Bob")


@pytest.mark.parametrize(
    "separator",
    [
        b"From - Tue Mar 04 10:00:00 2025",
        b"From 1234@xxx Tue Mar 04 10:00:00 +0000 2025",
        b"From MAILER-DAEMON Tue Mar  4 10:00 2025",
        b'From "a b"@c.example Tue Mar  4 10:00:00 CET 2025 remote from there',
        b"From a@b Thu Jan  1 00:00:00 1970",
        b"From a@b Tue Jan 19 03:14:08 2038",
    ],
)
def test_separators_of_many_programs_are_known(tmp_path: Path, separator: bytes) -> None:
    one = separator + b"\n" + mail("1") + b"\n"
    assert begins_mbox(one)
    path = tmp_path / "inbox"
    path.write_bytes(one * 3)
    assert len(heads(path)) == 3


@pytest.mark.parametrize("shift", range(-40, 41, 8))
def test_a_separator_on_the_edge_of_the_window_is_found(tmp_path: Path, shift: int) -> None:
    first = mail("1", text="x" * 60 + "\n")
    filler = b"y" * 79 + b"\n"
    first += filler * ((CHUNK - len(first) - 60) // 80)
    first += b"z" * (CHUNK - 50 - len(first) + shift) + b"\n"
    path = tmp_path / "inbox"
    path.write_bytes(mbox([first, job("2"), job("3")]))
    with path.open("rb") as file:
        found = list(spans(file))
    assert len(found) == 3
    assert found[0].end == found[1].start and found[2].end == path.stat().st_size
    raw = path.read_bytes()
    assert all(raw[each.start :].startswith(each.head) for each in found)


class Trickle(io.BytesIO):
    """A pipe that gives a few bytes at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 700))


def test_a_pipe_that_trickles_gives_the_same_mails() -> None:
    raw = mbox([mail(str(number), text="w " * 900) for number in range(20)])
    whole = [(each.start, each.end, each.head) for each in spans(io.BytesIO(raw))]
    assert [(each.start, each.end, each.head) for each in spans(Trickle(raw))] == whole
    assert len(whole) == 20


def test_a_grown_file_is_read_from_where_it_ended(tmp_path: Path) -> None:
    path = tmp_path / "inbox"
    path.write_bytes(mbox([mail("1"), mail("2")]))
    source = MboxSource(path)
    list(source.mails(mark=None, known=tuple))
    mark = source.mark(2)
    assert mark is not None and source.unchanged(mark)
    with path.open("ab") as file:
        file.write(mbox([mail("3")]))
    again = MboxSource(path)
    assert not again.unchanged(mark)
    (only,) = again.mails(mark=mark, known=tuple)
    assert isinstance(only, RawMail) and b"<3@" in only.head and again.skipped() == 2
    (raw,) = [raw for _place, raw in again.again([only.place])]
    assert isinstance(raw, bytes) and raw.rstrip() == mail("3").rstrip()


def test_a_file_that_was_packed_is_read_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "inbox"
    path.write_bytes(mbox([mail("1"), mail("2")]))
    source = MboxSource(path)
    list(source.mails(mark=None, known=tuple))
    mark = source.mark(2)
    path.write_bytes(mbox([mail("2"), mail("3"), mail("4")]))
    assert len(heads(path, mark)) == 3


def test_a_file_that_changes_while_it_is_read_gets_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "inbox"
    path.write_bytes(mbox([mail("1")]))
    source = MboxSource(path)
    list(source.mails(mark=None, known=tuple))
    with path.open("ab") as file:
        file.write(mbox([mail("2")]))
    assert source.mark(1) is None


def test_quoting_is_taken_away_once() -> None:
    assert unquote(b"From a\nx\n>From b\n>>From c\n> From d") == b"x\nFrom b\n>From c\n> From d"


# A mail of any size ------------------------------------------------------------------------------


def huge(size: int) -> bytes:
    head = mail("1", headers=["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="B"'])
    line = b"QUJD" * 19 + b"\n"
    return b"".join(
        [
            head,
            b"--B\nContent-Type: text/plain\n\nThe interview is on Friday.\n",
            b'--B\nContent-Type: video/mp4; name="me.mp4"\nContent-Transfer-Encoding: base64\n\n',
            line * (size // len(line)),
            b"--B\nContent-Type: text/html\n\n<p>Afterwards</p>\n--B--\n",
        ]
    )


def test_of_a_huge_mail_the_texts_and_the_names_are_kept() -> None:
    raw = huge(3 * WHOLE)
    kept = read_bounded(io.BytesIO(raw), len(raw))
    assert len(kept) < 2000
    for part in (b"The interview is on Friday.", b'name="me.mp4"', b"<p>Afterwards</p>", b"--B--"):
        assert part in kept


def test_an_endless_text_and_an_endless_line_are_cut() -> None:
    for text in (b"word " * 20 + b"\n", b"word " * 20):
        raw = mail("1") + text * (TEXT // 50)
        assert len(read_bounded(io.BytesIO(raw), len(raw))) < TEXT + (1 << 17)


@pytest.mark.slow
def test_two_hundred_megabytes_stay_out_of_the_memory(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "inbox"
    line = b"QUJD" * 19 + b"\n"
    with path.open("wb") as file:
        start, _, end = huge(0).partition(b"--B\nContent-Type: text/html")
        file.write(mbox([start]))
        for _ in range(200):
            file.write(line * ((1 << 20) // len(line)))
        file.write(b"--B\nContent-Type: text/html" + end + mbox([job("2")]))
    tracemalloc.start()
    source = MboxSource(path)
    found = [each for each in source.mails(mark=None, known=tuple) if isinstance(each, RawMail)]
    raws = [raw for _place, raw in source.again([each.place for each in found])]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(raws) == 2 and peak < 8 << 20
    assert isinstance(raws[0], bytes) and b"Afterwards" in raws[0]
