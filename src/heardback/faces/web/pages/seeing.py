"""Insights as charts with a table beside each; and search over everything."""

from typing import Any

from starlette.responses import Response

from heardback.faces.web.visit import Visit, get
from heardback.service import searching
from heardback.service.insights import insights

WIDE = 300.0


def show_insights(visit: Visit) -> Response:
    """Draw what the search so far shows."""
    with visit.ports() as ports:
        view = insights(ports)
    most = max((abs(p["late"]) for p in view["promises"]), default=0)
    charts = {
        "promises": [{**row, "length": _share(abs(row["late"]), most)} for row in view["promises"]],
        "funnel": _bars(view["funnel"], "count"),
        "silence": _bars([r for r in view["silence"] if r["days"] is not None], "days"),
        "check_ins": view["check_ins"],
        "ends": view["ends"],
    }
    return visit.page("pages/insights.html", view=view, charts=charts)


def _bars(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    most = max((row[name] for row in rows), default=0)
    return [{**row, "length": _share(row[name], most)} for row in rows]


def _share(value: float, most: float) -> float:
    return round(WIDE * value / most, 1) if most else 0.0


def search(visit: Visit) -> Response:
    """Find the words in everything that is kept; what can be found is read once an agenda."""
    words = visit.part("q")[:200]
    rows = searching.search(visit.desk.findable(), words) if words.strip() else []
    return visit.page("pages/search.html", words=words, rows=rows)


ROUTES = (get("/insights", show_insights), get("/search", search))
