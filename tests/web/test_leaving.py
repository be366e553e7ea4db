"""The controls by which letters leave, at a real browser, with real servers behind them."""

import pytest
from playwright.sync_api import Page

from .conftest import Seat, Sit, needs_browser
from .office import HELENA, MARISOL, Office, dovecot, office, user
from .test_browser import violations

__all__ = ["dovecot", "office", "user"]
pytestmark = [pytest.mark.slow, needs_browser]


def tab_to(page: Page, name: str) -> None:
    """Press the tab key until a control with that name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        words = page.evaluate("document.activeElement.textContent.trim()")
        if words == name:
            return
    raise AssertionError(f"the tab key does not lead to {name!r}")


def test_with_keys_alone_a_letter_is_approved_and_taken_back(office: Office, sit: Sit) -> None:
    seat = sit(office.site)
    page = seat.go(f"/draft/{HELENA}")
    tab_to(page, "Approve and send")
    page.keyboard.press("Enter")
    page.locator(".notice", has_text="Approved").wait_for()
    assert "It leaves" in page.locator("#leave").inner_text()
    tab_to(page, "Take it back")
    page.keyboard.press("Enter")
    page.locator(".notice", has_text="withdrawn").wait_for()
    office.wait(60)
    assert office.sink.arrived == [] and seat.complaints == []


def test_with_keys_alone_it_waits_for_an_hour_of_ones_own(office: Office, sit: Sit) -> None:
    seat = sit(office.site)
    page = seat.go(f"/draft/{MARISOL}")
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Approve and send"
    tab_to(page, "Later, with a file, or a copy to me")
    page.keyboard.press("Enter")
    tab_to(page, "Send it then")
    page.keyboard.press("Enter")
    page.locator("#leave", has_text="It leaves Thu 15 May, 8:30").wait_for()
    office.at("2025-05-15T08:31")
    office.courier.run()
    assert len(office.sink.arrived) == 1
    assert "was sent to" in seat.go("/outbox").locator("#page").inner_text()
    assert seat.complaints == []


def test_without_scripts_a_letter_goes_into_the_drafts_and_out_again(
    office: Office, sit: Sit
) -> None:
    seat = sit(office.site, java_script_enabled=False)
    page = seat.go(f"/draft/{HELENA}")
    mine = page.locator("#text").input_value().replace("Dear Helena,", "Dear Helena,\n\nHello.")
    page.locator("#text").fill(mine)
    page.get_by_role("button", name="Put it into my drafts").click()
    assert "Approved" in page.locator(".notice").inner_text()
    office.courier.run()
    assert office.drafts() == 1
    assert "lies in your drafts" in seat.go(f"/draft/{HELENA}").locator("#leave").inner_text()
    page.get_by_role("button", name="Take it back").click()
    office.courier.run()
    assert office.drafts() == 0


def test_on_a_phone_what_may_have_been_sent_is_settled(office: Office, sit: Sit) -> None:
    seat = sit(office.site, width=390, has_touch=True)
    page = seat.go(f"/draft/{HELENA}")
    office.sink.break_after_words = True
    page.get_by_role("button", name="Approve and send").tap()
    page.locator("#leave", has_text="Until then you can take it back").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    office.wait(6)
    office.wait(1)
    seat.go("/outbox")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="It was sent").tap()
    page.locator(".notice", has_text="was sent to").wait_for()
    office.wait(60)
    assert len(office.sink.arrived) == 1 and seat.complaints == []


def test_without_scripts_what_was_not_sent_is_tried_again(office: Office, sit: Sit) -> None:
    seat = sit(office.site, java_script_enabled=False)
    page = seat.go(f"/draft/{HELENA}")
    office.sink.break_after_words = True
    page.get_by_role("button", name="Approve and send").click()
    office.wait(6)
    office.wait(1)
    office.sink.break_after_words = False
    seat.go("/outbox").get_by_role("button", name="It was not; try again").click()
    office.wait(1)
    assert len(office.sink.arrived) == 2
    assert "was sent to" in seat.go("/outbox").locator("#page").inner_text()


def test_with_keys_alone_a_late_letter_is_sent_all_the_same(office: Office, sit: Sit) -> None:
    office.approve(HELENA, way="smtp")
    office.at("2025-05-14T16:00")
    office.courier.run()
    seat = sit(office.site)
    page = seat.go("/outbox")
    tab_to(page, "Send it all the same")
    page.keyboard.press("Enter")
    page.locator(".notice", has_text="leaves all the same").wait_for()
    office.courier.run()
    assert len(office.sink.arrived) == 1 and seat.complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_state_of_a_letter_is_accessible(
    office: Office, sit: Sit, theme: str, width: int
) -> None:
    seat = sit(office.site, color_scheme=theme, width=width)
    faults: list[str] = looked_at(seat, f"/draft/{HELENA}", "details")
    office.approve(HELENA, way="smtp", when="2025-05-15T08:30")
    faults += looked_at(seat, f"/draft/{HELENA}")
    faults += looked_at(seat, "/outbox", "details")
    office.sink.break_after_words = True
    office.approve(MARISOL, way="smtp")
    office.wait(6)
    office.wait(1)
    office.at("2025-05-15T08:31")
    office.courier.run()
    shown = seat.go("/outbox").locator("#page").inner_text()
    assert "It was sent" in shown and "Send it all the same" in shown
    faults += looked_at(seat, "/outbox", "details")
    assert faults == [] and seat.complaints == []


def looked_at(seat: Seat, path: str, opened: str = "") -> list[str]:
    """Return what is not accessible on a page, with what folds opened."""
    page = seat.go(path)
    for each in page.locator(f"#page {opened} > summary").all() if opened else ():
        each.click()
    return violations(page)
