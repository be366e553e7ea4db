"""How connecting asks the person: in a terminal, or not at all."""

from collections.abc import Sequence
from typing import Protocol


class Asking(Protocol):
    """What is asked while an account is connected; None = there is nobody to ask."""

    def secret(self, question: str) -> str | None:
        """Return a password as typed, without showing it."""

    def choose(self, question: str, options: Sequence[str]) -> str | None:
        """Return one of the options, None where the person wants none of them."""

    def agrees(self, question: str) -> bool:
        """Return whether the person says yes."""

    def say(self, text: str) -> None:
        """Tell the person something."""

    def open_page(self, address: str) -> None:
        """Let the person see a page in a browser."""


class Nobody:
    """Nobody is there to be asked: what is missing has to be given by options."""

    def secret(self, question: str) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def choose(self, question: str, options: Sequence[str]) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def agrees(self, question: str) -> bool:  # noqa: ARG002
        """Return no."""
        return False

    def say(self, text: str) -> None:
        """Say nothing."""

    def open_page(self, address: str) -> None:
        """Open nothing."""
