"""The only file that reads the clock."""

import time
from datetime import datetime, timedelta
from pathlib import Path

SET_BACK = "clock-set-back"
"""A file of this name in a data folder sets its clock back by the seconds in it (the demo's)."""


class SystemClock:
    """The machine's clock, set back by some seconds where a data folder says so."""

    def __init__(self, *, back: float = 0.0) -> None:
        self._back = timedelta(seconds=back)

    def now(self) -> datetime:
        """Return the present moment, aware, in the machine's zone."""
        return datetime.now().astimezone() - self._back


def clock_in(folder: Path) -> SystemClock:
    """Return the clock that holds in a data folder."""
    try:
        return SystemClock(back=float((folder / SET_BACK).read_text(encoding="ascii")))
    except (OSError, ValueError):
        return SystemClock()


def set_back(folder: Path, to: datetime) -> None:
    """Let it be `to` now in this data folder, and go on from there."""
    back = (SystemClock().now() - to).total_seconds()
    (folder / SET_BACK).write_text(f"{back:.0f}", encoding="ascii")


def seconds() -> float:
    """Return a monotonic count of seconds, for measuring how long something takes."""
    return time.monotonic()
