"""Alternatives that many English phrases share: `{job}`, `{not}`, `{event}` and their like."""

CHOICES: dict[str, str] = {
    "not": "(not|won't|cannot|can't|didn't|don't|wasn't|weren't|haven't|hasn't|isn't|aren't|unable"
    "|no longer|never|wouldn't|couldn't|wont|cant)",
    "job": "(role|position|job|post|vacancy|opening|opportunity|requisition|req|search|posting)",
    "other": "(another|other|others|a different|different|someone|somebody|an internal|internal"
    "|the other|a candidate|an applicant|a person|candidates|applicants|one other|alternative)",
    "app": "(application|candidacy|candidature|cv|resume|résumé|submission|profile)",
    "talk": "(speak|speaking|talk|talking|chat|chatting|meet|meeting|connect|connecting)",
    "event": "(interview|interviews|call|chat|conversation|screen|screening|meeting|onsite|on-site"
    "|phone call|video call|discussion|round|assessment day)",
    "glad": "(pleased|delighted|happy|excited|thrilled|glad|proud|honored|honoured|overjoyed)",
    "send": "(send|provide|share|submit|return|complete|fill|forward|upload|sign|supply|give|email)",
}
