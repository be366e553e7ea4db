"""`heardback today` at once: the kept agenda, read with the standard library alone.

The full store and planner are loaded only where the agenda is out of date (a mail or a saying
came in, or the next moment in it has come). tests/house fixes what may be imported here.
"""

import os

OPTIONS = frozenset({"--json"})


def today_at_once(arguments: list[str]) -> bool:
    """Given the words after `today`, show the kept agenda; return False if it takes more."""
    data: str | None = None
    words = list(arguments)
    if len(words) >= 2 and words[0] == "--data":
        data, words = words[1], words[2:]
    if not OPTIONS.issuperset(words):
        return False
    from heardback.adapters.clock import clock_in
    from heardback.adapters.store.quick import kept_agenda
    from heardback.config import load_settings
    from heardback.errors import HeardBackError

    try:
        settings = load_settings(os.environ, data=data)
    except HeardBackError:
        return False
    kept = kept_agenda(settings.store)
    now = clock_in(settings.data).now()
    if kept is None or not kept.made_at <= now < kept.good_until:
        return False
    if words:
        import json

        print(json.dumps(kept.view, ensure_ascii=False))  # noqa: T201 - this is a face
        return True
    from heardback.faces.cli.screen import show_agenda, terminal

    screen = terminal(settings.colour)
    show_agenda(kept.view, screen)
    screen.show()
    return True
