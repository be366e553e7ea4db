"""Whatever happens in whatever order: nobody is nagged, and nothing is pending after the end."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import (
    Accepted,
    Applied,
    Away,
    Bounced,
    CallRequested,
    Concern,
    ConditionsCleared,
    Debrief,
    DecidedAgainst,
    DecidedFor,
    Declined,
    Event,
    Filled,
    Happening,
    Hesitation,
    Interview,
    NoContact,
    NoShow,
    Offer,
    OnHold,
    Preference,
    Promise,
    Received,
    Rejected,
    Sent,
    WeakAnswer,
    Withdrew,
)
from heardback.model.moment import Moment
from heardback.model.people import PersonRole
from heardback.model.plan import STATUS_QUESTIONS, FollowUp, Plan
from heardback.model.search import Opportunity
from heardback.playbook.decide import decide
from heardback.playbook.hours import Hours
from heardback.playbook.keys import follow_up_key
from heardback.timeframe.business import WorkCalendar
from tests.playbook.build import NEW_YORK, search

START = datetime(2025, 2, 10, 9, tzinfo=NEW_YORK)
MAY_ARISE_AFTER_END = {"answer_rejection", "keep_in_touch", "take_call", "reply", "fix_mistake"}
PERSON = st.sampled_from(["priya", "tom", "cora"])
DAY = st.integers(0, 60).map(lambda n: (START + timedelta(days=n)).date())
MOMENT = st.integers(0, 60 * 48).map(lambda n: Moment(START + timedelta(minutes=30 * n)))
WHEN = st.one_of(
    MOMENT, DAY.map(lambda d: Moment(datetime(d.year, d.month, d.day, tzinfo=NEW_YORK), True))
)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


KINDS_SENT = st.sampled_from(
    "thank_you check_in check_in closing_message reply acknowledge_offer other withdraw".split()
)
HAPPENINGS: st.SearchStrategy[Happening] = st.one_of(
    st.just(Applied()),
    st.builds(
        Interview,
        with_=maybe(st.lists(PERSON, min_size=1, max_size=3, unique=True).map(tuple)),
        stage=maybe(st.sampled_from(["screen", "first", "later", "final"])),
        steps_left=maybe(st.integers(0, 3)),
        cancelled=st.integers(0, 9).map(lambda n: n == 0),
    ),
    st.builds(
        Promise,
        from_=maybe(PERSON),
        by=maybe(DAY),
        firmness=maybe(st.sampled_from(["firm", "window", "vague"])),
        about=st.sampled_from(["answer", "answer", "schedule", "written_offer"]),
    ),
    st.builds(
        Received,
        from_=maybe(PERSON),
        about=st.sampled_from(
            "acknowledgement scheduling request still_deciding update thanks".split()
        ),
    ),
    st.builds(Sent, to=st.tuples(PERSON), kind=KINDS_SENT, answered=maybe(st.booleans())),
    st.builds(Offer, from_=maybe(PERSON), decide_by=maybe(WHEN), written=maybe(st.booleans())),
    st.builds(OnHold, until=maybe(DAY)),
    st.builds(Away, person=maybe(PERSON), from_=maybe(DAY), until=maybe(DAY)),
    st.builds(
        Debrief,
        person=maybe(PERSON),
        missed=st.just(("a point",)),
        mistakes=st.just((WeakAnswer(what="x"),)),
    ),
    st.builds(Hesitation, about=st.sampled_from(["culture", "pay"]), serious=st.booleans()),
    st.builds(
        NoContact,
        forbids=st.sampled_from([("any",), ("calls",), ("hiring_manager",)]),
        until=maybe(DAY),
    ),
    st.builds(Bounced, to=PERSON),
    st.builds(Preference, over=st.just(("globex",))),
    st.builds(NoShow, by=st.sampled_from(["employer", "candidate"])),
    st.builds(CallRequested, from_=maybe(PERSON)),
    st.sampled_from([Concern(said="scale"), DecidedFor(), DecidedAgainst(), ConditionsCleared()]),
    st.sampled_from([Accepted(), Declined(), Withdrew(), Rejected(), Filled()]),
)
PEOPLE: dict[str, PersonRole] = {
    "priya": "hiring_manager",
    "tom": "interviewer",
    "cora": "coordinator",
}


@st.composite
def opportunities(draw: st.DrawFn, id: str = "northwind") -> Opportunity:
    happened = draw(st.lists(st.tuples(WHEN, HAPPENINGS), max_size=9))
    people: dict[str, PersonRole] = dict(PEOPLE)
    if id != "northwind":
        people = {"hana": "hiring_manager"}
    return Opportunity(
        id=id,
        employer=id.capitalize(),
        route=draw(st.sampled_from(["direct", "direct", "agency"]))
        if id == "northwind"
        else "direct",
        people={**people, "sam": "agency_recruiter"} if id == "northwind" else people,
        events=tuple(
            Event(when=when, place=n, ref=n, happened=what)
            for n, (when, what) in enumerate(happened)
        ),
    )


AT = st.integers(0, 75 * 24).map(lambda n: START + timedelta(hours=n, minutes=17))


def plan(*found: Opportunity, at: datetime, **more: Any) -> Plan:
    return decide(search(*found), at=at, words=ENGLISH_TIMEFRAMES, **more)


def known(found: Opportunity, at: datetime, kind: type) -> list[tuple[Event, Any]]:
    return [
        (e, e.happened) for e in found.events if isinstance(e.happened, kind) and e.when.at <= at
    ]


def status(made: Plan) -> list[FollowUp]:
    return [f for f in made.follow_ups if f.kind in STATUS_QUESTIONS]


@given(opportunities(), AT)
@settings(max_examples=400, deadline=None)
def test_moments_are_in_order_and_anchored(found: Opportunity, at: datetime) -> None:
    for f in plan(found, at=at).follow_ups:
        assert f.anchor is not None
        assert f.why
        assert f.not_before <= f.due or f.state == "overdue"
        if f.latest is not None and f.state != "overdue":
            assert f.due <= f.latest


@given(opportunities(), AT)
@settings(max_examples=400, deadline=None)
def test_no_status_question_inside_the_newest_promise(found: Opportunity, at: datetime) -> None:
    promises = [(e, p) for e, p in known(found, at, Promise) if p.about == "answer" and p.by]
    if not promises or known(found, at, Offer):
        return
    _, newest = max(promises, key=lambda pair: (pair[0].when.at, pair[0].place))
    holds = known(found, at, OnHold)
    for f in status(plan(found, at=at)):
        assert f.not_before.date() > newest.by or holds


@given(opportunities(), AT)
@settings(max_examples=400, deadline=None)
def test_no_status_question_past_the_cap(found: Opportunity, at: datetime) -> None:
    assert all(f.attempt <= 2 for f in status(plan(found, at=at)))


@given(opportunities(), AT, st.sampled_from([Received(from_="priya", about="update"), Rejected()]))
@settings(max_examples=300, deadline=None)
def test_an_answer_silences_what_was_due(
    found: Opportunity, at: datetime, answer: Happening
) -> None:
    event = Event(when=Moment(at), place=len(found.events), ref=len(found.events), happened=answer)
    heard = Opportunity(
        id=found.id, employer=found.employer, people=found.people, events=(*found.events, event)
    )
    due = [f for f in status(plan(heard, at=at)) if f.state != "upcoming" and f.kind == "check_in"]
    last = max((p.by for _, p in known(found, at, Promise) if p.by), default=date.min)
    assert not [f for f in due if last < at.date()] or known(found, at, OnHold)


@given(opportunities(), AT, st.sampled_from([Withdrew(), Rejected(), Declined(), Filled()]))
@settings(max_examples=300, deadline=None)
def test_nothing_is_pending_after_the_end(found: Opportunity, at: datetime, end: Happening) -> None:
    event = Event(when=Moment(at), place=len(found.events), ref=len(found.events), happened=end)
    ended = Opportunity(
        id=found.id, employer=found.employer, people=found.people, events=(*found.events, event)
    )
    made = plan(ended, at=at)
    assert {f.kind for f in made.follow_ups} <= MAY_ARISE_AFTER_END
    assert made.opportunities[found.id].stage == "closed"
    assert not made.waiting


@given(opportunities(), AT)
@settings(max_examples=200, deadline=None)
def test_the_same_input_gives_the_same_plan(found: Opportunity, at: datetime) -> None:
    assert plan(found, at=at) == plan(found, at=at)


UNRELATED = st.sampled_from([Applied(), Interview(with_=("hana",)), Rejected(), OnHold()])


@given(opportunities(), st.lists(st.tuples(MOMENT, UNRELATED), max_size=4), AT)
@settings(max_examples=200, deadline=None)
def test_an_unrelated_opportunity_changes_nothing(
    found: Opportunity, happened: list[tuple[Moment, Happening]], at: datetime
) -> None:
    other = Opportunity(
        id="globex",
        employer="Globex",
        people={"hana": "hiring_manager"},
        events=tuple(
            Event(when=w, place=n, ref=n, happened=h) for n, (w, h) in enumerate(happened)
        ),
    )
    alone, both = plan(found, at=at), plan(found, other, at=at)
    assert alone.follow_ups == tuple(f for f in both.follow_ups if f.opportunity == "northwind")
    assert alone.opportunities["northwind"] == both.opportunities["northwind"]


@given(opportunities(), opportunities(id="globex"), AT)
@settings(max_examples=300, deadline=None)
def test_two_processes_never_raise_and_ids_are_unique(
    one: Opportunity, two: Opportunity, at: datetime
) -> None:
    ids = [f.id for f in plan(one, two, at=at).follow_ups]
    assert len(ids) == len(set(ids))


@given(opportunities(), AT)
@settings(max_examples=300, deadline=None)
def test_one_person_gets_one_message_a_day(found: Opportunity, at: datetime) -> None:
    seen: dict[tuple[str, date], str] = {}
    for f in plan(found, at=at).follow_ups:
        day = f.due.date()
        if f.due < at and f.state != "upcoming":
            day = Hours(WorkCalendar("US"), NEW_YORK).open(at).date()
        for reader in f.to if f.channel else ():
            earlier = seen.setdefault((reader, day), f.id)
            at_risk = f.latest is not None and f.latest.date() <= day + timedelta(days=3)
            assert earlier == f.id or at_risk


@given(opportunities(), AT, st.integers(1, 400))
@settings(max_examples=200, deadline=None)
def test_what_was_skipped_does_not_come_back(found: Opportunity, at: datetime, hours: int) -> None:
    skipped = frozenset(_key(f) for f in plan(found, at=at).follow_ups)
    later = plan(found, at=at + timedelta(hours=hours), dismissed=skipped)
    assert not skipped & {_key(f) for f in later.follow_ups}


def _key(f: FollowUp) -> str:
    return follow_up_key(f.opportunity, f.kind, f.to, f.anchor)


@pytest.mark.parametrize("hours", [0, 1, 30])
def test_an_empty_search_has_an_empty_plan(hours: int) -> None:
    made = plan(at=START + timedelta(hours=hours))
    assert (made.follow_ups, made.opportunities) == ((), {})
