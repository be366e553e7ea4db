"""What was done, in English."""

ACTIVITY: dict[str, dict[str, str]] = {
    "did": {
        "read": "read",
        "import": "read",
        "notice": "reminded",
        "digest": "reminded",
        "push": "reminded",
        "snooze": "you said",
        "calendar": "wrote",
    },
    "words": {
        "read": (
            "{account}: {new} new looked at, {job_related} about jobs kept, {other} other let go, "
            "{meetings} meetings; nothing there was changed"
        ),
        "quiet": "{account}: looked for the first time that day, nothing new",
        "error": "{account}: could not be read",
        "import": "{files}: {messages} looked at, {job_related} about jobs kept, {other} let go",
        "notice": "a notice that something is due",
        "digest": "the daily mail to yourself",
        "push": "a push message",
        "snooze": "by answering the daily mail",
        "calendar": "the calendar beside {calendar}: {put} entries put, {removed} taken out",
    },
}
