"""Reminders, in English. What may show on a locked screen names nobody."""

REMIND = {
    "due one": "1 follow-up is due",
    "due many": "{count} follow-ups are due",
    "letter one": "1 letter needs you",
    "letter many": "{count} letters need you",
    "look": "See them with: heardback today",
    "subject": "HeardBack: {due} to do, {waiting} to leave in peace",
    "last": ", at the latest {last}",
    "letters": "LETTERS THAT NEED YOU",
    "until they write": "until they write",
    "reply": (
        "Put one off by answering this mail with a line such as: snooze 1 2d\n"
        "Stop these mails: heardback remind --digest off"
    ),
    "later": "Tomorrow",
}
