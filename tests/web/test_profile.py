"""What letters may say of the person, told in the browser: strengths, and a résumé said yes to."""

import re

import pytest
from playwright.sync_api import FilePayload
from starlette.testclient import TestClient

from tests.adapters.test_resume import LINES, a_docx, a_pdf

from .conftest import Sit, Site, needs_browser
from .test_browser import violations

RESUME = """Nora Lindqvist

Experience
- Cut stock-outs by a third with weekly demand forecasts
- Moved forty nightly jobs to Kafka

Skills: SQL, Python
"""


def proposed(page: str) -> dict[str, str]:
    """Return the lines that are proposed, by their number."""
    found = re.findall(r'name="what\.(\d+)"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    return {number: words.strip() for number, words in found}


def send(client: TestClient, name: str, content: bytes) -> str:
    return str(client.post("/resume", files={"resume": (name, content)}).text)


def test_a_resume_only_proposes_and_what_one_says_yes_to_is_kept(
    empty_client: TestClient, empty_site: Site
) -> None:
    lines = proposed(send(empty_client, "cv.md", RESUME.encode()))
    assert any("stock-outs" in words for words in lines.values())
    with empty_site.ports as ports:
        assert ports.store.sayings() == [], "nothing is kept before a yes"
    number = next(n for n, words in lines.items() if "stock-outs" in words)
    form = {"name": "cv.md", "take": number, **{f"what.{n}": words for n, words in lines.items()}}
    told = empty_client.post("/resume/confirm", data=form).text
    assert "Kept 1: letters may say so now" in told and f"from cv.md:{number}" in told
    assert "forty nightly jobs" not in told


def test_a_line_can_be_put_into_ones_own_words_and_deleted_again(
    empty_client: TestClient,
) -> None:
    form = {"name": "cv.md", "take": "4", "what.4": "Halved the time of stocktaking"}
    assert "Halved the time of stocktaking" in empty_client.post("/resume/confirm", data=form).text
    told = empty_client.post("/strengths/forget", data={"number": "1"}).text
    assert "Deleted" in told and "Halved the time" not in told


def test_a_strength_is_told_with_its_proof(empty_client: TestClient) -> None:
    data = {"what": "stock forecasting", "evidence": "cut stock-outs by a third"}
    page = empty_client.post("/strengths", data=data).text
    assert "stock forecasting" in page and "cut stock-outs by a third" in page
    assert (
        "There is no strength" in empty_client.post("/strengths/forget", data={"number": "7"}).text
    )


@pytest.mark.parametrize(("name", "content"), [("cv.docx", a_docx()), ("cv.pdf", a_pdf())])
def test_word_files_and_pdf_are_read_too(
    empty_client: TestClient, name: str, content: bytes
) -> None:
    lines = proposed(send(empty_client, name, content)).values()
    assert lines and all(any(words in line for line in LINES) for words in lines)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cv.exe", b"MZ", "no résumé that can be read"),
        ("cv.pdf", b"%PDF-1.7\nbroken", "That did not work"),
        ("cv.txt", b"x" * (9 << 20), "larger than 8 MB"),
        ("../../etc/cv.html", b"<b>", "no résumé that can be read"),
    ],
)
def test_what_is_no_resume_is_refused_in_words(
    empty_client: TestClient, name: str, content: bytes, told: str
) -> None:
    page = send(empty_client, name, content)
    assert told in page and "heardback-resume-" not in page and "--" not in page.split("<main")[1]


@needs_browser
@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lines_are_ticked_in_the_browser(empty_site: Site, sit: Sit, theme: str) -> None:
    seat = sit(empty_site, color_scheme=theme, width=390)
    page = seat.go("/connect")
    file = FilePayload(name="cv.txt", mimeType="text/plain", buffer=RESUME.encode())
    page.locator("#can-resume").set_input_files(file)
    page.get_by_role("button", name="Read my résumé").click()
    page.get_by_role("heading", name="Is this true of you?").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Keep what I ticked").click()
    page.locator(".notice", has_text="Kept 1").wait_for()
    page.wait_for_timeout(400)  # the notice has come in
    assert violations(page) == [] and seat.complaints == []
