"""Mail exports as .zip: read where they lie, and refused where they lie about themselves."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from heardback.adapters.mail import archive
from heardback.adapters.mail.archive import ZipSource
from heardback.adapters.mail.source import open_sources
from heardback.errors import InputError
from heardback.ports import Fault, RawMail
from tests.importing.mails import invitation, job, mail, mbox


def make(path: Path, entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return path


def read(path: Path) -> tuple[list[RawMail], list[Fault]]:
    found = list(ZipSource(path).mails(mark=None, known=tuple))
    return (
        [each for each in found if isinstance(each, RawMail)],
        [each for each in found if isinstance(each, Fault)],
    )


EXPORT = {
    "Takeout/Mail/All mail.mbox": mbox([mail("1"), job("2"), mail("3", text="x" * 200_000)]),
    "Takeout/Mail/one.eml": mail("4"),
    "Takeout/Calendar/me.ics": invitation("u"),
    "Takeout/archive_browser.html": b"<html>",
    "Maildir/cur/1700.M1.host:2,S": mail("5"),
    "__MACOSX/Takeout/Mail/._one.eml": b"\x00\x05\x16\x07",
}


def test_an_export_is_read_without_unpacking(tmp_path: Path) -> None:
    mails, faults = read(make(tmp_path / "takeout.zip", EXPORT))
    assert not faults
    assert [each.kind for each in mails] == ["mail"] * 4 + ["calendar", "mail"]
    assert list(tmp_path.iterdir()) == [tmp_path / "takeout.zip"]


def test_the_mails_of_an_archive_are_found_again(tmp_path: Path) -> None:
    path = make(tmp_path / "takeout.zip", EXPORT)
    mails, _ = read(path)
    again = dict(ZipSource(path).again([each.place for each in mails]))
    assert len(again) == len(mails)
    for each in mails:
        raw = again[each.place]
        assert isinstance(raw, bytes) and raw.startswith(each.head[:100])
    assert sum(len(raw) > 200_000 for raw in again.values() if isinstance(raw, bytes)) == 1


def test_the_mark_holds_until_the_file_changes(tmp_path: Path) -> None:
    path = make(tmp_path / "takeout.zip", EXPORT)
    source = ZipSource(path)
    list(source.mails(mark=None, known=tuple))
    mark = source.mark(6)
    assert mark is not None and ZipSource(path).unchanged(mark)
    make(path, EXPORT | {"more.eml": mail("9")})
    assert not ZipSource(path).unchanged(mark)


@pytest.mark.parametrize("keep", [0.3, 0.9, 0.999])
def test_an_archive_that_is_cut_off_is_one_fault(tmp_path: Path, keep: float) -> None:
    path = make(tmp_path / "takeout.zip", EXPORT)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * keep)])
    mails, faults = read(path)
    assert not mails and len(faults) == 1
    assert "cut off or damaged" in faults[0].reason


def test_a_damaged_entry_is_a_fault_and_the_others_are_read(tmp_path: Path) -> None:
    path = make(tmp_path / "t.zip", {"a.eml": job("1") * 30, "b.eml": mail("2")})
    raw = bytearray(path.read_bytes())
    raw[60:75] = b"\xff" * 15
    path.write_bytes(raw)
    mails, faults = read(path)
    assert [each.origin.rsplit("/", 1)[1] for each in mails] == ["b.eml"]
    assert [each.where for each in faults] == ["a.eml"]


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("a.mbox", "w") as entry,
    ):
        for _ in range(80):
            entry.write(b"\0" * (1 << 20))
    mails, faults = read(path)
    assert not mails and len(faults) == 1 and "zip bomb" in faults[0].reason


def test_an_archive_that_would_outgrow_the_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    _, faults = read(make(tmp_path / "t.zip", EXPORT))
    assert len(faults) == 1 and "would grow to" in faults[0].reason


def test_an_archive_with_too_many_entries_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 10)
    entries = {f"{number}.eml": mail(str(number)) for number in range(11)}
    _, faults = read(make(tmp_path / "t.zip", entries))
    assert len(faults) == 1 and "too many entries" in faults[0].reason
    monkeypatch.setattr(archive, "MOST_ENTRIES", 1)
    _, faults = read(tmp_path / "t.zip")
    assert [each.reason for each in faults] == ["the archive holds too many entries"]


def test_an_entry_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    path = make(tmp_path / "t.zip", {"a.eml": mail("1", text="x" * 100_000)})
    raw = bytearray(path.read_bytes())
    central = raw.rfind(b"PK\x01\x02")
    struct.pack_into("<I", raw, central + 24, 300)  # its size, in the directory
    path.write_bytes(raw)
    mails, faults = read(path)
    assert sum(len(each.head) for each in mails) <= 300
    assert len(mails) + len(faults) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/a.eml", "/etc/a.eml", "a/../../b.eml", "C:/a.eml", "..\\a.eml"]
)
def test_a_path_that_climbs_out_is_refused(tmp_path: Path, name: str) -> None:
    mails, faults = read(make(tmp_path / "t.zip", {name: job("1"), "good.eml": mail("2")}))
    assert len(mails) == 1
    assert [each.reason for each in faults] == ["its path leads out of the archive"]


def test_an_archive_within_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("a.eml", job("1"))
    mails, faults = read(make(tmp_path / "t.zip", {"i.zip": inner.getvalue(), "b.eml": mail("2")}))
    assert len(mails) == 1 and [each.where for each in faults] == ["i.zip"]


def test_a_locked_entry_is_a_fault(tmp_path: Path) -> None:
    path = make(tmp_path / "t.zip", {"a.eml": job("1")}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(sign) + offset] |= 1
    path.write_bytes(raw)
    _, faults = read(path)
    assert [each.reason for each in faults] == ["it is locked with a password"]


def test_a_text_called_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.zip").write_bytes(b"I am no archive at all\n")
    with pytest.raises(InputError, match="is no mailbox"):
        open_sources([tmp_path / "t.zip"])


def test_an_archive_without_mail_gives_nothing(tmp_path: Path) -> None:
    assert read(make(tmp_path / "t.zip", {"cat.jpg": b"\xff\xd8\xff"})) == ([], [])
