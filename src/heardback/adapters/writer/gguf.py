"""A language model in a GGUF file on this machine, by the optional package xllamacpp."""

import json
import secrets
from importlib import import_module
from pathlib import Path
from typing import Any

from heardback.errors import ModelError
from heardback.ports import Prompt

MOST_TOKENS = 2_000


class GgufWriter:
    """A Writer port over a file; the model is loaded at the first question."""

    def __init__(self, path: str) -> None:
        self._path = Path(path).expanduser()
        if not self._path.is_file():
            raise ModelError(f"there is no model at {path}.", hint="Mend model_file.")
        try:
            self._package: Any = import_module("xllamacpp")
        except ImportError:
            raise ModelError(
                "a model in a file needs the package xllamacpp.",
                hint="Install it with: pip install 'heardback[model]'",
            ) from None
        self._server: Any = None

    @property
    def where(self) -> str:
        """The file."""
        return f"{self._path.name} on this machine"

    def ask(self, prompt: Prompt) -> str:
        """Return the answer's text; raise ModelError."""
        try:
            answer = self._ready().handle_chat_completions(
                {
                    "messages": [
                        {"role": "system", "content": prompt.task},
                        {"role": "user", "content": prompt.letter},
                    ],
                    "temperature": 0.4,
                    "max_tokens": MOST_TOKENS,
                    "response_format": {
                        "type": "json_schema",
                        "json_schema": {"schema": prompt.schema},
                    },
                }
            )
            whole = json.loads(answer) if isinstance(answer, str | bytes) else answer
            return str(whole["choices"][0]["message"]["content"])
        except (RuntimeError, ValueError, KeyError, IndexError, TypeError):
            raise ModelError(
                f"{self._path.name} gave no answer that can be used.",
                hint="The draft is as it was.",
            ) from None

    def _ready(self) -> Any:
        if self._server is None:
            chosen = self._package.CommonParams()
            chosen.model.path = str(self._path)
            chosen.api_keys = [secrets.token_hex(16)]  # it opens a port on this machine
            chosen.verbosity = 0
            self._server = self._package.Server(chosen)
        return self._server
