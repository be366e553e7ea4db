"""The connected mailboxes and calendars, in the store's own file; their secrets are elsewhere."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from heardback.adapters.store.codec import from_json, to_json
from heardback.adapters.store.database import Database
from heardback.adapters.store.faults import damaged
from heardback.model.account import Account, CalendarLink

Link = Account | CalendarLink


class SqlAccounts:
    """`ports.Accounts` as one row of the table `meta`."""

    def __init__(
        self, database: Database, transaction: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._database = database
        self._transaction = transaction

    def mail(self) -> list[Account]:
        """Return the mailboxes in the order they were connected."""
        return [each for each in self._all() if isinstance(each, Account)]

    def calendars(self) -> list[CalendarLink]:
        """Return the calendars in the order they were connected."""
        return [each for each in self._all() if isinstance(each, CalendarLink)]

    def keep(self, link: Link) -> None:
        """Keep a mailbox or calendar, in the place of the one with its id."""
        with self._transaction():
            links = {each.id: each for each in self._all()}
            links[link.id] = link
            self._write(list(links.values()))

    def remove(self, id: str) -> bool:
        """Forget a mailbox or calendar; return False if there is none of that id."""
        with self._transaction():
            links = self._all()
            left = [each for each in links if each.id != id]
            self._write(left)
            spans = self._spans()
            if spans.pop(id, None) is not None:
                self._write_spans(spans)
        return len(left) < len(links)

    def set_busy(self, id: str, spans: Sequence[tuple[datetime, datetime]]) -> None:
        """Keep when the candidate is busy by a calendar, in place of what was known."""
        rows = [[start.isoformat(), end.isoformat()] for start, end in spans]
        if self._spans().get(id) == rows:
            return
        with self._transaction():
            self._write_spans(self._spans() | {id: rows})

    def busy(self) -> list[tuple[datetime, datetime]]:
        """Return when the candidate is busy by all calendars, in order."""
        read = datetime.fromisoformat
        return sorted((read(a), read(b)) for rows in self._spans().values() for a, b in rows)

    def _spans(self) -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = json.loads(
            self._database.value("meta_get", key="busy") or "{}"
        )
        return found

    def _write_spans(self, spans: dict[str, list[list[str]]]) -> None:
        self._database.write("meta_keep", [{"key": "busy", "value": json.dumps(spans)}])

    def _all(self) -> list[Link]:
        text = self._database.value("meta_get", key="accounts")
        try:
            rows = json.loads(text or "[]")
            return [_read(kind, json.dumps(row)) for kind, row in rows]
        except (ValueError, KeyError, TypeError) as fault:
            raise damaged(self._database.path, f"the accounts cannot be read ({fault})") from fault

    def _write(self, links: list[Link]) -> None:
        rows = [
            ["mail" if isinstance(each, Account) else "calendar", json.loads(to_json(each))]
            for each in links
        ]
        value = json.dumps(rows, ensure_ascii=False)
        self._database.write("meta_keep", [{"key": "accounts", "value": value}])


def _read(kind: str, text: str) -> Link:
    return from_json(Account, text) if kind == "mail" else from_json(CalendarLink, text)
