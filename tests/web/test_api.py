"""The services as JSON: what a program needs to be another client, and that nothing breaks it."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import response_schema_conformance
from starlette.testclient import TestClient

from .conftest import Site, northwind_site, signed_in


def test_a_program_sees_today_and_does_what_is_due(client: TestClient) -> None:
    today = client.get("/api/today").json()
    row = next(r for r in today["due"] if r["id"].startswith("copperline"))
    answer = client.post("/api/done", params={"id": row["id"]}, json={})
    assert answer.json()["done"].startswith("Check in with Marisol")
    assert row["id"] not in [r["id"] for r in client.get("/api/today").json()["due"]]
    client.post("/api/undo", json={"saying": answer.json()["saying"]})
    assert row["id"] in [r["id"] for r in client.get("/api/today").json()["due"]]


def test_a_program_writes_a_whole_search_by_hand(empty_client: TestClient) -> None:
    id = empty_client.post(
        "/api/opportunities",
        json={"employer": "Northwind", "people": ["Priya Raman <priya@northwind.example>"]},
    ).json()["done"]
    empty_client.post(
        f"/api/opportunities/{id}/events",
        json={
            "what": "interview",
            "when": "2025-05-13T14:00",
            "keys": {"with": ["Priya Raman"], "stage": "first"},
        },
    )
    due = empty_client.get("/api/today").json()["due"]
    assert due[0]["title"] == "Thank Priya Raman"
    letter = empty_client.get("/api/draft", params={"id": due[0]["id"]}).json()
    assert letter["text"].startswith("Dear Priya")


def test_proofreading_finds_another_employers_name(client: TestClient) -> None:
    id = "larkspur-health/thank_you/helena"
    text = "Dear Helena,\n\nThank you for the talk about Orrery Maps.\n\nBest,\nNora Lindqvist"
    found = client.post("/api/proofread", params={"id": id}, json={"text": text}).json()["findings"]
    assert "wrong_employer" in [f["check"] for f in found]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/opportunities/nobody", 404), ("/api/draft?id=a/b/c", 404), ("/api/draft", 422)],
)
def test_what_goes_wrong_is_said_with_a_hint(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json().get("error") or answer.json().get("detail")


def test_a_program_approves_a_letter_and_takes_it_back(client: TestClient) -> None:
    id = "larkspur-health/thank_you/helena"
    made = client.post(f"/api/approve?id={id}", json={"way": "mailto"}).json()
    assert (made["state"], made["way"], made["id"]) == ("approved", "mailto", id)
    again = client.post(f"/api/approve?id={id}", json={})
    assert again.status_code == 400 and "on its way already" in again.json()["error"]
    assert [row["letter"] for row in client.get("/api/outbox").json()["letters"]] == [
        made["letter"]
    ]
    gone = client.post(f"/api/recall?id={made['letter']}").json()
    assert gone["state"] == "withdrawn" and gone["steps"][0]["state"] == "approved"


def test_a_key_lets_a_program_in_without_a_browser(site: Site) -> None:
    key = site.sessions.new_key()
    stranger = TestClient(site.app, base_url="http://127.0.0.1")
    assert stranger.get("/api/today").status_code == 401
    head = {"authorization": f"Bearer {key}"}
    assert stranger.get("/api/today", headers=head).status_code == 200
    undone = stranger.post("/api/undo", json={}, headers=head)
    assert undone.status_code == 200


@pytest.mark.slow
def test_whatever_is_sent_the_api_keeps_its_schema_and_never_breaks(tmp_path: Path) -> None:
    site = northwind_site(tmp_path / "data")
    client = signed_in(site)
    description = client.get("/api/openapi.json").json()
    schema = schemathesis.openapi.from_dict(description).exclude(path="/imports", method="POST")
    operations = list(schema.get_all_operations())
    assert len(operations) >= 30
    for operation in operations:
        assert isinstance(operation, Ok)
        good = operation.ok().as_strategy(generation_mode=GenerationMode.POSITIVE)
        bad = operation.ok().as_strategy(generation_mode=GenerationMode.NEGATIVE)

        @settings(
            max_examples=8,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=good | bad)
        def ask(case: Any) -> None:
            asked = case.as_transport_kwargs(base_url="http://127.0.0.1/api")
            answer = client.request(**{k: v for k, v in asked.items() if v is not None})
            case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])

        ask()
    site.desks.close()
