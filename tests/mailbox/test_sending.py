"""Connecting a server for sending: tried by logging in, and nothing is sent."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from heardback import bootstrap
from heardback.errors import CertificateRefused, LoginRefused, Unreachable, UsageError
from heardback.model.account import Account, Server
from heardback.online.asking import Nobody
from heardback.online.sending import SmtpWish, connect_smtp, try_smtp
from tests.servers.certificate import make_certificate
from tests.servers.ports import free_port


@dataclass
class Sink:
    port: int
    certificate: str
    mails: list[Any] = field(default_factory=list)

    def server(self, **more: Any) -> Server:
        values: dict[str, Any] = {"host": "localhost", "port": self.port, "security": "starttls"}
        return Server(**(values | {"certificate": self.certificate} | more))


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[Sink]:
    certificate, key = make_certificate(tmp_path / "tls")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    found = Sink(free_port(), str(certificate))

    class Keep:
        async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
            found.mails.append(envelope)
            return "250 OK"

    def allowed(_s: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        good = data.login == b"dana" and data.password == b"right"
        return AuthResult(success=good, handled=good)  # a refusal is left to the server to say

    controller = Controller(
        Keep(),
        hostname="localhost",
        port=found.port,
        tls_context=context,
        authenticator=allowed,
        auth_required=True,
    )
    controller.start()
    try:
        yield found
    finally:
        controller.stop()


def test_a_good_login_is_enough_and_nothing_is_sent(sink: Sink) -> None:
    try_smtp(sink.server(), user="dana", secret=lambda: "right", oauth=False)
    assert sink.mails == []


def test_what_is_wrong_is_told_apart(sink: Sink) -> None:
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
    sink: Sink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
