"""Asking in a terminal while an account is connected."""

import sys
from collections.abc import Sequence

import click

from heardback.faces.cli.common import say_done
from heardback.online.asking import Asking, Nobody


class InTerminal:
    """`online.asking.Asking` on standard error and standard input."""

    def secret(self, question: str) -> str | None:
        """Return a password as typed, without showing it."""
        answer: str = click.prompt(
            question, hide_input=True, default="", show_default=False, err=True
        )
        return answer or None

    def choose(self, question: str, options: Sequence[str]) -> str | None:
        """Return one of the options by its number, None for an empty answer."""
        say_done(question)
        for number, option in enumerate(options, 1):
            say_done(f"  {number:>3}  {option}")
        answer: int = click.prompt(
            "Number (0 for none)", type=click.IntRange(0, len(options)), default=0, err=True
        )
        return options[answer - 1] if answer else None

    def agrees(self, question: str) -> bool:
        """Return whether the person says yes."""
        return click.confirm(question, err=True)

    def say(self, text: str) -> None:
        """Tell the person something."""
        say_done(text)

    def open_page(self, address: str) -> None:
        """Let the person see a page in a browser, where there is one."""
        click.launch(address)


class Speaking(Nobody):
    """Nobody answers, yet what is said is written down."""

    def say(self, text: str) -> None:
        """Tell whoever reads along."""
        say_done(text)


def dialogue() -> Asking:
    """Return whom to ask: the person in the terminal, or nobody."""
    return InTerminal() if sys.stdin.isatty() and sys.stderr.isatty() else Speaking()
