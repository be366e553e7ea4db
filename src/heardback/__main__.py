"""Run HeardBack: `python -m heardback` or `heardback`."""

import gc
import sys

# Reading makes many small things that live to the end; looking through them often finds nothing.
LOOKS_FOR_RUBBISH = 200_000


def main() -> None:
    """Run a command; the collector is spared what lives as long as the process does."""
    gc.set_threshold(LOOKS_FOR_RUBBISH)
    try:
        _command()
    finally:
        gc.freeze()  # else the last thing Python does is to look through all of it once more


def _command() -> None:
    """Answer at once where a kept agenda allows it; else load the whole command line."""
    if len(sys.argv) > 1 and sys.argv[1] in ("today", "timeframe"):
        from heardback.faces.cli.at_once import timeframe_at_once, today_at_once

        at_once = today_at_once if sys.argv[1] == "today" else timeframe_at_once
        if at_once(sys.argv[2:]):
            return
    from heardback.faces.cli.main import main as whole

    whole()


if __name__ == "__main__":
    main()
