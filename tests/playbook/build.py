"""Small builders: a search of one or two opportunities from events, and plans of it."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import Channel, Event, Happening, Interview, Sent
from heardback.model.moment import Moment
from heardback.model.people import Candidate, Person
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Opportunity, Search
from heardback.playbook.decide import decide
from heardback.playbook.keys import follow_up_key

Told = tuple[str, Happening]

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
    *events: Told, id: str = "northwind", people: Any = None, **fields: Any
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


def with_person(found: Search, id: str, **fields: Any) -> Search:
    """Return a search in which one person differs."""
    return replace(found, people={**found.people, id: replace(found.people[id], **fields)})


def key(one: FollowUp) -> str:
    """Return the key by which a follow-up is skipped."""
    return follow_up_key(one.opportunity, one.kind, one.to, one.anchor)


def northwind(
    *events: Told, people: dict[str, str] | None = None, route: str = "direct"
) -> Opportunity:
    """Return the opportunity at Northwind, with Priya alone where nobody else is named."""
    return opportunity(*events, people=people or PRIYA, route=route)


def sent(
    when: str,
    kind: str,
    *to: str,
    channel: Channel = "email",
    via: str | None = None,
    answered: bool | None = None,
) -> Told:
    """Return that the candidate wrote, to Priya where nobody is named."""
    who = to or ("priya",)
    return (when, Sent(to=who, kind=kind, channel=channel, via=via, answered=answered))


PRIYA = {"priya": "hiring_manager"}
AGENCY = PRIYA | {"sam": "agency_recruiter"}
ROUND: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
FINAL: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None, stage="final"))
NOTE = sent("2025-03-03T17:00", "thank_you")
ASKED = (sent("2025-03-12T10:00", "check_in"), sent("2025-03-20T10:00", "check_in"))
