"""English words that colour a clause: who speaks, in which mood, of whom."""

from heardback.languages.en.timeframe_terms import terms

MOODS: dict[str, dict[str, object]] = {
    # Whom a clause is about. "third" may also be heard in a candidate's report.
    "SUBJECT": {
        **terms(
            "we",
            "we|i",
        ),
        **terms(
            "you",
            "you",
        ),
        **terms(
            "third",
            "they|she|he|someone|somebody",
        ),
        **terms(
            "it",
            "it|this|that|applications|interviews",
        ),
        **terms(
            "cand",
            "candidates|applicants|finalists|everyone|everybody|those|candidate|applicant|finalist|"
            "interviewee|interviewees",
        ),
    },
    "FUTURE": terms(
        1,
        "will|shall|would|should|could|may|might|can|hope|hopes|hoping|plan|plans|planning|"
        "expect|expects|expecting|aim|aims|aiming|intend|intends|intending|going|want|wants|"
        "try|tries|trying|like|looking|need|needs|able|anticipate|anticipates|anticipating|"
        "target|targeting|ought|promised|gonna|supposed|scheduled|due|expected|must|planned|"
        "commit|committed|likely|believe|think|anticipated|estimate|estimated|tentatively|goal|"
        "hopefully|slated|set|due to|ll",
    ),
    "PAST": terms(
        1,
        "was|were|had|did|been|used",
    ),
    "PRESENT": terms(
        1,
        "are|am|is|be|being",
    ),
    "HAVE": terms(
        1,
        "have|has|having",
    ),
    "NOT": terms(
        1,
        "not|never|no|cannot|unlikely|neither|nobody|without",
    ),
    "PLEASE": terms(
        1,
        "please|kindly|pls|plz",
    ),
    "IF": terms(
        1,
        "if|unless|in case|in the event|should you not|in the event that|provided",
    ),
    "JOIN": terms(
        1,
        "and|but|so|because|when|while|once|although|though|whereas|which|who|then|since|as|"
        "where|that|whether|or|until|before|after|till",
    ),
    "WELCOME": {
        **terms(
            "none",
            "feel free|free to|don't hesitate|do not hesitate|not hesitate|welcome to|"
            "by all means|go ahead and|happy for you to|please do",
        ),
        **terms(
            "you",
            "you can always|you can|you could|you may|you are welcome to",
        ),
    },
    "OBJECT": terms(
        1,
        "you|everyone|everybody|all candidates|candidates|applicants|all applicants|"
        "each candidate|the candidates|finalists|the finalists|successful candidates|"
        "shortlisted candidates|selected candidates|both of you|all of you|each of you|"
        "all the candidates|the applicants|all finalists|each applicant|every candidate|"
        "every applicant|you all|you both|all interviewees|interviewees|qualified candidates|"
        "you guys|you directly|the successful candidate|the successful candidates|"
        "all the applicants|everyone else|those selected|you again|you either way|"
        "successful applicants|all of the candidates|all four candidates|all three candidates|both candidates|people|"
        "the four candidates|the three candidates|everyone involved|all those interviewed|"
        "y'all|everyone who interviewed|everyone we interviewed|"
        "those who are selected",
    ),
    "EVERY": terms(1, "every|each|all|both|any|all of the|all the|the|each of the|all of our"),
    "WHICH": terms(
        1,
        "successful|unsuccessful|shortlisted|interviewed|selected|remaining|final|qualified|suitable|"
        "promising|best|strongest|strong|matching|eligible|relevant|chosen|invited|top|preferred|"
        "internal|external|three|four|five|two|other",
    ),
    "CANDIDATENOUN": terms(
        1,
        "candidate|candidates|applicant|applicants|finalist|finalists|interviewee|interviewees|"
        "nominee|nominees|those interviewed|people we met|people we interviewed",
    ),
    "MINE": terms(
        1,
        "me|us|him|her|them|my office|our office|our team|the team|me personally|hr|"
        "our recruiter|the recruiter|me directly|us directly|me back|the recruiting team|"
        "the hiring manager",
    ),
    "DETERMINER": terms(
        1,
        "a|an|the|our|any|some|my|their|his|her|more|that|this|all|its|another|one|all our|all the",
    ),
    "QUALITY": terms(
        1,
        "final|hiring|quick|further|formal|official|definite|definitive|initial|firm|clear|"
        "concrete|written|verbal|more|better|good|proper|brief|short|new|next|full|status|"
        "yes or no|detailed|some kind of|kind of|sort of|interview|selection|internal|first|"
        "real|solid|positive|specific|final hiring|job|informed",
    ),
    "NEWS": terms(
        1,
        "decision|decisions|answer|answers|update|updates|news|feedback|response|responses|"
        "result|results|outcome|outcomes|verdict|next steps|information|details|something|"
        "offer|offers|word|info|reply|confirmation|clarity|selection|selections|recommendation|"
        "mail|mails|offer letters|contracts|rejections|invites|choice|update for|timeline|email|e-mail|message|judgement|judgment|ruling|conclusion|pick|shortlist|list|replies|messages|letters|emails|note|phone call|determination|"
        "letter|offer letter|contract|paperwork|invitation|invite|communication|notification|"
        "invitations|notifications|an idea|yes or no|yes / no",
    ),
    "GIVE": terms(
        1,
        "have|having|had|give|giving|send|sending|share|sharing|provide|providing|get|getting|"
        "receive|receiving|announce|announcing|communicate|communicating|issue|issuing|extend|"
        "extending|make|making|made|deliver|release|releasing|post|reach|reaching|finalize|"
        "finalise|finalizing|finalising|reached|come to|coming to|come back with|be ready with|"
        "offer|offering|see|render|arrive at|settle on|publish|email|e-mail|get back with|"
        "be back with|sent|finalized|finalised|confirm|confirming|be sending|be making|pass on|"
        "relay|return with|follow up with|circle back with|get back in touch with|"
        "reach out with|be in touch with|bring you|let you have|put together|hand down",
    ),
    "TOLD": terms(
        1,
        "conveyed to|conveyed|told|notified|contacted|informed|updated|advised|emailed|e-mailed|called|phoned|rung|"
        "telephoned|written to|let know|intimated|kept informed|texted|messaged|apprised|rung up|"
        "got back to|answered",
    ),
    "CALLING": terms(
        1,
        "call|calling|phone|phoning|ring|ringing|telephone|telephoning|speak to|call back|bell|buzz|"
        "dial|call up|ring up|bell back",
    ),
    "CONTACT": terms(
        1,
        "telephone|telephoning|tell|intimate|contact|contacting|call|calling|phone|phoning|ring|email|e-mail|emailing|e-mailing|"
        "text|texting|message|messaging|write to|write|writing to|notify|notifying|inform|"
        "informing|update|updating|tell|telling|advise|advising|alert|reach|ping|pinging|"
        "answer|answering|contacts|calls|notifies|informs|emails|updates|reply to|respond to|"
        "responding to|replying to|get hold of|get in touch with|be in touch with|speak to|"
        "reach out to|reaching out to|follow up with|following up with|be back in touch with|"
        "get back in touch with|be in contact with|come back to|coming back to|get back to|"
        "getting back to|gets back to|circle back with|circle back to|circling back with|"
        "touch base with|touching base with|catch up with|check back with|check in with|"
        "shout|answer back|get on to|come to|apprise|"
        "connect with|reconnect with|go back to|be back to|revert to|return to|give|drop|nudge|"
        "loop back with|loop back to|write back to|get word to|convey to|"
        "make contact with|come back with|be on to|drop by|"
        "follow-up with|follow up on|reaches out to|comes back to|be getting back to|call back|"
        "be contacting|liaise with|feed back to|report back to|swing back to",
    ),
    "TOUCH": terms(
        1,
        "reconnect|"
        "be in touch|be back in touch|get in touch|get back in touch|be in contact|reach out|"
        "reaching out|follow up|following up|be touching base|touch base|circle back|get back|"
        "report back|respond|responding|reply|revert|be reaching out|be following up|"
        "check back|check in|make contact|follow-up|write back|call back|ring back|feed back|"
        "are in touch|stay in touch|keep in touch|check in again|checking in|"
        "be responding|gets back|reaches out|follows up|be getting back",
    ),
    "INFINITIVE": terms(1, "to"),
    "LET": terms(1, "let|letting|lets"),
    # What becomes of an answer, said of the answer itself: "feedback will come", "word is due".
    "ARRIVE": terms(
        1,
        "expected|anticipated|awaited|scheduled|go up|goes up|going up|appear|appears|be posted|be conveyed|come|comes|coming|follow|follows|following|arrive|arrives|arriving|land|lands|go out|"
        "goes out|going out|be out|be sent|be sent out|be issued|be given|be released|be ready|"
        "be available|reach you|reach everyone|be made|be published|be in|"
        "come through|comes through|coming through|come out|comes out|be shared|be in your inbox|"
        "come back|comes back|coming back|come your way|coming your way|be announced|be known|due|"
        "land in your inbox|hit your inbox|make its way to you|be with you|be communicated",
    ),
    "MODAL": terms(
        1,
        "will|shall|would|should|could|may|might|can|ought to|is to|are to|is|are|is expected to|"
        "are expected to|is due to|are due to|is likely to|are likely to|to",
    ),
    "DONE": terms(
        1,
        "made|reached|announced|notified|contacted|informed|finalized|finalised|sent|released|"
        "communicated|extended|posted|selected|decided|taken|known|published|updated|issued|"
        "told|called|chosen|shared|delivered|available|invited|reached out to|emailed|e-mailed|"
        "conveyed|relayed|uploaded|picked|wrapped up|settled|sorted|sorted out|locked down|squared away|tied up|declared|"
        "ready|provided|given|confirmed|forthcoming|sent out|mailed|made available|advised",
    ),
    "LIGHT": terms(
        1,
        "just|then|also|do|simply|always|still|already|probably|likely|definitely|again|now|"
        "either|hopefully|ideally|instead|otherwise|unfortunately|most likely|actually|"
        "realistically|certainly|surely|ultimately|all|both|only|to|next|therefore|however|"
        "first|yes|ok|okay|hi|hello|dear|and|or|but|so|best|sincerely|regards|not",
    ),
    "OF": terms(
        1,
        "of|after|following|from|once|upon|post",
    ),
    "EVENTNOUN": terms(
        1,
        "round|rounds|interviews|interviewing|interview|date|deadline|process|review|reviews|"
        "references|reference|check|checks|committee|assessment|search|applications|candidates|"
        "approval|meeting|budget|panel|deliberations|screening|posting|step|stage|manager|"
        "director|team|everyone|headcount|holiday|vacation|leave|conversations|paperwork|"
        "assignment|test|results|feedback|board|closing|applicants|onsite|onsites|visit|trip",
    ),
    "EVENTJOIN": terms(
        1,
        "once|after|when|as soon as|following|upon|upon completion of|on completion of|"
        "at the end of|at the conclusion of|immediately after|shortly after|soon after|"
        "right after|pending|until|post|not until|only after",
    ),
    "VERB": terms(
        1,
        "is|are|has|have|was|were|will|be|been|gets|finish|finishes|closes|comes|meets|ends|"
        "wrap|wraps|conclude|concludes|returns|signs|makes|reviews|completes|hear|and|we|you|i|"
        "they|to",
    ),
    "OTHERS": terms(
        1,
        "other|more|remaining|additional|several|a few|all|some|further|the remaining|"
        "the other|all the|the rest of the|another|the last|the final|other strong|external|"
        "new|various|the other shortlisted|shortlisted|the shortlisted|our remaining|our other|"
        "a number of|a handful of|the first|first|the rest of",
    ),
}
