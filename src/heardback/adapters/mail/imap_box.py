"""A connected mailbox: its session, made anew when it breaks, and which of its folders are read."""

from collections.abc import Callable
from time import sleep
from typing import TYPE_CHECKING, TypeVar

from heardback.adapters.mail.folders import folders_to_read
from heardback.adapters.mail.imap import Folder, ImapSession, State, connect
from heardback.errors import ConnectionLost, Unreachable
from heardback.model.account import Account

if TYPE_CHECKING:
    from heardback.adapters.mail.imap_source import ImapFolder

Answer = TypeVar("Answer")
PAUSES = (0.5, 1.0, 2.0, 4.0)
"""So long is waited before a broken connection is made again."""


class ImapBox:
    """One account. `secret` is asked at every connection, since a token may have run out."""

    def __init__(
        self,
        account: Account,
        *,
        secret: Callable[[], str],
        pause: Callable[[float], None] = sleep,
        pauses: tuple[float, ...] = PAUSES,
        timeout: float | None = None,
    ) -> None:
        self.account = account
        self._secret = secret
        self._pause = pause
        self._pauses = pauses
        self._timeout = timeout
        self._session: ImapSession | None = None
        self._has_connected = False

    def session(self) -> ImapSession:
        """Return the session, connecting where there is none."""
        if self._session is None:
            self._session = connect(self.account, self._secret(), read=self._timeout)
            self._has_connected = True
        return self._session

    def tries(self, deed: Callable[[ImapSession], Answer]) -> Answer:
        """Do something with the session; when the connection breaks, make it anew and try again.

        Only for what reads. Raise ConnectionLost when it broke again and again.
        """
        for pause in (*self._pauses, None):
            try:
                return deed(self.session())
            except (ConnectionLost, Unreachable):
                self.drop()
                if pause is None or not self._has_connected:
                    raise
                self._pause(pause)
        raise AssertionError("unreachable")  # pragma: no cover - the loop returns or raises

    def in_folder(self, name: str, deed: Callable[[ImapSession, State], Answer]) -> Answer:
        """Do something with a folder opened by EXAMINE."""

        def opened(session: ImapSession) -> Answer:
            if session.folder != name or session.opened is None:
                session.examine(name)
            assert session.opened is not None
            return deed(session, session.opened)

        return self.tries(opened)

    def folders(self) -> list[Folder]:
        """Return the folders that are read, in the order of their names."""
        listed = self.tries(lambda session: session.folders())
        return folders_to_read(listed, chosen=self.account.folders)

    def sources(self) -> "list[ImapFolder]":
        """Return the folders that are read as sources."""
        from heardback.adapters.mail.imap_source import ImapFolder

        return [ImapFolder(self, each.name) for each in self.folders()]

    def drop(self) -> None:
        """Forget the session without a word."""
        if self._session is not None:
            self._session.drop()
            self._session = None

    def close(self) -> None:
        """Log out."""
        if self._session is not None:
            self._session.close()
            self._session = None
