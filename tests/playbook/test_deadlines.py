"""The deadline sum of competing offers: what is left, what bridges the gap, what to ask of whom."""

from typing import Any

from heardback.model.events import Hesitation, Interview, Offer, Preference, Promise, Sent
from heardback.model.search import Opportunity
from heardback.service.plan_view import plan_view
from tests.playbook.build import moment, opportunity, plan, search

AT = "2025-03-18T11:00"


def offering(id: str = "northwind", by: str | None = "2025-03-21", **more: Any) -> Opportunity:
    offer = Offer(from_="priya", decide_by=moment(by) if by else None, written=True)
    events = [("2025-03-17T10:00", offer), *more.pop("events", ())]
    return opportunity(*events, id=id, people={"priya": "hiring_manager"}, **more)


def pending(
    id: str = "globex",
    by: str | None = "2025-03-25",
    over: tuple[str, ...] = ("northwind",),
    **interview: Any,
) -> Opportunity:
    events: list[Any] = [
        ("2025-03-12T14:00", Interview(with_=("hana",), **({"stage": "final"} | interview))),
        ("2025-03-12T16:00", Sent(to=("hana",), kind="thank_you")),
    ]
    if by:
        events.append(("2025-03-12", Promise(from_="hana", by=moment(by).on)))
    if over:
        events.append(("2025-03-17T11:00", Preference(over=over)))
    return opportunity(*events, id=id, people={"hana": "hiring_manager"})


def sums(*found: Opportunity, at: str = AT, **preferences: object) -> list[dict[str, Any]]:
    searched = search(*found, **preferences)
    view: Any = plan_view(plan(searched, at), search=searched)
    rows: list[dict[str, Any]] = view.get("deadlines", [])
    return rows


def test_without_an_open_offer_there_is_no_sum() -> None:
    assert sums(pending()) == []


def test_the_gap_the_hours_left_and_the_time_that_bridges_it_are_counted() -> None:
    (row,) = sums(offering(), pending())
    assert row["opportunity"] == "northwind"
    assert row["decide_by"] == "2025-03-21T17:00:00-04:00"
    assert row["working_hours_left"] == 30.0  # six left on Tuesday, eight on three days more
    assert row["ask_by"] == "2025-03-20T17:00:00-04:00"
    (other,) = row["others"]
    assert (other["promised_by"], other["gap_days"]) == ("2025-03-25", 2)
    assert (other["extension_days"], other["reachable"]) == (3, True)
    assert other["extension_until"] == "2025-03-26T17:00:00-04:00"
    assert [text.partition(" ")[0] for text in other["ask"]] == ["Ask", "Tell"]
    assert "for 3 business days more: until Wednesday 26 March at 17:00" in other["ask"][0]
    assert "Friday 21 March at 13:00" in row["ask"][-1]


def test_the_sum_and_the_follow_up_ask_for_the_same_time() -> None:
    searched = search(offering(), pending(by="2025-03-28"))
    made = plan(searched, AT)
    asked = next(f for f in made.follow_ups if f.kind == "ask_extension")
    (other,) = made.deadlines[0].others
    assert asked.why[0].values["days"] == other.extension_days == 5
    assert asked.why[0].values["until"] == other.extension_until
    assert asked.latest == made.deadlines[0].ask_by


def test_a_gap_too_wide_is_named_and_the_other_asked_to_hurry() -> None:
    (row,) = sums(offering(), pending(by="2025-04-04"))
    (other,) = row["others"]
    assert (other["gap_days"], other["extension_days"], other["reachable"]) == (10, 10, False)
    assert "would need 10 business days more" in other["ask"][0]
    assert "Ask Priya Raman for 5" in other["ask"][0]


def test_a_student_may_ask_for_two_weeks() -> None:
    (row,) = sums(offering(), pending(by="2025-04-04"), extension_days=10)
    assert row["others"][0]["reachable"] is True


def test_an_answer_before_the_deadline_needs_no_time() -> None:
    (row,) = sums(offering(), pending(by="2025-03-20"))
    (other,) = row["others"]
    assert (other["gap_days"], other["extension_days"]) == (None, None)
    assert other["ask"][0].startswith("Globex promised its answer for Thursday 20 March, before")


def test_without_a_preference_nothing_is_asked_and_nothing_told() -> None:
    (row,) = sums(offering(), pending(over=()))
    assert row["others"][0]["ask"] == [
        "You have not said that you would rather join Globex; then they need not hear of it."
    ]


def test_a_serious_doubt_about_the_offer_is_reason_enough() -> None:
    doubt = ("2025-03-17T12:00", Hesitation(about="manager", serious=True))
    (row,) = sums(offering(events=[doubt]), pending(over=()))
    assert [text.partition(" ")[0] for text in row["others"][0]["ask"]] == ["Ask", "Tell"]


def test_an_early_process_is_not_pressed() -> None:
    (row,) = sums(offering(), pending(by=None, stage="screen"))
    assert row["others"][0]["far_along"] is False
    assert "only press them" in row["others"][0]["ask"][0]


def test_what_has_been_asked_and_told_is_not_asked_again() -> None:
    asked = ("2025-03-18T09:00", Sent(to=("priya",), kind="ask_extension", channel="call"))
    other = pending()
    told = opportunity(
        *((f"{e.when.at:%Y-%m-%dT%H:%M}", e.happened) for e in other.events),
        ("2025-03-18T09:30", Sent(to=("hana",), kind="tell_about_offer", channel="call")),
        id="globex",
        people={"hana": "hiring_manager"},
    )
    (row,) = sums(offering(events=[asked]), told)
    assert row["others"][0]["ask"] == [
        "You have asked Northwind for more time; wait for their word.",
        "Globex knows of your offer.",
    ]


def test_on_the_last_day_it_is_too_late_to_ask() -> None:
    (row,) = sums(offering(), pending(), at="2025-03-21T09:00")
    assert row["others"][0]["ask"][0].startswith("It is too late to ask Northwind")
    assert row["working_hours_left"] == 8.0


def test_several_offers_and_several_others_stand_side_by_side() -> None:
    rows = sums(
        offering(by="2025-03-26"),
        offering("umbra", by="2025-03-21"),
        pending(over=("northwind", "umbra")),
        pending("initech", by=None, over=(), stage="first"),
    )
    assert [row["opportunity"] for row in rows] == ["umbra", "northwind"]
    assert [[o["opportunity"] for o in row["others"]] for row in rows] == [
        ["globex", "initech"],
        ["globex", "initech"],
    ]
    assert any(text.startswith("Tell Hana Sato at Globex") for text in rows[0]["others"][0]["ask"])
    assert "Globex hears of the earlier date, Umbra's." in rows[1]["others"][0]["ask"]


def test_of_several_others_the_last_within_reach_is_waited_for() -> None:
    made = plan(
        search(
            offering(),
            pending("globex", by="2025-03-25"),
            pending("initech", by="2025-03-27"),
            pending("hooli", by="2025-05-05"),
        ),
        AT,
    )
    asked = next(f for f in made.follow_ups if f.kind == "ask_extension")
    assert asked.why[0].values["other"] == "Initech"
    assert asked.why[0].values["days"] == 4


def test_an_assumed_date_is_said_to_be_one() -> None:
    (row,) = sums(offering(by=None), pending())
    assert row["assumed"] is True
    assert row["ask"][0].startswith("Northwind gave no date")


def test_over_a_weekend_only_working_hours_count() -> None:
    (row,) = sums(offering(by="2025-03-24"), pending(), at="2025-03-21T16:00")
    assert row["working_hours_left"] == 9.0
