"""The list of countries kept for quick checks is that of the tables of holidays."""

from holidays.utils import list_supported_countries

from heardback.searchfile.countries import COUNTRIES, OTHER_NAMES
from heardback.timeframe.business import weekend_of


def test_every_country_has_its_holidays() -> None:
    assert set(list_supported_countries()) >= COUNTRIES
    assert len(COUNTRIES) > 240


def test_other_names_lead_to_countries() -> None:
    assert set(OTHER_NAMES.values()) <= COUNTRIES
    assert not set(OTHER_NAMES) & COUNTRIES


def test_the_planner_knows_them() -> None:
    for code in ("US", "US-TX", "NO", "DE-BY", "AE"):
        assert weekend_of(code)
