"""Looking after the store: `rebuild`, `backup`, `restore`, `doctor`, and shell completion."""

import sys
from pathlib import Path

import click

from heardback import bootstrap
from heardback.faces.cli.common import (
    data_folder,
    emit,
    help_text,
    json_option,
    open_ports,
    plural,
    say_done,
)
from heardback.faces.cli.screen import terminal


@click.command(
    "rebuild",
    help=help_text(
        "Read everything kept once more and work out the opportunities anew. Nothing you said or "
        "did is lost.",
        "heardback rebuild",
    ),
)
@json_option
def rebuild_command(as_json: bool) -> None:
    """Recompute what is derived."""
    from heardback.service.rebuild import rebuild

    with open_ports(create=False) as ports:
        answer = rebuild(ports)
    if as_json:
        emit(answer)
        return
    read, open_ = answer["read"], answer["opportunities"]
    say_done(
        f"Read {plural(read, 'message')} again: {plural(open_, 'opportunity', 'opportunities')}."
    )


@click.command(
    "backup",
    help=help_text(
        "Write the whole store to one file, for your eyes only.",
        "heardback backup ~/heardback-2025-03-04.db",
    ),
)
@click.argument("file")
def backup_command(file: str) -> None:
    """Back the store up."""
    from heardback.service.backup import backup

    settings = bootstrap.settings(data_folder())
    backup(settings.store, Path(file))
    say_done(f"Written to {file}. Bring it back with 'heardback restore {file}'.")


@click.command(
    "restore",
    help=help_text(
        "Put a backup in the store's place; the present store is kept beside it.",
        "heardback restore ~/heardback-2025-03-04.db",
    ),
)
@click.argument("file")
def restore_command(file: str) -> None:
    """Restore a backup."""
    from heardback.service.backup import restore

    settings = bootstrap.settings(data_folder())
    aside = restore(Path(file), settings.store)
    kept = f" The store that was there is kept as {aside}." if aside else ""
    say_done(f"Restored from {file}.{kept}")


@click.command(
    "doctor",
    help=help_text(
        "What is configured, what is missing, whether the store is sound, and whether every "
        "connected mailbox and calendar answers; what is wrong is said in words.",
        "heardback doctor",
        "heardback doctor --offline",
        "heardback doctor --json",
    ),
)
@click.option("--offline", is_flag=True, help="Try no connection.")
@json_option
def doctor_command(offline: bool, as_json: bool) -> None:
    """Check the installation, the store and the connections."""
    from heardback.bootstrap import doctor

    settings = bootstrap.settings(data_folder())
    rows = doctor(settings)
    if not offline and not any(row["level"] == "error" for row in rows):
        from heardback.faces.cli.dialogue import dialogue
        from heardback.online.doctor import check_accounts

        rows += check_accounts(settings, ask_passphrase=dialogue().secret)
    bad = any(row["level"] == "error" for row in rows)
    if as_json:
        emit({"checks": rows, "sound": not bad})
    else:
        screen = terminal()
        marks = {"ok": ("ok  ", "green"), "warning": ("mind", "yellow"), "error": ("bad ", "red")}
        for row in rows:
            mark, style = marks[row["level"]]
            screen.line(f"{screen.style(mark, style)}  {row['text']}")
        screen.show()
    sys.exit(1 if bad else 0)


@click.command(
    "completion",
    help=help_text(
        "Print the completion script of your shell.",
        "heardback completion bash >> ~/.bashrc",
        "heardback completion zsh >> ~/.zshrc",
        "heardback completion fish > ~/.config/fish/completions/heardback.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print shell completion."""
    from click.shell_completion import get_completion_class

    from heardback.faces.cli.main import cli

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(cli, {}, "heardback", "_HEARDBACK_COMPLETE").source())
