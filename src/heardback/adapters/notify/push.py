"""Push to a telephone or a chat through apprise, which is an extra (`heardback[notify]`)."""

import importlib
from collections.abc import Sequence

from heardback.errors import NotifierProblem


class Push:
    """`ports.Notifier` on the services that some addresses name; they hold keys and stay secret."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses

    def notify(self, title: str, text: str) -> None:
        """Send it to all of them. Raise NotifierProblem without apprise, or if one fails."""
        try:
            apprise = importlib.import_module("apprise")
        except ImportError:
            raise NotifierProblem(
                "Push needs the package apprise.", hint="pip install 'heardback[notify]'"
            ) from None
        services = apprise.Apprise()
        for number, address in enumerate(self._addresses, 1):
            if not services.add(address):
                raise NotifierProblem(
                    f"The push address number {number} is none that apprise knows.",
                    hint="See apprise's list of services, then: heardback remind --push ADDRESS",
                )
        if not services.notify(title=title, body=text):
            raise NotifierProblem(
                "The push service did not take it.", hint="Is it reachable, and its key valid?"
            )
