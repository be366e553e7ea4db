"""Secrets: in a keyring, in an encrypted file, in the environment; nowhere in the clear."""

import stat
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from heardback.adapters.secrets.file import FileSecrets
from heardback.adapters.secrets.keyring import KeyringSecrets
from heardback.adapters.secrets.places import SecretPlaces
from heardback.errors import SecretMissing, SecretsLocked, UsageError


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 5.0

    def __init__(self, *, locked: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("it is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("none")
        del self.kept[service, username]


def file_secrets(path: Path, phrase: str | None = "an open door") -> FileSecrets:
    return FileSecrets(path, passphrase=lambda: phrase)


def test_a_file_gives_back_what_was_put_in_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secrets.json"
    file_secrets(path).put("dana/imap", "abcd efgh")
    file_secrets(path).put("work/imap", "passwörd ☃")
    again = file_secrets(path)
    assert (again.get("dana/imap"), again.get("work/imap")) == ("abcd efgh", "passwörd ☃")
    again.forget("dana/imap")
    assert file_secrets(path).get("dana/imap") is None


def test_the_file_is_for_its_owner_and_shows_neither_names_nor_secrets(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    file_secrets(path).put("dana/imap", "abcd efgh")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text()
    assert "abcd" not in text and "dana" not in text
    assert [each.name for each in tmp_path.iterdir()] == ["secrets.json"]


@pytest.mark.parametrize("phrase", ["a shut door", "", None])
def test_without_the_passphrase_the_file_stays_shut(tmp_path: Path, phrase: str | None) -> None:
    path = tmp_path / "secrets.json"
    file_secrets(path).put("dana/imap", "abcd")
    before = path.read_bytes()
    with pytest.raises(SecretsLocked, match="passphrase"):
        file_secrets(path, phrase).get("dana/imap")
    with pytest.raises(SecretsLocked, match="passphrase"):
        file_secrets(path, phrase).put("x", "y")
    assert path.read_bytes() == before


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    file_secrets(path).put("dana/imap", "abcd")
    path.write_text(path.read_text().replace('"box": "', '"box": "AAAA'))
    with pytest.raises(SecretsLocked):
        file_secrets(path).get("dana/imap")
    path.write_text("{}")
    with pytest.raises(SecretsLocked, match="damaged"):
        file_secrets(path).get("dana/imap")


def test_the_passphrase_is_asked_once(tmp_path: Path) -> None:
    asked: list[int] = []

    def ask() -> str:
        asked.append(1)
        return "an open door"

    secrets = FileSecrets(tmp_path / "secrets.json", passphrase=ask)
    secrets.put("a", "1")
    secrets.put("b", "2")
    assert secrets.get("a") == "1"
    assert len(asked) == 1


def test_a_keyring_keeps_stores_apart() -> None:
    ring = Ring()
    one, two = (
        KeyringSecrets(service="one", backend=ring),
        KeyringSecrets(service="two", backend=ring),
    )
    one.put("dana/imap", "abcd")
    assert (one.get("dana/imap"), two.get("dana/imap")) == ("abcd", None)
    one.forget("dana/imap")
    one.forget("dana/imap")
    assert one.get("dana/imap") is None


def test_a_locked_keyring_is_told_in_words() -> None:
    with pytest.raises(SecretMissing, match="Unlock it"):
        KeyringSecrets(service="one", backend=Ring(locked=True)).get("dana/imap")


def test_the_environment_is_read_and_never_written(tmp_path: Path) -> None:
    places = SecretPlaces(
        tmp_path, environment={"HB_MAIL": "abcd"}, ask_passphrase=lambda _question: None
    )
    assert places.at("environment:HB_MAIL").get("dana/imap") == "abcd"
    assert places.at("environment:NOT_SET").get("dana/imap") is None
    with pytest.raises(SecretMissing):
        places.at("environment:HB_MAIL").put("dana/imap", "x")
    with pytest.raises(UsageError, match="no place"):
        places.at("drawer")


def test_the_passphrase_may_come_from_the_environment(tmp_path: Path) -> None:
    environment = {"HEARDBACK_PASSPHRASE": "an open door"}
    places = SecretPlaces(tmp_path, environment=environment, ask_passphrase=lambda _question: None)
    places.at("file").put("dana/imap", "abcd")
    assert file_secrets(tmp_path / "secrets.json").get("dana/imap") == "abcd"


def test_a_new_passphrase_is_asked_twice_and_a_known_one_once(tmp_path: Path) -> None:
    typed = ["an open door", "an open dore", "an open door", "an open door", "an open door"]

    def places() -> SecretPlaces:
        return SecretPlaces(tmp_path, environment={}, ask_passphrase=lambda _q: typed.pop(0))

    with pytest.raises(SecretsLocked, match="differ"):
        places().at("file").put("dana/imap", "abcd")
    places().at("file").put("dana/imap", "abcd")
    assert places().at("file").get("dana/imap") == "abcd" and typed == []
