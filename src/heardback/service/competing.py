"""The deadline sum of competing offers as a screen shows it."""

from collections.abc import Mapping
from typing import Any

from heardback.service.agenda import Page

Row = Mapping[str, Any]


def competing(view: Row, page: Page, id: str) -> list[dict[str, Any]]:
    """Given a plan's view, return its deadline sums that concern an opportunity, with words.

    That of its own offer beside all other processes; of another's offer beside this one alone.
    """
    shown = []
    for row in view.get("deadlines", ()):
        others = [o for o in row["others"] if row["opportunity"] == id or o["opportunity"] == id]
        if row["opportunity"] == id or others:
            shown.append(_shown(row, others, page))
    return shown


def _shown(row: Row, others: list[Row], page: Page) -> dict[str, Any]:
    return {
        **row,
        "employer": page.opportunity(row["opportunity"]).employer,
        "decide_words": page.when(row["decide_by"]),
        "ask_words": page.when(row["ask_by"]),
        "others": [_other(other, page) for other in others],
    }


def _other(other: Row, page: Page) -> dict[str, Any]:
    return {
        **other,
        "employer": page.opportunity(other["opportunity"]).employer,
        "promised_words": page.day(other["promised_by"]) if other["promised_by"] else None,
        "until_words": page.when(other["extension_until"]) if other["extension_until"] else None,
    }
