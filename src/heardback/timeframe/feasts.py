"""Named days by rule: Easter, Thanksgiving, Labor Day and their like."""

from datetime import date, timedelta

_FIXED = {
    "new_year": (1, 1),
    "new_years_eve": (12, 31),
    "christmas": (12, 25),
    "christmas_eve": (12, 24),
    "boxing_day": (12, 26),
    "valentines": (2, 14),
    "st_patricks": (3, 17),
    "juneteenth": (6, 19),
    "canada_day": (7, 1),
    "halloween": (10, 31),
    "veterans_day": (11, 11),
    "may_day": (5, 1),
    "anzac_day": (4, 25),
    "australia_day": (1, 26),
    "bastille_day": (7, 14),
    "epiphany": (1, 6),
    "burns_night": (1, 25),
    "st_davids": (3, 1),
    "st_georges": (4, 23),
    "kings_day": (4, 27),
    "cinco_de_mayo": (5, 5),
    "midsummer": (6, 24),
    "assumption": (8, 15),
    "german_unity": (10, 3),
    "all_saints": (11, 1),
    "bonfire_night": (11, 5),
    "st_andrews": (11, 30),
    "st_nicholas": (12, 6),
}
# Many nations have one; of those not listed we do not know which day is meant.
_INDEPENDENCE = {
    "": (7, 4), "US": (7, 4), "IN": (8, 15), "PK": (8, 14), "PH": (6, 12), "MX": (9, 16),
    "BR": (9, 7), "NG": (10, 1), "GH": (3, 6), "ID": (8, 17), "MY": (8, 31), "PL": (11, 11),
}  # fmt: skip
# month, weekday, which one (-1: the last), days to add
_FLOATING = {
    "mlk_day": (1, 0, 3, 0),
    "presidents_day": (2, 0, 3, 0),
    "memorial_day": (5, 0, -1, 0),
    "labor_day": (9, 0, 1, 0),
    "columbus_day": (10, 0, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "black_friday": (11, 3, 4, 1),
}
_EASTER = {
    "shrove_tuesday": -47, "ash_wednesday": -46, "palm_sunday": -7, "maundy_thursday": -3,
    "good_friday": -2, "easter": 0, "easter_monday": 1, "ascension": 39, "whitsun": 49,
    "whit_monday": 50, "corpus_christi": 60,
}  # fmt: skip


def feast_on(name: str, year: int, country: str | None) -> date | None:
    """Given a feast, a year and a country, return its day; None where it is not known."""
    nation = (country or "").partition("-")[0]
    if name == "thanksgiving" and nation == "CA":
        return nth_weekday(year, 10, 0, 2)
    if name == "labor_day" and nation not in ("", "US", "CA"):
        return date(year, 5, 1)
    if name == "independence_day":
        return date(year, *_INDEPENDENCE[nation]) if nation in _INDEPENDENCE else None
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        return _easter(year) + timedelta(_EASTER[name])
    if name in _FLOATING:
        month, weekday, number, days = _FLOATING[name]
        return nth_weekday(year, month, weekday, number) + timedelta(days)
    return None


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Given a month, a weekday and a number (-1: the last), return that day."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def _easter(year: int) -> date:
    """The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)
