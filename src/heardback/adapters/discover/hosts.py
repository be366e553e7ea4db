"""The servers of the large providers, as their own help pages give them."""

from dataclasses import dataclass

from heardback.adapters.discover.found import Found
from heardback.model.account import Security, Server


@dataclass(frozen=True, slots=True)
class _Provider:
    domains: str
    imap: str
    smtp: str
    advice: str = ""
    oauth: str | None = None
    caldav: str | None = None
    smtp_port: int = 465


_APP = "It takes no ordinary password from programs: make an app password in {} and use that."

_PROVIDERS = (
    _Provider(
        "gmail.com googlemail.com",
        "imap.gmail.com",
        "smtp.gmail.com",
        _APP.format("your Google account under Security, App passwords"),
        oauth="google",
    ),
    _Provider(
        "outlook.com hotmail.com live.com msn.com outlook.de hotmail.co.uk live.co.uk hotmail.fr",
        "outlook.office365.com",
        "smtp.office365.com",
        "Outlook takes no password from programs at all: connect with --oauth microsoft and a "
        "client id of your own.",
        oauth="microsoft",
        smtp_port=587,
    ),
    _Provider(
        "icloud.com me.com mac.com",
        "imap.mail.me.com",
        "smtp.mail.me.com",
        _APP.format("your Apple account under Sign-In and Security"),
        caldav="https://caldav.icloud.com/",
        smtp_port=587,
    ),
    _Provider(
        "yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it ymail.com rocketmail.com",
        "imap.mail.yahoo.com",
        "smtp.mail.yahoo.com",
        _APP.format("your Yahoo account under Security"),
    ),
    _Provider(
        "aol.com aim.com",
        "imap.aol.com",
        "smtp.aol.com",
        _APP.format("your AOL account under Security"),
    ),
    _Provider(
        "fastmail.com fastmail.fm",
        "imap.fastmail.com",
        "smtp.fastmail.com",
        _APP.format("Fastmail's settings under Privacy and Security"),
        caldav="https://caldav.fastmail.com/",
    ),
    _Provider("gmx.com", "imap.gmx.com", "mail.gmx.com", "Allow IMAP in GMX's settings first."),
    _Provider(
        "gmx.de gmx.net gmx.at gmx.ch", "imap.gmx.net", "mail.gmx.net", "Allow IMAP there first."
    ),
    _Provider("web.de", "imap.web.de", "smtp.web.de", "Allow IMAP in WEB.DE's settings first."),
    _Provider("t-online.de", "secureimap.t-online.de", "securesmtp.t-online.de"),
    _Provider(
        "posteo.de posteo.net",
        "posteo.de",
        "posteo.de",
        caldav="https://posteo.de:8443/",
    ),
    _Provider("mailbox.org", "imap.mailbox.org", "smtp.mailbox.org"),
    _Provider("zoho.com zohomail.com", "imap.zoho.com", "smtp.zoho.com"),
    _Provider("zoho.eu", "imap.zoho.eu", "smtp.zoho.eu"),
    _Provider("mail.ru list.ru bk.ru inbox.ru", "imap.mail.ru", "smtp.mail.ru"),
    _Provider("yandex.ru yandex.com ya.ru", "imap.yandex.com", "smtp.yandex.com"),
    _Provider("orange.fr wanadoo.fr", "imap.orange.fr", "smtp.orange.fr"),
    _Provider("free.fr", "imap.free.fr", "smtp.free.fr"),
    _Provider("laposte.net", "imap.laposte.net", "smtp.laposte.net"),
    _Provider("libero.it", "imapmail.libero.it", "smtp.libero.it"),
    _Provider("comcast.net", "imap.comcast.net", "smtp.comcast.net"),
    _Provider("runbox.com", "mail.runbox.com", "mail.runbox.com"),
    _Provider("migadu.com", "imap.migadu.com", "smtp.migadu.com"),
)
_BY_DOMAIN = {domain: each for each in _PROVIDERS for domain in each.domains.split()}
_BRIDGED = ("proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.com", "tuta.io")


def known_host(domain: str) -> Found | None:
    """Return the servers of a large provider by the domain of the address, None if it is none."""
    domain = domain.casefold()
    if domain in _BRIDGED:
        return Found(
            by="the list of providers",
            advice=f"{domain} has no IMAP of its own. Proton's Bridge gives one on this machine: "
            "connect with the --host 127.0.0.1, --port and --certificate that it shows. "
            "Tuta exports mail as files: heardback import.",
        )
    each = _BY_DOMAIN.get(domain)
    if each is None:
        return None
    security: Security = "tls" if each.smtp_port == 465 else "starttls"
    return Found(
        imap=Server(host=each.imap, port=993),
        smtp=Server(host=each.smtp, port=each.smtp_port, security=security),
        oauth=each.oauth,
        caldav=each.caldav,
        by="the list of providers",
        advice=each.advice,
    )
