"""`heardback approve`, `schedule`, `deliver`, `outbox` and `recall`: letters leave, once."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
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

way_option = click.option(
    "--way", type=click.Choice(["draft", "smtp"]), help="Into your drafts, or sent by SMTP."
)
account_option = click.option("--account", metavar="ID", help="The account it leaves from.")


@click.command(
    "approve",
    help=help_text(
        "Approve the draft of a follow-up as it stands. It becomes a letter: a draft in your "
        "mailbox at once, or (by SMTP) sent at the reader's good hour by 'heardback deliver' or "
        "'heardback watch'. Just before, new mail is read and the plan made anew: if anything "
        "speaks against it, it does not leave and you are told why.",
        "heardback approve northwind/thank_you/tom",
        "heardback approve northwind/thank_you/tom --way smtp",
        "heardback approve northwind/check_in/priya --way smtp --when 2025-03-17T09:00",
    ),
)
@click.argument("id")
@way_option
@account_option
@click.option("--when", metavar="MOMENT", help="Not before this (default: its good hour).")
@click.option(
    "--undo",
    type=click.IntRange(0, 1440),
    default=5,
    show_default=True,
    metavar="MINUTES",
    help="So long a letter to be sent waits, so that you can take it back.",
)
@click.option("--despite-findings", is_flag=True, help="Although the proofreader found an error.")
@click.option("--again", is_flag=True, help="Another draft, where you changed or deleted one.")
@at_option
@json_option
def approve_command(id: str, at: str | None, as_json: bool, **options: Any) -> None:
    """Approve a draft."""
    _approve(id, at=at, as_json=as_json, **options)


@click.command(
    "schedule",
    help=help_text(
        "Approve a draft to be sent at an hour of yours.",
        "heardback schedule northwind/check_in/priya --at 2025-03-17T09:00",
    ),
)
@click.argument("id")
@click.option("--at", "when", required=True, metavar="MOMENT", help="When it is to leave.")
@account_option
@json_option
def schedule_command(id: str, when: str, account: str | None, as_json: bool) -> None:
    """Approve a draft for an hour."""
    _approve(
        id,
        at=None,
        as_json=as_json,
        way="smtp",
        account=account,
        when=when,
        undo=0,
        despite_findings=False,
        again=False,
    )


def _approve(id: str, *, at: str | None, as_json: bool, **options: Any) -> None:
    from heardback.online.deliver import approve_letter
    from heardback.service.outbox import Approval
    from heardback.service.tracked import zone_name

    with open_ports(at, create=False) as ports:
        asked = Approval(
            way=options["way"],
            account=options["account"],
            when=moment(options["when"], zone_name=zone_name(ports), name="--when"),
            despite_findings=options["despite_findings"],
            again=options["again"],
            undo=timedelta(minutes=options["undo"]),
        )
        standing = approve_letter(ports, id, asked)
        _tell(ports, [standing], as_json=as_json)
    if not as_json:
        say_done("Let it leave now: heardback deliver. It also leaves while heardback watch runs.")


@click.command(
    "deliver",
    help=help_text(
        "Read new mail, then let every approved letter leave whose hour has come. May be run at "
        "any time and as often as you like: no letter leaves twice.",
        "heardback deliver",
        "heardback deliver --json",
    ),
)
@json_option
def deliver_command(as_json: bool) -> None:
    """Let leave what is due."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.deliver import deliver

    moved = deliver(bootstrap.settings(data_folder()), ask_passphrase=dialogue().secret)
    with open_ports(create=False) as ports:
        _tell(ports, moved, as_json=as_json, empty="Nothing was due.")
    asks = {"unknown", "failed", "late", "superseded"}
    sys.exit(1 if any(each.kind in asks for each in moved) else 0)


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
        _tell(ports, found, as_json=as_json, empty="Nothing is on its way.")


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
    ports: "Ports", found: "list[Standing]", *, as_json: bool, empty: str | None = None
) -> None:
    from heardback.service.outbox_view import next_step, outbox_view, told_in_words
    from heardback.service.tracked import zone_name
    from heardback.timeframe.business import zone

    if as_json:
        emit({"letters": [outbox_view(each) for each in found]})
        return
    screen = terminal()
    here = zone(zone_name(ports))
    for standing in found:
        screen.paragraph(told_in_words(standing, zone=here))
        advice = next_step(standing)
        if advice:
            screen.line(advice, "dim")
    if not found and empty:
        screen.line(empty, "dim")
    screen.show()
