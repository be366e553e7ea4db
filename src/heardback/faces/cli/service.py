"""`heardback service`: let `watch` run by itself."""

import os
from typing import TYPE_CHECKING

import click

from heardback import bootstrap
from heardback.faces.cli.common import data_folder, emit, help_text, json_option, say_done

if TYPE_CHECKING:
    from heardback.online.service import Service


@click.group(
    "service",
    help=help_text(
        "Let 'heardback watch' run whenever you are logged in: a systemd user unit on Linux, a "
        "launchd agent on macOS. Its log names nobody.",
        "heardback service install",
        "heardback service status",
        "heardback service remove",
    ),
)
def service_command() -> None:
    """Group the commands of the service."""


@service_command.command(
    "install",
    help=help_text(
        "Write the service's file and start it.",
        "heardback service install",
        "heardback service install --no-start     (write the file only)",
        "heardback service install --print        (show it, write nothing)",
    ),
)
@click.option("--no-start", is_flag=True, help="Write the file only.")
@click.option("--print", "show", is_flag=True, help="Show the file, write nothing.")
@json_option
def install_command(no_start: bool, show: bool, as_json: bool) -> None:
    """Install it."""
    service = _service(starts=not no_start)
    if show:
        click.echo(service.text(), nl=False)
        return
    _tell(service.install(), as_json)


@service_command.command(
    "remove", help=help_text("Stop it and take its file away.", "heardback service remove")
)
@click.option("--no-start", is_flag=True, help="Take the file away only.")
@json_option
def remove_command(no_start: bool, as_json: bool) -> None:
    """Remove it."""
    _tell(_service(starts=not no_start).remove(), as_json)


@service_command.command(
    "status", help=help_text("Is it installed, is it running?", "heardback service status")
)
@json_option
def status_command(as_json: bool) -> None:
    """Say how it stands."""
    view = _service(starts=True).status()
    if as_json:
        emit(view)
        return
    if not view["installed"]:
        say_done("Not installed. heardback service install")
        return
    say_done(f"Installed: {view['file']}; {'running' if view['running'] else 'not running'}.")
    if not view["current"]:
        say_done("It was written by another version or for another folder: install it again.")


def _tell(said: list[str], as_json: bool) -> None:
    if as_json:
        emit({"done": said})
        return
    for line in said:
        say_done(line)


def _service(*, starts: bool) -> "Service":
    from heardback.online.service import Service

    return Service(bootstrap.settings(data_folder()), os.environ, starts=starts)
