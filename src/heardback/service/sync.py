"""Read what is new in the connected mailboxes and calendars; nothing there is changed or marked.

It is the same reading as an import of files (importing.py), folder by folder. An account whose
server cannot be reached is told of, and the others are read all the same. Each account is gone
through to its end before the next, so that what one of them lacks holds up none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from heardback.errors import ServerProblem
from heardback.ports import Box, Fault, FolderSource, Source, Store
from heardback.service.import_parts import ImportReport, Progress, Reading
from heardback.service.keeping import Keeper
from heardback.service.sweep import Sweep

MANY = 50
"""From so many new mails on it is worth asking whose address they bear."""


@dataclass(slots=True, kw_only=True)
class FolderRow:
    """One folder: how many mails it holds, how many were new, how many have left it."""

    folder: str
    messages: int = 0
    new: int = 0
    removed: int = 0
    newest: str = ""
    anew: bool = False

    def view(self) -> dict[str, object]:
        """Return it as JSON."""
        return {
            "folder": self.folder,
            "messages": self.messages,
            "new": self.new,
            "removed": self.removed,
            "newest": self.newest or None,
            "anew": self.anew,
        }


@dataclass(slots=True, kw_only=True)
class AccountRow:
    """One account: its folders, what was found, what was skipped, and what went wrong.

    `also_for` is the address most of the new mail was for, where the candidate did not name it.
    """

    account: str
    address: str
    folders: list[FolderRow] = field(default_factory=list)
    report: ImportReport = field(default_factory=ImportReport)
    moved: int = 0
    also_for: str | None = None
    error: str | None = None

    @property
    def newest(self) -> str:
        """When the newest mail of all its folders arrived, empty where there is none."""
        return max((each.newest for each in self.folders), default="")

    def view(self) -> dict[str, object]:
        """Return it as JSON."""
        return {
            "account": self.account,
            "address": self.address,
            "messages": sum(each.messages for each in self.folders),
            "new": sum(each.new for each in self.folders),
            "job_related": self.report.job_related,
            "other": self.report.other,
            "meetings": self.report.meetings,
            "moved": self.moved,
            "removed": sum(each.removed for each in self.folders),
            "newest": self.newest or None,
            "also_for": self.also_for,
            "folders": [each.view() for each in self.folders],
            "skipped": [
                {"file": each.file, "where": each.where, "reason": each.reason}
                for each in self.report.unreadable
            ],
            "error": self.error,
        }


@dataclass(slots=True, kw_only=True)
class SyncReport:
    """What a sync did, account by account."""

    accounts: list[AccountRow] = field(default_factory=list)
    opportunities: int = 0
    seconds: float = 0.0

    @property
    def found(self) -> bool:
        """Whether anything was kept that was not known before."""
        return any(row.report.job_related or row.report.meetings for row in self.accounts)

    def view(self) -> dict[str, object]:
        """Return the answer of `heardback sync --json`."""
        return {
            "accounts": [row.view() for row in self.accounts],
            "opportunities": self.opportunities,
            "seconds": round(self.seconds, 3),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarBox:
    """A connected calendar: its source, opened when it is read. Raise ServerProblem."""

    id: str
    where: str
    open: Callable[[], Sequence[Source | Fault]]


def sync_boxes(
    store: Store,
    *,
    boxes: Sequence[Box],
    calendars: Sequence[CalendarBox] = (),
    reading: Reading,
    me: frozenset[str],
    progress: Callable[[Progress], None] | None = None,
    folders: Sequence[str] = (),
) -> SyncReport:
    """Read what is new in all boxes and calendars; return what was done.

    `me` are the candidate's own addresses; `folders` leaves out all others for this time. Raise
    StoreBusy if another HeardBack writes, DiskFull if there is no room.
    """
    report = SyncReport()
    run = _Run(store, reading=reading, me=me, progress=progress or _quiet)
    for box in boxes:
        row = AccountRow(account=box.account.id, address=box.account.address)
        report.accounts.append(row)
        run.account(row, lambda box=box: _chosen(box, folders))  # type: ignore[misc]
    for calendar in calendars:
        row = AccountRow(account=calendar.id, address=calendar.where)
        report.accounts.append(row)
        run.account(row, calendar.open)
    return report


def _chosen(box: Box, folders: Sequence[str]) -> list[FolderSource]:
    return [each for each in box.sources() if not folders or each.folder in folders]


class _Run:
    """One sync: every account goes through sweep, understanding and completing."""

    def __init__(
        self,
        store: Store,
        *,
        reading: Reading,
        me: frozenset[str],
        progress: Callable[[Progress], None],
    ) -> None:
        self._store = store
        self._reading = reading
        self._me = me
        self._progress = progress

    def account(self, row: AccountRow, open_: Callable[[], Sequence[Source | Fault]]) -> None:
        """Read one account; what goes wrong with its server is told in its row."""
        row.report.own_addresses = self._me
        try:
            opened = open_()
            row.report.unreadable += [each for each in opened if isinstance(each, Fault)]
            sources = {each.name: each for each in opened if not isinstance(each, Fault)}
            if self._all_unchanged(row, sources):
                return
            with self._store.writing():
                self._read(row, sources)
        except ServerProblem as fault:
            row.error = str(fault)

    def _all_unchanged(self, row: AccountRow, sources: Mapping[str, Source]) -> bool:
        """Return whether nothing has come anywhere, without taking the right to write."""
        marks = self._store.ledger.marks()
        for source in sources.values():
            mark = marks.get(source.name)
            if mark is None or not source.unchanged(mark):
                row.folders.clear()
                return False
            row.folders.append(_folder_row(source, messages=mark.count, new=0))
            row.report.known += mark.count
        return True

    def _read(self, row: AccountRow, sources: Mapping[str, Source]) -> None:
        ledger = self._store.ledger
        salt = ledger.salt()
        gate = self._reading.make_gate(salt)
        row.report.known = 0
        sweep = Sweep(self._store, gate=gate, report=row.report, progress=self._progress)
        for source in sources.values():
            messages, known = row.report.messages, row.report.known
            sweep.source(source)
            all_ = row.report.messages - messages
            new = all_ - (row.report.known - known)
            row.folders.append(_folder_row(source, messages=all_, new=new))
        keeper = Keeper(
            self._store,
            reading=self._reading,
            gate=gate,
            sources=sources,
            new=sweep.new,
            report=row.report,
            progress=self._progress,
        )
        keeper.understand_waiting()
        if sweep.looked:
            keeper.complete({self._reading.person_hash(each, salt) for each in self._me})
        sweep.finish(unresolved=keeper.unresolved)
        row.moved = sweep.moved
        commonest = sweep.commonest_address()
        if len(sweep.new) >= MANY and commonest and commonest not in self._me:
            row.also_for = commonest


def _folder_row(source: Source, *, messages: int, new: int) -> FolderRow:
    return FolderRow(
        folder=getattr(source, "folder", source.name),
        messages=messages,
        new=new,
        removed=getattr(source, "removed", 0),
        newest=getattr(source, "newest", ""),
        anew=getattr(source, "anew", False),
    )


def _quiet(_progress: Progress) -> None:
    """Show nothing."""
