"""The small print of patience: which promise counts, whom to ask next, when a note goes late.

What planted faults showed that no scenario asked (docs/decisions/016-mutation-testing.md).
"""

from datetime import date

import pytest

from heardback.model.events import (
    CallRequested,
    Happening,
    Interview,
    NoContact,
    NoShow,
    Offer,
    OnHold,
    Preference,
    Promise,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity
from tests.playbook.build import by_id, hour, now, opportunity, plan, search

Told = tuple[str, Happening]
ROUND: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
FINAL: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None, stage="final"))
PRIYA = {"priya": "hiring_manager"}
THANKED: Told = ("2025-03-03T17:00", Sent(to=("priya",), kind="thank_you", channel="email"))


def northwind(*events: Told, people: dict[str, str] | None = None) -> Opportunity:
    return opportunity(*events, people=people or PRIYA)


# Which promise counts


def test_words_without_a_day_leave_a_date_that_runs_out_today() -> None:
    dated: Told = ("2025-03-03T16:00", Promise(from_="priya", by=date(2025, 3, 7)))
    soon: Told = ("2025-03-07T10:00", Promise(from_="priya", said="We will be in touch soon."))
    made = by_id(plan(search(northwind(ROUND, dated, soon)), "2025-03-07T11:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-10 09:00"


def test_of_two_days_in_one_saying_the_later_is_waited_for() -> None:
    words = "We will decide by Friday, at the latest by 14 March."
    both: Told = ("2025-03-03T16:00", Promise(from_="priya", said=words))
    made = by_id(plan(search(northwind(ROUND, both)), "2025-03-05T11:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") >= "03-17 09:00"


def test_a_pause_is_followed_by_a_day_of_grace_even_where_none_is_wanted() -> None:
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 3, 14)))
    made = by_id(plan(search(northwind(ROUND, hold), grace=0), "2025-03-06T11:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-17 09:00"


def test_an_answer_to_a_pause_is_optional_and_goes_away() -> None:
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 4, 14)))
    found = search(northwind(ROUND, THANKED, hold))
    assert "northwind/reply/priya" in by_id(plan(found, "2025-03-05T11:00"))
    assert "northwind/reply/priya" not in by_id(plan(found, "2025-03-20T11:00"))


@pytest.mark.parametrize(("day", "due"), [("2025-08-28", "09-12"), ("2025-09-02", "09-09")])
def test_summer_ends_with_august(day: str, due: str) -> None:
    talk: Told = (f"{day}T14:00", Interview(with_=("priya",), ends=None))
    made = by_id(plan(search(northwind(talk), holiday_stretch="summer"), f"{day}T17:00"))
    assert hour(made["northwind/check_in/priya"]) == f"{due} 09:00"


def test_a_request_not_to_be_written_to_holds_to_the_end_of_its_day() -> None:
    until = NoContact(from_="priya", forbids=("any",), until=date(2025, 3, 20))
    asked: Told = ("2025-03-04T10:00", until)
    found = search(northwind(ROUND, THANKED, asked))
    assert any(h.kind == "check_in" for h in plan(found, "2025-03-20T23:59").held)
    assert by_id(plan(found, "2025-03-20T23:59"))["northwind/check_in/priya"].state == "upcoming"
    assert by_id(plan(found, "2025-03-21T00:00"))["northwind/check_in/priya"].state == "due"


# Whom to ask next


def test_after_a_question_to_both_the_manager_is_asked() -> None:
    people = {"cora": "coordinator", "priya": "hiring_manager"}
    sent = Sent(to=("cora", "priya"), kind="check_in", channel="email")
    asked: Told = ("2025-03-12T10:00", sent)
    made = by_id(plan(search(northwind(ROUND, asked, people=people)), "2025-03-20T10:00"))
    assert "northwind/check_in/priya/2" in made or "northwind/check_in/priya" in made


def test_a_question_that_was_taken_on_the_phone_begins_the_count_anew() -> None:
    first: Told = ("2025-03-12T10:00", Sent(to=("priya",), kind="check_in", channel="email"))
    call = Sent(to=("priya",), kind="check_in", channel="call", answered=True)
    taken: Told = ("2025-03-20T10:00", call)
    made = plan(search(northwind(ROUND, THANKED, first, taken)), "2025-03-28T10:00")
    (question,) = [f for f in made.follow_ups if f.kind == "check_in"]
    assert question.attempt == 1


def test_a_withdrawal_that_names_nobody_is_a_withdrawal() -> None:
    out: Told = ("2025-03-05T10:00", Sent(kind="withdraw", channel="email"))
    made = plan(search(northwind(ROUND, out)), "2025-03-05T11:00")
    assert made.opportunities["northwind"].closed_as == "withdrawn"


# Calls and missed meetings


def test_a_call_back_answers_only_whom_it_reached() -> None:
    people = PRIYA | {"tom": "interviewer"}
    asked: Told = ("2025-03-05T10:00", CallRequested(from_="priya"))
    back = Sent(to=("priya",), kind="other", channel="call")
    wrong = Sent(to=("tom",), kind="other", channel="call")
    answered = search(northwind(ROUND, asked, ("2025-03-05T12:00", back), people=people))
    assert "northwind/take_call/priya" not in by_id(plan(answered, "2025-03-05T13:00"))
    open_ = search(northwind(ROUND, asked, ("2025-03-05T12:00", wrong), people=people))
    assert "northwind/take_call/priya" in by_id(plan(open_, "2025-03-05T13:00"))


def test_a_new_time_is_asked_for_once() -> None:
    missed: Told = ("2025-03-03T15:00", NoShow(by="employer"))
    asked: Told = ("2025-03-03T15:30", Sent(to=("priya",), kind="reschedule", channel="email"))

    def kinds(*events: Told) -> set[str]:
        found = search(northwind(ROUND, missed, *events))
        return {f.kind for f in plan(found, "2025-03-03T16:00").follow_ups}

    assert "reschedule" in kinds()
    assert "reschedule" not in kinds(asked)


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
    both = search(northwind(screen, THANKED), note_channel="both")
    assert not [f for f in plan(both, "2025-03-04T10:00").follow_ups if f.kind == "thank_you"]


# Offers elsewhere

PREFERS: Told = ("2025-03-04T09:00", Preference(over=("globex", "initech")))


def elsewhere(id: str, by: str | None, *more: Told) -> Opportunity:
    offer = Offer(decide_by=Moment(now(by)) if by else None, written=True)
    told: Told = ("2025-03-05T10:00", offer)
    return opportunity(told, *more, id=id, people={"hana": "hiring_manager"})


@pytest.mark.parametrize("kind", ["acknowledge_offer", "ask_extension"])
def test_without_a_date_the_news_waits_for_the_day_after_the_thanks(kind: str) -> None:
    thanks: Told = ("2025-03-06T10:00", Sent(to=("hana",), kind=kind, channel="email"))
    found = search(northwind(FINAL, PREFERS), elsewhere("globex", None, thanks))
    told = by_id(plan(found, "2025-03-06T11:00"))["northwind/tell_about_offer/priya"]
    assert hour(told, "not_before") == "03-07 08:00"


def test_of_two_offers_the_one_that_must_be_answered_first_is_told_and_only_once() -> None:
    two = (elsewhere("globex", "2025-03-14T17:00"), elsewhere("initech", "2025-03-11T17:00"))
    made = by_id(plan(search(northwind(FINAL, PREFERS), *two), "2025-03-05T11:00"))
    told = made["northwind/tell_about_offer/priya"]
    assert told.latest == now("2025-03-10T17:00")
    done: Told = ("2025-03-06T10:00", Sent(to=("priya",), kind="tell_about_offer", channel="call"))
    later = opportunity(
        ("2025-03-07T10:00", Offer(decide_by=Moment(now("2025-03-13T17:00")), written=True)),
        id="initech",
        people={"hana": "hiring_manager"},
    )
    found = search(northwind(FINAL, PREFERS, done), two[0], later)
    assert "northwind/tell_about_offer/priya" not in by_id(plan(found, "2025-03-07T11:00"))
