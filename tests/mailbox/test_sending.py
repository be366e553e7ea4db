"""Connecting a server for sending: tried by logging in, and nothing is sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from heardback import bootstrap
from heardback.errors import CertificateRefused, LoginRefused, Unreachable, UsageError
from heardback.model.account import Account
from heardback.online.asking import Nobody
from heardback.online.sending import SmtpWish, connect_smtp, try_smtp
from tests.servers.login_sink import LoginSink, login_sink
from tests.servers.ports import free_port


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[LoginSink]:
    with login_sink(tmp_path / "tls") as running:
        yield running


def test_a_good_login_is_enough_and_nothing_is_sent(sink: LoginSink) -> None:
    try_smtp(sink.server(), user="dana", secret=lambda: "right", oauth=False)
    assert sink.mails == []


def test_what_is_wrong_is_told_apart(sink: LoginSink) -> None:
    with pytest.raises(LoginRefused, match="app password"):
        try_smtp(sink.server(), user="dana", secret=lambda: "wrong", oauth=False)
    with pytest.raises(CertificateRefused):
        try_smtp(sink.server(certificate=None), user="dana", secret=lambda: "right", oauth=False)
    with pytest.raises(Unreachable, match="Nothing listens"):
        try_smtp(sink.server(port=free_port()), user="dana", secret=lambda: "right", oauth=False)
    with pytest.raises(UsageError, match="without TLS"):
        open_ = sink.server(host="smtp.example.org", security="none")
        try_smtp(open_, user="dana", secret=lambda: "right", oauth=False)


def test_a_server_for_sending_is_kept_with_its_account(
    sink: LoginSink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMTP_PW", "right")
    settings = bootstrap.settings(str(tmp_path / "data"))
    with bootstrap.ports(settings) as opened:
        opened.store.accounts.keep(Account(id="dana", address="dana@example.org"))
    wish = SmtpWish(account="dana", host="localhost", port=sink.port, security="starttls", certificate=sink.certificate, user="dana", password_env="SMTP_PW")  # fmt: skip
    kept = connect_smtp(settings, wish, asking=Nobody())
    assert kept.smtp == sink.server() and kept.smtp_secret == "environment:SMTP_PW"
    monkeypatch.setenv("SMTP_PW", "wrong")
    with pytest.raises(LoginRefused):
        connect_smtp(settings, wish, asking=Nobody())
    with bootstrap.ports(settings) as opened:
        assert opened.store.accounts.mail() == [kept]
    with pytest.raises(UsageError, match="There is no account"):
        connect_smtp(settings, SmtpWish(account="tom"), asking=Nobody())
    assert sink.mails == []
