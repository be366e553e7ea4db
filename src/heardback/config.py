"""Settings: where the data lives. One TOML file and the environment; nothing else is configured.

The file is `config.toml` in the platform's settings folder (or `HEARDBACK_CONFIG`); the data folder
is `--data`, else `HEARDBACK_DATA`, else `data` in the file, else the platform's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from heardback.errors import InputError

STORE_NAME = "heardback.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is configured. `data` is the folder that holds the store.

    A language model is off unless `model_url` (an OpenAI-compatible endpoint, with `model_name`) or
    `model_file` (a GGUF file) says where it is. Its key is never here: it is in the environment
    (HEARDBACK_MODEL_KEY) or the keyring.
    """

    data: Path
    colour: str = "auto"
    model_url: str = ""
    model_name: str = ""
    model_file: str = ""

    @property
    def store(self) -> Path:
        """The store's file."""
        return self.data / STORE_NAME


def load_settings(environment: Mapping[str, str], *, data: str | None = None) -> Settings:
    """Given the environment and the `--data` folder, return the settings; raise InputError."""
    values = _file(_config_path(environment))
    folder = data or environment.get("HEARDBACK_DATA") or values.get("data") or _platform_data()
    return Settings(
        data=Path(folder).expanduser(),
        colour=_colour(environment, values),
        **_model(environment, values),
    )


def _model(environment: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    names = ("model_url", "model_name", "model_file")
    return {n: environment.get(f"HEARDBACK_{n.upper()}") or values.get(n, "") for n in names}


def _colour(environment: Mapping[str, str], values: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return "never"
    return environment.get("HEARDBACK_COLOUR") or values.get("colour", "auto")


def _platform_data() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("heardback", appauthor=False)


def _config_path(environment: Mapping[str, str]) -> Path:
    named = environment.get("HEARDBACK_CONFIG")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_dir

    return Path(user_config_dir("heardback", appauthor=False)) / "config.toml"


def _file(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return {}
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(path), None, f"not a TOML file: {error}.") from error
    known = [f.name for f in fields(Settings)]
    for name, value in values.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(known)}."
            raise InputError(str(path), None, f"unknown setting {name!r}.", hint=hint)
        if not isinstance(value, str):
            raise InputError(str(path), None, f"{name} must be a text in quotes.")
    return values
