"""Run HeardBack: `python -m heardback` or `heardback`."""

import gc
import sys

# Reading makes many small things that live to the end; looking through them often finds nothing.
LOOKS_FOR_RUBBISH = 50_000


def main() -> None:
    """Answer at once where a kept agenda allows it; else load the whole command line."""
    gc.set_threshold(LOOKS_FOR_RUBBISH)
    if len(sys.argv) > 1 and sys.argv[1] == "today":
        from heardback.faces.cli.at_once import today_at_once

        if today_at_once(sys.argv[2:]):
            return
    from heardback.faces.cli.main import main as whole

    whole()


if __name__ == "__main__":
    main()
