"""Small builders: a search of one or two opportunities from events, and plans of it."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import Event, Happening
from heardback.model.moment import Moment
from heardback.model.people import Candidate, Person
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Opportunity, Search
from heardback.playbook.decide import decide

NEW_YORK = ZoneInfo("America/New_York")
PEOPLE = {
    "priya": Person(id="priya", name="Priya Raman", email="priya@northwind.example"),
    "tom": Person(id="tom", name="Tom Okafor", email="tom@northwind.example"),
    "cora": Person(id="cora", name="Cora Lind", email="cora@northwind.example"),
    "hana": Person(id="hana", name="Hana Sato", email="hana@globex.example"),
    "sam": Person(id="sam", name="Sam Ortiz", email="sam@agency.example"),
}
CANDIDATE = Candidate(
    name="Dana Reyes", email="dana@example.org", timezone="America/New_York", country="US"
)


def moment(text: str) -> Moment:
    """Return "2025-03-03" as a day and "2025-03-03T14:00" as an instant, in New York."""
    if "T" not in text:
        return Moment(datetime.combine(date.fromisoformat(text), time(0), NEW_YORK), is_date=True)
    return Moment(datetime.fromisoformat(text).replace(tzinfo=NEW_YORK))


def now(text: str) -> datetime:
    """Return a moment in New York as an aware instant."""
    return moment(text).at


def opportunity(
    *events: tuple[str, Happening], id: str = "northwind", people: Any = None, **fields: Any
) -> Opportunity:
    """Return an opportunity with these events, numbered in this order."""
    return Opportunity(
        id=id,
        employer=id.capitalize(),
        role="Data Engineer",
        people=people or {"priya": "hiring_manager", "tom": "interviewer"},
        events=tuple(
            Event(when=moment(when), place=n, ref=n, happened=what)
            for n, (when, what) in enumerate(events)
        ),
        **fields,
    )


def search(*opportunities: Opportunity, **preferences: object) -> Search:
    """Return a search of these opportunities."""
    return Search(
        candidate=CANDIDATE, people=PEOPLE, opportunities=opportunities, preferences=preferences
    )


def plan(found: Search, at: str, **more: Any) -> Plan:
    """Return the plan of a search at a moment in New York."""
    return decide(found, at=now(at), words=ENGLISH_TIMEFRAMES, **more)


def by_id(made: Plan) -> dict[str, FollowUp]:
    """Return a plan's follow-ups by id."""
    return {f.id: f for f in made.follow_ups}


def hour(follow_up: FollowUp, which: str = "due") -> str:
    """Return one of a follow-up's moments as "MM-DD HH:MM" in the reader's zone."""
    return f"{getattr(follow_up, which):%m-%d %H:%M}"
