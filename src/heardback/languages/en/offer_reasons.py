"""Why, about offers and leaving: sentences of the same kind as those of `reasons.py`."""

from collections.abc import Mapping

OFFER_SENTENCES: Mapping[str, str] = {
    # Offers
    "offer.thank": (
        "{employer} made you an offer; thank {person} within a day, warmly, without a yes or no."
    ),
    "offer.no_date": "No date was given; ask for it. Until you know, plan for {by}.",
    "offer.ask_writing": "It is not in writing yet; ask for the written terms.",
    "offer.exploding": "They want an answer by {by}, within two days; ask at once for more time.",
    "offer.other_later": (
        "{employer} wants your answer by {by}, but {other} promised theirs for {other_by}. Ask "
        "early, by phone, for {days} business {days:day} more, name the new date and keep it."
    ),
    "offer.other_much_later": (
        "{employer} wants your answer by {by}, but {other} promised theirs for {other_by}, further "
        "off than it is wise to ask for. Ask early, by phone, for {days} business {days:day} more, "
        "and ask {other} whether they can be quicker."
    ),
    "offer.doubt": (
        "You have serious doubts and must answer by {by}; ask early, by phone, for {days} business "
        "{days:day} more to settle them."
    ),
    "offer.decide": (
        "{employer} needs your answer by {by}; decide some working hours before, never on the "
        "last minute."
    ),
    "offer.assumed": "They gave no date; {days} business {days:day} are assumed until they do.",
    "offer.not_written.resign": (
        "{employer}'s offer is not in writing. Do not give notice before it is."
    ),
    "offer.not_written.stop_search": (
        "{employer}'s offer is not in writing. Keep every other process going."
    ),
    "offer.conditions.resign": (
        "{employer}'s offer has open conditions. Do not give notice before they are met."
    ),
    "offer.conditions.stop_search": (
        "{employer}'s offer has open conditions. Keep searching until they are met."
    ),
    "tell.preferred": (
        "{other} made you an offer[ with an answer due {by}]; {employer} is close to deciding and "
        "you would rather join them. Tell them so, honestly."
    ),
    "tell.doubt": (
        "{other} made you an offer[ with an answer due {by}] that you have serious doubts about; "
        "{employer} is close to deciding. Tell them, honestly, and ask where they are."
    ),
    "tell.headsup": (
        "{employer} is at an early stage; a short heads-up about {other}'s offer is allowed by "
        "your preference, with no deadline in it."
    ),
    "tell.assumed": "{other} gave no date; {days} business {days:day} are assumed, so {by}.",
    "tell.verbal": "{other}'s offer is not in writing; call it a verbal offer.",
    "tell.no_preference": (
        "You have said neither that you prefer {employer} nor that you doubt {other}'s offer; "
        "then {employer} need not hear of it."
    ),
    "tell.too_early": "{employer} is at an early stage; {other}'s offer would only press them.",
    "accept.decided": (
        "You want {employer}'s offer; say so today, in writing[, at the latest {by:on}]."
    ),
    # Leaving
    "withdraw.decided": (
        "You have decided against {employer}; tell them at once, thank them, wish them well. A "
        "reason is not owed."
    ),
    "withdraw.accepted_elsewhere": (
        "You accepted {other}'s offer; {employer} should hear today, and stop spending time on you."
    ),
    "withdraw.meeting": "You are to meet {on:on}; they should know before then.",
    "withdraw.sure": "You are sure, so nobody should spend time on a meeting for practice.",
    "withdraw.instead_of_note": "It takes the place of the note of thanks; thank them in it.",
    "withdraw.verbal": (
        "{other}'s offer is only spoken so far; do not withdraw from {employer} before it is in "
        "writing."
    ),
    "withdraw.conditions": (
        "{other}'s conditions are still open, and you prefer to withdraw once they are cleared."
    ),
    "decline.decided": (
        "You have decided against {employer}'s offer; tell them the same day, by phone if you can, "
        "then in a short note."
    ),
    "decline.offer": "{employer} made you an offer, so this is a no to it, kindly said.",
    # The deadline sum
    "sum.ask_more": (
        "Ask {person} at {offering}, by {ask_by}, for {days} business {days:day} more: until {until}."
    ),
    "sum.ask_some": (
        "{other} would need {needed} business {needed:day} more than {offering} gives. Ask {person} "
        "for {days}, and ask {other} whether they can decide by then."
    ),
    "sum.too_late_to_ask": (
        "It is too late to ask {offering} for more time with any grace; call {person} if you must."
    ),
    "sum.asked": "You have asked {offering} for more time; wait for their word.",
    "sum.in_time": "{other} promised its answer for {promised_by}, before you must decide.",
    "sum.tell": (
        "Tell {person} at {other} today that you have an offer to answer by {by}, and ask whether "
        "they can decide by then."
    ),
    "sum.told": "{other} knows of your offer.",
    "sum.too_early": "{other} is at an early stage; your offer would only press them.",
    "sum.no_preference": (
        "You have not said that you would rather join {other}; then they need not hear of it."
    ),
    "sum.earlier": "{other} hears of the earlier date, {earlier}'s.",
    "sum.ask_date": "{offering} gave no date, so this one is assumed: ask for theirs.",
    "sum.decide": (
        "If nobody moves, decide on {offering} by {decide}: accept it, or decline it and take the "
        "risk."
    ),
}
