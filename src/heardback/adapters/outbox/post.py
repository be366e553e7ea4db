"""One account's way out: its Drafts and Sent over IMAP, its server for sending over SMTP."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from heardback.adapters.mail.imap import ImapSession, connect
from heardback.adapters.outbox.smtp import open_smtp
from heardback.errors import FolderMissing
from heardback.model.account import Account
from heardback.ports import InMailbox, Send


class AccountPost:
    """`ports.Post` of one account. Secrets are asked at each connection: a token may run out."""

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

    def mark(self) -> str:
        """Return how Drafts stands: its UIDVALIDITY and UIDNEXT (RFC 3501, 2.3.1.1)."""
        with self._session() as session:
            state = session.state(self._folder("drafts"))
        return f"{state.validity}:{state.next}"

    def find(self, message_id: str) -> list[InMailbox]:
        """Return the mails of Sent and Drafts that bear this Message-ID, those of Sent first."""
        if self.account.imap is None:
            return []
        found: list[InMailbox] = []
        with self._session() as session:
            kinds: tuple[Literal["sent", "drafts"], ...] = ("sent", "drafts")
            for kind in kinds:
                found += self._in_folder(session, kind, message_id)
        return found

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
    def sending(self, sender: str, readers: Sequence[str]) -> Iterator[Send]:
        """Connect, log in, name sender and readers; hand out what sends the words."""
        with open_smtp(self.account, self._smtp_secret, timeout=self._timeout) as server:
            server.name_readers(sender, readers)
            yield server.hand_over

    def keep_sent(self, raw: bytes) -> None:
        """Put a copy into Sent."""
        if self.account.imap is None or not self.account.sent:
            return
        with self._session() as session:
            session.append(self.account.sent, raw, flags=(r"\Seen",))

    @contextmanager
    def _session(self) -> Iterator[ImapSession]:
        with connect(self.account, self._secret(), read=self._timeout) as session:
            yield session

    def _folder(self, kind: Literal["drafts", "sent"]) -> str:
        name = self.account.drafts if kind == "drafts" else self.account.sent
        if not name:
            raise FolderMissing(
                f"The account {self.account.id} has no folder for {kind}.",
                hint=f"Name it: heardback connect mail {self.account.address} --{kind} FOLDER",
            )
        return name

    def _in_folder(
        self, session: ImapSession, kind: Literal["drafts", "sent"], message_id: str
    ) -> list[InMailbox]:
        name = self.account.drafts if kind == "drafts" else self.account.sent
        if not name:
            return []
        found = []
        for uid in session.find(name, message_id):
            raw = session.read(uid)
            validity = session.opened.validity if session.opened else 0
            if raw is not None:
                place = f"{validity}:{uid}"
                found.append(InMailbox(folder=kind, place=place, raw=raw))
        return found
