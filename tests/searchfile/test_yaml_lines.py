"""The quick reader of everyday YAML says what the full parser says, or steps back."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heardback.searchfile import read_search, write_search
from heardback.searchfile.values import Keys, Values, Wrong
from heardback.searchfile.yaml_lines import read_lines
from heardback.searchfile.yaml_text import read_yaml
from tests.searchfile.examples import CONTRACT, with_events


def with_lines(value: object) -> object:
    """Return a value with types and lines in plain sight."""
    if isinstance(value, Keys):
        inner = [(key, value.line_of(key), with_lines(each)) for key, each in value.items()]
        return ("keys", value.line, inner)
    if isinstance(value, Values):
        return [(value.line_of(place), with_lines(each)) for place, each in enumerate(value)]
    return (type(value).__name__, value)


def agree(text: str) -> bool:
    """Check both readers against each other; return whether the quick one answered."""
    try:
        quick: object = read_lines(text)
    except Wrong as wrong:
        with pytest.raises(Wrong) as caught:
            read_yaml(text)
        assert (caught.value.message, caught.value.line) == (wrong.message, wrong.line)
        return True
    if quick is None:
        return False
    assert with_lines(quick) == with_lines(read_yaml(text))
    return True


EVERYDAY = [
    CONTRACT,
    write_search(read_search(CONTRACT, name="s").search, form="yaml"),
    with_events(
        "when: 2025-03-03\n        what: sent\n        to:\n        - tom\n        - priya"
    ),
    "a: 1\nb:\n  c: d # e\n\n  # f\n  'g h'\n".replace("  'g h'\n", ""),
    "a:\n- b\n- c: 1\n  d: 2\n-   e: 3\n    f:\n    - 4\nz: {}\n",
    "a: [1, [2, {b: c, d: []}], 'it''s', \"x\\u00e9\\n\", ]\n",
    'a: {b: 2025-03-03T14:00, c: don\'t, d: a - b, e: -x, f: ~, g: (h), i: a:b, "j k": l, }\n',
    "a: x: y".replace(": y", ":y") + '\nb: [a, b] # c\nc: "#d" # e\nd: e, [f] {g}\n',
    "a:\n  b:\n    c:\n  d:\ne:",
    "a: 0x1F\nb: 1_000\nc: .5\nd: 1e3\ne: no\nf: null\ng: 017\nh: 0o7\n",
]


@pytest.mark.parametrize("text", EVERYDAY)
def test_reads_the_everyday_part_as_the_full_parser_does(text: str) -> None:
    assert agree(text)
    assert agree(text.replace("\n", "\r\n"))


UNUSUAL = [
    "a: |\n  b\n",
    "a: >-\n  b\n",
    "a: b\n  c\n",
    "a: {b: c,\n  d: e}\n",
    'a: "b\n  c"\n',
    "? a\n: b\n",
    "a: &b c\n",
    "a: !b c\n",
    "--- \na: b\n",
    "a:\tb\n",
    "a: b\u2028c\n",
    " a: b\n",
    "- a\n",
    "a\n",
    "",
    "a: {b: 1]\n",
    "a: [b: 1]\n",
    "a: {b: {c: 1]}\n",
    "a: [[1}]\n",
    "a: {b: , c: 1}\n",
    "a: {b}\n",
    "a: [, b]\n",
    "a: b: c\n",
    "a: b\n c: d\n",
    "a:\n  b: c\n d: e\n",
    "a:\n  - b\n  c: d\n",
    'a: "b" c\n',
    "a: {b: c} d\n",
    'a: "\\x41"\n',
    "a: @b\n",
    "- - a\n",
    "a:\n- - b\n",
    "-a: b\n",
    "a:b\n",
    "a: b #c: d\ne: f#g\n",
]


@pytest.mark.parametrize("text", UNUSUAL)
def test_steps_back_from_all_else(text: str) -> None:
    assert not agree(text)


PIECES = st.sampled_from(
    "a·b:·c: ·- ·-·{·}·[·]·,·, ·: · ·  ·\n·\n  ·\n- ·\n  - ·#· # x·\"d\"·'e'·\"·'·1·1.5·~·true·"
    "2025-03-03·15:00·&f·*f·!g·|·>·?·? ·%·@·`·\\n·=·<<·---·...·é·\t".split("·")
)


@settings(max_examples=800, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("a: ...\n")
@example("a: [a\n]")
@example('a: "\\u0000"')
@example("a: 1\na: 2")
@example("a: {b: 1, b: 2}")
def test_never_says_anything_else(text: str) -> None:
    agree(text)
    agree(f"k: {text}")
    agree(f"k:\n  - {{l: m, {text}}}\n")
    agree(f"k:\n  l: {text}\n  m: n\n")


@settings(max_examples=400, deadline=None)
@given(place=st.integers(0, len(CONTRACT) - 1), put=PIECES, cut=st.integers(0, 3))
def test_never_says_anything_else_about_the_example(place: int, put: str, cut: int) -> None:
    agree(CONTRACT[:place] + put + CONTRACT[place + cut :])
