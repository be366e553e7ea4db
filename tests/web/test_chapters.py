"""The chapters of following up, told through the app with a real browser over the sample search."""

import pytest

from tests.servers.dovecot import PASSWORD, Dovecot

from .conftest import Sit, Site, needs_browser

pytestmark = [pytest.mark.slow, needs_browser]


def test_everybody_met_is_thanked_in_words_of_their_own(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/")
    page.get_by_role("link", name="Thank Helena Duarte", exact=True).click()
    helena = page.locator("#text").input_value()
    assert "no-show rates" in helena
    assert "no-show rates" in page.locator("[aria-labelledby=grounds]").inner_text()
    page.get_by_role("link", name="Thank Kwame Boateng").click()
    page.wait_for_url("**/kwame")
    kwame = page.locator("#text").input_value()
    assert not set(helena.split(". ")[1:3]) & set(kwame.split(". "))
    page.get_by_role("button", name="I sent it").click()
    page.locator(".notice", has_text="Thank Kwame").wait_for()
    assert page.get_by_role("link", name="Thank Kwame Boateng", exact=True).count() == 0


def test_a_check_in_is_due_the_day_after_the_promise_and_not_before(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/opportunity/halvorsen-freight")
    told = page.locator("#page").inner_text()
    assert "That means Friday 16 May; ask nothing until it has passed" in told
    assert page.locator(".axis .window").count() >= 1
    page = seat.go("/")
    page.get_by_role("link", name="Check in with Marisol Etxeberria", exact=True).click()
    assert "Marisol" in page.locator("#text").input_value()
    page.get_by_role("link", name="Why?").click()
    assert "by Tuesday, May 13" in page.locator("#page").inner_text()


def test_an_offer_is_compared_and_the_preferred_employer_is_told(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/offers")
    told = page.locator("#page").inner_text()
    assert "Bellwether Mutual wants your answer by Mon 19 May 17:00" in told
    assert "Tell Imogen Vasquez about your offer" in told
    assert "Ask Lucinda Park for more time" in told
    page.get_by_role("link", name="Tell Imogen Vasquez about your offer").click()
    assert "Monday, May 19" in page.locator("#text").input_value()
    assert page.get_by_role("heading", name="If the machine answers").is_visible()


def test_notes_after_an_interview_find_their_way_into_the_letter(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/debrief/larkspur-health")
    page.locator("#person").select_option(label="Milo Trask")
    page.locator("#topics").fill("how the night shift hands over to the day shift")
    page.locator("#missed").fill("my work on the triage dashboard")
    page.get_by_role("button", name="Keep my notes").click()
    page.locator(".notice", has_text="Kept your notes").wait_for()
    assert "night shift" in page.locator("#page").inner_text()
    page.goto(f"{seat.base}/draft/larkspur-health/ask_address/milo")
    assert page.locator("#text").input_value()


def test_through_an_agency_everything_goes_by_the_recruiter(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/opportunity/pemberton-dairy")
    assert "through an agency" in page.locator("#page").inner_text()
    page.get_by_role("link", name="Bring Rosalind Achterberg up to date").first.click()
    assert "Rosalind" in page.locator(".letter .head").inner_text()


def test_whoever_is_on_the_fence_asks_and_is_not_hurried(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/opportunity/quill-harbor")
    page.get_by_role("link", name="Ask Beatrix Onwuka your questions").first.click()
    assert "Because" in page.locator("#page").inner_text()


def test_a_withdrawal_ends_it_and_nothing_more_is_asked(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/")
    page.get_by_role("link", name="Withdraw: write to Odette Marchand", exact=True).click()
    assert "withdraw" in page.locator("#text").input_value()
    page.get_by_role("button", name="I sent it").click()
    page.locator(".notice", has_text="Withdraw").wait_for()
    page.goto(f"{seat.base}/opportunity/kilnbrook-ceramics")
    assert "closed: withdrawn" in page.locator("#page").inner_text()
    assert "Nothing to do here now" in page.locator("#page").inner_text()


def test_a_wrong_name_is_mended_and_the_letter_follows(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/people")
    row = page.locator("#p-helena")
    row.locator("summary").click()
    row.get_by_label("Name").fill("Helene Duarte")
    row.get_by_role("button", name="Mend it").click()
    page.locator(".notice", has_text="Mended").wait_for()
    page.goto(f"{seat.base}/draft/larkspur-health/thank_you/helena")
    assert page.locator("#text").input_value().startswith("Dear Helene,")


def test_a_mailbox_is_connected_read_and_disconnected(empty_site: Site, sit: Sit) -> None:
    from tests.mailbox.letters import search

    with Dovecot() as dovecot:
        dovecot.account(user="dana")
        dovecot.put_all(search(), user="dana")
        seat = sit(empty_site)
        page = seat.go("/connect")
        page.locator("#acc-address").fill("dana@example.org")
        page.locator("#acc-password").fill(PASSWORD)
        page.get_by_text("Its server is not found?").click()
        page.locator("#acc-host").fill("localhost")
        page.locator("#acc-port").fill(str(dovecot.tls_port))
        page.locator("#acc-user").fill("dana")
        page.locator("#acc-certificate").fill(str(dovecot.certificate))
        page.get_by_text("Where the password is kept").click()
        page.locator("#acc-keep").select_option("file")
        page.locator("#acc-phrase").fill("an open door")
        page.get_by_role("button", name="Connect", exact=True).first.click()
        page.get_by_role("heading", name="What was found").wait_for()
        told = page.content()
        assert "about jobs" in told
        assert PASSWORD not in told
        assert "an open door" not in told
        page.get_by_text("Disconnect", exact=False).first.click()
        page.locator("#drop-dana").fill("an open door")
        page.get_by_role("button", name="Disconnect dana").click()
        page.locator(".notice", has_text="is disconnected").wait_for()
        assert seat.complaints == []
