"""Installing `heardback watch` as a service of this user, and taking it away."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from heardback.config import Settings
from heardback.errors import InputError, UsageError
from heardback.service.units import LABEL, NAME, launchd_agent, systemd_unit

SECONDS = 20.0
PASSED_ON = ("HEARDBACK_CONFIG", "PYTHON_KEYRING_BACKEND", "PYTHONPATH")


@dataclass(frozen=True, slots=True)
class Service:
    """Where this system keeps a user's services, and how it is told; tests give their own."""

    settings: Settings
    environment: Mapping[str, str]
    platform: str = sys.platform
    program: str = sys.executable
    starts: bool = True

    @property
    def path(self) -> Path:
        """The file that makes it a service."""
        home = Path(self.environment.get("HOME", str(Path.home())))
        if self.platform == "darwin":
            return home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        config = Path(self.environment.get("XDG_CONFIG_HOME") or home / ".config")
        return config / "systemd" / "user" / NAME

    def text(self) -> str:
        """Return what the file holds."""
        data = str(self.settings.data.expanduser().absolute())
        command = [self.program, "-m", "heardback", "--data", data, "watch", "--discreet"]
        passed = [(n, v) for n in PASSED_ON if (v := self.environment.get(n))]
        if self.platform == "darwin":
            return launchd_agent(command, log=f"{data}/watch.log", environment=passed)
        return systemd_unit(command, environment=passed)

    def install(self) -> list[str]:
        """Write the file and start it; return what was done. Raise UsageError, InputError."""
        self._refuse_elsewhere()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(self.text(), encoding="utf-8")
        except OSError as fault:
            raise InputError(
                str(self.path), None, f"cannot be written: {fault.strerror}."
            ) from fault
        return [f"Written: {self.path}", *self._told(self._starting())]

    def remove(self) -> list[str]:
        """Stop it and take the file away; return what was done. Raise UsageError if none is."""
        self._refuse_elsewhere()
        if not self.path.exists():
            raise UsageError("It is not installed.", hint="heardback service install")
        said = self._told(self._stopping())
        self.path.unlink()
        return [*said, f"Removed: {self.path}"]

    def status(self) -> dict[str, object]:
        """Return whether it is installed, whether its file is ours of today, whether it runs."""
        installed = self.path.exists()
        current = installed and self.path.read_text(encoding="utf-8") == self.text()
        runs = installed and self.starts and self._run(self._asking()) == ""
        return {
            "installed": installed,
            "file": str(self.path),
            "current": current,
            "running": runs,
        }

    def _refuse_elsewhere(self) -> None:
        if self.platform not in ("darwin", "linux"):
            raise UsageError(
                f"There is no service for {self.platform} yet.",
                hint="Let 'heardback watch' start with your session.",
            )

    def _starting(self) -> list[list[str]]:
        if self.platform == "darwin":
            return [["launchctl", "bootstrap", f"gui/{os.getuid()}", str(self.path)]]
        return [
            ["systemctl", "--user", "daemon-reload"],
            ["systemctl", "--user", "enable", "--now", NAME],
        ]

    def _stopping(self) -> list[list[str]]:
        if self.platform == "darwin":
            return [["launchctl", "bootout", f"gui/{os.getuid()}/{LABEL}"]]
        return [["systemctl", "--user", "disable", "--now", NAME]]

    def _asking(self) -> list[str]:
        if self.platform == "darwin":
            return ["launchctl", "print", f"gui/{os.getuid()}/{LABEL}"]
        return ["systemctl", "--user", "is-active", "--quiet", NAME]

    def _told(self, commands: Sequence[Sequence[str]]) -> list[str]:
        """Tell the system, and return what to do by hand where it does not listen."""
        if not self.starts:
            return []
        said = []
        for words in commands:
            fault = self._run(words)
            if fault:
                said.append(f"By hand: {' '.join(words)} ({fault})")
        return said

    def _run(self, words: Sequence[str]) -> str:
        """Run a command of the system; return what went wrong, empty if nothing did."""
        try:
            done = subprocess.run(  # noqa: S603 - words of ours, no shell
                list(words), capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.SubprocessError) as fault:
            return type(fault).__name__
        lines = (done.stderr or done.stdout).strip().splitlines()
        return "" if done.returncode == 0 else (lines[-1] if lines else f"exit {done.returncode}")
