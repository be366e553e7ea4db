"""A server for sending that wants a login over TLS; it takes letters and keeps them."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from heardback.model.account import Server
from tests.servers.certificate import make_certificate
from tests.servers.ports import free_port


@dataclass
class LoginSink:
    port: int
    certificate: str
    mails: list[Any] = field(default_factory=list)

    def server(self, **more: Any) -> Server:
        values: dict[str, Any] = {"host": "localhost", "port": self.port, "security": "starttls"}
        return Server(**(values | {"certificate": self.certificate} | more))


@contextmanager
def login_sink(folder: Path) -> Iterator[LoginSink]:
    """Run one; its certificate lies in the folder."""
    certificate, key = make_certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    found = LoginSink(free_port(), str(certificate))

    class Keep:
        async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
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
