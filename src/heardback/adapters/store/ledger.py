"""The memory of what was imported, in the store's own file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager

from heardback.adapters.store.database import Database
from heardback.ports import Mark, Seen, Verdict

PAGE = 5000


class SqlLedger:
    """`ports.Ledger` on the tables `source`, `seen` and `meta`."""

    def __init__(
        self, database: Database, transaction: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._database = database
        self._transaction = transaction

    def salt(self) -> bytes:
        """Return the store's own secret, with which all hashes here are made."""
        return bytes.fromhex(self._recall("salt") or "")

    def marks(self) -> dict[str, Mark]:
        """Return how far each source was imported."""
        rows = self._database.rows("source_marks")
        return {name: Mark(print=print_, count=count) for name, print_, count in rows}

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Keep how far each source was imported."""
        rows = [
            {"name": name, "print": mark.print, "count": mark.count} for name, mark in marks.items()
        ]
        with self._transaction():
            self._database.write("source_keep", rows)

    def verdicts(self) -> dict[bytes, Verdict]:
        """Return every token seen with its verdict."""
        return dict(self._database.rows("seen_verdicts"))

    def places(self, source_: str) -> set[str]:
        """Return the places of a source whose mails have been judged."""
        return {place for (place,) in self._database.rows("seen_places", name=source_)}

    def note(self, seen_: Iterable[Seen]) -> None:
        """Add lines; a line whose token is there and still waiting only moves to the new place."""
        lines = list(seen_)
        with self._transaction():
            numbers = {name: self._source(name) for name in {each.source for each in lines}}
            rows = [
                (
                    numbers[each.source],
                    each.place,
                    each.token,
                    each.thread,
                    each.people,
                    each.verdict,
                )
                for each in lines
            ]
            self._database.write_tuples("seen_note", rows)

    def move(self, seen_: Iterable[Seen]) -> None:
        """Let mails that are known by their tokens be found at these places from now on."""
        lines = list(seen_)
        with self._transaction():
            numbers = {name: self._source(name) for name in {each.source for each in lines}}
            rows = [
                {"sought": each.token, "now_in": numbers[each.source], "now_at": each.place}
                for each in lines
            ]
            self._database.write("seen_move", rows)

    def lines(self) -> Iterator[Seen]:
        """Yield all lines in order of arrival."""
        last = 0
        while True:
            page = self._database.rows("seen_lines", last=last, page=PAGE)
            for row in page:
                yield Seen(*row)
            if len(page) < PAGE:
                return
            last = page[-1][-1]

    def waiting(self) -> list[Seen]:
        """Return the lines still to be understood, in order of arrival."""
        return [Seen(*row) for row in self._database.rows("seen_waiting")]

    def judge(self, verdicts: Mapping[int, Verdict]) -> None:
        """Change the verdicts of these lines."""
        rows = [{"line": line, "judged": judged} for line, judged in verdicts.items()]
        with self._transaction():
            self._database.write("seen_judge", rows)

    def own_addresses(self) -> frozenset[str]:
        """Return the addresses found to be the candidate's own, where none were given."""
        return frozenset(json.loads(self._recall("own_addresses") or "[]"))

    def set_own_addresses(self, addresses: frozenset[str]) -> None:
        """Keep the addresses found to be the candidate's own."""
        self._remember("own_addresses", json.dumps(sorted(addresses)))

    def set_opportunities(self, count: int) -> None:
        """Keep how many opportunities there were after the last import."""
        self._remember("opportunities", str(count))

    def _remember(self, key: str, value: str) -> None:
        with self._transaction():
            self._database.write("meta_keep", [{"key": key, "value": value}])

    def _recall(self, key: str) -> str | None:
        found: str | None = self._database.value("meta_get", key=key)
        return found

    def _source(self, name: str) -> int:
        """Return the number of a source, giving it one if it is new."""
        found = self._database.value("source_get", name=name)
        if found is None:
            self._database.write("source_add", [{"name": name, "count": 0}])
            found = self._database.value("source_get", name=name)
        return int(found)
