"""Import a mailbox: keep what belongs to the job search, and of the rest nothing but hashes.

Two stages, so that a large mailbox costs little. The *sweep* takes a first look at every mail (the
gate, see adapters/mail/gate.py) and writes one line of hashes each into the ledger. Then only what
the gate let in is parsed and understood. Last, threads are made whole: a mail in the thread of a
kept one is kept too, whatever its own words are, also when it came long before.

Every batch is one transaction, and every line says what is still to be done with it. An import
that was killed therefore goes on where it stopped, and a second one finds nothing to do. A source
is marked as done only at the very end.
"""

from collections.abc import Callable, Mapping, Sequence

from heardback.ports import Fault, Mark, Source, Store
from heardback.service.import_parts import ImportReport, Progress, Reading
from heardback.service.keeping import Keeper
from heardback.service.sweep import Sweep

__all__ = ["ImportReport", "Progress", "Reading", "import_paths", "nothing_new"]


def nothing_new(
    sources: Sequence[Source | Fault], *, marks: Mapping[str, Mark]
) -> ImportReport | None:
    """Return the report at once if no source changed since its mark, else None.

    It lets a second import end before the store is even opened.
    """
    report = ImportReport()
    for source in sources:
        if isinstance(source, Fault):
            report.unreadable.append(source)
            continue
        mark = marks.get(source.name)
        if mark is None or not source.unchanged(mark):
            return None
        report.known += mark.count
        report.messages += mark.count
    return report


def import_paths(
    store: Store,
    *,
    sources: Sequence[Source | Fault],
    reading: Reading,
    me: frozenset[str] = frozenset(),
    progress: Callable[[Progress], None] | None = None,
    seconds: Callable[[], float] = lambda: 0.0,
) -> ImportReport:
    """Import all sources into the store and return what was done.

    `me` are the candidate's own addresses; where none are given they are found, and the report
    says so for the candidate to confirm. Raise StoreBusy if another HeardBack writes, DiskFull if
    there is no room; whatever was committed before stays, and the next import goes on from there.
    """
    began = seconds()
    report = ImportReport()
    tell = progress or _quiet
    by_name = {each.name: each for each in sources if not isinstance(each, Fault)}
    report.unreadable += [each for each in sources if isinstance(each, Fault)]
    with store.writing():
        ledger = store.ledger
        salt = ledger.salt()
        gate = reading.make_gate(salt)
        sweep = Sweep(store, gate=gate, report=report, progress=tell)
        for source in by_name.values():
            sweep.source(source)
        _know_own_addresses(store, me, sweep, report)
        keeper = Keeper(
            store,
            reading=reading,
            gate=gate,
            sources=by_name,
            new=sweep.new,
            report=report,
            progress=tell,
        )
        keeper.understand_waiting()
        if sweep.looked:  # also after an import that was killed before its threads were whole
            own = {reading.person_hash(each, salt) for each in report.own_addresses}
            keeper.complete(own)
        sweep.finish(unresolved=keeper.unresolved)
    report.seconds = seconds() - began
    return report


def _know_own_addresses(
    store: Store, me: frozenset[str], sweep: Sweep, report: ImportReport
) -> None:
    """Take the given addresses, else those found before, else the commonest one of the sweep."""
    ledger = store.ledger
    report.own_addresses = me or ledger.own_addresses()
    report.own_addresses_found = not me
    commonest = sweep.commonest_address()
    if not report.own_addresses and commonest:
        report.own_addresses = frozenset({commonest})
        with store.transaction():
            ledger.set_own_addresses(report.own_addresses)


def _quiet(_progress: Progress) -> None:
    """Show nothing."""
