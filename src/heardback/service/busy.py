"""When the candidate is busy, by the connected calendars: times alone, no words.

Reminders keep out of these times. Of appointments that are nobody's business nothing else is kept.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from heardback.model.message import Meeting

AHEAD = timedelta(days=60)
LONGEST = timedelta(hours=16)

Span = tuple[datetime, datetime]


def busy_spans(meetings: Iterable[Meeting], *, now: datetime, me: frozenset[str]) -> list[Span]:
    """Return the spans of the next 60 days in which somebody with these meetings is busy, joined.

    Whole days, entries marked as free, cancelled ones and those the candidate declined are none.
    """
    spans = [
        (each.start, each.end)
        for each in meetings
        if each.start is not None
        and each.end is not None
        and each.start < each.end <= each.start + LONGEST
        and now < each.end
        and each.start < now + AHEAD
        and not each.all_day
        and not each.free
        and each.status != "CANCELLED"
        and each.method != "CANCEL"
        and not any(each.partstat.get(address) == "DECLINED" for address in me)
    ]
    return joined(spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def free_after(moment: datetime, spans: Iterable[Span]) -> datetime:
    """Return the first moment from `moment` on at which the candidate is not busy."""
    for start, end in joined(spans):
        if start <= moment < end:
            moment = end
    return moment
