"""The rule book as one page: every rule with its sources and examples, every preference with camps.

`scripts/playbook_page.py` writes docs/playbook.md from it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from heardback.languages.en.playbook import preference_words, profiles, rule_words
from heardback.model.playbook_words import PreferenceWords, RuleWords, Source
from heardback.service.examples import Example, examples
from heardback.service.preferences import allowed, default, shown

FAMILIES: Mapping[str, str] = {
    "TY": "Thanks",
    "CK": "Patience and check-ins",
    "OF": "Offers",
    "FE": "Doubts of your own",
    "PE": "Doubts of the employer",
    "WD": "Leaving",
    "RC": "Agency recruiters",
    "RJ": "After a no",
    "DL": "Hours",
    "AC": "Accepting",
    "NS": "Missed meetings",
    "BN": "Messages that came back",
}
HEAD = """# The playbook

When to follow up, with whom and how: every rule that `heardback plan` goes by, where it comes
from, and examples of it. This page is written by `scripts/playbook_page.py` from the rules; the
examples run as tests, so it shows what the program does. The article that the project grew from
outranks the majority of advisers where it speaks; "ours" marks what no source says.

`bd` is a business day: Monday to Friday (or as the country has it) without the employer's public
holidays. Each example says what happened at Northwind, the moment, and what the plan then says; a
note on the frame that they share stands in `src/heardback/playbook/rules/frame.yaml`. Some rules of
detail (business hours, who reads what) are in the public contract of the plan.

"""


def rule_book() -> str:
    """Return the whole page as Markdown."""
    return HEAD + "\n".join([*_contents(), *_rules(), *_preferences(), *_profiles()]) + "\n"


def _contents() -> Iterator[str]:
    yield "| rule | what it is about | by default |"
    yield "|---|---|---|"
    for id, rule in rule_words().items():
        yield f"| [{id}](#{id.lower()}) | {rule.title} | {_cell(rule.default)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rules() -> Iterator[str]:
    by_rule: dict[str, list[Example]] = {}
    for example in examples():
        by_rule.setdefault(example.rule, []).append(example)
    family = ""
    for id, rule in rule_words().items():
        if id.partition("-")[0] != family:
            family = id.partition("-")[0]
            yield f"## {FAMILIES[family]}\n"
        yield from _rule(rule, by_rule.get(id, []))


def _rule(rule: RuleWords, told: list[Example]) -> Iterator[str]:
    yield f'### <a id="{rule.id.lower()}"></a>{rule.id}: {rule.title}\n'
    yield f"- **By default**: {rule.default}."
    yield f"- **Band**: {rule.band}."
    if rule.channel:
        yield f"- **How**: {rule.channel}."
    for label, parts in (("Must have", rule.must), ("Must not have", rule.must_not)):
        if parts:
            yield f"- **{label}**: {'; '.join(parts)}."
    if rule.preferences:
        bent = ", ".join(
            f"[`{name}`](#{name.lower()}) ({shown(default(name))})" for name in rule.preferences
        )
        yield f"- **Bent by**: {bent}."
    yield f"- **Sources**: {_sources(rule.sources)}.\n"
    for example in told:
        yield from _example(example)


def _sources(sources: tuple[Source, ...]) -> str:
    linked = [f"[{s.publisher}]({s.address})" if s.address else s.publisher for s in sources]
    return ", ".join(linked) or "ours (no source seen)"


def _example(example: Example) -> Iterator[str]:
    yield f"*{example.say}*\n"
    yield "```yaml"
    for name in ("route", "people", "person", "opportunity", "preferences", "kind"):
        if name in example.keys:
            yield f"{name}: {_flow(example.keys[name])}"
    for name, key in (("northwind", "given"), ("globex", "globex")):
        if example.keys.get(key):
            yield f"{name}:"
            yield from (f"  - {_flow(event)}" for event in example.keys[key])
    if example.at is not None:
        yield f"at: {example.at:%Y-%m-%dT%H:%M}"
    if "letter" in example.keys:
        yield "letter: |"
        yield from (f"  {line}".rstrip() for line in str(example.keys["letter"]).splitlines())
    if "letter_words" in example.keys:
        yield f"letter: a text of {example.keys['letter_words']} words"
    yield f"then: {_flow(example.then)}"
    yield "```\n"


def _flow(value: object) -> str:
    """Given a value, return it as YAML writes it on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(v) for v in value) + "]"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    text = str(value)
    plain = text and not set(text) & set(":,[]{}#\"'&*!|>%@`") and text == text.strip()
    moment = isinstance(value, str) and text[:4].isdigit() and text[4:5] == "-"
    if plain or moment or not isinstance(value, str):
        return text
    return json.dumps(value, ensure_ascii=False)


def _preferences() -> Iterator[str]:
    yield "## Preferences\n"
    yield (
        "Where advisers disagree, you decide: in the search file (`preferences:`, for all or for "
        "one opportunity) or with `heardback preferences set NAME VALUE [--opportunity ID]`. Every "
        "reason that rests on a choice of yours says so.\n"
    )
    for words in preference_words().values():
        yield from _preference(words)


def _preference(words: PreferenceWords) -> Iterator[str]:
    name = words.name
    yield f'### <a id="{name.lower()}"></a>`{name}`\n'
    yield f"{words.does}\n"
    yield f"- **By default**: {shown(default(name))}. **Allowed**: {allowed(name)}."
    links = ", ".join(f"[{id}](#{id.lower()})" for id in words.rules)
    yield f"- **Bends**: {links}."
    yield "- **Camps**:"
    yield from (f"  - {camp.says}: {_sources(camp.sources)}" for camp in words.camps)
    yield ""


def _profiles() -> Iterator[str]:
    yield "## Profiles\n"
    yield "`heardback preferences profile NAME [--opportunity ID]` sets what belongs together:\n"
    yield "| profile | what it is for | sets |"
    yield "|---|---|---|"
    for profile in profiles().values():
        sets = ", ".join(f"`{n}: {_plain(v)}`" for n, v in profile.sets.items())
        yield f"| {profile.name} | {profile.does} | {sets} |"


def _plain(value: Any) -> str:
    return shown(value)
