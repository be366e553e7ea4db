"""A session with an IMAP server (RFC 9051, 3501): whatever only reads cannot leave a mark.

Folders are opened by EXAMINE and mail is fetched by BODY.PEEK; the only commands here that change
anything are `append` and `remove`, and nothing that reads calls them.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from imaplib import IMAP4
from types import TracebackType
from typing import Any, Self

from imapclient import IMAPClient, SocketTimeout

from heardback.adapters.mail.imap_faults import explain, explained, refused_login
from heardback.adapters.tls import refuse_open, trusting
from heardback.errors import ConnectionLost, FolderMissing, ServerRefused
from heardback.model.account import Account, Server

CONNECT_SECONDS, READ_SECONDS = 15.0, 60.0
_APPENDED = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as the server lists it; `marks` are its attributes in lower case (RFC 6154)."""

    name: str
    marks: frozenset[str]
    delimiter: str = "/"

    @property
    def holds_mail(self) -> bool:
        """Whether it can be opened at all."""
        return not self.marks & {"\\noselect", "\\nonexistent"}


@dataclass(frozen=True, slots=True)
class State:
    """Where a folder stands (RFC 3501, 2.3.1; RFC 7162); `modseq` is 0 without CONDSTORE."""

    validity: int
    next: int
    exists: int
    modseq: int = 0


def connect(
    account: Account, secret: str, *, timeout: float | None = None, read: float | None = None
) -> "ImapSession":
    """Connect to an account's IMAP server and log in with its password or access token.

    Raise UsageError, Unreachable, CertificateRefused, LoginRefused (or AppPasswordNeeded).
    """
    if account.imap is None:
        raise FolderMissing(f"The account {account.id} has no IMAP server.")
    session = ImapSession(account.imap, timeout=timeout, read=read)
    try:
        session.log_in(account.login, secret, oauth=account.auth == "oauth")
    except BaseException:
        session.drop()
        raise
    return session


class ImapSession:
    """One connection. Every method raises ServerProblem's kin for what goes wrong."""

    def __init__(
        self, server: Server, *, timeout: float | None = None, read: float | None = None
    ) -> None:
        refuse_open(server.host, server.security)
        self.server = server
        self.folder: str | None = None
        self.opened: State | None = None
        with explained(server, doing="connecting"):
            context = trusting(server.certificate)
            wait = SocketTimeout(timeout or CONNECT_SECONDS, read or READ_SECONDS)
            use_tls = server.security == "tls"
            self.client: Any = IMAPClient(
                server.host,
                server.port,
                ssl=use_tls,
                ssl_context=context if use_tls else None,
                timeout=wait,
            )
            self.client._imap.debug = 0  # noqa: SLF001 - else imaplib logs what mails say
            if server.security == "starttls":
                self.client.starttls(context)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def log_in(self, user: str, secret: str, *, oauth: bool = False) -> None:
        """Log in with a password, or with an access token (XOAUTH2). Raise LoginRefused."""
        try:
            if oauth:
                self.client.oauth2_login(user, secret)
            elif (user + secret).isascii() and not self.can("LOGINDISABLED"):
                self.client.login(user, secret)
            else:
                self.client.plain_login(user, secret)
        except IMAP4.abort as fault:
            raise explain(fault, self.server) from fault
        except IMAP4.error as fault:
            broken = fault.__context__  # IMAPClient makes a refused login of a broken line too
            if isinstance(broken, IMAP4.abort | OSError):
                raise explain(broken, self.server) from fault
            raise refused_login(_answer(fault), self.server.host, oauth=oauth) from fault
        except OSError as fault:
            raise explain(fault, self.server) from fault
        self.client._cached_capabilities = None  # noqa: SLF001 - they grow when one has logged in

    def can(self, capability: str) -> bool:
        """Return whether the server offers a capability."""
        with explained(self.server):
            return bool(self.client.has_capability(capability))

    def folders(self) -> list[Folder]:
        """Return all folders, in the server's order."""
        with explained(self.server):
            rows = self.client.list_folders()
        return [
            Folder(
                name=str(name),
                marks=frozenset(_text(mark).lower() for mark in marks),
                delimiter=_text(delimiter) if delimiter else "/",
            )
            for marks, delimiter, name in rows
        ]

    def state(self, folder: str) -> State:
        """Return where a folder stands, without opening it."""
        asked = ["UIDVALIDITY", "UIDNEXT", "MESSAGES"]
        asked += ["HIGHESTMODSEQ"] if self.can("CONDSTORE") else []
        with explained(self.server):
            told = self.client.folder_status(folder, asked)
        return State(
            validity=int(told.get(b"UIDVALIDITY", 0)),
            next=int(told.get(b"UIDNEXT", 0)),
            exists=int(told.get(b"MESSAGES", 0)),
            modseq=int(told.get(b"HIGHESTMODSEQ", 0) or 0),
        )

    def examine(self, folder: str) -> State:
        """Open a folder so that nothing in it can change (EXAMINE)."""
        return self._open(folder, readonly=True)

    def leave(self) -> None:
        """Close the open folder, changing nothing: by UNSELECT (RFC 3691), else by none at all."""
        if self.folder is not None and self.can("UNSELECT"):
            with explained(self.server):
                self.client.unselect_folder()
            self.folder = self.opened = None
            return
        with explained(self.server):
            self.client.noop()

    def find(self, folder: str, message_id: str) -> list[int]:
        """Return the UIDs of the mails in a folder that bear this Message-ID, oldest first."""
        self.examine(folder)
        with explained(self.server):
            found = self.client.search(["HEADER", "Message-ID", f"<{message_id.strip('<>')}>"])
        return sorted(int(uid) for uid in found)

    def find_answers(self, folder: str, message_id: str) -> list[int]:
        """Return the UIDs of the mails in a folder that answer this Message-ID, oldest first."""
        self.examine(folder)
        with explained(self.server):
            found = self.client.search(["HEADER", "In-Reply-To", f"<{message_id.strip('<>')}>"])
        return sorted(int(uid) for uid in found)

    def read(self, uid: int) -> bytes | None:
        """Return a whole mail of the open folder, None if it is not there (any more)."""
        with explained(self.server):
            found = self.client.fetch([uid], ["BODY.PEEK[]"])
        raw = found.get(uid, {}).get(b"BODY[]")
        return bytes(raw) if raw is not None else None

    def append(
        self, folder: str, raw: bytes, *, flags: Sequence[str] = (), at: datetime | None = None
    ) -> tuple[int, int] | None:
        """Put a mail into a folder; return its UIDVALIDITY and UID where the server says them.

        Raise FolderMissing, MailboxFull or MailboxReadOnly when it refused: then nothing was
        written. ConnectionLost means that it may have been: look for its Message-ID.
        """
        with explained(self.server):
            answer = self.client.append(folder, raw, tuple(flags), at)
        said = _APPENDED.search(answer if isinstance(answer, bytes) else b"")
        return (int(said[1]), int(said[2])) if said else None

    def remove(self, folder: str, uid: int) -> bool:
        """Take one mail of ours out of a folder; return False if it was not there.

        Without UIDPLUS (RFC 4315) it is only marked as deleted, since EXPUNGE would take others.
        """
        self._open(folder, readonly=False)
        with explained(self.server):
            if uid not in self.client.search(["UID", str(uid)]):
                return False
            self.client.add_flags([uid], [b"\\Deleted"], silent=True)
            if self.can("UIDPLUS"):
                self.client.uid_expunge([uid])
        return True

    def close(self) -> None:
        """Log out; a connection that is gone already is as good."""
        with suppress(OSError, IMAP4.error):
            self.client.logout()
            return
        self.drop()

    def drop(self) -> None:
        """Close the connection without a word."""
        with suppress(OSError, IMAP4.error):
            self.client.shutdown()

    def _open(self, folder: str, *, readonly: bool) -> State:
        self.folder = self.opened = None
        try:
            with explained(self.server):
                told = self.client.select_folder(folder, readonly=readonly)
        except ServerRefused as fault:
            if "doesn't exist" in fault.message or "nonexistent" in fault.message.lower():
                raise FolderMissing(
                    f"There is no folder {folder!r} in the mailbox at {self.server.host}.",
                    hint="See 'heardback accounts --folders'.",
                ) from fault
            raise
        if b"UIDVALIDITY" not in told:
            raise ConnectionLost(f"{self.server.host} did not say how {folder!r} stands.")
        self.folder = folder
        self.opened = State(
            validity=int(told[b"UIDVALIDITY"]),
            next=int(told.get(b"UIDNEXT", 0)),
            exists=int(told.get(b"EXISTS", 0)),
            modseq=int(told.get(b"HIGHESTMODSEQ", 0) or 0),
        )
        return self.opened


def _text(value: object) -> str:
    return value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)


def _answer(fault: BaseException) -> str:
    text = str(fault)
    return (text[2:-1] if text.startswith(("b'", 'b"')) else text).strip().rstrip(".")[:200]
