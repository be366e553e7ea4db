"""Rebuilding changes nothing: what was said and done outlives every re-reading."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heardback import bootstrap
from heardback.model.message import Address, Message
from heardback.model.sayings import Deed
from heardback.ports import Ports, Received
from heardback.service.agenda import agenda
from heardback.service.deeds import done, listed, skip, snooze
from heardback.service.rebuild import rebuild
from heardback.service.record import correct, set_profile
from heardback.service.search_file import export_search
from heardback.service.tell import undo
from heardback.service.tracked import plan, track
from heardback.tracking.voice import in_force

NOW = datetime(2025, 3, 5, 15, tzinfo=UTC)
TEXTS = (
    "Thank you for interviewing with us for the Data Engineer role at {e}. We will get back to you "
    "by the end of next week.",
    "Your interview for the Data Engineer position at {e} is confirmed for Tuesday, March 4 at "
    "2:00 PM ET.",
    "Unfortunately we have decided to move forward with another candidate for the Data Engineer "
    "role at {e}.",
    "We are delighted to offer you the position of Data Engineer at {e}. Please let us know by "
    "March 14.",
    "Could you send us two references for the Data Engineer role at {e}?",
)
EMPLOYERS = ("Northwind", "Contoso", "Fabrikam")

letters = st.lists(
    st.tuples(st.sampled_from(EMPLOYERS), st.sampled_from(TEXTS), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)
acts = st.lists(
    st.tuples(
        st.sampled_from(("done", "skip", "snooze", "wrong", "undo", "deed")), st.integers(0, 20)
    ),
    max_size=5,
)


def received(number: int, employer: str, text: str, day: int) -> Received:
    message = Message(
        message_id=f"<{number}@{employer.lower()}.example>",
        date=NOW - timedelta(days=10 - day),
        from_=Address("Priya Raman", f"priya@{employer.lower()}.example"),
        to=(Address("Dana Reyes", "dana@example.org"),),
        subject=f"Data Engineer at {employer}",
        text=f"Hi Dana,\n\n{text.format(e=employer)}\n\nBest,\nPriya Raman\nHiring Manager, {employer}\n",
    )
    return Received(key=message.message_id, message=message)


def act(ports: Ports, what: str, number: int) -> None:
    tracked = track(ports)
    ids = [f.id for f in plan(ports, tracked).follow_ups]
    facts = [str(e.ref) for o in tracked.search.opportunities for e in o.events]
    if what == "undo":
        if len(in_force(ports.store.sayings())) > 1:
            undo(ports)
    elif what == "wrong":
        if facts:
            correct(ports, facts[number % len(facts)], {"-": True})
    elif what == "deed" and tracked.opportunities:
        found = tracked.opportunities[number % len(tracked.opportunities)]
        event: dict[str, object] = {"when": NOW.isoformat(), "what": "sent", "kind": "check_in"}
        ports.store.do(
            Deed(id=f"d{number}", at=NOW, follow_up=None, opportunity=found.key, event=event)
        )
    elif ids:
        id = ids[number % len(ids)]
        if what == "done":
            done(ports, id, when=None, channel=None)
        elif what == "skip":
            skip(ports, id, reason=None)
        else:
            snooze(ports, id, until=None, days=2)


def state(ports: Ports) -> tuple[Any, ...]:
    view = agenda(ports, at=NOW)
    store = ports.store
    return view, export_search(ports, form="json"), store.sayings(), store.deeds()


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(mail=letters, deeds=acts)
def test_rebuilding_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, mail: list[Any], deeds: list[Any]
) -> None:
    folder: Path = tmp_path_factory.mktemp("rebuild")
    chosen = bootstrap.settings(str(folder))
    with bootstrap.ports(chosen) as opened:
        ports = Ports(store=opened.store, clock=bootstrap.clock(NOW))
        set_profile(ports, {"name": "Dana Reyes", "email": "dana@example.org", "timezone": "UTC"})
        with ports.store.writing(), ports.store.transaction():
            ports.store.receive([received(n, *letter) for n, letter in enumerate(mail)])
        for what, number in deeds:
            act(ports, what, number)
        before = state(ports)
        rebuild(ports)
        assert state(ports) == before
    with bootstrap.ports(chosen) as opened:
        again = Ports(store=opened.store, clock=bootstrap.clock(NOW))
        assert state(again) == before


@pytest.mark.slow
def test_a_skip_stays_skipped_when_older_mail_arrives_later(tmp_path: Path) -> None:
    chosen = bootstrap.settings(str(tmp_path))
    with bootstrap.ports(chosen) as opened:
        ports = Ports(store=opened.store, clock=bootstrap.clock(NOW))
        set_profile(ports, {"name": "Dana Reyes", "email": "dana@example.org", "timezone": "UTC"})
        with ports.store.writing(), ports.store.transaction():
            ports.store.receive([received(1, "Northwind", TEXTS[4], 9)])
        (id,) = [f.id for f in plan(ports, track(ports)).follow_ups if f.kind == "reply"]
        listed(ports, id)
        skip(ports, id, reason=None)
        with ports.store.writing(), ports.store.transaction():
            ports.store.receive([received(2, "Northwind", TEXTS[0], 1)])
        assert not [f for f in plan(ports, track(ports)).follow_ups if f.kind == "reply"]


def test_a_skip_stays_skipped_when_the_employer_gets_another_name(tmp_path: Path) -> None:
    with bootstrap.ports(bootstrap.settings(str(tmp_path))) as opened:
        ports = Ports(store=opened.store, clock=bootstrap.clock(NOW))
        set_profile(ports, {"name": "Dana Reyes", "email": "dana@example.org", "timezone": "UTC"})
        with ports.store.writing(), ports.store.transaction():
            ports.store.receive([received(1, "Northwind", TEXTS[4], 9)])
        (id,) = [f.id for f in plan(ports, track(ports)).follow_ups if f.kind == "reply"]
        skip(ports, id, reason=None)
        correct(ports, "opportunity:northwind", {"employer": "Aurora Systems"})
        tracked = track(ports)
        assert [o.id for o in tracked.search.opportunities] == ["aurora-systems"]
        assert not [f for f in plan(ports, tracked).follow_ups if f.kind == "reply"]
