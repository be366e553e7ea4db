"""Somebody at a real browser: keys alone, no script, a slow server, both themes, both widths."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from .conftest import Sit, Site, needs_browser
from .test_pages import EMPTY, PAGES
from .test_threads import mbox

pytestmark = [pytest.mark.slow, needs_browser]
STEADY = [path for path in PAGES if "?from" not in path]


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {n['target']} {n['html'][:160]}" for v in found for n in v["nodes"][:2]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible_and_the_console_stays_silent(
    site: Site, sit: Sit, theme: str
) -> None:
    seat = sit(site, color_scheme=theme)
    faults = {}
    for path in STEADY:
        page = seat.go(path)
        if found := violations(page):
            faults[path] = found
    assert faults == {}
    assert seat.complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_empty_page_is_accessible(empty_site: Site, sit: Sit, theme: str) -> None:
    seat = sit(empty_site, color_scheme=theme, width=390)
    faults = {path: found for path in ("/", *EMPTY) if (found := violations(seat.go(path)))}
    assert faults == {}
    assert seat.complaints == []


def test_no_page_is_wider_than_a_phone(site: Site, sit: Sit) -> None:
    seat = sit(site, width=390)
    wide = {}
    for path in STEADY:
        page = seat.go(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide[path] = width
    assert wide == {}


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


def test_keys_lead_to_every_page_and_are_listed(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/")
    for key, path in {
        "o": "/opportunities",
        "c": "/calendar",
        "f": "/offers",
        "s": "/preferences",
    }.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(f"**{path}")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("delighted")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=delighted")
    assert page.locator("#found .row").count() > 0


def test_everything_on_a_page_is_reached_with_the_tab_key(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/why/orrery-maps/tell_about_offer/imogen")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
    assert {"Skip to the page", "Today", "Write it", "Tomorrow", "Skip"} <= reached


def test_a_letter_is_proofread_and_kept_as_it_is_typed(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/draft/larkspur-health/thank_you/helena")
    area = page.locator("#text")
    area.press("End")
    area.fill(area.input_value().replace("Dear Helena", "Dear Helen"))
    page.locator(".finding").first.wait_for()
    assert page.locator(".marks mark").count() > 0
    page.reload()
    assert area.input_value().startswith("Dear Helen,")
    assert seat.complaints == []


def test_a_slip_is_found_as_it_is_typed_and_mended_with_one_key(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/draft/larkspur-health/thank_you/helena")
    area = page.locator("#text")
    area.fill(area.input_value().replace("I enjoyed", "I realy enjoyed"))
    page.locator(".finding", has_text="realy").wait_for()
    page.keyboard.press("Alt+f")
    page.locator(".finding", has_text="realy").wait_for(state="detached")
    assert "I really enjoyed" in area.input_value()
    assert seat.complaints == []


def test_typing_survives_a_server_that_is_gone(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/draft/larkspur-health/thank_you/helena")
    page.route("**/letter/**", lambda route: route.abort())
    area = page.locator("#text")
    area.fill(area.input_value() + "\nPS: I kept this.")
    page.wait_for_timeout(600)
    assert "does not answer" in page.locator("#kept").inner_text()
    page.unroute("**/letter/**")
    page.reload()
    assert "PS: I kept this." in area.input_value()


def test_without_scripts_one_reads_and_acts(site: Site, sit: Sit) -> None:
    seat = sit(site, java_script_enabled=False)
    page = seat.go("/")
    page.get_by_role("button", name="Tomorrow: Check in with Marisol Etxeberria").click()
    assert "again tomorrow" in page.locator(".notice").inner_text()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="Check in with Marisol Etxeberria", exact=True).click()
    page.locator("#text").fill("Dear Marisol,\n\nMay I ask how things stand?\n\nNora")
    page.get_by_role("button", name="Keep my words").click()
    assert "Kept your words" in page.locator(".notice").inner_text()
    assert "May I ask how things stand?" in page.locator("#text").input_value()
    page.goto(f"{seat.base}/offers?move=bellwether-mutual&days=9")
    assert "If Bellwether Mutual gave you until" in page.locator("#supposed").inner_text()


def test_a_preference_says_what_it_changes(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/preferences")
    page.locator("#v-grace").fill("3")
    page.locator("#v-grace").press("Enter")
    told = page.locator(".notice").inner_text()
    assert "Check in with Marisol Etxeberria (Copperline Energy): today" in told and "→" in told
    page.get_by_role("button", name="Undo").click()
    page.locator(".notice", has_text="Taken back").wait_for()
    page.locator("#v-grace").press("Enter")
    page.locator(".notice", has_text="Nothing of the plan").wait_for()
    assert seat.complaints == []


def test_whom_one_prefers_hears_of_the_offer(site: Site, sit: Sit) -> None:
    seat = sit(site, width=390)
    page = seat.go("/opportunity/quill-harbor")
    page.get_by_role("button", name="I would rather join them").first.click()
    page.locator(".notice", has_text="Noted.").wait_for()
    assert "preferred" in seat.go("/offers").locator("tr", has_text="Quill").inner_text()
    page.locator("tr", has_text="Larkspur").get_by_role("button", name="I prefer them").click()
    page.locator("tr", has_text="Larkspur").get_by_text("preferred").wait_for()
    assert seat.complaints == []


def test_what_was_said_on_the_phone_is_noted_and_understood(site: Site, sit: Sit) -> None:
    seat = sit(site, width=390)
    page = seat.go("/opportunity/larkspur-health")
    page.get_by_role("link", name="Note what happened").click()
    page.locator("#said").fill("we'll need another week")
    page.get_by_role("button", name="Note it").click()
    told = page.locator(".notice", has_text="Noted.")
    assert "“another week”. That means Wednesday 21 May" in told.inner_text()
    seat.go("/opportunity/larkspur-health").locator("#said").fill("they were very kind")
    page.get_by_role("button", name="Note it").click()
    page.locator(".notice", has_text="no day could be read").wait_for()


def test_wanting_out_leads_to_the_withdrawal(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/opportunity/quill-harbor")
    page.get_by_role("button", name="I want out").click()
    page.locator(".notice", has_text="Withdraw: write to Beatrix Onwuka").wait_for()
    page.get_by_role("link", name="Withdraw: write to Beatrix Onwuka").first.click()
    page.wait_for_url("**/withdraw/**")
    assert seat.complaints == []


def test_a_mail_that_is_found_is_read_as_text(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/search?q=lucinda+salary")
    page.locator("#found .row", has_text="mail from Lucinda Park").get_by_role("link").click()
    page.wait_for_url("**/mail/**")
    assert "written offer letter with salary" in page.locator("article").inner_text()
    assert seat.complaints == []


def test_the_back_button_goes_back(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/opportunities")
    page.get_by_role("link", name="Orrery Maps").first.click()
    page.wait_for_url("**/opportunity/orrery-maps")
    page.go_back()
    page.wait_for_url("**/opportunities")
    assert seat.heading() == "Opportunities"


def test_a_slow_server_is_waited_for_and_nothing_is_done_twice(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/")
    sent: list[str] = []

    def slowly(route: Route) -> None:
        sent.append(route.request.url)
        page.wait_for_timeout(700)
        route.continue_()

    page.route("**/follow-up/**", slowly)
    button = page.get_by_role("button", name="Skip: Check in with Ruben Castellanos")
    button.dblclick()
    page.locator(".notice").wait_for()
    assert "Skipped: Check in with Ruben" in page.locator(".notice").inner_text()
    assert len(sent) == 1


def test_dragging_a_date_shows_what_would_change(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/offers")
    page.locator("#days").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.locator("#supposed h3").wait_for()
    assert "If Bellwether Mutual gave you until" in page.locator("#supposed").inner_text()
    assert seat.complaints == []


def test_search_answers_as_one_types(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/search")
    page.locator("#q").press_sequentially("thursday may 22", delay=15)
    page.locator("#found .row").first.wait_for()
    assert "Orrery Maps" in page.locator("#found").inner_text()
    assert re.search(r"q=thursday", page.url)


def test_a_mailbox_is_chosen_watched_and_becomes_the_first_agenda(
    empty_site: Site, sit: Sit, tmp_path: Path
) -> None:
    seat = sit(empty_site)
    page = seat.go("/")
    page.get_by_role("link", name="Bring in my mail").click()
    page.locator("#me").fill("dana@example.org")
    page.locator("#files-input").set_input_files(mbox(tmp_path / "in.mbox"))
    page.get_by_role("button", name="Read it").first.click()
    page.get_by_role("heading", name="What was found").wait_for()
    assert "Northwind" in page.locator("#page").inner_text()
    page.get_by_role("link", name="See today").click()
    page.get_by_role("heading", name="Leave in peace").wait_for()
    assert seat.complaints == []


def test_a_letter_prints_as_a_letter(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/draft/larkspur-health/thank_you/helena")
    page.emulate_media(media="print")
    assert page.locator(".print-only").is_visible()
    assert not page.locator(".side").is_visible()


def test_the_chosen_colours_stay(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/people")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.url.endswith("/people")


def test_the_page_turns_around_for_right_to_left(site: Site, sit: Sit) -> None:
    seat = sit(site)
    page = seat.go("/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    side, main = page.locator(".side").bounding_box(), page.locator("#page").bounding_box()
    assert side
    assert main
    assert side["x"] > main["x"]
