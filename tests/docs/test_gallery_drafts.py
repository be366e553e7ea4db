"""Our own drafts pass our own proofreader: every kind, register and channel, day after day."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from heardback.searchfile import read_search

SCRIPTS = Path(__file__).parents[2] / "scripts"


def gallery() -> ModuleType:
    spec = spec_from_file_location("gallery", SCRIPTS / "gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_no_draft_of_the_second_search_has_an_error() -> None:
    text = (SCRIPTS / "gallery_search.yaml").read_text("utf-8")
    search = read_search(text, name="gallery_search.yaml").search
    drafts = [
        (register, draft)
        for entry in gallery().from_file(search)
        for register, draft in entry.drafts.items()
    ]
    wrong = {
        (draft.kind, register, finding.check, finding.text)
        for register, draft in drafts
        for finding in draft.findings
        if finding.severity == "error"
    }
    assert len(drafts) > 3000
    assert not wrong
