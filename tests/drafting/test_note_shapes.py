"""Notes are typed in every shape; each must join a sentence to its reader without a seam."""

import pytest

from heardback.languages.en.letter_notes import fit, fit_ask

PRIYA, TOM = "Priya Raman", "Thomas Okafor"

SHAPES = (
    ("Moving the nightly batch to streaming", "doing", "moving the nightly batch to streaming"),
    ("Talked about how she tests pipelines...", "how", "how you test pipelines"),
    ("Discussed her plan to share on-call", "noun", "your plan to share on-call"),
    ("their plan for Kafka.", "noun", "your plan for Kafka"),
    ("Priya's idea of a data contract", "noun", "your idea of a data contract"),
    ("- Roadmap for next year", "noun", "the roadmap for next year"),
    ("1. Kafka & Flink", "noun", "Kafka and Flink"),
    ("we talked about Kubernetes", "noun", "Kubernetes"),
    ("she asked how I'd handle a failed deploy", "mine", "how I'd handle a failed deploy"),
    ("She said the team is growing", "clause", "the team is growing"),
    ("he mentioned that they lost two engineers", "clause", "you lost two engineers"),
    ("Nobody counts at the east gate", "clause", "nobody counts at the east gate"),
    ("the arm is usually right", "clause", "the arm is usually right"),
    ("She's passionate about testing", "clause", "you are passionate about testing"),
    ("team is 5 people", "clause", "the team is 5 people"),
    ("two forecasts a day, and milk forgives neither", "saying",
     "two forecasts a day, and milk forgives neither"),
    ("the price moves in winter", "saying", "the price moves in winter"),
    ("the freezer inventory that is wrong by March", "noun",
     "the freezer inventory that is wrong by March"),
    ("LONG SHIFTS AND HOW THEY SHARE THEM", "noun", "long shifts and how you share them"),
    ("Great chat about observability!!!", "noun", "observability"),
    ("lots of questions about my thesis", "mine", "my thesis"),
    ("they liked my dashboard work", "mine", "my dashboard work"),
    ("interested in accessibility", "noun", "accessibility"),
    ("Reduce churn", "how", "how to reduce churn"),
    ("split the monolith", "how", "how to split the monolith"),
    ("Hiring plans (see notes), etc.", "noun", "hiring plans"),
    ("that the team works four days a week", "clause", "the team works four days a week"),
    ("How do you measure success?", "question", "How do you measure success?"),
    ("migrated from Redshift to BigQuery", "did", "migrated from Redshift to BigQuery"),
    ("book club 📚", "noun", "the book club"),
    ("AWS costs", "noun", "AWS costs"),
    ("iOS release train", "noun", "the iOS release train"),
    ("Berlin office", "noun", "the Berlin office"),
    ("Team of 12 split over 3 time zones", "noun", "the team of 12 split over 3 time zones"),
    ("Kafka migration", "noun", "the Kafka migration"),
    ("7 years of data modelling", "mine", "my 7 years of data modelling"),
    ("Kafka, 3 years", "mine", "my 3 years of Kafka"),
    ("Strong on testing", "doing", "testing"),
    ("I know their stack well", "clause", "I know your stack well"),
    ("w/ the new CTO: how decisions get made", "how", "how decisions get made"),
    ("how decisions get made -> RFCs", "how", "how decisions get made, RFCs"),
    ("Oracle -> Postgres", "noun", "Oracle to Postgres"),
)  # fmt: skip


@pytest.mark.parametrize(("note", "form", "said"), SHAPES, ids=[s[0] for s in SHAPES])
def test_a_note_is_made_to_fit_its_reader(note: str, form: str, said: str) -> None:
    phrase = fit(note, PRIYA)
    assert (phrase.form, phrase.text) == (form, said)


def test_the_readers_own_name_becomes_you() -> None:
    assert fit("Thomas told me they use Snowflake", TOM).text == "you use Snowflake"


ASKS = (
    ("Could you send us the names of two referees by Tuesday?", "do",
     "send you the names of two referees"),
    ("Please provide your availability", "do", "provide my availability"),
    ("Before I bring in our editor, could you please send me a summary of that study you "
     "described, and two times when you could talk to us?", "do",
     "send you a summary of that study I described, and two times when I could talk to you"),
    ("What would you change about our shop?", "question", "What would you change about our shop?"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "form", "said"), ASKS, ids=[a[0][:40] for a in ASKS])
def test_what_was_asked_is_repeated_from_the_other_side(asked: str, form: str, said: str) -> None:
    phrase = fit_ask(asked)
    assert (phrase.form, phrase.text) == (form, said)
