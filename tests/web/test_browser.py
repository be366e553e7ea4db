"""Somebody at a real browser, with keys and a pointer."""

import pytest

from .conftest import Sit, Site, needs_browser

pytestmark = [pytest.mark.slow, needs_browser]


def test_a_follow_up_is_done_and_taken_back_without_a_mouse(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/")
    page.keyboard.press("j")
    first = page.locator("[data-row].here h3").inner_text()
    page.keyboard.press("d")
    page.locator(".notice").wait_for()
    assert first.split(" about")[0] in page.locator(".notice").inner_text()
    page.keyboard.press("u")
    page.locator(".notice", has_text="Taken back").wait_for()
    assert page.locator("[data-row] h3").first.inner_text() == first
    assert seat.complaints == []
