"""The same servers as for the mailbox's tests."""

from tests.mailbox.conftest import dovecot, user

__all__ = ["dovecot", "user"]
