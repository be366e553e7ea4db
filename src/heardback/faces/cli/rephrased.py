"""`heardback draft ID --rephrase`: what is sent, a yes before the first time, what came of it."""

import sys
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import data_folder, emit, open_ports, say_done
from heardback.faces.cli.screen import terminal

if TYPE_CHECKING:
    from heardback.ports import Prompt
    from heardback.service.letters import Wanted
    from heardback.service.rephrase import Rephrased


def rephrase_draft(
    id: str, *, at: str | None, wanted: "Wanted", keep: bool, yes: bool, as_json: bool
) -> None:
    """Have a draft of the store put in other words; `keep` makes them the candidate's own."""
    from heardback.service import rephrase as service
    from heardback.service.letters import draft_kept, keep_edit

    writer = bootstrap.writer(bootstrap.settings(data_folder()))
    with open_ports(at, create=False) as ports:
        kept = draft_kept(ports, id, wanted)
        case = service.Case(kept.draft, kept.search, ports.clock.now())
        prompt = service.prompt_of(case)
        if not service.is_allowed(ports, writer):
            _ask_leave(writer.where, prompt, yes=yes)
            service.allow(ports, writer)
        made = service.rephrase(case, writer)
        taken = [o for o in made.offers if not o.refused]
        if keep and taken:
            keep_edit(ports, id, made.text, wanted=wanted)
    if as_json:
        emit(_view(id, writer.where, made, kept=keep and bool(taken)))
    else:
        _show(made, where=writer.where)
        say_done(
            "Kept as your own words; 'heardback undo' takes it back."
            if keep and taken
            else "Nothing is kept; --keep makes it your own words."
        )


def _ask_leave(where: str, prompt: "Prompt", *, yes: bool) -> None:
    """Show what is sent, and ask for a yes; without a terminal only --yes will do."""
    say_done(f"This goes to {where}, and nothing else:\n\n{prompt.task}\n\n{prompt.letter}\n")
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError(
            f"nothing was sent: {where} needs your yes once.", hint="Say it with --yes."
        )
    if not click.confirm(f"Send it to {where}, now and from now on?", err=True):
        raise UsageError("nothing was sent.")


def _show(made: "Rephrased", *, where: str) -> None:
    screen = terminal()
    for paragraph in made.text.split("\n"):
        screen.paragraph(paragraph, indent="  ")
    refused = [o for o in made.offers if o.refused]
    if refused:
        screen.heading(f"REFUSED FROM {where}")
    for offer in refused:
        screen.paragraph(f"sent: {offer.old}", indent="  ")
        screen.paragraph(f"got:  {offer.new}", indent="  ", style="red")
        screen.paragraph(f"{'; '.join(offer.refused)}", indent="        ", style="dim")
    if not made.offers:
        screen.line("The model changed nothing.", "dim")
    screen.show()


def _view(id: str, where: str, made: "Rephrased", *, kept: bool) -> dict[str, Any]:
    return {
        "id": id,
        "model": where,
        "text": made.text,
        "offers": [
            {"old": o.old, "new": o.new, "taken": not o.refused, "refused": list(o.refused)}
            for o in made.offers
        ],
        "kept": kept,
    }
