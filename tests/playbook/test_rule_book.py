"""Every rule and preference has code, an example, a page; the page is what the program does."""

import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import heardback.checking.checks
import heardback.playbook
from heardback.checking.check import discovered
from heardback.languages.en.playbook import (
    preference_words,
    profiles,
    publishers_of,
    rule_words,
)
from heardback.model.preferences import DEFAULTS, Preferences
from heardback.playbook.rules import FAMILIES
from heardback.searchfile import preferences_from_keys
from heardback.service.examples import examples
from heardback.service.rule_book import FAMILIES as HEADINGS
from heardback.service.rule_book import rule_book
from tests.playbook.scenarios import cases

TOP = Path(__file__).parents[2]
PAGES = TOP / "src" / "heardback" / "languages" / "en" / "sources.toml"
CITED = tomllib.loads(PAGES.read_text("utf-8"))
# The playbook's table (a) and the rules that the contract adds (section 7).
TABLE = [
    *(f"TY-{n}" for n in range(1, 14)),
    *(f"CK-{n}" for n in range(17)),
    *(f"OF-{n}" for n in range(1, 12)),
    *(f"FE-{n}" for n in range(1, 5)),
    *(f"PE-{n}" for n in range(1, 5)),
    *(f"WD-{n}" for n in range(1, 4)),
    *(f"RC-{n}" for n in range(1, 5)),
    *(f"RJ-{n}" for n in range(1, 5)),
    *("DL-1", "DL-2", "AC-1", "NS-1", "BN-1"),
]
# The preferences of the contract, section 7, with the defaults given there.
CONTRACT = {
    "grace": 1,
    "grace_vague": 3,
    "no_timeframe": 5,
    "no_timeframe_final": 7,
    "second_gap": 5,
    "max_checkins": 2,
    "assumed_window": 3,
    "extension_days": 5,
    "note_delay": 0.5,
    "note_words": (60, 180),
    "call_policy": "last",
    "weekend_send": "avoid",
    "panel_mode": "each",
    "note_channel": "email",
    "screen_note": "manager",
    "thank_coordinator": True,
    "early_headsup": False,
    "repair_answer": "ask",
    "linkedin_connect": "after_process",
    "tell_A_why": "process",
    "b_channel": "call",
    "withdraw_after": "accepted",
    "pay_talk": "final",
    "agency_note": "through",
    "feedback_timing": 0,
    "reapproach": 6,
    "holiday_stretch": "year_end",
    "send_window": None,
    "reply_sla": 1,
    "sector": "corporate",
    "quiet_days": True,
}
# Rules that hold everywhere rather than in one family: hours and proofreading.
EVERYWHERE = {"DL-1", "DL-2", "TY-12"}
# Rules of the proofreader, which look at letters and not at plans.
OF_LETTERS = {"TY-11", "OF-10"}
FOLDERS = (heardback.playbook, heardback.checking.checks)
CODE = "\n".join(
    path.read_text("utf-8")
    for folder in FOLDERS
    for path in Path(str(folder.__file__)).parent.rglob("*.py")
)
PAGE = (TOP / "docs" / "playbook.md").read_text("utf-8")
PREFERENCE_TESTS = (TOP / "tests" / "playbook" / "test_preferences.py").read_text("utf-8")


def test_the_rules_in_words_are_those_of_the_table() -> None:
    assert list(rule_words()) == TABLE
    assert set(CITED["rules"]) == set(TABLE)


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_has_code_an_example_and_a_place_on_the_page(rule: str) -> None:
    claimed = {r for family in FAMILIES for r in family.RULES}
    checked = {check.rule for check in discovered()}
    assert f'"{rule}"' in CODE, f"no code names {rule}"
    assert rule in claimed | checked | EVERYWHERE, f"no family claims {rule}"
    assert [e for e in examples() if e.rule == rule], f"no example of {rule}"
    assert f'<a id="{rule.lower()}"></a>{rule}: ' in PAGE


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f.__name__.rpartition(".")[2])
def test_a_family_has_a_source_and_examples_beside_it(family: ModuleType) -> None:
    name = family.__name__.rpartition(".")[2]
    assert family.SOURCE
    assert [e for e in examples() if e.family == name], f"playbook/rules/{name}.yaml is missing"
    assert set(family.RULES) <= set(TABLE)


def test_the_preferences_are_those_of_the_contract() -> None:
    assert list(preference_words()) == list(CONTRACT)
    assert {name: getattr(DEFAULTS, name) for name in CONTRACT} == CONTRACT
    assert set(Preferences.__dataclass_fields__) == set(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_a_preference_bends_a_rule_has_camps_a_test_and_a_place_on_the_page(name: str) -> None:
    words = preference_words()[name]
    assert words.rules, f"no rule says that {name} bends it"
    assert words.camps
    assert all(camp.sources for camp in words.camps)
    assert f'<a id="{name.lower()}"></a>`{name}`' in PAGE
    assert f'"{name}"' in PREFERENCE_TESTS, f"no test shows what {name} changes"


def test_a_rule_or_preference_without_a_scenario_fails_the_build() -> None:
    """Scenarios are whole search files with what is expected; letters have tests of their own."""
    rules = {r for _, case in cases() for r in case.get("rules", ())}
    assert set(TABLE) - rules == OF_LETTERS
    bent: set[str] = set()
    for _, case in cases():
        bent |= set(case["search"].get("preferences") or {})
        for one in case["search"]["opportunities"].values():
            bent |= set(one.get("preferences") or {})
    assert set(CONTRACT) <= bent


def test_every_source_named_has_a_publisher_and_an_address() -> None:
    pages = CITED["pages"]
    for keys in CITED["rules"].values():
        assert set(keys) <= {*pages, "seed"}
    assert all(publisher and address.startswith("http") for publisher, address in pages.values())
    assert publishers_of("DL-2") == ["ours (no source seen)"]


def test_profiles_set_what_the_search_file_allows() -> None:
    assert set(profiles()) >= {"corporate", "academia", "government", "hourly", "student"}
    for profile in profiles().values():
        assert preferences_from_keys(profile.sets, strict=True)


def test_every_family_of_rules_has_a_heading() -> None:
    assert {rule.partition("-")[0] for rule in TABLE} == set(HEADINGS)


def test_the_page_is_current() -> None:
    """If not: python scripts/playbook_page.py."""
    assert rule_book() == PAGE


def test_the_links_of_the_page_lead_somewhere() -> None:
    places = set(re.findall(r'<a id="([^"]+)">', PAGE))
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= places
