"""The identity providers of Gmail and Outlook, as they publish their addresses."""

from heardback.errors import UsageError
from heardback.model.account import OAuthClient

_GOOGLE = (
    "https://accounts.google.com/o/oauth2/v2/auth",
    "https://oauth2.googleapis.com/token",
    "https://oauth2.googleapis.com/device/code",
    "https://mail.google.com/",
)
_MICROSOFT = (
    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    "https://login.microsoftonline.com/common/oauth2/v2.0/devicecode",
    "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send "
    "offline_access",
)
PROVIDERS = {"google": _GOOGLE, "microsoft": _MICROSOFT}


def client_of(provider: str, client_id: str) -> OAuthClient:
    """Return the person's client at a provider. Raise UsageError for one we do not know."""
    if provider not in PROVIDERS:
        raise UsageError(
            f"There is no identity provider {provider!r} here.",
            hint=f"Known are {', '.join(PROVIDERS)}; for another give --authorize-url and "
            "--token-url.",
        )
    authorize, token, device, scope = PROVIDERS[provider]
    return OAuthClient(
        client_id=client_id, authorize=authorize, token=token, device=device, scope=scope
    )
