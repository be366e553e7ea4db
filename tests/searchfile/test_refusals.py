"""A file that cannot be meant is refused whole, with the line and how to mend it."""

import pytest

from heardback.errors import SearchFileError
from heardback.searchfile import read_search
from tests.searchfile.examples import CONTRACT, FIRST, HEAD, refusal, with_events

EVENTS = [
    ("{when: 2025-03-03, what: aplied}", 'what: "aplied" is unknown. Did you mean applied?'),
    ("{when: 2025-03-03, what: 7}", "what: 7 is unknown. It is one of applied, interview,"),
    ("{when: 2025-03-03}", "what is missing"),
    ("{what: applied}", "when is missing"),
    ("{when: , what: applied}", "when is missing"),
    ("applied", 'should be keys and their values, not "applied"'),
    ("{when: 2025-03-03, what: sent, to: pria}", 'unknown person "pria". Did you mean priya?'),
    ("{when: 2025-03-03, what: sent, to: [tom, zoe]}", 'unknown person "zoe". Add it to people'),
    ("{when: 2025-03-03, what: sent, via: [tom, priya]}", "via should be one person, not a list"),
    ("{when: 2025-03-03, what: sent, to: 3}", "to should be one person, not 3"),
    ("{when: 2025-03-03, what: sent, kind: thankyou}", "Did you mean thank_you?"),
    ("{when: 2025-03-03, what: sent, channel: mail}", "Did you mean email?"),
    ("{when: 2025-03-03, what: preference, over: nowhere}", 'unknown opportunity "nowhere"'),
    ("{when: 2025-03-03, what: preference, over: othr}", "Did you mean other?"),
    ("{when: 2025-03-03, what: preference, over: [1]}", "should be an opportunity's id, not 1"),
    ("{when: 2025-03-03, what: preference, rank: 0}", "a whole number from 1 on, not 0"),
    ("{when: 2025-03-03, what: interview, stage: frist}", "Did you mean first?"),
    ("{when: 2025-03-03, what: interview, steps_left: -1}", "from 0 to 50, not -1"),
    ("{when: 2025-03-03, what: interview, steps_left: true}", "from 0 to 50, not true"),
    ("{when: 2025-03-03, what: interview, steps_left: 1.5}", "from 0 to 50, not 1.5"),
    ("{when: 2025-03-03, what: interview, cancelled: yes}", 'true or false, not "yes"'),
    ('{when: 2025-03-03, what: interview, cancelled: "true"}', "Write it without quotes"),
    ("{when: 2025-03-03, what: debrief, enthusiasm: 6}", "from 1 to 5, not 6"),
    ("{when: 2025-03-03, what: debrief, topics: [7]}", "topics should be text, not 7. Put it in"),
    ("{when: 2025-03-03, what: debrief, mistakes: [{noticed: true}]}", "mistakes what is missing"),
    ("{when: 2025-03-03, what: debrief, mistakes: 3}", "should be keys and their values, not 3"),
    ("{when: 2025-02-30, what: applied}", "a day that does not exist: 2025-02-30"),
    ("{when: tomorrow, what: applied}", 'should be a day or a moment, not "tomorrow"'),
    ("{when: 20250303, what: applied}", "should be a day or a moment, not 20250303"),
    ("{when: 1066-10-14, what: applied}", "lies outside 1970 to 2199"),
    ("{when: 2025-03-03T25:00, what: applied}", "a time that does not exist"),
    ("{when: 2025-03-03T14:00+99:00, what: applied}", "a time that does not exist"),
    ("{when: 2025-03-03, what: promise, by: 2025-13-01}", "by names a day that does not exist"),
    ("{when: 2025-03-03, what: promise, by: 2025-03-14T17:00}", "a day without a time"),
    ("{when: 2025-03-03, what: promise, by: soon}", 'by should be a day, not "soon"'),
    ("{when: 2025-03-03, what: promise, from: tom}", "a promise needs its words or its day"),
    ("{when: 2025-03-03, what: deadline_moved}", "decide_by is missing"),
    ("{when: 2025-03-03T14:00, what: interview, ends: 13:00}", 'before the start: "13:00"'),
    ("{when: 2025-03-03T14:00, what: interview, ends: 2025-03-02T15:00}", "before the start"),
    ("{when: 2025-03-03T14:00, what: interview, ends: 2025-03-04}", "should be a time, not"),
    ("{when: 2025-03-03T14:00, what: interview, ends: 25:00}", "should be a day or a moment"),
    ("{when: 2025-03-03, what: interview, replaces: 1}", "replaces: 1 is no interview"),
    ("{when: 2025-03-03, what: interview, replaces: 0}", "replaces: 0 leads back to this event"),
    ("{when: 2025-03-03, what: mistake_sent, in: 0}", "in: 0 is no sent message"),
    ("{when: 2025-03-03, what: no_contact, forbids: [call]}", "Did you mean calls?"),
    ("{when: 2025-03-03, what: offer, terms: [1]}", "terms should be keys and their values"),
    ("{when: 2025-03-03, what: filled, source: hearsay}", "source should be a source"),
    ('{when: 2025-03-03, what: filled, source: "message:"}', "source should be a source"),
    ("{when: 2025-03-03, when: 2025-03-04, what: filled}", '"when" is there twice'),
]


@pytest.mark.parametrize(("event", "message"), EVENTS, ids=[event for event, _ in EVENTS])
def test_refuses_an_event_that_cannot_be_meant(event: str, message: str) -> None:
    line = refusal(with_events(event))
    assert message in line
    assert line.startswith(f"s.yaml:{FIRST}: ")


HEADS = [
    ("candidate: {name: A}", 1, "heardback, the number of the format, is missing"),
    ("heardback: 2", 1, "this file is of format 2, and this program reads format 1"),
    ("heardback: true", 1, "heardback should be 1, not true"),
    ('heardback: "1"', 1, 'heardback should be 1, not "1"'),
    ("heardback: 0", 1, "heardback should be 1, not 0"),
    ("heardback:", 1, "heardback should be 1, not nothing"),
    ("heardback: 1\ncandidate: Ada", 2, 'candidate should be keys and their values, not "Ada"'),
    ("heardback: 1\ncandidate: {name: A,\n  timezone: America/Chicgo}", 3, "unknown time zone"),
    ("heardback: 1\ncandidate: {timezone: ../../etc/passwd}", 2, "unknown time zone"),
    ("heardback: 1\ncandidate: {timezone: 5}", 2, "should be a time zone, not 5"),
    ("heardback: 1\ncandidate: {country: ZZ}", 2, 'unknown country "ZZ". Use an ISO 3166'),
    ("heardback: 1\ncandidate: {country: us-tx}", 2, "Did you mean US-TX?"),
    ("heardback: 1\ncandidate: {country: UK}", 2, "Did you mean GB?"),
    ("heardback: 1\ncandidate: {country: 49}", 2, "should be a country, not 49"),
    ("heardback: 1\ncandidate: {email: dana}", 2, "email should be an e-mail address"),
    ("heardback: 1\ncandidate:\n  phone: 5125550100", 3, "phone should be text, not 5125550100"),
    ("heardback: 1\ncandidate:\n  present_employer: {domains: a}", 3, "name is missing"),
    ("heardback: 1\npeople: {p: }", 2, 'person "p": name is missing'),
    ("heardback: 1\npeople: {p: {name: ''}}", 2, 'person "p": name is empty'),
    ("heardback: 1\npeople: {p: Priya}", 2, 'person "p": should be keys'),
    ("heardback: 1\npeople: {a/b: {name: A}}", 2, 'the id "a/b" cannot be used'),
    ("heardback: 1\npeople: {a+b: {name: A}}", 2, "cannot be used"),
    ('heardback: 1\npeople: {"": {name: A}}', 2, "cannot be used"),
    ("heardback: 1\npeople: {-: {name: A}}", 2, "cannot be used"),
    (f"heardback: 1\npeople: {{{'a' * 101}: {{name: A}}}}", 2, "is longer than 100 signs"),
    (f"heardback: 1\npeople: {{{'a' * 201}: {{name: A}}}}", 2, "is longer than 200 signs"),
    ("heardback: 1\npeople:\n  p: {name: A}\n  p: {name: B}", 4, '"p" is there twice (first in'),
    ("heardback: 1\nopportunities: {n: {role: x}}", 2, "employer is missing"),
    ("heardback: 1\nopportunities: {n m: {employer: x}}", 2, "cannot be used"),
    ("heardback: 1\nopportunities: [n]", 2, "opportunities should be keys"),
    ("heardback: 1\nopportunities:\n  n:\n    employer: N\n    route: agent", 5, "mean agency?"),
    ("heardback: 1\nopportunities:\n  n:\n    employer: N\n    events: {}", 5, "should be a list"),
    ("heardback: 1\nopportunities: {n: {employer: N, people: {zoe: other}}}", 2, '"zoe"'),
    (
        "heardback: 1\npeople: {p: {name: P}}\nopportunities: {n: {employer: N, people: {p: x}}}",
        3,
        "people p: should be hiring_manager",
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), HEADS, ids=[text for text, _, _ in HEADS])
def test_refuses_a_file_that_cannot_be_meant(text: str, line: int, message: str) -> None:
    found = refusal(text)
    assert message in found
    assert found.startswith(f"s.yaml:{line}: ")


PREFERENCES = [
    "grace: 8",
    "grace: -1",
    "grace: true",
    "grace_vague: 11",
    "no_timeframe: 3",
    "no_timeframe: 15",
    "no_timeframe_final: 3",
    "second_gap: 1",
    "max_checkins: 4",
    "extension_days: 0",
    "note_delay: 25",
    "note_words: [180, 60]",
    "note_words: [60]",
    "note_words: [20, 60]",
    "call_policy: always",
    "quiet_days: maybe",
    "thank_coordinator: on",
    "feedback_timing: 15",
    "reapproach: 0",
    "send_window: [08:00]",
    'send_window: ["8", "9"]',
    'send_window: ["10:00", "09:00"]',
    "sector: banking",
]


@pytest.mark.parametrize("preference", PREFERENCES)
def test_refuses_a_preference_out_of_range_with_its_line(preference: str) -> None:
    name = preference.partition(":")[0]
    line = refusal(f"heardback: 1\npreferences:\n  {preference}\n")
    assert line.startswith(f"s.yaml:3: preferences {name} should") or "closes before" in line
    own = f"heardback: 1\nopportunities:\n  n:\n    employer: N\n    preferences: {{{preference}}}"
    assert refusal(own).startswith(f's.yaml:5: opportunity "n": preferences {name} ')


def test_lines_are_right_inside_a_flow_mapping_of_many_lines() -> None:
    event = (
        "{when: 2025-03-03,\n  what: interview,\n  with: [tom,\n    priya,\n    zoe],\n  stage: x}"
    )
    assert refusal(with_events(event)).startswith(f"s.yaml:{FIRST + 4}: ")
    assert refusal(with_events(event.replace("zoe", "tom"))).startswith(f"s.yaml:{FIRST + 5}: ")


def test_two_interviews_cannot_replace_each_other() -> None:
    text = with_events(
        "{when: 2025-03-03, what: interview, replaces: 1}",
        "{when: 2025-03-04, what: interview, replaces: 0}",
    )
    assert "leads back to this event" in refusal(text)


def test_the_example_with_one_word_changed_is_refused_in_that_line() -> None:
    text = CONTRACT.replace("from: priya", "from: pria")
    line = text[: text.index("pria,")].count("\n") + 1
    assert refusal(text, name="search.yaml").startswith(f"search.yaml:{line}: ")


def test_json_is_refused_with_its_line() -> None:
    text = '{"heardback": 1,\n "candidate": {\n  "name": "A",\n  "timezone": "Mars"}}'
    assert refusal(text, name="s.json").startswith("s.json:4: candidate: timezone names")
    assert refusal(text, name="-").startswith("-:4: candidate: timezone names")


def test_an_error_carries_its_parts() -> None:
    with pytest.raises(SearchFileError) as caught:
        read_search(HEAD.replace("heardback: 1", "heardback: 9"), name="x.yaml")
    assert (caught.value.file, caught.value.line, caught.value.exit_code) == ("x.yaml", 1, 2)
    assert caught.value.hint
