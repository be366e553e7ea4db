"""The daily mail to oneself: sent where there is a server for it, else laid into the inbox."""

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from heardback.adapters.mail.imap import connect
from heardback.adapters.outbox.smtp import open_smtp
from heardback.adapters.outbox.write_mail import plain
from heardback.errors import UsageError
from heardback.model.account import Account

INBOX = "INBOX"


class DigestMail:
    """Delivers one account's digests, and finds the answers to them."""

    def __init__(
        self,
        account: Account,
        *,
        secret: Callable[[], str],
        smtp_secret: Callable[[], str],
    ) -> None:
        self.account = account
        self._secret, self._smtp_secret = secret, smtp_secret

    def deliver(self, *, subject: str, text: str, message_id: str, at: datetime) -> str:
        """Let it arrive; return how, in words. Raise ServerProblem's kin, UsageError."""
        raw = self._written(subject, text, message_id, at)
        if self.account.smtp is not None:
            me = self.account.address
            with open_smtp(self.account, self._smtp_secret) as server:
                server.name_readers(me, [me])
                server.say(raw)
                server.end()
            return "was sent to yourself"
        if self.account.imap is None:
            raise UsageError(f"The account {self.account.id} has no server to bring it.")
        with connect(self.account, self._secret()) as session:
            session.append(INBOX, raw)
        return "was laid into your inbox"

    def answers(self, message_id: str) -> list[bytes]:
        """Return the mails in inbox and Sent that answer this digest."""
        if self.account.imap is None:
            return []
        found = []
        with connect(self.account, self._secret()) as session:
            for folder in dict.fromkeys((INBOX, self.account.sent or INBOX)):
                for uid in session.find_answers(folder, message_id):
                    raw = session.read(uid)
                    found += [raw] if raw is not None else []
        return found

    def _written(self, subject: str, text: str, message_id: str, at: datetime) -> bytes:
        mail = EmailMessage(policy=SMTP)
        mail["From"] = mail["To"] = self.account.address
        mail["Subject"] = plain(subject)
        mail["Date"] = format_datetime(at)
        mail["Message-ID"] = message_id
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday note answers it
        mail.set_content(text, cte="quoted-printable")
        return mail.as_bytes()
