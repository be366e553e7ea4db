"""An import that runs while the pages stay usable, and how far it is."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from heardback import bootstrap
from heardback.errors import HeardBackError
from heardback.service.import_parts import Progress

STAGES = {"sweep": "Looking through your mail", "understand": "Reading what is about jobs"}


@dataclass(slots=True)
class ImportRun:
    """One import: what it reads, how far it is, how it ended."""

    names: Sequence[str]
    stage: str = "Opening the files"
    done: int = 0
    total: int | None = None
    report: dict[str, Any] | None = None
    trouble: str | None = None
    words: str = ""
    link: str = ""
    asked: Event = field(default_factory=Event, repr=False)
    thread: Thread | None = field(default=None, repr=False)

    @property
    def running(self) -> bool:
        """Return whether it is still at work."""
        return self.report is None and self.trouble is None

    def seen(self) -> dict[str, Any]:
        """Return how far it is, for a page or an event stream."""
        return {
            "running": self.running,
            "names": list(self.names),
            "stage": self.stage,
            "done": self.done,
            "total": self.total,
            "report": self.report,
            "trouble": self.trouble,
            "words": self.words,
            "link": self.link,
        }

    def ask(self, words: str = "", link: str = "") -> None:
        """Let the page ask the person for something: words to read, an address to open."""
        self.words, self.link = words or self.words, link or self.link
        self.asked.set()

    def _tell(self, progress: Progress) -> None:
        self.stage = STAGES.get(progress.stage, progress.stage)
        self.done, self.total = progress.done, progress.total

    def begin(self, work: Callable[[Callable[[Progress], None]], dict[str, Any]]) -> "ImportRun":
        """Run `work` in a thread of its own; return at once."""
        self.thread = Thread(target=self._run, args=(work,), daemon=True, name="import")
        self.thread.start()
        return self

    def _run(self, work: Callable[[Callable[[Progress], None]], dict[str, Any]]) -> None:
        try:
            self.report = work(self._tell)
        except HeardBackError as error:
            self.trouble = str(error)
        except Exception as error:  # noqa: BLE001 - the page must say that it ended
            self.trouble = f"The import stopped ({type(error).__name__}). What was read is kept."
        finally:
            self.asked.set()


def import_files(
    paths: Sequence[Path], *, data: Path, me: Sequence[str], scratch: Path | None = None
) -> ImportRun:
    """Begin to import these files; `scratch` is a folder to remove afterwards."""

    def work(tell: Callable[[Progress], None]) -> dict[str, Any]:
        try:
            names = [str(p) for p in paths]
            return bootstrap.import_mail(names, me=me, data=str(data), progress=tell)
        finally:
            if scratch is not None:
                shutil.rmtree(scratch, ignore_errors=True)

    return ImportRun([p.name for p in paths]).begin(work)
