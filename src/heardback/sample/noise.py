"""The noise of a real inbox: series of mail grown from hand-written templates, always the same."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from heardback.sample.dates import Shift, spell
from heardback.sample.mime import Letter, Person

_SLOT = re.compile(r"\{(\w+)\}")
_SENT = re.compile(r"\{sent([+-]\d+)?\|([^}]*)\}")


def _pick(options: list[str], *key: object) -> str:
    """Choose by a hash, so that the choice never depends on a random generator's version."""
    digest = hashlib.sha256("/".join(str(part) for part in key).encode()).digest()
    return options[int.from_bytes(digest[:4], "big") % len(options)]


def _fill(text: str, series: Mapping[str, Any], number: int) -> str:
    slots: Mapping[str, list[str]] = series.get("slots", {})

    def choose(found: re.Match[str]) -> str:
        name = found[1]
        root = name.rstrip("0123456789")
        return _pick([str(option) for option in slots[root]], series["key"], number, name)

    return _SLOT.sub(choose, text)


def expand(series: Mapping[str, Any], shift: Shift, me: Person) -> Iterator[Letter]:
    """Make every message of one series."""
    first = shift.moment(f"{series['start']}T{series['at']}", me.zone)
    for number in range(series["count"]):
        minutes = int(_pick([str(n) for n in range(0, 47, 3)], series["key"], number, "minute"))
        when = first + timedelta(days=number * series["every"], minutes=minutes)
        subject = series["subject"][number % len(series["subject"])]
        body = series["text"][number % len(series["text"])]

        def dated(found: re.Match[str], base: Any = when) -> str:
            return spell(base + timedelta(days=int(found[1] or 0)), found[2])

        subject, body = (_fill(_SENT.sub(dated, part), series, number) for part in (subject, body))
        yield Letter(
            key=f"noise/{series['key']}/{number}",
            when=when,
            sender=Person(series["name"], series["email"], me.zone),
            to=(me,),
            cc=(),
            subject=subject,
            body=body,
            shape=series.get("shape", "text"),
            charset=series.get("charset", "utf-8"),
            encoding=series.get("encoding", ""),
            headers=dict(series.get("headers", {})),
        )
