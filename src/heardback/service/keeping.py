"""The second stage of an import: understand what the gate let in, and keep what is job mail."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from heardback.errors import InputError, ServerProblem
from heardback.ports import WINDOW, Fault, Glance, RawMail, Received, Seen, Source, Store, Verdict
from heardback.service.closure import in_kept_threads, with_known_people
from heardback.service.import_parts import ImportReport, Progress, Reading

if TYPE_CHECKING:  # an import that finds nothing new needs none of the nouns
    from heardback.model.message import Meeting
    from heardback.model.understanding import Understanding

BATCH = 250
BATCH_BYTES = 8 << 20
_NO_PROCESS = ("job_alert", "recruiter_outreach")


class Keeper:
    """Understands lines of the ledger and keeps their mails; `unresolved` are sources that moved.

    Messages sent out in bulk or by a stranger (`job_alert`, `recruiter_outreach`) are no process:
    they are kept only if the candidate answered, since then they are in a kept thread.
    """

    def __init__(
        self,
        store: Store,
        *,
        reading: Reading,
        gate: Callable[[RawMail], Glance],
        sources: Mapping[str, Source],
        new: Collection[bytes],
        report: ImportReport,
        progress: Callable[[Progress], None],
    ) -> None:
        self.unresolved: set[str] = set()
        self._store = store
        self._reading = reading
        self._gate = gate
        self._sources = dict(sources)
        self._in_run = frozenset(sources)
        self._new = new
        self._report = report
        self._progress = progress

    def understand_waiting(self) -> None:
        """Understand all that waits, also what an earlier import left."""
        self._go_through(self._store.ledger.waiting(), kept="kept")

    def complete(self, own: Collection[bytes]) -> None:
        """Keep what belongs to the kept mails: of their people, and of their threads.

        What the gate let pass is understood if somebody known is on it; what is in a thread with
        kept mail is kept whatever its own words are. `own` are the candidate's own hashes.
        """
        lines = list(self._store.ledger.lines())
        self._go_through(with_known_people(lines, own=own), kept="joined")
        self._go_through(in_kept_threads(lines), kept="joined", force=True)

    def _go_through(self, lines: Sequence[Seen], *, kept: Verdict, force: bool = False) -> None:
        done = 0
        for name, group in groupby(lines, key=lambda line: line.source):
            by_place = {line.place: line for line in group}
            for batch in _batches(self._again(name, by_place)):
                self._keep(batch, kept=kept, force=force)
                done += len(batch)
                self._progress(Progress(stage="understand", done=done, total=len(lines)))

    def _again(
        self, name: str, by_place: Mapping[str, Seen]
    ) -> Iterator[tuple[Seen, bytes | Fault]]:
        """Yield the mails of these lines in full; a place that now holds another mail is none."""
        source = self._source(name)
        found = 0
        try:
            for place, raw in source.again(by_place.keys()) if source else ():
                line = by_place[place]
                if isinstance(raw, Fault) or self._is_same(raw, line):
                    found += 1
                    yield line, raw
        except ServerProblem:
            if name in self._in_run:
                raise
            self.unresolved.add(name)  # another account, whose server is not there just now
        if found < len(by_place) and (source is None or not source.moves):
            self.unresolved.add(name)

    def _source(self, name: str) -> Source | None:
        if name not in self._sources:
            source = self._reading.reopened(name)
            if source is None:
                return None
            self._sources[name] = source
        return self._sources[name]

    def _is_same(self, raw: bytes, line: Seen) -> bool:
        mail = RawMail(
            kind="calendar" if _is_calendar(raw) else "mail",
            origin="",
            place=line.place,
            head=raw[:WINDOW],
            whole=len(raw) <= WINDOW,
            more=lambda: raw if _is_calendar(raw) else raw[: WINDOW * 8],
        )
        return self._gate(mail).token == line.token

    def _keep(
        self, batch: Sequence[tuple[Seen, bytes | Fault]], *, kept: Verdict, force: bool
    ) -> None:
        """Understand one batch and keep what belongs to the search, in one transaction."""
        arrived: list[Received] = []
        readings: dict[str, Understanding] = {}
        verdicts: dict[int, Verdict] = {}
        for line, raw in batch:
            understood = self._understand(line, raw, force=force)
            if understood is None:
                verdicts[line.number] = "unreadable"
                continue
            arrived += [received for received, _reading in understood]
            readings.update({received.key: reading for received, reading in understood})
            verdicts[line.number] = kept if understood else "read"
            self._count(line, raw, len(understood))
        with self._store.transaction():
            self._store.receive([each for each in arrived if each.meeting is None])
            new = self._store.receive([each for each in arrived if each.meeting is not None])
            self._report.meetings += new
            self._store.observe(readings, reader=self._reading.reader)
            self._store.ledger.judge(verdicts)
        for line, _raw in batch:
            line.verdict = verdicts[line.number]

    def _understand(
        self, line: Seen, raw: bytes | Fault, *, force: bool
    ) -> "list[tuple[Received, Understanding]] | None":
        """Return what is to be kept of a mail or calendar with its readings; None if unreadable."""
        if isinstance(raw, Fault):
            self._report.unreadable.append(raw)
            return None
        try:
            if _is_calendar(raw):
                return self._calendar(raw, line.source)
            return self._mail(raw, f"{line.source}:{line.place}", force=force)
        except InputError as fault:
            reason = fault.message
        except Exception as fault:  # noqa: BLE001 - one mail, however odd, must not end the import
            reason = f"it cannot be understood ({type(fault).__name__}: {fault})"
        self._report.unreadable.append(Fault(file=line.source, where=line.place, reason=reason))
        return None

    def _mail(
        self, raw: bytes, origin: str, *, force: bool
    ) -> "list[tuple[Received, Understanding]]":
        message = self._reading.read_mime(raw)
        reading = self._reading.understand(message, self._report.own_addresses)
        if not force and not any(_belongs(one) for one in (reading, *reading.forwarded)):
            return []
        key = message.message_id or f"sha256:{sha256(raw).hexdigest()}"
        return [(Received(key=key, message=message, origin=origin), reading)]

    def _calendar(self, raw: bytes, name: str) -> "list[tuple[Received, Understanding]]":
        found: dict[str, tuple[Received, Understanding]] = {}
        for meeting in self._reading.read_ics(raw, name):
            reading = self._reading.understand_meeting(meeting, self._report.own_addresses)
            if not reading.job_related:
                continue
            key = f"ics:{meeting.uid}:{meeting.sequence}"
            if name.startswith("calendar:"):
                # A connected calendar changes an entry without counting: declined, say.
                key = f"{key}:{_state(meeting)}"
            if key in found:  # another day of a series
                key = f"{key}:{meeting.start.isoformat() if meeting.start else len(found)}"
            found[key] = (Received(key=key, meeting=meeting, origin=name), reading)
        return list(found.values())

    def _count(self, line: Seen, raw: bytes | Fault, kept: int) -> None:
        """Count a mail that was understood: it may have been counted otherwise before."""
        report = self._report
        if isinstance(raw, bytes) and _is_calendar(raw):
            return
        if line.verdict == "waiting":
            report.job_related += bool(kept)
            report.other += not kept
        elif kept:
            report.job_related += 1
            if line.token in self._new:
                report.other -= 1
            elif line.source in self._in_run:
                report.known -= 1
            else:
                report.messages += 1


def _state(meeting: "Meeting") -> str:
    """Return a short print of how an entry stands: when it is, and who comes."""
    parts = (meeting.start, meeting.end, meeting.status, sorted(meeting.partstat.items()))
    return sha256(repr(parts).encode()).hexdigest()[:8]


def _is_calendar(raw: bytes) -> bool:
    return raw[:200].lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR"


def _batches(
    mails: Iterator[tuple[Seen, bytes | Fault]],
) -> Iterator[list[tuple[Seen, bytes | Fault]]]:
    """Yield the mails in batches, small enough in bytes too to stay within the memory."""
    batch: list[tuple[Seen, bytes | Fault]] = []
    size = 0
    for line, raw in mails:
        batch.append((line, raw))
        size += len(raw) if isinstance(raw, bytes) else 0
        if len(batch) >= BATCH or size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _belongs(reading: "Understanding") -> bool:
    return reading.job_related and reading.kind not in _NO_PROCESS
