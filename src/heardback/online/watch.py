"""Watching the connected accounts: one waiting line each, and one loop that syncs."""

from collections.abc import Callable, Sequence
from queue import Queue
from threading import Event, Thread
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.clock import since_1970
from heardback.adapters.mail.imap_box import ImapBox
from heardback.adapters.mail.imap_watch import MailboxWatch, Rhythm
from heardback.config import Settings
from heardback.errors import UsageError
from heardback.model.account import Account
from heardback.online.rounds import Rounds as AfterReading
from heardback.online.sync import Ask, login_secret, no_passphrase, sync_opened
from heardback.service.after_import import conclude
from heardback.service.tracked import track
from heardback.service.watch import Rounds, Watch, changes

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces
    from heardback.service.sync import SyncReport


def watch(
    chosen: Settings,
    *,
    stop: Event,
    tell: Callable[[str, str], None],
    told: Callable[["SyncReport", list[str]], None],
    ask_passphrase: Ask = no_passphrase,
    rounds: Rounds | None = None,
    rhythm: Rhythm | None = None,
    discreet: bool = False,
) -> None:
    """Watch all accounts until `stop` is set. Raise UsageError if none is connected.

    `tell` gets an account (or an empty text) and a sentence, `told` every sync with what it moved.
    `discreet`: what is told of letters and reminders names nobody.
    """
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen) as opened:
        accounts = [each for each in opened.store.accounts.mail() if each.imap is not None]
        calendars = opened.store.accounts.calendars()
    if not accounts and not calendars:
        raise UsageError("Nothing is connected yet.", hint="heardback connect mail ADDRESS")
    _unlock(accounts, places)
    news: Queue[str] = Queue()
    news.put("")  # the first round at once
    moved: list[str] = []
    after = AfterReading(
        chosen=chosen, places=places, tell=lambda text: tell("", text), discreet=discreet
    )
    loop = Watch(
        news=news,
        sync=lambda names: _synced(chosen, places, names, moved),
        due=lambda: after.round(moved),
        tell=lambda text: tell("", text),
        told=lambda report: told(report, list(moved)),
        now=since_1970,
        stop=stop,
        rounds=rounds or Rounds(),
    )
    for account in accounts:
        _start_waiting(account, places, news=news, tell=tell, stop=stop, rhythm=rhythm)
    loop.run()


def _synced(
    chosen: Settings, places: "SecretPlaces", names: Sequence[str], moved: list[str]
) -> "SyncReport":
    """Sync once; `moved` is filled with what was read of opportunities."""
    moved.clear()
    with bootstrap.ports(chosen) as opened:
        known = {each.key for each in opened.store.received()}
        report = sync_opened(opened, places=places, accounts=names)
        if report.found:
            report.opportunities = conclude(opened)
            moved.extend(changes(track(opened), known))
    return report


def _unlock(accounts: Sequence[Account], places: "SecretPlaces") -> None:
    """Ask for the passphrase now, if one is needed: later nobody may be there."""
    if any(each.secret == "file" for each in accounts):  # noqa: S105 - a place, no secret
        places.at("file").get("")


def _start_waiting(
    account: Account,
    places: "SecretPlaces",
    *,
    news: "Queue[str]",
    tell: Callable[[str, str], None],
    stop: Event,
    rhythm: Rhythm | None,
) -> None:
    box = ImapBox(account, secret=lambda: login_secret(account, places), pauses=())
    waiting = MailboxWatch(
        box,
        changed=lambda: news.put(account.id),
        tell=lambda text: tell(account.id, text),
        now=since_1970,
        stop=stop,
        rhythm=rhythm,
    )
    Thread(target=waiting.run, name=f"watch {account.id}", daemon=True).start()
