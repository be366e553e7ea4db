"""What the candidate can point to: what went well with this reader, else a strength with proof."""

from heardback.drafting import material
from heardback.drafting.case import Case
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.outline import Paragraph
from heardback.drafting.words import ABOUT
from heardback.model.people import Strength

USABLE = frozenset({*ABOUT, "did", "clause"}) - {"how"}


def first(case: Case, key: str) -> Paragraph:
    """Given a case and the family of sentences, return the best proof as one sentence, or none."""
    for slot, form in material.strengths(case):
        if form in USABLE and not _is_theirs(slot.text, form):
            said = "about" if form in ABOUT else form
            return (case.line(f"{key}.{said}", strength=slot),)
    for strength, place in material.own_strengths(case):
        line = _proved(case, key, strength, place)
        if line is not None:
            return (line,)
    return ()


def _is_theirs(text: str, form: str) -> bool:
    """Whether a clause is about the others: "you laughed at my story" is no proof of anything."""
    return form == "clause" and not text.startswith(("I ", "I'", "I’", "my ", "we "))


def _proved(case: Case, key: str, strength: Strength, place: int) -> Line | None:
    grounds: tuple[Evidence, ...] = (
        {"candidate": "strengths", "place": place, "quote": strength.what},
    )
    what = case.words.fit(strength.what, "")
    if not strength.evidence:
        if what.form not in USABLE:
            return None
        said = "about" if what.form in ABOUT else what.form
        return case.line(f"{key}.{said}", strength=Slot(what.text, grounds))
    shown = case.words.fit(strength.evidence, "")
    if what.form not in ABOUT or shown.form not in ("did", "clause", "noun", "mine", "doing"):
        return None
    form = "about" if shown.form in ABOUT else shown.form
    proof: tuple[Evidence, ...] = (
        {"candidate": "strengths", "place": place, "quote": strength.evidence},
    )
    return case.line(f"proved.{form}", what=Slot(what.text, grounds), proof=Slot(shown.text, proof))
