"""Reminding: notices on the desktop and by push, the daily mail, and answers to it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.mail.mime import read_mime
from heardback.adapters.notify.desktop import Desktop
from heardback.adapters.notify.push import Push
from heardback.adapters.outbox.digest_mail import DigestMail
from heardback.config import Settings
from heardback.errors import HeardBackError, NotifierProblem, UsageError
from heardback.languages.en.remind import REMIND
from heardback.model.account import Account
from heardback.model.journal import Entry
from heardback.model.message import Message
from heardback.online.deliver import smtp_secret
from heardback.online.sync import login_secret
from heardback.ports import Ports
from heardback.ports_out import Notifier
from heardback.service.deeds import snooze
from heardback.service.remind import Digest, Notice, digest, digest_id, notice, wanted_by_reply

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces

PUSH_SECRET = "reminders/push"  # noqa: S105 - the name of a secret
ANSWERS = timedelta(days=4)
"""Answers to a digest are looked for so long."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of reminding, as opened for a run; tests give their own."""

    desktop: Callable[[Callable[[], None]], Notifier]
    push: Callable[[], Notifier]
    mail: Callable[[Account], DigestMail]


def ways_of(chosen: Settings, places: "SecretPlaces") -> Ways:
    """Return the real ones."""
    del chosen
    return Ways(
        desktop=lambda later: Desktop(later=REMIND["later"], on_later=later),
        push=lambda: Push(push_addresses(places)),
        mail=lambda account: DigestMail(
            account,
            secret=lambda: login_secret(account, places),
            smtp_secret=lambda: smtp_secret(account, places),
        ),
    )


def push_addresses(places: "SecretPlaces") -> list[str]:
    """Return the services for push, from where secrets are kept."""
    text = places.at(places.usual()).get(PUSH_SECRET) or ""
    return [line for line in text.splitlines() if line]


def remind(opened: Ports, ways: Ways, *, tell: Callable[[str], None]) -> list[str]:
    """Show what is to be shown, and take answers; return what was done, in words."""
    now = opened.clock.now()
    done = _answers(opened, ways, now)
    wish = opened.store.journal.wish()
    if wish.desktop or wish.push:
        made = notice(opened, now)
        if made is not None:
            done += _show(opened, ways, made, tell)
    mail = digest(opened, now)
    if mail is not None:
        done += _send(opened, ways, mail, tell)
    return done


def _show(opened: Ports, ways: Ways, made: Notice, tell: Callable[[str], None]) -> list[str]:
    """Note it first, then show it: never twice, whatever breaks."""
    noted = [opened.store.journal.note(entry) for entry in made.entries]
    if not all(noted):
        return []
    wish = opened.store.journal.wish()
    shown = []
    try:
        if wish.desktop:
            ways.desktop(lambda: _put_off(opened, made.follow_ups)).notify(made.title, made.text)
            shown.append("a notice on the screen")
        if wish.push:
            ways.push().notify(made.title, made.text)
            shown.append("a push message")
    except NotifierProblem as fault:
        tell(str(fault))
    return shown


def _put_off(opened: Ports, follow_ups: Sequence[str]) -> None:
    for id in follow_ups:
        with suppress(HeardBackError):  # it may be done or gone by now
            snooze(opened, id, until=None, days=1)


def _send(opened: Ports, ways: Ways, mail: Digest, tell: Callable[[str], None]) -> list[str]:
    account = next(iter(opened.store.accounts.mail()), None)
    if account is None:
        tell("The daily mail needs a connected mailbox: heardback connect mail ADDRESS")
        return []
    if not opened.store.journal.note(mail.entry):
        return []
    try:
        how = ways.mail(account).deliver(
            subject=mail.subject,
            text=mail.text,
            message_id=mail.message_id,
            at=opened.clock.now(),
        )
    except HeardBackError as fault:
        tell(f"Today's mail did not get through: {fault}")
        return []
    return [f"today's mail {how}"]


def _answers(opened: Ports, ways: Ways, now: datetime) -> list[str]:
    """Put off what the candidate asked for by answering a digest; each answer counts once."""
    recent = [
        each
        for each in opened.store.journal.entries()
        if each.kind == "digest" and now - each.at < ANSWERS
    ]
    account = next(iter(opened.store.accounts.mail()), None)
    if not recent or account is None:
        return []
    done: list[str] = []
    try:
        mail = ways.mail(account)
        for entry in recent:
            ids = entry.body.get("ids")
            follow_ups = [str(each) for each in ids] if isinstance(ids, list | tuple) else []
            for raw in mail.answers(digest_id(opened, entry.id)):
                done += _answered(opened, account, read_mime(raw), follow_ups, now)
    except HeardBackError:
        return done  # the mailbox cannot be read now: another time
    return done


def _answered(
    opened: Ports, account: Account, message: Message, follow_ups: Sequence[str], now: datetime
) -> list[str]:
    if message.from_.email.casefold() != account.address.casefold():
        return []
    entry = Entry(id=f"answer:{message.message_id}", at=now, kind="snooze")
    if not opened.store.journal.note(entry):
        return []
    done = []
    for id, span in wanted_by_reply(message.text, follow_ups):
        with suppress(HeardBackError):
            title, until = snooze(opened, id, until=None, days=span.days)
            done.append(f"put off until {until}: {title}")
    return done


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to change of the reminders; None leaves it, "off" ends it."""

    digest: str | None = None
    desktop: bool | None = None
    push: tuple[str, ...] = ()
    quiet: str | None = None
    private: bool | None = None
    weekends: bool | None = None


def change(opened: Ports, places: "SecretPlaces", asked: Change) -> None:
    """Change how the candidate is reminded; raise UsageError for what makes no sense."""
    wish = opened.store.journal.wish()
    if asked.digest is not None:
        wish = replace(wish, digest=None if asked.digest == "off" else _hour(asked.digest))
    if asked.quiet is not None:
        start, _, end = asked.quiet.partition("-")
        wish = replace(wish, quiet=(_hour(start), _hour(end or start)))
    if asked.push:
        kept = places.at(places.usual())
        if asked.push == ("off",):
            kept.forget(PUSH_SECRET)
        else:
            kept.put(PUSH_SECRET, "\n".join(asked.push))
        wish = replace(wish, push=asked.push != ("off",))
    for name in ("desktop", "private", "weekends"):
        value = getattr(asked, name)
        wish = replace(wish, **{name: value}) if value is not None else wish
    opened.store.journal.set_wish(wish)


def _hour(text: str) -> str:
    try:
        return datetime.strptime(text.strip(), "%H:%M").strftime("%H:%M")  # noqa: DTZ007 - an hour
    except ValueError:
        raise UsageError(f"{text!r} is no hour.", hint="Write it as 08:00.") from None


def try_out(opened: Ports, ways: Ways) -> list[str]:
    """Show a trial on every way that is wished; return what each said."""
    wish = opened.store.journal.wish()
    said = []
    named: list[tuple[str, bool, Callable[[], Notifier]]] = [
        ("desktop", wish.desktop, lambda: ways.desktop(lambda: None)),
        ("push", wish.push, ways.push),
    ]
    for name, wished, way in named:
        if not wished:
            said.append(f"{name}: off")
            continue
        try:
            way().notify("HeardBack", "This is a trial: reminders come through.")
            said.append(f"{name}: shown")
        except NotifierProblem as fault:
            said.append(f"{name}: {fault}")
    return said


def secret_places(chosen: Settings, ask: Callable[[str], str | None]) -> "SecretPlaces":
    """Return where secrets are kept."""
    return bootstrap.secrets(chosen, ask_passphrase=ask)
