"""Approved letters leave while the app runs, at their hour, as they do under `heardback watch`.

Each run opens the store for itself, so that pages stay usable while a server is slow; the delivery
lock lets one run at a time on this machine, whoever began it.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from threading import Event, Thread

from heardback import bootstrap
from heardback.config import Settings
from heardback.errors import HeardBackError
from heardback.model.account import Account
from heardback.online.asking import Nobody
from heardback.online.deliver import Wish, deliver_opened
from heardback.ports import Clock
from heardback.service.outbox import all_standings, is_urgent, lies_there

SECONDS = 10.0
PASSPHRASE, FILE = "HEARDBACK_PASSPHRASE", "file"


class Courier:
    """Looks after the letters of one search. `trouble` is why the last run could not begin."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None) -> None:
        self.settings = settings
        self.trouble: str | None = None
        self._clock = clock
        self._passphrase = ""
        self._asked = False
        self._called = Event()
        self._stopped = False
        self._thread: Thread | None = None

    def begin(self) -> "Courier":
        """Look every few seconds whether a letter's hour has come."""
        self._thread = Thread(target=self._go_on, daemon=True, name="courier")
        self._thread.start()
        return self

    def take(self, passphrase: str) -> None:
        """Keep the passphrase of the encrypted file while the app runs, if it opens the file.

        Raise SecretsLocked if it does not.
        """
        if passphrase:
            asking = _Known(passphrase)
            places = bootstrap.secrets(self.settings, ask_passphrase=asking.secret)
            places.at(FILE).get("")
            self._passphrase = passphrase

    def call(self) -> None:
        """Look at once."""
        self._asked = True
        self._called.set()

    def needs_passphrase(self, accounts: Iterable[Account]) -> bool:
        """Return whether letters of these accounts wait for the encrypted file's passphrase."""
        known = self._passphrase or os.environ.get(PASSPHRASE)
        return not known and any(FILE in (a.secret, a.smtp_secret) for a in accounts)

    def stop(self) -> None:
        """End after the run at hand."""
        self._stopped = True
        self._called.set()

    def run(self) -> int:
        """Let leave what is urgent; return how many letters moved."""
        self.trouble = None
        try:
            return self._run()
        except HeardBackError as error:
            self.trouble = str(error)
        except Exception as error:  # noqa: BLE001 - the page must say that it ended
            self.trouble = f"Delivering stopped ({type(error).__name__}); it is tried again."
        return 0

    def _run(self) -> int:
        if not self.settings.store.exists():
            return 0
        with bootstrap.ports(self.settings, create=False) as opened:
            ports = opened if self._clock is None else replace(opened, clock=self._clock)
            now, asked = ports.clock.now(), self._asked
            self._asked = False
            found = all_standings(ports)
            if not any(is_urgent(s, now) or (asked and lies_there(s)) for s in found):
                return 0
            asking = _Known(self._passphrase)
            places = bootstrap.secrets(self.settings, ask_passphrase=asking.secret)
            return len(deliver_opened(ports, self.settings, places, wish=Wish()))

    def _go_on(self) -> None:
        while not self._stopped:
            self.run()
            self._called.wait(SECONDS)
            self._called.clear()


class _Known(Nobody):
    """Answers with the passphrase that was given, asks nobody."""

    def __init__(self, passphrase: str) -> None:
        self.passphrase = passphrase

    def secret(self, question: str) -> str | None:  # noqa: ARG002
        """Return the passphrase, None where there is none."""
        return self.passphrase or None
