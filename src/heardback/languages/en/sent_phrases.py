"""Phrases of what a candidate writes in English: by the kind of follow-up they show.

The notation is that of `heardback.reading.phrases`.
"""

SENT: dict[str, tuple[str, ...]] = {
    "sent_withdraw": (
        "(i am|i'm) withdrawing",
        "withdrawing from (consideration|the process|your process|the search)",
        "(withdraw|withdrawing|withdrawn|remove|removing|take|taking|pull|pulling) (my|myself)"
        " (application|candidacy|name|from|out|candidature)",
        "(like|decided|wish|want|need|have|going|must|shall|hereby) .. withdraw",
        "i withdraw from (the|your|this)",
        "(won't|will not|shall not) be (going|moving) (further|forward|ahead|on) with",
        "(won't|will not|shall not) be (continuing|proceeding|pursuing) ..",
        "(take|remove) me (out of|from) .. (consideration|running|process|list)",
        "(pull|pulling) out of (the|your|this) .. (process|interview|interviews|running)",
        "(application|candidacy|candidature) .. (as)? withdrawn",
        "(step|stepping|bow|bowing|drop|dropping) (back|out|away|down) (from|of)",
        "(no longer|not) .. (pursue|pursuing|continue|continuing|proceed|proceeding|interested|be"
        " considered|move|moving|going|go) .. (with|in|the|your|this|forward|ahead|to be|further) ..",
        "(decided|chosen) not to (continue|proceed|move|pursue|go)",
        "accepted (another|a different|an) (offer|position|role|job)",
    ),
    "sent_accept": (
        "(accept|accepting) (your|the|this) .. (offer|role|position|job)",
        "{glad} to (accept|join|sign)",
        "(happily|gladly|formally|hereby|would like to|love to) accept",
        "i accept",
        "(signed) .. (contract|offer|letter|agreement|copy) .. (is|attached|enclosed|back)?",
    ),
    "sent_decline": (
        "(decline|declining|turn down|turning down) .. (the|your|this|it|offer)",
        "(have to|must|need to|decided to|going to|respectfully) (decline|turn .. down|say no)",
        "(not|unable|can't|cannot|won't) (to)? (be)? (accept|accepting|able to accept|take|taking)"
        " .. (it|the|your|this|up) ..",
        "(pass|passing) on (the|your|this) offer",
    ),
    "sent_extension": (
        "(have|get|take|need|request|ask|extend|extension|more|possible|give) ... (more time|until"
        "|extension|extra|additional|few more days|little longer|another week|deadline|a few days)",
        "(extension|extend) .. (of|to|the|on|until) ..",
        "(more|additional|extra|little more) time .. (to|before|until) ..",
    ),
    "sent_other_offer": (
        "(received|have|got|holding|been|given|extended|made) .. (another|an|a|one|other|competing)"
        " .. (offer|offers) .. (from|and|with|that|which|elsewhere|i|for|to|of|by)?",
        "(offer|offers) (from|with|at) (another|a different|an|one)",
        "(another|competing|other) offer",
    ),
    "sent_offer_thanks": (
        "(thank you|thanks) .. for offering me",
        "(thank you|thanks) .. (very much|so much|again)? .. for .. (the|your|this|making) .. offer",
        "(written|in writing|formal) .. (offer|letter|form)",
        "(delighted|thrilled|happy|excited|pleased) .. (by|about|with|to receive|to have|to hear)"
        " .. (the|your|this) offer",
    ),
    "sent_check_in": (
        "when (do|will|might|would|can) (you|they|we) ... (decide|decision|choose|know|hear)",
        "when (you|they) .. (expect|plan|hope|mean|intend|will|might) .. (decide|choose|know|make)",
        "(do|would) you know (yet)? when",
        "(where|how) ... (stands|stand) ..",
        "(role|position|decision|process|search|post|job) .. (still|yet) (open|undecided|under way|running)",
        "(is there|what is|what's|any|a rough|have) .. (timeline|timeframe|schedule) ..",
        "(timeline|timeframe|timing|schedule) .. (changed|moved|shifted|looks|is)",
        "(when|whether) .. (i|one) (may|might|can|could|should) (expect|hear) ..",
        "(any|is there|there is|there's|have) .. (news|update|updates|decision|word|progress"
        "|developments)",
        "(check|checking|follow|following|touch|touching|circle|circling) (in|up|base|back) ..",
        "(status|progress|update|state|stage|outcome) (of|on|regarding|about|for|with) .. (my|the"
        "|your) ...",
        "(wanted|want|writing|like|wondering|hoping|wondered|curious) ... (ask|whether|if|know|hear"
        "|where|how) ... (decision|news|update|timeline|timeframe|progress|stand|stands|process"
        "|position|role|hear|heard)",
        "(where|how) .. (you are|things stand|the process|you stand|things are|the search) ..",
        "(haven't|have not|not) .. heard",
    ),
    "sent_closing": (
        "leave (you|them) in peace",
        "(a|my|one) last word",
        "(this|be|as|one) .. (last|final) (note|message|email|time|check|check-in)",
        "(assume|assuming|take it) ... (moved on|filled|another direction|decided|other|another)",
        "(won't|will not|not) .. (bother|write again|trouble|take up|email again|follow up again)",
        "(close|closing) (the loop|my file|this out)",
        "(leave|leaving) (it|things|the ball) (there|here|with you|in your)",
    ),
    "sent_rejection": (
        "(thank you|thanks) .. for (letting|telling|informing|getting back|the update|your"
        " honesty|being) .. (me|to me)? ..",
        "(disappointed|sorry to hear|sad to hear|not the (news|outcome)|disappointing|was hoping)",
        "(future|other) (roles|openings|opportunities|positions|vacancies)",
        "(keep|stay|remain) (me)? (in mind|in touch|in contact) .. (for)? ..",
        "(any|some|appreciate) feedback",
    ),
    "sent_thank_you": (
        "(thank you|thanks|many thanks) .. (so much|very much|again|both|all)? .. for .. (taking"
        "|your time|meeting|the time|speaking|talking|the conversation|our|the interview|having"
        "|inviting|making|today's|yesterday's|the chance|the opportunity|seeing|interviewing|a"
        "|yesterday|today|the chat|the call|walking|showing|the tour) ...",
        "(enjoyed|enjoy|loved|appreciated|pleasure|great|lovely|good|nice) .. (to)? (meeting|meet"
        "|speaking|talking|our|hearing|the conversation|learning|speak|talk|your|chatting|the"
        " interview) ...",
        "(appreciate|appreciated) (your time|the time|the opportunity|you taking)",
    ),
    "sent_fix": (
        "(correct|correction|correcting|mistake|mistaken|error|typo|misspoke|wrong|wrongly"
        "|incorrectly|apologies for|misspelled) ...",
    ),
    "sent_reapproach": (
        "(similar|another|other|something) .. (role|roles|job|position|similar|opening) .. comes up",
        "if something (similar|else)? .. comes up",
        "(reposted|advertised again|open again|reconnect|get back in touch|touch base again)",
        "(keep|keeping|stay|staying) in touch",
    ),
    "sent_address": (
        "(have|has|had) no (e-mail|email)? address",
        "(forward|pass) .. (my|the|this) note",
        "(could|can|would|do|may) (you|i) ... (email|e-mail|contact|mail) (address|addresses|details)",
        "(his|her|their|lee's|'s) (email|e-mail|email address|address)",
    ),
    "sent_raise": (
        "(short|small|quick|brief) addition",
        "add (a word|something|one thing) to",
        "one thing i (did not|didn't) get to say",
        "(one|another) (thing|point|more thing) .. (i|we|that|to) .. (did not|didn't|forgot|wanted"
        "|should|meant|neglected) ..",
        "(forgot|neglected|meant|failed) to (mention|say|add|bring)",
        "(concern|concerns|reservation|reservations) .. (about|you|regarding) ..",
    ),
    "sent_question": (
        "(questions|points|things) (have come|came) up",
        "value your view on",
        "(before i decide|a question|some questions|a few questions|couple of questions|couple of"
        " things) ..",
        "(could|can|would) you (tell|say|share|explain|describe) .. (me|more|a)? ..",
    ),
    "sent_reply": (
        "(works|work|suits|suit|available|free|confirmed|confirm|confirming|attached|enclosed|here"
        " is|here are|sounds good|see you|look forward|looking forward|happy to|i'll be there) ..",
    ),
    "sent_take_call": (
        "(asking|ask|asked) to (talk|speak|call) (about)? ..",
        "you can (reach|call|ring) me (at|on|under) ..",
    ),
    "sent_apply": (
        "(apply|applying|application) (for|to) .. (the|your|a) ..",
        "(attached|enclosed|find) .. (my|is|are)? .. (resume|cv|résumé|cover letter)",
        "(my|please find my) (resume|cv|résumé|application|cover letter)",
        "(interested|interest) in .. (the|your|this|a) .. (role|position|job|opening|vacancy|post)",
    ),
    "sent_debrief": (
        "come out of (the|my) ... (interview|meeting|talk)",
        "(it|interview|meeting|that) (lasted|took) .. (minutes|minute|hour|hours)",
        "(interview|meeting|call|conversation) .. (went|was|is over|has finished|just finished|just"
        " ended) .. (well|good|fine|great|ok|done|over)?",
    ),
    "sent_reschedule": (
        "(reschedule|rescheduling|another time that|new time|different time|missed|find another|move our"
        "|move the) ..",
    ),
    "sent_my_other_process": (
        "(other|another) (process|processes|interviews|application|company|companies|employer)",
    ),
}
