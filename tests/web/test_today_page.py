"""Today on the page: what is due with its reason and quote, deeds, undo."""

from starlette.testclient import TestClient

from .conftest import Site


def test_today_says_what_is_due_with_reason_and_quote(client: TestClient) -> None:
    page = client.get("/").text
    assert "Wednesday 14 May" in page
    assert "Tell Imogen Vasquez about your offer" in page
    assert "Bellwether Mutual made you an offer with an answer due Monday 19 May" in page
    assert "I am delighted to offer you the position" in page
    assert "until Thu 22 May" in page


def test_done_takes_a_follow_up_away_and_undo_brings_it_back(client: TestClient) -> None:
    id = "copperline-energy/check_in/marisol"
    after = client.post(f"/follow-up/{id}/done", data={"next": "/"}).text
    assert "Noted as done: Check in with Marisol Etxeberria" in after
    assert f"/draft/{id}" not in after
    saying = after.partition('name="saying" value="')[2].partition('"')[0]
    again = client.post("/undo", data={"saying": saying, "next": "/"}).text
    assert f"/draft/{id}" in again


def test_what_is_put_off_until_tomorrow_is_gone_today(client: TestClient) -> None:
    after = client.post("/follow-up/sable-creek-brewing/check_in/ruben/snooze", data={"next": "/"})
    assert "again tomorrow" in after.text
    assert "/draft/sable-creek-brewing/check_in/ruben" not in after.text


def test_an_empty_search_leads_to_the_first_agenda(empty_client: TestClient) -> None:
    page = empty_client.get("/").text
    assert "Bring in my mail" in page
    assert "made-up search" in page


def test_today_is_made_anew_when_the_command_line_says_something(
    site: Site, client: TestClient
) -> None:
    from heardback.service.deeds import skip

    assert "Check in with Marisol" in client.get("/").text
    with site.ports as ports:
        skip(ports, "copperline-energy/check_in/marisol", reason=None)
    assert "Check in with Marisol" not in client.get("/").text


def test_a_promise_made_on_the_phone_moves_the_plan(client: TestClient) -> None:
    before = client.get("/opportunity/sable-creek-brewing").text
    assert "Check in with Ruben" in before
    after = client.post(
        "/opportunity/sable-creek-brewing/note",
        data={"what": "promise", "said": "you will hear by the end of next week", "from": "Ruben"},
    ).text
    assert "Noted." in after
    assert "That means Friday 23 May; ask nothing until it has passed" in after


def test_a_call_is_noted_with_whom_and_how(client: TestClient) -> None:
    page = client.post(
        "/opportunity/orrery-maps/note",
        data={"what": "sent", "from": "Imogen Vasquez", "channel": "call", "note": "left word"},
    ).text
    assert "left word" in page


def test_a_fact_that_was_read_wrongly_is_mended_in_place(client: TestClient) -> None:
    page = client.get("/opportunity/halvorsen-freight").text
    fact = page.partition('<li class="promise')[2].partition('id="fact-')[2].partition('"')[0]
    mended = client.post(
        "/correct",
        data={
            "about": fact,
            "set.said": "by the end of the month",
            "was.said": "by the end of next week",
            "next": "/opportunity/halvorsen-freight",
        },
    ).text
    assert "Mended: by the end of the month." in mended
    assert "Friday 30 May" in mended or "Saturday 31 May" in mended
