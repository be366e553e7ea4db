"""What HeardBack did, in plain words: what it read, what you said, what it wrote and sent."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from heardback.languages.en.activity import ACTIVITY
from heardback.model.delivery import Letter
from heardback.model.journal import Entry
from heardback.ports import Ports
from heardback.service.outbox import all_standings
from heardback.service.outbox_view import stands
from heardback.service.told import told
from heardback.service.tracked import track, zone_name
from heardback.timeframe.business import zone

Row = dict[str, Any]


def activity(ports: Ports, *, since: datetime | None = None) -> dict[str, Any]:
    """Return every deed with its hour, the newest first, and what has been read of each source."""
    rows = [*_said(ports), *letter_rows(ports), *journal_rows(ports)]
    if since is not None:
        rows = [row for row in rows if row["when"] >= since]
    rows = sorted(rows, key=lambda row: row["when"])[::-1]  # of one moment, the later step first
    here = zone(zone_name(ports))
    shown = [
        {**row, "when": row["when"].astimezone(here).isoformat(timespec="seconds")} for row in rows
    ]
    marks = ports.store.ledger.marks()
    read = [{"source": name, "messages": mark.count} for name, mark in sorted(marks.items())]
    return {"deeds": shown, "read": read, "kept": sum(1 for _ in ports.store.received())}


def _said(ports: Ports) -> list[Row]:
    tracked = track(ports)
    return [
        {"when": said.at, "did": "you said", "what": told(said.saying, tracked)}
        for said in ports.store.sayings()
    ]


def letter_rows(ports: Ports, called: Callable[[Letter], str] | None = None) -> list[Row]:
    """Return every step of every letter, with why and the quoted words.

    A letter is `called` by its follow-up's id, or as the page that shows it likes.
    """
    rows = []
    for standing in all_standings(ports):
        letter = standing.letter
        for step in standing.steps:
            text = stands(letter, step.kind, called=called(letter) if called else None)
            why = f" ({step.why.rstrip('.')})" if step.why else ""
            quote = f" “{' '.join(step.quote.split())[:200]}”" if step.quote else ""
            rows.append({"when": step.at, "did": "letter", "what": f"{text}{why}{quote}"})
    return rows


def journal_rows(ports: Ports) -> list[Row]:
    """Return what was read, written to calendars and reminded of."""
    return [
        {"when": each.at, "did": ACTIVITY["did"][each.kind], "what": _words(each)}
        for each in ports.store.journal.entries()
    ]


def _words(entry: Entry) -> str:
    """Return an entry in words, its counts filled in."""
    body = entry.body
    known = ACTIVITY["words"]
    name = "quiet" if body.get("quiet") else "error" if body.get("error") else entry.kind
    return known[name].format_map(_Filled(body))


class _Filled(dict[str, object]):
    """What an older entry lacks reads as a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"
