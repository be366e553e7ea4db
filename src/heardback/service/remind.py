"""When to remind of what: at most one digest a day, nothing in quiet hours, nothing twice.

Here it is only worked out; who shows it is given (online/remind.py). Every notice has an id that is
kept before it is shown, so that a crash costs a notice rather than repeating it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.remind import REMIND
from heardback.model.delivery import Standing
from heardback.model.journal import Entry, ReminderWish
from heardback.ports import Ports
from heardback.service.agenda import agenda_view
from heardback.service.busy import free_after
from heardback.service.deeds import key_of
from heardback.service.outbox import all_standings
from heardback.service.outbox_view import told_in_words
from heardback.service.plan_view import plan_view
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

NEEDS_YOU = frozenset({"unknown", "failed", "late", "superseded"})
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is to be shown: a title and a text, and the entries that say it was shown.

    `follow_ups` are the ids it is about, so that they can be put off from the notice itself.
    """

    title: str
    text: str
    entries: tuple[Entry, ...]
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The mail of a day: subject, text, and the follow-ups by the numbers it gives them."""

    subject: str
    text: str
    entry: Entry
    message_id: str
    follow_ups: tuple[str, ...] = ()


def may_sound(ports: Ports, wish: ReminderWish, now: datetime) -> bool:
    """Return whether the candidate may be disturbed: no quiet hour, no appointment."""
    return not is_quiet(wish, now) and free_after(now, ports.store.accounts.busy()) == now


def is_quiet(wish: ReminderWish, local: datetime) -> bool:
    """Given the candidate's own hour, return whether it is a quiet one.

    The span may cross midnight; an empty one ("08:00" to "08:00") has no hour in it.
    """
    start, end = (time.fromisoformat(text) for text in wish.quiet)
    hour = local.time()
    return start <= hour < end if start <= end else hour >= start or hour < end


def notice(ports: Ports, now: datetime) -> Notice | None:
    """Return what has become due, or needs the candidate, and was not told yet; None: nothing."""
    wish = ports.store.journal.wish()
    tracked = track(ports, at=now)
    local = now.astimezone(zone(tracked.search.candidate.timezone))
    if not may_sound(ports, wish, local):
        return None
    told = {entry.id for entry in ports.store.journal.entries()}
    due = [row for row in _due(ports, tracked, now) if row["entry"] not in told]
    letters = [s for s in all_standings(ports) if s.kind in NEEDS_YOU]
    open_ = [s for s in letters if f"notice:{s.last.id}" not in told]
    if not due and not open_:
        return None
    ids = [row["entry"] for row in due] + [f"notice:{s.last.id}" for s in open_]
    lines = _lines(due, open_) if wish.private else []
    return Notice(
        title=_title(len(due), len(open_)),
        text="\n".join(lines) or REMIND["look"],
        entries=tuple(Entry(id=id, at=now, kind="notice") for id in ids),
        follow_ups=tuple(str(row["id"]) for row in due),
    )


def _due(ports: Ports, tracked: Tracked, now: datetime) -> list[dict[str, Any]]:
    """Return the rows of today's agenda, each with the id of its notice."""
    made = plan(ports, tracked, at=now)
    shown = plan_view(made, search=tracked.search)
    view = agenda_view(shown, tracked, faces=ENGLISH_FACES, at=now, days=1)
    keys = {f.id: f"notice:{key_of(tracked, f)}:{f.due.date()}" for f in made.follow_ups}
    rows: list[dict[str, Any]] = view["due"]
    return [row | {"entry": keys[row["id"]]} for row in rows if row["past"] and row["id"] in keys]


def _title(due: int, letters: int) -> str:
    parts = [REMIND["due one" if due == 1 else "due many"].format(count=due)] if due else []
    if letters:
        words = REMIND["letter one" if letters == 1 else "letter many"]
        parts.append(words.format(count=letters))
    return ", ".join(parts)


def _lines(due: Sequence[dict[str, Any]], letters: Sequence[Standing]) -> list[str]:
    lines = [f"{row['title']} ({row['employer']})" for row in due]
    return lines + [told_in_words(each) for each in letters]


def digest(ports: Ports, now: datetime) -> Digest | None:
    """Return the digest of the day if its hour has come and it was not sent; None: nothing.

    After a night's sleep it comes the same day, never the next; a day on which nothing is due and
    no letter needs the candidate has none.
    """
    wish = ports.store.journal.wish()
    if wish.digest is None:
        return None
    tracked = track(ports, at=now)
    local = now.astimezone(zone(tracked.search.candidate.timezone))
    weekend = local.weekday() >= SATURDAY and not wish.weekends
    if weekend or local.time() < time.fromisoformat(wish.digest) or is_quiet(wish, local):
        return None
    id = f"digest:{local.date()}"
    if any(entry.id == id for entry in ports.store.journal.entries()):
        return None
    shown = plan_view(plan(ports, tracked, at=now), search=tracked.search)
    view = agenda_view(shown, tracked, faces=ENGLISH_FACES, at=now, days=2)
    letters = [s for s in all_standings(ports) if s.kind in NEEDS_YOU]
    if not view["due"] and not letters:
        return None
    ids = tuple(str(row["id"]) for row in view["due"])
    return Digest(
        subject=_subject(view),
        text=_digest_text(view, letters),
        entry=Entry(id=id, at=now, kind="digest", body={"ids": list(ids)}),
        message_id=digest_id(ports, id),
        follow_ups=ids,
    )


def digest_id(ports: Ports, id: str) -> str:
    """Return the Message-ID of a day's digest: nobody outside can guess it."""
    stamp = sha256(ports.store.ledger.salt() + id.encode()).hexdigest()[:32]
    return f"<heardback-digest.{stamp}@heardback.invalid>"


def _subject(view: dict[str, Any]) -> str:
    """A subject shows on locked screens too: numbers, no names."""
    return REMIND["subject"].format(due=len(view["due"]), waiting=len(view["waiting"]))


def _digest_text(view: dict[str, Any], letters: Sequence[Standing]) -> str:
    lines = [str(view["shown"]), ""]
    if view["due"]:
        lines.append(view["headings"]["due"])
        for row in view["due"]:
            last = REMIND["last"].format(last=row["last"]) if row["last"] else ""
            lines.append(f"{row['number']:>3}  {row['title']}, {row['employer']}{last}")
            lines.append(f"     {row['why']} [{row['rule']}]")
            lines.append(f"     heardback draft {row['id']}")
        lines.append("")
    if letters:
        lines += [REMIND["letters"], *(f"  {told_in_words(each)}" for each in letters), ""]
    if view["waiting"]:
        lines.append(view["headings"]["waiting"])
        for row in view["waiting"]:
            until = row["until_words"] or REMIND["until they write"]
            lines.append(f"  {row['employer']}: {until}")
        lines.append("")
    return "\n".join([*lines, REMIND["reply"]]) + "\n"


def wanted_by_reply(text: str, follow_ups: Sequence[str]) -> list[tuple[str, timedelta]]:
    """Given a reply to a digest, return which follow-ups it puts off, and for how long.

    Only lines of the candidate's own count, such as "snooze 2 3d"; without days it is one.
    """
    found = []
    for line in text.splitlines():
        words = line.casefold().replace(",", " ").split()
        if words[:1] != ["snooze"] or len(words) < 2 or not words[1].isdecimal():
            continue
        number = int(words[1])
        days = words[2].rstrip("days") if len(words) > 2 else "1"
        if 1 <= number <= len(follow_ups) and days.isdecimal() and 1 <= int(days) <= 365:
            found.append((follow_ups[number - 1], timedelta(days=int(days))))
    return found
