"""Harper, the offline checker of English: loaded at first use, or in the background before it.

Its dictionary takes about half a second to load, so nothing is loaded until a text is read. The
linter is one per process and used by one thread at a time.
"""

import threading
from collections.abc import Collection
from typing import TYPE_CHECKING

from heardback.ports import GrammarNote

if TYPE_CHECKING:
    from harper import Lint, Linter

MOST_TEXT = 60_000


class Harper:
    """A Grammar port over harper-py; capitalised words are taken for names and not doubted.

    `leave_out` are rules of harper's that are not asked.
    """

    def __init__(self, *, leave_out: Collection[str] = ()) -> None:
        self._leave_out = frozenset(leave_out)
        self._linter: Linter | None = None
        self._taught: frozenset[str] = frozenset()
        self._lock = threading.Lock()

    def warm(self) -> None:
        """Load the dictionary in the background; return at once."""
        threading.Thread(target=self._load, name="harper", daemon=True).start()

    def read(self, text: str, *, names: Collection[str]) -> list[GrammarNote]:
        """Given a text and the names in it, return what harper says of it, in its order."""
        with self._lock:
            linter = self._ready()
            self._teach(linter, frozenset(names))
            found = linter.lint(text[:MOST_TEXT], language="plaintext")
        notes = map(_note, found)
        kept = [n for n in notes if not (n.is_spelling and text[n.start : n.end][:1].isupper())]
        return sorted(kept, key=lambda n: (n.start, n.end))

    def _load(self) -> None:
        with self._lock:
            self._ready()

    def _ready(self) -> "Linter":
        if self._linter is None:
            from harper import Linter

            self._linter = Linter()
            chosen = self._linter.get_lint_config()
            left_out = {rule: False for rule in chosen if rule in self._leave_out}
            self._linter.set_lint_config({**chosen, **left_out})
        return self._linter

    def _teach(self, linter: "Linter", names: frozenset[str]) -> None:
        """Teach the names of the case; those of another case are forgotten."""
        if names == self._taught:
            return
        if not self._taught <= names:
            linter.clear_words()
            linter.import_words(sorted(names))
        else:
            linter.import_words(sorted(names - self._taught))
        self._taught = names


def _note(lint: "Lint") -> GrammarNote:
    instead = []
    for suggestion in lint.suggestions:
        if int(suggestion.kind) == 0:
            instead.append(suggestion.replacement_text)
        elif int(suggestion.kind) == 1:
            instead.append("")
        else:
            instead.append(lint.problem_text + suggestion.replacement_text)
    return GrammarNote(
        kind=lint.lint_kind,
        is_spelling=lint.lint_kind == "Spelling",
        start=lint.span.start,
        end=lint.span.end,
        says=lint.message,
        instead=tuple(instead),
    )
