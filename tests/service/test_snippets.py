"""What a search shows of a long mail: the words that were looked for, not the first of them."""

from heardback.service.searching import snippet

MAIL = (
    "Dear Nora, Lucinda here. " + "Thank you for coming in. " * 20 + "The salary is 72,000. Lucinda"
)


def shown(words: str) -> str:
    return "".join(str(text) for text, _hit in snippet(MAIL, words.split()))


def test_the_place_with_most_of_the_words_is_shown() -> None:
    assert "The salary is 72,000" in shown("lucinda salary")


def test_of_words_that_never_stand_together_the_last_one_s_place_is_shown() -> None:
    assert "72,000" in shown("dear 72,000") and "Dear Nora" in shown("72,000 dear")


def test_what_was_looked_for_is_marked() -> None:
    assert ["salary", True] in snippet(MAIL, ["salary"])
