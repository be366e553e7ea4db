"""Any OpenAI-compatible endpoint: Ollama, llama.cpp, vLLM or a cloud, asked over HTTP.

What goes out is the prompt alone. What comes back is bounded in time and size, no redirect is
followed, no proxy of the environment is used, and the key stands in one header and nowhere else.
"""

import json
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from heardback.adapters.clock import seconds
from heardback.errors import ModelError
from heardback.ports import Prompt

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 256 * 1024
MOST_TOKENS = 2_000
CONNECT, QUIET, WHOLE = 5.0, 30.0, 90.0


class EndpointWriter:
    """A Writer port over `POST {url}/chat/completions`."""

    def __init__(
        self,
        url: str,
        *,
        name: str,
        key: str | None = None,
        quiet: float = QUIET,
        whole: float = WHOLE,
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise ModelError(
                "model_url is no address of an endpoint.", hint="Such as http://localhost:11434/v1"
            )
        if parts.scheme == "http" and not _is_here(parts.hostname):
            raise ModelError(
                f"{parts.hostname} would get your words unencrypted.",
                hint="Use https, or an endpoint on this machine.",
            )
        if not name:
            raise ModelError("model_name is missing.", hint="Such as model_name = 'llama3.2'")
        self._url = url.rstrip("/") + "/chat/completions"
        self._host, self._name, self._key = parts.netloc, name, key
        self._quiet, self._whole = quiet, whole

    def __repr__(self) -> str:
        """Say where it is, without its key."""
        return f"EndpointWriter({self.where!r})"

    @property
    def where(self) -> str:
        """The host and the model."""
        return f"{self._host} ({self._name})"

    def ask(self, prompt: Prompt) -> str:
        """Return the answer's text; raise ModelError where there is none to be had in time."""
        import httpx

        limits = httpx.Timeout(self._quiet, connect=CONNECT)
        try:
            with (
                httpx.Client(timeout=limits, follow_redirects=False, trust_env=False) as client,
                client.stream(
                    "POST", self._url, json=self._body(prompt), headers=self._head()
                ) as answer,
            ):
                return _text_of(self._read(answer))
        except httpx.TimeoutException:
            raise ModelError(f"{self._host} did not answer in time.", hint=KEPT) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            reason = type(error).__name__
            raise ModelError(f"{self._host} cannot be asked ({reason}).", hint=KEPT) from None

    def _body(self, prompt: Prompt) -> dict[str, Any]:
        shape = {"name": "letter", "strict": True, "schema": prompt.schema}
        return {
            "model": self._name,
            "messages": [
                {"role": "system", "content": prompt.task},
                {"role": "user", "content": prompt.letter},
            ],
            "temperature": 0.4,
            "max_tokens": MOST_TOKENS,
            "stream": False,
            "response_format": {"type": "json_schema", "json_schema": shape},
        }

    def _head(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}

    def _read(self, answer: "httpx.Response") -> bytes:
        """Read the answer within its bounds: a trickle is cut off as well as a flood."""
        if answer.is_redirect:
            raise ModelError(f"{self._host} points elsewhere; it is not followed.", hint=KEPT)
        if answer.status_code != 200:
            hint = "Is the key right?" if answer.status_code in (401, 403) else KEPT
            raise ModelError(f"{self._host} answered {answer.status_code}.", hint=hint)
        started = seconds()
        raw = bytearray()
        for piece in answer.iter_bytes():
            raw += piece
            if len(raw) > MOST_BYTES:
                raise ModelError(f"{self._host} answered at too great a length.", hint=KEPT)
            if seconds() - started > self._whole:
                raise ModelError(f"{self._host} did not finish in time.", hint=KEPT)
        return bytes(raw)


KEPT = "The draft is as it was."


def _text_of(raw: bytes) -> str:
    """Given the endpoint's answer, return the message's text; raise ModelError if it has none."""
    try:
        content = json.loads(raw)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise ModelError("the model's answer is not in the agreed form.", hint=KEPT) from None
    if not isinstance(content, str):
        raise ModelError("the model's answer holds no text.", hint=KEPT)
    return content


def _is_here(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
