"""A country's holidays, loaded alone, are the library's own."""

import subprocess
import sys

import holidays
import pytest

from heardback.errors import UsageError
from heardback.timeframe.business import holidays_of

COUNTRIES = ("US", "GB-ENG", "DE-BY", "IN", "AE", "CA-QC", "PR", "HK", "USA")


@pytest.mark.parametrize("code", COUNTRIES)
def test_a_country_loaded_alone_has_the_holidays_the_library_gives(code: str) -> None:
    name, _, part = code.partition("-")
    whole = holidays.country_holidays(name, subdiv=part or None, years=2026)
    assert holidays_of(code, 2026) == frozenset(whole)


def test_only_that_country_is_loaded_and_the_others_can_be_afterwards() -> None:
    program = (
        "import sys; from heardback.timeframe.business import holidays_of as of;"
        "of('US', 2026); alone = 'holidays.countries.france' not in sys.modules;"
        "import holidays; print(alone, len(holidays.France(years=2026)) == len(of('FR', 2026)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]


def test_a_country_nobody_knows_is_refused_with_how_to_mend_it() -> None:
    with pytest.raises(UsageError, match="unknown country"):
        holidays_of("XX", 2026)
