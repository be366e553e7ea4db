"""A notice on this machine's screen, by the programs that systems have for it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from threading import Thread

from heardback.errors import NotifierProblem

SECONDS = 10.0
ANSWER_SECONDS = 600.0
SCRIPT = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run"


class Desktop:
    """`ports.Notifier` on notify-send (freedesktop) or osascript (macOS).

    With `later`, the notice has a button, and `on_later` is called when it is pressed.
    """

    def __init__(
        self,
        *,
        program: str | None = None,
        later: str = "",
        on_later: Callable[[], None] | None = None,
    ) -> None:
        self._program = program
        self._later, self._on_later = later, on_later

    def notify(self, title: str, text: str) -> None:
        """Show it. Raise NotifierProblem where there is no such program, or no screen."""
        words = self._words(title, text)
        if self._on_later is not None and self._later and words[0].endswith("notify-send"):
            action = [words[0], f"--action=later={self._later}", *words[1:]]
            Thread(target=self._wait, args=(action, words), daemon=True).start()
            return
        self._show(words)

    def _words(self, title: str, text: str) -> list[str]:
        if self._program is None and sys.platform == "darwin":
            return ["/usr/bin/osascript", "-e", SCRIPT, title, text]
        found = self._program or shutil.which("notify-send")
        if found is None:
            raise NotifierProblem(
                "There is no notify-send on this machine.",
                hint="Install it (libnotify-bin), or use --push or --digest.",
            )
        # The text is marked up on some desktops: it must stay text.
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return [found, "--app-name=HeardBack", "--", title, plain]

    def _show(self, words: list[str]) -> None:
        try:
            subprocess.run(  # noqa: S603 - a program of the system, no shell
                words, check=True, timeout=SECONDS, capture_output=True
            )
        except (OSError, subprocess.SubprocessError) as fault:
            raise NotifierProblem(
                f"The desktop shows no notice ({type(fault).__name__}).",
                hint="Is a graphical session running? Try: heardback remind --test",
            ) from fault

    def _wait(self, words: list[str], otherwise: list[str]) -> None:
        """Show it and wait for the button; an older notify-send has none."""
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system, no shell
                words, check=True, timeout=ANSWER_SECONDS, capture_output=True, text=True
            )
        except subprocess.CalledProcessError:
            self._show(otherwise)
            return
        except (OSError, subprocess.SubprocessError):
            return
        if done.stdout.strip() == "later" and self._on_later is not None:
            self._on_later()
