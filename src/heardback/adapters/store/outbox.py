"""The steps of letters on their way out, in the store's own file."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from heardback.adapters.store.codec import from_json, to_json
from heardback.adapters.store.database import Database
from heardback.adapters.store.faults import damaged
from heardback.model.delivery import Step


class SqlOutbox:
    """`ports.Outbox` as an append-only table."""

    def __init__(
        self, database: Database, transaction: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._database = database
        self._transaction = transaction

    def take(self, step: Step) -> bool:
        """Add a step; return False if another run has taken that number for the letter."""
        row = {"id": step.id, "at": step.at.isoformat(), "body": to_json(step)}
        with self._transaction():
            before = self._database.value("outbox_count")
            self._database.write("outbox_add", [row])
            taken: bool = self._database.value("outbox_count") > before
            self._database.write("agenda_forget")
        return taken

    def steps(self) -> list[Step]:
        """Return all steps in the order they were taken."""
        rows = self._database.rows("outbox_all")
        try:
            return [from_json(Step, body) for (body,) in rows]
        except ValueError as fault:
            raise damaged(self._database.path, f"a letter cannot be read ({fault})") from fault
