"""Feasts of other calendars: Diwali, Eid, Lunar New Year and their like; seasons of the year.

Their days hang on the moon or on a calendar of their own, so they are not worked out here: they are
taken from the `holidays` package, from the employer's country where it keeps the feast, else from
one that does; which one is said in the reading. Some are fixed only by sight of the moon, so every
one of these days is unsure.
"""

from dataclasses import replace
from datetime import date, timedelta

from heardback.timeframe.business import names_of_holidays
from heardback.timeframe.days import Days, Periods

# feast -> (how its public holiday is called, countries that keep it, the surest first)
_KEPT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "diwali": (("Diwali", "Deepavali"), ("IN", "SG", "MY")),
    "holi": (("Holi",), ("IN",)),
    "dussehra": (("Dussehra",), ("IN",)),
    "eid": (("Eid al-Fitr", "Eid al-Adha"), ("AE", "IN", "SG")),
    "eid_al_fitr": (("Eid al-Fitr",), ("AE", "IN", "SG")),
    "eid_al_adha": (("Eid al-Adha",), ("AE", "IN", "SG")),
    "lunar_new_year": (("Chinese New Year", "Lunar New Year", "Spring Festival"), ("CN", "SG")),
    "mid_autumn": (("Mid-Autumn Festival",), ("CN",)),
    "dragon_boat": (("Dragon Boat Festival",), ("CN",)),
    "passover": (("Pesach",), ("IL",)),
    "rosh_hashanah": (("Rosh Hashanah",), ("IL",)),
    "yom_kippur": (("Yom Kippur",), ("IL",)),
    "sukkot": (("Sukkot",), ("IL",)),
    "vesak": (("Vesak", "Buddha Purnima"), ("SG", "IN")),
}
_SAME_FEAST = timedelta(days=10)  # a second one so soon is a further day of the first


def moving_feast(name: str, year: int | None, periods: Periods) -> Days | None:
    """Given a feast, a year or none, and the days around now, return its days; None if unknown."""
    if name not in _KEPT:
        return None
    titles, homes = _KEPT[name]
    nation = (periods.calendar.country or "").partition("-")[0]
    for country in dict.fromkeys((nation, *homes) if nation else homes):
        found = _next(titles, country, year, periods.today)
        if found is not None:
            how = f"{name.replace('_', ' ')} {found.first} as kept in {country}; the day may differ"
            return replace(found, how=how)
    return None


def _next(titles: tuple[str, ...], country: str, year: int | None, today: date) -> Days | None:
    for candidate in (year,) if year else (today.year, today.year + 1):
        try:
            named = names_of_holidays(country, candidate)
        except NotImplementedError:
            return None
        kept = [day for day, title in named if any(one in title for one in titles)]
        kept = [day for day in kept if year or day >= today]
        if kept:
            last = max(day for day in kept if day - kept[0] <= _SAME_FEAST)
            return Days(kept[0], last, "day" if kept[0] == last else "part", sure=False, vague=True)
    return None


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SOUTH = frozenset(
    "AR AU BO BR BW CL FJ LS MG MU MW MZ NA NC NZ PE PG PY RE SZ UY ZA ZM ZW".split()
)


def season(name: str, years_on: int, year: int | None, periods: Periods) -> Days | None:
    """Given a season, return its three months; None where the half of the earth is not known.

    The country says which half is meant; without one there is no date to name.
    """
    nation = (periods.calendar.country or "").partition("-")[0]
    if not nation:
        return None
    month = (_SEASONS[name] + (6 if nation in _SOUTH else 0) - 1) % 12 + 1
    today = periods.today
    begins = year or today.year - 1
    first, last = _three_months(begins, month)
    while not year and last < today:
        begins += 1
        first, last = _three_months(begins, month)
    if years_on and (first <= today or first.year == today.year):
        first, last = _three_months(begins + 1, month)
    return Days(first, last, "quarter", sure=False, how=f"{name} in {nation}, {first} to {last}")


def _three_months(year: int, month: int) -> tuple[date, date]:
    after = date(year + (month + 2) // 12, (month + 2) % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)
