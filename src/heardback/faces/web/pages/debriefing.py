"""Notes after an interview: one minute, plain questions, any of them may stay empty."""

from starlette.responses import Response

from heardback.faces.web.visit import Visit, get, local, post
from heardback.service import record, show

LISTS = ("topics", "strengths", "missed", "mistakes", "questions")


def debrief(visit: Visit) -> Response:
    """Ask about each person met."""
    with visit.ports() as ports:
        view = show.opportunity(ports, visit.part("id"))
    met = [row for row in view["timeline"] if row["what"] == "interview"]
    return visit.page("pages/debrief.html", one=view, last=met[-1] if met else None)


def keep(visit: Visit) -> Response:
    """Keep the answers, each person's apart, and when they said they would answer."""
    id = visit.part("id")
    with visit.ports() as ports:
        record.debrief(ports, id, answers(visit))
    return visit.back(f"/opportunity/{local(id)}", notice="Kept your notes.")


def answers(visit: Visit) -> list[dict[str, object]]:
    """Return the form as events: a debrief, and a promise where one was heard."""
    told: dict[str, object] = {name: visit.listed(name) for name in LISTS if visit.listed(name)}
    if visit.said("enthusiasm").isdigit():
        told["enthusiasm"] = int(visit.said("enthusiasm"))
    if visit.said("person"):
        told["person"] = visit.said("person")
    heard: dict[str, object] = {"what": "promise", "said": visit.said("said")}
    if visit.said("who"):
        heard["from"] = visit.said("who")
    return [told, heard] if visit.said("said") else [told]


ROUTES = (get("/debrief/{id}", debrief), post("/debrief/{id}", keep))
