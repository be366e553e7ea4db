"""The open search behind the pages: one store, used by one page at a time.

SQLite connections and the writer's lock belong to whoever holds `Desk.ports()`; pages run in
threads, so a re-entrant lock lets one of them at the store at a time. One person turns pages;
none takes long. An import opens the store for itself and keeps nobody waiting.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from threading import RLock
from typing import TYPE_CHECKING, Any

from heardback import bootstrap
from heardback.config import Settings
from heardback.faces.web.courier import Courier
from heardback.faces.web.reading import ImportRun
from heardback.ports import Clock, Ports

if TYPE_CHECKING:
    from heardback.service.searching import Entry


class Desk:
    """One search and what the app remembers of it while it runs."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None) -> None:
        self.settings = settings
        self._clock = clock
        self._lock = RLock()
        self._stack = ExitStack()
        self._ports: Ports | None = None
        self._pages: dict[tuple[object, ...], bytes] = {}
        self.closing = False
        self._made = 0
        self._found: tuple[str, list[Entry]] | None = None
        self.imported: ImportRun | None = None
        self.courier: Courier | None = None

    @contextmanager
    def ports(self) -> Iterator[Ports]:
        """Hand out the store and the clock, to one thread at a time; raise StoreError."""
        with self._lock:
            if self._ports is None:
                opened = self._stack.enter_context(bootstrap.ports(self.settings))
                self._ports = opened if self._clock is None else replace(opened, clock=self._clock)
            yield self._ports

    def agenda(self) -> tuple[str, Mapping[str, Any]]:
        """Return today's agenda with a stamp that changes whenever the agenda does.

        The kept one is used while it holds, as `heardback today` does.
        """
        from heardback.service.agenda import agenda

        with self.ports() as ports:
            kept = ports.store.agenda()
            if kept is None or not kept.made_at <= ports.clock.now() < kept.good_until:
                agenda(ports)
                self._made += 1
                kept = ports.store.agenda()
            assert kept is not None
            return f"{kept.made_at.isoformat()}/{self._made}", kept.view

    def findable(self) -> "list[Entry]":
        """Return what a search can find, read anew only where the agenda is."""
        from heardback.service.searching import entries

        stamp, _view = self.agenda()
        if self._found is None or self._found[0] != stamp:
            with self.ports() as ports:
                self._found = (stamp, entries(ports))
        return self._found[1]

    def stamp(self) -> str | None:
        """Return the stamp of the agenda as kept now, None where something has come in since."""
        with self.ports() as ports:
            kept = ports.store.agenda()
        return kept.made_at.isoformat() if kept else None

    def remembered(self, key: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """Return a page made before for the same key, else make it; only a few are kept."""
        found = self._pages.get(key)
        if found is None:
            if len(self._pages) >= 8:
                self._pages.clear()
            found = self._pages[key] = make()
        return found

    def deliver(self) -> None:
        """Let approved letters leave at their hour from now on."""
        self.courier = Courier(self.settings, clock=self._clock).begin()

    def close(self) -> None:
        """Release the store."""
        if self.courier is not None:
            self.courier.stop()
        with self._lock:
            self._stack.close()
            self._ports = None
