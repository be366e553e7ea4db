"""What was read and what was reminded of, in the store's own file."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from heardback.adapters.store.codec import from_json, to_json
from heardback.adapters.store.database import Database
from heardback.adapters.store.faults import damaged
from heardback.model.journal import Entry, ReminderWish

WISH = "reminders"


class SqlJournal:
    """`ports.Journal`: an append-only table, and one row of `meta` for the wish."""

    def __init__(
        self, database: Database, transaction: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._database = database
        self._transaction = transaction

    def note(self, entry: Entry) -> bool:
        """Add an entry; return False if its id is known: then it was done already."""
        row = {"id": entry.id, "at": entry.at.isoformat(), "body": to_json(entry)}
        with self._transaction():
            before = self._database.value("journal_count")
            self._database.write("journal_add", [row])
            added: bool = self._database.value("journal_count") > before
        return added

    def entries(self) -> list[Entry]:
        """Return all entries in the order they were added."""
        try:
            return [from_json(Entry, body) for (body,) in self._database.rows("journal_all")]
        except ValueError as fault:
            raise damaged(self._database.path, f"the journal cannot be read ({fault})") from fault

    def wish(self) -> ReminderWish:
        """Return how the candidate wants to be reminded."""
        text = self._database.value("meta_get", key=WISH)
        return from_json(ReminderWish, text) if text else ReminderWish()

    def set_wish(self, wish: ReminderWish) -> None:
        """Keep how the candidate wants to be reminded."""
        with self._transaction():
            self._database.write("meta_keep", [{"key": WISH, "value": to_json(wish)}])
