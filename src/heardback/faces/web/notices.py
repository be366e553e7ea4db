"""What was done, said once on the next page, with a way to take it back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and the saying that an undo would take back."""

    text: str
    undo: str | None = None


class Notices:
    """The notice each session has waiting; few sessions, so a dictionary will do."""

    def __init__(self) -> None:
        self._waiting: dict[str, Notice] = {}

    def put(self, session: str, notice: Notice) -> None:
        """Keep a notice for the session's next page."""
        if len(self._waiting) > 50:
            self._waiting.clear()
        self._waiting[session] = notice

    def waits(self, session: str) -> bool:
        """Return whether there is one."""
        return session in self._waiting

    def take(self, session: str) -> Notice | None:
        """Return the notice and forget it."""
        return self._waiting.pop(session, None)
