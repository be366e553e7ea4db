"""The garbage collector, kept out of the way of a plan."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Leave garbage for later: a plan makes thousands of records, and all of them are alive.

    Looking through them again and again for cycles takes a quarter of the time of a long plan
    (docs/decisions/058-quick-records.md).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
