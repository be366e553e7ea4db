"""Plain text on a terminal, wrapped to its width, coloured where that is wanted.

It is imported by `heardback today`'s quick path, so it uses the standard library alone.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself is not loaded on the quick path
    from collections.abc import Iterator
    from typing import Any, TextIO

STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "36"}
NARROW, WIDE = 40, 100


class Screen:
    """Lines of text for one terminal: `width` columns, `colour` or none."""

    def __init__(self, *, width: int, colour: bool) -> None:
        self.width = max(NARROW, min(width, WIDE))
        self.colour = colour
        self.lines: list[str] = []

    def style(self, text: str, name: str) -> str:
        """Return the text in a style, or as it is where colour is off."""
        return f"\033[{STYLES[name]}m{text}\033[0m" if self.colour and text else text

    def line(self, text: str = "", style: str | None = None) -> None:
        """Add a line."""
        self.lines.append(self.style(text, style) if style else text)

    def pair(self, left: str, right: str, *, style: str | None = None) -> None:
        """Add a line with something at either end; the right part goes below if it does not fit."""
        room = self.width - len(left) - len(right)
        if room >= 2:
            start = self.style(left, style) if style else left
            self.lines.append(start + " " * room + self.style(right, "dim"))
            return
        indent = len(left) - len(left.lstrip(" 0123456789"))
        for number, part in enumerate(wrapped(left[indent:], self.width - indent)):
            start = left[:indent] if number == 0 else " " * indent
            self.lines.append(self.style(start + part, style) if style else start + part)
        self.line(" " * max(4, self.width - len(right)) + right, "dim")

    def paragraph(self, text: str, *, indent: str = "    ", style: str | None = None) -> None:
        """Add a text wrapped to the width, indented."""
        for line in wrapped(text, self.width - len(indent)):
            self.lines.append(indent + (self.style(line, style) if style else line))

    def heading(self, text: str) -> None:
        """Add a heading with an empty line before it."""
        if self.lines and self.lines[-1]:
            self.line()
        self.line(text, "bold")

    def show(self, out: TextIO | None = None) -> None:
        """Write everything to standard output."""
        stream = out or sys.stdout
        stream.write("\n".join(self.lines) + "\n")


def wrapped(text: str, width: int) -> Iterator[str]:
    """Given a text, yield it in lines of at most `width` columns, broken at blanks."""
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def columns() -> int:
    """Return the width of the terminal: COLUMNS, else its own, else 80."""
    named = os.environ.get("COLUMNS", "")
    if named.isdigit() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 80
    except (OSError, ValueError, AttributeError):
        return 80


def terminal(colour: str | None = None) -> Screen:
    """Return a screen for this terminal; "auto": colour if it is one and NO_COLOR is unset."""
    colour = colour or os.environ.get("HEARDBACK_COLOUR", "auto")
    width = columns()
    wanted = colour == "always" or (
        colour == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    )
    return Screen(width=width, colour=wanted)


def show_agenda(view: dict[str, Any], screen: Screen, *, upcoming: int = 5) -> None:
    """Write the agenda: what is due, what waits, what comes."""
    screen.pair(view["shown"], view["candidate"], style="bold")
    words = view["headings"]
    if not view["opportunities"]:
        _empty(screen)
        return
    screen.heading(words["due"])
    for row in view["due"]:
        _due(row, screen)
    if not view["due"]:
        screen.paragraph("Nothing is due. Whoever is not listed below is best left in peace.")
    if view["waiting"]:
        screen.heading(words["waiting"])
        for row in view["waiting"]:
            _waiting(row, screen)
    if view["upcoming"]:
        screen.heading(words["upcoming"])
        for row in view["upcoming"][:upcoming]:
            _upcoming(row, screen)
        more = len(view["upcoming"]) - upcoming
        if more > 0:
            screen.paragraph(
                f"and {more} more: heardback agenda --days {view['days']}", style="dim"
            )
    _hints(view, screen)


def _empty(screen: Screen) -> None:
    screen.line()
    screen.paragraph("There is no opportunity here yet.", indent="")
    screen.line("    heardback import ~/Mail     read your mailbox (mbox, Maildir, .eml, .zip)")
    screen.line("    heardback add EMPLOYER      or enter an opportunity by hand")
    screen.line("    heardback demo              or see a made-up search first")


def _due(row: dict[str, Any], screen: Screen) -> None:
    late = row["state"] == "overdue"
    when = ", ".join(part for part in (row["channel"], _by(row)) if part)
    optional = " (if you like)" if row["optional"] else ""
    left = f"{row['number']:>2}  {row['title']}{optional}"
    screen.pair(left, when, style="red" if late else "green")
    via = f", through {row['via']}" if row["via"] else ""
    screen.paragraph(
        f"{row['employer']}{', ' + row['role'] if row['role'] else ''}{via}", style="dim"
    )
    screen.paragraph(f"{row['why']} [{row['rule']}]")
    if row["quote"] and row["quote"] not in row["why"]:
        screen.paragraph(f"“{row['quote']}”", style="blue")
    if row.get("review_by"):
        screen.paragraph(f"Your reader's answer is wanted by {row['review_by']}.", style="yellow")
    screen.paragraph(f"heardback draft {row['id']}", style="dim")
    screen.line()


def _by(row: dict[str, Any]) -> str:
    """Return by when a follow-up is wanted, in words."""
    if row["state"] == "overdue":
        return f"late since {row['last']}"
    if not row["past"]:
        return f"by {row['when']}"
    return f"now, at the latest {row['last']}" if row["last"] else "now"


def _waiting(row: dict[str, Any], screen: Screen) -> None:
    until = f"until {row['until_words']}" if row["until_words"] else "until they write"
    role = f", {row['role']}" if row["role"] else ""
    screen.pair(f"    {row['employer']}{role}", until, style="yellow")
    screen.paragraph(f"{row['why']} [{row['rule']}]", indent="      ")


def _upcoming(row: dict[str, Any], screen: Screen) -> None:
    optional = " (if you like)" if row["optional"] else ""
    screen.pair(f"    {row['title']}, {row['employer']}{optional}", row["when"])


def _hints(view: dict[str, Any], screen: Screen) -> None:
    screen.line()
    if view["review"]:
        screen.line(f"{view['review']} reading(s) wait for your yes: heardback review", "yellow")
    screen.line("heardback why ID · draft ID · done ID · snooze ID · show OPPORTUNITY", "dim")
