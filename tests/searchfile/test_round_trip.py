"""What is written reads back as the same, to the last word, in either form."""

import json
from typing import Literal, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heardback.model.events import WHAT
from heardback.model.people import Candidate, Person
from heardback.model.search import Opportunity, Search
from heardback.searchfile import event_from_keys, event_to_keys, read_search, write_search
from heardback.searchfile.yaml_lines import read_lines
from heardback.searchfile.yaml_text import read_yaml
from tests.searchfile.examples import CONTRACT, with_events
from tests.searchfile.generated import IDS, OPPORTUNITIES, ZONES, events, searches
from tests.searchfile.test_yaml_lines import with_lines

FileForm = Literal["yaml", "json"]
FORMS: tuple[FileForm, ...] = get_args(FileForm)


def all_of(search: Search) -> object:
    """Return a search with what comparing leaves out: extra keys and the words of moments."""
    return (
        repr(search),
        search.extra,
        search.candidate.extra,
        [person.extra for person in search.people.values()],
        [(each.extra, [event.extra for event in each.events]) for each in search.opportunities],
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(searches())
def test_any_search_reads_back_as_it_was(search: Search) -> None:
    for form in FORMS:
        text = write_search(search, form=form)
        again = read_search(text, name=f"s.{form}").search
        assert again == search
        once_more = read_search(write_search(again, form=form), name=f"s.{form}").search
        assert all_of(once_more) == all_of(again)
        assert write_search(again, form=form) == text
    assert with_lines(read_lines(write_search(search, form="yaml"))) in (
        with_lines(read_yaml(write_search(search, form="yaml"))),
        with_lines(None),
    )


@pytest.mark.parametrize("what", WHAT)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_event_goes_to_keys_and_back(what: str, data: st.DataObject) -> None:
    zone = data.draw(st.sampled_from(ZONES))
    event = data.draw(events(what, zone, 0))
    keys = json.loads(json.dumps(event_to_keys(event, zone=zone)))
    again = event_from_keys(keys, place=0, zone=zone, people_ids=IDS, opportunity_ids=OPPORTUNITIES)
    assert again == event
    assert again.extra == event.extra


def test_the_layout_is_that_of_the_contracts_example() -> None:
    written = write_search(read_search(CONTRACT, name="s").search, form="yaml")
    for line in CONTRACT.splitlines():
        bare = line.partition(" #")[0].rstrip()
        if "{when" in bare and "debrief" not in bare and "sent" not in bare and "said" not in bare:
            assert bare in written.splitlines()
    assert "  priya: {name: Priya Raman, email: priya@northwind.example," in written
    assert list(json.loads(write_search(read_search(CONTRACT, name="s").search, form="json"))) == [
        "heardback",
        "candidate",
        "people",
        "opportunities",
    ]


def test_a_long_event_is_written_as_a_block() -> None:
    text = with_events(f"{{when: 2025-03-03, what: concern, said: {'very ' * 60}long}}")
    written = write_search(read_search(text, name="s").search, form="yaml")
    assert "      - when: 2025-03-03\n        what: concern\n        said: very" in written
    assert read_search(written, name="s") == read_search(text, name="s")


def test_only_what_is_there_is_written() -> None:
    search = Search(candidate=Candidate(name="Ada"))
    assert write_search(search, form="yaml") == "heardback: 1\ncandidate:\n  name: Ada\n"
    assert write_search(search, form="json") == (
        '{\n  "heardback": 1,\n  "candidate": {\n    "name": "Ada"\n  }\n}\n'
    )


def test_the_words_of_moments_are_kept() -> None:
    text = with_events(
        "{when: 2025-03-03 14:00, what: interview, ends: 2025-03-03T15:00:00}",
        "{when: 2025-03-03T14:00-06:00, what: applied}",
    )
    written = write_search(read_search(text, name="s").search, form="yaml")
    assert '{when: "2025-03-03 14:00", what: interview, ends: 2025-03-03T15:00:00}' in written
    assert "{when: 2025-03-03T14:00-06:00, what: applied}" in written


def test_letters_of_all_the_world_stay_as_they_are() -> None:
    person = Person(id="zoë", name="Zoë 李 \U0001f600", title="a\x85b")
    search = Search(candidate=Candidate(name="Łukasz"), people={"zoë": person})
    text = write_search(search, form="yaml")
    assert '  zoë: {name: "Zoë 李 \U0001f600", title: "a\\u0085b"}' in text
    assert "name: Łukasz" in text
    assert read_search(text, name="s").search == search


def test_half_a_character_does_not_break_the_file() -> None:
    search = Search(
        candidate=Candidate(name="A"),
        opportunities=(Opportunity(id="n", employer="N\ud800"),),
    )
    for form in FORMS:
        text = write_search(search, form=form)
        text.encode("utf-8")
        assert read_search(text, name=f"s.{form}").search.opportunities[0].employer == "N?"
