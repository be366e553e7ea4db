"""The templates: HTML escaped always, words of dates, and no character that turns text around."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from heardback.languages.en.faces import ENGLISH_FACES

HERE = Path(__file__).parent
# Controls, and the marks that reverse or embed text: a name from mail must not rearrange a page.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(value: Any) -> Any:
    """Given what a template prints, return it without characters that are not to be seen."""
    if value is None:
        return ""
    if type(value) is str and UNSEEN.search(value):
        return UNSEEN.sub("", value)
    return value


def address(id: object) -> str:
    """Return an id as part of an address of ours."""
    return quote(str(id), safe="/")


def in_words(text: str | None) -> str:
    """Given an ISO day or moment, return it as a person says it: Friday 16 May, 17:00."""
    if not text:
        return ""
    if len(text) == len("2025-03-04"):
        return ENGLISH_FACES.long_day(date.fromisoformat(text)).rsplit(" ", 1)[0]
    moment = datetime.fromisoformat(text)
    return f"{ENGLISH_FACES.long_day(moment.date()).rsplit(' ', 1)[0]}, {moment:%H:%M}"


def spoken(value: object) -> str:
    """Return a word of the contract as a person says it: hiring manager."""
    return str(value).replace("_", " ")


def titled(value: object) -> str:
    """Return a title as a list shows it: our director. is Director."""
    words = str(value or "").strip().rstrip(".")
    first, _, rest = words.partition(" ")
    words = rest if rest and first.casefold() in ("our", "the", "a", "an") else words
    return words[:1].upper() + words[1:]


def make_environment(static_version: str) -> Environment:
    """Return the environment all pages are made in."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "address": address,
        "in_words": in_words,
        "spoken": spoken,
        "titled": titled,
    }
    environment.globals |= {"v": static_version, "icon": icon}
    return environment


def icon(name: str) -> Markup:
    """Return one of our drawings, to be used beside words."""
    return Markup(  # noqa: S704 - the name is one of ours
        f'<svg class="icon" aria-hidden="true" width="20" height="20">'
        f'<use href="/static/icons.svg#{name}"></use></svg>'
    )
