"""Terms of the lexicon written and patterns of heads, written compactly."""


def terms(value: object, phrases: str) -> dict[str, object]:
    """Given a value and phrases between bars, return each phrase with that value."""
    return dict.fromkeys((phrase.strip() for phrase in phrases.split("|")), value)


def heads(text: str) -> tuple[str, ...]:
    """Given patterns, one a line (a line ending with a bar goes on in the next), return them."""
    lines = text.strip().replace("|\n", "|").splitlines()
    return tuple(line.strip() for line in lines if line.strip())
