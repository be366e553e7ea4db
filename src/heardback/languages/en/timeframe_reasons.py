"""How a promised time was read, told in English: `heardback timeframe --explain`."""

from datetime import date, datetime

from heardback.model.timeframe import Timeframe

_FOR = {
    "answer": "an answer, though nobody promises one",
    "interview": "an interview or a meeting",
    "start": "a first day at work",
    "reply_wanted": "an answer that is wanted from you",
    "offer_deadline": "the deadline of an offer",
    "other": "something else than an answer to you",
}
_THEN = {
    "firm": "Firm: a check-in may go a business day after it (preference grace).",
    "window": "A window: a check-in may go three business days after it (preference grace_vague).",
    "vague": "Vague: a check-in may go three business days after it (preference grace_vague).",
}
_UNSURE = 0.6


def explain(timeframe: Timeframe, *, said: datetime) -> list[str]:
    """Given a timeframe and the moment it was said, return lines that tell how it was read."""
    lines = [f"“{timeframe.quote}”", f"  Days: {_days(timeframe)}."]
    if timeframe.how and (timeframe.by or timeframe.earliest):
        lines.append(f"  How: {timeframe.how}; said on {said:%a %Y-%m-%d at %H:%M}.")
    if timeframe.promise or not timeframe.prohibits:
        lines.append(f"  For: {_purpose(timeframe)}.")
    if timeframe.event:
        lines.append(f"  It hangs on: {timeframe.event}.")
    if timeframe.invites:
        lines.append("  It invites you to write when that day has come.")
    if timeframe.prohibits:
        lines.append("  It asks you not to write or call.")
    if timeframe.promise:
        lines.append(f"  {_then(timeframe)}")
    if timeframe.confidence < _UNSURE:
        lines.append("  This is a guess: correct it if it is wrong.")
    return lines


def _days(timeframe: Timeframe) -> str:
    first, last = timeframe.earliest, timeframe.by
    if first is None and last is None:
        return "none is named, and none is made up"
    if last is None:
        return f"not before {_day(first)}; no last day is named"
    if first is None:
        return f"until {_day(last)}"
    return _day(last) if first == last else f"from {_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}" if day else ""


def _purpose(timeframe: Timeframe) -> str:
    why = f", since it hangs on “{timeframe.hangs_on}”" if timeframe.hangs_on else ""
    if timeframe.promise:
        return f"a promise to answer{why}"
    return f"{_FOR[timeframe.about]}{why}"


def _then(timeframe: Timeframe) -> str:
    if timeframe.invites:
        return "An invitation: a message may go on that day (rule CK-14)."
    if timeframe.by is None:
        return "Without a last day it counts like no timeframe (preference no_timeframe)."
    return _THEN[timeframe.firmness]
