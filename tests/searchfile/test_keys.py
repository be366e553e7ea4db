"""Single events, people, candidates and preferences, as the store and the command line need."""

import json
from dataclasses import fields

import pytest

from heardback.errors import UsageError
from heardback.model import events as ev
from heardback.model.preferences import DEFAULTS, Preferences
from heardback.searchfile import (
    candidate_from_keys,
    candidate_to_keys,
    event_from_keys,
    event_to_keys,
    opportunity_from_keys,
    opportunity_to_keys,
    person_from_keys,
    person_to_keys,
    preferences_from_keys,
    preferences_to_keys,
    read_search,
    resolve_preferences,
)
from heardback.searchfile.preferences import PREFERENCES
from tests.searchfile.examples import CONTRACT


def an_event(**keys: object) -> ev.Event:
    """Return this event as read from keys."""
    return event_from_keys(
        keys,
        place=3,
        zone="America/Chicago",
        people_ids={"tom"},
        opportunity_ids={"north"},
        ref="f1",
        name="log",
    )


def test_an_event_from_keys_has_its_place_and_ref() -> None:
    event = an_event(when="2025-03-03T09:00", what="sent", to="tom", kind="check_in")
    assert (event.place, event.ref) == (3, "f1")
    assert event.happened == ev.Sent(to=("tom",), kind="check_in")
    assert event.when.at.isoformat() == "2025-03-03T09:00:00-06:00"


def test_the_contracts_events_go_to_keys_and_back() -> None:
    (north,) = read_search(CONTRACT, name="s").search.opportunities
    for event in north.events:
        keys = json.loads(json.dumps(event_to_keys(event)))
        again = event_from_keys(
            keys,
            place=event.place,
            zone="America/New_York",
            people_ids=("priya", "tom", "lee"),
            opportunity_ids=None,
        )
        assert again == event
        assert again.when.text == event.when.text


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"when": "2025-03-03", "what": "snt"}, 'log: what: "snt" is unknown. Did you mean sent?'),
        (
            {"when": "2025-03-03", "what": "sent", "to": ["x"]},
            'log: to names the unknown person "x"',
        ),
        ({"when": "2025-03-03", "what": "preference", "over": "x"}, 'unknown opportunity "x"'),
        ({"when": "soon", "what": "sent"}, "log: when should be a day or a moment"),
        ({"what": "sent"}, "log: when is missing"),
    ],
)
def test_an_event_that_cannot_be_meant_is_refused(keys: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        an_event(**keys)
    assert message in str(caught.value)


def test_an_unknown_key_is_kept_or_refused() -> None:
    keys: dict[str, object] = {"when": "2025-03-03", "what": "interview", "stge": "first"}
    assert an_event(**keys).extra == {"stge": "first"}
    assert event_to_keys(an_event(**keys)) == keys
    with pytest.raises(UsageError, match=r'the key "stge" is unknown\. Did you mean stage\?'):
        event_from_keys(
            keys, place=0, zone="UTC", people_ids=None, opportunity_ids=None, strict=True
        )


def test_where_ids_are_not_known_any_will_do() -> None:
    event = event_from_keys(
        {"when": "2025-03-03", "what": "sent", "to": ["anyone"]},
        place=0,
        zone="UTC",
        people_ids=None,
        opportunity_ids=None,
    )
    assert event.ref == 0


def test_people_go_to_keys_and_back() -> None:
    keys: dict[str, object] = {
        "name": "Tom",
        "email": "tom@north.example",
        "emails": ["t@north.example"],
        "title": "CTO",
        "phone": "+1 5",
        "phone_given": True,
        "linkedin": "in/tom",
        "employer": "North",
        "timezone": "Europe/Berlin",
        "nick": "T",
    }
    person = person_from_keys("tom", keys)
    assert person.phone_given
    assert person_to_keys(person) == keys
    assert list(person_to_keys(person)) == list(keys)
    with pytest.raises(UsageError, match="cannot be used"):
        person_from_keys("to/m", keys)


def test_the_candidate_goes_to_keys_and_back() -> None:
    keys: dict[str, object] = {
        "name": "Ada",
        "email": "ada@x.example",
        "country": "DE-BY",
        "present_employer": {"name": "Acme", "domains": ["acme.example"], "since": 2020},
    }
    candidate = candidate_from_keys(keys)
    assert candidate.extra == {"present_employer": {"since": 2020}}
    assert candidate_to_keys(candidate) == keys
    assert candidate_from_keys({}).name == ""


def test_an_opportunity_goes_to_keys_and_back() -> None:
    keys: dict[str, object] = {
        "employer": "North",
        "role": "Engineer",
        "timezone": "Europe/Berlin",
        "country": "DE",
        "route": "agency",
        "people": {"tom": "agency_recruiter"},
        "preferences": {"grace": 2},
    }
    opportunity = opportunity_from_keys("north", keys, people_ids={"tom"})
    assert opportunity_to_keys(opportunity) == keys


def test_preferences_resolve_from_the_general_to_the_particular() -> None:
    general = preferences_from_keys({"grace": 2, "note_words": [50, 90], "sector": None})
    particular = preferences_from_keys({"grace": 3, "nonsense": 1})
    resolved = resolve_preferences(general, particular)
    assert resolved == DEFAULTS.with_(grace=3, note_words=(50, 90))
    assert resolve_preferences() == DEFAULTS
    assert resolve_preferences({"grace": 2, "nonsense": 1}) == DEFAULTS.with_(grace=2)


def test_preferences_are_checked_by_name() -> None:
    with pytest.raises(UsageError, match="no_timeframe should be a whole number from 4 to 14"):
        preferences_from_keys({"no_timeframe": 3})
    with pytest.raises(UsageError, match="Did you mean grace"):
        preferences_from_keys({"grcae": 3}, strict=True)


def test_every_preference_is_in_the_table_and_takes_its_own_default() -> None:
    assert list(PREFERENCES.by_key) == [f.name for f in fields(Preferences)]
    usual = {
        f.name: getattr(DEFAULTS, f.name)
        for f in fields(Preferences)
        if getattr(DEFAULTS, f.name) is not None
    }
    keys = json.loads(json.dumps(preferences_to_keys(usual)))
    assert preferences_from_keys(keys) == usual
