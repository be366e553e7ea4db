"""Write docs/gallery.md: every follow-up kind, in each register, on each channel it may take.

Usage: .venv/bin/python scripts/gallery.py          writes the page
       .venv/bin/python scripts/gallery.py --check  fails if the page is not current
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from heardback import bootstrap
from heardback.drafting.channels import ALLOWED
from heardback.drafting.compose import Style
from heardback.model.draft import REGISTERS, Draft
from heardback.model.people import Habits
from heardback.model.plan import KINDS, FollowUp
from heardback.model.search import Search
from heardback.ports import Ports
from heardback.sample import build_sample
from heardback.searchfile import read_search
from heardback.service import draft as drafts
from heardback.service import letters
from heardback.service.made_up import tell_sample
from heardback.service.plan import plan_of
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "gallery.md"
SECOND = ROOT / "scripts" / "gallery_search.yaml"
SAMPLE_DAYS = ("2025-04-23", "2025-04-29", "2025-05-01", "2025-05-07", "2025-05-09", "2025-05-14")
FIRST_DAY, LAST_DAY, LATE_DAYS = "2025-02-19", "2025-03-27", ("2025-02-28", "2025-05-22")
MOST_PER_WAY = 3

HEAD = """\
# Gallery

Every kind of follow-up, in each register and on each channel it may take: first from the sample
search (`heardback demo`), where mail shows how the candidate writes, then from a second search made
of the situations that the sample does not have. All people and firms are made up. The page is
written by `scripts/gallery.py`; a test keeps it current.

What to look for when you read it: would a busy hiring manager be glad to get this? Does each
sentence rest on something recorded? Does it sound like one person writing to another?
"""


class Entry:
    """One follow-up on one channel, with its drafts by register."""

    def __init__(self, follow_up: FollowUp, channel: str | None, at: datetime) -> None:
        self.follow_up, self.channel, self.at = follow_up, channel, at
        self.drafts: dict[str, Draft] = {}


def from_sample(ports: Ports) -> Iterator[Entry]:
    """Yield the drafts of the sample search, at the days on which most happens."""
    for day in SAMPLE_DAYS:
        search = track(ports).search
        now = datetime.combine(
            date.fromisoformat(day), time(9, 30), zone(search.candidate.timezone)
        )
        at_hand = replace(ports, clock=bootstrap.clock(now))
        made = plan(at_hand, track(at_hand))
        for follow_up in made.follow_ups:
            if follow_up.state == "upcoming" and follow_up.kind != "ask_timeframe":
                continue
            for channel in ways(follow_up):
                entry = Entry(follow_up, channel, now)
                for register in registers(follow_up):
                    wanted = letters.Wanted(register=register, channel=channel)
                    entry.drafts[str(register)] = letters.draft(at_hand, follow_up.id, wanted)
                yield entry


def from_file(search: Search) -> Iterator[Entry]:
    """Yield the drafts of a search file, day by day."""
    day = date.fromisoformat(FIRST_DAY)
    days = [day + timedelta(n) for n in range((date.fromisoformat(LAST_DAY) - day).days)]
    for each in [*days, *(date.fromisoformat(late) for late in LATE_DAYS)]:
        now = datetime.combine(each, time(16, 0), zone(search.candidate.timezone))
        made = plan_of(search, at=now)
        for follow_up in made.follow_ups:
            soon = follow_up.kind in ("ask_timeframe", "decide")
            if follow_up.state == "upcoming" and not soon:
                continue
            for channel in ways(follow_up):
                entry = Entry(follow_up, channel, now)
                for register in registers(follow_up):
                    habits = search.candidate.habits or Habits()
                    style = Style(register=register, habits=habits)
                    asked = drafts.Asked(style=style, channel=channel)
                    entry.drafts[str(register)] = drafts.draft_follow_up(
                        search, made, follow_up.id, at=now, asked=asked
                    )
                yield entry


def ways(follow_up: FollowUp) -> list[str | None]:
    """Return the channels to show: the plan's own, then the others it may take."""
    if follow_up.channel is None:
        return [None]
    others = ALLOWED[follow_up.kind] if len(follow_up.to) == 1 else ()
    return [follow_up.channel, *(c for c in others if c != follow_up.channel)]


def registers(follow_up: FollowUp) -> list[str | None]:
    """Return the registers to show: all three, or none for a card to oneself."""
    return list(REGISTERS) if follow_up.channel else [None]


def chosen(entries: Iterator[Entry]) -> list[Entry]:
    """Return one entry per follow-up and channel, a few of each kind."""
    seen: set[tuple[str, str | None]] = set()
    counts: dict[tuple[str, str | None], int] = {}
    kept = []
    for entry in entries:
        mark = (entry.follow_up.id, entry.channel)
        way = (entry.follow_up.kind, entry.channel)
        own = entry.channel == entry.follow_up.channel
        if mark in seen or counts.get(way, 0) >= (MOST_PER_WAY if own else 1):
            continue
        seen.add(mark)
        counts[way] = counts.get(way, 0) + 1
        kept.append(entry)
    return sorted(kept, key=lambda e: KINDS.index(e.follow_up.kind))


def written(entries: list[Entry]) -> Iterator[str]:
    """Yield the lines of the page for these entries."""
    kind = None
    for entry in entries:
        if entry.follow_up.kind != kind:
            kind = entry.follow_up.kind
            yield f"\n### {kind.replace('_', ' ')}\n"
        way = f"by {entry.channel}" if entry.channel else "as a card for yourself"
        yield f"\n#### `{entry.follow_up.id}` {way}, {entry.at:%-d %B %Y}\n"
        for register, draft in entry.drafts.items():
            if register != "None":
                yield f"\n*{register}*\n"
            yield from shown(draft)
        asked = {q for d in entry.drafts.values() for q in d.questions}
        yield from (f"\nAsked of the candidate: {q}\n" for q in sorted(asked))


def shown(draft: Draft) -> Iterator[str]:
    """Yield one draft as a quoted block."""
    yield "\n```text\n"
    if draft.subject:
        yield f"Subject: {draft.subject}\n\n"
    yield f"{drafts.text_of(draft)}\n"
    if draft.voicemail:
        yield f"\n[voicemail] {draft.voicemail}\n"
    yield "```\n"


def page() -> str:
    """Return the whole page."""
    read = read_search(SECOND.read_text(encoding="utf-8"), name=SECOND.name)
    with tempfile.TemporaryDirectory() as folder:
        sample = build_sample(Path(folder))
        data = str(Path(folder) / "data")
        settings = bootstrap.settings(data)
        with bootstrap.ports(settings) as ports:
            tell_sample(ports, sample.candidate, {}, ())
        paths = [str(p) for p in (sample.inbox, sample.sent, sample.calendar)]
        bootstrap.import_mail(paths, me=(), data=data)
        with bootstrap.ports(settings) as ports:
            tell_sample(ports, sample.candidate, sample.facts, sample.notes)
            first = "".join(written(chosen(from_sample(ports))))
    second = "".join(written(chosen(from_file(read.search))))
    return f"{HEAD}\n## The sample search\n{first}\n## The other situations\n{second}"


def main() -> None:
    """Write the page, or check that it is current."""
    text = page()
    if "--check" in sys.argv:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        sys.exit(0 if current else "docs/gallery.md is not current: run scripts/gallery.py")
    PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {text.count('```text')} drafts")


if __name__ == "__main__":
    main()
