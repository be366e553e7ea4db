"""The plan of a letter before its sentences are chosen."""

from dataclasses import dataclass, field, replace

from heardback.drafting.line import Line, Slot
from heardback.model.draft import Register

Paragraph = tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a letter says, in order.

    `reader` is the name greeted where it is not the first reader's; `register` is the outline's own
    where it has one (a recruiter is written to as a friend). `bare`: neither greeting nor sign-off
    (a card to oneself).
    `voicemail` are the words for the machine where the outline may be spoken; `enclosed` is a
    second letter, ready to be forwarded, that follows under the first; `questions` ask the
    candidate for what is missing, `thin` says that without it the letter has little to say.
    """

    subject: Line | None = None
    reader: Slot | None = None
    register: Register | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    bare: bool = False
    voicemail: tuple[Line, ...] = ()
    enclosed: "Outline | None" = None
    questions: tuple[Line, ...] = field(default_factory=tuple)
    thin: bool = False


def lightened(outline: Outline, *, keep: int) -> Outline:
    """Given an outline, return it without the sentences heavier than `keep`."""
    return replace(
        outline,
        paragraphs=tuple(tuple(ln for ln in p if ln.weight <= keep) for p in outline.paragraphs),
    )


def without_last(outline: Outline) -> Outline | None:
    """Given an outline, return it without its last sentence, or None where it has but one."""
    full = [p for p in outline.paragraphs if p]
    if not full or (len(full) == 1 and len(full[0]) == 1):
        return None
    return replace(outline, paragraphs=(*full[:-1], full[-1][:-1]))
