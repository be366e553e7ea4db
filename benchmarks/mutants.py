"""How many small faults planted in the playbook the tests notice: python -m benchmarks.mutants

    nice python -m benchmarks.mutants                    # every mutant, two at a time
    nice python -m benchmarks.mutants --share 0.1 --only chain.py

Each mutant is one change to one place of `src/heardback/playbook` (a comparison turned, a constant
one more, a condition negated, an argument left out …). For each a forked child loads the package
with the change and runs what touches the changed line, cheapest first: the scenarios and the
made-up searches, then the tests of `tests/playbook`. The first that differs kills it. Survivors
that were judged stand in `benchmarks/mutants_judged.toml` with the reason; a survivor that does
not stand there counts as unjudged. Exits 1 where ten of a hundred or more survive. Why an own
driver: docs/decisions/016-mutation-testing.md.
"""

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import io
import json
import os
import random
import re
import signal
import sys
import tomllib
from collections import Counter, defaultdict
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "heardback" / "playbook"
JUDGED = Path(__file__).with_name("mutants_judged.toml")
MOST_SURVIVORS = 0.10
SECONDS = 25
# Modules that hold names of the playbook and are loaded anew with the mutant.
AGAIN = ("heardback.playbook", "heardback.service", "tests.")
QUICK = (
    "table",
    "skipping",
    "still_due",
    "notes",
    "patience",
    "calls",
    "offers",
    "moments",
    "agencies",
    "parts",
    "chapters",
    "deadlines",
    "examples",
    "preferences",
    "reasons",
)
TESTS = [p for n in QUICK if (p := ROOT / "tests" / "playbook" / f"test_{n}.py").exists()]

AGAIN_THERE = re.compile(r"\(#\d+\)$")
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
SWAPPED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Mod: ast.Add,
}
CALLS = {"max": "min", "min": "max", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One planted fault: where, what it was and what it became."""

    file: str
    line: int
    function: str
    change: str
    number: int


class Planter(ast.NodeTransformer):
    """Counts the points of a tree where a fault can be planted, and plants the wanted one."""

    def __init__(self, file: str, wanted: int | None = None) -> None:
        self.file, self.wanted = file, wanted
        self.mutants: list[Mutant] = []
        self.inside: list[str] = []
        self.seen: Counter[tuple[str, str]] = Counter()

    def point(self, node: Any, change: str) -> bool:
        """Note a point; return whether this is the one to change."""
        function = ".".join(self.inside) or "module"
        self.seen[function, change] += 1
        again = self.seen[function, change]
        text = change if again == 1 else f"{change} (#{again})"
        number = len(self.mutants)
        self.mutants.append(Mutant(self.file, node.lineno, function, text, number))
        return number == self.wanted

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._within(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._within(node)

    def _within(self, node: Any) -> ast.AST:
        self.inside.append(node.name)
        decorators, node.decorator_list = node.decorator_list, []
        if isinstance(node, ast.FunctionDef):
            arguments, node.args = node.args, ast.parse("lambda: 0").body[0].value.args  # type: ignore[attr-defined]  # an empty signature
            returns, node.returns = node.returns, None
            self.generic_visit(node)
            node.args, node.returns = arguments, returns
            node.args.defaults = [self.visit(d) for d in node.args.defaults]
        else:
            self.generic_visit(node)
        node.decorator_list = decorators
        self.inside.pop()
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        if isinstance(node.value, ast.Constant):
            return node  # a docstring
        self.generic_visit(node)
        if isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom) and self.point(
            node, f"{ast.unparse(node)[:70]} → left out"
        ):
            # A generator stays one, so that callers may still iterate over it.
            keeps = "yield from ()" if isinstance(node.value, ast.Yield | ast.YieldFrom) else "pass"
            return ast.copy_location(ast.parse(keeps).body[0], node)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for place, op in enumerate(node.ops):
            new = TURNED.get(type(op))
            if new and self.point(node, f"{ast.unparse(node)[:70]} → {new.__name__}"):
                node.ops[place] = new()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        new: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        if self.point(node, f"{ast.unparse(node)[:70]} → {type(new).__name__}"):
            node.op = new
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self.point(
            node, f"{ast.unparse(node)[:70]} → not left out"
        ):
            return node.operand
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        new = SWAPPED.get(type(node.op))
        if new and self.point(node, f"{ast.unparse(node)[:70]} → {new.__name__}"):
            node.op = new()
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        new = SWAPPED.get(type(node.op))
        if new and self.point(node, f"{ast.unparse(node)[:70]} → {new.__name__}"):
            node.op = new()
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        return self._condition(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        return self._condition(node)

    def _condition(self, node: Any) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.test, ast.Compare) and self.point(
            node, f"if {ast.unparse(node.test)[:70]} → negated"
        ):
            node.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        self.generic_visit(node)
        empty = isinstance(node.value, ast.Constant) and node.value.value in (None, False)
        if (
            node.value is not None
            and not empty
            and self.point(node, f"{ast.unparse(node)[:70]} → None")
        ):
            node.value = ast.copy_location(ast.Constant(None), node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in CALLS:
            new = CALLS[node.func.id]
            if self.point(node, f"{ast.unparse(node)[:70]} → {new}"):
                node.func = ast.copy_location(ast.Name(new, ast.Load()), node.func)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        value = node.value
        new: object
        if isinstance(value, bool):
            new = not value
        elif isinstance(value, int):
            new = value + 1
        elif isinstance(value, str) and value:
            new = f"{value}XX"
        else:
            return node
        if self.point(node, f"{value!r} → {new!r}"):
            return ast.copy_location(ast.Constant(new), node)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node


# Parts of a module that say nothing about behaviour, or only name a rule's source.
SILENT = {"RULES", "SOURCE", "__slots__"}


def points(path: Path) -> list[Mutant]:
    """Return every mutant of a file."""
    planter = Planter(str(path.relative_to(PACKAGE)))
    _plant(planter, ast.parse(path.read_text(encoding="utf-8")))
    return planter.mutants


def mutated(path: Path, number: int) -> CodeType:
    """Return the compiled module with one fault planted."""
    planter = Planter(str(path.relative_to(PACKAGE)), number)
    tree = _plant(planter, ast.parse(path.read_text(encoding="utf-8")))
    code: CodeType = compile(ast.fix_missing_locations(tree), str(path), "exec")
    return code


def _plant(planter: Planter, tree: ast.Module) -> ast.Module:
    for place, node in enumerate(tree.body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            continue
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(t, ast.Name) and t.id in SILENT for t in targets):
            continue
        tree.body[place] = planter.visit(node)
    return tree


class Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from changed code."""

    def __init__(self, module: str, code: CodeType) -> None:
        self.module, self.code = module, code

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name != self.module:
            return None
        package = self.module.endswith(".rules")
        return importlib.util.spec_from_loader(name, self, is_package=package)

    def exec_module(self, module: Any) -> None:
        if self.module.endswith(".rules"):
            module.__path__ = [str(PACKAGE / "rules")]
        exec(self.code, module.__dict__)


class Scenarios:
    """The scenario cases with their searches read once, and what lines each of them runs."""

    def __init__(self, with_whole: bool) -> None:
        told = importlib.import_module("tests.playbook.scenarios")
        made_up = importlib.import_module("tests.playbook.made_up")
        cases = told.cases() + (made_up.cases() if with_whole else [])
        self.names = [name for name, _ in cases]
        self.cases = [case for _, case in cases]
        self.whole = importlib.import_module("tests.playbook.whole_plans").kept() | made_up.kept()
        self.searches = [told.search_of(case) for case in self.cases]
        self.by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.readings = importlib.import_module("heardback.playbook.promises")._readings

    def trace(self) -> None:
        """Learn which cases run which line."""
        told = importlib.import_module("tests.playbook.scenarios")
        prefix = f"{PACKAGE}{os.sep}"
        lines: set[tuple[str, int]] = set()

        def local(frame: FrameType, event: str, _: object) -> Any:
            if event == "line":
                lines.add((frame.f_code.co_filename[len(prefix) :], frame.f_lineno))
            return local

        def calls(frame: FrameType, event: str, _: object) -> Any:
            return local if frame.f_code.co_filename.startswith(prefix) else None

        for number, (case, search) in enumerate(zip(self.cases, self.searches, strict=True)):
            lines.clear()
            sys.settrace(calls)
            plan = told.plan_of(case, search)
            sys.settrace(None)
            fault = told.disagreements(case, plan)
            assert not fault, fault
            for line in lines:
                self.by_line[line].append(number)

    def covering(self, path: Path, mutant: Mutant) -> list[int]:
        """Return the cases that run the mutant's statement; all for what runs at import."""
        spans = [mutant.line]
        compound = (ast.FunctionDef, ast.ClassDef, ast.If, ast.For, ast.While)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.stmt) or isinstance(node, compound):
                continue
            last = node.end_lineno or node.lineno
            if node.lineno <= mutant.line <= last:
                spans += range(node.lineno, last + 1)
        found = {n for line in spans for n in self.by_line.get((mutant.file, line), ())}
        if mutant.function == "module" or mutant.function[0].isupper():
            return list(range(len(self.cases)))  # what is made at import may matter anywhere
        return sorted(found)


def is_noticed(mutant: Mutant, scenarios: Scenarios, numbers: list[int], with_whole: bool) -> bool:
    """In a forked child: load the package with the fault; return whether anything differs."""
    path = PACKAGE / mutant.file
    module = "heardback.playbook." + mutant.file.removesuffix(".py").replace("/", ".")
    module = module.removesuffix(".__init__")
    for name in [n for n in sys.modules if n.startswith(AGAIN)]:
        del sys.modules[name]
    sys.meta_path.insert(0, Planted(module, mutated(path, mutant.number)))
    try:
        told = importlib.import_module("tests.playbook.scenarios")
        whole = importlib.import_module("tests.playbook.whole_plans") if with_whole else None
        promises = importlib.import_module("heardback.playbook.promises")
        if mutant.file != "promises.py":
            promises._readings.update(scenarios.readings)
        for number in numbers:
            case = scenarios.cases[number]
            plan = told.plan_of(case, scenarios.searches[number])
            if told.disagreements(case, plan):
                return True
            if whole and list(whole.lines(plan)) != scenarios.whole[scenarios.names[number]]:
                return True
    except Exception:  # noqa: BLE001 - whatever it breaks, it is noticed
        return True
    options = ["-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist"]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return pytest.main([*options, *map(str, TESTS)]) != 0


def run(mutants: list[Mutant], scenarios: Scenarios, jobs: int, with_whole: bool) -> list[Mutant]:
    """Return the mutants that nothing noticed."""
    survived: list[Mutant] = []
    running: dict[int, Mutant] = {}
    todo = list(reversed(mutants))
    done = 0
    while todo or running:
        while todo and len(running) < jobs:
            mutant = todo.pop()
            numbers = scenarios.covering(PACKAGE / mutant.file, mutant)
            child = os.fork()
            if child == 0:
                signal.alarm(SECONDS)  # what runs for ever is noticed, too
                os._exit(1 if is_noticed(mutant, scenarios, numbers, with_whole) else 0)
            running[child] = mutant
        child, status = os.wait()
        mutant = running.pop(child)
        done += 1
        if status == 0:
            survived.append(mutant)
        if done % 200 == 0:
            print(
                f"  {done} of {len(mutants)}, {len(survived)} survive", file=sys.stderr, flush=True
            )
    return survived


def judgement(mutant: Mutant, judged: list[dict[str, str]]) -> str | None:
    """Return why a survivor is let live, or None: by file, function and a part of the change.

    Of two places with the same change the second is printed with "(#2)" and needs a row of its own.
    """
    again = AGAIN_THERE.search(mutant.change)
    for row in judged:
        if bool(again) is not bool(AGAIN_THERE.search(row["change"])):
            continue
        where = row.get("file") in (None, mutant.file)
        inside = row.get("function") in (None, mutant.function)
        if where and inside and row["change"] in mutant.change:
            return row["why"]
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", action="append", help="a file under playbook/")
    parser.add_argument("--share", type=float, default=1.0, help="take this share of the mutants")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--by-hand", action="store_true", help="leave out the plans the program wrote itself"
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", help="write the survivors to this file")
    given = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    os.chdir(ROOT)
    scenarios = Scenarios(not given.by_hand)
    scenarios.trace()
    mutants = [
        mutant
        for path in sorted(PACKAGE.rglob("*.py"))
        if not given.only or str(path.relative_to(PACKAGE)) in given.only
        for mutant in points(path)
    ]
    if given.share < 1:
        mutants = random.Random(given.seed).sample(mutants, round(len(mutants) * given.share))
    survived = run(mutants, scenarios, given.jobs, not given.by_hand)
    judged = tomllib.loads(JUDGED.read_text(encoding="utf-8"))["judged"] if JUDGED.exists() else []
    rows = [
        {
            "file": m.file,
            "line": m.line,
            "function": m.function,
            "change": m.change,
            "why": judgement(m, judged),
        }
        for m in survived
    ]
    if given.json:
        Path(given.json).write_text(json.dumps(rows, indent=1), encoding="utf-8")
    open_ones = [r for r in rows if r["why"] is None]
    for row in open_ones:
        print(f"{row['file']}:{row['line']} {row['function']}: {row['change']}")
    share = len(rows) / max(len(mutants), 1)
    print(
        f"{len(mutants)} mutants, {len(rows)} survive ({share:.1%}), "
        f"{len(rows) - len(open_ones)} of them judged harmless or out of reach"
    )
    sys.exit(1 if share >= MOST_SURVIVORS or open_ones else 0)


if __name__ == "__main__":
    main()
