"""Whom we trust: the machine's own list of authorities, or the one file an account names."""

import ssl

from heardback.errors import UsageError

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def trusting(certificate: str | None = None) -> ssl.SSLContext:
    """Return a context that verifies name and signature, with TLS 1.2 at least.

    Raise UsageError if the certificate file cannot be used.
    """
    try:
        context = ssl.create_default_context(cafile=certificate)
    except (OSError, ssl.SSLError) as fault:
        raise UsageError(
            f"The certificate {certificate} cannot be used: {fault}.",
            hint="It must be a file in PEM form (-----BEGIN CERTIFICATE-----).",
        ) from fault
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def refuse_open(host: str, security: str) -> None:
    """Raise UsageError for a connection without TLS, but to this machine itself."""
    if security == "none" and host not in LOOPBACK:
        raise UsageError(
            f"Mail is not fetched from {host} without TLS: anybody on the way could read it.",
            hint="Use --security tls or starttls.",
        )
