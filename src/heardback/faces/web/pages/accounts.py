"""Connected mailboxes and calendars: connect, read what is new, disconnect; secrets never shown."""

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
from heardback.online.sync import sync
from heardback.service.import_parts import Progress


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


def mail(visit: Visit) -> Response:
    """Try a mailbox; keep it if all went well, and begin to read it."""
    _own(visit)
    port = visit.said("port")
    wish = MailWish(
        address=visit.said("address"),
        host=visit.said("host") or None,
        port=int(port) if port.isdigit() else None,
        security="starttls" if visit.said("security") == "starttls" else "tls",
        user=visit.said("user") or None,
        password=visit.said("password") or None,
        keep=visit.said("keep") or None,
        certificate=visit.said("certificate") or None,
    )
    asking = Form(visit.said("passphrase"), trusts=visit.said("trusts") == "yes")
    connect_mail(visit.desk.settings, wish, asking=asking)
    return _begin(visit, wish.address)


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
    post("/accounts/sync", read_new),
    post("/accounts/remove", disconnect),
)
