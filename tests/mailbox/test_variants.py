"""Servers that lack something, bad lines, full and write-protected mailboxes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from heardback.adapters.mail.folders import folders_to_read, special
from heardback.adapters.mail.imap import connect
from heardback.adapters.store.sql import SqlStore, open_store
from heardback.errors import MailboxFull, MailboxReadOnly
from heardback.model.account import Account, Server
from tests.mailbox.letters import chat, letter, search
from tests.mailbox.syncing import holdings, kept, sync_account, synced
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.proxy import line_to

pytestmark = pytest.mark.slow


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path / "heardback.db")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "lacks",
    [
        ("CONDSTORE", "QRESYNC"),
        ("IDLE",),
        ("SPECIAL-USE",),
        ("UIDPLUS", "ESEARCH", "LITERAL+", "ENABLE", "CONDSTORE", "QRESYNC", "IDLE", "MOVE"),
    ],
    ids=["condstore", "idle", "special-use", "nearly-all"],
)
def test_a_server_that_lacks_something_is_read_all_the_same(
    tmp_path: Path, lacks: tuple[str, ...]
) -> None:
    with Dovecot(lacks=lacks, special="SPECIAL-USE" not in lacks) as server:
        server.put_all(search())
        server.put(letter("s1@example.org"), folder="Sent Items")
        account = server.account()
        path = tmp_path / "heardback.db"
        assert synced(path, account).view()["new"] == 5
        server.put(letter("n7@northwind.example"))
        row = synced(path, account)
        assert (row.view()["new"], row.view()["messages"]) == (1, 6)
        assert synced(path, account).view()["new"] == 0


def test_without_special_use_folders_are_known_by_their_names() -> None:
    with Dovecot(lacks=("SPECIAL-USE",), special=False) as server:
        for folder in ("Gesendete Objekte", "Entwürfe", "Papierkorb", "Spam"):
            server.put(chat("x@y"), folder=folder.replace("ü", "&APw-"))
        with connect(server.account(), PASSWORD) as session:
            folders = session.folders()
    assert special(folders, "sent") == "Gesendete Objekte"
    assert special(folders, "drafts") == "Entwürfe"
    assert [each.name for each in folders_to_read(folders)] == ["Gesendete Objekte", "INBOX"]


def test_folders_in_any_script_are_read_by_their_real_names(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    with connect(dovecot.account(user=user), PASSWORD) as session:
        for name in ("Bewerbungen Zürich & Köln", "求人", "Работа"):
            session.client.create_folder(name)
            session.append(name, letter(f"{len(name)}@northwind.example"))
    row = sync_account(store, dovecot.account(user=user, folders=("求人", "Работа")))
    assert {each.folder: each.new for each in row.folders} == {"求人": 1, "Работа": 1}
    row = sync_account(store, dovecot.account(user=user))
    assert "Bewerbungen Zürich & Köln" in {each.folder for each in row.folders}
    assert len(kept(store)) == 3


def by_line(account: Account, port: int) -> Account:
    server = Server(host="localhost", port=port, security="none")
    return replace(account, imap=server)


def test_a_line_that_breaks_again_and_again_loses_nothing(
    dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    mails = [letter(f"n{n}@northwind.example") for n in range(40)]
    dovecot.put_all(mails, user=user)
    account = dovecot.account(user=user)
    lengths = [900 + 700 * n for n in range(40)]
    with line_to(dovecot.port, lengths=lengths) as line:
        path = tmp_path / "broken.db"
        for _ in range(40):
            store = open_store(path)
            row = sync_account(store, by_line(account, line.port))
            store.close()
            if row.error is None:
                break
            assert "broke" in row.error or "reached" in row.error or "answer" in row.error
        assert line.connections > 3
    assert row.error is None
    synced(tmp_path / "straight.db", account)
    assert holdings(path)["received"] == holdings(tmp_path / "straight.db")["received"]


def test_a_slow_line_is_waited_for(dovecot: Dovecot, user: str, store: SqlStore) -> None:
    dovecot.put_all(search(), user=user)
    with line_to(dovecot.port, delay=0.05) as line:
        row = sync_account(store, by_line(dovecot.account(user=user), line.port))
    assert row.error is None and row.view()["new"] == 4


def test_one_account_that_cannot_be_reached_is_told_and_keeps_nothing_else_up(
    dovecot: Dovecot, user: str, store: SqlStore
) -> None:
    dovecot.put_all(search(), user=user)
    with line_to(dovecot.port) as line:
        line.dead = True
        row = sync_account(store, by_line(dovecot.account(user=user), line.port))
    assert row.error is not None
    assert sync_account(store, dovecot.account(user=user)).view()["new"] == 4


def test_a_full_mailbox_is_told_and_nothing_is_written() -> None:
    quota = "plugin {\n quota = maildir:User quota\n quota_rule = *:storage=1K\n}\n"
    with Dovecot(plugins="quota", extra=quota) as server:
        server.put_all(search() * 4)
        with connect(server.account(), PASSWORD) as session:
            with pytest.raises(MailboxFull, match="Make room"):
                session.append("Drafts", letter("d@x") * 4)
            assert session.find("Drafts", "d@x") == []


def test_a_mailbox_that_may_only_be_read_is_read_and_refuses_drafts(tmp_path: Path) -> None:
    with Dovecot(plugins="acl") as server:
        server.stop()
        rules = server.folder / "rules"
        rules.write_text("* owner lr\n")
        rules.chmod(0o644)
        server.extra = f"plugin {{\n acl = vfile:{rules}\n}}\n"
        server.put_all(search())
        server.start()
        assert synced(tmp_path / "heardback.db", server.account()).view()["new"] == 4
        with (
            connect(server.account(), PASSWORD) as session,
            pytest.raises(MailboxReadOnly, match="may write"),
        ):
            session.append("INBOX", letter("d@x"))
