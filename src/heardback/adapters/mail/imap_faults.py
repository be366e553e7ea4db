"""What an IMAP server's trouble means to a person, and how to mend each."""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from imaplib import IMAP4

from heardback.errors import (
    AppPasswordNeeded,
    CertificateRefused,
    ConnectionLost,
    FolderMissing,
    HeardBackError,
    LoginRefused,
    MailboxFull,
    MailboxReadOnly,
    ServerRefused,
    Unreachable,
)
from heardback.model.account import Server

_APP_PASSWORD = re.compile(
    r"application-specific|app(?:lication)?[- ]?(?:specific[- ])?password|web login required"
    r"|basic auth\w* is (?:disabled|blocked)|BasicAuthBlocked|LOGINDISABLED",
    re.IGNORECASE,
)
_CODES: tuple[tuple[str, type[ServerRefused]], ...] = (  # RFC 5530, RFC 9208
    (r"\[OVERQUOTA\]|quota exceeded|over quota|mailbox is full", MailboxFull),
    (r"\[NONEXISTENT\]|\[TRYCREATE\]|mailbox doesn't exist|unknown mailbox", FolderMissing),
    (r"\[NOPERM\]|\[READ-ONLY\]|read-?only|permission denied", MailboxReadOnly),
)
_COMMAND = re.compile(r"^[a-z ]+ failed: ")
_HINTS: dict[type[ServerRefused], str] = {
    MailboxFull: "Make room in the mailbox, then try again; nothing was written.",
    FolderMissing: "See its folders with 'heardback accounts --folders', and name another.",
    MailboxReadOnly: "Name a folder that you may write to.",
}


@contextmanager
def explained(server: Server, *, doing: str = "") -> Iterator[None]:
    """Turn the errors of sockets, TLS and the server's own answers into ours."""
    try:
        yield
    except (OSError, IMAP4.error) as fault:
        raise explain(fault, server, doing=doing) from fault


def explain(fault: BaseException, server: Server, *, doing: str = "") -> HeardBackError:
    """Return our error for one that happened; `doing` names the step, "connecting" the first."""
    if isinstance(fault, ssl.SSLError) or isinstance(fault.__context__, ssl.SSLError):
        return refused_certificate(fault, server.host)
    if isinstance(fault, OSError) and doing == "connecting":
        return unreachable(fault, server.host, server.port)
    if isinstance(fault, OSError | IMAP4.abort):
        return ConnectionLost(
            f"The connection to {server.host} broke ({_words(fault)}).",
            hint="It is tried again by itself; nothing was changed.",
        )
    return refused(_words(fault), server.host)


def unreachable(fault: OSError, host: str, port: int) -> Unreachable:
    """Return what it means that no connection came about."""
    if isinstance(fault, socket.gaierror):
        return Unreachable(
            f"There is no server named {host}, or this machine is offline.",
            hint="Check the spelling, and whether a web page opens.",
        )
    if isinstance(fault, TimeoutError):
        return Unreachable(
            f"{host} does not answer on port {port}.",
            hint="Check the port; a firewall or a network without mail may be in between.",
        )
    if isinstance(fault, ConnectionRefusedError):
        return Unreachable(
            f"Nothing listens on port {port} of {host}.",
            hint="Usual are 993 (IMAP with TLS), 143 (STARTTLS), 465 and 587 (SMTP).",
        )
    return Unreachable(f"{host} cannot be reached ({_words(fault)}).", hint="Are you online?")


def refused_certificate(fault: BaseException, host: str) -> HeardBackError:
    """Return what is wrong with a server's certificate; the connection was not used."""
    text = _words(fault)
    if "expired" in text or "not yet valid" in text:
        return CertificateRefused(
            f"The certificate of {host} does not hold today ({text}).",
            hint="If the clock of this machine is wrong, set it; else ask whoever runs the server.",
        )
    if "mismatch" in text or "doesn't match" in text:
        return CertificateRefused(
            f"The server that answers is not {host}: its certificate bears another name.",
            hint="Check the host's spelling; on a foreign network, do not go on.",
        )
    if "WRONG_VERSION" in text or "UNKNOWN_PROTOCOL" in text or "record layer" in text.lower():
        return CertificateRefused(
            f"{host} does not speak TLS on this port.",
            hint="Try --security starttls, or another port.",
        )
    return CertificateRefused(
        f"The certificate of {host} is not signed by anybody this machine trusts ({text}).",
        hint="For a server of your own, name its certificate: --certificate FILE.",
    )


def refused(text: str, host: str) -> ServerRefused:
    """Return our error for a server's "no", by its response code where it gave one."""
    for pattern, kind in _CODES:
        if re.search(pattern, text, re.IGNORECASE):
            return kind(f"{host} says no: {text}.", hint=_HINTS[kind])
    return ServerRefused(f"{host} says no: {text}.")


def refused_login(text: str, host: str, *, oauth: bool) -> LoginRefused:
    """Return our error for a login that was refused, and what is most likely behind it."""
    if _APP_PASSWORD.search(text):
        return AppPasswordNeeded(
            f"{host} takes no ordinary password from programs ({text}).",
            hint="Make an app password in your account's security page, or connect with --oauth.",
        )
    if oauth:
        return LoginRefused(
            f"{host} does not accept the token ({text}).",
            hint="Connect the account anew: heardback connect mail ADDRESS --oauth.",
        )
    return LoginRefused(
        f"{host} does not accept the name or the password ({text}).",
        hint="Gmail, iCloud, Yahoo and others want an app password; some want the name alone, "
        "without @…: --user.",
    )


def _words(fault: BaseException) -> str:
    """Return what an error says, without Python's own dressing."""
    text = str(fault)
    if text.startswith(("b'", 'b"')):
        text = text[2:-1]
    verified = re.search(r"certificate verify failed: ([^(]+)", text)
    text = _COMMAND.sub("", (verified[1] if verified else text).strip().rstrip("."))
    return text[:200] or type(fault).__name__
