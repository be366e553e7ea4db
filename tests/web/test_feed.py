"""The calendar as a file and as an address to subscribe to."""

import re

from starlette.testclient import TestClient

from .conftest import Site, signed_in

FORM = {"origin": "http://127.0.0.1"}


def outside(site: Site) -> TestClient:
    """A calendar program: no session, no cookie."""
    return TestClient(site.app, base_url="http://127.0.0.1", follow_redirects=False)


def address(site: Site, **form: str) -> str:
    page = signed_in(site).post("/calendar/address", data=form, headers=FORM).text
    found = re.search(r"http://127\.0\.0\.1(/feed/[\w-]+\.ics)", page)
    assert found, page
    return found[1]


def test_a_calendar_program_reads_the_feed_and_nothing_else(site: Site) -> None:
    where = address(site)
    answer = outside(site).get(where)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "Tell Imogen Vasquez about your offer" in answer.text.replace("\r\n ", "")
    assert "BEGIN:VALARM" in answer.text
    assert outside(site).get("/").status_code == 303
    assert where.split("/")[2][:-4] not in (site.desks.own.settings.data / "web.json").read_text()


def test_a_feed_may_be_without_names(site: Site) -> None:
    text = outside(site).get(address(site, private="on")).text
    assert "SUMMARY:HeardBack" in text and "Imogen" not in text and "Orrery" not in text


def test_a_guessed_an_older_and_an_ended_address_lead_nowhere(site: Site) -> None:
    assert outside(site).get("/feed/guess.ics").status_code == 404
    old, new = address(site), address(site)
    assert outside(site).get(old).status_code == 404
    assert outside(site).get(new).status_code == 200
    signed_in(site).post("/calendar/address/end", headers=FORM)
    assert outside(site).get(new).status_code == 404


def test_the_file_is_for_whoever_has_come_in(site: Site) -> None:
    assert signed_in(site).get("/calendar.ics").text.startswith("BEGIN:VCALENDAR")
    assert outside(site).get("/calendar.ics").status_code == 303
