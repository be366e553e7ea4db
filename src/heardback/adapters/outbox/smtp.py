"""Handing a letter to a server for sending (RFC 6409), in two steps.

First everything up to the end of the words: connection, login, sender, readers, and the words
themselves; if that breaks or is left, nobody has got anything (RFC 5321, 4.1.1.4). Then the end, a
single dot: a definite answer means sent or refused, a broken line means that nobody knows.
"""

import base64
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from heardback.adapters.mail.imap_faults import refused_certificate, unreachable
from heardback.adapters.tls import refuse_open, trusting
from heardback.errors import (
    AppPasswordNeeded,
    ConnectionLost,
    LoginRefused,
    ServerBusy,
    ServerProblem,
    ServerRefused,
)
from heardback.model.account import Account

_ENDS = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"^\.", re.MULTILINE)
CONNECT_SECONDS = 20.0
HAND_OVER_SECONDS = 120.0


class SmtpServer:
    """A session that has logged in."""

    def __init__(self, line: smtplib.SMTP, host: str) -> None:
        self._line, self._host, self._open = line, host, False

    def name_readers(self, sender: str, readers: Sequence[str]) -> None:
        """Say who writes to whom; raise ServerRefused if one of them is not taken."""
        with _explained(self._host):
            self._answer(*self._line.mail(sender), what=f"the sender {sender}")
            for reader in readers:
                self._answer(*self._line.rcpt(reader), what=reader)

    def say(self, raw: bytes) -> None:
        """Say all words but the end; raise ServerRefused or ServerBusy if it will not hear them."""
        with _explained(self._host):
            code, text = self._line.docmd("DATA")
            if code != 354:
                self._answer(code, text, what="the letter")
                raise ServerBusy(f"{self._host} does not listen: {code} {_said(text)}.")
            # A dot at the start of a line would end it (RFC 5321, 4.5.2).
            words = _DOT.sub(b"..", _ENDS.sub(b"\r\n", raw))
            self._line.send(words if words.endswith(b"\r\n") else words + b"\r\n")
        self._open = True

    def end(self) -> None:
        """Say the end; raise ServerRefused (not taken) or ConnectionLost (nobody knows)."""
        if self._line.sock is not None:
            self._line.sock.settimeout(HAND_OVER_SECONDS)
        with _explained(self._host):
            self._line.send(b".\r\n")
            answer = self._line.getreply()
            self._open = False
            self._answer(*answer, what="the letter")

    @property
    def is_open(self) -> bool:
        """Return whether words were said whose end was not: hanging up then takes them back."""
        return self._open

    def _answer(self, code: int, text: bytes, *, what: str) -> None:
        if 200 <= code < 300:
            return
        said = text.decode("utf-8", "replace").strip()[:200]
        message = f"{self._host} does not take {what}: {code} {said}."
        if 400 <= code < 500:
            raise ServerBusy(message, hint="It is tried again later.")
        raise ServerRefused(message, hint="Check the address; nothing was sent.")


@contextmanager
def open_smtp(
    account: Account, secret: Callable[[], str], *, timeout: float | None = None
) -> Iterator[SmtpServer]:
    """Connect to an account's server for sending and log in."""
    server = account.smtp
    if server is None:
        raise ServerRefused(
            f"The account {account.id} has no server for sending.",
            hint=f"heardback connect smtp {account.id} --host HOST",
        )
    refuse_open(server.host, server.security)
    context = trusting(server.certificate)
    line: smtplib.SMTP | None = None
    session: SmtpServer | None = None
    try:
        with _explained(server.host, port=server.port):
            if server.security == "tls":
                line = smtplib.SMTP_SSL(
                    server.host, server.port, timeout=timeout or CONNECT_SECONDS, context=context
                )
            else:
                line = smtplib.SMTP(server.host, server.port, timeout=timeout or CONNECT_SECONDS)
                if server.security == "starttls":
                    line.starttls(context=context)
            # Else the last small packet waits up to 40 ms for the answer to the one before.
            if isinstance(line.sock, socket.socket):
                line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _log_in(line, account, secret)
        session = SmtpServer(line, server.host)
        yield session
    finally:
        if line is not None:
            with suppress(OSError, smtplib.SMTPException):
                if session is not None and session.is_open:
                    line.close()
                else:
                    line.quit()


def _log_in(line: smtplib.SMTP, account: Account, secret: Callable[[], str]) -> None:
    line.ehlo_or_helo_if_needed()
    if not line.has_extn("auth"):
        return  # a relay on this machine or network that asks nobody
    user, word = account.smtp_user or account.login, secret()
    if account.auth == "oauth":
        token = base64.b64encode(f"user={user}\x01auth=Bearer {word}\x01\x01".encode()).decode()
        code, text = line.docmd("AUTH", f"XOAUTH2 {token}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, text)
        return
    line.login(user, word)


@contextmanager
def _explained(host: str, *, port: int = 0) -> Iterator[None]:
    try:
        yield
    except ServerProblem:
        raise
    except smtplib.SMTPAuthenticationError as fault:
        said = _said(fault.smtp_error)
        if "application-specific" in said.lower() or "app password" in said.lower():
            raise AppPasswordNeeded(
                f"{host} takes no ordinary password from programs ({said}).",
                hint="Make an app password in your account's security page.",
            ) from fault
        raise LoginRefused(
            f"{host} does not accept the name or the password ({said}).",
            hint="Connect it anew: heardback connect smtp ACCOUNT",
        ) from fault
    except ssl.SSLError as fault:
        raise refused_certificate(fault, host) from fault
    except smtplib.SMTPServerDisconnected as fault:
        raise ConnectionLost(f"The connection to {host} broke ({fault}).") from fault
    except smtplib.SMTPResponseException as fault:
        kind = ServerBusy if 400 <= fault.smtp_code < 500 else ServerRefused
        raise kind(f"{host} says no: {fault.smtp_code} {_said(fault.smtp_error)}.") from fault
    except smtplib.SMTPException as fault:
        raise ServerRefused(f"{host} says no: {fault}.") from fault
    except OSError as fault:
        if port:
            raise unreachable(fault, host, port) from fault
        raise ConnectionLost(f"The connection to {host} broke ({fault}).") from fault


def _said(text: bytes | str) -> str:
    told = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return " ".join(told.split())[:200]
