"""Connected mailboxes and calendars: connect, read what is new, disconnect.

Secrets are taken and never shown. Consent at a provider (OAuth 2) is waited for beside the pages.
"""

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from heardback.config import Settings
from heardback.errors import UsageError
from heardback.faces.web.reading import ImportRun
from heardback.faces.web.visit import Visit, post
from heardback.online.accounts import remove_account
from heardback.online.asking import Nobody
from heardback.online.calendars import CalendarWish, connect_calendar
from heardback.online.connect import MailWish, connect_mail
from heardback.online.sending import SmtpWish, connect_smtp
from heardback.online.sync import sync
from heardback.service.import_parts import Progress

ASKED_IN = 20.0
"""So many seconds a provider may take before the page comes without its address."""


class Form(Nobody):
    """`online.asking.Asking` by a form: it may hold the passphrase of the encrypted file."""

    def __init__(self, passphrase: str = "", *, trusts: bool = False) -> None:
        self.passphrase = passphrase
        self.trusts = trusts

    def secret(self, question: str) -> str | None:  # noqa: ARG002
        """Return the passphrase, None where the field was left empty."""
        return self.passphrase or None

    def agrees(self, question: str) -> bool:  # noqa: ARG002
        """Return whether the box was ticked."""
        return self.trusts


class Consent(Form):
    """The form of somebody who signs in at the provider: its page is shown by ours."""

    def __init__(self, run: ImportRun, passphrase: str, *, trusts: bool) -> None:
        super().__init__(passphrase, trusts=trusts)
        self.run = run

    def say(self, text: str) -> None:
        """Show what is to be read, such as the code for another device."""
        self.run.ask(words=text.partition("\n")[0])

    def open_page(self, address: str) -> None:
        """Show the address of consent, if it is one of the web."""
        if address.startswith(("https://", "http://127.0.0.1:")):
            self.run.ask(link=address)


def mail(visit: Visit) -> Response:
    """Try a mailbox; keep it if all went well, and begin to read it."""
    _own(visit)
    wish = _wish(visit)
    passphrase, trusts = visit.said("passphrase"), visit.said("trusts") == "yes"
    if wish.oauth or wish.client_id:
        return _sign_in(visit, wish, passphrase, trusts=trusts)
    connect_mail(visit.desk.settings, wish, asking=Form(passphrase, trusts=trusts))
    return _begin(visit, wish.address)


def _sign_in(visit: Visit, wish: MailWish, passphrase: str, *, trusts: bool) -> Response:
    """Let the person consent at the provider; the mailbox is kept and read once they have."""
    if not wish.client_id:
        raise UsageError(
            "Signing in there needs a client id of your own.",
            hint="Make one at the provider's developer pages, as a desktop application.",
        )
    settings, run = visit.desk.settings, ImportRun([wish.address], stage="Waiting for your consent")

    def work(tell: Callable[[Progress], None]) -> dict[str, Any]:
        connect_mail(settings, wish, asking=Consent(run, passphrase, trusts=trusts))
        run.words = run.link = ""
        return syncing(settings, passphrase)(tell)

    visit.desk.imported = run.begin(work)
    run.asked.wait(ASKED_IN)
    return visit.to("/connect")


def _wish(visit: Visit) -> MailWish:
    port = visit.said("port")
    alone = bool(visit.request.app.state.alone)
    return MailWish(
        address=visit.said("address"),
        host=visit.said("host") or None,
        port=int(port) if port.isdigit() else None,
        security="starttls" if visit.said("security") == "starttls" else "tls",
        user=visit.said("user") or None,
        password=visit.said("password") or None,
        keep=visit.said("keep") or None,
        certificate=visit.said("certificate") or None,
        oauth=visit.said("oauth") or None,
        client_id=visit.said("client_id") or None,
        client_secret=visit.said("client_secret") or None,
        authorize_url=visit.said("authorize_url") or None,
        token_url=visit.said("token_url") or None,
        device_url=visit.said("device_url") or None,
        scope=visit.said("scope") or None,
        # Consent comes back to the loopback of this machine: from another one only a code helps.
        device=visit.said("device") == "yes" or not alone,
    )


def calendar(visit: Visit) -> Response:
    """Try a calendar; keep it if all went well, and begin to read it."""
    _own(visit)
    wish = CalendarWish(
        where=visit.said("where"),
        user=visit.said("user") or None,
        password=visit.said("password") or None,
        keep=visit.said("keep") or None,
    )
    connect_calendar(visit.desk.settings, wish, asking=Form(visit.said("passphrase")))
    return _begin(visit, "your calendar")


def sending(visit: Visit) -> Response:
    """Log in once at the server that sends for a mailbox, and keep it; nothing is sent."""
    _own(visit)
    port = visit.said("port")
    wish = SmtpWish(
        account=visit.said("account"),
        host=visit.said("host") or None,
        port=int(port) if port.isdigit() else None,
        security="starttls" if visit.said("security") == "starttls" else "tls",
        certificate=visit.said("certificate") or None,
        user=visit.said("user") or None,
        password=visit.said("password") or None,
        keep=visit.said("keep") or None,
    )
    account = connect_smtp(visit.desk.settings, wish, asking=Form(visit.said("passphrase")))
    assert account.smtp is not None
    words = f"{account.smtp.host} will send for {account.address}, after your approval alone."
    return visit.back("/connect", notice=words, undo=False)


def read_new(visit: Visit) -> Response:
    """Read what is new in everything connected."""
    _own(visit)
    return _begin(visit, "your mailboxes")


def disconnect(visit: Visit) -> Response:
    """Forget an account and its password; what was read stays."""
    asking = Form(visit.said("passphrase"))
    remove_account(visit.desk.settings, visit.said("account"), ask_passphrase=asking.secret)
    words = f"{visit.said('account')} is disconnected, its password dropped. What was read stays."
    return visit.back("/connect", notice=words, undo=False)


def _own(visit: Visit) -> None:
    if visit.is_sample:
        raise UsageError("The made-up search takes no real mailbox.", hint="Go back to your own.")
    run = visit.desk.imported
    if run is not None and run.running:
        raise UsageError("Reading is at work already.", hint="See how far it is under Your mail.")


def _begin(visit: Visit, name: str) -> Response:
    if visit.desk.courier is not None and visit.said("passphrase"):
        visit.desk.courier.take(visit.said("passphrase"))
    work = syncing(visit.desk.settings, visit.said("passphrase"))
    visit.desk.imported = ImportRun([name]).begin(work)
    return visit.to("/connect")


def syncing(
    settings: Settings, passphrase: str
) -> Callable[[Callable[[Progress], None]], dict[str, Any]]:
    """Return the work of one sync, whose report has the keys of an import's."""

    def work(tell: Callable[[Progress], None]) -> dict[str, Any]:
        asking = Form(passphrase)
        view: dict[str, Any] = sync(settings, progress=tell, ask_passphrase=asking.secret).view()
        rows = view["accounts"]
        new = sum(row["new"] for row in rows)
        return {
            "messages": sum(row["messages"] for row in rows),
            "job_related": sum(row["job_related"] for row in rows),
            "other": sum(row["other"] for row in rows),
            "known": sum(row["messages"] for row in rows) - new,
            "meetings": sum(row["meetings"] for row in rows),
            "opportunities": view["opportunities"],
            "unreadable": [fault for row in rows for fault in row["skipped"]],
            "accounts": [
                {"account": row["account"], "error": str(row["error"] or "")} for row in rows
            ],
        }

    return work


ROUTES = (
    post("/accounts/mail", mail),
    post("/accounts/calendar", calendar),
    post("/accounts/sending", sending),
    post("/accounts/sync", read_new),
    post("/accounts/remove", disconnect),
)
