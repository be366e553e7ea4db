"""What an import keeps, what it lets lie, and what it says about it."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from heardback.adapters.mail.source import open_sources
from heardback.adapters.store import quick
from heardback.adapters.store.sql import SqlStore, open_store
from heardback.ports import Store
from heardback.service.importing import ImportReport, Progress, import_paths, nothing_new
from heardback.testing import MemoryStore
from tests.adapters.test_maildir import make_maildir
from tests.importing.mails import ME, base64_mail, invitation, job, mail, mbox
from tests.importing.reading import READING, run


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened: Store = (
        MemoryStore() if request.param == "memory" else open_store(tmp_path / "data" / "h.db")
    )
    yield opened
    opened.close()


def kept(store: Store) -> list[str]:
    return [each.key.strip("<>").partition("@")[0] for each in store.received()]


def counts(report: ImportReport) -> dict[str, object]:
    view = report.view()
    view["unreadable"] = len(report.unreadable)
    del view["seconds"], view["opportunities"]
    return {name: count for name, count in view.items() if count}


def write(path: Path, *mails: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(mbox(mails))
    return path


def test_job_mail_is_kept_and_the_rest_is_counted(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "inbox", mail("friend"), job("job"), base64_mail("b64", "The interview")
    )
    report = run(store, path)
    assert kept(store) == ["job", "b64"]
    assert counts(report) == {"messages": 3, "job_related": 2, "other": 1}
    assert set(store.observations(reader="test-1")) == {each.key for each in store.received()}


def test_of_other_mail_nothing_but_hashes_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "data" / "h.db"
    store = open_store(path)
    secret = mail("s3cret", subject="Xylophone", text="Quixotic", from_="Zed <zed@zebra.example>")
    run(store, make_maildir(tmp_path / "Mail", secret, job("job")))
    store.close()
    raw = b"".join(each.read_bytes() for each in path.parent.iterdir())
    for word in (b"s3cret", b"Xylophone", b"Quixotic", b"zebra", b"17000.M0"):
        assert word not in raw, word


def test_a_second_import_finds_nothing_new(store: Store, tmp_path: Path) -> None:
    box = write(tmp_path / "in" / "inbox", mail("friend"), job("job"), mail("x"))
    folder = make_maildir(tmp_path / "in" / "Mail", job("other"), mail("y"))
    (tmp_path / "in" / "c.ics").write_bytes(invitation("u"))
    first = run(store, tmp_path / "in")
    assert counts(first) == {"messages": 5, "job_related": 2, "other": 3, "meetings": 1}
    before, lines = list(store.received()), list(store.ledger.lines())
    for paths in ([tmp_path / "in"], [box], [folder]):
        again = run(store, *paths)
        assert again.nothing_new and again.messages == again.known
    assert run(store, tmp_path / "in").known == 5
    assert list(store.received()) == before and list(store.ledger.lines()) == lines


def test_a_second_import_ends_before_the_store_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "data" / "h.db"
    box = write(tmp_path / "inbox", job("job"), mail("x"))
    store = open_store(path)
    assert nothing_new(open_sources([box]), marks=quick.kept_marks(path)) is None
    run(store, box)
    store.close()
    report = nothing_new(open_sources([box]), marks=quick.kept_marks(path))
    assert report is not None and report.nothing_new and report.known == report.messages == 2
    with box.open("ab") as file:
        file.write(mbox([mail("y")]))
    assert nothing_new(open_sources([box]), marks=quick.kept_marks(path)) is None


def test_the_same_mail_in_two_folders_is_one(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "in" / "inbox", job("job"), mail("x"))
    write(tmp_path / "in" / "all", mail("x"), job("job"), job("job"))
    report = run(store, tmp_path / "in")
    assert kept(store) == ["job"]
    assert counts(report) == {"messages": 5, "job_related": 1, "other": 1, "known": 3}


def test_what_is_new_in_a_grown_source_is_added(store: Store, tmp_path: Path) -> None:
    box = write(tmp_path / "inbox", mail("a"), job("b"))
    folder = make_maildir(tmp_path / "Mail", mail("c"))
    run(store, box, folder)
    with box.open("ab") as file:
        file.write(mbox([job("d"), mail("e")]))
    (folder / "new" / "18000.M1.host").write_bytes(job("f"))
    report = run(store, box, folder)
    assert kept(store) == ["b", "d", "f"]
    assert counts(report) == {"messages": 6, "job_related": 2, "other": 1, "known": 3}


# Threads and people ------------------------------------------------------------------------------


def test_a_whole_thread_is_kept_whatever_its_words_are(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "inbox",
        mail("first", subject="Hello", text="Do you like trains?"),
        mail("friend"),
        mail("second", subject="Re: Hello", text="Yes", answers=["first"]),
        job("third", answers=["first", "second"]),
        mail("fourth", text="Fine", answers=["first", "second", "third"]),
        mail("side", text="Well", answers=["second"]),
        mail("stranger", answers=["elsewhere"]),
    )
    report = run(store, path)
    assert sorted(kept(store)) == ["first", "fourth", "second", "side", "third"]
    assert counts(report) == {"messages": 7, "job_related": 5, "other": 2}


def test_a_thread_holds_together_over_a_mail_that_is_missing(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "inbox",
        mail("one", text="Hm", answers=["lost"]),
        job("two", answers=["lost"]),
    )
    run(store, path)
    assert sorted(kept(store)) == ["one", "two"]


def test_a_later_import_pulls_in_what_an_earlier_one_let_pass(store: Store, tmp_path: Path) -> None:
    old = make_maildir(tmp_path / "Mail", mail("first", text="Do you like trains?"), mail("x"))
    assert counts(run(store, old)) == {"messages": 2, "other": 2}
    new = write(tmp_path / "sent", job("second", answers=["first"]))
    report = run(store, new)
    assert sorted(kept(store)) == ["first", "second"]
    assert counts(report) == {"messages": 2, "job_related": 2}
    assert run(store, old, new).nothing_new


def test_a_pulled_mail_of_a_known_source_is_not_counted_twice(store: Store, tmp_path: Path) -> None:
    box = write(tmp_path / "inbox", mail("first"), mail("x"))
    run(store, box)
    with box.open("ab") as file:
        file.write(mbox([job("second", answers=["first"])]))
    report = run(store, box)
    assert counts(report) == {"messages": 3, "job_related": 2, "known": 1}


def test_a_source_that_is_gone_leaves_its_mails_out(store: Store, tmp_path: Path) -> None:
    old = write(tmp_path / "old", mail("first"))
    run(store, old)
    old.unlink()
    new = write(tmp_path / "new", job("second", answers=["first"]))
    assert counts(run(store, new)) == {"messages": 1, "job_related": 1}
    assert kept(store) == ["second"]


def test_a_known_person_is_read_even_without_a_telling_word(store: Store, tmp_path: Path) -> None:
    calls: list[str] = []

    def understand(message, me):  # type: ignore[no-untyped-def]
        calls.append(message.message_id.strip("<>").partition("@")[0])
        return replace(READING.understand(message, me), job_related="friend" not in message.subject)

    path = write(
        tmp_path / "inbox",
        mail("tuesday", subject="Tuesday?", from_="Priya <PRIYA@northwind.example>"),
        mail("friend", subject="friend"),
        job("job"),
        mail("me", subject="friend", from_=f"Dana <{ME}>", to="ann@friends.example"),
    )
    run(store, path, reading=replace(READING, understand=understand))
    assert sorted(calls) == ["job", "tuesday"] and sorted(kept(store)) == ["job", "tuesday"]


def test_a_recruiter_who_writes_unasked_is_kept_once_answered(store: Store, tmp_path: Path) -> None:
    cold = mail("cold", subject="An opportunity", text="outreach", from_="r@agency.example")
    spam = mail("spam", subject="An opportunity", text="outreach", from_="s@agency.example")
    box = write(tmp_path / "inbox", cold, spam)
    assert counts(run(store, box)) == {"messages": 2, "other": 2}
    answer = mail(
        "answer",
        text="An interview? Gladly.",
        from_=f"Dana <{ME}>",
        to="r@agency.example",
        answers=["cold"],
    )
    run(store, box, write(tmp_path / "sent", answer), me=frozenset({ME}))
    assert sorted(kept(store)) == ["answer", "cold"]


# Own addresses -----------------------------------------------------------------------------------


def test_own_addresses_are_found_and_remembered(store: Store, tmp_path: Path) -> None:
    box = write(tmp_path / "inbox", *(mail(str(each)) for each in range(5)), job("job"))
    report = run(store, box)
    assert report.own_addresses == {ME} and report.own_addresses_found
    other = write(tmp_path / "sent", *(job(f"s{each}", to="hr@x.example") for each in range(9)))
    assert run(store, other).own_addresses == {ME}


def test_given_addresses_are_taken_as_they_are(store: Store, tmp_path: Path) -> None:
    report = run(store, write(tmp_path / "inbox", job("job")), me=frozenset({"d@x.example"}))
    assert report.own_addresses == {"d@x.example"} and not report.own_addresses_found
    assert store.ledger.own_addresses() == frozenset()


# Other sources -----------------------------------------------------------------------------------


def test_an_export_is_imported_once(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("T/All.mbox", mbox([mail("a"), job("b", answers=["a"]), mail("c")]))
        file.writestr("T/one.eml", job("d"))
        file.writestr("T/i.zip", b"PK\x03\x04")
    report = run(store, path)
    assert sorted(kept(store)) == ["a", "b", "d"]
    assert counts(report) == {"messages": 4, "job_related": 3, "other": 1, "unreadable": 1}
    assert report.unreadable[0].where == "T/i.zip"
    assert run(store, path).nothing_new


def test_job_meetings_of_a_calendar_are_kept(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "me.ics"
    path.write_bytes(invitation("a") + invitation("b", summary="Dentist"))
    report = run(store, path)
    assert kept(store) == ["ics:a:0"] and counts(report) == {"meetings": 1}
    path.write_bytes(invitation("a") + invitation("c"))
    assert counts(run(store, path)) == {"meetings": 1}
    assert kept(store) == ["ics:a:0", "ics:c:0"]


def test_an_endless_series_ends(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "me.ics"
    path.write_bytes(invitation("a", more="RRULE:FREQ=SECONDLY\n"))
    run(store, path)
    assert len(kept(store)) < 2000
    assert run(store, path).nothing_new


# Bad mail ----------------------------------------------------------------------------------------


def test_a_mail_that_breaks_the_reader_is_counted_and_the_rest_is_kept(
    store: Store, tmp_path: Path
) -> None:
    path = write(tmp_path / "inbox", job("a"), job("b", text="unspeakable"), job("c"))
    report = run(store, path)
    assert kept(store) == ["a", "c"]
    assert counts(report) == {"messages": 3, "job_related": 2, "unreadable": 1}
    assert "the reader gave up" in report.unreadable[0].reason
    again = run(store, path)
    assert again.nothing_new and again.known == 3


@pytest.mark.parametrize(
    "headers",
    [
        ["Date: Thu, 01 Jan 1970 00:00:00 +0000"],
        ["Date: Tue, 19 Jan 2038 03:14:08 +0000"],
        ["Date: Fri, 99 Foo 20255 99:99:99 +9999"],
        ["Content-Type: text/plain; charset=no-such-charset"],
        ["Content-Type: text/plain; charset=utf-16"],
        ["Content-Type: multipart/mixed; boundary="],
        ['Content-Type: multipart/mixed; boundary="' + "B" * 5000 + '"'],
        ["Content-Transfer-Encoding: base64"],
        ["References: " + "<a@b> " * 5000],
        ["Message-ID: <>"],
        ["Message-ID: not an id"],
        ["X-\udcff\udcfe: y", "no colon here", ": no name"],
    ],
)
def test_strange_mail_is_read_or_counted_and_never_ends_the_import(
    store: Store, tmp_path: Path, headers: list[str]
) -> None:
    raw = job("strange").decode().replace("\n\n", "\n" + "\n".join(headers) + "\n\n", 1)
    path = tmp_path / "inbox"
    path.write_bytes(mbox([job("a"), raw.encode(errors="surrogateescape"), job("b")]))
    report = run(store, path)
    assert report.messages == 3 and {"a", "b"} <= set(kept(store))
    assert len(kept(store)) + len(report.unreadable) == 3
    assert run(store, path).nothing_new


def test_five_thousand_parts_are_borne(store: Store, tmp_path: Path) -> None:
    part = b"--B\nContent-Type: text/plain\n\nthe interview\n"
    head = job("a", headers=['Content-Type: multipart/mixed; boundary="B"'])
    path = tmp_path / "a.eml"
    path.write_bytes(head + part * 5000 + b"--B--\n")
    assert counts(run(store, path)) == {"messages": 1, "job_related": 1}


def test_progress_is_told(store: Store, tmp_path: Path) -> None:
    told: list[Progress] = []
    path = write(tmp_path / "inbox", *(job(str(number)) for number in range(1200)))
    import_paths(
        store,
        sources=open_sources([path]),
        reading=READING,
        progress=told.append,
        seconds=iter([10.0, 12.5]).__next__,
    )
    assert [each.done for each in told if each.stage == "sweep"][-1] == 1200
    assert [each.done for each in told if each.stage == "understand"][-1] == 1200


def test_the_view_has_the_keys_of_the_contract_in_their_order() -> None:
    assert list(ImportReport().view()) == [
        "messages",
        "job_related",
        "other",
        "known",
        "meetings",
        "opportunities",
        "unreadable",
        "seconds",
    ]


def test_the_file_is_opened_by_one_import_at_a_time(tmp_path: Path) -> None:
    from heardback.errors import StoreBusy

    one, two = (open_store(tmp_path / "h.db") for _ in range(2))
    assert isinstance(two, SqlStore)
    two._lock.patience = 0.05
    box = write(tmp_path / "inbox", job("a"))
    with one.writing(), pytest.raises(StoreBusy, match="Another HeardBack"):
        run(two, box)
    assert counts(run(two, box)) == {"messages": 1, "job_related": 1}
    one.close()
    two.close()
