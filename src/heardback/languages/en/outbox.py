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
    "given": "{id} is in your hands, for {to}. It counts as sent once it is seen in your Sent folder.",
    "released": "{id} is late, and leaves all the same, as you said.",
}

# What is said, or written by hand: no mail, so no folder of sent mail will show it.
STANDS_SPOKEN = {
    "approved": "The words of {id} are ready for you, for {to}.",
    "given": "The words of {id} are in your hands, for {to}.",
    "sent": "{id} is done: it has reached {to}.",
    "late": "The words of {id} were not taken up: its time has passed.",
    "superseded": "The words of {id}, for {to}, are no longer due.",
}

NEXT_SPOKEN = {
    "approved": "Copy them: heardback deliver {id} --way copy",
    "given": "When it is done: heardback done {id}",
}

NEXT = {
    "approved": "Take it back: heardback recall {id}",
    "waiting": "Take it back: heardback recall {id}",
    "drafted": "Send it from your mail program; take it out again: heardback recall {id}",
    "unknown": "Look into your Sent folder, then: heardback outbox --was-sent {id}, "
    "or --was-not-sent {id}",
    "failed": "Mend what it says, then: heardback approve {id}",
    "late": "If it still makes sense: heardback deliver {id} --although-late; else: heardback recall {id}",
    "given": "If you sent it where HeardBack cannot see it: heardback done {id}",
    "superseded": "See what is due now: heardback today",
}

THIS_LETTER = "this letter"
APPROVED = "Approved. How it leaves stands below the letter."
PAST_ITS_TIME = (
    "That hour lies after the latest one that serves it: when it comes, you are asked once more."
)

GROUPS = {
    "asks": "Waits for you",
    "leaving": "On their way",
    "hands": "In your hands",
    "gone": "Left or taken back",
}

OBJECTIONS = {
    "over": "the process is over: {how}",
    "news": "something new is on record ({what}, {on}), and the plan asks for something else now",
    "wrote": "{who} wrote {on}, after you approved it",
    "unsure": "{who} wrote {on}, and it is not sure what it means: heardback review",
    "somebody": "the employer",
    "unlisted": "the plan no longer asks for it",
    "early": "its time has not come yet",
    "hours": "it is not a good hour for whoever reads it",
    "late": "its time had passed before it could leave",
}

TOLD = {
    "drafted": "it lies in your drafts",
    "taken": "the server has taken it",
    "found": "it was found in Sent",
    "lay there": "it lay there already",
    "sent by hand": "you sent it: it is in your Sent folder",
    "changed": "you changed it",
    "deleted": "you deleted it, or moved it",
    "broken off": "an earlier try was broken off before anything could arrive",
    "maybe sent": "it may have been sent: the connection broke at the last word, and it is not in Sent",
    "maybe drafted": "it may have been put into your drafts: the connection broke, and it is not there",
    "looking again": "mail came in this very moment; it is read first",
    "mail keeps coming": "mail keeps coming; it is tried again in a minute",
    "taken back": "you took it back",
    "said sent": "you said that it was sent",
    "said not sent": "you said that it was not sent",
    "said late": "you said that it may be late",
    "another": "another draft was asked for",
}

QUOTED_AS = "On {day}, {who} wrote:"
