"""Whatever a candidate notes about whomever they met, no two notes of a panel are alike."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.drafting.compose import Style, compose
from heardback.drafting.likeness import BOUND, likeness
from heardback.languages.en.letters import letters
from heardback.model.draft import REGISTERS, Register
from heardback.model.events import Debrief, Interview
from tests.drafting.rich import NORTHWIND, SEARCH, at, events, follow_up
from tests.drafting.test_drafts import sentences, ungrounded, words_said

NOW = at("2025-03-04T10:00")
IDS = ("priya", "tom", "lee", "nora", "yuki", "omar")
TOPICS = (
    "moving the nightly batch to streaming", "how she tests pipelines", "nobody owns the alerts",
    "the on-call rota", "my thesis", "two forecasts a day, and milk forgives neither",
    "Reduce churn", "hiring", "Why did the last migration fail?", "their plan for Kafka",
)  # fmt: skip
NOTES = st.lists(st.sampled_from(TOPICS), max_size=2, unique=True)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 6),
    st.lists(NOTES, min_size=6, max_size=6),
    NOTES,
    st.sampled_from(REGISTERS),
    st.one_of(st.none(), st.integers(1, 5)),
)
def test_no_two_notes_of_a_panel_are_alike(
    size: int, own: list[list[str]], general: list[str], register: Register, keen: int | None
) -> None:
    ids = IDS[:size]
    noted = [
        ("2025-03-03", Debrief(person=p, topics=tuple(t)))
        for p, t in zip(ids, distinct(own), strict=False)
    ]
    said = ("2025-03-03", Debrief(topics=tuple(general), enthusiasm=keen))
    happened = events(("2025-03-03T14:00", Interview(with_=ids)), *noted, said)
    search = replace(SEARCH, opportunities=(replace(NORTHWIND, events=happened),))
    notes: list[str] = []
    for reader in ids:
        one = follow_up(f"northwind/thank_you/{reader}", anchor=0)
        style = Style(register=register)
        draft = compose(one, search=search, at=NOW, letters=letters(), others=notes, style=style)
        assert list(ungrounded(draft)) == []
        notes.append(words_said(draft))
    for mine, theirs in combinations(notes, 2):
        assert likeness(mine, theirs) < BOUND
        shared = sentences(mine) & sentences(theirs)
        assert not [s for s in shared if "hank" not in s]


def distinct(own: list[list[str]]) -> list[list[str]]:
    """Return the notes with each topic kept only where it first stands."""
    seen: set[str] = set()
    kept = []
    for topics in own:
        kept.append([t for t in topics if t not in seen])
        seen.update(topics)
    return kept
