"""Letters of our own as an expert might print them, over all kinds: none may give an error."""

GOOD: tuple[tuple[str, str], ...] = (
    (
        "thank_you",
        """Dear Ms. Whitaker,

Thank you for taking the time to speak with me yesterday about the Marketing Coordinator position. I enjoyed learning how your team plans its spring campaigns, and our talk about measuring in-store events stayed with me.

My work on the regional food fair taught me how to do just that with a small budget. I am very interested in joining you.

Please let me know if you need anything else from me. I look forward to hearing from you.

Sincerely,
Marcus Bell
(555) 010-7788""",
    ),
    (
        "thank_you",
        """Hi Jordan,

Thanks so much for the chat this morning! I loved hearing about the new warehouse, and I have already started thinking about the slotting question you raised.

I'd be thrilled to work on it with you. If anything else would be useful, just ask.

Best,
Aisha""",
    ),
    (
        "thank_you",
        """Dear Dr. Osei,

I appreciate the hour you gave me on Tuesday. The benefits of early screening that you described, and the way your nurses follow each patient home, are exactly why I went into public health.

I left even more convinced that my five years in community clinics would serve the programme. Should you need references, I will gladly send them.

Kind regards,
Helen Strand
+44 20 7946 0000""",
    ),
    (
        "thank_you",
        """Dear Hiring Committee,

Thank you for the opportunity to interview for the Assistant Registrar role. It was a pleasure to meet everyone and to learn about the move to one student record.

I also wanted to correct one point: I managed the timetable for three years, not two.

With best wishes,
Peter Nolan
peter@example.org""",
    ),
    (
        "thank_you",
        """Dear Ms. Adeyemi,

Thank you for arranging yesterday's interviews and for the clear directions. Everything on the day went smoothly thanks to you.

Warm regards,
Lucas Moreau
555-0134""",
    ),
    (
        "thank_you",
        """Dear Mr. Castellano,

It was a pleasure meeting you on Thursday to discuss the Site Supervisor position. I was particularly struck by how you schedule the trades around the school term.

I forgot to mention that I hold a current first-aid certificate, which may be useful with the apprentices. Is there any more information that would help you decide?

Yours sincerely,
Rosa Jiménez
555 0187""",
    ),
    (
        "check_in",
        """Dear Ms. Whitaker,

I hope your week is going well. I am writing about the Marketing Coordinator position for which I interviewed on March 3. I remain very interested. Could you tell me whether there is an updated timeline for the decision?

Please let me know if there is anything more I can provide.

Sincerely,
Marcus Bell
(555) 010-7788""",
    ),
    (
        "check_in",
        """Hi Jordan,

I wanted to follow up on our conversation about the warehouse role last week. I'm still excited about it. Is there any news you can share about next steps?

Thanks,
Aisha
555 0121""",
    ),
    (
        "check_in",
        """Dear Professor Lindgren,

When we spoke you mentioned that the committee hoped to decide by the end of the month. I remain keen on the lectureship, and would be grateful for an update when you have one.

Yours sincerely,
Tomasz Zielinski
tomasz@example.org""",
    ),
    (
        "check_in",
        """Hello Sam,

I know you are busy, so I will be brief. I interviewed for the analyst role two weeks ago and would love to know where things stand.

All the best,
Nina Petrov
0151 496 0000""",
    ),
    (
        "check_in",
        """Dear Ms. Okonkwo,

I have not heard back about the Operations Lead role and wanted to ask whether the timeline has changed. Since we met, I finished the certification that we talked about.

Best regards,
Daniel Cho
555-0160""",
    ),
    (
        "closing_message",
        """Dear Ms. Whitaker,

I assume that you have moved forward with another candidate for the Marketing Coordinator role. I enjoyed our conversation and wish you and the team well. If things change, I would be glad to hear from you.

Sincerely,
Marcus Bell""",
    ),
    (
        "closing_message",
        """Hi Jordan,

This is the last you will hear from me about the warehouse role. If the timing was wrong, please keep me in mind for later.

Best,
Aisha
555 0121""",
    ),
    (
        "reply",
        """Dear Ms. Chen,

Thank you for your message. I can offer Tuesday at 10:00 or Wednesday after 14:00, whichever suits you better.

Best regards,
Omar Farouk
555-0101""",
    ),
    (
        "reply",
        """Dear Mr. Grant,

Thank you for letting me know that you are still interviewing. I remain very interested, and look forward to hearing from you after the 12th. In answer to your question, my notice period is four weeks.

Kind regards,
Elaine Fox""",
    ),
    (
        "acknowledge_offer",
        """Dear Ms. Whitaker,

Thank you so much for the offer of the Marketing Coordinator position! I am delighted. Could you tell me by when you need my decision, and send me the details in writing?

I look forward to going through everything carefully.

Sincerely,
Marcus Bell
(555) 010-7788""",
    ),
    (
        "ask_extension",
        """Dear Mr. Osborne,

Thank you again for the offer to join the design group. I am very enthusiastic about it. Because I am completing another process, would it be possible to have until Friday, March 21, to give you my answer?

I appreciate your understanding, and I will keep to that date.

Kind regards,
Yara Haddad
555 0144""",
    ),
    (
        "tell_about_offer",
        """Dear Ms. Laurent,

I want to let you know that I have received an offer from another company and need to give them an answer by Friday. Your team remains my first choice. Is there any chance that you will reach a decision before then?

I understand if that is not possible, and thank you for your time.

Best regards,
Kofi Mensah
555 0190""",
    ),
    (
        "tell_about_offer",
        """Hi Beth,

A quick note to keep you informed: I have been offered a position elsewhere, with a decision due next Wednesday. I would much prefer to work with you. Could you tell me where you are in your process?

Thanks very much,
Ivan Horvat
555 0175""",
    ),
    (
        "accept",
        """Dear Mr. Osborne,

I am pleased to accept your offer of the Senior Designer position at a salary of $82,000, starting on April 7. Thank you for your confidence in me.

Please let me know which papers you need before then.

Sincerely,
Yara Haddad
555 0144""",
    ),
    (
        "decline",
        """Dear Ms. Whitaker,

Thank you very much for offering me the Marketing Coordinator position. After careful thought I have decided to accept another offer that is a closer match to my goals.

I enjoyed meeting you and wish the team every success.

Sincerely,
Marcus Bell""",
    ),
    (
        "withdraw",
        """Dear Mr. Grant,

Thank you for considering me for the Project Manager role. I have accepted another position and would like to withdraw my application. I wish you the best in your search.

Kind regards,
Elaine Fox""",
    ),
    (
        "withdraw",
        """Dear Hiring Team,

Thank you for the time you spent with me. I have decided to withdraw from consideration, as I do not think that the role is the right fit. I hope our paths cross again.

Best wishes,
Tariq Aziz""",
    ),
    (
        "raise_point",
        """Dear Dr. Osei,

You asked on Tuesday whether I had led a team through an audit, and I gave only half an answer. In 2022 I led six colleagues through the regional audit, and we passed without remarks.

I would be glad to tell you more. Is there any more information that would help?

Kind regards,
Helen Strand
+44 20 7946 0000""",
    ),
    (
        "ask_question",
        """Dear Ms. Laurent,

Thank you again for our conversation. Before the next round I would value your view on two things. How does the team share the on-call weeks? And what would success look like after six months?

A short call would suit me just as well.

Best regards,
Kofi Mensah
555 0190""",
    ),
    (
        "update_recruiter",
        """Hi Dave,

Quick update: Harcourt came back to me with a verbal offer at 64,000, decision by Friday. I would still rather work for Penrose. How would you play this?

Cheers,
Nina
0151 496 0000""",
    ),
    (
        "debrief_recruiter",
        """Hi Dave,

Just out of the Penrose interview. I saw Carla and the finance director for an hour. They asked a lot about stock control; I was weak on the new lease rules. I am very interested.

Nina
0151 496 0000""",
    ),
    (
        "take_call",
        """Dear Mr. Grant,

Of course, I would be happy to talk about my decision. I am free on Thursday after 15:00, or suggest a time that works for you.

Best regards,
Elaine Fox
555 0112""",
    ),
    (
        "reschedule",
        """Dear Ms. Chen,

I am sorry that I missed our call this morning; a family emergency kept me from the phone. Could we find another time this week?

Kind regards,
Omar Farouk
555-0101""",
    ),
    (
        "fix_mistake",
        """Dear Dr. Osei,

My note this morning called the programme by the wrong name. It should have read Healthy Start. I apologise for the slip.

Kind regards,
Helen Strand""",
    ),
    (
        "answer_rejection",
        """Dear Ms. Whitaker,

Thank you for letting me know. I am disappointed, of course, but I enjoyed meeting the team and learned a lot. If you have any feedback on how I could improve, I would be grateful for it.

Please keep me in mind for future openings.

Sincerely,
Marcus Bell""",
    ),
    (
        "keep_in_touch",
        """Hi Jordan,

We spoke last spring about the warehouse role. Since then I have run the returns desk through the holiday season, and I thought of your question about slotting more than once.

If something opens up, I would love to talk again.

Best,
Aisha
555 0121""",
    ),
    (
        "ask_address",
        """Hi Tess,

Could you give me Mr. Castellano's e-mail address, or forward my thank-you note to him? I would like him to have it today.

Many thanks,
Rosa Jiménez
555 0187""",
    ),
    (
        "thank_you",
        """Dear Team,

Thank you all for a lively afternoon. I learned a great deal about the harbour project, and I was glad to pay attention to the details of the tide gates with you.

Yours,
Ingrid Solberg
+47 22 00 00 00""",
    ),
    (
        "thank_you",
        """Hi Karim,

Thanks for yesterday. You said that careful handovers matter to the ward, and I couldn't agree more: it is how I was trained.

Best,
Tom
555 0155""",
    ),
    (
        "answer_rejection",
        """Hi Kira,

Thank you for telling me. While I was disappointed to learn that I had not been chosen, I was glad to meet all of you.

All the best,
Lou
555 0156""",
    ),
)
