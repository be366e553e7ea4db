"""Every page of the app, with the sample search and with none."""

import pytest
from starlette.testclient import TestClient

PAGES = {
    "/": "Wednesday 14 May",
    "/opportunities": "Orrery Maps",
    "/opportunity/orrery-maps": "I will come back to you with our decision",
    "/why/orrery-maps/tell_about_offer/imogen": "Rule OF-4",
    "/why/orrery-maps": "by Thursday, May 22",
    "/draft/larkspur-health/thank_you/helena": "no-show rates",
    "/draft/orrery-maps/tell_about_offer/imogen": "If the machine answers",
    "/panel/larkspur-health/thank_you/helena": "% alike",
    "/mail/bbbe369dc4b7bb137e1ae406@example.org": "close of business, as you ask",
    "/calendar": "May and June 2025",
    "/calendar?from=2025-04-07": "April and May 2025",
    "/offers": "Bellwether Mutual wants your answer",
    "/people": "Imogen Vasquez",
    "/review": "Is this right?",
    "/debrief/larkspur-health": "How was it?",
    "/insights": "Did they answer when they said?",
    "/search?q=delighted": "Bellwether Mutual",
    "/connect": "Drop a mailbox here",
    "/preferences": "Grace",
    "/activity": "Activity",
    "/outbox": "Nothing is on its way",
    "/help": "A day with HeardBack",
    "/more": "Colours",
    "/welcome": "leave in peace",
}
EMPTY = {
    "/opportunities": "/connect",
    "/calendar": "/connect",
    "/offers": "comes here by itself",
    "/people": "/connect",
    "/review": "Nothing waits for your yes",
    "/insights": "nothing to count yet",
    "/search": "Type a name",
    "/activity": "Nothing yet",
    "/outbox": "Nothing is on its way",
    "/connect": "Drop a mailbox here",
    "/preferences": "Grace",
}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_what_it_is_for(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert PAGES[path] in answer.text


@pytest.mark.parametrize("path", EMPTY)
def test_every_empty_page_says_what_to_do(empty_client: TestClient, path: str) -> None:
    answer = empty_client.get(path)
    assert answer.status_code == 200
    assert EMPTY[path] in answer.text


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/opportunity/nobody", "/draft/nobody/thank_you/x", "/why/zzz/b/c", "/mail/x@y"],
)
def test_what_is_not_there_is_said_with_a_way_on(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "To Today" in answer.text
