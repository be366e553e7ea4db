"""Today on one screen: whom to write to, whom to leave in peace until when, and why."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.model.search import Opportunity, Search
from heardback.model.wording import FaceWords
from heardback.ports import Agenda, Ports
from heardback.service.plan_view import plan_view
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

Row = Mapping[str, Any]
# A kept agenda is made anew at the latest after this, whatever stands in it.
LONGEST = timedelta(hours=12)
NO_REASON: Row = {"rule": "", "text": "", "evidence": []}
MOMENTS = ("not_before", "due", "latest")


def agenda(ports: Ports, *, days: int = 7, at: datetime | None = None) -> dict[str, Any]:
    """Return the agenda of the next `days` days at `at` (default: now), and keep it if it is now.

    The kept one is read by `heardback today` with the standard library alone.
    """
    now = at or ports.clock.now()
    tracked = track(ports, at=now)
    planned = plan(ports, tracked, at=now)
    shown = plan_view(planned, search=tracked.search)
    view = agenda_view(shown, tracked, faces=ENGLISH_FACES, at=now, days=days)
    if at is None and days == 7:
        until = good_until(shown, now)
        with ports.store.writing(), ports.store.transaction():
            ports.store.keep_agenda(Agenda(made_at=now, good_until=until, view=view))
    return view


def good_until(planned: Row, now: datetime) -> datetime:
    """Return the next moment at which this plan reads differently: the kept agenda's end."""
    texts = [row[name] for row in planned["follow_ups"] for name in MOMENTS]
    texts += [row["until"] for row in (*planned["held"], *planned["cautions"])]
    moments = [moment(text) for text in texts if text]
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return min([m for m in moments if m > now] + [midnight, now + LONGEST])


def agenda_view(
    planned: Row, tracked: Tracked, *, faces: FaceWords, at: datetime, days: int
) -> dict[str, Any]:
    """Given a plan in the contract's shape, return what a screen shows of it."""
    search = tracked.search
    local = at.astimezone(zone(search.candidate.timezone))
    page = Page(search=search, faces=faces, now=local)
    rows = [page.item(row) for row in planned["follow_ups"]]
    due = [r for r in rows if r["state"] != "upcoming"]
    horizon = local + timedelta(days=days)
    soon = [r for r in rows if r["state"] == "upcoming" and moment(r["not_before"]) <= horizon]
    due.sort(key=lambda r: (r["optional"], r["sort"]))
    soon.sort(key=lambda r: r["sort"])
    for number, row in enumerate(due, 1):
        row["number"] = number
    return {
        "at": local.isoformat(timespec="seconds"),
        "shown": f"{faces.long_day(local.date())}, {local:%H:%M}",
        "candidate": search.candidate.name,
        "due": due,
        "waiting": [page.waiting(row) for row in planned["waiting"]],
        "upcoming": soon,
        "cautions": [page.caution(row) for row in planned["cautions"]],
        "review": len(tracked.review),
        "opportunities": len(search.opportunities),
        "open": sum(o["stage"] != "closed" for o in planned["opportunities"].values()),
        "days": days,
        "headings": dict(faces.headings),
    }


def moment(text: str) -> datetime:
    """Return the moment an ISO 8601 text names."""
    return datetime.fromisoformat(text)


class Page:
    """Turns rows of a plan into rows of a screen."""

    def __init__(self, *, search: Search, faces: FaceWords, now: datetime) -> None:
        self.search = search
        self.faces = faces
        self.now = now

    def opportunity(self, id: str) -> Opportunity:
        """Return the opportunity of that id."""
        found = self.search.opportunity(id)
        assert found is not None
        return found

    def names(self, ids: list[str] | None) -> str:
        """Return the names of these people as a list in words."""
        names = [self.search.people[i].name if i in self.search.people else i for i in ids or ()]
        if not names:
            return self.faces.nobody
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def title(self, row: Row) -> str:
        """Return what a follow-up is called on a screen."""
        about = str(row["id"]).split("/")[2:3] if row.get("id") else []
        about = [part for one in about for part in one.split("+")]
        return self.faces.titles[row["kind"]].format(
            to=self.names(row["to"]), about=self.names(about)
        )

    def when(self, text: str) -> str:
        """Return a moment of the plan in the candidate's zone and words."""
        local = moment(text).astimezone(self.now.tzinfo)
        return self.faces.moment(local, today=self.now.date())

    def day(self, text: str) -> str:
        """Return a day of the plan in words."""
        return self.faces.day(date.fromisoformat(text), today=self.now.date())

    def item(self, row: Row) -> dict[str, Any]:
        """Return a follow-up as a screen shows it."""
        opportunity = self.opportunity(row["opportunity"])
        why: Row = row["why"][0] if row["why"] else NO_REASON
        quotes = [e["quote"] for reason in row["why"] for e in reason["evidence"] if e["quote"]]
        return {
            "id": row["id"],
            "title": self.title(row),
            "employer": opportunity.employer,
            "role": opportunity.role,
            "via": self.names([row["via"]]) if row["via"] else None,
            "channel": self.faces.channels.get(row["channel"] or "", None),
            "state": row["state"],
            "optional": row["optional"],
            "not_before": row["not_before"],
            "due": row["due"],
            "latest": row["latest"],
            "when": self.when(row["due"]),
            "review_by": self.when(row["review_by"]) if row.get("review_by") else None,
            "past": moment(row["due"]) <= self.now,
            "last": self.when(row["latest"]) if row["latest"] else None,
            "sort": moment(row["due"]).timestamp(),
            "rule": why["rule"],
            "why": why["text"],
            "quote": quotes[0] if quotes else None,
            "aims": [a["aim"] for a in row["aims"]],
        }

    def waiting(self, row: Row) -> dict[str, Any]:
        """Return what an opportunity waits for, as a screen shows it."""
        opportunity = self.opportunity(row["opportunity"])
        why: Row = row["why"][0] if row["why"] else NO_REASON
        until = datetime.fromisoformat(row["until"]).date() if row["until"] else None
        return {
            "opportunity": row["opportunity"],
            "employer": opportunity.employer,
            "role": opportunity.role,
            "until": row["until"],
            "until_words": self.faces.day(until, today=self.now.date()) if until else None,
            "rule": why["rule"],
            "why": why["text"],
            "quote": next((e["quote"] for e in why["evidence"] if e["quote"]), None),
        }

    def caution(self, row: Row) -> dict[str, Any]:
        """Return a caution as a screen shows it."""
        return {
            "opportunity": row["opportunity"],
            "employer": self.opportunity(row["opportunity"]).employer,
            "kind": row["kind"],
            "rule": row["rule"],
            "until": row["until"],
            "text": row["text"],
        }
