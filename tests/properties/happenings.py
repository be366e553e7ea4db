"""Anything that may happen in a search, in any order: strategies for stateful tests."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from heardback.model.events import (
    Accepted,
    Applied,
    Away,
    Bounced,
    CallRequested,
    Concern,
    ConditionsCleared,
    DeadlineMoved,
    Debrief,
    DecidedAgainst,
    DecidedFor,
    Declined,
    Filled,
    Happening,
    Hesitation,
    Interview,
    MistakeSent,
    News,
    NoContact,
    NoShow,
    Offer,
    OnHold,
    Permission,
    Preference,
    Promise,
    Reapproach,
    Received,
    ReferencesChecked,
    Rejected,
    Sent,
    WeakAnswer,
    Withdrew,
)
from heardback.model.moment import Moment
from heardback.model.people import Candidate, Person, PersonRole

NEW_YORK = ZoneInfo("America/New_York")
START = datetime(2025, 2, 10, 9, tzinfo=NEW_YORK)
CANDIDATE = Candidate(
    name="Dana Reyes", email="dana@example.org", timezone="America/Chicago", country="US"
)
PEOPLE = {
    p.id: p
    for p in (
        Person(id="priya", name="Priya Raman", email="priya@northwind.example"),
        Person(
            id="tom", name="Tom Okafor", email="tom@northwind.example", timezone="Europe/London"
        ),
        Person(id="lee", name="Lee Brandt"),
        Person(id="cora", name="Cora Lind", email="cora@northwind.example"),
        Person(id="sam", name="Sam Ortiz", email="sam@agency.example"),
        Person(id="hana", name="Hana Sato", email="hana@globex.example", timezone="Asia/Tokyo"),
        Person(id="ines", name="Ines Duarte", email="ines@globex.example"),
    )
}
MET = ("priya", "tom", "lee")
NORTHWIND: dict[str, PersonRole] = {
    "priya": "hiring_manager",
    "tom": "interviewer",
    "lee": "interviewer",
    "cora": "coordinator",
    "sam": "agency_recruiter",
}
GLOBEX: dict[str, PersonRole] = {"hana": "hiring_manager", "ines": "recruiter"}
PROMISED = (
    "We will be in touch soon.",
    "Please don't contact us, we will contact you.",
    "You should hear from us by the end of next week.",
    "If you haven't heard by Friday, email me.",
    "Write me on Friday.",
    "It will take about a week.",
    "Don't expect anything before 3 March.",
)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy, or None now and then."""
    return st.one_of(st.none(), strategy)


def day_after(now: datetime, days: int) -> date:
    """Return the civil day so many days on."""
    return (now + timedelta(days=days)).astimezone(NEW_YORK).date()


def happenings(now: datetime, people: dict[str, PersonRole]) -> st.SearchStrategy[Happening]:
    """Given the moment and who plays which part, return anything that may happen then."""
    person = st.sampled_from(sorted(people))
    ahead = st.integers(-3, 20).map(lambda n: day_after(now, n))
    later = st.integers(-2, 24 * 12).map(lambda n: Moment(now + timedelta(hours=n)))
    return st.one_of(
        _answers(person, ahead, later, now),
        _deeds(person),
        _offers(person, ahead, later),
        _asides(person, ahead),
    )


def _answers(person: Any, ahead: Any, later: Any, now: datetime) -> st.SearchStrategy[Happening]:
    about = "acknowledgement scheduling request still_deciding update thanks other".split()
    return st.one_of(
        st.builds(
            Promise,
            from_=maybe(person),
            by=maybe(ahead),
            firmness=maybe(st.sampled_from(["firm", "window", "vague"])),
            invites=maybe(st.booleans()),
            about=st.sampled_from(["answer", "answer", "answer", "schedule", "written_offer"]),
        ),
        st.builds(Promise, from_=maybe(person), said=st.sampled_from(PROMISED)),
        st.builds(
            Received,
            from_=maybe(person),
            about=st.sampled_from(about),
            asks=maybe(st.just("two references")),
            reply_by=maybe(later),
        ),
        st.builds(OnHold, until=maybe(ahead)),
        st.builds(CallRequested, from_=maybe(person)),
        st.builds(Away, person=maybe(person), from_=maybe(ahead), until=maybe(ahead)),
        st.just(Received(about="still_deciding")),
    )


def _deeds(person: Any) -> st.SearchStrategy[Happening]:
    kinds = "thank_you check_in check_in check_in closing_message reply other withdraw ask_question"
    return st.one_of(
        st.builds(
            Sent,
            to=st.lists(person, min_size=1, max_size=2, unique=True).map(tuple),
            kind=st.sampled_from(kinds.split()),
            channel=maybe(st.sampled_from(["email", "call", "voicemail"])),
            answered=maybe(st.booleans()),
        ),
        st.builds(Bounced, to=maybe(person)),
        st.builds(MistakeSent, in_=maybe(st.integers(0, 5)), what_is_wrong=st.just("a typo")),
        st.builds(
            Debrief,
            person=maybe(person),
            missed=st.just(("a point",)),
            mistakes=st.lists(
                st.builds(WeakAnswer, what=st.just("x"), noticed=maybe(st.booleans())), max_size=1
            ).map(tuple),
            weak_answers=st.lists(
                st.builds(WeakAnswer, what=st.just("y"), noticed=maybe(st.booleans())), max_size=1
            ).map(tuple),
            enthusiasm=maybe(st.integers(1, 5)),
        ),
    )


def _offers(person: Any, ahead: Any, later: Any) -> st.SearchStrategy[Happening]:
    return st.one_of(
        st.builds(
            Offer,
            from_=maybe(person),
            decide_by=maybe(later),
            written=maybe(st.booleans()),
            conditional=maybe(st.booleans()),
        ),
        st.builds(DeadlineMoved, decide_by=later),
        st.builds(Preference, over=st.sampled_from([("globex",), ("northwind",), ()])),
        st.builds(Hesitation, about=st.sampled_from(["culture", "pay"]), serious=st.booleans()),
        st.sampled_from([Accepted(), Declined(), DecidedFor(), DecidedAgainst()]),
        st.sampled_from([Withdrew(), Rejected(), Rejected(runner_up=True), Filled()]),
        st.sampled_from([ConditionsCleared(), ReferencesChecked(), Reapproach()]),
    )


def _asides(person: Any, ahead: Any) -> st.SearchStrategy[Happening]:
    forbids = st.sampled_from([("any",), ("calls",), ("hiring_manager",), ("tom",)])
    allows = st.sampled_from([("direct_note",), ("direct_contact",), ("calls",)])
    return st.one_of(
        st.builds(NoContact, forbids=forbids, until=maybe(ahead)),
        st.builds(Permission, from_=maybe(person), allows=allows),
        st.builds(NoShow, by=st.sampled_from(["employer", "candidate"])),
        st.sampled_from([Applied(), Concern(said="scale"), News(about="reposted")]),
    )


def interviews(now: datetime, people: dict[str, PersonRole]) -> st.SearchStrategy[Interview]:
    """Given the moment, return an interview with some of these people."""
    with_ = maybe(
        st.lists(st.sampled_from(sorted(people)), min_size=1, max_size=3, unique=True).map(tuple)
    )
    return st.builds(
        Interview,
        with_=with_,
        stage=maybe(st.sampled_from(["screen", "first", "later", "final"])),
        steps_left=maybe(st.integers(0, 3)),
        cancelled=st.integers(0, 9).map(lambda n: n == 0),
        replaces=maybe(st.integers(0, 4)),
    )


PREFERENCES = st.fixed_dictionaries(
    {},
    optional={
        "grace": st.integers(0, 3),
        "grace_vague": st.integers(0, 5),
        "no_timeframe": st.integers(4, 14),
        "no_timeframe_final": st.integers(4, 14),
        "second_gap": st.integers(2, 10),
        "max_checkins": st.integers(0, 3),
        "assumed_window": st.integers(1, 5),
        "note_delay": st.sampled_from([0, 0.5, 4, 12, 24]),
        "call_policy": st.sampled_from(["never", "last", "either"]),
        "weekend_send": st.sampled_from(["avoid", "friday", "any"]),
        "panel_mode": st.sampled_from(["each", "group", "lead"]),
        "screen_note": st.sampled_from(["off", "manager", "always"]),
        "thank_coordinator": st.booleans(),
        "early_headsup": st.booleans(),
        "repair_answer": st.sampled_from(["never", "ask", "yes"]),
        "withdraw_after": st.sampled_from(["accepted", "cleared"]),
        "agency_note": st.sampled_from(["through", "cc", "direct", "none"]),
        "feedback_timing": st.integers(0, 14),
        "holiday_stretch": st.sampled_from(["off", "year_end", "summer"]),
        "reply_sla": st.integers(1, 2),
        "sector": st.sampled_from(["corporate", "academia", "government", "hourly"]),
        "send_window": st.just(("08:30", "11:00")),
    },
)
