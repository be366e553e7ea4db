"""Bands of time on one axis, as numbers a template draws: SVG made on the server, no script."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES

WIDTH, EDGE, NAMES, HEAD, LANE = 720.0, 8.0, 150.0, 46.0, 34.0
ABOVE = 28.0  # what a name needs that stands above its lane
MOST_NAME = 21
BACK, AHEAD = timedelta(days=28), timedelta(days=10)
Bands = dict[str, Any]


def draw_bands(
    rows: Sequence[Bands], *, named: bool = False, above: bool = False
) -> dict[str, Any] | None:
    """Given opportunities' bands, return boxes, dots and ticks in one system of coordinates.

    None where there is nothing to draw. With `named`, every lane begins with its employer's name;
    with `above`, as a phone wants it, the name stands above its lane.
    """
    if not rows or not any(row["marks"] or row["bands"] for row in rows):
        return None
    now = datetime.fromisoformat(rows[0]["at"])
    first, last = _ends(rows, now)
    span = (last - first).total_seconds()
    left = NAMES if named and not above else EDGE
    lane, down = (LANE + ABOVE, ABOVE) if above else (LANE, 0.0)

    def x(moment: datetime) -> float:
        part = (moment - first).total_seconds() / span
        return round(left + (WIDTH - EDGE - left) * min(1.0, max(0.0, part)), 1)

    return {
        "width": WIDTH,
        "height": HEAD + lane * len(rows) + 8,
        "left": left,
        "today": x(now),
        "flip": x(now) > WIDTH * 0.85,
        "head": HEAD,
        "ticks": [{"x": x(t), "words": _short(t.date())} for t in _ticks(first, last)],
        "lanes": [
            _lane(row, HEAD + lane * number + down, x, now, named or above) | {"down": down}
            for number, row in enumerate(rows)
        ],
    }


def _ends(rows: Sequence[Bands], now: datetime) -> tuple[datetime, datetime]:
    moments = [datetime.fromisoformat(m["at"]) for row in rows for m in row["marks"]]
    moments += [_start(b[end], now) for row in rows for b in row["bands"] for end in ("from", "to")]
    first = max(min([*moments, now]), now - BACK)
    last = min(max([*moments, now]), now + timedelta(days=60))
    last = max(last + timedelta(days=2), now + AHEAD)
    return first.replace(hour=0, minute=0), last.replace(hour=0, minute=0)


def _start(day: str, now: datetime) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), now.tzinfo)


def _ticks(first: datetime, last: datetime) -> list[datetime]:
    """Return Mondays, so few that their names have room."""
    monday = first + timedelta(days=(7 - first.weekday()) % 7)
    weeks = max(1, round((last - first).days / 7 / 8))
    found = []
    while monday < last:
        found.append(monday)
        monday += timedelta(weeks=weeks)
    return found


def _short(day: date) -> str:
    return f"{day.day} {ENGLISH_FACES.months[day.month - 1][:3]}"


def _lane(row: Bands, top: float, x: Any, now: datetime, named: bool) -> dict[str, Any]:
    boxes = []
    for band in row["bands"]:
        shift = timedelta(days=1)
        left = x(_start(band["from"], now) + (shift if band.get("after") else timedelta()))
        right = x(_start(band["to"], now) + (timedelta() if band.get("after") else shift))
        if right - left > 1:
            box = {"x": left, "width": round(right - left, 1), "y": top + 6, "height": 18}
            boxes.append({**box, "kind": band["kind"], "old": band["old"], "words": band["words"]})
    dots = [
        {
            "x": x(datetime.fromisoformat(m["at"])),
            "y": top + 15,
            "kind": m["kind"],
            "words": f"{m['words']}, {_short(datetime.fromisoformat(m['at']).date())}",
        }
        for m in row["marks"]
    ]
    name = _fitting(row["employer"]) if named else None
    return {"name": name, "id": row["id"], "y": top + 15, "boxes": boxes, "dots": dots}


def _fitting(name: str) -> str:
    """Return a name as short as its column."""
    return name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 1].rstrip()}…"
