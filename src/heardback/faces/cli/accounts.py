"""`heardback accounts`: what is connected, and taking it away."""

import click

from heardback import bootstrap
from heardback.faces.cli.common import data_folder, emit, help_text, json_option, say_done
from heardback.faces.cli.screen import terminal


@click.group(
    "accounts",
    invoke_without_command=True,
    help=help_text(
        "The connected mailboxes and calendars, without their passwords.",
        "heardback accounts",
        "heardback accounts --folders",
        "heardback accounts remove dana",
    ),
)
@click.option("--folders", is_flag=True, help="Ask each mailbox for its folders.")
@json_option
@click.pass_context
def accounts_command(context: click.Context, folders: bool, as_json: bool) -> None:
    """List what is connected."""
    if context.invoked_subcommand is not None:
        return
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.accounts import list_accounts

    rows = list_accounts(
        bootstrap.settings(data_folder()),
        folders=folders,
        ask_passphrase=dialogue().secret,
    )
    if as_json:
        emit({"accounts": rows})
        return
    screen = terminal()
    if not rows:
        screen.line("Nothing is connected yet. Start with: heardback connect mail ADDRESS")
    for row in rows:
        screen.line(f"{screen.style(str(row['account']), 'bold')}  {row['kind']}  {row['shown']}")
        for line in row["lines"]:
            screen.line(f"    {line}")
    screen.show()


@accounts_command.command(
    "remove",
    help=help_text(
        "Disconnect a mailbox or calendar and drop its password. What was read from it stays.",
        "heardback accounts remove dana",
    ),
)
@click.argument("account")
@json_option
def remove_command(account: str, as_json: bool) -> None:
    """Disconnect an account."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.accounts import remove_account

    remove_account(
        bootstrap.settings(data_folder()),
        account,
        ask_passphrase=dialogue().secret,
    )
    if as_json:
        emit({"removed": account})
        return
    say_done(f"{account} is disconnected and its password dropped. What was read from it stays.")
