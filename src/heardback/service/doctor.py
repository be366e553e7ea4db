"""What is configured, what is missing, and whether the store is sound, in plain sentences."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

from heardback import __version__
from heardback.config import Settings
from heardback.errors import HeardBackError
from heardback.ports import Ports
from heardback.service.backup import check_store
from heardback.service.tracked import said_addresses, track

Row = dict[str, str]


def check_all(
    chosen: Settings, *, open_ports: Callable[[], AbstractContextManager[Ports]]
) -> list[Row]:
    """Return a row for every check: level (ok, warning, error) and a sentence."""
    python = ".".join(str(n) for n in sys.version_info[:3])
    rows = [_row("ok", f"HeardBack {__version__} on Python {python}.")]
    rows.append(_row("ok", f"Your data is in {chosen.data}."))
    if not chosen.store.exists():
        text = "There is no store yet. Start with 'heardback import PATH' or 'heardback add'."
        return [*rows, _row("warning", text)]
    rows += [_row(level, text) for level, text in check_store(chosen.store)]
    if any(row["level"] == "error" for row in rows):
        return rows
    try:
        with open_ports() as ports:
            rows += _record(ports)
    except HeardBackError as error:
        rows.append(_row("error", str(error)))
    return rows


def _record(ports: Ports) -> list[Row]:
    tracked = track(ports)
    candidate = tracked.search.candidate
    rows = [_row("ok", f"{len(tracked.search.opportunities)} opportunities are tracked.")]
    if candidate.name == "You":
        rows.append(_row("warning", "Your name is not known: heardback profile --name …"))
    if not said_addresses(ports):
        found = ", ".join(sorted(ports.store.ledger.own_addresses()))
        text = f"Your addresses were found in the mail ({found})" if found else "None is known"
        rows.append(_row("warning", f"{text}; confirm: heardback profile --email …"))
    if not candidate.phone:
        text = "Your phone number is not known, and letters want one: heardback profile --phone …"
        rows.append(_row("warning", text))
    if not candidate.country:
        text = "Your country is not known: holidays are not counted. heardback profile --country US"
        rows.append(_row("warning", text))
    if tracked.review:
        text = f"{len(tracked.review)} reading(s) wait for your yes: heardback review"
        rows.append(_row("warning", text))
    return rows


def _row(level: str, text: str) -> Row:
    return {"level": level, "text": text}
