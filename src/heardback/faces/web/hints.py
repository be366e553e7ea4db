"""Hints of the services name commands; in the app they name pages and buttons."""

import re

# A command or an option of the command line, as hints write them.
COMMAND = re.compile(r"\bheardback [a-z]|--[a-z]")
PLACES = (
    (
        "without @…: --user",
        "Gmail, iCloud, Yahoo and others want an app password; some want the name alone, without "
        "@…: it has a field of its own.",
    ),
    (
        "connect with --oauth",
        "Make an app password in your account's security page, or sign in at the provider instead.",
    ),
    ("--password-env", "Type it, or sign in at the provider instead."),
    ("--despite-findings", "Mend what is marked, or tick that it may leave all the same."),
    ("heardback recall", "Take it back first: see the outbox."),
    ("heardback approve", "Take it back first: see the outbox."),
    ("heardback outbox", "See the outbox."),
    ("heardback correct person:", "Tell it under People."),
    ("heardback connect", "Connect it under Your mail."),
    ("--host", "Name its server: see “Its server is not found?”."),
    ("heardback profile", "See Who you are, under Your mail."),
    ("heardback review", "See Review."),
    ("heardback show", "Open the opportunity, and mend it there."),
    ("heardback log", "If it is so, note it at the opportunity first."),
    ("heardback deliver", "Copy its words."),
    ("heardback why", "Ask Why? beside it."),
    ("heardback today", "See Today."),
)


def in_the_app(hint: str | None) -> str | None:
    """Given a service's hint, return it in the app's words; None where it only names a command."""
    if not hint or not COMMAND.search(hint):
        return hint
    return next((words for named, words in PLACES if named in hint), None)
