"""Waiting for new mail: IDLE where the server has it (RFC 2177), else asking now and then.

A line that died says nothing, so IDLE is renewed well within the half hour a server may give it,
and every renewal must be answered. Whatever happened while there was no line, a laptop asleep or
weeks offline, is found by the sync that every new connection begins with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from heardback.adapters.mail.imap import ImapSession, State
from heardback.adapters.mail.imap_box import ImapBox
from heardback.adapters.mail.imap_faults import explained
from heardback.errors import ConnectionLost, HeardBackError, LoginRefused, SecretsLocked

ASK_EVERY = 55.0
"""Folders that are not idled on are asked so often; this also renews IDLE (at most 9 minutes)."""

ASK_MANY_EVERY = 300.0
MANY = 10
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
REFUSED_PAUSE = 900.0
SLEPT = 90.0
_NEWS = (b"EXISTS", b"EXPUNGE", b"VANISHED", b"RECENT")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often things happen, in seconds; tests make them short."""

    ask: float | None = None
    first_pause: float = FIRST_PAUSE
    longest_pause: float = LONGEST_PAUSE
    refused_pause: float = REFUSED_PAUSE


class MailboxWatch:
    """Waits for one account; tells `changed` that something came, and `tell` how it stands."""

    def __init__(
        self,
        box: ImapBox,
        *,
        changed: Callable[[], None],
        tell: Callable[[str], None],
        now: Callable[[], float],
        stop: Event,
        rhythm: Rhythm | None = None,
    ) -> None:
        self._box = box
        self._changed = changed
        self._tell = tell
        self._now = now
        self._stop = stop
        self._rhythm = rhythm or Rhythm()
        self._pause = self._rhythm.first_pause
        self._told = ""

    def run(self) -> None:
        """Wait until `stop` is set; connect anew whenever the line breaks, with growing pauses."""
        while not self._stop.is_set():
            try:
                self._stay()
            except (LoginRefused, SecretsLocked) as fault:
                self._say(str(fault))
                self._wait(self._rhythm.refused_pause)
            except HeardBackError as fault:
                self._say(f"{fault.message} Trying again in {self._pause:.0f} s.")
                self._wait(self._pause)
                self._pause = min(self._pause * 2, self._rhythm.longest_pause)
            finally:
                self._box.drop()

    def _stay(self) -> None:
        """Connect, let a sync begin, and wait on the line for as long as it holds."""
        session = self._box.session()
        names = [each.name for each in self._box.folders()]
        first = "INBOX" if "INBOX" in names or not names else names[0]
        session.examine(first)
        states = self._states(session, names)
        idles = session.can("IDLE")
        every = self._rhythm.ask or (ASK_EVERY if len(names) <= MANY else ASK_MANY_EVERY)
        self._say("waiting for new mail" + ("" if idles else f", asked every {every:.0f} s"))
        self._changed()
        while not self._stop.is_set():
            began = self._now()
            if idles:
                if self._idle(session, every):
                    self._changed()
            else:
                self._stop.wait(every)
            if self._now() - began > every + SLEPT:
                raise ConnectionLost("This machine slept.")
            fresh = self._states(session, names)
            if fresh != states:
                states = fresh
                self._changed()
            self._pause = self._rhythm.first_pause

    def _idle(self, session: ImapSession, seconds: float) -> bool:
        """Idle for so long at most; return whether the server told of something new."""
        with explained(session.server):
            session.client.idle()
            told = session.client.idle_check(timeout=seconds)
            _text, more = session.client.idle_done()
        answers = [each for each in (*told, *more) if isinstance(each, tuple)]
        if any(b"BYE" in each[:1] for each in answers):
            raise ConnectionLost(f"{session.server.host} closed the connection.")
        return any(word in _NEWS for each in answers for word in each[:2])

    def _states(self, session: ImapSession, names: list[str]) -> dict[str, tuple[int, int]]:
        with explained(session.server):
            session.client.noop()  # else a server may answer for the open folder from memory
        states: dict[str, State] = {name: session.state(name) for name in names}
        return {name: (state.validity, state.next) for name, state in states.items()}

    def _say(self, text: str) -> None:
        """Tell how it stands, once."""
        if text != self._told:
            self._told = text
            self._tell(text)

    def _wait(self, seconds: float) -> None:
        self._stop.wait(seconds)
