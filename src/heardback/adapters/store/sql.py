"""The store in one SQLite file, through SQLAlchemy Core so that PostgreSQL can follow."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Executable, Insert, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from heardback.adapters.store import quick
from heardback.adapters.store.codec import from_json, to_json
from heardback.adapters.store.engine import (
    READS_ONLY,
    build_engine,
    damaged,
    explained,
    make_ready,
    prepare_folder,
)
from heardback.adapters.store.ledger import SqlLedger
from heardback.adapters.store.tables import agenda, done, observation, received, said
from heardback.errors import StoreError
from heardback.lock import WriterLock
from heardback.model.message import Meeting, Message
from heardback.model.sayings import Deed, Said
from heardback.model.understanding import Understanding
from heardback.ports import Agenda, Received

PAGE = 500


def open_store(path: Path, *, create: bool = True) -> "SqlStore":
    """Open the store in the file `path`, making or upgrading it where needed.

    Raise StoreError if it is missing (with `create` False), damaged, not ours, or of a newer
    HeardBack; StoreBusy if it must be upgraded while another HeardBack writes.
    """
    if not path.exists() or path.stat().st_size == 0:
        if not create:
            raise StoreError(
                f"There is no store at {path} yet.", hint="`heardback import PATH…` makes one."
            )
        prepare_folder(path)
    return SqlStore(path)


class SqlStore:
    """`ports.Store` on one file. Reading is always possible; writing takes the writer's lock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = build_engine(path)
        self._lock = WriterLock(path)
        self._reader: Connection | None = None
        self._writer: Connection | None = None
        self._in_transaction = False
        self._ready()
        self.ledger = SqlLedger(self._rows, self._write, self._write_many)

    def _ready(self) -> None:
        try:
            empty = self.path.stat().st_size == 0
            lock: AbstractContextManager[None] = self._lock.held() if empty else _nothing()
            with lock:
                make_ready(self._engine, self.path)
        except BaseException:
            self._engine.dispose()
            raise

    def writing(self) -> AbstractContextManager[None]:
        """Return a context in which no other HeardBack may write; raise StoreBusy if one does."""
        return self._lock.held()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes inside together or not at all; an inner one is part of the outer."""
        if self._in_transaction:
            yield
            return
        with self._lock.held(), explained(self.path):
            if self._writer is None:
                self._writer = self._engine.connect()
            with self._writer.begin():
                self._in_transaction = True
                try:
                    yield
                finally:
                    self._in_transaction = False

    def receive(self, arrived: Sequence[Received]) -> int:
        """Keep what is new of these; return how many were."""
        rows = [_received_row(each) for each in arrived]
        if not rows:
            return 0
        with self.transaction():
            before = self._count(received)
            self._write(insert(received).on_conflict_do_nothing(index_elements=["key"]), rows)
            new = self._count(received) - before
            if new:
                self._forget_agenda()
        return new

    def received(self) -> Iterator[Received]:
        """Yield everything kept, in order of arrival."""
        last = 0
        while True:
            page = self._rows(
                select(received).where(received.c.number > last).order_by("number").limit(PAGE)
            )
            for row in page:
                yield self._read_received(row)
            if len(page) < PAGE:
                return
            last = page[-1].number

    def say(self, said_: Said) -> None:
        """Keep a saying (append-only); one whose id is known is not said again."""
        row = {"id": said_.id, "at": said_.at.isoformat(), "body": to_json(said_)}
        with self.transaction():
            self._write(insert(said).on_conflict_do_nothing(index_elements=["id"]), [row])
            self._forget_agenda()

    def sayings(self) -> list[Said]:
        """Return all sayings in the order they were said, undone ones and `Undone` included."""
        rows = self._rows(select(said.c.body).order_by(said.c.number))
        return [self._read(Said, row.body) for row in rows]

    def do(self, deed: Deed) -> bool:
        """Keep a deed; return False if its id is known already (nothing is done twice)."""
        row = {"id": deed.id, "at": deed.at.isoformat(), "body": to_json(deed)}
        with self.transaction():
            before = self._count(done)
            self._write(insert(done).on_conflict_do_nothing(index_elements=["id"]), [row])
            is_new = self._count(done) > before
            if is_new:
                self._forget_agenda()
        return is_new

    def deeds(self) -> list[Deed]:
        """Return all deeds in the order they were done."""
        rows = self._rows(select(done.c.body).order_by(done.c.number))
        return [self._read(Deed, row.body) for row in rows]

    def observe(self, readings: Mapping[str, Understanding], *, reader: str) -> None:
        """Keep derived readings by `Received.key`, replacing older ones."""
        rows = [
            {"key": key, "reader": reader, "body": to_json(reading)}
            for key, reading in readings.items()
        ]
        if not rows:
            return
        keep = insert(observation)
        keep = keep.on_conflict_do_update(
            index_elements=["key"],
            set_={"reader": keep.excluded.reader, "body": keep.excluded.body},
        )
        with self.transaction():
            self._write(keep, rows)

    def observations(self, *, reader: str) -> dict[str, Understanding]:
        """Return the readings made by this reader version, by `Received.key`."""
        rows = self._rows(
            select(observation.c.key, observation.c.body).where(observation.c.reader == reader)
        )
        return {row.key: self._read(Understanding, row.body) for row in rows}

    def keep_agenda(self, agenda_: Agenda) -> None:
        """Keep the agenda ready (derived)."""
        row = {
            "id": 1,
            "made_at": agenda_.made_at.isoformat(),
            "good_until": agenda_.good_until.isoformat(),
            "view": json.dumps(agenda_.view, ensure_ascii=False),
        }
        with self.transaction():
            self._forget_agenda()
            self._write(insert(agenda), [row])

    def agenda(self) -> Agenda | None:
        """Return the kept agenda, or None."""
        rows = self._rows(select(agenda.c.made_at, agenda.c.good_until, agenda.c.view))
        return Agenda(**quick.read_agenda(*rows[0])._asdict()) if rows else None

    def forget_derived(self) -> None:
        """Drop observations and agenda; truths stay."""
        with self.transaction():
            self._write(delete(observation))
            self._forget_agenda()

    def close(self) -> None:
        """Release the store."""
        for connection in (self._reader, self._writer):
            if connection is not None:
                connection.close()
        self._reader = self._writer = None
        self._engine.dispose()

    def _forget_agenda(self) -> None:
        self._write(delete(agenda))

    def _count(self, table: Any) -> int:
        return int(self._rows(select(func.count()).select_from(table))[0][0])

    def _rows(self, statement: Executable) -> Sequence[Any]:
        with explained(self.path):
            return self._connection().execute(statement).all()

    def _write(self, statement: Executable, rows: Sequence[Mapping[str, Any]] = ()) -> None:
        with self.transaction():
            self._connection().execute(statement, list(rows) or None)

    def _write_many(
        self, statement: Insert, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Write many rows; handing tuples to the driver saves a third over naming every value."""
        with self.transaction():
            connection = self._connection()
            compiled = statement.compile(dialect=connection.dialect, column_keys=list(columns))
            if list(compiled.positiontup or ()) == list(columns):
                connection.exec_driver_sql(compiled.string, list(rows))
            else:
                named = [dict(zip(columns, row, strict=True)) for row in rows]
                connection.execute(statement, named)

    def _connection(self) -> Connection:
        """Return the writing connection inside a transaction, else one that only reads."""
        if self._in_transaction and self._writer is not None:
            return self._writer
        if self._reader is None:
            self._reader = self._engine.connect().execution_options(**{READS_ONLY: True})
        return self._reader

    def _read_received(self, row: Any) -> Received:
        if row.kind == "meeting":
            meeting = self._read(Meeting, row.body)
            return Received(key=row.key, meeting=meeting, origin=row.origin)
        return Received(key=row.key, message=self._read(Message, row.body), origin=row.origin)

    def _read(self, cls: Any, body: str) -> Any:
        try:
            return from_json(cls, body)
        except ValueError as fault:
            raise damaged(self.path, str(fault)) from fault


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _received_row(each: Received) -> dict[str, str]:
    noun = each.message or each.meeting
    if noun is None:
        raise ValueError(f"{each.key} holds neither a message nor a meeting")
    kind = "meeting" if each.message is None else "message"
    return {"key": each.key, "kind": kind, "origin": each.origin, "body": to_json(noun)}
