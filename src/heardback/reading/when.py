"""When and how an interview takes place, from the words of a mail or from its invitation."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from heardback.model.events import Mode, Stage
from heardback.model.message import Meeting
from heardback.model.understanding import InterviewSeen
from heardback.reading.letter import Letter
from heardback.reading.words import ReadingWords

MOST_DAYS = 120
_OFFSET = re.compile(r"(?:gmt|utc) ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})")
DAY_STARTS = 7


def interview_of_meeting(
    meeting: Meeting, *, me: frozenset[str], words: ReadingWords, text: str = ""
) -> InterviewSeen | None:
    """Given an invitation or a calendar event, return the interview it fixes, or None."""
    if meeting.start is None or meeting.all_day:
        return None
    told = f"{meeting.summary}\n{meeting.description}\n{meeting.location}\n{text}"
    people = [meeting.organizer, *meeting.attendees] if meeting.organizer else meeting.attendees
    with_ = [p.email or p.name for p in people if p is not None and p.email.casefold() not in me]
    cancelled = meeting.method == "CANCEL" or meeting.status == "CANCELLED"
    declined = any(meeting.partstat.get(address) == "DECLINED" for address in me)
    return InterviewSeen(
        start=meeting.start,
        end=meeting.end,
        mode=mode_of(told, words),
        stage=stage_of(told, words),
        with_=tuple(dict.fromkeys(w for w in with_ if w)),
        cancelled=cancelled or declined,
        uid=meeting.uid,
        sequence=meeting.sequence,
        zone=meeting.zone,
        changed_at=meeting.changed_at,
    )


def interview_in_words(letter: Letter, *, zone: str | None) -> tuple[InterviewSeen, str] | None:
    """Given a letter that confirms a time, return the interview and the sentence that fixes it.

    A day and an hour are both needed; a month without a year is the next one to come. The zone is
    the one named beside the hour, else `zone`, else the offset of the letter itself.
    """
    sent = letter.message.date
    if sent is None:
        return None
    for day, found, quote in _days_with_hours(letter, sent):
        begins, ends, named = found
        named = named or _told_elsewhere(letter)
        known = named or zone
        tz = ZoneInfo(known) if known else sent.tzinfo
        start = datetime.combine(day, begins, tz)
        end = datetime.combine(day, ends, tz) if ends and ends > begins else None
        if sent - timedelta(days=1) <= start <= sent + timedelta(days=MOST_DAYS):
            whole = letter.cleaned.text(letter.message.text)
            seen = InterviewSeen(
                start=start,
                end=end,
                mode=mode_of(whole, letter.words),
                stage=stage_of(f"{letter.message.subject}\n{whole}", letter.words),
                zone=named,
            )
            return seen, " ".join(quote.split())
    return None


Hours = tuple[time, time | None, str | None]
_NEAR = 4  # sentences: "Date: …", "Time: …", or the day in the subject


def _days_with_hours(letter: Letter, sent: datetime) -> Iterator[tuple[date, Hours, str]]:
    """Yield days with their hours: of one sentence first, then of lines beside one another."""
    told = [*letter.sentences, letter.subject]
    plain = [letter.words.plain_slot(one.text) for one in told]
    days = [day_in(text, sent, letter.words) for text in plain]
    for one, text, day in zip(told, plain, days, strict=True):
        hours = hours_in(text, letter.words) if day else None
        if day is not None and hours is not None:
            yield day, hours, one.text
    places = [len(told) - 1, *range(len(told) - 1)]
    for place in places:
        day = days[place]
        first = 0 if place == len(told) - 1 else place + 1
        for near in range(first, min(first + _NEAR, len(told))) if day else ():
            hours = hours_in(plain[near], letter.words)
            if day is not None and hours is not None:
                yield day, hours, f"{told[place].text} {told[near].text}"
                break


def day_in(text: str, sent: datetime, words: ReadingWords) -> date | None:
    """Return the first day a sentence names, seen from the day it was sent."""
    for found in words.slot_date.finditer(text):
        day = _day(found, sent.date(), words)
        if day is not None:
            return day
    return None


def _day(found: re.Match[str], sent: date, words: ReadingWords) -> date | None:
    part = found.groupdict()
    try:
        if part["near"]:
            return sent + timedelta(days=part["near"].lower() == "tomorrow")
        if part["iso"]:
            return date.fromisoformat(part["iso"])
        if part["dotted"]:
            numbers = [int(each) for each in part["dotted"].strip(".").split(".")]
            year = str(numbers[2]) if len(numbers) > 2 else None
            return _next(sent, numbers[1], numbers[0], year)
        if part["n1"]:
            return _next(sent, int(part["n1"]), int(part["n2"]), None)
        month = part["m1"] or part["m2"]
        if month:
            number = words.months.get(month.lower().rstrip(".")[:3])
            day = int(part["d1"] or part["d2"])
            return _next(sent, number, day, part["year"]) if number else None
    except ValueError:
        return None
    if part["d3"] or part["d4"]:
        return _monthday(sent, int(part["d3"] or part["d4"]))
    weekday = words.weekdays.get((part["wd2"] or part["wd"] or "").lower()[:3])
    if weekday is None:
        return None
    return sent + timedelta(days=(weekday - sent.weekday() - 1) % 7 + 1)


def _monthday(sent: date, day: int) -> date | None:
    """Return the next day of that number: "Tuesday the 18th"."""
    for ahead in range(62):
        told = sent + timedelta(days=ahead)
        if told.day == day:
            return told
    return None


def _next(sent: date, month: int, day: int, year: str | None) -> date:
    if year:
        return date(int(year), month, day)
    found = date(sent.year, month, day)
    return found if found >= sent - timedelta(days=60) else date(sent.year + 1, month, day)


def hours_in(text: str, words: ReadingWords) -> tuple[time, time | None, str | None] | None:
    """Return begin, end and zone of the first plausible hour in a sentence."""
    text = _without_days(text, words)
    for found in words.slot_time.finditer(text):
        part = found.groupdict()
        if not (part["ap"] or part["m"] or part["ap2"]):
            continue
        ap = part["ap"] or (part["ap2"] if part["h2"] else None)
        begins = _time(part["h"], part["m"], ap)
        ends = _time(part["h2"], part["m2"], part["ap2"] or part["ap"]) if part["h2"] else None
        if begins is None:
            continue
        if ends is not None and ends < begins and part["ap2"] and not part["ap"]:
            begins = _time(part["h"], part["m"], "am") or begins
        return begins, ends, zone_named(part["zone"] or "", words)
    return _bare_hour(text, words)


def zone_named(name: str, words: ReadingWords) -> str | None:
    """Return the zone of a name beside an hour, "Eastern" or "GMT+8"; None where unknown."""
    low = " ".join(name.lower().split())
    offset = _OFFSET.fullmatch(low)
    if offset is None or int(offset["hours"]) > 12:
        return words.zones.get(low)
    turned = "-" if offset["sign"] == "+" else "+"  # POSIX counts west of Greenwich
    return f"Etc/GMT{turned}{int(offset['hours'])}"


def _told_elsewhere(letter: Letter) -> str | None:
    """Return the zone that a letter names for all its hours."""
    found = letter.words.zone_told.search(letter.cleaned.text(letter.message.text))
    return zone_named(found["zone"], letter.words) if found else None


def _without_days(text: str, words: ReadingWords) -> str:
    """Blank the days out, so that 13.03.2025 is no hour."""
    return words.slot_date.sub(
        lambda m: " " * len(m[0]) if any(c.isdigit() for c in m[0]) else m[0], text
    )


def _bare_hour(text: str, words: ReadingWords) -> Hours | None:
    """Return the hour of "at 5", "at noon": of a working day, so 5 is in the afternoon."""
    found = words.bare_hour.search(text)
    if found is None:
        return None
    if found["noon"]:
        return time(12), None, None
    begins = _time(found["h"] or found["oc"], None, None)
    return (begins, None, None) if begins is not None else None


def _time(hour: str, minute: str | None, ap: str | None) -> time | None:
    number = int(hour)
    if ap and number <= 12:
        number = number % 12 + (12 if ap.lower().startswith("p") else 0)
    elif not ap and number < DAY_STARTS:
        number += 12
    if number > 23 or int(minute or 0) > 59:
        return None
    return time(number, int(minute or 0))


def mode_of(text: str, words: ReadingWords) -> Mode | None:
    """Return where a meeting is held, by the first words that tell."""
    for pattern, mode in words.modes:
        if pattern.search(text[:4000]):
            return mode  # type: ignore[return-value]  # the language's own table of modes
    return None


def stage_of(text: str, words: ReadingWords) -> Stage | None:
    """Return which round a meeting is, by the first words that tell."""
    for pattern, stage in words.stages:
        if pattern.search(text[:4000]):
            return stage  # type: ignore[return-value]  # the language's own table of stages
    return None
