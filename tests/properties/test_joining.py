"""What belongs together, as stories: roles stay apart, people stay one, joining can be taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback import bootstrap
from heardback.model.message import Address, Message
from heardback.ports import Ports, Received
from heardback.service.rebuild import rebuild
from heardback.service.record import merge, set_profile, split
from heardback.service.search_file import export_search
from heardback.service.show import opportunity
from heardback.service.tell import undo
from heardback.service.tracked import track
from heardback.testing import FakeClock

NOW = datetime(2025, 3, 12, 15, tzinfo=UTC)
ME = Address("Dana Reyes", "dana@example.org")
PRIYA = Address("Priya Raman", "priya@northwind.example")
FORMS = {
    "scheduling": "Could you tell us when you are free for an interview for the {role} role at {employer}?",
    "promise": "Thank you for interviewing for the {role} role at {employer}. We will get back to you by "
    "Friday, March 14.",
    "rejection": "Unfortunately we have decided to move forward with another candidate for the {role} role "
    "at {employer}.",
}


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[Ports]:
    with bootstrap.ports(bootstrap.settings(str(tmp_path))) as opened:
        made = Ports(store=opened.store, clock=FakeClock(NOW - timedelta(hours=1)))
        set_profile(made, {"name": "Dana Reyes", "email": ME.email, "timezone": "UTC"})
        made = Ports(store=opened.store, clock=FakeClock(NOW))  # what is said later is later
        yield made


def arrives(
    ports: Ports,
    name: str,
    form: str,
    *,
    day: int,
    role: str,
    employer: str = "Northwind",
    sender: Address = PRIYA,
    after: str | None = None,
) -> None:
    message = Message(
        message_id=f"{name}@northwind.example",
        date=NOW - timedelta(days=10 - day),
        from_=sender,
        to=(ME,),
        subject=f"{role} at {employer}",
        text=f"Hi Dana,\n\n{FORMS[form].format(role=role, employer=employer)}\n\nBest,\n{sender.name}\n",
        in_reply_to=f"{after}@northwind.example" if after else None,
        references=(f"{after}@northwind.example",) if after else (),
    )
    with ports.store.writing(), ports.store.transaction():
        ports.store.receive([Received(key=message.message_id, message=message)])


def roles(ports: Ports) -> list[str]:
    return sorted(str(o.role) for o in track(ports).search.opportunities)


def ids(ports: Ports) -> list[str]:
    return [o.id for o in track(ports).search.opportunities]


def whole(ports: Ports) -> str:
    return str(export_search(ports, form="json"))


def test_two_roles_at_one_employer_stay_two_and_a_no_ends_only_its_own(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    arrives(ports, "b", "scheduling", day=2, role="Product Manager")
    arrives(ports, "c", "rejection", day=5, role="Product Manager", after="b")
    assert roles(ports) == ["Data Engineer", "Product Manager"]
    found = {o.role: o.id for o in track(ports).search.opportunities}
    assert opportunity(ports, found["Data Engineer"])["standing"]["closed_as"] is None
    assert opportunity(ports, found["Product Manager"])["standing"]["closed_as"] == "rejected"


def test_an_answer_about_one_role_in_a_new_thread_joins_that_role(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    arrives(ports, "b", "scheduling", day=2, role="Product Manager")
    arrives(ports, "c", "rejection", day=6, role="Data Engineer")
    assert len(ids(ports)) == 2
    found = {o.role: o.id for o in track(ports).search.opportunities}
    assert opportunity(ports, found["Data Engineer"])["standing"]["closed_as"] == "rejected"


def test_a_merge_can_be_taken_back(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    arrives(ports, "b", "scheduling", day=2, role="Product Manager")
    before = whole(ports)
    into, other = ids(ports)
    merge(ports, into, other)
    assert len(ids(ports)) == 1
    undo(ports)
    assert whole(ports) == before
    rebuild(ports)
    assert whole(ports) == before


def test_a_split_can_be_taken_back(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    arrives(ports, "b", "scheduling", day=3, role="Data Engineer", after="a")
    before = whole(ports)
    (one,) = ids(ports)
    fact = opportunity(ports, one)["timeline"][-1]["fact"]
    split(ports, [fact], employer="Northwind", role="Analytics Lead")
    assert roles(ports) == ["Analytics Lead", "Data Engineer"]
    undo(ports)
    assert whole(ports) == before
    rebuild(ports)
    assert whole(ports) == before


def test_what_was_merged_and_split_again_is_as_it_was(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    arrives(ports, "b", "scheduling", day=2, role="Product Manager")
    into, other = ids(ports)
    merge(ports, into, other)
    fact = next(
        row["fact"]
        for row in opportunity(ports, into)["timeline"]
        if row["source"] == "message:<b@northwind.example>"
    )
    split(ports, [fact], employer="Northwind", role="Product Manager")
    assert roles(ports) == ["Data Engineer", "Product Manager"]
    rebuild(ports)
    assert roles(ports) == ["Data Engineer", "Product Manager"]


def test_a_person_who_writes_from_two_addresses_is_one(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    other = Address("Priya Raman", "priya.raman@northwind-hq.example")
    arrives(ports, "b", "scheduling", day=4, role="Data Engineer", sender=other, after="a")
    (one,) = ids(ports)
    named = [p for p in opportunity(ports, one)["people"] if p["name"] == "Priya Raman"]
    assert len(named) == 1


def test_show_says_who_owes_an_answer(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    owed = opportunity(ports, *ids(ports))["owed"]
    assert owed["words"] == "Northwind owes you an answer since 3 March, promised by 14 March"
    assert owed["quote"].startswith("We will get back to you") and not owed["late"]
    arrives(ports, "b", "scheduling", day=4, role="Data Engineer", after="a")
    owed = opportunity(ports, *ids(ports))["owed"]
    assert owed["words"] == "You owe Priya Raman an answer since 6 March"
    assert owed["by"] == "candidate" and "when you are free" in owed["quote"]
    arrives(ports, "c", "rejection", day=6, role="Data Engineer", after="a")
    assert opportunity(ports, *ids(ports))["owed"] is None


def test_a_look_alike_moves_nothing_and_is_shown(ports: Ports) -> None:
    arrives(ports, "a", "promise", day=1, role="Data Engineer")
    false = Address("Priya Raman", "priya@northwlnd.example")
    arrives(ports, "b", "rejection", day=4, role="Data Engineer", sender=false, after="a")
    tracked = track(ports)
    shown = opportunity(ports, *ids(ports))
    assert shown["standing"]["closed_as"] is None
    assert [r.seen.message_id for r in tracked.review] == ["b@northwind.example"]
    assert [f["kind"] for f in shown["flags"]] == ["look_alike"]
