"""`heardback show` and `heardback why`."""

from typing import Any

import click

from heardback.faces.cli.common import at_option, emit, help_text, json_option, open_ports
from heardback.faces.cli.competing import show_deadlines
from heardback.faces.cli.screen import Screen, terminal


@click.command(
    "show",
    help=help_text(
        "One opportunity: everything that happened, with the words it rests on. Without a name: "
        "all of them.",
        "heardback show",
        "heardback show northwind",
        "heardback show northwind --at 2025-03-10 --json",
    ),
)
@click.argument("opportunity", required=False)
@at_option
@json_option
def show_command(opportunity: str | None, at: str | None, as_json: bool) -> None:
    """Show one opportunity, or all."""
    from heardback.service import show

    with open_ports(at, create=False) as ports:
        view = show.opportunity(ports, opportunity) if opportunity else show.opportunities(ports)
    if as_json:
        emit(view)
        return
    screen = terminal()
    if opportunity:
        _one(view, screen)
    else:
        _all(view, screen)
    screen.show()


def _all(view: dict[str, Any], screen: Screen) -> None:
    if not view["opportunities"]:
        screen.paragraph("There is no opportunity here yet: heardback import PATH.", indent="")
    for row in view["opportunities"]:
        role = f", {row['role']}" if row["role"] else ""
        style = "dim" if row["stage"] == "closed" else "bold"
        screen.pair(f"{row['employer']}{role}", row["words"], style=style)
        screen.paragraph(f"heardback show {row['id']}", style="dim")


def _one(view: dict[str, Any], screen: Screen) -> None:
    role = f", {view['role']}" if view["role"] else ""
    screen.pair(f"{view['employer']}{role}", view["standing"]["stage"], style="bold")
    _owed(view["owed"], screen)
    for flag in view["flags"]:
        screen.paragraph(
            f"Take care: {flag['from']}, {flag['kind'].replace('_', ' ')}", style="red"
        )
        screen.paragraph(f"“{flag['quote']}”", indent="      ", style="dim")
    for person in view["people"]:
        told = " · ".join(
            str(v)
            for v in (person["title"], person["email"], person["role"].replace("_", " "))
            if v
        )
        screen.paragraph(f"{person['name']} ({person['id']}): {told}", style="dim")
    screen.heading("WHAT HAPPENED")
    for row in view["timeline"]:
        _event(row, screen)
    for title, rows in (("TO DO", view["follow_ups"]), ("HELD BACK", view["held"])):
        if rows:
            screen.heading(title)
        for row in rows:
            if "title" in row:
                screen.pair(f"    {row['title']}", row["when"])
                screen.paragraph(f"{row['why']} [{row['rule']}]", indent="      ")
                screen.paragraph(f"heardback why {row['id']}", indent="      ", style="dim")
            else:
                screen.paragraph(f"{row['kind'].replace('_', ' ')}: {row['text']} [{row['rule']}]")
    for row in view["waiting"]:
        screen.heading("LEAVE IN PEACE")
        screen.paragraph(f"{row['why']} [{row['rule']}]")
    show_deadlines(view["deadlines"], screen)


def _owed(owed: dict[str, Any] | None, screen: Screen) -> None:
    if owed is None:
        return
    quote = f" (“{owed['quote']}”)" if owed["quote"] else ""
    screen.paragraph(f"{owed['words']}{quote}.", style="yellow" if owed["late"] else "")


def _event(row: dict[str, Any], screen: Screen, *, of: str = "") -> None:
    details = ", ".join(
        f"{name.replace('_', ' ')} {_plain(value)}" for name, value in row["details"].items()
    )
    screen.pair(f"{row['shown']:<17}{row['words']}{f' ({of})' if of else ''}", row["fact"])
    for text in (details, row["note"]):
        if text:
            screen.paragraph(text, indent=" " * 17, style="dim")
    if row["quote"]:
        screen.paragraph(f"“{row['quote']}”", indent=" " * 17, style="blue")


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_plain(v) for v in value)
    if isinstance(value, dict):
        return ", ".join(f"{k} {_plain(v)}" for k, v in value.items())
    return str(value)


@click.command(
    "why",
    help=help_text(
        "Why a follow-up is due: the rule and its source, the facts with their quotes, what would "
        "change it, and what is held back. With an opportunity's name: why nothing is due there.",
        "heardback why northwind/thank_you/tom",
        "heardback why northwind",
    ),
)
@click.argument("id")
@at_option
@json_option
def why_command(id: str, at: str | None, as_json: bool) -> None:
    """Print the reasons of a follow-up."""
    from heardback.service.show import why

    with open_ports(at, create=False) as ports:
        view = why(ports, id)
    if as_json:
        emit(view)
        return
    screen = terminal()
    if view["follow_up"] is None:
        _why_none(view, screen)
    else:
        _why(view, screen)
    show_deadlines(view["deadlines"], screen)
    if view["held"]:
        screen.heading("HELD BACK")
    for row in view["held"]:
        until = f" until {row['until_words']}" if row["until_words"] else ""
        screen.paragraph(f"{row['kind'].replace('_', ' ')}{until}: {row['text']} [{row['rule']}]")
    screen.show()


def _why(view: dict[str, Any], screen: Screen) -> None:
    row, shown = view["follow_up"], view["shown"]
    screen.pair(shown["title"], f"{shown['employer']}", style="bold")
    best = "Best now" if shown["past"] else f"From {shown['from']}, best at {shown['when']}"
    screen.paragraph(best, style="dim")
    if shown["last"]:
        late = shown["state"] == "overdue"
        text = f"Late since {shown['last']}" if late else f"Of use until {shown['last']}"
        screen.paragraph(text, style="dim")
    screen.heading("BECAUSE")
    for reason in row["why"]:
        screen.paragraph(f"{reason['text']} [{reason['rule']}]")
        named = view["sources"][reason["rule"]]
        more = f" and {len(named) - 4} more" if len(named) > 4 else ""
        title = view["rules"][reason["rule"]]
        told = f"{title}. Sources: {'; '.join(named[:4])}{more}"
        screen.paragraph(told, indent="      ", style="dim")
    if view["evidence"]:
        screen.heading("IT RESTS ON")
        for fact in view["evidence"]:
            _event(
                fact, screen, of=fact["employer"] if fact["employer"] != shown["employer"] else ""
            )
    if row["changes_if"]:
        screen.heading("IT CHANGES IF")
        for text in row["changes_if"]:
            screen.paragraph(text)


def _why_none(view: dict[str, Any], screen: Screen) -> None:
    screen.line(f"{view['id']}: {view['standing']['stage']}", "bold")
    for row in view["waiting"]:
        for reason in row["why"]:
            screen.paragraph(f"{reason['text']} [{reason['rule']}]")
    if view["listed"]:
        screen.paragraph(f"Listed: {', '.join(view['listed'])}")
    elif not view["waiting"] and not view["held"]:
        screen.paragraph("Nothing is due here, and nothing is held back.")
