"""The core schema of YAML 1.2: words stay words, and JSON says the same."""

import json

import pytest

from heardback.searchfile import read_search
from heardback.searchfile.load import load
from heardback.searchfile.values import plain
from tests.searchfile.examples import CONTRACT, event_of

TRAPS = [
    ("NO", "NO"),
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("15:00", "15:00"),
    ("1:30:45", "1:30:45"),
    ("1_000", "1_000"),
    ("2025-03-04", "2025-03-04"),
    ("2025-03-04T09:10", "2025-03-04T09:10"),
    ("0b11", "0b11"),
    ("1e", "1e"),
    ("<<", "<<"),
    ("=", "="),
    ("0o7", 7),
    ("0x1F", 31),
    ("017", 17),
    ("-5", -5),
    ("+5", 5),
    ("1e3", 1000.0),
    ("1.5", 1.5),
    (".5", 0.5),
    ("1.", 1.0),
    ("~", None),
    ("null", None),
    ("", None),
    ("true", True),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    ('"true"', "true"),
    ("'5'", "5"),
    ("|-\n  5", "5"),
    ("\u0665", "\u0665"),
]


@pytest.mark.parametrize(("written", "value"), TRAPS)
def test_a_plain_word_is_what_the_core_schema_says(written: str, value: object) -> None:
    found = load(f"x: {written}\n", name="s.yaml")["x"]
    assert found == value
    assert type(found) is type(value)


def test_norway_is_a_country() -> None:
    text = "heardback: 1\ncandidate: {name: NO, country: NO}\n"
    candidate = read_search(text, name="s.yaml").search.candidate
    assert (candidate.name, candidate.country) == ("NO", "NO")


def test_an_hour_needs_no_quotes() -> None:
    bare = event_of("{when: 2025-03-03T14:00, what: interview, ends: 15:00}")
    assert bare == event_of('{when: "2025-03-03T14:00", what: interview, ends: "15:00"}')


def test_keys_are_words_whatever_they_look_like() -> None:
    text = "heardback: 1\npeople: {no: {name: A}, 1: {name: B}, true: {name: C}}\n"
    assert list(read_search(text, name="s.yaml").search.people) == ["no", "1", "true"]


def test_the_json_twin_reads_the_same() -> None:
    twin = json.dumps(plain(load(CONTRACT, name="s.yaml")), ensure_ascii=False, indent=1)
    expected = read_search(CONTRACT, name="s.yaml").search
    for name in ("s.json", "s.yaml", "-"):
        assert read_search(twin, name=name).search == expected


def test_json_may_escape_what_it_likes() -> None:
    text = '{"heardback": 1,\t"candidate": {"name": "\\ud83d\\ude00 \\/ \\u00e9"}}'
    for name in ("s.json", "s.yaml"):
        assert read_search(text, name=name).search.candidate.name == "\U0001f600 / é"


def test_yaml_may_begin_with_a_brace() -> None:
    text = "{heardback: 1, candidate: {name: Ada}} # not JSON\n"
    assert read_search(text, name="-").search.candidate.name == "Ada"


def test_a_directive_for_1_2_and_both_markers_are_fine() -> None:
    text = "%YAML 1.2\n---\nheardback: 1\n...\n"
    assert read_search(text, name="s.yaml").search.opportunities == ()
