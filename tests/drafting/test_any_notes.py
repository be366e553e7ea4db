"""Whatever a candidate notes down, the draft stays grounded, finished and the same each time."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.drafting.compose import Style, compose
from heardback.languages.en.letters import letters
from heardback.model.draft import REGISTERS, Register
from heardback.model.events import Debrief, Interview
from heardback.model.people import Strength
from heardback.service.draft import proofread_draft
from tests.drafting.rich import NORTHWIND, SEARCH, at, events, follow_up
from tests.drafting.test_drafts import ungrounded

NOW = at("2025-03-04T10:00")
WORDS = (
    "moving their Kafka batch to streaming 2026 how she my on-call they want is the SQL in Leeds"
).split()
NOTES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
ANYTHING = st.text(min_size=1, max_size=60)
KINDS = ("thank_you", "check_in", "raise_point", "ask_question", "answer_rejection", "withdraw")


def search_with(topics: list[str], strengths: list[str], questions: list[str]):  # type: ignore[no-untyped-def]
    noted = Debrief(
        person="tom", topics=tuple(topics), strengths=tuple(strengths), questions=tuple(questions)
    )
    happened = events(
        ("2025-03-03T14:00", Interview(with_=("priya", "tom"))), ("2025-03-03", noted)
    )
    return replace(SEARCH, opportunities=(replace(NORTHWIND, events=happened),))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(NOTES, max_size=3),
    st.lists(NOTES, max_size=2),
    st.lists(NOTES, max_size=2),
    st.sampled_from(KINDS),
)
def test_notes_of_ordinary_words_give_a_grounded_draft(
    topics: list[str], strengths: list[str], questions: list[str], kind: str
) -> None:
    search = search_with(topics, strengths, questions)
    one = follow_up(f"northwind/{kind}/tom", anchor=0)
    draft = compose(one, search=search, at=NOW, letters=letters())
    assert draft == compose(one, search=search, at=NOW, letters=letters())
    assert list(ungrounded(draft)) == []
    found = proofread_draft(draft, follow_up=one, search=search, at=NOW).findings
    assert [f for f in found if f.severity == "error"] == []


@settings(max_examples=150, deadline=None)
@given(
    NOTES,
    st.lists(st.tuples(NOTES, st.one_of(st.none(), NOTES)), max_size=2),
    st.sampled_from(REGISTERS),
    st.integers(1, 6),
    st.sampled_from(
        ("thank_you/email", "thank_you/linkedin", "thank_you/letter", "raise_point/call")
    ),
)
def test_any_strength_in_any_register_and_channel_stays_grounded(
    topic: str,
    told: list[tuple[str, str | None]],
    register: Register,
    variant: int,
    way: str,
) -> None:
    kind, _, channel = way.partition("/")
    can = tuple(Strength(what=what, evidence=proof) for what, proof in told)
    search = search_with([topic], [], [])
    search = replace(search, candidate=replace(search.candidate, strengths=can))
    one = follow_up(f"northwind/{kind}/tom", anchor=0, channel=channel)
    style = Style(register=register, variant=variant)
    draft = compose(one, search=search, at=NOW, letters=letters(), style=style)
    assert draft == compose(one, search=search, at=NOW, letters=letters(), style=style)
    assert list(ungrounded(draft)) == []
    assert len(draft.body or "") <= {"linkedin": 300, "letter": 700}.get(channel, 3000)
    found = proofread_draft(draft, follow_up=one, search=search, at=NOW).findings
    assert [f for f in found if f.severity == "error"] == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(ANYTHING, max_size=3), st.lists(ANYTHING, max_size=2), st.lists(ANYTHING, max_size=2)
)
def test_any_text_at_all_is_taken_without_a_crash(
    topics: list[str], strengths: list[str], questions: list[str]
) -> None:
    search = search_with(topics, strengths, questions)
    for kind in KINDS:
        one = follow_up(f"northwind/{kind}/tom", anchor=0)
        draft = compose(one, search=search, at=NOW, letters=letters())
        proofread_draft(draft, follow_up=one, search=search, at=NOW)
        for ground in draft.grounds:
            assert 0 <= ground.start <= ground.end <= len(draft.body or "")
