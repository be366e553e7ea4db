"""Secrets in one encrypted file, for machines without a keyring.

The passphrase becomes a key by Argon2id (RFC 9106, the second recommended choice: 64 MiB, three
passes); the names and secrets together are sealed with AES-256-GCM. The salt is drawn anew with
every writing, and so is the nonce.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path

from heardback.errors import SecretsLocked

VERSION = 1
MEMORY_KIB, PASSES, LANES = 65536, 3, 4
_LABEL = b"heardback secrets 1"


class FileSecrets:
    """`ports.Secrets` in a file; `passphrase` is asked once, and only when it is needed."""

    def __init__(self, path: Path, *, passphrase: Callable[[], str | None]) -> None:
        self.path = path
        self._ask = passphrase
        self._passphrase: str | None = None

    def get(self, name: str) -> str | None:
        """Return the secret of that name, None if there is none. Raise SecretsLocked."""
        return self._open().get(name)

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raise SecretsLocked without the right passphrase."""
        self._seal(self._open() | {name: secret})

    def forget(self, name: str) -> None:
        """Drop a secret; nothing happens if there is none."""
        kept = self._open()
        if kept.pop(name, None) is not None:
            self._seal(kept)

    def _open(self) -> dict[str, str]:
        try:
            text = self.path.read_text(encoding="ascii")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as fault:
            raise SecretsLocked(f"The secrets in {self.path} cannot be read: {fault}.") from fault
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            box = json.loads(text)
            key = _key(self._phrase(), b64decode(box["salt"]))
            plain = AESGCM(key).decrypt(b64decode(box["nonce"]), b64decode(box["box"]), _LABEL)
            kept: dict[str, str] = json.loads(plain)
        except InvalidTag:
            self._passphrase = None
            raise SecretsLocked(
                f"The passphrase does not open {self.path}.",
                hint="Try again; if it is lost, remove the file and connect the accounts anew.",
            ) from None
        except (ValueError, KeyError, TypeError) as fault:
            raise SecretsLocked(
                f"{self.path} is damaged.", hint="Remove it and connect the accounts anew."
            ) from fault
        return kept

    def _seal(self, kept: dict[str, str]) -> None:
        """Write the file anew beside the old one and put it in its place."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt, nonce = os.urandom(16), os.urandom(12)
        sealed = AESGCM(_key(self._phrase(), salt)).encrypt(
            nonce, json.dumps(kept).encode(), _LABEL
        )
        parts = {"salt": salt, "nonce": nonce, "box": sealed}
        box: dict[str, object] = {"version": VERSION, "key": "argon2id", "seal": "aes-256-gcm"}
        box |= {name: b64encode(value).decode() for name, value in parts.items()}
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self.path.with_name(self.path.name + ".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump(box, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.path)

    def _phrase(self) -> str:
        if not self._passphrase:
            self._passphrase = self._ask()
        if not self._passphrase:
            raise SecretsLocked(
                f"The secrets in {self.path} need their passphrase.",
                hint="Set HEARDBACK_PASSPHRASE, or run the command in a terminal.",
            )
        return self._passphrase


def _key(passphrase: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=32,
        type=Type.ID,
    )
