"""Tokens: how they are kept, when they have run out, and how a new one is had (RFC 6749)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from heardback.adapters.web import client, refuse_clear, unreachable
from heardback.errors import LoginRefused, SecretMissing
from heardback.model.account import Account, OAuthClient, secret_name
from heardback.ports import Secrets

EARLY = 120.0
"""A token is renewed so many seconds before it runs out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a provider gave: the access token, until when (seconds since 1970), how to get more."""

    access: str
    until: float
    refresh: str | None = None
    client_secret: str | None = None

    def text(self) -> str:
        """Return it as it is kept among the secrets."""
        return json.dumps(asdict(self))


def read_token(text: str) -> Token:
    """Return a token as it was kept; a bare word is an access token that never runs out."""
    try:
        return Token(**json.loads(text))
    except (ValueError, TypeError):
        return Token(access=text.strip(), until=float("inf"))


def access_token(account: Account, secrets: Secrets, *, now: Callable[[], float]) -> str:
    """Return an access token that still holds, renewing it where it has run out.

    Raise SecretMissing if none was ever kept, LoginRefused if the provider gives no new one.
    """
    name = secret_name(account.id, "oauth")
    kept = secrets.get(name)
    if not kept:
        raise SecretMissing(
            f"There is no token for {account.id}.",
            hint=f"Connect it anew: heardback connect mail {account.address} --oauth.",
        )
    token = read_token(kept)
    if token.until - EARLY > now():
        return token.access
    if account.oauth is None or token.refresh is None:
        raise LoginRefused(
            f"The token of {account.id} has run out.",
            hint=f"Connect it anew: heardback connect mail {account.address} --oauth.",
        )
    fresh = renewed(account.oauth, token, now=now)
    secrets.put(name, fresh.text())
    return fresh.access


def renewed(oauth: OAuthClient, token: Token, *, now: Callable[[], float]) -> Token:
    """Return a new token for one that has run out (RFC 6749, section 6). Raise LoginRefused."""
    answer = asked(
        oauth.token,
        {"grant_type": "refresh_token", "refresh_token": token.refresh or ""},
        oauth,
        token.client_secret,
    )
    return token_of(answer, now=now, before=token)


def asked(
    address: str, form: Mapping[str, str], oauth: OAuthClient, client_secret: str | None
) -> dict[str, Any]:
    """Return a provider's answer to a form, errors included (`error` in it). Raise Unreachable."""
    import httpx

    refuse_clear(address)
    whole = {"client_id": oauth.client_id, **form}
    if client_secret:
        whole["client_secret"] = client_secret
    try:
        with client(follow_redirects=False) as web:
            answer = web.post(address, data=whole, headers={"Accept": "application/json"})
            told = answer.json()
    except ValueError as fault:
        raise LoginRefused(f"{address} did not answer as an identity provider does.") from fault
    except httpx.HTTPError as fault:
        raise unreachable(fault, address) from fault
    return told if isinstance(told, dict) else {"error": "no answer"}


def token_of(
    answer: Mapping[str, Any],
    *,
    now: Callable[[], float],
    before: Token | None = None,
    client_secret: str | None = None,
) -> Token:
    """Return the token in a provider's answer. Raise LoginRefused with its reason."""
    access = answer.get("access_token")
    if not isinstance(access, str) or not access:
        reason = answer.get("error_description") or answer.get("error") or "no token in the answer"
        raise LoginRefused(
            f"The identity provider gives no token: {str(reason)[:200]}.",
            hint="Connect anew with --oauth; the permission may have been withdrawn.",
        )
    refresh = answer.get("refresh_token") or (before.refresh if before else None)
    return Token(
        access=access,
        until=now() + float(answer.get("expires_in") or 3600),
        refresh=refresh,
        client_secret=client_secret or (before.client_secret if before else None),
    )
