"""`heardback approve`, `schedule`, `deliver`, `outbox` and `recall`: letters leave, once."""

import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import (
    at_option,
    data_folder,
    emit,
    help_text,
    json_option,
    moment,
    open_ports,
    say_done,
)
from heardback.faces.cli.screen import terminal

if TYPE_CHECKING:
    from heardback.model.delivery import Standing
    from heardback.ports import Ports

ASKS = frozenset({"unknown", "failed", "late", "superseded"})
"""Where a letter stands that needs the person: exit code 1."""

way_option = click.option(
    "--way",
    type=click.Choice(["draft", "smtp", "mailto", "copy"]),
    help="Into your drafts; sent by SMTP; a file for any mail program; copied by hand.",
)
account_option = click.option("--account", metavar="ID", help="The account it leaves from.")


def letter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what goes with a letter."""
    for option in (
        click.option("--attach", "attached", multiple=True, metavar="FILE", help="A file with it."),
        click.option("--quote", is_flag=True, help="With the words it answers below."),
        click.option("--copy-me", is_flag=True, help="A copy to yourself, unseen by others."),
        click.option(
            "--despite-findings", is_flag=True, help="Although the proofreader found an error."
        ),
        click.option("--again", is_flag=True, help="Another one, where one is in your hands."),
        account_option,
        way_option,
    ):
        command = option(command)
    return command


@click.command(
    "approve",
    help=help_text(
        "Approve the draft of a follow-up as it stands. It becomes a letter: a draft in your "
        "mailbox at once, or (by SMTP) sent at the reader's good hour by 'heardback deliver' or "
        "'heardback watch'. Just before, new mail is read and the plan made anew: if anything "
        "speaks against it, it does not leave and you are told why.",
        "heardback approve northwind/thank_you/tom",
        "heardback approve northwind/thank_you/tom --way smtp --attach sample.pdf",
        "heardback approve northwind/check_in/priya --way smtp --when 2025-03-17T09:00",
    ),
)
@click.argument("id")
@letter_options
@click.option("--when", metavar="MOMENT", help="Not before this (default: its good hour).")
@click.option(
    "--undo",
    type=click.IntRange(0, 1440),
    default=5,
    show_default=True,
    metavar="MINUTES",
    help="So long a letter to be sent waits, so that you can take it back.",
)
@at_option
@json_option
def approve_command(id: str, at: str | None, as_json: bool, **options: Any) -> None:
    """Approve a draft."""
    with open_ports(at, create=False) as ports:
        standing = _approved(ports, id, **options)
        _tell(ports, [standing], as_json=as_json)
    if not as_json and standing.letter.is_mail:
        say_done("Let it leave now: heardback deliver. It also leaves while heardback watch runs.")


@click.command(
    "schedule",
    help=help_text(
        "Approve a draft to be sent at an hour of yours.",
        "heardback schedule northwind/check_in/priya --at 2025-03-17T09:00",
    ),
)
@click.argument("id")
@click.option("--at", "when", required=True, metavar="MOMENT", help="When it is to leave.")
@letter_options
@json_option
def schedule_command(id: str, as_json: bool, **options: Any) -> None:
    """Approve a draft for an hour."""
    options["way"] = options["way"] or "smtp"
    if options["way"] != "smtp":
        raise UsageError("Only what is sent by SMTP waits for an hour.", hint="See 'approve'.")
    with open_ports(create=False) as ports:
        _tell(ports, [_approved(ports, id, undo=0, **options)], as_json=as_json)


def _approved(ports: "Ports", id: str, **options: Any) -> "Standing":
    from heardback.online.deliver import approve_letter, read_attachment
    from heardback.service.approve import Approval
    from heardback.service.tracked import zone_name

    asked = Approval(
        way=options["way"],
        account=options["account"],
        when=moment(options.get("when"), zone_name=zone_name(ports), name="--when"),
        at_once=options.get("at_once", False),
        despite_findings=options["despite_findings"],
        again=options["again"],
        undo=timedelta(minutes=options["undo"]),
        quote=options["quote"],
        copy_me=options["copy_me"],
        attachments=tuple(read_attachment(path) for path in options["attached"]),
    )
    return approve_letter(ports, id, asked)


@click.command(
    "deliver",
    help=help_text(
        "Read new mail, then let every approved letter leave whose hour has come. May be run at "
        "any time and as often as you like: no letter leaves twice. With an ID that follow-up's "
        "draft is approved, if it is not yet, and leaves now; --way copy puts its words into the "
        "clipboard (for a call, a card, LinkedIn), --way mailto writes a file that any mail "
        "program opens.",
        "heardback deliver",
        "heardback deliver northwind/thank_you/tom --way draft",
        "heardback deliver northwind/thank_you/tom --way mailto --out note.eml",
        "heardback deliver ortiz/debrief_recruiter/sam --way copy --out script.txt",
        "heardback deliver --json",
    ),
)
@click.argument("id", required=False)
@letter_options
@click.option("--out", metavar="FILE", help="Write it there (--way mailto or copy).")
@click.option("--link", is_flag=True, help="Print a mailto: link too.")
@click.option("--although-late", is_flag=True, help="Although its time has passed.")
@json_option
def deliver_command(id: str | None, as_json: bool, **options: Any) -> None:
    """Let leave what is due."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.deliver import Hands, Wish, deliver

    settings = bootstrap.settings(data_folder())
    out = Path(options["out"]).expanduser() if options["out"] else None
    hands = Hands(out=out, folder=settings.data / "letters")
    only = None if id is None else _chosen(id, options)
    run = partial(deliver, settings, ask_passphrase=dialogue().secret)
    moved = run(wish=Wish(only=only, hands=hands))
    with open_ports(create=False) as ports:
        if only is not None and not moved:
            moved = [_letter(ports, only)]
        _tell(ports, moved, as_json=as_json, empty="Nothing was due.", link=options["link"])
    sys.exit(1 if any(each.kind in ASKS for each in moved) else 0)


def _chosen(id: str, options: dict[str, Any]) -> str:
    """Return the letter that is to leave now, approving it if it is not yet."""
    from heardback.model.delivery import ENDED
    from heardback.service.outbox import all_standings, although_late, find_letter

    with open_ports(create=False) as ports:
        alive = [s for s in all_standings(ports) if s.kind not in ENDED]
        mine = [s for s in alive if id in (s.letter.plan_id, s.letter.id)]
        asked = {k: v for k, v in options.items() if k not in ("out", "link", "although_late")}
        if not mine or asked["again"]:
            return _approved(ports, id, undo=0, at_once=True, **asked).letter.id
        standing = find_letter(ports, id)
        if options["way"] not in (None, standing.letter.way):
            raise UsageError(
                f"The letter for {id} is approved for another way ({standing.letter.way}).",
                hint=f"Take it back first: heardback recall {id}",
            )
        if standing.kind == "late" and options["although_late"]:
            although_late(ports, id)
        return standing.letter.id


def _letter(ports: "Ports", id: str) -> "Standing":
    from heardback.service.outbox import find_letter

    return find_letter(ports, id)


@click.command(
    "outbox",
    help=help_text(
        "Show the letters on their way out, and where each stands.",
        "heardback outbox",
        "heardback outbox --all",
        "heardback outbox --was-sent northwind/check_in/priya",
    ),
)
@click.option("--all", "everything", is_flag=True, help="Also those that have left or ended.")
@click.option("--was-sent", metavar="ID", help="Of one nobody knows about: it was sent.")
@click.option("--was-not-sent", metavar="ID", help="Of one nobody knows about: try it again.")
@json_option
def outbox_command(
    everything: bool, was_sent: str | None, was_not_sent: str | None, as_json: bool
) -> None:
    """Show the outbox."""
    from heardback.model.delivery import ENDED
    from heardback.service.outbox import all_standings, settle

    with open_ports(create=False) as ports:
        if was_sent or was_not_sent:
            settled = settle(ports, was_sent or was_not_sent or "", was_sent=was_sent is not None)
            _tell(ports, [settled], as_json=as_json)
            return
        found = [s for s in all_standings(ports) if everything or s.kind not in ENDED]
        _tell(ports, found, as_json=as_json, empty=EMPTY)
    sys.exit(1 if any(each.kind in ASKS for each in found) and not everything else 0)


EMPTY = "Nothing is on its way. Approve a draft with: heardback approve ID (heardback today)"


@click.command(
    "recall",
    help=help_text(
        "Take back an approved letter before it leaves; an untouched draft of ours is taken out of "
        "your mailbox at the next 'heardback deliver'.",
        "heardback recall northwind/thank_you/tom",
    ),
)
@click.argument("id")
@json_option
def recall_command(id: str, as_json: bool) -> None:
    """Take a letter back."""
    from heardback.service.outbox import recall

    with open_ports(create=False) as ports:
        _tell(ports, [recall(ports, id)], as_json=as_json)


def _tell(
    ports: "Ports",
    found: "list[Standing]",
    *,
    as_json: bool,
    empty: str | None = None,
    link: bool = False,
) -> None:
    from heardback.service.outbox_view import next_step, outbox_view, told_in_words
    from heardback.service.tracked import zone_name
    from heardback.timeframe.business import zone

    if as_json:
        emit({"letters": [outbox_view(each) | _link(each, link) for each in found]})
        return
    screen = terminal()
    here = zone(zone_name(ports))
    for standing in found:
        screen.paragraph(told_in_words(standing, zone=here), indent="")
        advice = next_step(standing)
        if advice:
            screen.line(f"    {advice}", "dim")
        for each in _link(standing, link).values():
            screen.line(f"    {each}")
    if not found and empty:
        screen.line(empty, "dim")
    screen.show()


def _link(standing: "Standing", wanted: bool) -> dict[str, object]:
    from heardback.online.deliver import mailto
    from heardback.service.outbox import raw_of

    raw = raw_of(standing.letter) if wanted else b""
    return {"mailto": mailto(raw)} if raw else {}
