"""Thanks, to the hour: when a note goes, which cards follow, who is thanked for arranging."""

import pytest

from heardback.model.events import (
    Debrief,
    Interview,
    MistakeSent,
    NoContact,
    ReviewAsked,
)
from tests.playbook.build import (
    ASKED,
    NOTE,
    PRIYA,
    ROUND,
    Told,
    by_id,
    hour,
    northwind,
    opportunity,
    plan,
    search,
    sent,
    with_person,
)

# Notes


@pytest.mark.parametrize(("begins", "due"), [("15:00", "03-04 08:00"), ("14:59", "03-03 17:59")])
def test_a_note_that_would_be_due_at_six_waits_for_the_morning(begins: str, due: str) -> None:
    talk: Told = (f"2025-03-03T{begins}", Interview(with_=("priya",), ends=None))
    made = by_id(plan(search(northwind(talk)), "2025-03-03T16:30"))
    assert hour(made["northwind/thank_you/priya"]) == due


def test_a_delay_into_the_weekend_ends_on_monday() -> None:
    friday: Told = ("2025-03-07T10:00", Interview(with_=("priya",), ends=None))
    made = by_id(plan(search(northwind(friday), note_delay=20), "2025-03-07T12:00"))
    assert hour(made["northwind/thank_you/priya"]) == "03-10 08:00"


def test_a_card_is_only_thanks() -> None:
    forgot: Told = ("2025-03-03T18:00", Debrief(person="priya", missed=("my work on Kafka",)))
    made = plan(search(northwind(ROUND, NOTE, forgot), note_channel="both"), "2025-03-04T07:00")
    (card,) = [f for f in made.follow_ups if f.channel == "letter"]
    assert card.aims == ()


def test_a_slip_is_put_right_with_everybody_who_got_the_letter() -> None:
    both = sent("2025-03-03T17:00", "thank_you", "priya", "tom")
    slip: Told = ("2025-03-03T18:00", MistakeSent(in_=1, what_is_wrong="the name"))
    people = PRIYA | {"tom": "interviewer"}
    made = plan(search(northwind(ROUND, both, slip, people=people)), "2025-03-03T18:30")
    (fix,) = [f for f in made.follow_ups if f.kind == "fix_mistake"]
    assert fix.to == ("priya", "tom")


# When a note goes


@pytest.mark.parametrize(
    ("begins", "due"), [("16:30", "19:30"), ("17:00", "20:00"), ("17:30", "19:00")]
)
def test_before_a_weekend_a_note_goes_by_eight_or_at_once(begins: str, due: str) -> None:
    friday: Told = (f"2025-03-07T{begins}", Interview(with_=("priya",), ends=None))
    found = search(northwind(friday), weekend_send="friday")
    made = by_id(plan(found, "2025-03-07T19:00"))
    assert hour(made["northwind/thank_you/priya"]) == f"03-07 {due}"


@pytest.mark.parametrize(("begins", "due"), [("10:00", "03-08 13:00"), ("15:00", "03-10 08:00")])
def test_on_any_day_a_note_still_goes_in_the_hours_of_an_office(begins: str, due: str) -> None:
    saturday: Told = (f"2025-03-08T{begins}", Interview(with_=("priya",), ends=None))
    found = search(northwind(saturday), weekend_send="any")
    assert hour(by_id(plan(found, "2025-03-08T16:30"))["northwind/thank_you/priya"]) == due


def test_where_only_the_lead_is_thanked_and_no_manager_came_it_is_the_first_met() -> None:
    panel: Told = ("2025-03-03T14:00", Interview(with_=("tom", "cora"), ends=None))
    people = {"priya": "hiring_manager", "tom": "interviewer", "cora": "interviewer"}
    found = search(northwind(panel, people=people), panel_mode="lead")
    notes = [f.to for f in plan(found, "2025-03-03T16:00").follow_ups if f.kind == "thank_you"]
    assert notes == [("tom",)]


def test_after_a_screening_no_card_goes_by_post() -> None:
    screen: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None, stage="screen"))
    found = search(northwind(screen), note_channel="card")
    assert by_id(plan(found, "2025-03-03T16:00"))["northwind/thank_you/priya"].channel == "email"
    both = search(northwind(screen, NOTE), note_channel="both")
    assert not [f for f in plan(both, "2025-03-04T10:00").follow_ups if f.kind == "thank_you"]


# Cards


def cards(*events: Told) -> list[str]:
    made = plan(search(northwind(ROUND, *events), note_channel="both"), "2025-03-07T10:00")
    return [hour(f, "latest") for f in made.follow_ups if f.channel == "letter"]


def test_a_card_may_follow_the_note_for_five_business_days() -> None:
    assert cards(NOTE) == ["03-11 08:00"]


def test_one_card_is_enough_and_without_a_note_there_is_none() -> None:
    assert cards(NOTE, sent("2025-03-05T10:00", "thank_you", channel="letter")) == []
    assert cards(sent("2025-03-05T10:00", "check_in")) == []


def test_a_card_follows_the_last_interview_alone() -> None:
    later: Told = ("2025-03-06T10:00", Interview(with_=("priya",), ends=None))
    assert cards(NOTE, later) == []


# Thanks to who arranged it


def test_who_arranged_two_rounds_is_thanked_once() -> None:
    people = {"priya": "hiring_manager", "cora": "coordinator"}
    later: Told = ("2025-03-05T14:00", Interview(with_=("priya",), ends=None))
    made = plan(search(northwind(ROUND, later, people=people)), "2025-03-05T16:00")
    assert sum(f.to == ("cora",) and f.kind == "thank_you" for f in made.follow_ups) == 1


# Points, friends who read first, addresses


def test_the_last_word_carries_what_was_left_out() -> None:
    missed: Told = ("2025-03-21T10:00", Debrief(person="priya", missed=("my work with Kafka",)))
    made = by_id(plan(search(northwind(ROUND, NOTE, *ASKED, missed)), "2025-03-28T10:00"))
    (aim,) = made["northwind/closing_message/priya"].aims
    assert (aim.aim, aim.what) == ("add", "my work with Kafka")


def test_a_note_that_a_friend_reads_is_not_ended_by_one_to_somebody_else() -> None:
    panel: Told = ("2025-03-03T14:00", Interview(with_=("priya", "tom"), ends=None))
    asked: Told = ("2025-03-03T15:10", ReviewAsked(kind="thank_you", to=("priya",)))
    note = sent("2025-03-03T16:00", "thank_you", "tom")
    made = by_id(plan(search(opportunity(panel, asked, note)), "2025-03-03T16:10"))
    (why,) = [r for r in made["northwind/thank_you/priya"].why if r.rule == "TY-12"]
    assert why.values["of"] == "somebody"
    assert hour(made["northwind/thank_you/priya"], "review_by") == "03-03 17:00"


PAGE = "https://linkedin.example/in/them"


def test_the_moment_it_ends_an_interview_was_held() -> None:
    found = with_person(search(northwind(ROUND)), "priya", linkedin=PAGE)
    assert "linkedin_connect" in [c.kind for c in plan(found, "2025-03-03T15:00").cautions]
    assert "linkedin_connect" not in [c.kind for c in plan(found, "2025-03-03T14:59").cautions]


def test_an_address_is_asked_for_on_linkedin_unless_they_keep_it_out() -> None:
    met: Told = ("2025-03-03T14:00", Interview(with_=("tom",), ends=None))
    alone = northwind(met, people={"tom": "interviewer"})
    found = with_person(search(alone), "tom", email=None, linkedin=PAGE)
    assert by_id(plan(found, "2025-03-03T16:00"))["northwind/ask_address/tom"].to == ("tom",)
    keeps: Told = ("2025-03-03T15:30", NoContact(from_="tom", forbids=("linkedin",)))
    found = with_person(
        search(northwind(met, keeps, people={"tom": "interviewer"})),
        "tom",
        email=None,
        linkedin=PAGE,
    )
    assert by_id(plan(found, "2025-03-03T16:00"))["northwind/ask_address/tom"].to == ()


def test_after_a_question_no_address_is_asked_for() -> None:
    met: Told = ("2025-03-03T14:00", Interview(with_=("priya", "tom"), ends=None))
    people = PRIYA | {"tom": "interviewer"}

    def kinds(*more: Told) -> list[str]:
        found = search(northwind(met, NOTE, *more, people=people))
        made = plan(with_person(found, "tom", email=None), "2025-03-03T18:30")
        return [f.kind for f in made.follow_ups]

    assert "ask_address" in kinds()
    assert "ask_address" not in kinds(sent("2025-03-03T18:00", "check_in"))


def test_who_arranges_two_rounds_ahead_gets_one_line() -> None:
    first: Told = ("2025-03-05T14:00", Interview(with_=("priya",), ends=None, stage="first"))
    second: Told = ("2025-03-06T14:00", Interview(with_=("priya",), ends=None, stage="later"))
    people = PRIYA | {"cora": "coordinator"}
    made = plan(search(northwind(first, second, people=people)), "2025-03-04T10:00")
    assert [f.to for f in made.follow_ups if f.kind == "thank_you"].count(("cora",)) == 1


def test_who_arranged_two_rounds_of_one_day_gets_one_line() -> None:
    first: Told = ("2025-03-05T10:00", Interview(with_=("priya",), ends=None, stage="first"))
    second: Told = ("2025-03-05T13:00", Interview(with_=("priya",), ends=None, stage="later"))
    people = PRIYA | {"cora": "coordinator"}
    made = plan(search(northwind(first, second, people=people)), "2025-03-05T15:00")
    assert [f.to for f in made.follow_ups if f.kind == "thank_you"].count(("cora",)) == 1


@pytest.mark.parametrize("forbids", ["linkedin", "any"])
def test_whoever_asked_to_be_left_in_peace_is_not_to_be_connected_with(forbids: str) -> None:
    asked: Told = ("2025-03-03T16:00", NoContact(from_="priya", forbids=(forbids,)))
    found = with_person(search(northwind(ROUND, asked)), "priya", linkedin=PAGE)
    (caution,) = [
        c for c in plan(found, "2025-03-03T17:00").cautions if c.kind == "linkedin_connect"
    ]
    assert caution.reason.rule == "CK-13"
