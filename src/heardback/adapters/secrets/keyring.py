"""Secrets in the operating system's own keyring."""

from typing import Any

from heardback.errors import SecretMissing

SERVICE = "heardback"


class KeyringSecrets:
    """`ports.Secrets` in the keyring; `service` keeps the secrets of several stores apart."""

    def __init__(self, *, service: str = SERVICE, backend: Any = None) -> None:
        self._service = service
        self._backend = backend if backend is not None else _backend()

    def get(self, name: str) -> str | None:
        """Return the secret of that name, None if there is none."""
        with _Explained():
            found: str | None = self._backend.get_password(self._service, name)
        return found

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; raise SecretMissing where the keyring takes none."""
        with _Explained():
            self._backend.set_password(self._service, name, secret)

    def forget(self, name: str) -> None:
        """Drop a secret; nothing happens if there is none."""
        from keyring.errors import PasswordDeleteError

        with _Explained():
            try:
                self._backend.delete_password(self._service, name)
            except PasswordDeleteError:
                return


def has_keyring() -> bool:
    """Return whether this machine has a keyring that can keep something, in ciphertext."""
    try:
        priority = float(_backend().priority)
    except Exception:  # noqa: BLE001 - a keyring that cannot even be asked is none
        return False
    return priority >= 1  # 0: the backend that fails always; 0.5: the one that keeps clear text


def _backend() -> Any:
    import keyring

    return keyring.get_keyring()


class _Explained:
    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from keyring.errors import KeyringError

        if isinstance(error, KeyringError):
            raise SecretMissing(
                f"The keyring of this machine does not answer ({error}).",
                hint="Unlock it, or keep the password in a file: --keep file.",
            ) from error
