"""Reading a mailbox on a real server: what is kept, what is told, and that no mark is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from heardback.adapters.store.sql import SqlStore, open_store
from tests.mailbox.letters import advert, chat, letter, search
from tests.mailbox.syncing import kept, sync_account
from tests.servers.dovecot import Dovecot


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path / "heardback.db")
    yield opened
    opened.close()


def test_job_mail_is_kept_with_its_thread_and_the_rest_is_not(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all(search(), user=user)
    row = sync_account(store, dovecot.account(user=user))
    assert kept(store) == ["n1@northwind.example", "n2@example.org"]
    assert row.error is None
    view = row.view()
    assert (view["messages"], view["new"], view["job_related"], view["other"]) == (4, 4, 2, 2)


def test_a_second_sync_finds_nothing_and_opens_no_folder(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all(search(), user=user)
    first = sync_account(store, dovecot.account(user=user))
    row = sync_account(store, dovecot.account(user=user))
    assert row.view()["new"] == 0 and row.view()["messages"] == 4
    assert row.newest == first.newest != ""


def test_only_what_came_is_fetched(dovecot: Dovecot, user: str, store: SqlStore) -> None:
    dovecot.put_all(search(), user=user)
    sync_account(store, dovecot.account(user=user))
    dovecot.put(letter("n3@northwind.example", answers=["n1@northwind.example"]), user=user)
    row = sync_account(store, dovecot.account(user=user))
    assert (row.view()["new"], row.view()["job_related"]) == (1, 1)
    assert "n3@northwind.example" in kept(store)


def test_sent_mail_is_read_and_drafts_junk_and_deleted_mail_are_not(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    for number, folder in enumerate(("Sent", "Drafts", "Junk", "Trash")):
        dovecot.put(letter(f"{number}@northwind.example"), user=user, folder=folder)
    row = sync_account(store, dovecot.account(user=user))
    assert kept(store) == ["0@northwind.example"]
    assert [each.folder for each in row.folders] == ["INBOX", "Sent"]


def test_chosen_folders_alone_are_read(dovecot: Dovecot, user: str, store: SqlStore) -> None:
    dovecot.put(letter("1@northwind.example"), user=user)
    dovecot.put(letter("2@northwind.example"), user=user, folder="Junk")
    sync_account(store, dovecot.account(user=user, folders=("Junk",)))
    assert kept(store) == ["2@northwind.example"]


def test_a_chosen_folder_that_is_gone_is_told_with_those_there_are(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    row = sync_account(store, dovecot.account(user=user, folders=("Jobs",)))
    assert row.error is not None and "'Jobs'" in row.error and "INBOX" in row.error


def test_mail_that_was_moved_is_known_and_found_at_its_new_place(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put(chat("c1@friends.example", text="See you at seven"), user=user)
    sync_account(store, dovecot.account(user=user))
    room = dovecot.room(user)
    (mail,) = [*(room / "new").iterdir(), *(room / "cur").iterdir()]
    raw = mail.read_bytes()
    mail.unlink()
    dovecot.put(raw, user=user, folder="Archive", seen=True)
    row = sync_account(store, dovecot.account(user=user))
    assert (row.view()["new"], row.moved, row.view()["removed"]) == (0, 1, 1)
    # a letter in its thread that is about a job lets it be read at its new place
    dovecot.put(letter("n1@northwind.example", answers=["c1@friends.example"]), user=user)
    sync_account(store, dovecot.account(user=user))
    assert kept(store) == ["c1@friends.example", "n1@northwind.example"]


def test_what_was_deleted_on_the_server_is_counted_and_what_it_said_stays(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all(search(), user=user)
    sync_account(store, dovecot.account(user=user))
    room = dovecot.room(user)
    for mail in [*(room / "new").iterdir(), *(room / "cur").iterdir()]:
        mail.unlink()
    row = sync_account(store, dovecot.account(user=user))
    assert (row.view()["removed"], row.view()["messages"]) == (4, 0)
    assert kept(store) == ["n1@northwind.example", "n2@example.org"]
    assert sync_account(store, dovecot.account(user=user)).view()["removed"] == 0


def test_a_folder_numbered_anew_is_read_again_and_doubles_nothing(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all(search(), user=user, folder="Jobs")
    sync_account(store, dovecot.account(user=user, folders=("Jobs",)))
    dovecot.renumber("Jobs", user=user)
    dovecot.put(letter("n9@northwind.example"), user=user, folder="Jobs")
    row = sync_account(store, dovecot.account(user=user, folders=("Jobs",)))
    assert row.folders[0].anew and row.view()["new"] == 1
    assert kept(store) == ["n1@northwind.example", "n2@example.org", "n9@northwind.example"]


def test_reading_leaves_no_mark_and_asks_for_nothing_that_could(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all([*search(), chat("c2@friends.example", more="X-Big: 1\r\n")], user=user)
    dovecot.put(advert("a2@shop.example"), user=user, folder="Archive")
    room = dovecot.room(user)
    sync_account(store, dovecot.account(user=user))
    asked = dovecot.commands(user)
    verbs = {line.split(b" ", 2)[1 if line.startswith(b"UID") else 0] for line in asked if line}
    assert verbs <= {
        b"CAPABILITY",
        b"LIST",
        b"STATUS",
        b"EXAMINE",
        b"SEARCH",
        b"FETCH",
        b"LOGOUT",
        b"ENABLE",
        b"NOOP",
    }
    fetches = [line for line in asked if b"FETCH" in line]
    assert fetches and all(b"BODY.PEEK[" in line or b"BODY" not in line for line in fetches)
    assert not any(b"RFC822)" in line or b"RFC822.TEXT" in line for line in fetches)
    flagged = [p.name for p in (room / "cur").iterdir() if p.name.rpartition(":2,")[2]]
    assert flagged == []


def test_a_wrong_password_is_told_and_nothing_is_marked_as_read(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all(search(), user=user)
    row = sync_account(store, dovecot.account(user=user), secret="wrong")
    assert row.error is not None and "password" in row.error
    assert sync_account(store, dovecot.account(user=user)).view()["new"] == 4


def test_an_alias_most_mail_is_for_is_asked_about(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    mails = [chat(f"{n}@friends.example", to="Dana <d.reyes@alias.example>") for n in range(60)]
    dovecot.put_all(mails, user=user)
    assert sync_account(store, dovecot.account(user=user)).also_for == "d.reyes@alias.example"
    dovecot.put_all([chat(f"x{n}@friends.example") for n in range(60)], user=user)
    assert sync_account(store, dovecot.account(user=user)).also_for is None
