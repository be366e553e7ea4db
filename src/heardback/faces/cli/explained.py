"""`heardback understand --explain`: which words of a message gave which fact."""

from collections.abc import Iterator
from typing import Any

from heardback.faces.cli.screen import Screen

_SURE = 0.6


def show_explained(row: dict[str, Any], screen: Screen) -> None:
    """Given one answer of `understand`, add it to the screen with the words behind each fact."""
    sender = row["from"] or {}
    who = sender.get("name") or sender.get("email") or "nobody"
    screen.line(f"{(row['date'] or 'no date')[:16].replace('T', ' ')}  {who}", "bold")
    for label, value, quote in _facts(row):
        screen.line(f"  {screen.style(f'{label:<12}', 'dim')}{value}")
        if quote:
            screen.paragraph(f"“{quote}”", indent=" " * 14, style="cyan")
    if not row["job_related"]:
        screen.line("  It is not about a job of yours; nothing would be kept of it.", "dim")
    elif row["confidence"] < _SURE:
        screen.line("  It would wait for your word: heardback review.", "yellow")
    if row["authentication"] == "fail":
        screen.line("  The sender's address failed its check (DMARC, SPF or DKIM).", "red")
    screen.line()


def _facts(row: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what was read: its label, its value, and the words that say so."""
    said = row["evidence"]
    also = f"; also {', '.join(row['also'])}" if row.get("also") else ""
    yield "kind", f"{row['kind']} ({row['confidence']:.2f}){also}", said.get("kind", "")
    for name in ("employer", "role"):
        if row[name]:
            yield name, row[name], said.get(name, "")
    for person in row["people"]:
        parts = [person["role"], person["title"], person["email"]]
        known = ", ".join(part for part in parts if part)
        yield "person", f"{person['name']} ({known})" if known else person["name"], ""
    for one in row["timeframes"]:
        purpose = "a promise" if one["promise"] else one["about"]
        days = " to ".join(day for day in (one["earliest"], one["by"]) if day) or "no day"
        yield "time", f"{days}, {one['firmness']}, {purpose}", one["quote"]
    if row["interview"]:
        yield "interview", str(row["interview"]["start"]), said.get("interview", "")
    if row["offer"]:
        yield "offer", f"decide by {row['offer']['decide_by'] or 'no day'}", row["offer"]["quote"]
    for ask in row["asks"]:
        by = f"by {ask['reply_by']}" if ask["reply_by"] else "no day"
        yield "they ask", by, ask["quote"]
