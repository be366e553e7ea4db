"""Which language model is configured, and where its key is."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from heardback.config import Settings
from heardback.errors import ModelError
from heardback.ports import Writer

KEY_VARIABLE = "HEARDBACK_MODEL_KEY"
SERVICE = "heardback-model"


def choose_writer(chosen: Settings, environment: Mapping[str, str]) -> Writer:
    """Given the settings, return the model's adapter; raise ModelError where none is set."""
    if chosen.model_file:
        from heardback.adapters.writer.gguf import GgufWriter

        return GgufWriter(chosen.model_file)
    if chosen.model_url:
        from heardback.adapters.writer.endpoint import EndpointWriter

        return EndpointWriter(
            chosen.model_url, name=chosen.model_name, key=_key(chosen.model_url, environment)
        )
    raise ModelError(
        "no language model is configured, and none is needed.",
        hint="To have one rephrase drafts, set model_url and model_name (or model_file) in "
        "config.toml; see docs/tour.md.",
    )


def _key(url: str, environment: Mapping[str, str]) -> str | None:
    """Return the key from the environment, else from the keyring, by host; None: there is none."""
    if environment.get(KEY_VARIABLE):
        return environment[KEY_VARIABLE]
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, urlsplit(url).hostname or "")
    except (KeyringError, RuntimeError, OSError):
        return None
