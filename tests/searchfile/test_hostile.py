"""Hostile or broken text reads, or is refused in one clear line; quickly, and never by a crash."""

import json
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from heardback.errors import SearchFileError
from heardback.searchfile import read_search
from tests.searchfile.examples import CONTRACT, HEAD, refusal, with_events

LAUGHS = "heardback: 1\na: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
BROKEN = {
    "laughs": (LAUGHS, "anchors (&) and aliases (*)"),
    "alias": ("heardback: 1\nx: *nowhere\n", "anchors (&) and aliases (*)"),
    "alias key": ("heardback: 1\n*x : 1\n", "a key must be one word"),
    "tag": ("heardback: 1\nx: !!python/object/apply:os.system [ls]\n", "the tag"),
    "own tag": ("heardback: 1\nx: !secret 1\n", "the tag"),
    "bang": ("heardback: 1\nx: ! 1\n", "the tag"),
    "documents": ("heardback: 1\n---\nheardback: 1\n", "a second document starts here"),
    "directive": ("%YAML 1.1\n---\nheardback: 1\n", "directive"),
    "tag directive": ("%TAG ! tag:x,2000:\n---\nheardback: 1\n", "directive"),
    "deep list": ("heardback: 1\nx: " + "[" * 10_000, "more than 24 levels"),
    "deep keys": ("heardback: 1\nx: " + "{a: " * 10_000, "more than 24 levels"),
    "deep block": ("".join(f"{' ' * n}a:\n" for n in range(500)), "more than 24 levels"),
    "deep dashes": ("- " * 10_000, "more than 24 levels"),
    "open": ("heardback: 1\nx: [1, 2", "this is not YAML"),
    "close": ("heardback: 1\nx: ]", "this is not YAML"),
    "quote": ('heardback: 1\nx: "never ends\n', "this is not YAML"),
    "colon": ("heardback: 1\nx: a: b\n", "A text that holds a colon needs quotes"),
    "tab": ("heardback: 1\npeople:\n\tp: {name: P}\n", "Indent with spaces, not tabs"),
    "list key": ("heardback: 1\n? [a]\n: 1\n", "a key must be one word"),
    "nul": ("heardback: 1\nx: \0\n", "this is no text file"),
    "escaped nul": ('heardback: 1\nx: "\\0"\n', "no character"),
    "surrogate": ("heardback: 1\nx: \ud800\n", "this is no text file"),
    "half pair": ('heardback: 1\nx: "\\ud800"\n', "no character"),
    "control": ("heardback: 1\nx: \x07\n", "this is not YAML"),
    "beyond": ('heardback: 1\nx: "\\U00110000"\n', "this is not YAML"),
    "long number": ("heardback: 1\nx: " + "9" * 10_000, "too long"),
    "huge number": ("heardback: 1\nx: 1e999\n", "too large"),
    "infinite": ("heardback: 1\nx: .inf\n", "no number to reckon with"),
    "not a number": ("heardback: 1\nx: .NaN\n", "no number to reckon with"),
    "empty": ("", "the file is empty"),
    "blank": (" \n# nothing\n", "the file is empty"),
    "list": ("- heardback: 1\n", "not with a list"),
    "mail": ("From a@b Mon\nSubject: x\n\nhello: you: there\n", "this is not YAML"),
    "html": ("<!doctype html><p>hello", "not with"),
    "binary": ("\x89PNG\r\n\x1a\n\0\0", "this is no text file"),
}
BROKEN_JSON = {
    "deep": ('{"heardback": 1, "x": ' + "[" * 10_000, "more than 24 levels"),
    "twice": ('{"heardback": 1,\n "heardback": 1}', '"heardback" is there twice'),
    "comma": ('{"heardback": 1,}', "a key in double quotes is missing"),
    "brace": ('{"heardback": 1', "a comma or } is missing"),
    "bracket": ('{"x": [1 2]}', "a comma or ] is missing"),
    "colon": ('{"x" 1}', "a colon is missing"),
    "value": ('{"x": }', "this is not JSON"),
    "more": ('{"heardback": 1} x', "something follows"),
    "nan": ('{"heardback": 1, "x": NaN}', "NaN is no number"),
    "infinite": ('{"heardback": 1, "x": -Infinity}', "no number"),
    "huge": ('{"heardback": 1, "x": 1e999}', "too large"),
    "long": ('{"heardback": 1, "x": ' + "9" * 10_000 + "}", "too long"),
    "half pair": ('{"heardback": 1, "x": "\\ud800"}', "no character"),
    "nul": ('{"heardback": 1, "x": "\\u0000"}', "no character"),
    "string": ('{"heardback": 1, "x": "a\nb"}', "this is not JSON"),
    "empty": (" ", "the file is empty"),
    "list": ("[]", "not with a list"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_yaml_is_refused_in_one_line(case: str) -> None:
    text, message = BROKEN[case]
    assert message in refusal(text)


@pytest.mark.parametrize("case", BROKEN_JSON)
def test_broken_json_is_refused_in_one_line(case: str) -> None:
    text, message = BROKEN_JSON[case]
    assert message in refusal(text, name="s.json")


def test_a_mark_at_the_start_and_any_line_ends_are_read() -> None:
    expected = read_search(CONTRACT, name="s").search
    for text in (
        "\ufeff" + CONTRACT,
        CONTRACT.replace("\n", "\r\n"),
        CONTRACT.replace("\n", "\r"),
        CONTRACT + "\n\n",
        CONTRACT.rstrip("\n"),
    ):
        assert read_search(text, name="s").search == expected


def test_lines_count_the_same_with_other_line_ends() -> None:
    text = with_events("{when: never, what: applied}").replace("\n", "\r\n")
    assert refusal(text).startswith(f"s.yaml:{HEAD.count(chr(10)) + 1}: ")


def test_values_in_an_error_are_short_and_on_one_line() -> None:
    nasty = json.dumps("\x1b[31m\n\r\t\u2028" + "x" * 10_000)
    line = refusal(with_events(f"{{when: {nasty}, what: applied}}"))
    assert "\x1b" not in line
    assert "\u2028" not in line
    refusal(f"heardback: 1\npeople: {{{json.dumps('a' * 150)}: {{name: A}}}}")


def test_of_very_many_unknown_keys_the_first_are_named() -> None:
    text = "heardback: 1\n" + "".join(f"k{n}: 1\n" for n in range(5_000))
    warnings = read_search(text, name="s.yaml").warnings
    assert warnings[0] == 's.yaml:2: unknown key "k0", ignored'
    assert len(warnings) == 101
    assert warnings[-1] == "s.yaml: 4,900 more unknown keys, ignored"


def test_a_file_above_the_bound_is_refused_at_once() -> None:
    start = process_time()
    assert "more than 32,000,000 characters" in refusal("#" * 32_000_001)
    assert process_time() - start < 1


MILLIONS = {
    "braces": "{" * 5_000_000,
    "brackets": "[" * 5_000_000,
    "dashes": "- " * 2_500_000,
    "questions": "? " * 2_500_000,
    "comment": "#" * 5_000_000,
    "colons": ":" * 5_000_000,
    "anchors": "&a " * 1_500_000,
    "quotes": "'" * 5_000_000,
    "many": "heardback: 1\nx: [" + "a," * 2_500_000 + "]",
    "nested": "heardback: 1\nx: [" + "[]," * 1_600_000 + "]",
    "nested in one": "heardback: 1\nx: [" + "[]," * 1_600_000 + "#]",
    "spaces": "heardback: 1\nx: [a" + " " * 5_000_000 + "#]",
    "more spaces": "heardback: 1\nx: a" + " " * 5_000_000 + ":",
    "quoted": 'heardback: 1\nx: "' + "\\n" * 2_500_000,
    "events": HEAD + "      - {when: 2025-03-03, what: applied}\n" * 120_000,
    "keys": "heardback: 1\n" + "".join(f"k{n}: 1\n" for n in range(500_000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", MILLIONS)
def test_five_megabytes_of_anything_end_soon(case: str) -> None:
    start = process_time()
    try:
        read_search(MILLIONS[case], name="s.yaml")
    except SearchFileError as error:
        assert "\n" not in str(error)
    assert process_time() - start < 30  # 1 to 5 on a quiet machine


SIGNS = st.sampled_from(list("{}[]:,#&*!|>'\"%@`-?~\n \t\r=<\\0x9ae.\x85\u2028\ufeff\U0001f600"))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(SIGNS, max_size=40), st.text(max_size=40)))
@example("%YAML 9.9\n---\na")
@example("? \n: ")
@example('"\\x')
@example("a: |9\n b")
def test_any_text_is_read_or_refused(text: str) -> None:
    for name in ("s.yaml", "s.json"):
        for whole in (text, f"heardback: 1\nx: {text}", f"{HEAD}      - {{when: {text}}}"):
            try:
                read_search(whole, name=name)
            except SearchFileError as error:
                assert len(str(error).splitlines()) == 1


@settings(max_examples=300, deadline=None)
@given(
    place=st.integers(0, len(CONTRACT) - 1), put=st.text(SIGNS, max_size=3), cut=st.integers(0, 3)
)
def test_the_example_with_a_slip_is_read_or_refused(place: int, put: str, cut: int) -> None:
    text = CONTRACT[:place] + put + CONTRACT[place + cut :]
    try:
        read_search(text, name="s.yaml")
    except SearchFileError as error:
        assert error.line is not None
        assert len(str(error).splitlines()) == 1
