"""Records that are made in great numbers: frozen for the type checker, quick to make."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, **how):
        """Make a dataclass that mypy knows to be frozen, without a frozen one's slow start.

        A frozen dataclass sets every field by way of `object.__setattr__`, which is a tenth of a
        plan's time. Nobody can write to a record: mypy says so before the program runs
        (docs/decisions/058-quick-records.md).
        """
        return dataclass(unsafe_hash=frozen, **how)


__all__ = ["record"]
