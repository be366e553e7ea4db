"""The only file that reads the clock."""

import time
from datetime import datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in the machine's zone."""
        return datetime.now().astimezone()


def seconds() -> float:
    """Return a monotonic count of seconds, for measuring how long something takes."""
    return time.monotonic()
