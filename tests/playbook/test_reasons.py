"""Every reason has its sentence, and the view keeps the contract's keys in their order."""

import re
from datetime import date
from pathlib import Path

import heardback.playbook
from heardback.languages.en.reasons import SENTENCES
from heardback.model.events import (
    Event,
    Interview,
    Promise,
    Sent,
)
from heardback.model.plan import Reason
from heardback.playbook.case import quote_of
from heardback.service.plan_view import plan_view
from heardback.service.reasons import render
from tests.playbook.build import moment, opportunity, plan, search

ON = date(2025, 3, 4)
FOLLOW_UP = (
    "id opportunity kind to via channel attempt not_before due latest state optional aims anchor "
    "review_by changes_if why"
).split()


def test_every_sentence_that_a_rule_names_exists() -> None:
    folder = Path(heardback.playbook.__file__).parent
    named = set()
    for path in folder.rglob("*.py"):
        named |= set(re.findall(r'"([a-z]+\.[a-z_.]+)"', path.read_text("utf-8")))
    named |= {
        f"{n}.{k}"
        for n in ("offer.not_written", "offer.conditions")
        for k in ("resign", "stop_search")
    }
    unknown = {
        n for n in named - set(SENTENCES) if n not in ("offer.not_written", "offer.conditions")
    }
    assert unknown == set()
    assert set(SENTENCES) - named == set()


def test_a_reason_names_the_preference_it_rests_on() -> None:
    held = ("2025-03-03T14:00", Interview(with_=("priya",)))
    said = ("2025-03-03", Promise(from_="priya", by=moment("2025-03-14").on))
    thanked = ("2025-03-03T17:00", Sent(to=("priya",), kind="thank_you"))
    made = plan(search(opportunity(held, said, thanked), grace=3), "2025-03-05T10:00")
    text = render(made.follow_ups[0].why[0], on=ON)
    assert "three business days" in text
    assert text.endswith("(your grace of 3 days instead of 1)")


def test_dates_are_said_in_words() -> None:
    reason = Reason("CK-5", "check.second", {"on": date(2025, 3, 3), "days": 1})
    assert render(reason, on=ON).startswith("Your question of yesterday has had no answer.")
    assert "one business day after it" in render(reason, on=ON)


def test_the_view_has_the_keys_of_the_contract_in_their_order() -> None:
    found = search(opportunity(("2025-03-03T14:00", Interview(with_=("priya",)))))
    view = plan_view(plan(found, "2025-03-03T16:00"), search=found)
    assert list(view) == "heardback at follow_ups waiting held cautions opportunities".split()
    follow_ups = view["follow_ups"]
    assert isinstance(follow_ups, list)
    assert all(list(f) == FOLLOW_UP for f in follow_ups)
    assert view["at"] == "2025-03-03T16:00:00-05:00"


def test_a_reason_shows_the_quote_rather_than_the_whole_saying() -> None:
    event = Event(
        when=moment("2025-03-03T16:00"),
        place=0,
        ref=0,
        happened=Promise(said="Lovely to meet you. You will hear by Friday."),
        quote="You will hear by Friday",
    )
    assert quote_of(event) == "You will hear by Friday"
