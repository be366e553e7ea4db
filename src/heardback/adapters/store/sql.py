"""The store in one SQLite file; its statements are SQLAlchemy's (see statements.py)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from heardback.adapters.store import quick
from heardback.adapters.store.accounts import SqlAccounts
from heardback.adapters.store.codec import from_json, to_json
from heardback.adapters.store.database import Database
from heardback.adapters.store.faults import damaged
from heardback.adapters.store.journal import SqlJournal
from heardback.adapters.store.ledger import SqlLedger
from heardback.adapters.store.outbox import SqlOutbox
from heardback.adapters.store.ready import make_ready, prepare_folder
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
        self.database = Database(path)
        self._lock = WriterLock(path)
        empty = path.stat().st_size == 0
        lock: AbstractContextManager[None] = self._lock.held() if empty else nullcontext()
        with lock:
            make_ready(path)
        self.ledger = SqlLedger(self.database, self.transaction)
        self.accounts = SqlAccounts(self.database, self.transaction)
        self.outbox = SqlOutbox(self.database, self.transaction)
        self.journal = SqlJournal(self.database, self.transaction)

    def writing(self) -> AbstractContextManager[None]:
        """Return a context in which no other HeardBack may write; raise StoreBusy if one does."""
        return self._lock.held()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes inside together or not at all; an inner one is part of the outer."""
        if self.database.in_transaction:
            yield
            return
        with self._lock.held(), self.database.transaction():
            yield

    def receive(self, arrived: Sequence[Received]) -> int:
        """Keep what is new of these; return how many were."""
        rows = [_received_row(each) for each in arrived]
        if not rows:
            return 0
        with self.transaction():
            before = self.database.value("received_count")
            self.database.write("received_add", rows)
            new: int = self.database.value("received_count") - before
            if new:
                self._forget_agenda()
        return new

    def received(self) -> Iterator[Received]:
        """Yield everything kept, in order of arrival."""
        last = 0
        while True:
            page = self.database.rows("received_page", last=last, page=PAGE)
            for number, key, kind, origin, body in page:
                yield self._read_received(key, kind, origin, body)
                last = number
            if len(page) < PAGE:
                return

    def say(self, said_: Said) -> None:
        """Keep a saying (append-only); one whose id is known is not said again."""
        row = {"id": said_.id, "at": said_.at.isoformat(), "body": to_json(said_)}
        with self.transaction():
            self.database.write("said_add", [row])
            self._forget_agenda()

    def sayings(self) -> list[Said]:
        """Return all sayings in the order they were said, undone ones and `Undone` included."""
        return [self._read(Said, body) for (body,) in self.database.rows("said_all")]

    def do(self, deed: Deed) -> bool:
        """Keep a deed; return False if its id is known already (nothing is done twice)."""
        row = {"id": deed.id, "at": deed.at.isoformat(), "body": to_json(deed)}
        with self.transaction():
            before = self.database.value("done_count")
            self.database.write("done_add", [row])
            is_new: bool = self.database.value("done_count") > before
            if is_new:
                self._forget_agenda()
        return is_new

    def deeds(self) -> list[Deed]:
        """Return all deeds in the order they were done."""
        return [self._read(Deed, body) for (body,) in self.database.rows("done_all")]

    def observe(self, readings: Mapping[str, Understanding], *, reader: str) -> None:
        """Keep derived readings by `Received.key`, replacing older ones."""
        rows = [
            {"key": key, "reader": reader, "body": to_json(reading)}
            for key, reading in readings.items()
        ]
        if not rows:
            return
        with self.transaction():
            self.database.write("observation_keep", rows)

    def observations(self, *, reader: str) -> dict[str, Understanding]:
        """Return the readings made by this reader version, by `Received.key`."""
        rows = self.database.rows("observation_all", reader=reader)
        return {key: self._read(Understanding, body) for key, body in rows}

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
            self.database.write("agenda_add", [row])

    def agenda(self) -> Agenda | None:
        """Return the kept agenda, or None."""
        rows = self.database.rows("agenda_all")
        return Agenda(**quick.read_agenda(*rows[0])._asdict()) if rows else None

    def forget_derived(self) -> None:
        """Drop observations and agenda; truths stay."""
        with self.transaction():
            self.database.write("observation_forget")
            self._forget_agenda()

    def close(self) -> None:
        """Release the store."""
        self.database.close()

    def _forget_agenda(self) -> None:
        self.database.write("agenda_forget")

    def _read_received(self, key: str, kind: str, origin: str, body: str) -> Received:
        if kind == "meeting":
            return Received(key=key, meeting=self._read(Meeting, body), origin=origin)
        return Received(key=key, message=self._read(Message, body), origin=origin)

    def _read(self, cls: Any, body: str) -> Any:
        try:
            return from_json(cls, body)
        except ValueError as fault:
            raise damaged(self.path, str(fault)) from fault


def _received_row(each: Received) -> dict[str, str]:
    noun = each.message or each.meeting
    if noun is None:
        raise ValueError(f"{each.key} holds neither a message nor a meeting")
    kind = "meeting" if each.message is None else "message"
    return {"key": each.key, "kind": kind, "origin": each.origin, "body": to_json(noun)}
