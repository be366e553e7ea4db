"""One sentence or a batch in, the contract's objects out."""

import json
from datetime import UTC, datetime

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.service.timeframe import read_lines, read_one

KEYS = [
    "span", "quote", "earliest", "by", "firmness", "event", "promise", "about", "invites",
    "prohibits", "confidence",
]  # fmt: skip


def test_one_sentence_answers_in_the_documented_order() -> None:
    said = datetime(2025, 3, 3, 15, tzinfo=UTC)
    text = "We hope to get back to everyone by the end of next week."
    answer = read_one(text, said=said, words=ENGLISH_TIMEFRAMES)
    timeframes = answer["timeframes"]
    assert isinstance(timeframes, list)
    (one,) = timeframes
    assert list(one) == KEYS
    assert one["by"] == "2025-03-14"
    assert one["earliest"] is None
    assert text[slice(*one["span"])] == one["quote"] == "by the end of next week"


def test_a_batch_answers_line_by_line_and_goes_on_after_a_bad_one() -> None:
    lines = [
        json.dumps({"id": 1, "text": "We decide by Friday.", "said": "2025-03-03T15:00:00-05:00"}),
        "nonsense",
        "",
        "[]",
        json.dumps({"id": 2, "text": "Hello.", "said": "2025-03-03"}),
        json.dumps({"id": 3, "text": "Hello.", "said": "yesterday"}),
        json.dumps({"id": 4, "said": "2025-03-03"}),
        json.dumps({"id": 5, "text": "By 3/4 we decide.", "said": "2025-03-03", "country": "GB"}),
        json.dumps({"id": 6, "text": "We decide tomorrow.", "said": "2025-03-03", "timezone": "X"}),
        json.dumps({"id": 7, "text": "Within 2 business days we decide.", "said": "2025-03-03",
                    "country": "Atlantis"}),
        json.dumps({"id": 8, "text": "x", "said": "2025-03-03", "country": 5}),
    ]  # fmt: skip
    answers = list(read_lines(lines, words=ENGLISH_TIMEFRAMES))
    assert [a["id"] for a in answers] == [1, None, None, 2, 3, 4, 5, 6, 7, 8]
    assert ["error" in a for a in answers] == [
        False, True, True, False, True, True, False, True, True, True,
    ]  # fmt: skip
    assert answers[3]["timeframes"] == []
    assert answers[6]["timeframes"][0]["by"] == "2025-04-03"  # type: ignore[index]
