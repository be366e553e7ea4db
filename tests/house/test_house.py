"""The house holds: sizes, layers, names, the clock, and what a quick answer may load."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "heardback"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES, MOST_FUNCTION = 400, 50
BANNED = re.compile(
    r"(^|_)(util|utils|helper|helpers|manager|handler|processor)($|_)", re.IGNORECASE
)
QUICK_MAY_LOAD = ROOT / "tests" / "house" / "today_modules.txt"


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_or_function_is_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES, f"{shown(path)} is over {MOST_LINES} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MOST_FUNCTION, f"{shown(path)}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_names_say_what_a_thing_is(path: Path) -> None:
    assert not BANNED.search(path.stem), shown(path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            assert not BANNED.search(node.name), f"{shown(path)}: {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc and len(doc) > 10, shown(path)


def test_nothing_is_opened_when_modules_are_imported() -> None:
    names = [
        ".".join(p.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        for p in MODULES
        if "migrations" not in p.parts and p.name != "__main__.py"
    ]
    script = (
        "import sys, json\n"
        "opened = []\n"
        "def watch(event, args):\n"
        "    if event == 'socket.__new__': opened.append(event)\n"
        "    if event == 'open' and 'w' in str(args[1] or '') : opened.append(str(args[0]))\n"
        "sys.addaudithook(watch)\n"
        "import importlib\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(json.dumps([o for o in opened if '__pycache__' not in o]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_no_address_or_path_of_a_machine_is_committed() -> None:
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    hosts = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs")))
    for name in filter(None, files):
        path = ROOT / name
        if not path.is_file() or path.suffix in {".png", ".svg"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not hosts.search(text), name
        if name.endswith(".lock"):
            assert "://" not in text, name


def test_today_loads_only_what_it_must(tmp_path: Path) -> None:
    """The agenda kept ready is read by the standard library alone; this list fixes it."""
    environment = {**os.environ, "HEARDBACK_DATA": str(tmp_path / "data")}
    heardback = [sys.executable, "-m", "heardback"]
    for words in (["add", "Northwind"], ["today"]):
        subprocess.run([*heardback, *words], env=environment, capture_output=True, check=True)
    script = (
        "import sys, runpy, json\n"
        "before = set(sys.modules)\n"
        "sys.argv = ['heardback', 'today']\n"
        "try: runpy.run_module('heardback', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print('LOADED ' + json.dumps(sorted(set(sys.modules) - before)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    loaded = json.loads(done.stdout.rpartition("LOADED ")[2])
    allowed = set(QUICK_MAY_LOAD.read_text(encoding="utf-8").split())
    ours = {m for m in loaded if m.startswith("heardback")}
    third = {
        m.partition(".")[0]
        for m in loaded
        if m.partition(".")[0] not in sys.stdlib_module_names and not m.startswith("heardback")
    }
    assert ours <= allowed, f"not allowed on the quick path: {sorted(ours - allowed)}"
    assert third <= {"platformdirs"}, f"packages on the quick path: {sorted(third)}"
