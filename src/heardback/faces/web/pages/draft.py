"""A draft beside its grounds: proofread as typed, in other registers, kept, and taken along."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import formataddr
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from heardback import bootstrap
from heardback.faces.web.visit import Visit, get, local, post
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.model.draft import REGISTERS, Register
from heardback.service.approve import UNDO
from heardback.service.letters import Wanted, checked, keep_edit
from heardback.service.outgoing import letter_for
from heardback.service.tracked import track
from heardback.service.writing import writing

CHANNELS = ("email", "call", "letter", "linkedin")


def draft(visit: Visit) -> Response:
    """Show a draft; `fresh` shows it as the facts have it, the person's own words left aside."""
    bootstrap.grammar().warm()
    wanted = wanted_of(visit)
    with visit.ports() as ports:
        view = writing(ports, visit.part("id"), wanted)
        letter = letter_for(ports, visit.part("id"))
        accounts = ports.store.accounts.mail()
    courier = visit.desk.courier
    shown: dict[str, Any] = {
        "one": view,
        "wanted": wanted,
        "registers": REGISTERS,
        "mailto": mailto(view),
        "friend": friend(view),
        "letter": letter,
        "errors": [f for f in view["findings"] if f["severity"] == "error"],
        "drafts": next((a.id for a in accounts if a.imap and a.drafts), None),
        "channel_words": ENGLISH_FACES.channels,
        "locked": bool(courier and courier.needs_passphrase(accounts)),
        "later": _tomorrow(view),
        "undo": UNDO.seconds // 60,
        "sends": next((a.id for a in accounts if a.smtp), None),
    }
    return visit.page("pages/draft.html", **shown, query=visit.request.url.query)


def _tomorrow(view: Mapping[str, Any]) -> str:
    """Return half past eight of the next morning, as the field of an hour writes it."""
    day = datetime.fromisoformat(view["at"]) + timedelta(days=1)
    return f"{day:%Y-%m-%d}T08:30"


def panel(visit: Visit) -> Response:
    """Show the notes of one panel beside each other."""
    with visit.ports() as ports:
        first = writing(ports, visit.part("id"), Wanted())
        others = [writing(ports, other["id"], Wanted()) for other in first["panel"]]
    alike = {other["id"]: other["likeness"] for other in first["panel"]}
    return visit.page("pages/panel.html", first=first, others=others, alike=alike)


def findings(visit: Visit) -> Response:
    """Proofread a text as it is typed; nothing is kept."""
    with visit.ports() as ports:
        made = checked(
            ports,
            visit.part("id"),
            typed(visit),
            subject=visit.said("subject") or None,
            wanted=wanted_of(visit),
            grammar=bootstrap.grammar(),
        )
    return visit.page("parts/findings.html", findings=made.findings, text=typed(visit))


def keep(visit: Visit) -> Response:
    """Keep the person's own words; an empty text takes them back."""
    id, subject = visit.part("id"), visit.said("subject") or None
    with visit.ports() as ports:
        keep_edit(ports, id, typed(visit), subject=subject, wanted=wanted_of(visit))
    if visit.request.headers.get("x-quiet"):
        return Response(status_code=204)
    words = "Kept your words." if typed(visit) else "Back to the draft as the facts have it."
    return visit.back(f"/draft/{local(id)}", notice=words)


def take_along(visit: Visit) -> Response:
    """Hand out the draft as a mail file that a mail program opens as unsent."""
    with visit.ports() as ports:
        view = writing(ports, visit.part("id"), wanted_of(visit))
        me = track(ports).search.candidate
    letter = EmailMessage()
    letter["Subject"] = " ".join((view.get("subject") or view["title"]).split())
    letter["To"] = ", ".join(formataddr((r["name"], r["email"])) for r in _reached(view))
    if me.email:
        letter["From"] = formataddr((me.name, me.email))
    if view.get("in_reply_to"):
        letter["In-Reply-To"] = letter["References"] = view["in_reply_to"]
    letter["X-Unsent"] = "1"
    letter.set_content(view["text"])
    head = {"content-disposition": 'attachment; filename="draft.eml"'}
    return Response(letter.as_bytes(), media_type="message/rfc822", headers=head)


def mailto(view: dict[str, Any]) -> str | None:
    """Return the address that opens the draft in a mail program (RFC 6068), None for a call."""
    to = ",".join(quote(r["email"], safe="@") for r in _reached(view))
    if view.get("body") is None or not to:
        return None
    return f"mailto:{to}?subject={quote(view['subject'] or '')}&body={quote(view['text'])}"


def friend(view: dict[str, Any]) -> str:
    """Return the address that asks a friend, by mail, to read the draft before it goes."""
    by = f" I would need it by {view['row']['last']}." if view["row"]["last"] else ""
    words = f"Would you read this before I send it? Names, tone, typos, anything.{by}\n\n"
    return (
        f"mailto:?subject={quote('Would you read this for me?')}&body={quote(words + view['text'])}"
    )


def _reached(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [reader for reader in view["readers"] if reader["email"]]


def typed(visit: Visit) -> str:
    """Return the letter as it was typed."""
    value = visit.form.get("text", "")
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def wanted_of(visit: Visit) -> Wanted:
    """Return which draft is looked at: its register, variant and channel."""
    register = visit.said("register") or visit.request.query_params.get("register")
    chosen: Register | None = next((r for r in REGISTERS if r == register), None)
    variant = visit.said("variant") or visit.request.query_params.get("variant", "1")
    channel = visit.said("channel") or visit.request.query_params.get("channel")
    return Wanted(
        register=chosen,
        variant=min(int(variant), 12) if variant.isdigit() and int(variant) else 1,
        channel=channel if channel in CHANNELS else None,
        fresh=bool(visit.request.query_params.get("fresh")),
    )


ROUTES = (
    get("/draft/{id:path}", draft),
    get("/panel/{id:path}", panel),
    get("/letter/{id:path}/draft.eml", take_along),
    post("/letter/{id:path}/findings", findings),
    post("/letter/{id:path}/keep", keep),
)
