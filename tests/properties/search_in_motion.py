"""A search to which anything happens while time goes on, and what must hold at every step."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.properties.happenings import (
    CANDIDATE,
    GLOBEX,
    NEW_YORK,
    NORTHWIND,
    PEOPLE,
    PREFERENCES,
    START,
    happenings,
    interviews,
)
from tests.properties.nagging import (
    Told,
    forbidden,
    inside_promise,
    past_cap,
    status_questions,
    too_soon_after_answer,
)

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import Away, Event, Happening, Interview, Promise, Received, Sent
from heardback.model.moment import Moment
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Opportunity, Search
from heardback.playbook.decide import decide
from heardback.playbook.keys import follow_up_key
from heardback.playbook.still_due import Kept, is_still_due, keep, stamps_of
from heardback.service.plan_view import plan_view
from heardback.timeframe.business import CLOSES, OPENS, WorkCalendar

AFTER_THE_END = {"answer_rejection", "keep_in_touch", "take_call", "reply", "fix_mistake"}
LEAVES = {"withdraw", "decline"}
# These may go beside another message of the day where waiting would break their limit.
CANNOT_WAIT = {
    "withdraw", "decline", "accept", "acknowledge_offer", "fix_mistake", "reply", "reschedule",
    "take_call", "tell_about_offer", "ask_extension", "debrief_recruiter", "ask_address",
}  # fmt: skip
FORESEEN = (Interview, Away)
Asked = tuple[int, datetime, int]


class SearchInMotion(RuleBasedStateMachine):
    """A search to which anything happens while time goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.search = Search(candidate=CANDIDATE, people=PEOPLE)
        self.skipped: set[str] = set()
        self.seen: list[tuple[datetime, str]] = []
        self.happened_late = False
        self.kept_before: tuple[Kept, ...] = ()
        self.kept: tuple[Asked, Plan] | None = None

    @initialize(
        agency=st.booleans(),
        country=st.sampled_from(["US", "US", "SA"]),
        preferences=PREFERENCES,
        ends=st.sampled_from([0, 290]),
    )
    def begin(self, agency: bool, country: str, preferences: dict[str, object], ends: int) -> None:
        self.now = START + timedelta(days=ends)
        route: Literal["direct", "agency"] = "agency" if agency else "direct"
        people = NORTHWIND if agency else {k: v for k, v in NORTHWIND.items() if k != "sam"}
        self.search = replace(
            self.search,
            preferences=preferences,
            opportunities=(
                Opportunity(
                    id="northwind",
                    employer="Northwind",
                    timezone="America/New_York",
                    country=country,
                    route=route,
                    people=people,
                ),
                Opportunity(id="globex", employer="Globex", people=GLOBEX),
            ),
        )

    # What may happen

    @rule(hours=st.one_of(st.integers(1, 30), st.integers(20, 24 * 12)), minutes=st.integers(0, 59))
    def time_goes_on(self, hours: int, minutes: int) -> None:
        self.now += timedelta(hours=hours, minutes=minutes)

    @rule(data=st.data(), where=st.sampled_from(["northwind", "northwind", "globex"]))
    def something_happens(self, data: st.DataObject, where: str) -> None:
        people = self._opportunity(where).people
        self._add(where, Moment(self.now), data.draw(happenings(self.now, dict(people))))

    @rule(
        data=st.data(),
        where=st.sampled_from(["northwind", "northwind", "globex"]),
        hours=st.integers(-24 * 9, -1),
        is_date=st.booleans(),
    )
    def something_older_comes_to_light(
        self, data: st.DataObject, where: str, hours: int, is_date: bool
    ) -> None:
        moment = self.now + timedelta(hours=hours)
        if is_date:
            local = moment.astimezone(NEW_YORK)
            moment = datetime(local.year, local.month, local.day, tzinfo=NEW_YORK)
        people = self._opportunity(where).people
        happened = data.draw(happenings(moment, dict(people)))
        self.happened_late = True
        self._add(where, Moment(moment, is_date), happened)

    @rule(
        data=st.data(),
        where=st.sampled_from(["northwind", "northwind", "globex"]),
        hours=st.integers(-24 * 3, 24 * 8),
    )
    def an_interview_is_arranged(self, data: st.DataObject, where: str, hours: int) -> None:
        people = self._opportunity(where).people
        happened = data.draw(interviews(self.now, dict(people)))
        self.happened_late = True
        self._add(where, Moment(self.now + timedelta(hours=hours)), happened)

    @precondition(lambda self: self._doable())
    @rule(data=st.data())
    def the_candidate_does_what_is_due(self, data: st.DataObject) -> None:
        f = data.draw(st.sampled_from(self._doable()))
        channel: Any = f.channel
        sent = Sent(to=f.to, via=f.via, kind=f.kind, channel=channel)
        self._add(f.opportunity, Moment(self.now), sent)

    @precondition(lambda self: self._plan().follow_ups)
    @rule(data=st.data())
    def the_candidate_skips(self, data: st.DataObject) -> None:
        f = data.draw(st.sampled_from(self._plan().follow_ups))
        self.skipped.add(_key(f))

    # What must hold

    @invariant()
    def nobody_is_nagged(self) -> None:
        made = self._plan()
        for opportunity in self.search.opportunities:
            told = Told(opportunity.events, self.now)
            most = int(str(self.search.preferences.get("max_checkins", 2)))
            for question in status_questions(made.follow_ups, opportunity.id):
                faults = (
                    inside_promise(told, question),
                    too_soon_after_answer(told, question),
                    past_cap(told, question, most),
                    forbidden(told, question),
                )
                assert not any(faults), [f for f in faults if f]

    @invariant()
    def an_answer_silences_what_was_due(self) -> None:
        for opportunity in self.search.opportunities:
            answer = Received(from_=next(iter(opportunity.people)), about="update")
            found = self._with(opportunity.id, Moment(self.now), answer)
            asked = [
                f
                for f in status_questions(self._plan(found).follow_ups, opportunity.id)
                if f.state != "upcoming"
            ]
            told = Told(opportunity.events, self.now)
            running = told.promised_until()
            if running is None or running[1] < self.now.astimezone(NEW_YORK).date():
                assert not [f.id for f in asked if not _invited(told)]

    @invariant()
    def nothing_is_pending_after_the_end(self) -> None:
        made = self._plan()
        for opportunity in self.search.opportunities:
            if made.opportunities[opportunity.id].stage != "closed":
                continue
            mine = [f for f in made.follow_ups if f.opportunity == opportunity.id]
            assert {f.kind for f in mine} <= AFTER_THE_END | LEAVES
            assert not [w for w in made.waiting if w.opportunity == opportunity.id]
            assert not [c for c in made.cautions if c.opportunity == opportunity.id]

    @invariant()
    def moments_are_in_order_and_anchored(self) -> None:
        made = self._plan()
        for f in made.follow_ups:
            assert f.why, f.id
            assert self._is_known(f), f"{f.id} hangs on {f.anchor}"
            assert f.not_before <= f.due or f.state == "overdue", f.id
            assert f.latest is None or f.due <= f.latest or f.state == "overdue", f.id
        ids = [f.id for f in made.follow_ups]
        assert len(ids) == len(set(ids)), ids

    @invariant()
    def messages_go_when_offices_are_open(self) -> None:
        for f in self._plan().follow_ups:
            if f.channel is None or not f.to or self._in_hours(f.due, f):
                continue
            assert self._at_risk(f), f"{f.id} at {f.due}, latest {f.latest}"

    @invariant()
    def one_person_gets_one_message_a_day(self) -> None:
        seen: dict[tuple[str, date], FollowUp] = {}
        for f in sorted(self._plan().follow_ups, key=lambda f: f.kind in CANNOT_WAIT):
            for reader in f.to if f.channel else ():
                earlier = seen.setdefault((reader, self._day(f)), f)
                excused = f.kind in CANNOT_WAIT and f.latest is not None
                assert earlier is f or excused, (earlier.id, f.id, self._day(f))

    @invariant()
    def what_was_skipped_stays_away(self) -> None:
        listed = {_key(f): f.id for f in self._plan().follow_ups}
        assert not [listed[k] for k in self.skipped & set(listed)]

    @invariant()
    def an_unrelated_opportunity_changes_nothing(self) -> None:
        stranger = Opportunity(
            id="initech",
            employer="Initech",
            people={},
            events=(_event(0, Moment(START), Interview()), _event(1, Moment(self.now), Received())),
        )
        more = replace(self.search, opportunities=(*self.search.opportunities, stranger))
        alone, both = self._plan(), self._plan(more)
        assert alone.follow_ups == tuple(f for f in both.follow_ups if f.opportunity != "initech")
        for name in ("held", "waiting", "cautions"):
            mine = tuple(x for x in getattr(both, name) if x.opportunity != "initech")
            assert getattr(alone, name) == mine
        assert all(both.opportunities[id] == s for id, s in alone.opportunities.items())

    @invariant()
    def the_same_input_gives_the_same_bytes(self) -> None:
        assert self._text(self.now) == self._text(self.now)

    @invariant()
    def what_is_still_due_is_listed_by_a_new_plan(self) -> None:
        stamps = stamps_of(self.search, dismissed=self.skipped)
        listed = {_key(f) for f in self._plan().follow_ups}
        for kept in self.kept_before:
            if is_still_due(kept, stamps, self.now.timestamp()):
                assert kept.key in listed, kept
        self.kept_before = keep(self._plan(), self.search, stamps)
        for kept in self.kept_before:
            assert is_still_due(kept, stamps, self.now.timestamp()), kept
            last = max(self.now, datetime.fromtimestamp(kept.until - 1e-5, UTC))
            there = {_key(f) for f in self._plan(at=last).follow_ups}
            assert kept.key in there, (kept, last)

    @invariant()
    def stepping_and_planning_at_once_agree(self) -> None:
        """What was planned on the way is what the whole file says of that moment."""
        if self.skipped or self.happened_late:
            self.seen.clear()
            self.happened_late = False
            return
        for then, text in self.seen[-6:]:
            assert self._text(then) == text, then
        self.seen.append((self.now, self._text(self.now)))

    # The parts

    def _opportunity(self, id: str) -> Opportunity:
        found = self.search.opportunity(id)
        assert found is not None
        return found

    def _with(self, where: str, when: Moment, happened: Happening) -> Search:
        old = self._opportunity(where)
        new = replace(old, events=(*old.events, _event(len(old.events), when, happened)))
        rest = tuple(new if o.id == where else o for o in self.search.opportunities)
        return replace(self.search, opportunities=rest)

    def _add(self, where: str, when: Moment, happened: Happening) -> None:
        if isinstance(happened, FORESEEN):
            self.happened_late = True  # known before its day, so an older plan reads otherwise
        if any(then >= when.at for then, _ in self.seen):
            self.happened_late = True
        self.search = self._with(where, when, happened)

    def _plan(self, search: Search | None = None, at: datetime | None = None) -> Plan:
        if search is None and at is None:
            asked = (id(self.search), self.now, len(self.skipped))
            if self.kept is None or self.kept[0] != asked:
                skipped = frozenset(self.skipped)
                self.kept = (asked, self._made(self.search, self.now, skipped))
            return self.kept[1]
        return self._made(search or self.search, at or self.now, frozenset(self.skipped))

    def _made(self, search: Search, at: datetime, skipped: frozenset[str]) -> Plan:
        return decide(search, at=at, words=ENGLISH_TIMEFRAMES, dismissed=skipped)

    def _text(self, at: datetime) -> str:
        return json.dumps(plan_view(self._plan(at=at), search=self.search))

    def _doable(self) -> list[FollowUp]:
        return [f for f in self._plan().follow_ups if f.state != "upcoming" and f.channel]

    def _is_known(self, f: FollowUp) -> bool:
        where, _, place = str(f.anchor).rpartition(":")
        events = self._opportunity(where or f.opportunity).events
        event = events[int(place)]
        return event.when.at <= self.now or isinstance(event.happened, FORESEEN)

    def _calendar(self, f: FollowUp) -> WorkCalendar:
        country = self._opportunity(f.opportunity).country
        return WorkCalendar(country or CANDIDATE.country)

    def _in_hours(self, moment: datetime, f: FollowUp) -> bool:
        local = moment.astimezone(self._zone(f))
        return self._calendar(f).is_business_day(local.date()) and OPENS <= local.time() <= CLOSES

    def _zone(self, f: FollowUp) -> ZoneInfo:
        first = f.via or f.to[0]
        person = PEOPLE.get(first)
        own = person.timezone if person else None
        there = self._opportunity(f.opportunity).timezone
        return ZoneInfo(own or there or CANDIDATE.timezone)

    def _at_risk(self, f: FollowUp) -> bool:
        """Return whether a rule lets it go outside business hours."""
        if f.kind == "debrief_recruiter" or f.kind in LEAVES:
            return True  # two hours after the interview; before the next meeting
        opening = self._calendar(f).next_business_hour(f.due.astimezone(self._zone(f)))
        if f.latest is not None and f.latest < opening:
            return True
        if f.kind != "thank_you":
            return False
        window = self.search.preferences.get("weekend_send", "avoid")
        return window != "avoid" or f.why[0].rule == "TY-4"

    def _day(self, f: FollowUp) -> date:
        zone = self._zone(f)
        due = f.due
        if due < self.now:
            due = self._calendar(f).next_business_hour(self.now.astimezone(zone))
        return due.astimezone(zone).date()


def _invited(told: Told) -> bool:
    """Return whether an invitation stands, or words whose days are read elsewhere."""
    return any(
        isinstance(e.happened, Promise) and (e.happened.invites or e.happened.said)
        for e in told.of(Promise)
    )


def _event(place: int, when: Moment, happened: Happening) -> Event:
    return Event(when=when, place=place, ref=place, happened=happened)


def _key(f: FollowUp) -> str:
    return follow_up_key(f.opportunity, f.kind, f.to, f.anchor)
