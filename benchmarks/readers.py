"""HeardBack's timeframe reader and five date libraries, each asked the same: which days are named?

Every reader is a function of (text, said, country) to a list of `Found`. Each library gets its best
light: dates are looked for in the future, day before month where the country writes so, an interval
counts with its end, and of a whole week or month the Friday or the last day counts as well.
"""

import calendar
import contextlib
import importlib.metadata
import io
import json
import re
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.timeframe.read import read_timeframes

_WHOLE_WEEK = re.compile(r"\b(this|next|following|coming) week\b", re.IGNORECASE)
_WHOLE_MONTH = re.compile(r"\b(this|next|following|coming) month\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"(by|until|till|within|no later|not later|in less|on or before)\b", re.IGNORECASE
)
_CLOSE = re.compile(r"\b(end|eod|eow|eom|eoy|close|cob)\b", re.IGNORECASE)
_MONTH_FIRST = frozenset({None, "US"})


@dataclass(frozen=True)
class Found:
    """A time a reader names: words, days, and further last days that count in its favour."""

    start: int
    end: int
    words: str
    first: date | None
    last: date | None
    promise: bool = False
    favour: frozenset[date] = frozenset()

    @property
    def lasts(self) -> frozenset[date]:
        return self.favour | ({self.last} if self.last else frozenset())


Reader = Callable[[str, datetime, str | None], list[Found]]


def ours(text: str, said: datetime, country: str | None) -> list[Found]:
    """HeardBack itself; the one reader that also says what is a promise."""
    found = read_timeframes(text, said=said, words=ENGLISH_TIMEFRAMES, country=country)
    return [Found(t.start, t.end, t.quote, t.earliest, t.by, t.promise) for t in found]


def friday(day: date) -> date:
    return day + timedelta(4 - day.weekday())


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _favour(words: str, day: date) -> frozenset[date]:
    """Where the words name a whole week or month, its last day counts too."""
    if _WHOLE_WEEK.search(words):
        return frozenset({friday(day)})
    if _WHOLE_MONTH.search(words):
        return frozenset({month_end(day)})
    return frozenset()


def _point(words: str, day: date, start: int = -1) -> Found:
    return Found(start, start + len(words), words, day, day, favour=_favour(words, day))


def dateparser_reader() -> Reader:
    from dateparser.search import search_dates

    def read(text: str, said: datetime, country: str | None) -> list[Found]:
        settings = {
            "RELATIVE_BASE": said.replace(tzinfo=None),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "MDY" if country in _MONTH_FIRST else "DMY",
        }
        hits = search_dates(text, languages=["en"], settings=settings) or ()
        # "We" is read as Wednesday: a hit of two letters is left out in its favour
        return [_point(words, moment.date()) for words, moment in hits if len(words) > 2]

    return read


def parsedatetime_reader() -> Reader:
    import parsedatetime

    # In places it asks the machine's clock although it was told the moment; so that is its clock.
    clock = SimpleNamespace(**vars(time))
    parsedatetime.time = clock
    parser = parsedatetime.Calendar(version=parsedatetime.VERSION_CONTEXT_STYLE)

    def read(text: str, said: datetime, _country: str | None) -> list[Found]:
        local = said.replace(tzinfo=None)
        clock.localtime = local.timetuple
        hits = parser.nlp(text, sourceTime=local) or ()
        return [_point(words, moment.date(), start) for moment, _, start, _, words in hits]

    return read


def timefhuman_reader() -> Reader:
    from timefhuman import tfhConfig, timefhuman

    def read(text: str, said: datetime, _country: str | None) -> list[Found]:
        asked = tfhConfig(now=said.replace(tzinfo=None), return_matched_text=True)
        found = []
        for words, (start, _end), moments in timefhuman(text, config=asked):
            days = [moment.date() for moment in _flat(moments) if hasattr(moment, "date")]
            if days:
                found.append(Found(start, start + len(words), words, days[0], days[-1]))
        return found

    return read


def _flat(moments: Any) -> Iterable[Any]:
    if not isinstance(moments, (list, tuple)):
        return [moments]
    return [one for each in moments for one in _flat(each)]


def ctparse_reader() -> Reader:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its model was made with an older scikit-learn
        import ctparse

    def read(text: str, said: datetime, _country: str | None) -> list[Found]:
        local = said.replace(tzinfo=None)
        # it warns on standard error about every text without a time
        with contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            best = ctparse.ctparse(text, ts=local, timeout=1.0)
        if best is None:
            return []
        one = best.resolution
        first, last = _ctparse_days(one, local)
        words = text[one.mstart : one.mend]
        return [Found(one.mstart, one.mend, words, first, last)] if last else []

    return read


_DAYS = {"days": 1, "nights": 1, "weeks": 7, "months": 30}


def _ctparse_days(one: Any, local: datetime) -> tuple[date | None, date | None]:
    if type(one).__name__ == "Duration":  # in its favour, counted from the moment
        days = _DAYS.get(one.unit.value)
        day = (local + timedelta(days * one.value)).date() if days else None
        return day, day
    try:
        if type(one).__name__ == "Interval":
            first = one.start.dt.date() if one.t_from else None
            return first, one.end.dt.date() if one.t_to else first
        return one.dt.date(), one.dt.date()
    except (ValueError, TypeError, AttributeError):  # a time without a day: "in the morning"
        return None, None


def duckling_reader() -> Reader:
    import duckling
    import tzdata

    zones = duckling.load_time_zones(str(Path(tzdata.__file__).parent / "zoneinfo"))
    english = duckling.default_locale_lang(duckling.parse_lang("EN"))
    dimensions = duckling.parse_dimensions(["time"])

    def read(text: str, said: datetime, country: str | None) -> list[Found]:
        # The clock on the wall taken as UTC: every offset then works without a zone's name.
        wall = int(said.replace(tzinfo=UTC).timestamp())
        name = "EN_US" if country in _MONTH_FIRST else "EN_GB"
        locale = duckling.parse_locale(name, english)
        context = duckling.Context(duckling.parse_ref_time(zones, "UTC", wall), locale)
        hits = json.loads(duckling.parse_text(text, context, dimensions, False))
        return [_duckling_found(hit) for hit in hits]

    return read


def _duckling_found(hit: dict[str, Any]) -> Found:
    value, words = hit["value"], hit["body"]
    first = last = None
    favour: frozenset[date] = frozenset()
    if value["type"] == "value":
        first, last = _whole(_moment(value["value"]).date(), value["grain"])
        if last != first:
            favour = frozenset({min(last, friday(last)), _last_business_day(last)})
    else:
        if "from" in value and not _LIMIT.match(words):
            first = _moment(value["from"]["value"]).date()
        if "to" in value:
            last, favour = _duckling_end(_moment(value["to"]["value"]), words)
    return Found(hit["start"], hit["end"], words, first, last, favour=favour)


def _duckling_end(to: datetime, words: str) -> tuple[date, frozenset[date]]:
    """Its intervals end where the next day begins, but "by Friday" ends where Friday begins."""
    before = (to - timedelta(microseconds=1)).date()
    last = to.date() if _LIMIT.match(words) and not _CLOSE.search(words) else before
    return last, frozenset({to.date(), before, min(before, friday(before))})


def _whole(day: date, grain: str) -> tuple[date, date]:
    if grain == "week":
        return day, day + timedelta(6)
    if grain == "month":
        return day, month_end(day)
    if grain == "quarter":
        return day, month_end(day.replace(day=1) + timedelta(70))
    if grain == "year":
        return day, day.replace(month=12, day=31)
    return day, day


def _last_business_day(day: date) -> date:
    return min(day, friday(day))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


LIBRARIES: dict[str, tuple[str, Callable[[], Reader]]] = {
    "dateparser": ("dateparser", dateparser_reader),
    "parsedatetime": ("parsedatetime", parsedatetime_reader),
    "timefhuman": ("timefhuman", timefhuman_reader),
    "ctparse": ("ctparse", ctparse_reader),
    "duckling": ("pyduckling-native-phihos", duckling_reader),
}


def installed(names: Iterable[str] = tuple(LIBRARIES)) -> dict[str, Reader | None]:
    """Given names of libraries, return their readers; None for what is not installed."""
    readers: dict[str, Reader | None] = {}
    for name in names:
        try:
            readers[name] = LIBRARIES[name][1]()
        except ImportError:
            readers[name] = None
    return readers


def version(name: str) -> str:
    return importlib.metadata.version(LIBRARIES[name][0])
