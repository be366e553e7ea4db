"""The deadline sum of competing offers, as a small table."""

from typing import Any

from heardback.faces.cli.screen import Screen

HEADINGS = ("", "promised", "steps", "gap", "time that bridges it")


def show_deadlines(rows: list[dict[str, Any]], screen: Screen) -> None:
    """Given the sums that `show` and `why` return, add them to the screen."""
    for row in rows:
        screen.heading(f"{row['employer'].upper()}'S OFFER AND THE OTHERS")
        assumed = " (assumed)" if row["assumed"] else ""
        left = f"{row['working_hours_left']:g} working hours left"
        screen.paragraph(f"Answer by {row['decide_words']}{assumed}: {left}. Ask for time by "
                         f"{row['ask_words']} at the latest.")  # fmt: skip
        if row["others"]:
            _table([HEADINGS, *(_cells(other) for other in row["others"])], screen)
        for text in (t for other in row["others"] for t in other["ask"]):
            screen.paragraph(f"- {text}")
        for text in row["ask"]:
            screen.paragraph(f"- {text}")


def _cells(other: dict[str, Any]) -> tuple[str, ...]:
    gap, days = other["gap_days"], other["extension_days"]
    steps = "?" if other["steps_left"] is None else str(other["steps_left"])
    more = "" if days is None else f"{_days(days)}, to {other['until_words']}"
    if other["reachable"] is False:
        more += " (too long to ask)"
    star = " *" if other["preferred"] else ""
    none = "none" if other["promised_words"] else ""
    return (
        f"{other['employer']}{star}",
        other["promised_words"] or "no date",
        steps,
        none if gap is None else _days(gap),
        more,
    )


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def _table(rows: list[tuple[str, ...]], screen: Screen) -> None:
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEADINGS))]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        screen.line(f"    {'  '.join(cells)}".rstrip(), "dim" if number == 0 else None)
    if any(row[0].endswith(" *") for row in rows):
        screen.line("    * you would rather join them; days are business days", "dim")
    else:
        screen.line("    days are business days", "dim")
