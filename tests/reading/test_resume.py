"""A résumé proposes what was done and what is known; never schools, hobbies or sample text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.languages.en.resume import ENGLISH_RESUME
from heardback.reading.resume import MOST_PROPOSALS, read_resume

RESUME = """\
Dana Reyes
dana@example.org
EXPERIENCE
Data Engineer, Fourth Coffee, 2019-2024
- Moved 40 nightly jobs to streaming,
  cutting the wait to ten minutes.
• Led a team of four
* Responsible for things
- Built [Your project here]
Skills: Python, SQL; data modelling
Education
- Studied physics
References
- Worked with Tom
"""


def said(text: str) -> list[str]:
    return [p.what for p in read_resume(text, words=ENGLISH_RESUME)]


def test_deeds_and_skills_are_proposed_with_their_lines() -> None:
    found = read_resume(RESUME, words=ENGLISH_RESUME)
    assert [(p.what, p.line) for p in found] == [
        ("Moved 40 nightly jobs to streaming, cutting the wait to ten minutes", 5),
        ("Led a team of four", 7),
        ("Python", 10),
        ("SQL", 10),
        ("data modelling", 10),
    ]


def test_school_hobbies_and_referees_are_left_out() -> None:
    assert said("Education\n- Studied physics\nHobbies\n- Climbed mountains of any height") == []


def test_years_of_something_count() -> None:
    assert said("Summary\nSeven years of demand planning in retail") == [
        "Seven years of demand planning in retail"
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=3000))
def test_any_text_is_read_within_bounds(text: str) -> None:
    found = read_resume(text, words=ENGLISH_RESUME)
    assert len(found) <= MOST_PROPOSALS
    assert all(len(p.what) <= 200 for p in found)
