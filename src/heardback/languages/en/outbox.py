"""Where a letter on its way out stands, in English."""

STANDS = {
    "approved": "{id} is approved and goes to {to}.",
    "started": "{id} is being delivered.",
    "handing": "{id} is being handed over.",
    "waiting": "{id} could not leave yet and is tried again.",
    "drafted": "{id} lies in your drafts, addressed to {to}.",
    "sent": "{id} was sent to {to}.",
    "unknown": "{id} may have reached {to}; it is not repeated without your yes.",
    "failed": "{id} could not be delivered to {to}.",
    "late": "{id} did not leave: its time has passed.",
    "superseded": "{id} was NOT sent to {to}.",
    "withdrawn": "{id} is withdrawn.",
    "theirs": "The draft of {id} is yours now: it is neither changed nor made again.",
}

NEXT = {
    "approved": "Take it back: heardback recall {id}",
    "waiting": "Take it back: heardback recall {id}",
    "drafted": "Send it from your mail program; take it out again: heardback recall {id}",
    "unknown": "Look into your Sent folder, then: heardback outbox --was-sent {id}, "
    "or --was-not-sent {id}",
    "failed": "Mend what it says, then: heardback approve {id}",
    "late": "If it still makes sense: heardback recall {id}, then heardback approve {id}",
}
