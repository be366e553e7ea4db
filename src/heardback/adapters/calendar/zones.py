"""Zones as Outlook shows them to people: "(UTC-05:00) Eastern Time (US & Canada)".

Windows' own zone names ("Eastern Standard Time") are known to the calendar library; these captions
are written by some programs in their place, without a table of hours. Names as in the Unicode CLDR
windowsZones table.
"""

import re

CAPTIONS = {
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "arizona": "America/Phoenix",
    "pacific time": "America/Los_Angeles",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "atlantic time": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "dublin, edinburgh, lisbon, london": "Europe/London",
    "amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Berlin",
    "brussels, copenhagen, madrid, paris": "Europe/Paris",
    "belgrade, bratislava, budapest, ljubljana, prague": "Europe/Budapest",
    "sarajevo, skopje, warsaw, zagreb": "Europe/Warsaw",
    "athens, bucharest": "Europe/Bucharest",
    "helsinki, kyiv, riga, sofia, tallinn, vilnius": "Europe/Kiev",
    "istanbul": "Europe/Istanbul",
    "jerusalem": "Asia/Jerusalem",
    "abu dhabi, muscat": "Asia/Dubai",
    "chennai, kolkata, mumbai, new delhi": "Asia/Kolkata",
    "kuala lumpur, singapore": "Asia/Singapore",
    "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
    "osaka, sapporo, tokyo": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "perth": "Australia/Perth",
    "brisbane": "Australia/Brisbane",
    "canberra, melbourne, sydney": "Australia/Sydney",
    "auckland, wellington": "Pacific/Auckland",
    "brasilia": "America/Sao_Paulo",
}
_OFFSET = re.compile(r"^\((?:utc|gmt)(?:[+-]\d\d:\d\d)?\)\s*", re.IGNORECASE)
_COUNTRY = re.compile(r"\s*\([^()]*\)\s*$")


def zone_of_caption(name: str) -> str | None:
    """Given a zone's name as a program wrote it, return its IANA name where it is a caption."""
    if not _OFFSET.match(name):
        return None
    plain = _COUNTRY.sub("", _OFFSET.sub("", name)).strip().casefold()
    return CAPTIONS.get(plain)
