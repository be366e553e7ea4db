"""The gallery shows what the program writes today: every kind, every register, every channel."""

import subprocess
import sys
from pathlib import Path

import pytest

from heardback.drafting.channels import ALLOWED
from heardback.model.plan import KINDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_gallery_is_current() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "gallery.py"), "--check"]
    done = subprocess.run(script, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_there_on_every_channel(kind: str) -> None:
    part = PAGE.split(f"\n### {kind.replace('_', ' ')}\n", 1)
    assert len(part) == 2, kind
    for channel in ALLOWED[kind]:
        assert f"/{kind}/" in part[1] and f"by {channel}," in part[1], f"{kind} by {channel}"
