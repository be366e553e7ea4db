"""`heardback profile`: who the candidate is, and what drafts may say they can do."""

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import (
    emit,
    help_text,
    json_option,
    open_ports,
    plural,
    say_done,
)
from heardback.faces.cli.screen import terminal

if TYPE_CHECKING:
    from heardback.ports import Ports
    from heardback.reading.resume import Proposal

ALL = "all"


@click.command(
    "profile",
    help=help_text(
        "Say who you are and what you can do, or show it. Your addresses tell your own mail from "
        "theirs; your strengths are what drafts may say of you. A résumé (text, Markdown, DOCX, "
        "PDF) is read on this machine and only proposes: what you say yes to is kept.",
        'heardback profile --name "Dana Reyes" --email dana@example.org --phone "+1 512 555 0100"',
        "heardback profile --timezone America/Chicago --country US",
        'heardback profile --employer "Acme" --employer-domain acme.example',
        'heardback profile --strength "stock forecasting" --evidence "cut stock-outs by a third"',
        "heardback profile --resume resume.pdf             (asks about each line)",
        "heardback profile --resume resume.pdf --take 1,4  (or --take all)",
        'heardback profile --correct 2 --strength "demand planning"',
        "heardback profile --forget 2",
    ),
)
@click.option("--name", help="Your name as you sign.")
@click.option("--email", multiple=True, metavar="ADDRESS", help="Your address; again for more.")
@click.option("--phone", help="Your phone number, for the foot of your letters.")
@click.option("--timezone", metavar="ZONE", help="IANA name, such as America/Chicago.")
@click.option("--country", metavar="CODE", help="ISO 3166: US, US-TX, DE-BY (public holidays).")
@click.option("--employer", help="Where you work now: never named in a draft.")
@click.option("--employer-domain", multiple=True, help="Its mail domains: never written from.")
@click.option("--strength", help="Something you can do.")
@click.option("--evidence", help="The proof: what you did, with what result.")
@click.option("--resume", metavar="FILE", help="Read your strengths from a résumé.")
@click.option("--take", metavar="NUMBERS", help="Of the résumé's lines, keep these (or all).")
@click.option("--correct", type=int, metavar="N", help="Change strength N.")
@click.option("--forget", metavar="NUMBERS", help="Delete strengths by number, such as 2,3.")
@json_option
def profile_command(as_json: bool, **options: Any) -> None:
    """Show or change the profile."""
    from heardback.searchfile import candidate_to_keys
    from heardback.service.tracked import track

    if options["take"] and not options["resume"]:
        raise UsageError("--take needs --resume FILE.")
    with open_ports() as ports:
        _tell(ports, options)
        _strengths(ports, options)
        proposed = _resume(ports, options, as_json=as_json) if options["resume"] else None
        keys = candidate_to_keys(track(ports).search.candidate)
    if proposed:
        keys["proposed"] = proposed
    if as_json:
        emit(keys)
    elif not options["resume"]:
        _show(keys)


def _tell(ports: "Ports", options: dict[str, Any]) -> None:
    from heardback.service.record import set_profile

    values: dict[str, object] = {
        name: options[name] for name in ("name", "phone", "timezone", "country")
    }
    if options["email"]:
        values |= {"email": options["email"][0], "emails": list(options["email"])}
    if options["employer"]:
        domains = list(options["employer_domain"])
        values["present_employer"] = {"name": options["employer"], "domains": domains}
    told = {key: value for key, value in values.items() if value}
    if told:
        set_profile(ports, told)


def _strengths(ports: "Ports", options: dict[str, Any]) -> None:
    from heardback.service import strengths as kept

    what, evidence = options["strength"], options["evidence"]
    if options["correct"] is not None:
        changes = {"what": what, "evidence": evidence}
        given = {k: v for k, v in changes.items() if v is not None}
        if not given:
            raise UsageError("Say what to change: --strength or --evidence.")
        kept.correct_strength(ports, options["correct"], given)
        say_done(f"Corrected strength {options['correct']}. Take it back with 'heardback undo'.")
    elif what is not None:
        kept.add_strength(ports, what, evidence)
        say_done(f"Kept: {what}. Take it back with 'heardback undo'.")
    elif evidence is not None:
        raise UsageError("--evidence belongs to a --strength.")
    if options["forget"]:
        left = kept.forget_strengths(ports, numbers(options["forget"], most=None))
        say_done(f"Deleted; {plural(left, 'strength')} left. Take it back with 'heardback undo'.")


def _resume(ports: "Ports", options: dict[str, Any], *, as_json: bool) -> list[dict[str, object]]:
    from heardback.service import strengths as kept

    found = kept.proposals(bootstrap.resume_text(options["resume"]), known=kept.strengths(ports))
    if not found:
        say_done("Nothing new was found: no line that says what you did, no list of skills.")
        return []
    if options["take"]:
        chosen = [found[n - 1] for n in numbers(options["take"], most=len(found))]
    elif sys.stdin.isatty() and not as_json:
        chosen = [p for p in found if click.confirm(f"  {p.what}\n  Is this true of you?")]
    else:
        return _proposed(found, as_json=as_json)
    count = kept.confirm_proposals(ports, chosen, source=PurePath(options["resume"]).name)
    say_done(f"Kept {plural(count, 'strength')}. Take it back with 'heardback undo'.")
    return []


def _proposed(found: "list[Proposal]", *, as_json: bool) -> list[dict[str, object]]:
    if not as_json:
        screen = terminal()
        screen.line("Nothing is kept yet. Which of these are true of you?", "bold")
        for number, proposal in enumerate(found, 1):
            screen.paragraph(f"{number}. {proposal.what} (line {proposal.line})")
        screen.line("Keep some with --take 1,3 or --take all.", "dim")
        screen.show()
    return [{"number": n, "what": p.what, "line": p.line} for n, p in enumerate(found, 1)]


def numbers(text: str, *, most: int | None) -> list[int]:
    """Given "1,3-5" or "all", return the numbers; raise UsageError on anything else."""
    if text.strip().lower() == ALL and most is not None:
        return list(range(1, most + 1))
    chosen: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        ends = last if dash else first
        if not (first.isdigit() and ends.isdigit()) or int(ends) - int(first) > 1000:
            raise UsageError(f"{text!r} is no list of numbers.", hint="For example 1,3-5.")
        chosen += range(int(first), int(ends) + 1)
    if most is not None and (outside := [n for n in chosen if not 1 <= n <= most]):
        raise UsageError(f"There is no {outside[0]}.", hint=f"They go from 1 to {most}.")
    return chosen


def _show(keys: dict[str, object]) -> None:
    for key, value in keys.items():
        if key == "strengths" and isinstance(value, list):
            click.echo("strengths:")
            for number, one in enumerate(value, 1):
                proof = f": {one['evidence']}" if one.get("evidence") else ""
                source = f" (from {one['source']})" if one.get("source") else ""
                click.echo(f"  {number}. {one['what']}{proof}{source}")
            continue
        click.echo(f"{key}: {', '.join(value) if isinstance(value, list) else value}")
