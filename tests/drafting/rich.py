"""A search of our own with something for every kind of follow-up to say, and follow-ups by hand."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from heardback.model import events as e
from heardback.model.moment import Moment
from heardback.model.people import Candidate, Person, PresentEmployer
from heardback.model.plan import Aim, FollowUp, Ground
from heardback.model.search import Opportunity, Search

CHICAGO = ZoneInfo("America/Chicago")


def moment(text: str, zone: ZoneInfo = CHICAGO) -> Moment:
    """Given "2025-03-03" or "2025-03-03T14:00", return the moment."""
    at = datetime.fromisoformat(text)
    return Moment(at.replace(tzinfo=zone), is_date=len(text) == 10, text=text)


def at(text: str) -> datetime:
    return moment(text).at


def events(*happened: tuple[str, e.Happening]) -> tuple[e.Event, ...]:
    return tuple(
        e.Event(when=moment(when), place=i, happened=what, ref=i)
        for i, (when, what) in enumerate(happened)
    )


def follow_up(id: str, **changes: Any) -> FollowUp:
    """Given an id like northwind/thank_you/tom, return the follow-up, due at noon on 4 March."""
    opportunity, kind, reader = id.split("/")[:3]
    values: dict[str, Any] = {
        "id": id,
        "opportunity": opportunity,
        "kind": kind,
        "to": () if reader == "-" else tuple(reader.split("+")),
        "not_before": at("2025-03-04T08:00"),
        "due": at("2025-03-04T12:00"),
        **changes,
    }
    return FollowUp(**values)


PEOPLE = {
    p.id: p
    for p in (
        Person(
            id="priya",
            name="Priya Raman",
            email="priya@northwind.example",
            title="Engineering Manager",
        ),
        Person(id="tom", name="Tom Okafor", email="tom@northwind.example"),
        Person(id="lee", name="Lee Brandt"),
        Person(id="nora", name="Nora Lindqvist", email="nora@northwind.example"),
        Person(id="sam", name="Sam Ortiz", email="sam@agency.example", employer="Ortiz Search"),
        Person(id="ines", name="Dr. Inês Carvalho", email="ines@contoso.example"),
        Person(id="yuki", name="Yuki Tanaka", email="yuki@fabrikam.example"),
        Person(id="omar", name="Omar Haddad", email="omar@tailspin.example"),
    )
}

NORTHWIND = Opportunity(
    id="northwind",
    employer="Northwind",
    role="Data Engineer",
    timezone="America/New_York",
    country="US",
    people={
        "priya": "hiring_manager",
        "tom": "interviewer",
        "lee": "interviewer",
        "nora": "coordinator",
    },
    events=events(
        ("2025-02-20", e.Applied()),
        (
            "2025-03-03T14:00",
            e.Interview(
                ends=moment("2025-03-03T15:15"),
                stage="first",
                mode="video",
                with_=("priya", "tom", "lee"),
                steps_left=2,
            ),
        ),
        (
            "2025-03-03",
            e.Debrief(
                person="priya",
                topics=(
                    "moving the nightly batch to streaming",
                    "her plan to share on-call across the teams",
                ),
                strengths=("my three years with Kafka at Fourth Coffee",),
                missed=("my on-call rota redesign",),
                mistakes=(e.WeakAnswer(what="said five years at Fourth Coffee; it was three"),),
            ),
        ),
        (
            "2025-03-03",
            e.Debrief(
                person="tom",
                topics=("Talked about how he tests pipelines without production data.",),
            ),
        ),
        (
            "2025-03-03",
            e.Debrief(
                topics=("the salary range", "the move to a new office"),
                strengths=("data modelling",),
                questions=("How large is the team?", "the on-call rota", "What is the salary?"),
                enthusiasm=5,
            ),
        ),
        (
            "2025-03-03",
            e.Promise(
                from_="priya",
                said="We hope to get back to everyone by the end of next week.",
                by=date(2025, 3, 14),
            ),
        ),
    ),
)

CONTOSO = Opportunity(
    id="contoso",
    employer="Contoso",
    role="Analytics Engineer",
    people={"ines": "hiring_manager"},
    events=events(
        ("2025-02-10", e.Applied()),
        ("2025-02-24T10:00", e.Interview(stage="final", mode="onsite", with_=("ines",))),
        (
            "2025-02-24",
            e.Debrief(
                person="ines",
                topics=("the reporting backlog",),
                strengths=("building the finance models",),
                questions=("What happens to the old reports?",),
            ),
        ),
        (
            "2025-03-03T09:00",
            e.Offer(
                from_="ines",
                channel="call",
                decide_by=moment("2025-03-12"),
                written=False,
                terms={"salary": "105,000"},
            ),
        ),
        ("2025-03-03", e.Hesitation(about="scope", serious=True)),
        (
            "2025-03-03",
            e.Received(
                from_="ines",
                channel="email",
                about="request",
                asks="Could you send two references by Friday?",
                reply_by=moment("2025-03-07"),
            ),
        ),
    ),
)

FABRIKAM = Opportunity(
    id="fabrikam",
    employer="Fabrikam",
    role="Platform Engineer",
    route="agency",
    people={"yuki": "hiring_manager", "sam": "agency_recruiter"},
    events=events(
        (
            "2025-03-03T11:00",
            e.Interview(
                ends=moment("2025-03-03T11:45"), stage="first", mode="phone", with_=("yuki",)
            ),
        ),
        (
            "2025-03-03",
            e.Debrief(
                person="yuki",
                topics=("the plan to retire the old build servers",),
                weak_answers=(e.WeakAnswer(what="rambled about Terraform"),),
                enthusiasm=4,
            ),
        ),
        (
            "2025-03-03",
            e.Concern(
                said="We wonder whether you have enough Kubernetes experience.",
                about="depth of Kubernetes experience",
            ),
        ),
    ),
)

TAILSPIN = Opportunity(
    id="tailspin",
    employer="Tailspin",
    role="Data Platform Lead",
    people={"omar": "hiring_manager"},
    events=events(
        ("2025-01-15T15:00", e.Interview(stage="later", mode="video", with_=("omar",))),
        ("2025-01-15", e.Debrief(person="omar", topics=("catalogue ownership",))),
        ("2025-02-28", e.CallRequested(from_="omar", channel="email", about="your decision")),
        ("2025-03-01", e.NoShow(by="employer")),
        ("2025-03-02", e.Sent(to=("omar",), kind="thank_you", channel="email")),
        ("2025-03-03", e.MistakeSent(in_=4, what_is_wrong="called the role Data Program Lead")),
        ("2025-03-03", e.Rejected(runner_up=True)),
    ),
)

SEARCH = Search(
    candidate=Candidate(
        name="Dana Reyes",
        email="dana@example.org",
        phone="+1 512 555 0100",
        timezone="America/Chicago",
        country="US",
        present_employer=PresentEmployer(name="Fourth Wall Media", domains=("fourthwall.example",)),
    ),
    people=PEOPLE,
    opportunities=(NORTHWIND, CONTOSO, FABRIKAM, TAILSPIN),
)

PRIYA_AIMS = (
    Aim(
        aim="correct", what="said five years at Fourth Coffee; it was three", evidence=(Ground(2),)
    ),
    Aim(aim="add", what="my on-call rota redesign", evidence=(Ground(2),)),
)
PERSUADE = (Aim(aim="persuade", evidence=(Ground(2, "We wonder"),)),)

FOLLOW_UPS = (
    follow_up("northwind/thank_you/priya", anchor=1, aims=PRIYA_AIMS),
    follow_up("northwind/thank_you/tom", anchor=1),
    follow_up("northwind/thank_you/lee", anchor=1, channel="linkedin"),
    follow_up("northwind/thank_you/nora", anchor=1),
    follow_up("northwind/thank_you/priya+tom+lee", anchor=1),
    follow_up("northwind/ask_address/nora", anchor=1),
    follow_up("northwind/ask_timeframe/-", anchor=1, channel=None),
    follow_up("northwind/check_in/priya", anchor=5),
    follow_up("northwind/check_in/priya/2", anchor=5, attempt=2, aims=PRIYA_AIMS[1:]),
    follow_up("northwind/check_in/tom/2", anchor=5, attempt=2, channel="call"),
    follow_up("northwind/closing_message/priya", anchor=5),
    follow_up("northwind/raise_point/priya", anchor=1, aims=PRIYA_AIMS),
    follow_up("northwind/ask_question/priya", anchor=1),
    follow_up("northwind/tell_about_offer/priya", anchor=1, channel="email"),
    follow_up("northwind/tell_about_offer/priya", anchor=1, channel="call"),
    follow_up("northwind/withdraw/priya", anchor=1),
    follow_up("contoso/thank_you/ines", anchor=1),
    follow_up("contoso/reply/ines", anchor=5),
    follow_up("contoso/acknowledge_offer/ines", anchor=3),
    follow_up("contoso/ask_extension/ines", anchor=3, channel="call"),
    follow_up("contoso/ask_extension/ines", anchor=3),
    follow_up("contoso/decide/-", anchor=3, channel=None),
    follow_up("contoso/accept/ines", anchor=3),
    follow_up("contoso/decline/ines", anchor=3),
    follow_up("contoso/decline/ines", anchor=3, channel="call"),
    follow_up("contoso/ask_question/ines", anchor=1),
    follow_up("fabrikam/thank_you/yuki", anchor=0, via="sam", aims=PERSUADE),
    follow_up("fabrikam/debrief_recruiter/sam", anchor=0, channel="call"),
    follow_up("fabrikam/check_in/sam", anchor=0),
    follow_up("fabrikam/update_recruiter/sam", anchor=0),
    follow_up("fabrikam/raise_point/yuki", anchor=0, via="sam", aims=PERSUADE),
    follow_up("fabrikam/withdraw/yuki", anchor=0, via="sam"),
    follow_up("tailspin/take_call/omar", anchor=2),
    follow_up("tailspin/reschedule/omar", anchor=3),
    follow_up("tailspin/fix_mistake/omar", anchor=5),
    follow_up("tailspin/answer_rejection/omar", anchor=6),
    follow_up("tailspin/keep_in_touch/omar", anchor=6),
)
