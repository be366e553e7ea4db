"""Which place a secret is in: an account says "keyring", "file" or "environment:NAME"."""

from collections.abc import Callable, Mapping
from pathlib import Path

from heardback.adapters.secrets.file import FileSecrets
from heardback.adapters.secrets.keyring import KeyringSecrets, has_keyring
from heardback.errors import SecretMissing, SecretsLocked, UsageError
from heardback.model.account import SecretPlace
from heardback.ports import Secrets

FILE_NAME = "secrets.json"
ENVIRONMENT = "environment:"


class EnvironmentSecret:
    """`ports.Secrets` of one variable: whoever starts HeardBack sets it, nothing is kept."""

    def __init__(self, variable: str, environment: Mapping[str, str]) -> None:
        self._variable = variable
        self._environment = environment

    def get(self, name: str) -> str | None:  # noqa: ARG002 - one variable, one secret
        """Return the variable's value, None if it is not set."""
        return self._environment.get(self._variable) or None

    def put(self, name: str, secret: str) -> None:  # noqa: ARG002
        """Raise SecretMissing: the environment is not ours to write."""
        raise SecretMissing(f"A secret cannot be kept in the environment ({self._variable}).")

    def forget(self, name: str) -> None:
        """Do nothing: there is nothing of ours."""


class SecretPlaces:
    """All places of one store; the file's passphrase is asked at most once."""

    def __init__(
        self,
        data: Path,
        *,
        environment: Mapping[str, str],
        ask_passphrase: Callable[[str], str | None],
    ) -> None:
        self._environment = environment
        self._ask = ask_passphrase
        self._file = FileSecrets(data / FILE_NAME, passphrase=self._passphrase)
        self._service = f"heardback:{data.absolute()}"

    def at(self, place: SecretPlace) -> Secrets:
        """Return the secrets at a place; raise UsageError if there is no such place."""
        if place.startswith(ENVIRONMENT):
            return EnvironmentSecret(place.removeprefix(ENVIRONMENT), self._environment)
        if place == "file":
            return self._file
        if place == "keyring":
            return KeyringSecrets(service=self._service)
        raise UsageError(
            f"{place!r} is no place for a secret.", hint="keyring, file or environment:NAME."
        )

    def _passphrase(self) -> str | None:
        """Return the passphrase; a new one is asked twice, since nothing could tell a slip."""
        given = self._environment.get("HEARDBACK_PASSPHRASE")
        if given or self._file.path.exists():
            return given or self._ask("Passphrase of your passwords")
        first = self._ask("A passphrase for your passwords, which are kept in an encrypted file")
        if first and self._ask("The passphrase once more") != first:
            raise SecretsLocked("The two passphrases differ.", hint="Nothing was kept: try again.")
        return first

    def usual(self) -> SecretPlace:
        """Return where a new secret goes: the keyring, where there is none the file."""
        return "keyring" if has_keyring() else "file"
