"""`heardback done`, `snooze`, `skip` and `undo`."""

import click

from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    moment,
    open_ports,
    say_done,
)


@click.command(
    "done",
    help=help_text(
        "Say that you have sent or done a follow-up. Mail found later in Sent counts only once.",
        "heardback done northwind/thank_you/tom",
        "heardback done northwind/check_in/priya --when 2025-03-17T09:30 --channel call",
    ),
)
@click.argument("id")
@click.option("--when", metavar="MOMENT", help="When you did it (default: now).")
@click.option("--channel", type=click.Choice(["email", "call", "voicemail", "linkedin", "letter"]))
@at_option
def done_command(id: str, when: str | None, channel: str | None, at: str | None) -> None:
    """Record a deed."""
    from heardback.service.deeds import done
    from heardback.service.tracked import zone_name

    with open_ports(at, create=False) as ports:
        moment_ = moment(when, zone_name=zone_name(ports), name="--when")
        title = done(ports, id, when=moment_, channel=channel)
    say_done(f"Done: {title}. Take it back with 'heardback undo'.")


@click.command(
    "snooze",
    help=help_text(
        "Show a follow-up again later.",
        "heardback snooze northwind/thank_you/tom --until 2025-03-05",
        "heardback snooze northwind/thank_you/tom --days 2",
    ),
)
@click.argument("id")
@click.option("--until", metavar="MOMENT", help="When to show it again.")
@click.option("--days", type=click.IntRange(1, 365), help="In how many days (default 1).")
@at_option
def snooze_command(id: str, until: str | None, days: int | None, at: str | None) -> None:
    """Put a follow-up off."""
    from heardback.service.deeds import snooze
    from heardback.service.tracked import zone_name

    with open_ports(at, create=False) as ports:
        moment_ = moment(until, zone_name=zone_name(ports), name="--until")
        title, shown = snooze(ports, id, until=moment_, days=days)
    say_done(f"Put off until {shown}: {title}.")


@click.command(
    "skip",
    help=help_text(
        "Never show a follow-up again (until you undo it).",
        "heardback skip northwind/thank_you/tom",
        'heardback skip northwind/thank_you/tom --reason "thanked him in person"',
    ),
)
@click.argument("id")
@click.option("--reason", help="Why, for your own record.")
@at_option
def skip_command(id: str, reason: str | None, at: str | None) -> None:
    """Dismiss a follow-up."""
    from heardback.service.deeds import skip

    with open_ports(at, create=False) as ports:
        title = skip(ports, id, reason=reason)
    say_done(f"Skipped: {title}. Take it back with 'heardback undo'.")


@click.command(
    "undo",
    help=help_text(
        "Take back the last thing you said or did here; again to take back the one before. A "
        "letter you approved last is taken back if it has not left yet.",
        "heardback undo",
        "heardback undo --json",
    ),
)
@json_option
def undo_command(as_json: bool) -> None:
    """Undo the newest saying, or the newest approval."""
    from heardback.service.undo import undo_last

    with open_ports(create=False) as ports:
        words = undo_last(ports)
    if as_json:
        emit({"taken_back": words})
        return
    say_done(f"Taken back: {words}.")
