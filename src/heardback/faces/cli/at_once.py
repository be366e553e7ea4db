"""`heardback today` at once: the kept agenda, read with the standard library alone.

The full store and planner are loaded only where the agenda is out of date (a mail or a saying
came in, or the next moment in it has come). tests/house fixes what may be imported here, and even
of the standard library as little as can be.
"""

import os
import sys

OPTIONS = frozenset({"--json"})


def today_at_once(arguments: list[str]) -> bool:
    """Given the words after `today`, show the kept agenda; return False if it takes more."""
    if not OPTIONS.issuperset(arguments):
        return False
    folder = data_folder()
    if folder is None:
        return False
    from heardback.adapters.store.kept import agenda_row

    row = agenda_row(os.path.join(folder, "heardback.db"))
    if row is None:
        return False
    from datetime import datetime

    from heardback.adapters.clock import clock_in

    made_at, good_until = datetime.fromisoformat(row[0]), datetime.fromisoformat(row[1])
    if not made_at <= clock_in(folder).now() < good_until:
        return False
    import json

    view = json.loads(row[2])
    if arguments:
        print(json.dumps(view, ensure_ascii=False, indent=2))  # noqa: T201 - this is a face
        return True
    from heardback.faces.cli.screen import show_agenda, terminal

    screen = terminal()
    show_agenda(view, screen)
    screen.show()
    return True


def data_folder() -> "str | None":
    """Return the data folder where no settings file is needed to know it, else None.

    The same as `config.load_settings`, which is asked where this returns None.
    """
    named = os.environ.get("HEARDBACK_DATA")
    if os.environ.get("HEARDBACK_CONFIG") or not sys.platform.startswith("linux"):
        return None
    home = os.path.expanduser("~")
    config = os.environ.get("XDG_CONFIG_HOME", "").strip() or f"{home}/.config"
    if os.path.exists(f"{config}/heardback/config.toml"):
        return None
    if named:
        return os.path.abspath(os.path.expanduser(named))
    data = os.environ.get("XDG_DATA_HOME", "").strip() or f"{home}/.local/share"
    return f"{data}/heardback"
