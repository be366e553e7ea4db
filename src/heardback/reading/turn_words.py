"""The words that tell who owes whom an answer, as a value that a language builds and passes in."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class TurnWords:
    """One language's patterns for sentences in lower case; see `reading/turns.py` for their use."""

    asked: re.Pattern[str]  # an employer's request without a question mark
    asked_in_subject: re.Pattern[str]  # "Action required: …"
    not_asked: re.Pattern[str]  # a sentence that only looks like a request
    nothing_asked: re.Pattern[str]  # "nothing for you to do": no request in the whole message
    courtesy_question: re.Pattern[str]  # "how are you?"
    times_wanted: re.Pattern[str]  # a request that wants times
    asked_by_me: re.Pattern[str]  # the candidate's request without a question mark
    not_asked_by_me: re.Pattern[str]
    promised: re.Pattern[str]  # the employer will come back
    not_promised: re.Pattern[str]
    promised_by_me: re.Pattern[str]  # the candidate will come back
    over: re.Pattern[str]  # the employer ends it
    not_over: re.Pattern[str]
    over_by_me: re.Pattern[str]  # the candidate ends it
    offered: re.Pattern[str]
    accepted: re.Pattern[str]
    handed_in: re.Pattern[str]  # the candidate sends work that wants a verdict
    awaited: re.Pattern[str]  # the candidate waits for an announced answer, or was just met
    received: re.Pattern[str]  # the employer has what it asked for, or needs it no more
    retracted: re.Pattern[str]  # what was asked is not needed any more
    courtesy: re.Pattern[str]  # words a mere courtesy opens with
    aside: re.Pattern[str]  # refunds, newsletters, surveys: no part of the exchange
    receipt: re.Pattern[str]  # an automatic confirmation of receipt
    read_receipt: re.Pattern[str]  # subject of a read receipt
    reply_to_invitation: re.Pattern[str]  # subject of an answer to an invitation
    cancels: re.Pattern[str]  # subject of a cancelled invitation
    time: re.Pattern[str]  # a day or an hour
