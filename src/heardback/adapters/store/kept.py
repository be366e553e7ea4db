"""The kept agenda's row, read with as little loaded as can be: `heardback today` waits for this."""

import sqlite3

SCHEMA = "1"
"""The shape of what this module reads; a store with another number is left to the full store."""


def agenda_row(path: str) -> "tuple[str, str, str] | None":
    """Given the store's file, return when the agenda was made, until when it is good, its view.

    None where there is no such row, or where it takes the full store to say why.
    """
    name = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        connection = sqlite3.connect(f"file:{name}?mode=ro", uri=True, timeout=2)
    except sqlite3.Error:
        return None
    try:
        schema = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        if schema is None or schema[0] != SCHEMA:
            return None
        row = connection.execute("SELECT made_at, good_until, view FROM agenda").fetchone()
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return None if row is None else (str(row[0]), str(row[1]), str(row[2]))
