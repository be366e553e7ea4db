"""`heardback draft`, `heardback edit` and `heardback habits`."""

import sys
from typing import TYPE_CHECKING, Any, cast

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    moment,
    open_ports,
    plural,
    read_text,
    say_done,
)
from heardback.faces.cli.screen import Screen, terminal
from heardback.model.draft import REGISTERS

if TYPE_CHECKING:
    from heardback.service.letters import Wanted

CHANNELS = ("email", "call", "voicemail", "linkedin", "letter")
channel_option = click.option(
    "--channel", type=click.Choice(CHANNELS), help="Another way to send it, where it may go so."
)


@click.command(
    "draft",
    help=help_text(
        "Write a follow-up of the plan from recorded facts, and proofread it. With a search file "
        "named first, that is planned instead of the store. What you have edited is shown as you "
        "left it; --fresh shows what would be written today.",
        "heardback draft northwind/thank_you/tom",
        "heardback draft northwind/thank_you/tom --register friendly",
        "heardback draft northwind/thank_you/tom --variants",
        "heardback draft northwind/check_in/priya --channel call",
        "heardback draft search.yaml northwind/thank_you/tom --at 2025-03-04T10:00 --json",
        "heardback draft northwind/thank_you/tom --explain",
        "heardback draft northwind/thank_you/tom --rephrase",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="[FILE] ID")
@at_option
@click.option("--explain", is_flag=True, help="Show beside each claim the fact it rests on.")
@click.option("--register", type=click.Choice(REGISTERS), help="How it is to sound.")
@click.option("--variant", type=click.IntRange(1, 12), default=1, help="Which of several drafts.")
@click.option("--variants", is_flag=True, help="Show several drafts to choose from.")
@channel_option
@click.option("--fresh", is_flag=True, help="As the facts have it, leaving your edit aside.")
@click.option("--edit", is_flag=True, help="Open it in your editor and keep your words.")
@click.option("--rephrase", is_flag=True, help="In other words by the model you configured.")
@click.option("--keep", is_flag=True, help="With --rephrase: keep what passed the gate.")
@click.option("--yes", is_flag=True, help="With --rephrase: yes, send it to the model.")
@json_option
def draft_command(words: tuple[str, ...], at: str | None, as_json: bool, **options: Any) -> None:
    """Draft a follow-up."""
    if len(words) > 2:
        raise UsageError("Too many words.", hint="It is: heardback draft [FILE] ID.")
    if options["edit"]:
        if len(words) == 2:
            raise UsageError("An edit is kept in the store; a search file keeps none.")
        _edit(words[0], at=at, text=None, channel=options["channel"])
        return
    if options["rephrase"]:
        if len(words) == 2:
            raise UsageError("A model rephrases drafts of the store, not of a search file.")
        from heardback.faces.cli.rephrased import rephrase_draft

        asked = {"keep": options["keep"], "yes": options["yes"], "as_json": as_json}
        rephrase_draft(words[0], at=at, wanted=_wanted(options), **asked)
        return
    many = bool(options["variants"])
    made = _from_file(*words, at=at, **options) if len(words) == 2 else None
    views = made if made is not None else _from_store(words[0], at=at, **options)
    if as_json:
        emit({"variants": views} if many else views[0])
    else:
        _show(views, explain=options["explain"])
    sys.exit(1 if any(f["severity"] == "error" for v in views for f in v["findings"]) else 0)


def _show(views: list[dict[str, Any]], *, explain: bool) -> None:
    screen = terminal()
    for view in views:
        if len(views) > 1:
            screen.heading(f"--variant {view['variant']}")
        show_draft(view, screen, explain=explain)
    screen.show()


def _from_file(file: str, id: str, *, at: str | None, **options: Any) -> list[dict[str, Any]]:
    from heardback.drafting.compose import Style
    from heardback.model.people import Habits
    from heardback.searchfile import read_search
    from heardback.service import draft as drafts
    from heardback.service.plan import plan_of

    read = read_search(read_text(file), name=file)
    for warning in read.warnings:
        say_done(warning)
    zone = read.search.candidate.timezone
    now = moment(at, zone_name=zone, name="--at") or bootstrap.clock().now()
    style = Style(
        register=options["register"],
        variant=options["variant"],
        habits=read.search.candidate.habits or Habits(),
    )
    asked = drafts.Asked(style=style, channel=options["channel"])
    made = plan_of(read.search, at=now)
    if options["variants"]:
        several = drafts.variants(read.search, made, id, at=now, asked=asked)
        return [drafts.draft_view(one) for one in several]
    draft = drafts.draft_follow_up(read.search, made, id, at=now, asked=asked)
    to = {"recipients": drafts.recipients_view(draft, read.search)}
    return [drafts.draft_view(draft) | to]


def _from_store(id: str, *, at: str | None, **options: Any) -> list[dict[str, Any]]:
    from heardback.service.draft import draft_view, recipients_view
    from heardback.service.letters import draft_kept, variants

    wanted = _wanted(options)
    with open_ports(at, create=False) as ports:
        if options["variants"]:
            return [draft_view(one) for one in variants(ports, id, wanted)]
        kept = draft_kept(ports, id, wanted)
    moved = [{"was": old, "now": new} for old, new in kept.moved]
    to = {"recipients": recipients_view(kept.draft, kept.search)}
    return [draft_view(kept.draft) | to | ({"moved": moved} if kept.draft.edited else {})]


def _wanted(options: dict[str, Any]) -> "Wanted":
    from heardback.service.letters import Wanted

    return Wanted(
        register=options.get("register"),
        variant=options.get("variant") or 1,
        channel=options.get("channel"),
        fresh=bool(options.get("fresh")),
    )


def show_draft(view: dict[str, Any], screen: Screen, *, explain: bool = False) -> None:
    """Write a draft as one would read it: to whom, the text, the remarks."""
    named = {r["id"]: _addressed(r, view["channel"]) for r in view.get("recipients", ())}
    readers = ", ".join(named.get(p, p) for p in view["to"]) or "yourself"
    screen.line(f"To: {readers} ({view['channel'] or 'for yourself'})", "bold")
    if view.get("cc"):
        screen.line(f"Cc: {', '.join(named.get(p, p) for p in view['cc'])}")
    if view.get("subject"):
        screen.line(f"Subject: {view['subject']}", "bold")
    screen.line()
    for part in ("body", "script", "voicemail"):
        if not view.get(part):
            continue
        if part == "voicemail":
            screen.line("If you reach the voicemail:", "bold")
        for paragraph in str(view[part]).split("\n"):
            screen.paragraph(paragraph, indent="  ")
        screen.line()
    _remarks(view, screen)
    if explain:
        _grounds(view, screen)


def _addressed(reader: dict[str, Any], channel: str | None) -> str:
    mail = channel == "email" and reader["email"]
    return f"{reader['name']} <{reader['email']}>" if mail else str(reader["name"])


def _remarks(view: dict[str, Any], screen: Screen) -> None:
    if view.get("edited"):
        screen.line("These are your own words; 'heardback undo' brings the draft back.", "dim")
    for change in view.get("moved", ()):
        screen.paragraph("Since you edited it, the facts have moved:", indent="", style="yellow")
        for sign, text in (("-", change["was"]), ("+", change["now"])):
            if text:
                screen.paragraph(f"{sign} {text}", style="dim")
    if view.get("thin"):
        text = "Too little is recorded for a good letter."
        screen.paragraph(text, indent="", style="yellow")
    for question in view.get("questions", ()):
        screen.paragraph(f"To make it better: {question}", indent="", style="yellow")
    for finding in view["findings"]:
        style = "red" if finding["severity"] == "error" else "yellow"
        screen.paragraph(f"{finding['severity']}: {finding['text']}", indent="", style=style)
    for other in view.get("similarity", ()):
        share = f"{other['likeness']:.0%} in common with {other['id']} (below 20% is well)"
        screen.paragraph(share, indent="", style="dim")


def _grounds(view: dict[str, Any], screen: Screen) -> None:
    text = view.get("body") or view.get("script") or ""
    screen.heading("WHAT IT RESTS ON")
    for ground in view["grounds"]:
        start, end = ground["span"]
        told = ", ".join(f"{k} {v}" for k, v in ground["evidence"].items() if v is not None)
        half = max(20, screen.width // 2 - 2)
        said = f"“{' '.join(text[start:end].split())}”"
        if len(said) <= half and len(told) <= half:
            screen.line(f"    {said:<{half - 4}}  {screen.style(told, 'dim')}")
            continue
        screen.paragraph(said)
        screen.paragraph(told, indent="        ", style="dim")


@click.command(
    "edit",
    help=help_text(
        "Put a draft into your own words. They are kept and never written over: later drafts of "
        "the same follow-up show them, with what has changed in the facts since. Without --text "
        "your editor ($EDITOR) opens.",
        "heardback edit northwind/thank_you/tom",
        "heardback edit northwind/thank_you/tom --text note.txt",
        "heardback edit northwind/thank_you/tom --forget",
    ),
)
@click.argument("id")
@click.option("--text", metavar="FILE", help="Take the words from this file (- is the input).")
@click.option("--subject", help="Your own subject line.")
@click.option("--forget", is_flag=True, help="Drop your words; the draft comes back.")
@channel_option
@at_option
@json_option
def edit_command(id: str, as_json: bool, **options: Any) -> None:
    """Edit a draft."""
    text = "" if options["forget"] else options["text"] and read_text(options["text"])
    view = _edit(
        id,
        at=options["at"],
        text=text,
        channel=options["channel"],
        subject=options["subject"],
        quiet=as_json,
    )
    if as_json and view is not None:
        emit(view)


def _edit(
    id: str,
    *,
    at: str | None,
    text: str | None,
    channel: str | None,
    subject: str | None = None,
    quiet: bool = False,
) -> dict[str, Any] | None:
    from heardback.service.draft import draft_view, text_of
    from heardback.service.letters import Wanted, draft, keep_edit
    from heardback.service.proofread import proofread_language
    from heardback.service.tracked import track

    wanted = Wanted(channel=channel)
    with open_ports(at, create=False) as ports:
        before = draft(ports, id, wanted)
        grammar = bootstrap.grammar()
        if text is None:
            grammar.warm()  # while the editor is open
        typed = click.edit(text_of(before), extension=".txt") if text is None else text
        if typed is None or typed.strip("\n") == text_of(before):
            say_done("Nothing was changed.")
            return draft_view(before)
        kept = keep_edit(ports, id, typed, subject=subject, wanted=wanted)
        view = draft_view(proofread_language(kept, grammar, search=track(ports).search))
    if not quiet:
        screen = terminal()
        show_draft(view, screen)
        screen.show()
    say_done("Kept. Take it back with 'heardback undo'." if typed else "Your words are dropped.")
    return view


@click.command(
    "habits",
    help=help_text(
        "How you greet, sign and write, learned on this machine from the mail you have sent about "
        "jobs. Nothing learned is stored; what you forget is not learned again.",
        "heardback habits",
        'heardback habits --set sign_off="All the best" --set contractions=no',
        "heardback habits --set register=friendly",
        "heardback habits --forget greeting",
        "heardback habits --forget all",
    ),
)
@click.option("--set", "changes", multiple=True, metavar="HABIT=VALUE", help="Say it yourself.")
@click.option("--forget", multiple=True, metavar="HABIT", help="Do not learn this one (or all).")
@json_option
def habits_command(changes: tuple[str, ...], forget: tuple[str, ...], as_json: bool) -> None:
    """Show or change habits."""
    from heardback.model.people import Habits
    from heardback.service.manners import forget_habits, habits_view, learn, set_habits
    from heardback.service.tracked import track

    with open_ports() as ports:
        if changes:
            pairs = [change.partition("=") for change in changes]
            set_habits(ports, {name.strip(): value.strip() for name, _, value in pairs})
        if forget:
            say_done(f"Forgotten: {', '.join(forget_habits(ports, forget))}.")
        tracked = track(ports)
        said = tracked.search.candidate.habits or Habits()
        view = habits_view(learn(ports, tracked), said)
    if as_json:
        emit(view)
        return
    _show_habits(view)


def _show_habits(view: dict[str, Any]) -> None:
    screen = terminal()
    screen.line(f"From {plural(view['mails'], 'mail')} you sent about jobs.", "bold")
    seen = cast("dict[str, dict[str, int]]", view["seen"])
    for name, habit in view["habits"].items():
        value = {True: "yes", False: "no", None: "-"}.get(habit["value"], habit["value"])
        counts = ", ".join(f"{word} {count}" for word, count in seen.get(name, {}).items())
        origin = f" ({habit['from']})" if habit["from"] else ""
        screen.pair(f"{name}: {value}{origin}", counts)
    for id, manner in view["people"].items():
        told = ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in manner.items() if v)
        screen.paragraph(f"{id}: {told}", style="dim")
    if not view["mails"]:
        screen.paragraph("Import your sent mail, or say it: heardback habits --set greeting=Hi")
    screen.show()
