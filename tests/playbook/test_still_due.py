"""Is a kept follow-up still due: what touches it is noticed, what does not leaves it alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import (
    Accepted,
    Applied,
    Happening,
    Hesitation,
    Interview,
    Offer,
    Received,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity, Search
from heardback.playbook.decide import decide
from heardback.playbook.keys import follow_up_key
from heardback.playbook.still_due import Kept, is_still_due, keep, stamps_of
from tests.playbook.build import now, opportunity, plan, search

ROUND = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
AT = "2025-03-03T16:00"
OTHER: tuple[str, Happening] = ("2025-03-03T09:00", Applied())


def globex(*events: tuple[str, Happening], who: str = "hana") -> Opportunity:
    return opportunity(*events, id="globex", people={who: "hiring_manager"})


def kept(found: Search, at: str = AT) -> dict[str, Kept]:
    return {k.id: k for k in keep(plan(found, at), found, stamps_of(found))}


def still(one: Kept, found: Search, at: str = AT) -> bool:
    return is_still_due(one, stamps_of(found), now(at).timestamp())


BEFORE = search(opportunity(ROUND), globex(OTHER))
NOTE = kept(BEFORE)["northwind/thank_you/priya"]


def test_it_is_still_due_while_nothing_happens() -> None:
    assert still(NOTE, BEFORE)
    assert still(NOTE, BEFORE, "2025-03-03T16:59")


def test_it_carries_the_key_on_which_skips_hang() -> None:
    assert NOTE.key == follow_up_key("northwind", "thank_you", ("priya",), 0)
    assert NOTE.opportunity == "northwind"


def test_it_is_not_certain_before_the_plan_was_made() -> None:
    assert not still(NOTE, BEFORE, "2025-03-03T15:59")


@pytest.mark.parametrize("at", ["2025-03-03T17:00:01", "2025-03-04T00:00", "2025-03-10T09:00"])
def test_it_is_asked_anew_once_a_moment_of_the_plan_has_come(at: str) -> None:
    assert not still(NOTE, BEFORE, at)


@pytest.mark.parametrize(
    ("at", "asked_anew"),
    [("2025-03-05T10:00", "2025-03-05T17:00:01"), ("2025-03-05T17:30", "2025-03-05T18:00:01"),
     ("2025-03-05T18:30", "2025-03-06T00:00:01"), ("2025-03-05T02:00", "2025-03-05T08:00:01")],
)  # fmt: skip
def test_the_turns_of_the_day_end_what_is_certain(at: str, asked_anew: str) -> None:
    one = kept(BEFORE, at)["northwind/check_in/priya"]
    ends = now(asked_anew) - timedelta(seconds=1)
    assert one.until == ends.timestamp()


def test_an_answer_from_the_employer_ends_it() -> None:
    answered = search(opportunity(ROUND, (AT, Received(from_="priya"))), globex(OTHER))
    assert not still(NOTE, answered)


def test_news_of_a_stranger_elsewhere_leaves_it_alone() -> None:
    elsewhere = search(opportunity(ROUND), globex(OTHER, (AT, Received(from_="hana"))))
    assert still(NOTE, elsewhere)


def test_news_where_the_same_person_plays_a_part_ends_it() -> None:
    shared = search(opportunity(ROUND), globex(OTHER, who="priya"))
    note = kept(shared)["northwind/thank_you/priya"]
    assert still(note, shared)
    written = globex(OTHER, (AT, Sent(to=("priya",))), who="priya")
    assert not still(note, search(opportunity(ROUND), written))


@pytest.mark.parametrize(
    "news", [Offer(from_="hana"), Accepted(), Sent(to=("hana",), kind="accept")]
)
def test_an_offer_anywhere_touches_all(news: Happening) -> None:
    assert not still(NOTE, search(opportunity(ROUND), globex(OTHER, (AT, news))))
    # And while it stands, whatever happens there touches all the others.
    offered = search(opportunity(ROUND), globex(OTHER, (AT, news)))
    found = kept(offered)
    later = search(opportunity(ROUND), globex(OTHER, (AT, news), (AT, Received(from_="hana"))))
    assert not any(still(one, later) for one in found.values())


def test_a_message_that_accepts_nothing_touches_nobody_else() -> None:
    thanked = globex(OTHER, (AT, Sent(to=("hana",), kind="reply")))
    assert still(NOTE, search(opportunity(ROUND), thanked))


def test_preferences_people_skips_and_snoozes_end_it() -> None:
    assert not still(NOTE, search(opportunity(ROUND), globex(OTHER), grace=3))
    assert not still(NOTE, replace(BEFORE, people={}))
    moment = now(AT).timestamp()
    assert not is_still_due(NOTE, stamps_of(BEFORE, dismissed={"x"}), moment)
    assert not is_still_due(NOTE, stamps_of(BEFORE, snoozed={"x": now(AT)}), moment)


def test_what_is_not_known_yet_ends_it_when_it_comes() -> None:
    coming = search(opportunity(ROUND, ("2025-03-03T16:30", Received(from_="priya"))))
    one = kept(coming)["northwind/thank_you/priya"]
    assert one.until == now("2025-03-03T16:30").timestamp()


def test_the_quick_answer_is_that_of_a_new_plan_hour_by_hour() -> None:
    found = search(opportunity(ROUND, ("2025-03-03T16:00", Sent(to=("priya",), kind="thank_you"))))
    for hour in range(0, 24 * 12, 3):
        at = now("2025-03-04T00:20") + timedelta(hours=hour)
        made = decide(found, at=at, words=ENGLISH_TIMEFRAMES)
        for one in keep(made, found, stamps_of(found)):
            last = at + timedelta(seconds=one.until - at.timestamp() - 0.001)
            assert is_still_due(one, stamps_of(found), last.timestamp())
            assert one.id in {
                f.id for f in decide(found, at=last, words=ENGLISH_TIMEFRAMES).follow_ups
            }


def test_what_is_held_back_for_the_day_may_come_back_late_and_take_anothers_place() -> None:
    # The thanks for a talk in the night wait behind those for the offer, and are late by then.
    night = ("2025-12-28T01:28", Interview(stage="screen", ends=None))
    pay: tuple[str, Happening] = ("2025-12-21T20:28", Hesitation(about="pay"))
    terms = Offer(decide_by=Moment(now("2026-01-03T08:22")))
    doubt: tuple[str, Happening] = ("2025-11-27", Hesitation(about="culture", serious=True))
    told = (doubt, pay, ("2025-12-28T01:22", terms), night)
    found = search(opportunity(*told, country="SA", people={"priya": "hiring_manager"}))
    at = "2025-12-29T01:35"
    question = kept(found, at)["northwind/ask_question/priya"]
    last = "2025-12-29T02:45"
    listed = {f.id for f in plan(found, last).follow_ups}
    assert question.id not in listed
    assert not still(question, found, last)
