"""Letters leave through the connected accounts: posts, secrets and reading, put together."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.outbox.post import AccountPost
from heardback.adapters.outbox.write_mail import Outgoing, write_mail
from heardback.config import Settings
from heardback.errors import HeardBackError, Unreachable, UsageError
from heardback.lock import WriterLock
from heardback.model.account import Account, secret_name
from heardback.model.delivery import Standing
from heardback.online.sync import Ask, login_secret, no_passphrase, sync_opened
from heardback.ports import Ports, Post
from heardback.service.deliver import Counter, run_due
from heardback.service.outbox import Approval, Unwritten, approve

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces


def written(letter: Unwritten) -> bytes:
    """Given what a mail is made of, return its bytes."""
    return write_mail(
        Outgoing(
            sender=letter.sender,
            to=letter.to,
            cc=letter.cc,
            subject=letter.subject,
            text=letter.text,
            message_id=letter.message_id,
            date=letter.at,
            in_reply_to=letter.in_reply_to,
            references=letter.references,
        )
    )


def approve_letter(opened: Ports, id: str, asked: Approval) -> Standing:
    """Approve a follow-up's draft as it stands; nothing leaves yet."""
    return approve(opened, id, asked, write=written)


def deliver(chosen: Settings, *, ask_passphrase: Ask = no_passphrase) -> list[Standing]:
    """Read what is new, then let leave what is due; return the letters that moved."""
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen, create=False) as opened:
        return deliver_opened(opened, chosen, places)


def deliver_opened(
    opened: Ports, chosen: Settings, places: "SecretPlaces", *, timeout: float | None = None
) -> list[Standing]:
    """Let leave what is due, with a store that is open; one run at a time on this machine."""
    lock = WriterLock(chosen.store.with_name("delivery"), patience=30.0)
    accounts = {each.id: each for each in opened.store.accounts.mail()}

    def post(id: str) -> Post:
        if id not in accounts:
            raise UsageError(f"The account {id!r} is not connected any more.")
        return _post(accounts[id], places, timeout)

    with lock.held():
        counter = Counter(ports=opened, post=post, fresh=_reading(opened, places))
        return run_due(counter, opened.clock.now())


def _reading(opened: Ports, places: "SecretPlaces") -> Callable[[], None]:
    """Return what reads all accounts. A mailbox that cannot be read holds its letters back."""

    def fresh() -> None:
        report = sync_opened(opened, places=places)
        for row in report.accounts:
            if row.error:
                raise Unreachable(f"{row.account} could not be read before it: {row.error}")

    return fresh


def _post(account: Account, places: "SecretPlaces", timeout: float | None) -> Post:
    return AccountPost(
        account,
        secret=lambda: login_secret(account, places),
        smtp_secret=lambda: smtp_secret(account, places),
        timeout=timeout,
    )


def smtp_secret(account: Account, places: "SecretPlaces") -> str:
    """Return the secret of the server for sending: its own, else that of the mailbox."""
    if account.auth == "oauth" or account.smtp_secret is None:
        return login_secret(account, places)
    with suppress(HeardBackError):
        found = places.at(account.smtp_secret).get(secret_name(account.id, "smtp"))
        if found:
            return found
    return login_secret(account, places)
