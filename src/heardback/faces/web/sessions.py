"""Who may turn the pages: one-time login links, sessions, a password, keys for programs and feeds.

A browser gets in by the link that `heardback web` prints, which works once, or by the password
where one was set. Of sessions and keys only hashes are kept, of the password an argon2id hash, in
`web.json` beside the store (mode 0600).
"""

import json
import os
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from secrets import compare_digest, token_urlsafe
from threading import Lock
from typing import Any

from heardback.ports import Clock

LINK_HOLDS = timedelta(minutes=30)
SESSION_HOLDS = timedelta(days=30)
MOST_SESSIONS = 20
# So many wrong passwords in a row, and the next is looked at only after a pause.
MOST_WRONG, PAUSE = 5, timedelta(minutes=1)
SHORTEST_PASSWORD = 10


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


class Sessions:
    """The sessions of one data folder."""

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        self.path = folder / "web.json"
        self.clock = clock
        self._links: dict[str, datetime] = {}
        self._wrong = 0
        self._last_wrong: datetime | None = None
        self._lock = Lock()

    def new_link(self) -> str:
        """Return a secret that lets one browser in, once, within half an hour."""
        secret = token_urlsafe(24)
        self._links[_hash(secret)] = self.clock.now() + LINK_HOLDS
        return secret

    def redeem(self, secret: str) -> str | None:
        """Given the secret of a link, return a new session, None where it was used or is old."""
        with self._lock:
            until = self._links.pop(_hash(secret), None)
        return self.begin() if until is not None and self.clock.now() < until else None

    def begin(self) -> str:
        """Return a new session's secret."""
        secret = token_urlsafe(32)
        with self._lock:
            kept = self._read()
            sessions = self._current(kept)
            sessions[_hash(secret)] = (self.clock.now() + SESSION_HOLDS).isoformat()
            kept["sessions"] = dict(list(sessions.items())[-MOST_SESSIONS:])
            self._write(kept)
        return secret

    def known(self, secret: str) -> bool:
        """Return whether a session is known and has not run out."""
        until = self._read().get("sessions", {}).get(_hash(secret)) if secret else None
        return until is not None and self.clock.now() < datetime.fromisoformat(until)

    def end(self, secret: str) -> None:
        """Forget a session."""
        with self._lock:
            kept = self._read()
            kept.get("sessions", {}).pop(_hash(secret), None)
            self._write(kept)

    def new_key(self) -> str:
        """Return a key for a program that speaks to /api; only its hash is kept."""
        secret = f"hb_{token_urlsafe(32)}"
        with self._lock:
            kept = self._read()
            kept.setdefault("keys", []).append(_hash(secret))
            self._write(kept)
        return secret

    def is_key(self, secret: str) -> bool:
        """Return whether a program's key is known."""
        wanted = _hash(secret)
        return any(compare_digest(wanted, each) for each in self._read().get("keys", []))

    def new_feed(self, *, private: bool) -> str:
        """Return the secret part of the calendar's address; it replaces any older one."""
        secret = token_urlsafe(32)
        with self._lock:
            kept = self._read()
            kept["feed"] = {"hash": _hash(secret), "private": private}
            self._write(kept)
        return secret

    def feed(self, secret: str) -> str | None:
        """Given the secret of an address, return "full" or "private", None where it is not it."""
        kept = self._read().get("feed") or {}
        if not compare_digest(_hash(secret), str(kept.get("hash", ""))):
            return None
        return "private" if kept.get("private") else "full"

    @property
    def has_feed(self) -> bool:
        """Return whether an address of the calendar stands."""
        return bool(self._read().get("feed"))

    def end_feed(self) -> None:
        """Forget the calendar's address."""
        with self._lock:
            kept = self._read()
            kept.pop("feed", None)
            self._write(kept)

    @property
    def has_password(self) -> bool:
        """Return whether a password was set."""
        return bool(self._read().get("password"))

    def set_password(self, password: str) -> None:
        """Keep the argon2id hash of a password; all sessions end."""
        from argon2 import PasswordHasher

        with self._lock:
            kept = self._read()
            self._write({**kept, "password": PasswordHasher().hash(password), "sessions": {}})

    def enter(self, password: str) -> str | None:
        """Given a password, return a new session, or None where it is wrong or too often was."""
        if self.must_wait:
            return None
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, InvalidHashError

        kept = str(self._read().get("password") or "")
        try:
            right = bool(kept) and PasswordHasher().verify(kept, password)
        except (Argon2Error, InvalidHashError):
            right = False
        if not right:
            self._wrong += 1
            self._last_wrong = self.clock.now()
            return None
        self._wrong = 0
        return self.begin()

    @property
    def must_wait(self) -> bool:
        """Return whether too many wrong passwords came just now."""
        if self._wrong < MOST_WRONG or self._last_wrong is None:
            return False
        return self.clock.now() - self._last_wrong < PAUSE

    def _current(self, kept: dict[str, Any]) -> dict[str, str]:
        now = self.clock.now()
        sessions: dict[str, str] = kept.get("sessions", {})
        return {k: v for k, v in sessions.items() if datetime.fromisoformat(v) > now}

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, kept: dict[str, Any]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = self.path.with_suffix(".new")
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)
        new.replace(self.path)
