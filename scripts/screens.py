"""Screenshots of every page of the app, over the sample search and over an empty one."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from playwright.sync_api import Browser, sync_playwright

from heardback import bootstrap
from tests.web.conftest import CHROMIUM, Site, make_site, serving

OUT = ROOT / "docs" / "screens" / "web"
PAGES = {
    "today": "/",
    "opportunities": "/opportunities",
    "opportunity": "/opportunity/orrery-maps",
    "why": "/why/orrery-maps/tell_about_offer/imogen",
    "draft": "/draft/larkspur-health/thank_you/helena",
    "call": "/draft/orrery-maps/tell_about_offer/imogen",
    "panel": "/panel/larkspur-health/thank_you/helena",
    "calendar": "/calendar",
    "more": "/more",
    "what-if": "/offers?move=bellwether-mutual&days=9",
    "offers": "/offers",
    "people": "/people",
    "review": "/review",
    "debrief": "/debrief/larkspur-health",
    "insights": "/insights",
    "search": "/search?q=decision",
    "connect": "/connect",
    "preferences": "/preferences",
    "activity": "/activity",
    "help": "/help",
}
EMPTY = {
    "welcome": "/",
    "opportunities-empty": "/opportunities",
    "calendar-empty": "/calendar",
    "offers-empty": "/offers",
    "people-empty": "/people",
    "review-empty": "/review",
    "insights-empty": "/insights",
    "search-empty": "/search",
    "activity-empty": "/activity",
}


def main() -> None:
    wanted = set(sys.argv[1:])
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        full = Path(scratch) / "full"
        bootstrap.make_sample(full, nominal=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shoot(
            browser, make_site(full), {k: v for k, v in PAGES.items() if not wanted or k in wanted}
        )
        shoot(
            browser,
            make_site(Path(scratch) / "empty"),
            {k: v for k, v in EMPTY.items() if not wanted or k in wanted},
        )
        browser.close()


def shoot(browser: Browser, site: Site, pages: dict[str, str]) -> None:
    if not pages:
        return
    with serving(site) as base:
        for width, height in ((1440, 900), (390, 844)):
            for theme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme=theme,  # type: ignore[arg-type]
                )
                page = context.new_page()
                page.goto(f"{base}/login?key={site.sessions.new_link()}")
                for name, path in pages.items():
                    page.goto(base + path)
                    page.wait_for_timeout(150)
                    page.screenshot(
                        path=OUT / f"{name}-{width}-{theme}.png",
                        full_page=name in LONG and width > 500,
                    )
                context.close()


LONG = {"opportunity"}

if __name__ == "__main__":
    main()
