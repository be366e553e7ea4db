"""What the commands share: their options, moments as typed, JSON as promised, the open store."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from heardback import bootstrap
from heardback.errors import InputError, UsageError
from heardback.timeframe.business import zone

if TYPE_CHECKING:
    from heardback.ports import Ports

Command = TypeVar("Command", bound=Callable[..., Any])
DAY_END = time(23, 59, 59)

json_option = click.option(
    "--json",
    "--json-lines",
    "as_json",
    is_flag=True,
    help="Answer as JSON (contract shape), and nothing else.",
)
at_option = click.option(
    "--at", metavar="MOMENT", help="Take this as now: 2025-03-04 or 2025-03-04T10:00[-06:00]."
)
until_option = click.option(
    "--until", metavar="MOMENT", help="Look ahead to here (default 45 days)."
)


def help_text(text: str, *examples: str) -> str:
    """Return help for click: a paragraph, then examples kept line by line."""
    lines = "\n".join(f"  {example}" for example in examples)
    return f"{text}\n\n\b\nExamples:\n{lines}"


def emit(answer: object, *, lines: bool = False) -> None:
    """Write JSON to standard output, non-ASCII as it is, keys in the order given."""
    text = json.dumps(answer, ensure_ascii=False, indent=None if lines else 2)
    # A lone surrogate (from a broken mail) cannot be written as UTF-8: it is escaped instead.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    if lines:
        sys.stdout.flush()


def moment(text: str | None, *, zone_name: str, name: str, end: bool = False) -> datetime | None:
    """Given a moment as typed, return it aware; a day alone is its start, or its `end`."""
    if text is None:
        return None
    try:
        if len(text) == len("2025-03-04"):
            hour = DAY_END if end else time()
            return datetime.combine(date.fromisoformat(text), hour, zone(zone_name))
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{name} {text!r} is no moment.", hint="Write 2025-03-04 or 2025-03-04T10:00."
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=zone(zone_name))


def read_text(path: str) -> str:
    """Return the text of a file, `-` being standard input; raise InputError."""
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(path, None, f"cannot be read: {reason}.") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError(path, line, "is not UTF-8 text.", hint="Save it as UTF-8.") from error


@contextmanager
def open_ports(at: str | None = None, *, create: bool = True) -> Iterator["Ports"]:
    """Open the store of this command's `--data`; `at` sets the hour for the whole command."""
    from heardback.service.tracked import zone_name

    settings = bootstrap.settings(data_folder())
    if not create and not settings.store.exists():
        raise UsageError(
            f"There is no store in {settings.data}.",
            hint="Start with 'heardback import PATH', 'heardback add' or 'heardback demo'.",
        )
    with bootstrap.ports(settings) as opened:
        if at is None:
            yield opened
            return
        now = moment(at, zone_name=zone_name(opened), name="--at")
        yield replace(opened, clock=bootstrap.clock(now))


def data_folder() -> str | None:
    """Return the folder that `--data` names, or None."""
    context = click.get_current_context(silent=True)
    while context is not None:
        if isinstance(context.obj, dict):
            folder = context.obj.get("data")
            return str(folder) if folder else None
        context = context.parent
    return None


def say_done(text: str) -> None:
    """Tell the person what was done, on standard error, which leaves the output to answers."""
    click.echo(text, err=True)


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
