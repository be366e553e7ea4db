"""`heardback today` at once: the kept agenda, read with the standard library alone.

And `heardback timeframe` of one sentence: without loading the command line it would not need.

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


def timeframe_at_once(arguments: list[str]) -> bool:
    """Given the words after `timeframe`, answer one sentence in JSON; False if it takes more.

    Only the plain form is answered here: TEXT, --said with an offset, --json, and perhaps
    --country and --timezone. All else, and every mistake, is left to the whole command line.
    """
    given = _plain_form(arguments)
    if given is None or given.get("--json") is None:
        return False
    from datetime import datetime

    from heardback.errors import HeardBackError
    from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
    from heardback.service.timeframe import read_one

    try:
        said = datetime.fromisoformat(given["--said"])
        if said.tzinfo is None:
            return False
        answer = read_one(
            given["TEXT"],
            said=said,
            words=ENGLISH_TIMEFRAMES,
            country=given.get("--country"),
            timezone=given.get("--timezone"),
        )
    except (KeyError, ValueError, HeardBackError):
        return False
    import json

    text = json.dumps(answer, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return True


def _plain_form(arguments: list[str]) -> "dict[str, str] | None":
    """Return the options of a plain call, the text under TEXT; None if it is none."""
    given: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        if word == "--json":
            given[word] = ""
        elif word in ("--said", "--country", "--timezone"):
            given[word] = next(words, "")
        elif word.startswith("-") or "TEXT" in given:
            return None
        else:
            given["TEXT"] = word
    return given


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
