"""What a search file says is what is read."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from heardback.model import events as ev
from heardback.model.moment import Moment
from heardback.model.people import PresentEmployer
from heardback.searchfile import read_search
from tests.searchfile.examples import CONTRACT, event_of, events_of, with_events

CHICAGO, NEW_YORK = ZoneInfo("America/Chicago"), ZoneInfo("America/New_York")


def test_reads_the_example_of_the_contract() -> None:
    read = read_search(CONTRACT, name="search.yaml")
    search = read.search
    assert read.warnings == ()
    assert search.candidate.name == "Dana Reyes"
    assert search.candidate.phone == "+1 512 555 0100"
    assert search.candidate.country == "US"
    assert list(search.people) == ["priya", "tom", "lee", "sam"]
    assert search.people["sam"].employer == "Ortiz Search"
    (north,) = search.opportunities
    assert (north.id, north.employer, north.role) == ("northwind", "Northwind", "Data Engineer")
    assert north.people == {
        "priya": "hiring_manager",
        "tom": "interviewer",
        "lee": "interviewer",
    }
    applied, interview, debrief, promise, sent = north.events
    assert applied.happened == ev.Applied()
    assert applied.when.is_date
    assert interview.when == Moment(datetime(2025, 3, 3, 14, tzinfo=NEW_YORK))
    assert interview.happened == ev.Interview(
        ends=Moment(datetime(2025, 3, 3, 15, tzinfo=NEW_YORK)),
        stage="first",
        mode="video",
        with_=("priya", "tom", "lee"),
        steps_left=2,
    )
    assert debrief.happened == ev.Debrief(
        person="priya",
        topics=("moving the nightly batch to streaming",),
        missed=("my on-call rota redesign",),
        mistakes=(ev.WeakAnswer(what="said five years at Acme; it was three"),),
    )
    assert promise.happened == ev.Promise(
        from_="priya", said="We hope to get back to everyone by the end of next week."
    )
    assert sent.happened == ev.Sent(kind="thank_you", to=("priya",), channel="email")
    assert [event.place for event in north.events] == [0, 1, 2, 3, 4]
    assert [event.ref for event in north.events] == [0, 1, 2, 3, 4]


EVENTS = [
    ("what: interview", ev.Interview()),
    ("what: interview, with: []", ev.Interview(with_=())),
    ("what: interview, cancelled: true", ev.Interview(cancelled=True)),
    ("what: references_checked", ev.ReferencesChecked()),
    (
        "what: debrief, topics: one, strengths: [a, b], enthusiasm: 5, questions: why",
        ev.Debrief(topics=("one",), strengths=("a", "b"), enthusiasm=5, questions=("why",)),
    ),
    (
        "what: debrief, weak_answers: [a, {what: b, noticed: true}], mistakes: {what: c}",
        ev.Debrief(
            weak_answers=(ev.WeakAnswer(what="a"), ev.WeakAnswer(what="b", noticed=True)),
            mistakes=(ev.WeakAnswer(what="c"),),
        ),
    ),
    (
        "what: promise, by: 2025-03-14, firmness: firm, invites: true, event: x, about: schedule",
        ev.Promise(
            by=date(2025, 3, 14),
            firmness="firm",
            invites=True,
            event="x",
            about="schedule",
        ),
    ),
    ("what: promise, earliest: 2025-03-10", ev.Promise(earliest=date(2025, 3, 10))),
    ("what: no_contact, forbids: calls", ev.NoContact(forbids=("calls",))),
    (
        "what: no_contact, said: please, forbids: [any, tom], until: 2025-04-01, from: priya",
        ev.NoContact(said="please", forbids=("any", "tom"), until=date(2025, 4, 1), from_="priya"),
    ),
    (
        "what: permission, from: tom, allows: calls",
        ev.Permission(from_="tom", allows=("calls",)),
    ),
    (
        "what: away, person: tom, from: 2025-03-03, until: 2025-03-07",
        ev.Away(person="tom", from_=date(2025, 3, 3), until=date(2025, 3, 7)),
    ),
    ("what: news, about: reposted", ev.News(about="reposted")),
    (
        "what: received, from: tom, channel: email, about: request, asks: dates",
        ev.Received(from_="tom", channel="email", about="request", asks="dates"),
    ),
    (
        "what: sent, to: priya, via: tom, for: priya, kind: check_in, answered: false",
        ev.Sent(to=("priya",), via="tom", for_="priya", kind="check_in", answered=False),
    ),
    ("what: sent, to: [priya, tom], channel: call", ev.Sent(to=("priya", "tom"), channel="call")),
    (
        "what: offer, from: tom, written: true, conditional: false, terms: {pay: 100, x: [1]}",
        ev.Offer(from_="tom", written=True, conditional=False, terms={"pay": 100, "x": [1]}),
    ),
    ("what: accepted", ev.Accepted()),
    ("what: declined", ev.Declined()),
    ("what: conditions_cleared", ev.ConditionsCleared()),
    ("what: preference, over: other", ev.Preference(over=("other",))),
    ("what: preference, rank: 1", ev.Preference(rank=1)),
    ("what: hesitation, about: pay, serious: true", ev.Hesitation(about="pay", serious=True)),
    ("what: decided_for", ev.DecidedFor()),
    ("what: decided_against, reason: none", ev.DecidedAgainst(reason="none")),
    ("what: withdrew", ev.Withdrew()),
    ("what: reapproach", ev.Reapproach()),
    ("what: concern, said: hm, about: depth", ev.Concern(said="hm", about="depth")),
    (
        "what: rejected, automatic: true, runner_up: true",
        ev.Rejected(automatic=True, runner_up=True),
    ),
    ("what: on_hold, until: 2025-05-01", ev.OnHold(until=date(2025, 5, 1))),
    ("what: filled", ev.Filled()),
    (
        "what: call_requested, from: tom, channel: voicemail, about: next steps",
        ev.CallRequested(from_="tom", channel="voicemail", about="next steps"),
    ),
    ("what: no_show, by: candidate", ev.NoShow(by="candidate")),
    ("what: bounced, to: tom", ev.Bounced(to="tom")),
    ("what: bounced, to: [tom]", ev.Bounced(to="tom")),
    ("what: mistake_sent, what_is_wrong: a name", ev.MistakeSent(what_is_wrong="a name")),
    (
        "what: review_asked, of: Ana, kind: check_in, to: [tom]",
        ev.ReviewAsked(of="Ana", kind="check_in", to=("tom",)),
    ),
]


@pytest.mark.parametrize(("keys", "happened"), EVENTS, ids=[keys for keys, _ in EVENTS])
def test_reads_every_event(keys: str, happened: ev.Happening) -> None:
    event = event_of(f"{{when: 2025-03-03, {keys}}}")
    assert event.happened == happened
    assert event.extra == {}


def test_the_events_above_are_all_there_are() -> None:
    tried = {type(happened) for _, happened in EVENTS} | {ev.Applied, ev.DeadlineMoved}
    assert tried == set(ev.WHAT.values())


def test_numbers_of_events_point_back_and_forth() -> None:
    moved, wrong, _, _ = events_of(
        "{when: 2025-03-05T10:00, what: interview, replaces: 3}",
        "{when: 2025-03-06, what: mistake_sent, in: 2}",
        "{when: 2025-03-04, what: sent, to: tom}",
        "{when: 2025-03-03T10:00, what: interview, cancelled: true}",
    )
    assert isinstance(moved.happened, ev.Interview)
    assert moved.happened.replaces == 3
    assert wrong.happened == ev.MistakeSent(in_=2)


def test_keeps_what_an_event_rests_on() -> None:
    event = event_of(
        "{when: 2025-03-03, what: rejected, source: message:<a@b>, quote: sorry, note: pity}"
    )
    assert (event.source, event.quote, event.note) == ("message:<a@b>", "sorry", "pity")


@pytest.mark.parametrize("source", ["user", "message:<a.b@c>", "message:a@b", "calendar:x-1"])
def test_takes_every_form_of_source(source: str) -> None:
    assert event_of(f'{{when: 2025-03-03, what: filled, source: "{source}"}}').source == source


def test_a_deadline_without_a_time_stays_a_day() -> None:
    for keys in ("what: deadline_moved, decide_by", "what: offer, decide_by"):
        happened = event_of(f"{{when: 2025-03-03, {keys}: 2025-03-14}}").happened
        assert isinstance(happened, ev.DeadlineMoved | ev.Offer)
        assert happened.decide_by == Moment(datetime(2025, 3, 14, tzinfo=CHICAGO), is_date=True)


def test_a_candidate_may_have_an_employer_and_several_addresses() -> None:
    text = """
heardback: 1
candidate:
  name: Ada
  email: ada@example.org
  emails: [ada@work.example, ada@example.org]
  present_employer: {name: Acme, domains: acme.example}
"""
    candidate = read_search(text, name="s.yaml").search.candidate
    assert candidate.addresses == ("ada@example.org", "ada@work.example")
    assert candidate.present_employer == PresentEmployer(name="Acme", domains=("acme.example",))
    assert candidate.timezone == "UTC"


def test_empty_sections_are_nothing() -> None:
    sections = "heardback: 1\ncandidate:\npeople:\npreferences:\nopportunities:\n"
    text = f"{sections}  a:\n    employer: A\n    events:\n"
    search = read_search(text, name="s.yaml").search
    assert search.people == {}
    assert search.preferences == {}
    assert search.opportunities[0].events == ()


def test_preferences_are_typed_and_only_those_given() -> None:
    text = (
        "heardback: 1\npreferences: {grace: 0, note_delay: 2, note_words: [50, 100],"
        ' quiet_days: off, screen_note: off, send_window: ["08:00", "10:30"], sector: academia,'
        " tell_A_why: full}\n"
    )
    assert read_search(text, name="s.yaml").search.preferences == {
        "grace": 0,
        "note_delay": 2.0,
        "note_words": (50, 100),
        "quiet_days": False,
        "screen_note": "off",
        "send_window": ("08:00", "10:30"),
        "sector": "academia",
        "tell_A_why": "full",
    }


def test_unknown_keys_are_kept_and_named() -> None:
    text = """\
heardback: 1
colour: blue
candidate:
  name: Ada
  timezone: UTC
  phne: "1"
preferences: {grcae: 2}
people:
  p: {name: P, nick: Pip}
opportunities:
  n:
    employer: N
    employr: M
    preferences: {zzz: [1, {a: b}]}
    events:
      - {when: 2025-03-03, what: interview, stge: first}
"""
    read = read_search(text, name="f.yaml")
    assert read.warnings == (
        'f.yaml:2: unknown key "colour", ignored',
        'f.yaml:7: unknown key "grcae", ignored (did you mean grace?)',
        'f.yaml:6: unknown key "phne", ignored (did you mean phone?)',
        'f.yaml:9: unknown key "nick", ignored',
        'f.yaml:13: unknown key "employr", ignored (did you mean employer?)',
        'f.yaml:14: unknown key "zzz", ignored',
        'f.yaml:16: unknown key "stge", ignored (did you mean stage?)',
    )
    (north,) = read.search.opportunities
    assert read.search.extra == {"colour": "blue", "preferences": {"grcae": 2}}
    assert read.search.candidate.extra == {"phne": "1"}
    assert read.search.people["p"].extra == {"nick": "Pip"}
    assert north.extra == {"employr": "M", "preferences": {"zzz": [1, {"a": "b"}]}}
    assert north.events[0].extra == {"stge": "first"}


def test_block_style_reads_as_flow_style_does() -> None:
    block = with_events(
        "when: 2025-03-03T14:00\n        what: interview\n        with:\n          - tom\n"
        "          - priya"
    )
    flow = with_events("{when: 2025-03-03T14:00, what: interview, with: [tom, priya]}")
    assert read_search(block, name="s").search == read_search(flow, name="s").search


def test_an_instant_is_the_same_wherever_it_was_written() -> None:
    event = event_of("{when: 2025-03-03T20:00Z, what: applied}")
    assert event.when.at == datetime(2025, 3, 3, 20, tzinfo=UTC)
