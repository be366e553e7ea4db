"""A progress bar on standard error; where that is no terminal, nothing is written."""

import sys
from types import TracebackType
from typing import Self

from heardback.service.import_parts import Progress

BAR = 24


class Bar:
    """One line that is written over: what is being read, how far it is, how much was found."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self.written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def show(self, progress: Progress) -> None:
        """Draw the bar anew."""
        if not self.live:
            return
        part = progress.done / progress.total if progress.total else 0.0
        full = round(BAR * min(part, 1.0))
        bar = "█" * full + "·" * (BAR - full) if progress.total else ""
        text = f"{progress.stage} {bar} {progress.done:,}"
        if progress.total:
            text += f" of {progress.total:,}"
        if progress.source:
            text += f"  {progress.source}"
        self.clear()
        sys.stderr.write(text[:100])
        sys.stderr.flush()
        self.written = min(len(text), 100)

    def clear(self) -> None:
        """Take the bar away."""
        if self.live and self.written:
            sys.stderr.write("\r" + " " * self.written + "\r")
            sys.stderr.flush()
            self.written = 0
