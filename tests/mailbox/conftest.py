"""One Dovecot for the tests that only need a mailbox each: every test gets its own user."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.servers.dovecot import Dovecot

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    with Dovecot() as server:
        yield server


@pytest.fixture
def user() -> str:
    return f"dana{next(_NUMBERS)}"
