"""Commands on files alone, without a store: `plan`, `timeframe`, `understand`, `schema`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import click

from heardback import bootstrap
from heardback.errors import HeardBackError, InputError, UsageError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    moment,
    read_text,
    say_done,
    until_option,
)
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES

LONG = 200_000  # a search file of so many characters takes long enough to say what is going on

jsonl_option = click.option(
    "--jsonl", metavar="FILE", help="Many at once: a JSON object a line in, a line each out."
)


@click.command(
    "plan",
    help=help_text(
        "Plan a search file directly: what is due, what waits, what is held, and why. Nothing is "
        "stored.",
        "heardback plan search.yaml",
        "heardback plan search.yaml --at 2025-03-04T10:00 --json",
        "heardback plan --jsonl many.jsonl",
    ),
)
@click.argument("file", required=False)
@at_option
@until_option
@json_option
@jsonl_option
def plan_command(
    file: str | None, at: str | None, until: str | None, as_json: bool, jsonl: str | None
) -> None:
    """Plan a search file, or many."""
    if (file is None) == (jsonl is None):
        raise UsageError("Name one search file, or --jsonl FILE.")
    if jsonl is not None:
        sys.exit(_plan_lines(jsonl))
    assert file is not None
    view = plan_file(file, at=at, until=until)
    if as_json:
        emit(view)
        return
    _show_plan(view)


def plan_file(file: str, *, at: str | None, until: str | None) -> dict[str, Any]:
    """Return the plan of a search file in the contract's shape; warnings go to standard error."""
    from heardback.faces.cli.progress import Bar
    from heardback.searchfile import read_search
    from heardback.service.import_parts import Progress
    from heardback.service.plan import plan_search

    text = read_text(file)
    with Bar() as bar:
        if len(text) >= LONG:
            bar.show(Progress(stage="reading", done=len(text.encode()), source="bytes"))
        read = read_search(text, name=file)
        bar.clear()
        for warning in read.warnings:
            say_done(warning)
        zone = read.search.candidate.timezone
        now = moment(at, zone_name=zone, name="--at") or bootstrap.clock().now()
        end = moment(until, zone_name=zone, name="--until", end=True)
        if len(text) >= LONG:
            count = len(read.search.opportunities)
            bar.show(Progress(stage="planning", done=count, source="opportunities"))
        return plan_search(read.search, at=now, until=end)


def _plan_lines(path: str) -> int:
    code = 0
    for row, fault in json_lines(read_text(path), path):
        answer: dict[str, Any] = {"id": row.get("id")}
        try:
            if fault or not isinstance(row.get("file"), str):
                raise UsageError(fault or 'a line needs a "file".')
            answer |= plan_file(str(row["file"]), at=row.get("at"), until=row.get("until"))
        except HeardBackError as error:
            answer["error"] = str(error)
            code = 1
        emit(answer, lines=True)
    return code


def json_lines(text: str, name: str) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Given JSON Lines, yield each object, with what is wrong where a line is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            yield row, None
        else:
            yield {}, f"{name}:{number}: is no JSON object."


def _show_plan(view: dict[str, Any]) -> None:
    from heardback.faces.cli.screen import terminal

    screen = terminal()
    screen.line(f"The plan at {view['at']}", "bold")
    for title, states in (("DUE", ("overdue", "due")), ("COMING UP", ("upcoming",))):
        rows = [r for r in view["follow_ups"] if r["state"] in states]
        if rows:
            screen.heading(title)
        for row in rows:
            screen.pair(f"    {row['id']}{' (optional)' if row['optional'] else ''}", row["due"])
            for reason in row["why"][:1]:
                screen.paragraph(f"{reason['text']} [{reason['rule']}]", indent="      ")
    if view["waiting"]:
        screen.heading("LEAVE IN PEACE")
    for row in view["waiting"]:
        screen.pair(f"    {row['opportunity']}", f"until {row['until']}" if row["until"] else "")
        for reason in row["why"][:1]:
            screen.paragraph(f"{reason['text']} [{reason['rule']}]", indent="      ")
    for row in view.get("deadlines", ()):
        screen.heading(f"THE OFFER OF {row['opportunity'].upper()}")
        hours = f"{row['working_hours_left']:g} working hours left"
        screen.pair(f"    answer by {row['decide_by']}", hours)
        for text in (*(t for other in row["others"] for t in other["ask"]), *row["ask"]):
            screen.paragraph(f"- {text}")
    if not view["follow_ups"] and not view["waiting"]:
        screen.paragraph("Nothing is due, and nothing is foreseen.")
    screen.show()


@click.command(
    "timeframe",
    help=help_text(
        "Read when an employer said it would answer: dates, firmness, and whether it is a promise.",
        'heardback timeframe "We hope to get back to you by the end of next week." '
        "--said 2025-03-03T16:00-05:00",
        "heardback timeframe 'She said by Friday' --said 2025-03-03 --explain",
        "heardback timeframe --jsonl sentences.jsonl",
    ),
)
@click.argument("text", required=False)
@click.option("--said", metavar="MOMENT", help="When the words were said or sent (default: now).")
@click.option("--country", help="The employer's country, for holidays and the order of dates.")
@click.option("--timezone", help="The employer's zone.")
@click.option("--explain", is_flag=True, help="Tell in words how each was read, and why.")
@json_option
@jsonl_option
def timeframe_command(
    text: str | None,
    said: str | None,
    country: str | None,
    timezone: str | None,
    explain: bool,
    as_json: bool,
    jsonl: str | None,
) -> None:
    """Read the timeframes of a text."""
    from heardback.service.timeframe import explain_one, read_lines, read_one

    if jsonl is not None:
        failed = False
        for answer in read_lines(read_text(jsonl).splitlines(), words=ENGLISH_TIMEFRAMES):
            failed = failed or "error" in answer
            emit(answer, lines=True)
        sys.exit(1 if failed else 0)
    if text is None:
        raise UsageError("Give a text, or --jsonl FILE.")
    text = read_text("-") if text == "-" else text
    from heardback.service.zones import machine_zone

    at = moment(said, zone_name=timezone or ("UTC" if said else machine_zone()), name="--said")
    at = at or bootstrap.clock().now()
    if explain and not as_json:
        click.echo("\n".join(explain_one(text, said=at, country=country, timezone=timezone)))
        return
    answer = read_one(text, said=at, country=country, timezone=timezone, words=ENGLISH_TIMEFRAMES)
    if as_json:
        emit(answer)
        return
    rows: Any = answer["timeframes"]
    for row in rows:
        when = row["by"] or "no date"
        since = f"{row['earliest']} to " if row["earliest"] else ""
        what = "a promise" if row["promise"] else f"no promise ({row['about']})"
        click.echo(f"“{row['quote']}”: {since}{when}, {row['firmness']}, {what}")
    if not rows:
        click.echo("No timeframe in it.")


@click.command(
    "understand",
    help=help_text(
        "Say what messages mean, one line of JSON each: kind, employer, people, promises, "
        "interview, offer, with the words each rests on. Nothing is stored.",
        "heardback understand mail.mbox --json-lines",
        "heardback understand message.eml --me dana@example.org --json-lines",
        "heardback understand message.eml --explain",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address; again for more.")
@click.option("--json-lines", "--json", "as_json", is_flag=True, help="Answer as JSON Lines.")
@click.option("--explain", is_flag=True, help="Show which words gave which fact.")
def understand_command(
    paths: tuple[str, ...], me: tuple[str, ...], as_json: bool, explain: bool
) -> None:
    """Understand messages."""
    from heardback.bootstrap import understand_paths
    from heardback.faces.cli.explained import show_explained
    from heardback.faces.cli.screen import terminal

    failed = False
    for row in understand_paths(paths, me=me, data=_data()):
        failed = failed or "error" in row
        if as_json:
            emit(row, lines=True)
        elif "error" in row:
            click.echo(f"{row.get('file', '')}: {row['error']}", err=True)
        elif explain:
            screen = terminal()
            show_explained(dict(row), screen)
            screen.show()
        else:
            who = (row["from"] or {}).get("name") or (row["from"] or {}).get("email") or ""
            click.echo(
                f"{(row['date'] or '')[:10]:<11}{row['kind']:<22}{who[:28]:<30}"
                f"{row['employer'] or ''}"
            )
    sys.exit(1 if failed else 0)


def _data() -> str | None:
    from heardback.faces.cli.common import data_folder

    return data_folder()


@click.command(
    "schema",
    help=help_text(
        "Print the JSON Schema of a public format.",
        "heardback schema search > search.schema.json",
    ),
)
@click.argument(
    "name", type=click.Choice(["search", "plan", "understanding", "timeframe", "findings"])
)
@json_option
def schema_command(name: str, as_json: bool) -> None:
    """Print a schema."""
    del as_json  # it is JSON either way
    from heardback.searchfile.schemas import SchemaName, schema

    emit(schema(cast(SchemaName, name)))


def write_text(path: str, text: str) -> None:
    """Write a file privately, `-` being standard output; raise InputError."""
    if path == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        return
    try:
        target = Path(path)
        target.touch(mode=0o600)
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(path, None, f"cannot be written: {error.strerror}.") from error
