"""Patience, to the day: which promise counts, whom to ask next, prohibitions, pauses, silence."""

from datetime import date

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import (
    Away,
    Interview,
    NoContact,
    Offer,
    OnHold,
    Permission,
    Preference,
    Promise,
    Received,
    Sent,
)
from heardback.model.moment import Moment
from heardback.playbook.promises import Promised, read_promise
from tests.playbook.build import (
    NOTE,
    PRIYA,
    ROUND,
    Told,
    by_id,
    hour,
    northwind,
    now,
    opportunity,
    plan,
    search,
    sent,
    with_person,
)

# Dates told without words


def test_one_day_is_firm_and_two_are_a_window() -> None:
    firm: Told = ("2025-03-03T16:00", Promise(from_="priya", by=date(2025, 3, 7)))
    made = by_id(plan(search(northwind(ROUND, NOTE, firm)), "2025-03-05T11:00"))
    question = made["northwind/check_in/priya"]
    assert (hour(question, "not_before"), hour(question)) == ("03-10 09:00", "03-10 09:00")
    days = Promise(from_="priya", earliest=date(2025, 3, 5), by=date(2025, 3, 7))
    made = by_id(
        plan(search(northwind(ROUND, NOTE, ("2025-03-03T16:00", days))), "2025-03-05T11:00")
    )
    question = made["northwind/check_in/priya"]
    assert (hour(question, "not_before"), hour(question)) == ("03-10 09:00", "03-12 09:00")


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
    found = search(northwind(ROUND, NOTE, hold))
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
    found = search(northwind(ROUND, NOTE, asked))
    assert any(h.kind == "check_in" for h in plan(found, "2025-03-20T23:59").held)
    assert by_id(plan(found, "2025-03-20T23:59"))["northwind/check_in/priya"].state == "upcoming"
    assert by_id(plan(found, "2025-03-21T00:00"))["northwind/check_in/priya"].state == "due"


# Whom to ask next


def test_after_a_question_to_both_the_manager_is_asked() -> None:
    people = {"cora": "coordinator", "priya": "hiring_manager"}
    sent = Sent(to=("cora", "priya"), kind="check_in", channel="email")
    asked: Told = ("2025-03-12T10:00", sent)
    made = by_id(plan(search(northwind(ROUND, asked, people=people)), "2025-03-20T10:00"))
    assert made["northwind/check_in/priya/2"].to == ("priya",)


def test_a_question_that_was_taken_on_the_phone_begins_the_count_anew() -> None:
    first: Told = ("2025-03-12T10:00", Sent(to=("priya",), kind="check_in", channel="email"))
    call = Sent(to=("priya",), kind="check_in", channel="call", answered=True)
    taken: Told = ("2025-03-20T10:00", call)
    made = plan(search(northwind(ROUND, NOTE, first, taken)), "2025-03-28T10:00")
    (question,) = [f for f in made.follow_ups if f.kind == "check_in"]
    assert question.attempt == 1


def test_a_withdrawal_that_names_nobody_is_a_withdrawal() -> None:
    out: Told = ("2025-03-05T10:00", Sent(kind="withdraw", channel="email"))
    made = plan(search(northwind(ROUND, out)), "2025-03-05T11:00")
    assert made.opportunities["northwind"].closed_as == "withdrawn"


# Who stands in, and who was told


@pytest.mark.parametrize(("until", "reader"), [("2025-03-14", "tom"), ("2025-03-13", "priya")])
def test_whoever_is_away_to_the_very_day_of_the_deadline_is_stood_in_for(
    until: str, reader: str
) -> None:
    final: Told = (ROUND[0], Interview(with_=("priya", "tom"), ends=None, stage="final"))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    away: Told = ("2025-03-05T09:00", Away(person="priya", until=date.fromisoformat(until)))
    limit = Moment(now("2025-03-14T17:00"))
    offer: Told = ("2025-03-05T10:00", Offer(from_="hana", decide_by=limit, written=True))
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    mine = northwind(final, prefers, away, people=PRIYA | {"tom": "interviewer"})
    made = plan(search(mine, other), "2025-03-05T11:00")
    (told,) = [f for f in made.follow_ups if f.kind == "tell_about_offer"]
    assert told.to == (reader,)


@pytest.mark.parametrize("kind", ["debrief_recruiter", "update_recruiter", "check_in"])
def test_a_recruiter_who_has_heard_since_is_owed_no_account(kind: str) -> None:
    people = PRIYA | {"sam": "agency_recruiter"}

    def owed(*events: Told) -> bool:
        found = search(northwind(ROUND, *events, people=people, route="agency"))
        made = plan(found, "2025-03-03T16:00").follow_ups
        return any(f.kind == "debrief_recruiter" for f in made)

    assert owed()
    assert not owed(sent("2025-03-03T15:30", kind, "sam"))


# Prohibitions


def test_a_request_not_to_write_that_names_nothing_means_everything() -> None:
    asked: Told = ("2025-03-04T10:00", NoContact(from_="priya"))
    made = plan(search(northwind(ROUND, NOTE, asked)), "2025-03-20T10:00")
    assert not [f for f in made.follow_ups if f.kind == "check_in"]
    assert "check_in" in [h.kind for h in made.held]


def test_of_two_requests_the_longer_counts_whichever_came_first() -> None:
    short: Told = ("2025-03-04T10:00", NoContact(forbids=("any",), until=date(2025, 3, 14)))
    long: Told = ("2025-03-05T10:00", NoContact(forbids=("any",), until=date(2025, 3, 28)))
    made = by_id(plan(search(northwind(ROUND, NOTE, short, long)), "2025-03-06T10:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-31 09:00"


def test_only_the_candidates_word_to_write_all_the_same_releases_the_last_message() -> None:
    asked: Told = ("2025-03-04T10:00", NoContact(from_="priya", forbids=("any",)))
    word: Told = ("2025-03-20T10:00", Permission(allows=("direct_contact",)))
    calls: Told = ("2025-03-20T10:00", Permission(allows=("calls",)))

    def kinds(said: Told) -> set[str]:
        made = plan(search(northwind(ROUND, NOTE, asked, said)), "2025-03-21T10:00")
        return {f.kind for f in made.follow_ups}

    assert "closing_message" in kinds(word)
    assert "closing_message" not in kinds(calls)


# Pauses


def test_a_pause_to_the_day_it_was_announced_is_over_the_day_after() -> None:
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 3, 5)))
    made = by_id(plan(search(northwind(ROUND, NOTE, hold)), "2025-03-05T11:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-06 09:00"


def test_a_pause_that_nobody_ends_closes_in_silence() -> None:
    hold: Told = ("2025-03-05T10:00", OnHold())
    asked = (sent("2025-04-03T10:00", "check_in"), sent("2025-04-10T10:00", "check_in"))
    made = plan(search(northwind(ROUND, NOTE, hold, *asked)), "2025-06-20T10:00")
    assert made.opportunities["northwind"].stage == "closed"
    assert made.opportunities["northwind"].closed_as == "no_answer"


def test_a_pause_is_answered_to_whoever_wrote_of_it() -> None:
    people = PRIYA | {"tom": "interviewer"}
    wrote: Told = ("2025-03-05T10:00", Received(from_="tom", about="update"))
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 4, 14)))
    later: Told = ("2025-03-05T10:30", Received(from_="priya", about="thanks"))
    made = plan(
        search(northwind(ROUND, NOTE, wrote, hold, later, people=people)), "2025-03-05T11:00"
    )
    replies = [f.to for f in made.follow_ups if f.kind == "reply" and f.optional]
    assert replies == [("tom",)]


# Silence


def test_two_questions_and_the_last_word_unanswered_close_it_though_nobody_was_thanked() -> None:
    asked = (sent("2025-03-12T10:00", "check_in"), sent("2025-03-20T10:00", "check_in"))
    made = plan(search(northwind(ROUND, *asked)), "2025-05-20T10:00")
    assert made.opportunities["northwind"].closed_as == "no_answer"


def test_even_the_last_word_waits_for_what_was_promised() -> None:
    late: Told = ("2025-03-04T10:00", Promise(from_="priya", by=date(2025, 4, 18)))
    asked = (sent("2025-03-12T10:00", "check_in"), sent("2025-03-20T10:00", "check_in"))
    found = search(northwind(ROUND, NOTE, late, *asked), grace=0)
    last = by_id(plan(found, "2025-03-21T10:00"))["northwind/closing_message/priya"]
    assert hour(last, "not_before") == "04-21 09:00"
    assert hour(last, "latest") == "04-28 18:00"


# Nearly the same


@pytest.mark.parametrize(
    ("heard", "asks"), [("2025-03-14T10:00", "03-17 09:00"), ("2025-03-17T10:00", "03-24 09:00")]
)
def test_only_what_they_say_after_a_pause_counts_anew(heard: str, asks: str) -> None:
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 3, 14)))
    wrote: Told = (heard, Received(from_="priya", about="update"))
    made = by_id(plan(search(northwind(ROUND, NOTE, hold, wrote)), "2025-03-17T11:00"))
    assert hour(made["northwind/check_in/priya"]) == asks


def test_of_two_who_were_asked_the_one_with_an_address_is_asked_again() -> None:
    people = {"tom": "interviewer"} | PRIYA
    asked = sent("2025-03-12T10:00", "check_in", "tom", "priya")
    found = search(northwind(ROUND, NOTE, asked, people=people))
    made = plan(with_person(found, "tom", email=None), "2025-03-20T10:00")
    assert [f.to for f in made.follow_ups] == [("priya",)]


def test_after_a_pause_that_an_interviewer_announced_that_interviewer_is_asked() -> None:
    people = PRIYA | {"tom": "interviewer"}
    wrote: Told = ("2025-03-05T10:00", Received(from_="tom", about="update"))
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 4, 14)))
    made = plan(search(northwind(ROUND, NOTE, wrote, hold, people=people)), "2025-03-20T11:00")
    assert [f.to for f in made.follow_ups if f.kind == "check_in"] == [("tom",)]


def test_the_last_word_goes_to_whom_the_last_question_went() -> None:
    asked = (
        sent("2025-03-12T10:00", "check_in", "cora"),
        sent("2025-03-20T10:00", "check_in", "cora"),
    )
    people = {"cora": "coordinator"} | PRIYA
    made = by_id(plan(search(northwind(ROUND, NOTE, *asked, people=people)), "2025-03-28T10:00"))
    assert made["northwind/closing_message/cora"].to == ("cora",)


def test_leave_moves_the_first_day_to_ask_and_not_the_best_one() -> None:
    days = Promise(from_="priya", earliest=date(2025, 3, 5), by=date(2025, 3, 7))
    said: Told = ("2025-03-03T16:00", days)
    away: Told = ("2025-03-04T09:00", Away(person="priya", until=date(2025, 3, 6)))
    made = by_id(plan(search(northwind(ROUND, NOTE, said, away)), "2025-03-05T10:00"))
    question = made["northwind/check_in/priya"]
    assert (hour(question, "not_before"), hour(question)) == ("03-11 09:00", "03-12 09:00")


@pytest.mark.parametrize(
    ("promise", "firmness"),
    [
        (Promise(), "vague"),
        (Promise(earliest=date(2025, 3, 5)), "window"),
        (Promise(earliest=date(2025, 3, 5), by=date(2025, 3, 7)), "window"),
        (Promise(by=date(2025, 3, 7)), "firm"),
    ],
)
def test_dates_without_words_are_as_firm_as_they_are_narrow(
    promise: Promise, firmness: str
) -> None:
    assert read(promise).firmness == firmness


def test_the_day_one_would_start_is_no_promise() -> None:
    assert read(Promise(said="You would start on 7 April 2025.")).by is None
    assert read(Promise(said="by the end of next week")).by == date(2025, 3, 14)


def test_of_two_days_the_later_counts_though_it_was_said_first() -> None:
    words = "You will hear from us by 14 March at the latest, and hopefully by Friday."
    assert read(Promise(said=words)).by == date(2025, 3, 14)


def read(promise: Promise) -> Promised:
    happened: Told = ("2025-03-03T16:00", promise)
    (event,) = northwind(happened).events
    place = ("US", "America/New_York", True)
    return read_promise(event, promise, words=ENGLISH_TIMEFRAMES, place=place)


def test_in_august_the_wait_names_the_summer_it_rests_on() -> None:
    talk: Told = ("2025-08-04T14:00", Interview(with_=("priya",), ends=None))
    found = search(northwind(talk), holiday_stretch="summer")
    made = by_id(plan(found, "2025-08-05T17:00"))
    (why,) = [r for r in made["northwind/check_in/priya"].why if r.rule == "CK-4"]
    assert why.values["changed"] == (("holiday_stretch", "summer", "year_end"),)


def test_a_quiet_day_after_the_question_changes_nothing() -> None:
    def says(day: str) -> list[str]:
        talk: Told = (f"2025-12-{day}T10:00", Interview(with_=("priya",), ends=None))
        found = search(northwind(talk), quiet_days=False, holiday_stretch="off")
        made = by_id(plan(found, f"2025-12-{day}T12:00"))
        return [r.say for r in made["northwind/check_in/priya"].why]

    assert "hours.quiet_days" not in says("16")  # due on the 23rd
    assert "hours.quiet_days" in says("17")


def test_the_last_word_that_the_candidate_allowed_names_its_rule() -> None:
    forbids: Told = ("2025-03-05T10:00", NoContact(from_="priya", forbids=("any",)))
    allows: Told = ("2025-03-06T10:00", Permission(from_=None, allows=("direct_contact",)))
    made = by_id(plan(search(northwind(ROUND, NOTE, forbids, allows)), "2025-03-20T10:00"))
    assert made["northwind/closing_message/priya"].why[0].rule == "CK-13"
