"""The first stage of an import: one line in the ledger for every mail, in batches."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from heardback.ports import Fault, Glance, Mark, RawMail, Seen, Source, Store, Verdict
from heardback.service.import_parts import ImportReport, Progress

BATCH = 2500


class Sweep:
    """Goes through sources and notes what is new; `new` are the tokens of this run."""

    def __init__(
        self,
        store: Store,
        *,
        gate: Callable[[RawMail], Glance],
        report: ImportReport,
        progress: Callable[[Progress], None],
    ) -> None:
        self.new: set[bytes] = set()
        self._store = store
        self._gate = gate
        self._report = report
        self._progress = progress
        self._marks = store.ledger.marks()
        self._verdicts: dict[bytes, Verdict] | None = None
        self._delivered: Counter[bytes] = Counter()
        self._swept: list[tuple[Source, int]] = []
        self._moved = 0

    def source(self, source: Source) -> None:
        """Note every mail of a source that is not in the ledger yet."""
        mark = self._marks.get(source.name)
        if mark is not None and source.unchanged(mark):
            self._known(mark.count)
            return
        if self._verdicts is None:
            self._verdicts = self._store.ledger.verdicts()
        count = self._sweep(source, mark, self._verdicts)
        self._known(source.skipped())
        self._swept.append((source, count + source.skipped()))
        self._tell(source)

    @property
    def looked(self) -> bool:
        """Return whether any source had to be looked into."""
        return bool(self._swept)

    @property
    def moved(self) -> int:
        """Return how many known mails were found at a new place."""
        return self._moved

    def commonest_address(self) -> str | None:
        """Return the address that most of the mails were delivered to."""
        for address, _count in self._delivered.most_common():
            if address:
                return address.decode("ascii", "replace")
        return None

    def finish(self, *, unresolved: Collection[str]) -> None:
        """Mark the sources as done, but for those with mails that could not be found again."""
        marks: dict[str, Mark] = {}
        for source, count in self._swept:
            mark = source.mark(count)
            if mark is not None and source.name not in unresolved:
                marks[source.name] = mark
        if marks:
            with self._store.transaction():
                self._store.ledger.set_marks(marks)

    def _sweep(self, source: Source, mark: Mark | None, verdicts: dict[bytes, Verdict]) -> int:
        """Sweep one source and return how many mails it gave.

        Known places are left out only of a source that was finished once: a first import that is
        resumed must count all addresses again to find the candidate's own.
        """
        name, ledger = source.name, self._store.ledger
        pile = _Pile()
        for mail in source.mails(
            mark=mark, known=lambda: ledger.places(name) if mark is not None else ()
        ):
            if isinstance(mail, Fault):
                self._report.unreadable.append(mail)
                continue
            look = self._gate(mail)
            pile.count += mail.kind == "mail"
            self._delivered[look.to] += 1
            verdict = self._verdict(mail, look, verdicts)
            if verdict is not None:
                pile.new.append(_line(name, mail, look, verdict))
            elif source.moves:
                pile.moved.append(_line(name, mail, look, verdicts[look.token]))
            if pile.full:
                self._note(source, pile)
        self._note(source, pile)
        self._moved += pile.all_moved
        return pile.count

    def _verdict(
        self, mail: RawMail, look: Glance, verdicts: dict[bytes, Verdict]
    ) -> Verdict | None:
        """Return the verdict to note for a mail, None if it is known."""
        known = verdicts.get(look.token)
        if known is not None and (known != "waiting" or look.token in self.new):
            self._known(mail.kind == "mail")
            return None
        verdict: Verdict = known or ("waiting" if look.hit else "other")
        verdicts[look.token] = verdict
        self.new.add(look.token)
        if mail.kind == "mail":
            self._report.messages += 1
            self._report.other += verdict == "other"
        return verdict

    def _note(self, source: Source, pile: "_Pile") -> None:
        """Keep a batch, and with it how far a source was read that can tell."""
        if pile.new or pile.moved:
            so_far = source.so_far(pile.count + source.skipped())
            with self._store.transaction():
                self._store.ledger.note(pile.new)
                self._store.ledger.move(pile.moved)
                if so_far is not None:
                    self._store.ledger.set_marks({source.name: so_far})
        pile.kept()
        self._tell(source)

    def _known(self, count: int) -> None:
        self._report.known += count
        self._report.messages += count

    def _tell(self, source: Source) -> None:
        done = self._report.messages
        self._progress(Progress(stage="sweep", done=done, source=source.name))


@dataclass(slots=True)
class _Pile:
    """What was found in a source since the last batch, and how much in all."""

    count: int = 0
    new: list[Seen] = field(default_factory=list)
    moved: list[Seen] = field(default_factory=list)
    all_moved: int = 0

    @property
    def full(self) -> bool:
        return len(self.new) + len(self.moved) >= BATCH

    def kept(self) -> None:
        """Begin anew."""
        self.all_moved += len(self.moved)
        self.new, self.moved = [], []


def _line(name: str, mail: RawMail, look: Glance, verdict: Verdict) -> Seen:
    return Seen(name, mail.place, look.token, look.thread, look.people, verdict)
