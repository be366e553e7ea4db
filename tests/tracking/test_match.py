"""Which messages make which opportunity."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from heardback.model.events import Interview
from heardback.model.message import Address
from heardback.model.moment import Moment
from heardback.model.understanding import MessageKind, PersonSeen, Understanding
from heardback.tracking.fold import seed
from heardback.tracking.happenings import Found
from heardback.tracking.interviews import Seen, one_each
from heardback.tracking.match import group_threads, same_employer, same_role, tokens
from heardback.tracking.people import Registry, slug
from heardback.tracking.threads import Reading, threads

START = datetime(2025, 3, 3, 9, tzinfo=UTC)
ME = frozenset({"dana@example.org"})


def reading(
    key: str,
    *,
    day: int = 0,
    employer: str | None = None,
    role: str | None = None,
    sender: str = "priya@northwind.example",
    kind: MessageKind = "scheduling",
    after: str | None = None,
    out: bool = False,
    confidence: float = 0.9,
    agency: str | None = None,
) -> Reading:
    return Reading(
        key,
        Understanding(
            message_id=f"<{key}>",
            date=START + timedelta(days=day),
            from_=Address("", "dana@example.org" if out else sender),
            to=(Address("", sender if out else "dana@example.org"),),
            subject=f"about {role}",
            direction="out" if out else "in",
            job_related=True,
            kind=kind,
            employer=employer,
            role=role,
            agency=agency,
            confidence=confidence,
            in_reply_to=f"<{after}>" if after else None,
            thread=(f"<{after}>",) if after else (),
        ),
    )


def employers(*readings: Reading, **more: object) -> list[tuple[str | None, str | None, int]]:
    groups = group_threads(readings, me=ME, **more)  # type: ignore[arg-type]
    return [(g.employer, g.role, len(g.readings)) for g in groups]


def test_a_reply_belongs_to_its_thread_whatever_comes_first() -> None:
    found = threads([reading("b", day=2, after="a"), reading("a")])
    assert [[r.key for r in thread.readings] for thread in found] == [["a", "b"]]
    assert found[0].root == threads([reading("b", day=2, after="a")])[0].root


def test_two_roles_at_one_employer_stay_two() -> None:
    assert employers(
        reading("a", employer="Northwind", role="Data Engineer"),
        reading("b", day=1, employer="Northwind", role="Office Manager"),
    ) == [("Northwind", "Data Engineer", 1), ("Northwind", "Office Manager", 1)]


def test_an_answer_in_a_new_thread_finds_its_opportunity() -> None:
    assert employers(
        reading("a", employer="Northwind", role="Data Engineer"),
        reading(
            "b", day=3, employer="Northwind Inc.", kind="rejection", sender="no-reply@ats.example"
        ),
    ) == [("Northwind Inc.", "Data Engineer", 2)]


def test_the_same_person_without_a_name_of_the_employer_is_enough() -> None:
    assert employers(
        reading("a", employer="Northwind", role="Data Engineer"),
        reading("b", day=3, kind="timeframe"),
    ) == [("Northwind", "Data Engineer", 2)]


def test_one_relay_serves_many_employers() -> None:
    relay = "no-reply@relay.example"
    assert (
        len(
            employers(
                reading("a", employer="Northwind", sender=relay),
                reading("b", day=1, employer="Contoso", sender=relay),
            )
        )
        == 2
    )


def test_outreach_is_no_opportunity_until_the_candidate_answers() -> None:
    cold = reading("a", kind="recruiter_outreach", employer="Fabrikam", confidence=0.9)
    assert employers(cold) == []
    answer = reading("b", day=1, after="a", out=True, kind="other", employer="Fabrikam")
    assert len(employers(cold, answer)) == 1


def test_weak_evidence_opens_nothing() -> None:
    assert employers(reading("a", kind="offer", employer="Northwind", confidence=0.4)) == []


def test_the_candidate_splits_messages_off() -> None:
    apart = frozenset({"b"})
    groups = group_threads(
        [
            reading("a", employer="Northwind", role="Data Engineer"),
            reading("b", day=1, after="a", employer="Northwind", role="Data Engineer"),
        ],
        me=ME,
        apart=[apart],
    )
    assert sorted(len(g.readings) for g in groups) == [1, 1]


def test_names_are_compared_without_accents_and_legal_forms() -> None:
    assert tokens("Étoile GmbH") == tokens("etoile")
    assert same_role("Senior Data Engineer", "Data Engineer")
    assert not same_role("Data Engineer", "Office Manager")


def test_a_person_with_two_addresses_is_one() -> None:
    registry = Registry(me=ME)
    one = registry.see(PersonSeen(name="Priya Raman", email="priya@northwind.example"))
    two = registry.see(PersonSeen(name="Priya Raman", email="priya.raman@northwind.example"))
    assert one == two == "priya"
    assert registry.people["priya"].addresses == (
        "priya@northwind.example",
        "priya.raman@northwind.example",
    )


def test_namesakes_at_two_employers_are_two() -> None:
    registry = Registry(me=ME)
    one = registry.see(PersonSeen(name="Alex Kim", email="alex@northwind.example"))
    two = registry.see(PersonSeen(name="Alex Kim", email="alex@contoso.example"))
    assert (one, two) == ("alex", "alex-kim")


def test_machines_and_the_candidate_are_nobody() -> None:
    registry = Registry(me=ME)
    assert registry.see(PersonSeen(name="Dana Reyes", email="dana@example.org")) is None
    assert registry.see(PersonSeen(name="Northwind", email="no-reply@northwind.example")) is None


def test_a_first_name_is_looked_for_among_those_met() -> None:
    registry = Registry(me=ME)
    registry.see(PersonSeen(name="Tom Okafor", email="tom@northwind.example"))
    assert registry.find("Tom", among=["tom"]) == "tom"
    assert registry.find("Tom", among=[]) is None


def test_ids_are_plain_words() -> None:
    assert slug("Zoë Núñez-García") == "zoe-nunez-garcia"


def interview(at: datetime, *, uid: str | None = None, sequence: int = 0, **more: object) -> Found:
    happened = Interview(**more)  # type: ignore[arg-type]
    return Found(f"r{at}", Moment(at), happened, None, uid=uid, sequence=sequence)


def test_an_invitation_and_its_update_are_one_interview() -> None:
    first = Seen(interview(START, uid="u"), "t", START - timedelta(days=3))
    moved = Seen(
        interview(START + timedelta(days=1), uid="u", sequence=1), "t2", START - timedelta(days=1)
    )
    found = one_each([first, moved])
    assert [f.when.at for f in found] == [START + timedelta(days=1)]


def test_a_stale_update_changes_nothing() -> None:
    newer = Seen(interview(START + timedelta(days=1), uid="u", sequence=2), "t", START)
    older = Seen(interview(START, uid="u", sequence=1), "t", START)
    assert [f.when.at for f in one_each([newer, older])] == [START + timedelta(days=1)]


def test_a_time_in_words_and_its_invitation_are_one() -> None:
    words = Seen(interview(START, with_=("priya",)), "t", START - timedelta(days=3))
    invitation = Seen(interview(START, uid="u", with_=("tom",), mode="video"), "t2", None)
    (found,) = one_each([words, invitation])
    assert isinstance(found.happened, Interview)
    assert found.happened.with_ == ("priya", "tom")
    assert found.happened.mode == "video"


def test_a_cancelled_meeting_stays_known_as_cancelled() -> None:
    first = Seen(interview(START, uid="u"), "t", START - timedelta(days=3))
    off = Seen(
        interview(START, uid="u", sequence=1, cancelled=True), "t", START - timedelta(days=2)
    )
    (found,) = one_each([first, off])
    assert isinstance(found.happened, Interview) and found.happened.cancelled


def told(
    days: int, uid: str, *, at: datetime = START, by_mail: bool = True, **more: object
) -> Seen:
    """An invitation told so many days before the interview, by mail or by the own calendar."""
    source = f"message:<{uid}@x>" if by_mail else f"calendar:{uid}"
    values: dict[str, object] = {"with_": ("priya",)}
    found = replace(interview(at, uid=uid, **(values | more)), source=source)  # type: ignore[arg-type]
    return Seen(found, uid, START - timedelta(days=days))


def state(found: Found) -> tuple[datetime, bool | None]:
    assert isinstance(found.happened, Interview)
    return found.when.at, found.happened.cancelled


def test_a_copy_in_the_own_calendar_is_the_same_interview() -> None:
    (found,) = one_each([told(5, "theirs"), told(4, "copy", by_mail=False)])
    assert found.ref == one_each([told(5, "theirs")])[0].ref  # its address stays


def test_two_interviews_at_one_time_with_other_people_stay_two() -> None:
    assert len(one_each([told(5, "a"), told(4, "b", with_=("tom",))])) == 2


def test_two_interviews_with_the_same_people_at_other_times_stay_two() -> None:
    assert len(one_each([told(5, "a"), told(4, "b", at=START + timedelta(days=2))])) == 2


def test_the_employer_s_cancellation_holds_for_the_copy_too() -> None:
    seen = [told(5, "theirs"), told(4, "copy", by_mail=False), told(3, "theirs", cancelled=True)]
    assert [state(each) for each in one_each(seen)] == [(START, True)]


def test_tidying_away_an_old_invitation_does_not_cancel_the_new_one() -> None:
    seen = [told(5, "old"), told(4, "new"), told(3, "old", cancelled=True)]
    assert [state(each) for each in one_each(seen)] == [(START, False)]


def test_a_move_of_the_original_moves_the_copy() -> None:
    later = START + timedelta(days=1)
    seen = [
        told(5, "theirs"),
        told(4, "copy", by_mail=False),
        replace(told(3, "theirs", at=later), told_at=START - timedelta(days=3)),
    ]
    assert [state(each) for each in one_each(seen)] == [(later, False)]


def test_of_two_states_with_one_number_the_later_change_holds() -> None:
    first, second = told(5, "u"), told(5, "u", cancelled=True)
    changed = [
        replace(each, found=replace(each.found, changed_at=START - timedelta(days=age)))
        for each, age in ((first, 5), (second, 4))
    ]
    for order in (changed, changed[::-1]):
        assert [state(each) for each in one_each(order)] == [(START, True)]


def test_a_mail_to_somebody_told_by_hand_belongs_where_they_are() -> None:
    """A withdrawal sent to Firm28 once ended Firm289 as well."""
    told: dict[str, dict[str, object]] = {
        "p28": {"name": "Priya Raman", "email": "p28@firm28.example"},
        "p289": {"name": "Priya Raman", "emails": ["P289@firm289.example"]},
    }
    seeds = [
        seed(
            f"said:firm{n}",
            {"employer": f"Firm{n}", "role": "Data Engineer", "people": {f"p{n}": "interviewer"}},
            told,
        )
        for n in (28, 289)
    ]
    letter = reading(
        "a", employer="Firm28", role="Data Engineer", sender="p28@firm28.example", out=True
    )
    first, second = group_threads([letter], me=ME, seeds=seeds)
    assert (len(first.readings), len(second.readings)) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Unit 28", "Unit 289", False),
        ("Copperline", "Copperline Energy", True),
        ("copperlineenergy", "Copperline Energy", True),
        ("Northwind", "northwindtraders", True),
        ("Capital", "Capitalone Bank", False),
    ],
)
def test_a_shorter_name_ends_where_a_word_ends(one: str, other: str, same: bool) -> None:
    assert same_employer(one, other) is same_employer(other, one) is same
