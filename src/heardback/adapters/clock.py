"""The only file that reads the clock."""

import os
import time
from datetime import datetime, timedelta

SET_BACK = "clock-set-back"
"""A file of this name in a data folder sets its clock back by the seconds in it (the demo's)."""


class SystemClock:
    """The machine's clock, set back by some seconds where a data folder says so."""

    def __init__(self, *, back: float = 0.0) -> None:
        self._back = timedelta(seconds=back)

    def now(self) -> datetime:
        """Return the present moment, aware, in the machine's zone."""
        return datetime.now().astimezone() - self._back


def clock_in(folder: "str | os.PathLike[str]") -> SystemClock:
    """Return the clock that holds in a data folder."""
    try:
        with open(f"{os.fspath(folder)}/{SET_BACK}", encoding="ascii") as file:
            return SystemClock(back=float(file.read()))
    except (OSError, ValueError):
        return SystemClock()


def set_back(folder: "str | os.PathLike[str]", to: datetime) -> None:
    """Let it be `to` now in this data folder, and go on from there."""
    back = (SystemClock().now() - to).total_seconds()
    with open(f"{os.fspath(folder)}/{SET_BACK}", "w", encoding="ascii") as file:
        file.write(f"{back:.0f}")


def seconds() -> float:
    """Return a monotonic count of seconds, for measuring how long something takes."""
    return time.monotonic()


def since_1970() -> float:
    """Return the seconds since 1970, by which tokens say until when they hold."""
    return time.time()
