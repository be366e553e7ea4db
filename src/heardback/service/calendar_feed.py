"""Follow-ups and deadlines as calendar entries."""

from datetime import datetime, timedelta

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.model.calendar import OURS, CalendarEntry
from heardback.model.plan import FollowUp
from heardback.ports import Ports
from heardback.service.agenda import Page
from heardback.service.deeds import key_of
from heardback.service.reasons import render
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

LENGTH = timedelta(minutes=15)
BEFORE = timedelta(0)


def calendar_entries(ports: Ports, *, private: bool = False) -> list[CalendarEntry]:
    """Return an entry for everything that is due or foreseen, in order of its hour.

    What is void is not there any more: a calendar that subscribes drops it. `private` leaves out
    names and reasons, for a calendar that others can see.
    """
    tracked = track(ports)
    made = plan(ports, tracked)
    now = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=now)
    entries = []
    for follow_up in made.follow_ups:
        entries += _entries(tracked, follow_up, page=page, now=now, private=private)
    return sorted(entries, key=lambda entry: (entry.start, entry.uid))


def _entries(
    tracked: Tracked, follow_up: FollowUp, *, page: Page, now: datetime, private: bool
) -> list[CalendarEntry]:
    key = key_of(tracked, follow_up)
    row = {"id": follow_up.id, "kind": follow_up.kind, "to": list(follow_up.to)}
    title, text = "HeardBack", ""
    if not private:
        title = f"{page.title(row)} ({page.opportunity(follow_up.opportunity).employer})"
        said = " ".join(render(reason, on=now.date()) for reason in follow_up.why)
        text = f"{said}\n\nheardback draft {follow_up.id}"
    found = []
    if follow_up.due is not None:
        found.append(_entry(key, follow_up.due, title, text))
    deadline = follow_up.latest
    if follow_up.kind == "decide" and deadline is not None and deadline != follow_up.due:
        name = title if private else f"Deadline: {title}"
        found.append(_entry(f"{key}-deadline", deadline, name, text))
    return found


def _entry(key: str, at: datetime, title: str, text: str) -> CalendarEntry:
    uid = f"{key}{OURS}"
    return CalendarEntry(uid=uid, start=at, end=at + LENGTH, title=title, text=text, alarm=BEFORE)
