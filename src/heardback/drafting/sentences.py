"""Choosing the words of one sentence: in its register, its turn, and never a neighbour's."""

from collections.abc import Sequence
from dataclasses import dataclass

from heardback.drafting.case import Case, plain
from heardback.drafting.line import Line, Written, choose, eligible, joined, pieces, write
from heardback.model.draft import Register

RUN = 4  # so many words in a row are recognised
TELLING_SPACES = RUN - 1
SHARED = frozenset({"greeting", "sign_off", "closing", "signature"})  # formulas a panel may share


@dataclass(frozen=True)
class Voice:
    """The case and the register its sentences are chosen in.

    `shortest` prefers few words; `turns_formulas` takes the next greeting and sign-off.
    """

    case: Case
    register: Register
    shortest: bool = False
    turns_formulas: bool = False

    @property
    def contracts(self) -> bool:
        """Whether "I am" is written "I'm": never in a formal letter, else as the candidate does."""
        return self.register != "formal" and self.case.style.habits.contractions is not False

    def paragraph(self, lines: Sequence[Line]) -> Written:
        """Given sentences, return them as one paragraph."""
        return joined([self.sentence(line) for line in lines], between=" ")

    def sentence(self, line: Line) -> Written:
        """Given a line, return its first variant in turn that nobody else was given.

        A sentence that may be left out is, where every variant of it is somebody's already.
        """
        every = self.case.words.variants(line.key, register=self.register)
        variants = eligible(every, filled=line.slots)
        if self.shortest:
            fitting = eligible(every, filled=line.slots, any_slots=True)
            ordered = sorted(fitting, key=lambda v: len(write(v, line=line).text))
        else:
            seed = f"{self.case.opportunity.id}|{self.case.follow_up.kind}|{line.key}"
            ordered = choose(variants, seed=seed, turn=self._turn(line))
        if not ordered:
            return Written("")
        shared = line.key in SHARED or not self.case.heard
        fresh = ordered[0] if shared else next((v for v in ordered if not self._given(v, line)), "")
        if not fresh and line.weight > 0:
            return Written("")
        return write(self._said(fresh or ordered[0]), line=line)

    def _said(self, template: str) -> str:
        return self.case.words.contract(template) if self.contracts else template

    def _turn(self, line: Line) -> int:
        if line.key in SHARED:
            return 1 if self.turns_formulas else 0
        return self.case.turns

    def _given(self, template: str, line: Line) -> bool:
        """Whether another reader gets this sentence, or four words in a row of it.

        Of thanks, which a panel may share, only what the language gives is looked at: the role and
        the day stand in everybody's.
        """
        said = self._said(template)
        whole = plain(write(said, line=line).text)
        if line.key.startswith("thanks"):
            literal = (plain(text) for text, _ in pieces(said))
            telling = [whole, *(p for p in literal if p.count(" ") >= TELLING_SPACES)]
            return any(piece in other for piece in telling for other in self.case.heard)
        words = whole.split()
        runs = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)] or [whole]
        return any(run in other for run in runs for other in self.case.heard)
