"""Maildirs, folders and single files: what is found under the paths a person names."""

import os
from pathlib import Path

import pytest

from heardback.adapters.mail.files import maildir
from heardback.adapters.mail.source import open_sources
from heardback.errors import InputError
from heardback.ports import Fault, RawMail, Source
from tests.importing.mails import invitation, job, mail, mbox


def make_maildir(folder: Path, *mails: bytes) -> Path:
    for each in ("cur", "new", "tmp"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(mails):
        (folder / "cur" / f"17000{number}.M{number}.host:2,S").write_bytes(raw)
    return folder


def found(*paths: Path) -> list[tuple[str, int]]:
    """Return every source with its number of mails."""
    rows = []
    for source in open_sources(paths):
        assert not isinstance(source, Fault), source
        rows.append((Path(source.name).name, len(list(source.mails(mark=None, known=tuple)))))
    return rows


def places(source: Source) -> list[str]:
    return [
        each.place for each in source.mails(mark=None, known=tuple) if isinstance(each, RawMail)
    ]


def test_a_maildir_is_read_from_cur_and_new(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"), mail("2"))
    (folder / "new" / "17001.M9.host").write_bytes(mail("3"))
    (folder / "tmp" / "17002.M9.host").write_bytes(mail("4"))
    assert found(folder) == [("Mail", 3)]


def test_folders_within_a_maildir_are_found(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"))
    make_maildir(folder / ".Sent", mail("2"), mail("3"))
    make_maildir(folder / ".Archive.2024", mail("4"))
    assert found(folder) == [("Mail", 1), (".Archive.2024", 1), (".Sent", 2)]


def test_a_flag_changes_no_place_and_a_known_place_is_not_opened(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"), mail("2"))
    before = places(maildir(folder))
    first = min((folder / "cur").iterdir())
    first.rename(first.with_name(first.name.replace(":2,S", ":2,RS")))
    source = maildir(folder)
    assert places(source) == before
    assert list(source.mails(mark=None, known=lambda: before[:1])) != []
    assert source.skipped() == 1


def test_an_untouched_maildir_is_not_looked_into(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"))
    source = maildir(folder)
    places(source)
    mark = source.mark(1)
    assert mark is not None and maildir(folder).unchanged(mark)
    (folder / "new" / "17009.M9.host").write_bytes(mail("2"))
    assert not maildir(folder).unchanged(mark)


def test_a_mail_that_arrives_meanwhile_leaves_no_mark(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"))
    source = maildir(folder)
    places(source)
    times = (folder / "cur").stat()
    (folder / "cur" / "17009.M9.host:2,").write_bytes(mail("2"))
    os.utime(folder / "cur", ns=(times.st_atime_ns, times.st_mtime_ns))  # within one tick
    assert source.mark(1) is None


def test_a_mail_that_was_renamed_meanwhile_is_found_again(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"), mail("2"))
    source = maildir(folder)
    both = places(source)
    first = min((folder / "cur").iterdir())
    first.rename(folder / "new" / first.name.replace(":2,S", ":2,T"))
    max((folder / "cur").iterdir()).unlink()
    assert [place for place, raw in source.again(both) if isinstance(raw, bytes)] == both[:1]


def test_a_folder_of_everything(tmp_path: Path) -> None:
    make_maildir(tmp_path / "Maildir", mail("1"))
    (tmp_path / "a.eml").write_bytes(mail("2"))
    (tmp_path / "b.eml").write_bytes(mail("3"))
    (tmp_path / "c.ics").write_bytes(invitation("u"))
    (tmp_path / "Inbox").write_bytes(mbox([mail("4"), mail("5")]))
    (tmp_path / "sent.mbox").write_bytes(mbox([mail("6")]))
    (tmp_path / "Inbox.msf").write_bytes(b"// <!-- <mdb:mork:z v=")
    (tmp_path / "cat.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "notes").write_bytes(b"milk and eggs")
    (tmp_path / ".hidden.eml").write_bytes(mail("7"))
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.eml").write_bytes(mail("8"))
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "1").write_bytes(mail("9"))
    rows = found(tmp_path)
    assert sorted(rows) == sorted(
        [("Inbox", 2), ("sent.mbox", 1), (tmp_path.name, 3), ("Maildir", 1), ("er", 1)]
    )


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "m.eml").write_bytes(mail("1"))
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert found(tmp_path) == [("a", 1)]


def test_the_same_path_twice_is_one_source(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(mail("1"))
    assert found(tmp_path / "m.eml", tmp_path / "m.eml") == [("m.eml", 1)]


def test_single_files_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail("1"))
    (tmp_path / "letter.txt").write_bytes(job("2"))
    (tmp_path / "c.ics").write_bytes(invitation("u"))
    (tmp_path / "old.mail").write_bytes(mbox([mail("3")]))
    (tmp_path / "empty.mbox").touch()
    rows = found(*sorted(tmp_path.iterdir()))
    assert rows == [
        ("a.eml", 1),
        ("c.ics", 1),
        ("empty.mbox", 0),
        ("letter.txt", 1),
        ("old.mail", 1),
    ]


def test_a_calendar_that_was_replaced_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_bytes(invitation("u"))
    (source,) = open_sources([path])
    assert not isinstance(source, Fault)
    (before,) = places(source)
    mark = source.mark(0)
    path.write_bytes(invitation("u", more="LOCATION:there\n"))
    (again,) = open_sources([path])
    assert not isinstance(again, Fault) and mark is not None
    assert not again.unchanged(mark) and places(again) != [before]


# What is no mail ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.mbox", None, "does not exist"),
        ("notes.txt", b"milk and eggs\nand bread\n", "is no mailbox"),
        ("inbox.mbox", b"\x00\x01\x02" * 400, "is no mailbox"),
        ("cat.jpg", b"\xff\xd8\xff\xe0 JFIF", "is no mailbox"),
    ],
)
def test_what_is_no_mail_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=says) as caught:
        open_sources([path])
    assert str(caught.value).startswith(str(path)) and "\n" not in str(caught.value)


def test_a_folder_without_mail_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(InputError, match="there is no mail in this folder"):
        open_sources([tmp_path])


def test_a_pipe_by_name_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        open_sources([tmp_path / "pipe"])


def test_faults_in_a_folder_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "broken.mbox").write_bytes(b"\x00" * 100)
    (tmp_path / "old.msg").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "good.eml").write_bytes(mail("1"))
    sources = open_sources([tmp_path])
    faults = {Path(each.file).name: each.reason for each in sources if isinstance(each, Fault)}
    assert faults["broken.mbox"] == "is no mbox file" and "Outlook" in faults["old.msg"]
    assert len(sources) == 3


def test_a_mail_that_vanishes_before_it_is_opened_is_a_fault(tmp_path: Path) -> None:
    folder = make_maildir(tmp_path / "Mail", mail("1"), mail("2"))
    source = maildir(folder)
    mails = source.mails(mark=None, known=tuple)
    first = next(mails)
    for each in (folder / "cur").iterdir():
        each.unlink()
    (second,) = mails
    assert isinstance(first, RawMail) and isinstance(second, Fault)
    assert second.reason == "No such file or directory"
