"""One account's way out: its Drafts and Sent over IMAP, its server for sending over SMTP."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from heardback.adapters.mail.folders import folders_to_read
from heardback.adapters.mail.imap import ImapSession, connect
from heardback.adapters.outbox.smtp import open_smtp
from heardback.errors import ConnectionLost, FolderMissing, Unreachable
from heardback.model.account import Account
from heardback.ports_out import InMailbox, Line

KEEP_A_COPY = ("gmail.com", "googlemail.com", "office365.com", "outlook.com", "live.com")
"""Providers that put what they send into Sent by themselves, if only a moment later."""

Use = Literal["sent", "drafts"]
_USES: tuple[Use, ...] = ("sent", "drafts")


class AccountPost:
    """`ports.Post` of one account; one connection for a whole run, made anew when it breaks."""

    def __init__(
        self,
        account: Account,
        *,
        secret: Callable[[], str],
        smtp_secret: Callable[[], str],
        timeout: float | None = None,
    ) -> None:
        self.account = account
        self._secret, self._smtp_secret = secret, smtp_secret
        self._timeout = timeout
        self._kept: ImapSession | None = None
        self._names: list[str] | None = None

    def mark(self) -> str:
        """Return how Drafts stands: its UIDVALIDITY and UIDNEXT (RFC 3501, 2.3.1.1)."""
        with self._session() as session:
            state = session.examine(self._folder("drafts"))
        return f"{state.validity}:{state.next}"

    def find(self, message_id: str) -> list[InMailbox]:
        """Return the mails of Sent and Drafts that bear this Message-ID, those of Sent first."""
        if self.account.imap is None:
            return []
        with self._session() as session:
            return [each for use in _USES for each in self._in_folder(session, use, message_id)]

    def put_draft(self, raw: bytes) -> str:
        """Put a mail into Drafts; return its place."""
        with self._session() as session:
            said = session.append(self._folder("drafts"), raw, flags=(r"\Draft",))
        return f"{said[0]}:{said[1]}" if said else ""

    def remove_draft(self, place: str) -> None:
        """Take a mail of ours out of Drafts."""
        folder = self._folder("drafts")
        validity, _, uid = place.partition(":")
        with self._session() as session:
            if session.examine(folder).validity == int(validity):
                session.remove(folder, int(uid))

    @contextmanager
    def sending(self, sender: str, readers: Sequence[str]) -> Iterator[Line]:
        """Connect, log in, name sender and readers; hand out the line."""
        with open_smtp(self.account, self._smtp_secret, timeout=self._timeout) as server:
            server.name_readers(sender, readers)
            yield server

    def keep_sent(self, raw: bytes) -> None:
        """Put a copy into Sent."""
        if self.account.imap is None or not self.account.sent or self._keeps_its_own():
            return
        with self._session() as session:
            session.append(self.account.sent, raw, flags=(r"\Seen",))

    def states(self) -> dict[str, tuple[int, int]]:
        """Return how every folder that is read stands."""
        if self.account.imap is None:
            return {}
        with self._session() as session:
            if session.folder is not None:
                session.leave()  # of an open folder a server may tell what it told before
            if self._names is None:
                listed = folders_to_read(session.folders(), chosen=self.account.folders)
                self._names = [each.name for each in listed]
            states = {name: session.state(name) for name in self._names}
        return {name: (state.validity, state.next) for name, state in states.items()}

    def close(self) -> None:
        """Log out."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    @contextmanager
    def _session(self) -> Iterator[ImapSession]:
        if self._kept is None:
            self._kept = connect(self.account, self._secret(), read=self._timeout)
        try:
            yield self._kept
        except (ConnectionLost, Unreachable):
            self._kept.drop()
            self._kept = None
            raise

    def _keeps_its_own(self) -> bool:
        host = self.account.smtp.host.casefold() if self.account.smtp else ""
        return any(host == each or host.endswith("." + each) for each in KEEP_A_COPY)

    def _name(self, use: Use) -> str | None:
        return self.account.drafts if use == "drafts" else self.account.sent

    def _folder(self, use: Use) -> str:
        name = self._name(use)
        if not name:
            raise FolderMissing(
                f"The account {self.account.id} has no folder for {use}.",
                hint=f"Name it: heardback connect mail {self.account.address} --{use} FOLDER",
            )
        return name

    def _in_folder(self, session: ImapSession, use: Use, message_id: str) -> Iterator[InMailbox]:
        name = self._name(use)
        try:
            uids = session.find(name, message_id) if name else []
        except FolderMissing:
            return  # the folder is gone, and so is what lay in it
        for uid in uids:
            raw = session.read(uid)
            validity = session.opened.validity if session.opened else 0
            if raw is not None:
                yield InMailbox(folder=use, place=f"{validity}:{uid}", raw=raw)
