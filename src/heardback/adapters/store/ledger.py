"""The memory of what was imported, in the store's own file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Insert, bindparam, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from heardback.adapters.store.tables import meta, seen, source
from heardback.ports import Mark, Seen, Verdict

Rows = Callable[[Executable], Sequence[Any]]
Write = Callable[[Executable, Sequence[Mapping[str, Any]]], None]

WriteMany = Callable[[Insert, Sequence[str], Sequence[tuple[Any, ...]]], None]

PAGE = 5000
_COLUMNS = ("source", "place", "token", "thread", "people", "verdict")
_LINES = select(seen, source.c.name).join(source).order_by(seen.c.number)


class SqlLedger:
    """`ports.Ledger` on the tables `source`, `seen` and `meta`."""

    def __init__(self, rows: Rows, write: Write, write_many: WriteMany) -> None:
        self._rows = rows
        self._write = write
        self._write_many = write_many

    def salt(self) -> bytes:
        """Return the store's own secret, with which all hashes here are made."""
        return bytes.fromhex(self._recall("salt") or "")

    def marks(self) -> dict[str, Mark]:
        """Return how far each source was imported."""
        rows = self._rows(select(source).where(source.c.print.is_not(None)))
        return {row.name: Mark(print=row.print, count=row.count) for row in rows}

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Keep how far each source was imported."""
        if not marks:
            return
        keep = insert(source)
        keep = keep.on_conflict_do_update(
            index_elements=["name"],
            set_={"print": keep.excluded.print, "count": keep.excluded.count},
        )
        rows = [
            {"name": name, "print": mark.print, "count": mark.count} for name, mark in marks.items()
        ]
        self._write(keep, rows)

    def verdicts(self) -> dict[bytes, Verdict]:
        """Return every token seen with its verdict."""
        return dict(tuple(row) for row in self._rows(select(seen.c.token, seen.c.verdict)))

    def places(self, source_: str) -> set[str]:
        """Return the places of a source whose mails have been judged."""
        judged = seen.c.verdict != "waiting"
        rows = self._rows(select(seen.c.place).join(source).where(source.c.name == source_, judged))
        return {row.place for row in rows}

    def note(self, seen_: Iterable[Seen]) -> None:
        """Add lines; a line whose token is there and still waiting only moves to the new place."""
        numbers: dict[str, int] = {}
        seen_ = list(seen_)
        for name in {each.source for each in seen_}:
            numbers[name] = self._source(name)
        rows = [
            (
                numbers[each.source],
                each.place,
                each.token,
                each.thread,
                each.people,
                each.verdict,
            )
            for each in seen_
        ]
        if not rows:
            return
        keep = insert(seen)
        keep = keep.on_conflict_do_update(
            index_elements=["token"],
            set_={"source": keep.excluded.source, "place": keep.excluded.place},
            where=seen.c.verdict == literal_column("'waiting'"),
        )
        self._write_many(keep, _COLUMNS, rows)

    def lines(self) -> Iterator[Seen]:
        """Yield all lines in order of arrival."""
        last = 0
        while True:
            page = self._rows(_LINES.where(seen.c.number > last).limit(PAGE))
            yield from map(_line, page)
            if len(page) < PAGE:
                return
            last = page[-1].number

    def waiting(self) -> list[Seen]:
        """Return the lines still to be understood, in order of arrival."""
        return [_line(row) for row in self._rows(_LINES.where(seen.c.verdict == "waiting"))]

    def judge(self, verdicts: Mapping[int, Verdict]) -> None:
        """Change the verdicts of these lines."""
        if not verdicts:
            return
        change = update(seen).where(seen.c.number == bindparam("line"))
        change = change.values(verdict=bindparam("judged"))
        rows = [{"line": line, "judged": judged} for line, judged in verdicts.items()]
        self._write(change, rows)

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
        keep = insert(meta)
        keep = keep.on_conflict_do_update(
            index_elements=["key"], set_={"value": keep.excluded.value}
        )
        self._write(keep, [{"key": key, "value": value}])

    def _recall(self, key: str) -> str | None:
        rows = self._rows(select(meta.c.value).where(meta.c.key == key))
        return rows[0].value if rows else None

    def _source(self, name: str) -> int:
        """Return the number of a source, giving it one if it is new."""
        found = self._rows(select(source.c.id).where(source.c.name == name))
        if not found:
            self._write(insert(source), [{"name": name, "count": 0}])
            found = self._rows(select(source.c.id).where(source.c.name == name))
        return int(found[0].id)


def _line(row: Any) -> Seen:
    number, _source, place, token, thread, people, verdict, name = row
    return Seen(
        number=number,
        source=name,
        place=place,
        token=token,
        thread=thread,
        people=people,
        verdict=verdict,
    )
