"""One mail as text: who wrote what to whom when. Nothing of it is loaded, nothing of it is run."""

from starlette.responses import Response

from heardback.errors import UnknownOpportunity
from heardback.faces.web.visit import Visit, get
from heardback.service.mail_page import mail_page


def read(visit: Visit) -> Response:
    """Show a kept mail and the opportunity it belongs to."""
    with visit.ports() as ports:
        view = mail_page(ports, visit.part("key"))
    if view is None:
        raise UnknownOpportunity("That mail is not kept here.", hint="Search finds what is.")
    return visit.page("pages/mail.html", mail=view)


ROUTES = (get("/mail/{key:path}", read),)
