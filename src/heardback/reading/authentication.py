"""Whether the receiving server found a mail's sender to be who it says (RFC 8601)."""

import re
from typing import Literal

from heardback.model.message import Message

RESULT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)
FAILED = frozenset({"fail", "permerror", "hardfail"})


def authentication(message: Message) -> Literal["pass", "fail", "none"]:
    """Given a message, return what the receiving server found (the header it wrote itself).

    DMARC decides where it is named; else one mechanism that passes is enough.
    """
    header = message.headers.get("authentication-results", "")
    results = {name.lower(): value.lower() for name, value in RESULT.findall(header)}
    if not results:
        return "none"
    if "dmarc" in results and results["dmarc"] not in ("none", "bestguesspass"):
        return "pass" if results["dmarc"] == "pass" else "fail"
    if "pass" in results.values():
        return "pass"
    return "fail" if FAILED & set(results.values()) else "none"
