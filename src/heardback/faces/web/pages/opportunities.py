"""Every opportunity on a line, and one of them in full."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from heardback.faces.web.axis import draw_bands
from heardback.faces.web.visit import Visit, get, local, post
from heardback.ports import Ports
from heardback.service import record, show
from heardback.service.bands import bands
from heardback.service.offers import offers


def overview(visit: Visit) -> Response:
    """List all opportunities, the open ones first."""
    _stamp, agenda = visit.desk.agenda()
    with visit.ports() as ports:
        rows = show.opportunities(ports)["opportunities"]
    for row in rows:
        row["then"] = _next(row["id"], agenda)
    open_ = [row for row in rows if row["stage"] != "closed"]
    closed = [row for row in rows if row["stage"] == "closed"]
    return visit.page("pages/opportunities.html", open=open_, closed=closed)


def _next(id: str, agenda: Mapping[str, Any]) -> str:
    """Return what comes next at an opportunity, in words."""
    for name in ("due", "upcoming"):
        for row in agenda[name]:
            if row["id"].partition("/")[0] == id:
                when = "now" if name == "due" else row["when"]
                return f"{row['title']}, {when}"
    waits = (w for w in agenda["waiting"] if w["opportunity"] == id and w["until_words"])
    return next((f"Leave in peace until {w['until_words']}" for w in waits), "")


def one(visit: Visit) -> Response:
    """Show one opportunity: the bands of time, its story with quotes, people, what is held."""
    with visit.ports() as ports:
        view = show.opportunity(ports, visit.part("id"))
        drawn = draw_bands([bands(ports, view["id"])])
        others = [o for o in show.opportunities(ports)["opportunities"] if o["id"] != view["id"]]
    known = {row["what"] for row in view["timeline"]}
    view |= {"preferred": "preference" in known, "out": "decided_against" in known}
    return visit.page("pages/opportunity.html", one=view, axis=drawn, others=others)


def why(visit: Visit) -> Response:
    """Say why a follow-up is due, or why none is."""
    with visit.ports() as ports:
        view = show.why(ports, visit.part("id"))
        employer = show.opportunity(ports, view["id"].partition("/")[0])
    return visit.page("pages/why.html", view=view, one=employer)


def add(visit: Visit) -> Response:
    """Enter an opportunity by hand."""
    people = [(text, "interviewer") for text in visit.listed("people")]
    with visit.ports() as ports:
        id = record.add(
            ports,
            visit.said("employer"),
            role=visit.said("role") or None,
            agency=visit.said("route") == "agency",
            people=people,
        )
    return visit.back(f"/opportunity/{local(id)}", notice=f"Added {visit.said('employer')}.")


def note(visit: Visit) -> Response:
    """Note an event by hand."""
    id, what = visit.part("id"), visit.said("what")
    fields = EVENT_FIELDS.get(what, ())
    keys: dict[str, object] = {n: visit.said(n) for n in fields if visit.said(n)}
    if what in WHO and visit.said("from"):
        keys[WHO[what]] = [visit.said("from")]
    with visit.ports() as ports:
        if what == "preference":
            keys["over"] = rather_than(ports, id)
        record.log(ports, id, what, keys, when=visit.said("when") or None)
        told = noted(show.opportunity(ports, id), what, visit.said("said"))
    return visit.back(f"/opportunity/{local(id)}", notice=told)


def rather_than(ports: Ports, id: str) -> list[str]:
    """Return over whom an opportunity is preferred: whose offer stands, else every open one."""
    rows = [r for r in show.opportunities(ports)["opportunities"] if r["id"] != id]
    offering = [row["id"] for row in offers(ports)["offers"] if row["id"] != id]
    return offering or [row["id"] for row in rows if row["stage"] != "closed"]


def noted(view: Mapping[str, Any], what: str, said: str) -> str:
    """Given an opportunity as it is now, return what was understood and what comes next."""
    if view["standing"]["stage"] == "closed":
        return "Noted. It is closed now; nothing more is asked there."
    rows = view["follow_ups"]
    soon = min(rows, key=lambda row: row["due"], default=None)
    first = f"{soon['title']}, {'now' if soon['past'] else soon['when']}" if soon else ""
    if what == "promise":
        for row in view["waiting"]:
            if row["quote"] and row["quote"] in said:
                return f"Noted. {row['why']}"
        return "Noted, but no day could be read in these words. Say it otherwise?"
    return f"Noted. Next: {first}." if first else "Noted. Nothing is due there."


def correct(visit: Visit) -> Response:
    """Mend a fact, a person or the opportunity itself; an empty field changes nothing."""
    about, wrong = visit.said("about"), visit.said("wrong") == "yes"
    named = {n[4:]: str(v).strip() for n, v in visit.form.items() if n.startswith("set.")}
    was = {n[4:]: str(v).strip() for n, v in visit.form.items() if n.startswith("was.")}
    told: dict[str, object] = {n: v for n, v in named.items() if v and v != was.get(n)}
    changes = {"-": True} if wrong else told
    with visit.ports() as ports:
        if changes:
            record.correct(ports, about, changes)
    notice = "Left out; it did not happen." if wrong else _mended(told)
    return visit.back("/opportunities", notice=notice, undo=bool(changes))


def _mended(told: Mapping[str, object]) -> str:
    return f"Mended: {', '.join(str(v) for v in told.values())}." if told else ""


def merge(visit: Visit) -> Response:
    """Make two opportunities one."""
    with visit.ports() as ports:
        id = record.merge(ports, visit.part("id"), visit.said("other"))
    return visit.back(f"/opportunity/{local(id)}", notice="They are one now.")


# What the form asks for, by the contract's word.
EVENT_FIELDS = {
    "interview": ("stage", "mode", "note"),
    "promise": ("from", "said"),
    "offer": ("from", "decide_by"),
    "received": ("from", "channel", "note"),
    "sent": ("channel", "note"),
    "hesitation": ("note",),
    "decided_against": ("note",),
    "rejected": ("note",),
    "on_hold": ("note",),
    "concern": ("said",),
    "deadline_moved": ("decide_by",),
    "preference": (),
}
# Whom the form's "who" means, where it is not who said it.
WHO = {"interview": "with", "sent": "to"}

ROUTES = (
    get("/opportunities", overview),
    get("/opportunity/{id}", one),
    get("/why/{id:path}", why),
    post("/opportunities", add),
    post("/opportunity/{id}/note", note),
    post("/opportunity/{id}/merge", merge),
    post("/correct", correct),
)
