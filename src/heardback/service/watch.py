"""Keep watch: sync as soon as something comes, and let what is due leave.

This loop only waits and calls; who waits on which line and how a sync is done is given to it. It
sleeps between the calls, so that it costs next to nothing while nothing happens.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Event

from heardback.errors import HeardBackError, StoreBusy
from heardback.service.sync import SyncReport
from heardback.tracking.assemble import Tracked

GATHER = 0.3
"""So long after the first news the next is waited for: mails often come in twos."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """How often what is due is looked for, and how often all is read anyway, in seconds."""

    due: float = 60.0
    all: float = 900.0
    busy: float = 5.0


@dataclass(slots=True, kw_only=True)
class Watch:
    """`sync` reads the named accounts (none: all and the calendars); `due` lets letters leave."""

    news: "Queue[str]"
    sync: Callable[[Sequence[str]], SyncReport]
    due: Callable[[], None]
    tell: Callable[[str], None]
    told: Callable[[SyncReport], None]
    now: Callable[[], float]
    stop: Event
    rounds: Rounds = field(default_factory=Rounds)
    _last_all: float | None = None

    def run(self) -> None:
        """Go on until `stop` is set; nothing that goes wrong with one round ends it."""
        while not self.stop.is_set():
            accounts = self._wait()
            if self.stop.is_set():
                return
            self.round(accounts)

    def round(self, accounts: Sequence[str]) -> None:
        """Sync these accounts, and all when it is time; then let leave what is due."""
        now = self.now()
        every = self._last_all is None or not 0 <= now - self._last_all < self.rounds.all
        try:
            if accounts or every:
                report = self.sync([] if every else accounts)
                if every:
                    self._last_all = now
                self.told(report)
            self.due()
        except StoreBusy:
            for account in accounts:
                self.news.put(account)
            self.stop.wait(self.rounds.busy)
        except HeardBackError as fault:
            self.tell(str(fault))

    def _wait(self) -> list[str]:
        """Return the accounts with news, each once; none when it is time for a round."""
        try:
            found = [self.news.get(timeout=self.rounds.due)]
        except Empty:
            return []
        self.stop.wait(GATHER)
        while True:
            try:
                found.append(self.news.get_nowait())
            except Empty:
                return [each for each in dict.fromkeys(found) if each]


def changes(after: Tracked, known: Collection[str]) -> list[str]:
    """Return what was read since, a sentence each; `known` are the keys that were there before."""
    lines = []
    for one in after.opportunities:
        for reading in one.readings:
            if reading.key in known:
                continue
            seen = reading.seen
            who = seen.from_.name or seen.from_.email or "somebody"
            what = "you wrote" if seen.direction == "out" else f"{who}: {_words(seen.kind)}"
            quote = seen.evidence.get("kind", "")
            shown = f" (“{' '.join(quote.split())[:80]}”)" if quote else ""
            lines.append(f"{one.opportunity.employer}: {what}{shown}")
    return lines


def _words(kind: str) -> str:
    return kind.replace("_", " ")
