"""`heardback remind`: how you are reminded, tried out, and done once."""

from typing import Any

import click

from heardback import bootstrap
from heardback.faces.cli.common import (
    data_folder,
    emit,
    help_text,
    json_option,
    open_ports,
    say_done,
)
from heardback.faces.cli.screen import terminal


@click.command(
    "remind",
    help=help_text(
        "How you are reminded while 'heardback watch' runs: a notice on this screen, a push "
        "message, one mail a day. Nothing sounds in quiet hours or while you are in a meeting, "
        "nothing is told twice, and names stay off locked screens unless you allow them.",
        "heardback remind",
        "heardback remind --digest 08:00 --desktop",
        "heardback remind --push ntfys://example.org/my-topic --quiet 21:00-07:30",
        "heardback remind --digest off",
        "heardback remind --test",
    ),
)
@click.option("--digest", metavar="HH:MM|off", help="The hour of the daily mail to yourself.")
@click.option("--desktop/--no-desktop", default=None, help="A notice on this machine's screen.")
@click.option(
    "--push", multiple=True, metavar="ADDRESS|off", help="A service of apprise; again for more."
)
@click.option("--quiet", metavar="FROM-TO", help="Hours in which nothing sounds: 21:00-07:30.")
@click.option("--private/--no-private", default=None, help="Names may show on a locked screen.")
@click.option("--weekends/--no-weekends", default=None, help="The daily mail on weekends too.")
@click.option("--test", "try_it", is_flag=True, help="Show a trial on every way.")
@click.option("--now", is_flag=True, help="Remind now of what is due, if it was not told yet.")
@json_option
def remind_command(try_it: bool, now: bool, as_json: bool, **options: Any) -> None:
    """See or change reminders."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.remind import Change, change, remind, secret_places, try_out, ways_of

    settings = bootstrap.settings(data_folder())
    places = secret_places(settings, dialogue().secret)
    with open_ports() as ports:
        if any(value not in (None, ()) for value in options.values()):
            change(ports, places, Change(**options))
        ways = ways_of(settings, places)
        done = try_out(ports, ways) if try_it else []
        done += remind(ports, ways, tell=say_done) if now else []
        wish = ports.store.journal.wish()
    view = {
        "digest": wish.digest,
        "desktop": wish.desktop,
        "push": wish.push,
        "quiet": list(wish.quiet),
        "private": wish.private,
        "weekends": wish.weekends,
        "done": done,
    }
    if as_json:
        emit(view)
        return
    _show(view, nothing=now and not done)


def _show(view: dict[str, Any], *, nothing: bool) -> None:
    screen = terminal()
    on = {True: "on", False: "off"}
    days = "" if view["weekends"] else ", not on weekends"
    screen.line(f"daily mail     {view['digest'] or 'off'}{days if view['digest'] else ''}")
    screen.line(f"this screen    {on[view['desktop']]}")
    screen.line(f"push           {on[view['push']]}")
    screen.line(f"quiet hours    {view['quiet'][0]} to {view['quiet'][1]}")
    screen.line(f"names shown    {'yes, also on a locked screen' if view['private'] else 'no'}")
    for line in view["done"]:
        screen.paragraph(line, indent="")
    if nothing:
        screen.line("There is nothing that was not told already.", "dim")
    if not (view["digest"] or view["desktop"] or view["push"]):
        screen.line("Turn one on: heardback remind --digest 08:00 --desktop", "dim")
    screen.line("Reminders come while 'heardback watch' runs (heardback service install).", "dim")
    screen.show()
