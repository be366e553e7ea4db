"""English verbs and nouns of an answer: get back to you, a decision, you will hear."""

from heardback.languages.en.timeframe_terms import heads

ANSWERS: dict[str, tuple[str, ...]] = {
    "call": heads("""
        CALLING OBJECT
        give OBJECT (a|another)? (call|ring|shout|buzz|bell)
    """),
    "answer": heads("""
        let OBJECT (all)? know
        letting OBJECT know
        keep OBJECT (posted|updated|informed|in the loop|abreast)
        CONTACT OBJECT
        TOLD OBJECT
        TOUCH
        TOUCH (to|with) OBJECT
        give OBJECT (a|another)? (call|ring|shout|buzz|heads up|bell|yell|shout out)
        (drop|shoot|fire|send|pop|zip) (off|over)? OBJECT (a|an) QUALITY? (line|note|message|email|
            text|mail|update) (over|across)?
        (drop|shoot|fire|send|pop) (a|an) QUALITY? (line|note|message|email|text|mail) (over|
            across)? to OBJECT
        (fill|clue|loop|read) OBJECT in (on)?
        (bring|get) OBJECT up to (speed|date)
        put OBJECT out of (your|their) misery
        (get|have) (something|an email|a message|it|this|one) (over|out|back)? to OBJECT
        be (on the phone|on|straight on) to OBJECT
        (pick|picking) up the phone (to OBJECT)?
        make OBJECT aware
        share (it|this|that|them|more|where we are|where things stand)? with OBJECT
        be in a position to (say|tell|advise|confirm|share|make|offer|let|answer|respond)
        (see|tell|say|share|know|learn|find out) where (things|we|you|i|they|it) (stand|stands|
            are|is|land|lands|landed)
        say (more|something|yes or no|one way or the other|for sure|for certain)
        (loop|looping|come|coming|swing|swinging|circle|circling) (back|round|back round|
            around|back around) (to|with) OBJECT
        turn (it|this|things|that) (around|round)
        answer your QUALITY? (message|mail|email|e - mail|note|letter|question|questions|enquiry)
        be (able to)? (share|tell)
        (be|get|getting|stay|keep|come) (back)? in (contact|touch|communication) (with OBJECT)?
        make contact (with OBJECT)?
        (be|getting|get)? (straight|right)? back to OBJECT
        have OBJECT (an|a) answer
        you posted
        get word to OBJECT
    """),
    "news": heads("""
        GIVE OBJECT? DETERMINER? QUALITY? QUALITY? NEWS
        GIVE (it|this|that|them|these) to OBJECT
        GIVE NEWS to OBJECT
        GIVE DETERMINER? QUALITY? NEWS to OBJECT
        GIVE OBJECT? (even|any|some|a bit|a little)? more (news|to tell you|to say|to share)?
        (have|get) (something|a bit) more
        have (a|an) (clear|clearer|better|good|firm|firmer|rough)? (picture|idea|sense|steer|
            view|indication) (of|for OBJECT)?
        have (clarity|visibility|certainty)
        (promise|guarantee|owe) OBJECT DETERMINER? QUALITY? NEWS
        know (more|where|whether|if|for sure|by|for certain|something|the outcome|the result|
            the decision|one way or)
        (go|be going|going) out
        put (together|out) DETERMINER? QUALITY? NEWS
        (announce|announcing|publish|publishing|post|reveal|release|tell you|tell everyone) (who|
            the (list|names|winner|successful|shortlist|appointment|outcome|result|results))
        be with (you|OBJECT)
        have (something|anything) (for|to tell) OBJECT
    """),
    "yournews": heads("""
        (have|get|receive|see|find) your QUALITY? (answer|result|results|outcome|response|
            decision|feedback|offer|letter)
    """),
    "decide": heads("""
        (decide|deciding|decides|choose|choosing)
        be (all)? wrapped up
        (make|reach) one
        (nothing|anything) MODAL LIGHT? (happen|move|be decided|change|come of it)
        have (decided|chosen|picked|selected|concluded)
        have made (up)? (our|their|my|his|her|a|the) QUALITY? (minds|mind|choice|pick|decision|call)
        (make|making) (our|their|my|his|her|the|a) QUALITY? (pick|choice|selection|mind up)
        (do|doing|take|taking|come to|coming to) (the|our|a|their) QUALITY? (decision|decisions)
        (want|wants|like|have|get|getting|having|see|need) (this|it|things|everything|all this|
            the process|the search|the hire|the whole thing) (all)? (wrapped up|settled|sorted|
            sorted out|decided|done|finalised|finalized|locked down|tied up|squared away|resolved|
            nailed down|signed off|concluded|closed out|behind us)
        (close|closing|closing off|close off) the loop
        (land|landing|settle|settling|zero in|zeroing in) on (a|an|someone|one|the|our|who)
        (appoint|appointing|hire|hiring) (someone|somebody|a|the|our|one)
        (make|making) (a|an|our|the|their) QUALITY? (hire|appointment|appointments|hires)
        have (a|an|our|the|their|someone|somebody) (hire|candidate|winner|person|name)? (picked|
            chosen|selected|lined up|in mind|decided on)
        (choose|select|pick|determine|conclude) (and|between|from|whom|which|if|whether|among|
            our|their|the successful)
        (arrive at|come to|reach|get to) (one|it)
        (the|this|our) (process|search|selection|selection process|hiring process|
            shortlisting) (will|should|is to|is going to|is expected to|is due to) (be)? (wrap up|
            conclude|end|finish|complete|completed|concluded|finished|over|done|finalised|
            finalized|wrapped up)
        (made up|make up|making up) (our|their|my|his|her) (minds|mind)
        (hiring|final)? (call|decision|choice) gets made
        (reach|reaching|come to|arrive at) (agreement|an agreement|a verdict)
        (make up|making up) (our|their|my|his|her) (minds|mind)
        (make|making) (the|that|a) call
        (settle|settling) on (a|an|one|our|someone|the)
        (choose|choosing|select|selecting|pick|picking) (a|the|our|from|between|among|one|someone|
            who)
        (finalize|finalise|finalizing|conclude|complete|wrap up|
            close out) DETERMINER (QUALITY)? (search|hire|hiring|process|selection|candidate|
            selection process|hiring process|shortlist|deliberations|review|evaluation|
            evaluations)
        (move|moving) (forward|ahead) with
        (have|reached|come to) (a|our) conclusion
        narrow (it|the field|the list|things) down
        be (done|finished) (deliberating|reviewing|deciding)
        (fill|filling) (the|this) (role|position|job)
        (review|reviewing) and (decide|respond|get back)
        (come to|arrive at) a consensus
    """),
    "told": heads("""
        (be|being|been|get|gets) (all|fully|personally)? TOLD
    """),
    "passive": heads("""
        (be|being|been) (all|fully)? DONE
        (which|that) MODAL LIGHT? be LIGHT? DONE
        MODAL be (drawn up|prepared|signed off|approved|finalised|finalized) LIGHT? and DONE
    """),
    "decision": heads("""
        DETERMINER? QUALITY? offers
        (an|the|any|all)? (appointment|appointments|hiring decision) MODAL ARRIVE
        DETERMINER? QUALITY? (determination|resolution|ruling|shortlist)
        an QUALITY? offer
        DETERMINER? QUALITY? (decision|decisions|answer|update|outcome|verdict|hiring decision|
            results|result|decision date|decision deadline|announcement|notification)
        our (own)? WEEKDAY? (deadline|target|target date)
        (notification|notifications|feedback|answers|news) (to|of|for) (all|the)? CANDIDATENOUN
        (expected|anticipated|planned|likely) (notification|announcement|response|reply|feedback)
        (expected|anticipated|planned|estimated|likely|target|targeted) (decision|notification) date
        (away|out|off) from (a|the|our) QUALITY? (decision|answer|offer|verdict)
        (timeline|timing|timeframe|time frame|eta|turnaround) :
        (list|names) of WHICH? CANDIDATENOUN MODAL? ARRIVE
        (interview|panel|client|manager|team) (feedback|verdict|decision|answer) (from OBJECT)?
        no (decision|decisions|answer|offers|news|one|update) MODAL LIGHT? be DONE
        (response|reply|decision|feedback|answer|review|processing|turnaround) (time|times|window)
        (DETERMINER|EVERY)? QUALITY? NEWS (to OBJECT|for OBJECT)? MODAL? LIGHT? ARRIVE
        (DETERMINER|EVERY)? QUALITY? NEWS (to OBJECT|for OBJECT)? MODAL not ARRIVE
        (feedback|news|word|reply|response) (for|to) OBJECT
        notification of (the)? (result|results|outcome|decision)
        (no|any|some|more|further|next) (news|word|update|updates)
        (news|word|reply|response|feedback) from (us|me|our side|our end|the team|them)
        (final|hiring) call
        (timeline|timeframe|time frame|turnaround) (for|on|is|to)
        (hear|hearing) timeline
        (conditional|written|formal) offer (, if made ,)? MODAL? ARRIVE
        (our|the) (target|goal|aim|plan|hope|intention|intent|timeline|deadline|timeframe) (is|
            for|to)
    """),
    "hear": heads("""
        (hear|hearing|hears)
        (get|gets|getting|receive|receives|receiving) a QUALITY? (call|phone call|ring|email|
            e - mail|mail|letter|message)
        (get|have|see) (the|their|our) QUALITY? (verdict|answer|decision) (back)?
        (find|see) DETERMINER QUALITY? NEWS
        get to know (DETERMINER QUALITY? (status|outcome|result|results|decision|answer))?
        (hear|hearing|hears) (back|anything|something|more|news|further|again)
        (hear|hearing|hears) (back|anything|something|more|news|further|
            again)? (back)? from (MINE|someone|somebody|them|the|our|hr|one of)
        (find out|learn|learns)
        (will|'ll|should|would|'d|might|may|could|definitely|certainly) know
        (have|having) (heard|heard back|been told|been contacted|had word|had an answer|known)
        (have|having) heard (back|anything|something)? from (MINE|someone|them|the|our|hr|one of)
        (count|bank|rely) on (hearing|knowing)
        (know|knowing) (for sure|for certain|either way|one way or the other|your fate)
        (get|receive|have) (a|an|our|my|the|some|their)? QUALITY? (call|email|e - mail|phone call|
            message|letter|note|ring) from (me|us|our|the|my|someone|them|one of)
        (get|have|receive) (the|their|our) (committee|board|panel|team|department|client|council|
            manager|director) ('s|') (word|answer|decision|verdict|reply|response)
        (get|gets|have|receive) (our|the|my|their|an|a) QUALITY? (answer|reply|response|decision|
            verdict|result|outcome|word)
        (an|a) (email|e - mail|phone call|letter|note) (from|with)
        (have|get|hear) (a)? yes or (a)? no (from MINE)?
        (have|get|hear) (a)? no or (a)? yes (from MINE)?
        (have|get|hear|see) (their|his|her|our|my) QUALITY? (thoughts|feedback|verdict|view|views|
            comments|answer) (from MINE)?
    """),
    "await": heads("""
        (expect|expecting|anticipate|await) (from us)? DETERMINER? QUALITY? NEWS (from|for)?
        (count|bank|rely) on (a|an|our|my)? QUALITY? (answer|reply|call|decision|response|email)
        expect (yours|one|it)
        (stay tuned|watch this space|watch your inbox|keep your phone handy|
            keep your phone on) (for)?
        (expect|anticipate) DETERMINER? QUALITY? NEWS to (come|arrive|follow|be|land|reach)
        (expect|anticipate) (a|an|our|my|some)? QUALITY? (call|email|contact|message|
            communication|e - mail) (from)?
        (expect|anticipate) (to hear)? (anything|something|much) (from us|from me|sooner|new)?
        (look|watch|keep an eye) (out)? for (an|our|a|my) (email|e - mail|call|message|update|
            decision|note)
        (more|news|word|yes / no|yes or no) from (me|us)
    """),
    "from_you": heads("""
        heard (back|anything|something)? from you
        (hear|hearing) (back|anything|something)? from you
        look forward to your (reply|response|answer|decision)
    """),
    "heard": heads("""
        heard
        heard (back|anything|something|more|from|any)
        heard (back|anything|something)? (back)? from (MINE|someone|them|the|our)
        (got|gotten|received|had|seen) (an|a|any|our)? (answer|update|reply|response|news|word|
            anything|decision|offer|email|call)
        (receive|get) (anything|any|an) (reply|response|answer)?
        been (contacted|in touch|notified|called)
        (contacted|called|emailed|notified) you
        (gotten|got|come) back to you
    """),
    "unheard": heads("""
        (nothing|silence|no word|not a word|no news) from (us|me|our side)
        (hear|heard) nothing
        (had|got|gotten|received|have|get) no (answer|reply|news|word|response|update)
    """),
    "lasts": heads("""
        (take|takes|taking|need|needs|give us|give me|allow|allow us|allow me|bear with us|bear with me|hang tight|hang on|
            hang in there|sit tight|hold tight|hold on|be patient|stay patient|give it|give this|
            give them|give him|give her|allow them|requires) (us|me|them|
            the team|at least|about|up to|around)?
    """),
    "takes": heads("""
        (they|he|she|client|board|panel|committee|team|manager) LIGHT? (have|has|need|needs|
            want|wants|asked for|got|have asked for|has asked for) (until|till)
        (it|that|this|which|decision|answer) LIGHT? (will|would|should|could|might|
            may) LIGHT? LIGHT? be
        (be|looking at|looking like) (another|a further|at least another|an extra)
        (process|review|decision|decisions|it|this|that|reviews|responses|evaluation) (usually|
            typically|generally|normally|can|will|may|should|might)? (take|takes|taking)
        (asked|asking|ask) for (another|more)
        turnaround
    """),
    "know": heads("""
        know
    """),
    "returning": heads("""
        (getting|coming|reporting|circling|reverting) (back)? to MINE
        (calling|emailing|phoning|texting|ringing|messaging) MINE (back)?
    """),
    "wait": heads("""
        (wait|waiting)
        (keep|keeping|leave|leaving) OBJECT (waiting|hanging|in suspense|guessing)
        (be|go) (longer|later)
    """),
}
