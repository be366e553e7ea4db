"""The plan of a letter before its sentences are chosen."""

from dataclasses import dataclass, field

from heardback.drafting.line import Line, Slot

Paragraph = tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a letter says, in order.

    `reader` is the name greeted where it is not the first reader's. `bare`: neither greeting nor
    sign-off (a card to oneself).
    `voicemail` are the words for the machine where the outline may be spoken; `enclosed` is a
    second letter, ready to be forwarded, that follows under the first; `questions` ask the
    candidate for what is missing.
    """

    subject: Line | None = None
    greeting: str = "greeting"
    reader: Slot | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    sign_off: str = "sign_off"
    bare: bool = False
    voicemail: tuple[Line, ...] = ()
    enclosed: "Outline | None" = None
    questions: tuple[Line, ...] = field(default_factory=tuple)
