"""Letters leave through the connected accounts: posts, secrets and reading, put together."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.outbox.hand_over import Hands, read_attachment
from heardback.adapters.outbox.post import AccountPost
from heardback.adapters.outbox.write_mail import Outgoing, dated, mailto, write_mail
from heardback.config import Settings
from heardback.errors import AccountGone, HeardBackError, Unreachable
from heardback.lock import WriterLock
from heardback.model.account import Account, secret_name
from heardback.model.delivery import ENDED, Standing
from heardback.online.sync import Ask, login_secret, no_passphrase, sync_opened
from heardback.ports import Ports
from heardback.ports_out import Post
from heardback.service.approve import Approval, Unwritten, approve
from heardback.service.deliver import SETTLED, Counter, Still, run_due
from heardback.service.outbox import all_standings
from heardback.service.tracked import zone_name
from heardback.timeframe.business import zone

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces

__all__ = ["Hands", "Wish", "approve_letter", "deliver", "mailto", "read_attachment"]


def written(letter: Unwritten) -> bytes:
    """Given what a mail is made of, return its bytes."""
    return write_mail(
        Outgoing(
            sender=letter.sender,
            to=letter.to,
            cc=letter.cc,
            bcc=letter.bcc,
            subject=letter.subject,
            text=letter.text,
            message_id=letter.message_id,
            date=letter.at,
            in_reply_to=letter.in_reply_to,
            references=letter.references,
            quoted=letter.quoted,
            quoted_as=letter.quoted_as,
            attachments=letter.attachments,
            unsent=letter.unsent,
        )
    )


def approve_letter(opened: Ports, id: str, asked: Approval) -> Standing:
    """Approve a follow-up's draft as it stands; nothing leaves yet."""
    return approve(opened, id, asked, write=written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How letters are delivered: `only` this one, handed over by these `hands`."""

    only: str | None = None
    hands: Hands = field(default_factory=Hands)
    settled: timedelta = SETTLED
    timeout: float | None = None
    read_first: bool = True


def deliver(
    chosen: Settings, *, ask_passphrase: Ask = no_passphrase, wish: Wish | None = None
) -> list[Standing]:
    """Read what is new, then let leave what is due; return the letters that moved."""
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen, create=False) as opened:
        return deliver_opened(opened, chosen, places, wish=wish)


def deliver_opened(
    opened: Ports, chosen: Settings, places: "SecretPlaces", *, wish: Wish | None = None
) -> list[Standing]:
    """Let leave what is due, with a store that is open; one run at a time on this machine."""
    asked = wish or Wish()
    lock = WriterLock(chosen.store.with_name("delivery"), patience=30.0)
    if all(each.kind in ENDED and each.kind != "withdrawn" for each in all_standings(opened)):
        return []
    with lock.held(), _posts(opened, places, asked.timeout) as posts:

        def post(id: str) -> Post:
            if id not in posts:
                raise AccountGone(f"The account {id!r} is not connected any more.")
            return posts[id]

        reading = Reading(opened, places, posts)
        if asked.read_first:
            with suppress(HeardBackError):  # each letter asks for itself before it leaves
                reading.fresh()
        counter = Counter(
            ports=opened,
            post=post,
            fresh=reading.fresh,
            give=asked.hands.give,
            date=dated,
            settled=asked.settled,
        )
        now = opened.clock.now().astimezone(zone(zone_name(opened)))
        return run_due(counter, now, only=asked.only)


@contextmanager
def _posts(
    opened: Ports, places: "SecretPlaces", timeout: float | None
) -> Iterator[dict[str, AccountPost]]:
    posts = {each.id: _post(each, places, timeout) for each in opened.store.accounts.mail()}
    try:
        yield posts
    finally:
        for each in posts.values():
            each.close()


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads all accounts before a letter leaves, and tells whether more has come since."""

    opened: Ports
    places: "SecretPlaces"
    posts: Mapping[str, AccountPost]

    def fresh(self) -> Still:
        """Read all mail; raise Unreachable where one mailbox cannot be read: its letters wait.

        How the folders stood before the reading is compared with how they stand when it is asked:
        whatever came in between, also while it was read, counts as more.
        """
        before = self._states()
        report = sync_opened(self.opened, places=self.places)
        for row in report.accounts:
            if row.error:
                raise Unreachable(f"{row.account} could not be read before it: {row.error}")
        return lambda: self._states() == before

    def _states(self) -> dict[str, Mapping[str, tuple[int, int]]]:
        return {id: post.states() for id, post in self.posts.items()}


def _post(account: Account, places: "SecretPlaces", timeout: float | None) -> AccountPost:
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
