"""A language model that lies, injects, stalls and returns rubbish: nothing of it gets through."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from heardback.adapters.writer.choose import choose_writer
from heardback.adapters.writer.endpoint import EndpointWriter
from heardback.config import Settings
from heardback.errors import ModelError
from heardback.ports import Prompt
from tests.adapters.model_endpoint import Answer, Endpoint, flood, say, send, stall, trickle

PROMPT = Prompt(task="Say it again.", letter='{"sentences": []}', schema={"type": "object"})
KEY = "sk-very-secret-key"


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with Endpoint().up() as up:
        yield up


def writer(endpoint: Endpoint, **limits: float) -> EndpointWriter:
    return EndpointWriter(endpoint.url, name="small", key=KEY, **limits)


def test_the_prompt_goes_out_as_a_letter_in_json_and_no_tools(endpoint: Endpoint) -> None:
    endpoint.answer = say("hello")
    assert writer(endpoint).ask(PROMPT) == "hello"
    headers, body = endpoint.seen[0]
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert [m["role"] for m in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == PROMPT.letter
    assert body["response_format"]["json_schema"]["schema"] == PROMPT.schema
    assert not body.keys() & {"tools", "tool_choice", "functions"}


@pytest.mark.parametrize(
    "answer",
    [
        send(b"<html>busy</html>"),
        send(b""),
        send(b'{"choices": []}'),
        send(b'{"choices": [{"message": {"content": 7}}]}'),
        send(b'{"choices": "' + b"[" * 100_000),
        send(b"\xff\xfe\x00"),
        say(None),
        say("no", 500),
        say("no", 401),
        flood,
    ],
)
def test_rubbish_is_an_error_and_never_a_crash(endpoint: Endpoint, answer: Answer) -> None:
    endpoint.answer = answer
    with pytest.raises(ModelError):
        writer(endpoint).ask(PROMPT)


def test_a_redirect_is_not_followed(endpoint: Endpoint) -> None:
    endpoint.answer = send(b"", 307, Location=endpoint.url + "/elsewhere")
    with pytest.raises(ModelError, match="points elsewhere"):
        writer(endpoint).ask(PROMPT)
    assert len(endpoint.seen) == 1


def test_a_model_that_stalls_is_left(endpoint: Endpoint) -> None:
    endpoint.answer = stall
    with pytest.raises(ModelError, match="in time"):
        writer(endpoint, quiet=0.2).ask(PROMPT)


def test_a_model_that_trickles_is_left(endpoint: Endpoint) -> None:
    endpoint.answer = trickle
    with pytest.raises(ModelError, match="in time"):
        writer(endpoint, quiet=1.0, whole=0.3).ask(PROMPT)


def test_nobody_at_home_is_an_error() -> None:
    with pytest.raises(ModelError, match="cannot be asked"):
        EndpointWriter("http://127.0.0.1:1/v1", name="small").ask(PROMPT)


def test_the_key_is_never_logged_or_shown(
    endpoint: Endpoint, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint.answer = say("no", 500)
    one = writer(endpoint)
    with pytest.raises(ModelError) as told:
        one.ask(PROMPT)
    assert KEY not in caplog.text + repr(one) + str(told.value) + one.where


@pytest.mark.parametrize(
    "url",
    ["ftp://localhost/v1", "http://models.example/v1", "https://me:pw@models.example/v1", "x", ""],
)
def test_a_doubtful_address_is_refused(url: str) -> None:
    with pytest.raises(ModelError):
        EndpointWriter(url, name="small")


def test_no_model_is_configured_by_default(tmp_path: Any) -> None:
    with pytest.raises(ModelError, match="none is needed"):
        choose_writer(Settings(data=tmp_path), {})


def test_a_missing_model_file_or_package_is_said_plainly(tmp_path: Any) -> None:
    missing = Settings(data=tmp_path, model_file=str(tmp_path / "none.gguf"))
    with pytest.raises(ModelError, match="there is no model"):
        choose_writer(missing, {})
    (tmp_path / "some.gguf").write_bytes(b"GGUF")
    there = Settings(data=tmp_path, model_file=str(tmp_path / "some.gguf"))
    try:
        import xllamacpp  # noqa: F401
    except ImportError:
        with pytest.raises(ModelError, match="xllamacpp"):
            choose_writer(there, {})


def test_the_key_comes_from_the_environment(tmp_path: Any, endpoint: Endpoint) -> None:
    endpoint.answer = say("hi")
    chosen = Settings(data=tmp_path, model_url=endpoint.url, model_name="small")
    choose_writer(chosen, {"HEARDBACK_MODEL_KEY": "k"}).ask(PROMPT)
    assert endpoint.seen[0][0]["Authorization"] == "Bearer k"
