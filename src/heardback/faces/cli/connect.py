"""`heardback connect`: a mailbox, a server for sending, a calendar."""

import os
import sys
from typing import Any

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import data_folder, emit, help_text, json_option, say_done

SECURITY = click.Choice(["tls", "starttls", "none"])
KEEP = click.Choice(["keyring", "file"])


@click.group(
    "connect",
    help=help_text(
        "Connect your mailbox, a server for sending, or your calendar. Mail is only read: no mark "
        "is left, and nothing is sent without your approval.",
        "heardback connect mail dana@example.org",
        "heardback connect calendar https://calendar.example.org/dana.ics",
        "heardback connect smtp dana --host smtp.example.org",
    ),
)
def connect_command() -> None:
    """Connect a mailbox or calendar."""


def secret_options(command: Any) -> Any:
    """Add the options that say where a password comes from and goes to."""
    for option in (
        click.option("--keep", type=KEEP, help="Where the password is kept (default: keyring)."),
        click.option("--password-stdin", is_flag=True, help="Read the password from one line."),
        click.option("--password-env", metavar="NAME", help="The variable that holds it, always."),
        click.option("--user", help="The login name, where it is not the address."),
        click.option("--certificate", metavar="FILE", help="Trust this one (a server of yours)."),
    ):
        command = option(command)
    return command


@connect_command.command(
    "mail",
    help=help_text(
        "Connect a mailbox by IMAP. Its server is found from the address, else named by --host. "
        "The password may be an app password; Gmail and Outlook also take OAuth 2 with a client id "
        "of your own. Passwords are kept in the keyring, or in an encrypted file.",
        "heardback connect mail dana@example.org",
        "heardback connect mail dana@example.org --host imap.example.org --password-env MAIL_PW",
        "heardback connect mail dana@gmail.com --oauth google --client-id ID",
        "heardback connect mail dana@outlook.com --oauth microsoft --client-id ID --device",
        'heardback connect mail dana@example.org --folder INBOX --folder Jobs --sent "Sent Items"',
    ),
)
@click.argument("address")
@click.option("--host", help="The IMAP server.")
@click.option("--port", type=click.IntRange(1, 65535))
@click.option("--security", type=SECURITY, default="tls", show_default=True)
@secret_options
@click.option("--oauth", metavar="PROVIDER", help="google, microsoft, or found (by the address).")
@click.option("--client-id", metavar="ID", help="Your own client at the identity provider.")
@click.option("--client-secret-env", metavar="NAME", help="The variable with its secret, if any.")
@click.option("--authorize-url", help="Another provider's address for consent.")
@click.option("--token-url", help="Another provider's address for tokens.")
@click.option("--device-url", help="Another provider's address for device codes.")
@click.option("--scope", help="What to ask the provider for.")
@click.option("--device", is_flag=True, help="Enter a code on another device (no browser here).")
@click.option("--folder", "folders", multiple=True, help="Read this folder only; again for more.")
@click.option("--sent", help="The folder of sent mail, where it is not found.")
@click.option("--drafts", help="The folder of drafts, where it is not found.")
@click.option(
    "--delivery",
    type=click.Choice(["draft", "smtp", "mailto", "copy"]),
    default="draft",
    show_default=True,
    help="How letters leave: as a draft in the mailbox, by SMTP, in your mail program, by hand.",
)
@click.option("--id", help="A short name for the account.")
@json_option
def mail_command(as_json: bool, **options: Any) -> None:
    """Connect a mailbox."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.connect import MailWish, connect_mail

    secret_env = options.pop("client_secret_env")
    from_stdin = options.pop("password_stdin")
    wish = MailWish(
        client_secret=_variable(secret_env) if secret_env else None,
        password=_line() if from_stdin else None,
        **options,
    )
    done = connect_mail(bootstrap.settings(data_folder()), wish, asking=dialogue())
    if as_json:
        emit(done.view())
        return
    account = done.account
    say_done(f"Connected {account.address} as {account.id} (server by {done.by}).")
    say_done(f"Will be read, and only read: {', '.join(done.folders)}.")
    if account.sent is None:
        say_done("No folder of sent mail was found: name it with --sent, so that yours counts.")
    if account.drafts is None:
        say_done("No folder of drafts was found: name it with --drafts, or letters are copied.")
    say_done("Next: heardback sync")


def _variable(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise UsageError(f"The variable {name} is not set.")
    return value


def _line() -> str:
    return sys.stdin.readline().rstrip("\r\n")


@connect_command.command(
    "calendar",
    help=help_text(
        "Connect a calendar: an .ics file, the private address of one (https or webcal), or a "
        "CalDAV server. Interviews are read from it, and when you are busy; it is never changed.",
        "heardback connect calendar ~/calendar.ics",
        "heardback connect calendar webcal://calendar.example.org/dana.ics",
        "heardback connect calendar https://dav.example.org/ --user dana --calendar Jobs",
    ),
)
@click.argument("where")
@secret_options
@click.option("--calendar", "calendars", multiple=True, help="This calendar only; again for more.")
@click.option("--id", help="A short name for it.")
@json_option
def calendar_command(as_json: bool, **options: Any) -> None:
    """Connect a calendar."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.calendars import CalendarWish, connect_calendar

    from_stdin = options.pop("password_stdin")
    wish = CalendarWish(password=_line() if from_stdin else None, **options)
    links = connect_calendar(bootstrap.settings(data_folder()), wish, asking=dialogue())
    if as_json:
        emit({"calendars": [{"account": each.id, "kind": each.kind} for each in links]})
        return
    for link in links:
        say_done(f"Connected the calendar {link.id}.")
    say_done("Next: heardback sync")


@connect_command.command(
    "smtp",
    help=help_text(
        "Connect the server that sends for a mailbox, and log in there once; nothing is sent. "
        "Without --host it is the one found with the mailbox, and the mailbox's password is used.",
        "heardback connect smtp dana",
        "heardback connect smtp dana --host smtp.example.org --port 587 --security starttls",
    ),
)
@click.argument("account")
@click.option("--host", help="The SMTP server.")
@click.option("--port", type=click.IntRange(1, 65535))
@click.option("--security", type=SECURITY, default="tls", show_default=True)
@secret_options
@json_option
def smtp_command(as_json: bool, **options: Any) -> None:
    """Connect a server for sending."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.connect import account_view
    from heardback.online.sending import SmtpWish, connect_smtp

    from_stdin = options.pop("password_stdin")
    wish = SmtpWish(password=_line() if from_stdin else None, **options)
    account = connect_smtp(bootstrap.settings(data_folder()), wish, asking=dialogue())
    if as_json:
        emit(account_view(account))
        return
    assert account.smtp is not None
    say_done(f"{account.smtp.host} will send for {account.address}, after your approval alone.")
