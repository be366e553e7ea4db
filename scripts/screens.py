"""Screenshots of every page of the app, over the sample search and over an empty one."""

import sys
import tempfile
from base64 import b64decode
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from playwright.sync_api import Browser, Page, sync_playwright

from heardback import bootstrap
from heardback.model.account import Account, Server
from heardback.model.delivery import Way
from heardback.online.deliver import approve_letter
from heardback.service.approve import Approval
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
    "mail": "/mail/bbbe369dc4b7bb137e1ae406@example.org",
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
    "outbox": "/outbox",
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
    "outbox-empty": "/outbox",
}


def main() -> None:
    wanted = set(sys.argv[1:])
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        full = Path(scratch) / "full"
        bootstrap.make_sample(full, nominal=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        site = make_site(full)
        send_something(site)
        shoot(
            browser, site, {k: v for k, v in PAGES.items() if not wanted or k in wanted}
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
                    taken = picture(page, whole=name in LONG and width > 500)
                    (OUT / f"{name}-{width}-{theme}.webp").write_bytes(taken)
                context.close()


def picture(page: Page, *, whole: bool) -> bytes:
    """Return what the page looks like, as WebP: a third of what PNG takes."""
    asked: dict[str, object] = {"format": "webp", "quality": 82}
    if whole:
        size = page.evaluate("[document.body.scrollWidth, document.body.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
        asked |= {"clip": clip, "captureBeyondViewport": True}
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    return b64decode(taken["data"])


def send_something(site: Site) -> None:
    """Let a note be on its way, so that the outbox has something to show."""
    account = Account(
        id="nora",
        address="nora.lindqvist@example.org",
        imap=Server(host="imap.example.org", port=993),
        smtp=Server(host="smtp.example.org", port=465),
        sent="Sent",
        drafts="Drafts",
    )
    with site.ports as ports:
        ports.store.accounts.keep(account)
        for id, way in SENT.items():
            approve_letter(ports, id, Approval(way=way, despite_findings=True))


LONG = {"opportunity"}
SENT: dict[str, Way] = {
    "larkspur-health/thank_you/kwame": "smtp",
    "kilnbrook-ceramics/withdraw/odette": "smtp",
    "sable-creek-brewing/check_in/ruben": "draft",
}

if __name__ == "__main__":
    main()
