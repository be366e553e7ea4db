"""Text of a search file to plain values with their lines: YAML or its JSON twin."""

import re

from heardback.searchfile.json_text import read_json
from heardback.searchfile.values import Keys, Wrong, shown
from heardback.searchfile.yaml_lines import read_lines
from heardback.searchfile.yaml_text import read_yaml

MAX_CHARACTERS = 32_000_000
_UNUSABLE = re.compile("[\0\ud800-\udfff]")


def load(text: str, *, name: str) -> Keys:
    """Given the text of a file and its name, return its top mapping; raise Wrong."""
    if len(text) > MAX_CHARACTERS:
        raise Wrong(
            f"the file has more than {MAX_CHARACTERS:,} characters.",
            hint="Split it by opportunity, or keep the search in the store.",
            line=1,
        )
    text = text.removeprefix("\ufeff")
    if (bad := _UNUSABLE.search(text)) is not None:
        line = text.count("\n", 0, bad.start()) + 1
        raise Wrong("this is no text file.", hint="Save it as UTF-8 text.", line=line)
    value = _parse(text, name=name)
    if isinstance(value, Keys):
        return value
    if value is None:
        raise Wrong("the file is empty.", hint="It starts with the line: heardback: 1", line=1)
    raise Wrong(
        f"a search file starts with keys such as heardback: 1, not with {shown(value)}.", line=1
    )


def _parse(text: str, *, name: str) -> object:
    if name.casefold().endswith(".json"):
        return read_json(text) if text.strip() else None
    if text.lstrip()[:1] == "{":
        try:
            return read_json(text)
        except Wrong:
            pass  # YAML may begin with a brace, too
    found = read_lines(text)
    return read_yaml(text) if found is None else found
