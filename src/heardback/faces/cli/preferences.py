"""`heardback preferences`: list, explain, set, reset, profile."""

from typing import TYPE_CHECKING, Any

import click

from heardback.errors import UsageError
from heardback.faces.cli.common import (
    emit,
    help_text,
    json_option,
    open_ports,
    plural,
    read_text,
    say_done,
)
from heardback.faces.cli.screen import terminal

if TYPE_CHECKING:
    from heardback.model.search import Opportunity, Search
    from heardback.ports import Ports

opportunity_option = click.option("--opportunity", metavar="ID", help="For this one only.")
file_option = click.option(
    "--file", metavar="FILE.yaml", help="Those of a search file instead of your store's."
)
TRUTHS = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


class Preferences(click.Group):
    """A group that also takes NAME=VALUE words, as a short way to set."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; `set` for NAME=VALUE; name the nearest where there is none."""
        if args and "=" in args[0]:
            return "set", self.commands["set"], args
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            from heardback.searchfile.values import did_you_mean

            known = ", ".join(self.commands)
            hint = did_you_mean(args[0], self.commands, otherwise=f"There are: {known}.")
            raise UsageError(f"preferences has no command {args[0]!r}.", hint=hint)
        return super().resolve_command(ctx, args)


@click.group(
    "preferences",
    cls=Preferences,
    invoke_without_command=True,
    help=help_text(
        "See and change what the playbook lets you decide. Without a command: the list.",
        "heardback preferences",
        "heardback preferences explain grace",
        "heardback preferences set grace 2",
        "heardback preferences set note_words 80 150 --opportunity northwind",
        "heardback preferences reset grace",
        "heardback preferences profile academia --opportunity statecollege",
        "heardback preferences --file search.yaml --json",
    ),
)
@opportunity_option
@file_option
@json_option
@click.pass_context
def preferences_command(
    ctx: click.Context, opportunity: str | None, file: str | None, as_json: bool
) -> None:
    """List, explain, set and reset preferences."""
    if ctx.invoked_subcommand is None:
        _list(opportunity, file, as_json)


@preferences_command.command(
    "list",
    help=help_text(
        "Every preference: its value, the playbook's default, and where it was set.",
        "heardback preferences list",
        "heardback preferences list --opportunity northwind --json",
    ),
)
@opportunity_option
@file_option
@json_option
def list_command(opportunity: str | None, file: str | None, as_json: bool) -> None:
    """List the preferences."""
    _list(opportunity, file, as_json)


def _search(file: str | None, opportunity: str | None) -> "tuple[Search, Opportunity | None]":
    """Return the search of a file or the store, and the opportunity named, if one was."""
    if file is None:
        from heardback.service.show import find_opportunity
        from heardback.service.tracked import track

        with open_ports() as ports:
            tracked = track(ports)
        one = find_opportunity(tracked, opportunity).opportunity if opportunity else None
        return tracked.search, one
    from heardback.searchfile import read_search

    read = read_search(read_text(file), name=file)
    for warning in read.warnings:
        say_done(warning)
    if opportunity is None:
        return read.search, None
    found = read.search.opportunity(opportunity)
    if found is None:
        ids = ", ".join(o.id for o in read.search.opportunities) or "none"
        raise UsageError(f"there is no opportunity {opportunity!r}.", hint=f"There are: {ids}.")
    return read.search, found


def _list(opportunity: str | None, file: str | None, as_json: bool) -> None:
    from heardback.service.preferences import listing, shown

    view = listing(*_search(file, opportunity))
    if as_json:
        emit(view)
        return
    screen = terminal()
    where = {"opportunity": f"for {opportunity}", "search": "yours", "default": ""}
    for name, row in view["preferences"].items():
        mine = row["set_in"] != "default"
        told = f"{where[row['set_in']]}; the playbook has {shown(row['default'], name)}"
        screen.pair(f"{name}: {shown(row['value'], name)}", told if mine else "",
                    style="bold" if mine else None)  # fmt: skip
    changed = sum(row["set_in"] != "default" for row in view["preferences"].values())
    screen.line()
    screen.line(f"{changed} set by you. What one does: heardback preferences explain NAME", "dim")
    screen.show()


@preferences_command.command(
    "explain",
    help=help_text(
        "What a preference does, the camps that advisers fall into with their sources, which "
        "values it may have, and how to set it.",
        "heardback preferences explain grace",
        "heardback preferences explain sector --opportunity northwind --json",
    ),
)
@click.argument("name")
@opportunity_option
@file_option
@json_option
def explain_command(name: str, opportunity: str | None, file: str | None, as_json: bool) -> None:
    """Explain one preference."""
    from heardback.service.preferences import explain, known

    view = explain(known(name), *_search(file, opportunity))
    if as_json:
        emit(view)
    else:
        _show_explained(view)


def _show_explained(view: dict[str, Any]) -> None:
    from heardback.service.preferences import shown

    screen, name = terminal(), view["name"]
    where = {"default": "the playbook's default", "search": "your choice", "opportunity": "your "
             f"choice for {view['opportunity']}"}[view["set_in"]]  # fmt: skip
    screen.pair(f"{name}: {shown(view['value'], name)}", where, style="bold")
    screen.paragraph(view["does"])
    screen.paragraph(f"Allowed: {view['allowed']}. By default: {shown(view['default'], name)}.")
    for id, value in view["opportunities"].items():
        screen.paragraph(f"For {id}: {shown(value, name)}.")
    screen.heading("THE CAMPS")
    for camp in view["camps"]:
        screen.paragraph(f"{camp['says'][:1].upper()}{camp['says'][1:]}")
        named = "; ".join(dict.fromkeys(source["publisher"] for source in camp["sources"]))
        screen.paragraph(named, indent="      ", style="dim")
    screen.heading("IT BENDS")
    for id, title in view["rules"].items():
        screen.paragraph(f"{title} [{id}]")
    screen.heading("TO SET IT")
    screen.paragraph(f"heardback preferences set {name} VALUE [--opportunity ID]")
    screen.paragraph(f"heardback preferences reset {name}")
    screen.paragraph(f"in a search file: preferences: {{{name}: VALUE}}")
    screen.show()


@preferences_command.command(
    "set",
    help=help_text(
        "Set a preference, everywhere or for one opportunity. Take it back with 'heardback undo'.",
        "heardback preferences set grace 2",
        "heardback preferences set send_window 08:30 10:00",
        "heardback preferences set weekend_send friday --opportunity northwind",
        "heardback preferences set grace=2 call_policy=either",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="NAME VALUE...")
@opportunity_option
def set_command(words: tuple[str, ...], opportunity: str | None) -> None:
    """Set one preference, or several as NAME=VALUE."""
    from heardback.service.preferences import known

    if "=" in words[0]:
        pairs = [word.partition("=")[::2] for word in words]
        told = {known(name): [value] if value.strip() else [] for name, value in pairs}
    else:
        told = {known(words[0]): list(words[1:])}
        if len(words) == 1:
            raise UsageError(f"{words[0]}: no value.", hint=_try(words[0]))
    values = {name: _value(name, given) for name, given in told.items()}
    _keep(values, opportunity)


def _try(name: str) -> str:
    from heardback.service.preferences import allowed

    return f"It may be {allowed(name)}."


def _value(name: str, given: list[str]) -> object:
    """Return the value that words mean for a preference: none resets it."""
    from heardback.faces.cli.tell import keys_of
    from heardback.service.preferences import allowed

    if not given:
        return None
    if allowed(name) == "true or false":
        return TRUTHS.get(given[0].casefold(), given[0])
    values = [keys_of((f"{name}={word}",))[name] for word in given]
    return values[0] if len(values) == 1 else values


def _keep(values: dict[str, object], opportunity: str | None) -> None:
    from heardback.service.record import set_preferences

    with open_ports() as ports:
        try:
            set_preferences(ports, values, opportunity=opportunity)
        except UsageError as wrong:
            named = next((name for name in values if name in wrong.message), None)
            if named is None:
                raise
            raise UsageError(wrong.message, hint=wrong.hint or _try(named)) from None
        _say_kept(ports, values, opportunity)


def _say_kept(ports: "Ports", values: dict[str, object], opportunity: str | None) -> None:
    from heardback.service.preferences import listing, shown
    from heardback.service.show import find_opportunity
    from heardback.service.tracked import track

    tracked = track(ports)
    one = find_opportunity(tracked, opportunity).opportunity if opportunity else None
    rows = listing(tracked.search, one)["preferences"]
    where = f" for {one.id}" if one else ""
    for name in values:
        row = rows[name]
        aside = "the playbook's default" if row["set_in"] == "default" else "yours"
        say_done(f"{name}{where}: {shown(row['value'], name)} ({aside}).")
    if values:
        say_done("Take it back with 'heardback undo'.")


@preferences_command.command(
    "reset",
    help=help_text(
        "Back to the playbook's default (for an opportunity: to what holds everywhere).",
        "heardback preferences reset grace",
        "heardback preferences reset --all",
        "heardback preferences reset --all --opportunity northwind",
    ),
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--all", "everything", is_flag=True, help="All that are set.")
@opportunity_option
def reset_command(names: tuple[str, ...], everything: bool, opportunity: str | None) -> None:
    """Reset one preference, or all."""
    from heardback.service.preferences import known, listing

    if bool(names) == everything:
        raise UsageError("Name a preference, or --all.", hint="heardback preferences lists them.")
    search, one = _search(None, opportunity)
    rows = listing(search, one)["preferences"]
    here = "opportunity" if one else "search"
    mine = [name for name, row in rows.items() if row["set_in"] == here]
    wanted = mine if everything else [known(name) for name in names]
    unset = [name for name in wanted if name not in mine]
    for name in unset:
        say_done(f"{name} is not set{f' for {one.id}' if one else ''}; nothing to reset.")
    if everything and not mine:
        say_done("Nothing is set; all are the playbook's.")
    if set(wanted) - set(unset):
        _keep({name: None for name in wanted if name in mine}, opportunity)


@preferences_command.command(
    "profile",
    help=help_text(
        "Set what belongs together for a kind of work or candidate: corporate, academia, "
        "government, hourly, student, traditional. Without a name: what each sets.",
        "heardback preferences profile",
        "heardback preferences profile government --opportunity cityhall",
    ),
)
@click.argument("name", required=False)
@opportunity_option
@json_option
def profile_command(name: str | None, opportunity: str | None, as_json: bool) -> None:
    """Set or list profiles."""
    from heardback.languages.en.playbook import profiles
    from heardback.service.preferences import profile, shown

    if name is not None:
        _keep(profile(name, everywhere=opportunity is None), opportunity)
        return
    known = profiles().values()
    if as_json:
        emit({"profiles": {p.name: {"does": p.does, "sets": dict(p.sets)} for p in known}})
        return
    screen = terminal()
    for one in known:
        sets = ", ".join(f"{n} {shown(v)}" for n, v in one.sets.items())
        screen.pair(one.name, sets, style="bold")
        screen.paragraph(one.does)
    screen.line()
    screen.line(plural(len(known), "profile"), "dim")
    screen.show()
