"""The words of the message that asks a friend to read a letter before it goes."""

import re

SUBJECT = "Would you read this before it goes? (by {by})"
SUBJECT_ANY_TIME = "Would you read this before it goes?"
BEGIN = "----- the letter ({review}) -----"
END = "----- end of the letter -----"
ASK = """\
Hello,

Would you read the letter below before I send it? It is {what}{to}.
{by}
Please look at:
{points}
Write your changes straight into the letter between the two lines and send it back, or put remarks
above it, such as "line 3: too stiff". I will go through them one by one.

Thank you!
{name}
"""
BY = "I need it back by {by}, as it has to leave soon after.\n"
TO = " to {names}"
POINTS = {
    "": ("Is every name spelt right?", "Is there a sentence you stumble over?"),
    "thank_you": (
        "Does it say one thing that only this conversation could have given me?",
        "Does it sound like me, and not like a template?",
    ),
    "check_in": (
        "Is it short, friendly, and free of any reproach?",
        "Is there exactly one question in it?",
    ),
    "tell_about_offer": (
        "Could anybody read it as a threat?",
        "Does it give anything away about the other offer but its date?",
    ),
    "raise_point": ("Does it make the case without pleading?", "Is it short enough to be read?"),
    "withdraw": ("Is the no plain and kind?", "Does it say more than it has to?"),
    "decline": ("Is the no plain and kind?", "Does it say more than it has to?"),
    "ask_extension": ("Is the date plain?", "Does it still sound pleased about the offer?"),
}
WHAT = {
    "": "a letter for my job search",
    "thank_you": "a thank-you note",
    "check_in": "a question where things stand",
    "closing_message": "a last word to an employer who has not answered",
    "tell_about_offer": "a message about another offer",
    "raise_point": "a point I want to add after an interview",
    "withdraw": "a withdrawal",
    "decline": "a no to an offer",
    "accept": "a yes to an offer",
    "ask_extension": "a request for more time",
    "acknowledge_offer": "a thank-you for an offer",
    "answer_rejection": "an answer to a rejection",
}
# Our own sentences, as they come back with the answer: what is left beside them are remarks.
OURS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^Hello,$",
        r"^Would you read the letter below before I send it\?",
        rf"It is (?:{'|'.join(map(re.escape, WHAT.values()))})(?: to [^.!?]{{0,120}}(?:Dr\.[^.!?]{{0,80}})?)?\.",
        r"I need it back by [^.!?]{0,80}, as it has to leave soon after\.",
        r"Please look at:",
        *(rf"-\s*{re.escape(point)}" for points in POINTS.values() for point in points),
        r"Write your changes straight into the letter between the two lines and send it back, or put "
        r'remarks above it, such as "line 3: too stiff"\.',
        r"I will go through them one by one\.",
        r"^Thank you!",
    )
)
