"""The files by which a system lets `heardback watch` run while the person is logged in.

systemd user units (systemd.service(5)) and launchd agents (launchd.plist(5)). They hold paths and
nothing secret; what is logged names nobody (`watch --discreet`).
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

NAME = "heardback.service"
LABEL = "org.heardback.watch"


def systemd_unit(command: Sequence[str], *, environment: Sequence[tuple[str, str]] = ()) -> str:
    """Given the words that start it, return the unit."""
    lines = [f'Environment="{name}={_quoted(value)}"' for name, value in environment]
    words = " ".join(f'"{_quoted(word)}"' for word in command)
    return "\n".join(
        [
            "[Unit]",
            "Description=HeardBack waits for answers and lets approved letters leave",
            "After=network-online.target",
            "",
            "[Service]",
            "Type=exec",
            f"ExecStart={words}",
            *lines,
            "Restart=on-failure",
            "RestartSec=30",
            "UMask=0077",
            "NoNewPrivileges=yes",
            "MemoryMax=300M",
            "Nice=5",
            "",
            "[Install]",
            "WantedBy=default.target",
            "",
        ]
    )


def launchd_agent(
    command: Sequence[str], *, log: str, environment: Sequence[tuple[str, str]] = ()
) -> str:
    """Given the words that start it and where it logs, return the agent's property list."""
    words = "".join(f"\n    <string>{escape(word)}</string>" for word in command)
    pairs = "".join(
        f"\n    <key>{escape(name)}</key><string>{escape(value)}</string>"
        for name, value in environment
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>{LABEL}</string>
  <key>ProgramArguments</key>
  <array>{words}
  </array>
  <key>EnvironmentVariables</key>
  <dict>{pairs}
  </dict>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ThrottleInterval</key><integer>30</integer>
  <key>ProcessType</key><string>Background</string>
  <key>StandardOutPath</key><string>{escape(log)}</string>
  <key>StandardErrorPath</key><string>{escape(log)}</string>
</dict>
</plist>
"""


def _quoted(word: str) -> str:
    """Return a word as it stands between quotes in a unit: % and $ would be replaced there."""
    word = word.replace("\\", "\\\\").replace('"', '\\"')
    return word.replace("%", "%%").replace("$", "$$")
