"""What English writers contract, and the same written out."""

import re

from heardback.reading.manners import MannerWords

ENGLISH_MANNERS = MannerWords(
    contracted=re.compile(
        r"\b(?:I['’](?:m|d|ll|ve)|(?:it|that|what|there)['’]s|(?:do|did|does|is|would|could|was)n['’]t|"
        r"(?:can|won)['’]t|(?:we|you|they)['’](?:re|ll|ve|d))\b",
        re.IGNORECASE,
    ),
    written_out=re.compile(
        r"\b(?:I (?:am|would|will)(?= [a-z])|(?:it|that) is(?= [a-z])|(?:do|did|does|is|would|could) not|"
        r"cannot|will not|we (?:are|will|would))\b",
        re.IGNORECASE,
    ),
)
