"""A session with a real server: reading by folder, finding by Message-ID, drafts, and refusals."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from heardback.adapters.mail.imap import ImapSession, connect
from heardback.errors import (
    CertificateRefused,
    FolderMissing,
    LoginRefused,
    Unreachable,
    UsageError,
)
from heardback.model.account import Account, Server
from tests.servers.certificate import make_certificate
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.ports import free_port

DRAFT = b"From: dana@example.org\r\nMessage-ID: <d1@heardback>\r\nSubject: Thank you\r\n\r\nDear Tom\r\n"


def open_box(server: Dovecot, user: str) -> ImapSession:
    return connect(server.account(user=user), PASSWORD)


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_a_mailbox_is_opened_whichever_way_the_server_secures_it(
    dovecot: Dovecot, user: str, security: str
) -> None:
    with connect(dovecot.account(user=user, security=security), PASSWORD) as session:
        assert "INBOX" in {each.name for each in session.folders()}


def test_sent_and_drafts_are_told_by_the_server(dovecot: Dovecot, user: str) -> None:
    with open_box(dovecot, user) as session:
        marks = {each.name: each.marks for each in session.folders()}
    assert "\\sent" in marks["Sent"] and "\\drafts" in marks["Drafts"]


def test_a_draft_is_put_found_read_and_taken_back(dovecot: Dovecot, user: str) -> None:
    with open_box(dovecot, user) as session:
        at = datetime(2025, 3, 4, 9, tzinfo=UTC)
        put = session.append("Drafts", DRAFT, flags=("\\Draft",), at=at)
        assert put is not None and put[1] == 1
        assert session.find("Drafts", "<d1@heardback>") == [1]
        assert session.find("Drafts", "d1@heardback") == [1]
        assert session.find("Sent", "d1@heardback") == []
        session.examine("Drafts")
        assert session.read(1) == DRAFT and session.read(2) is None
        assert session.remove("Drafts", 1) and not session.remove("Drafts", 1)
        assert session.find("Drafts", "d1@heardback") == []


def test_a_folder_that_is_not_there_is_named(dovecot: Dovecot, user: str) -> None:
    with open_box(dovecot, user) as session:
        with pytest.raises(FolderMissing, match="Bewerbungen"):
            session.examine("Bewerbungen")
        with pytest.raises(FolderMissing):
            session.append("Bewerbungen", DRAFT)


def test_a_wrong_password_is_told_apart_from_all_else(dovecot: Dovecot, user: str) -> None:
    with pytest.raises(LoginRefused, match="app password"):
        connect(dovecot.account(user=user), "wrong")


def test_a_password_in_any_script_is_sent_as_it_is(dovecot: Dovecot, user: str) -> None:
    with pytest.raises(LoginRefused):
        connect(dovecot.account(user=user), "пароль ☃")


def server(dovecot: Dovecot, **more: object) -> Account:
    values: dict[str, object] = {"host": "localhost", "port": dovecot.tls_port}
    return Account(id="x", address="dana@example.org", imap=Server(**(values | more)))  # type: ignore[arg-type]


def test_a_certificate_that_nobody_signed_is_refused(dovecot: Dovecot) -> None:
    with pytest.raises(CertificateRefused, match="--certificate"):
        connect(server(dovecot), PASSWORD)


def test_another_server_s_certificate_is_refused(dovecot: Dovecot, tmp_path: Path) -> None:
    other, _key = make_certificate(tmp_path)
    with pytest.raises(CertificateRefused):
        connect(server(dovecot, certificate=str(other)), PASSWORD)


def test_a_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    with (
        Dovecot(host="mail.other.example") as elsewhere,
        pytest.raises(CertificateRefused, match="another name"),
    ):
        connect(server(elsewhere, certificate=str(elsewhere.certificate)), PASSWORD)
    assert b"LOGIN" not in b" ".join(elsewhere.commands())


def test_an_expired_certificate_is_refused_and_the_clock_is_named(tmp_path: Path) -> None:
    past = make_certificate(tmp_path, until=datetime(2021, 1, 1, tzinfo=UTC))
    with Dovecot(certificate=past) as old, pytest.raises(CertificateRefused, match="clock"):
        connect(server(old, certificate=str(old.certificate)), PASSWORD)


def test_starttls_verifies_too(dovecot: Dovecot) -> None:
    with pytest.raises(CertificateRefused):
        connect(server(dovecot, port=dovecot.port, security="starttls"), PASSWORD)


def test_tls_on_a_port_without_it_is_told(dovecot: Dovecot) -> None:
    with pytest.raises(CertificateRefused, match="does not speak TLS"):
        connect(server(dovecot, port=dovecot.port), PASSWORD)


def test_mail_in_the_clear_is_only_for_this_machine(dovecot: Dovecot) -> None:
    with pytest.raises(UsageError, match="without TLS"):
        connect(server(dovecot, host="imap.example.org", security="none"), PASSWORD)


def test_a_server_that_is_not_there_is_told_from_a_closed_port(dovecot: Dovecot) -> None:
    with pytest.raises(Unreachable, match="no server named"):
        connect(server(dovecot, host="imap.does-not-exist.invalid"), PASSWORD)
    with pytest.raises(Unreachable, match="Nothing listens"):
        connect(server(dovecot, port=free_port()), PASSWORD)
