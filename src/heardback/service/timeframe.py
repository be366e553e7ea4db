"""Answer what a promised time means: one sentence, or a batch of them line by line."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from heardback.errors import HeardBackError, UsageError
from heardback.model.timeframe import Timeframe
from heardback.timeframe.business import zone
from heardback.timeframe.read import read_timeframes
from heardback.timeframe.words import TimeframeWords


def timeframe_view(timeframe: Timeframe) -> dict[str, object]:
    """Given a timeframe, return it as the contract's object, keys in the documented order."""
    return {
        "span": [timeframe.start, timeframe.end],
        "quote": timeframe.quote,
        "earliest": timeframe.earliest.isoformat() if timeframe.earliest else None,
        "by": timeframe.by.isoformat() if timeframe.by else None,
        "firmness": timeframe.firmness,
        "event": timeframe.event,
        "promise": timeframe.promise,
        "about": timeframe.about,
        "invites": timeframe.invites,
        "prohibits": timeframe.prohibits,
        "confidence": timeframe.confidence,
    }


def read_one(
    text: str,
    *,
    said: datetime,
    words: TimeframeWords,
    country: str | None = None,
    timezone: str | None = None,
) -> dict[str, object]:
    """Given a text and the aware moment it was said, return {"timeframes": […]}."""
    found = read_timeframes(text, said=said, words=words, country=country, timezone=timezone)
    return {"timeframes": [timeframe_view(timeframe) for timeframe in found]}


def explain_one(
    text: str, *, said: datetime, country: str | None = None, timezone: str | None = None
) -> list[str]:
    """Given a text and the aware moment it was said, return lines that tell how it was read."""
    from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
    from heardback.languages.en.timeframe_reasons import explain

    found = read_timeframes(
        text, said=said, words=ENGLISH_TIMEFRAMES, country=country, timezone=timezone
    )
    lines = [line for one in found for line in explain(one, said=said)]
    return lines or ["No time is named, and no answer is promised."]


def read_lines(lines: Iterable[str], *, words: TimeframeWords) -> Iterator[dict[str, object]]:
    """Given JSON Lines of {"id", "text", "said"}, yield {"id", "timeframes"} for each in order.

    A line that cannot be read answers {"id", "error"}, and the next is read.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        identifier: object = None
        try:
            wanted = _object(line)
            identifier = wanted.get("id")
            answer = read_one(
                _text(wanted, "text"),
                said=_moment(_text(wanted, "said"), _optional(wanted, "timezone")),
                words=words,
                country=_optional(wanted, "country"),
                timezone=_optional(wanted, "timezone"),
            )
        except HeardBackError as error:
            yield {"id": identifier, "error": f"line {number}: {error}"}
        else:
            yield {"id": identifier, **answer}


def _object(line: str) -> dict[str, object]:
    try:
        wanted = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not JSON: {error}") from error
    if not isinstance(wanted, dict):
        raise UsageError('each line must be an object with "id", "text" and "said".')
    return wanted


def _text(wanted: dict[str, object], key: str) -> str:
    value = wanted.get(key)
    if not isinstance(value, str):
        raise UsageError(f'"{key}" is missing or is not a text.')
    return value


def _optional(wanted: dict[str, object], key: str) -> str | None:
    value = wanted.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise UsageError(f'"{key}" is not a text.')


def _moment(text: str, timezone: str | None) -> datetime:
    """A moment without an offset is in the zone of the line, else in UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'"said" is no moment: {text!r}.') from error
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone(timezone or "UTC"))
    return moment
