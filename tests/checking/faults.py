"""Letters with one planted fault: (kind, text, the check that must say error)."""

NOTE = """Dear Priya,

Thank you for talking with me on Monday about the Data Engineer role. I particularly enjoyed hearing about moving the nightly batch to streaming. {fault}

I would very much like to be part of this work.

Best regards,
Dana Reyes
+1 512 555 0100"""
CHECK_IN = """Dear Priya,

We talked about the Data Engineer role on Monday, and I am as interested as I was then. {fault} Is there an updated timeline for the decision?

Best regards,
Dana Reyes
+1 512 555 0100"""
TELL = """Dear Priya,

I have received an offer elsewhere and have been asked to answer by Wednesday, March 12. {fault} Could you tell me where you are in your process?

Best regards,
Dana Reyes
+1 512 555 0100"""

# Faults seen in the text alone.
PLAIN: tuple[tuple[str, str, str, str], ...] = (
    ("thank_you", NOTE, "What salary did you have in mind?", "pay_talk"),
    ("thank_you", NOTE, "I would also like to discuss compensation soon.", "pay_talk"),
    ("thank_you", NOTE, "My target is $110,000.", "pay_talk"),
    ("thank_you", NOTE, "How many vacation days are there?", "pay_talk"),
    ("thank_you", NOTE, "I would expect £60k.", "pay_talk"),
    ("thank_you", NOTE, "Does the benefits package include dental insurance?", "pay_talk"),
    ("thank_you", NOTE, "I forgot to ask about the pay range.", "pay_talk"),
    ("thank_you", NOTE, "Could you tell me more about stock options?", "pay_talk"),
    ("thank_you", NOTE, "I was so nervous that I lost the thread.", "excuse"),
    ("thank_you", NOTE, "I had a bad day and did not show my best.", "excuse"),
    ("thank_you", NOTE, "I didn't sleep the night before.", "excuse"),
    ("thank_you", NOTE, "I froze at the whiteboard.", "excuse"),
    ("thank_you", NOTE, "I am sorry for my poor performance.", "excuse"),
    ("thank_you", NOTE, "I look forward to joining [Company].", "placeholder"),
    ("thank_you", NOTE, "My work at {employer} prepared me well.", "placeholder"),
    ("thank_you", NOTE, "I admire the work of XXX.", "placeholder"),
    ("thank_you", NOTE, "I can start on TBD.", "placeholder"),
    ("thank_you", NOTE, "I would love to join <company name>.", "placeholder"),
    ("thank_you", NOTE, "We met on ____ in your office.", "placeholder"),
    ("thank_you", NOTE, "I really need this job.", "desperation"),
    ("thank_you", NOTE, "I would take any position at all.", "desperation"),
    ("thank_you", NOTE, "I have no other options.", "desperation"),
    ("thank_you", NOTE, "I am desperate to start.", "desperation"),
    ("check_in", CHECK_IN, "I am begging you to give me an answer.", "desperation"),
    ("check_in", CHECK_IN, "I cannot pay my rent.", "desperation"),
    ("check_in", CHECK_IN, "You promised an answer by Friday.", "reproach"),
    (
        "check_in",
        CHECK_IN,
        "You said I would hear on Friday, but I have not heard anything.",
        "reproach",
    ),
    ("check_in", CHECK_IN, "I am still waiting for your answer.", "reproach"),
    ("check_in", CHECK_IN, "Why haven't you replied?", "reproach"),
    ("check_in", CHECK_IN, "I am disappointed that nobody wrote.", "reproach"),
    ("check_in", CHECK_IN, "You have ignored my messages.", "reproach"),
    ("check_in", CHECK_IN, "I find your silence hard to understand.", "reproach"),
    ("check_in", CHECK_IN, "I've been waiting for two weeks.", "reproach"),
    ("check_in", CHECK_IN, "You failed to keep your word.", "reproach"),
    ("check_in", CHECK_IN, "I deserve an answer.", "reproach"),
    ("check_in", CHECK_IN, "You mentioned a decision last week, but nothing has come.", "reproach"),
    ("tell_about_offer", TELL, "If I do not hear from you by then, I will accept it.", "ultimatum"),
    ("tell_about_offer", TELL, "You must decide by Tuesday.", "ultimatum"),
    ("tell_about_offer", TELL, "I expect an answer by Tuesday.", "ultimatum"),
    ("tell_about_offer", TELL, "Otherwise I will have to take the other job.", "ultimatum"),
    ("tell_about_offer", TELL, "I need your decision by noon.", "ultimatum"),
    ("tell_about_offer", TELL, "Match this offer or else.", "ultimatum"),
    ("tell_about_offer", TELL, "They offer $120,000.", "offer_details"),
    ("tell_about_offer", TELL, "It comes with a salary of 120,000.", "offer_details"),
    (
        "thank_you",
        NOTE.replace("Best regards,\nDana Reyes\n+1 512 555 0100", "Best regards,"),
        "",
        "no_name",
    ),
    (
        "check_in",
        CHECK_IN.replace("\n\nBest regards,\nDana Reyes\n+1 512 555 0100", ""),
        "",
        "no_name",
    ),
    ("thank_you", NOTE.replace("Monday", "Tuesday, March 3, 2025"), "", "weekday"),
    (
        "tell_about_offer",
        TELL.replace("Wednesday, March 12", "Thursday 12 March 2025"),
        "",
        "weekday",
    ),
    ("thank_you", NOTE, "It was a pleasure to hear so much in so little time. " * 25, "length"),
)

# Faults seen against the record.
RECORDED: tuple[tuple[str, str, str, str], ...] = (
    ("thank_you", NOTE.replace("Dear Priya", "Dear Tom"), "", "wrong_person"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Ms. Okafor"), "", "wrong_person"),
    ("thank_you", NOTE.replace("Dear Priya", "Hi Olivia"), "", "wrong_person"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Prija"), "", "misspelt_name"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Pirya"), "", "misspelt_name"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Príya"), "", "misspelt_name"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Raman"), "", "misspelt_name"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Raman Priya"), "", "misspelt_name"),
    ("thank_you", NOTE.replace("Dear Priya", "Dear Ms. Ramen"), "", "misspelt_name"),
    ("thank_you", NOTE, "I would be proud to join Northwnid.", "misspelt_name"),
    ("thank_you", NOTE, "Please give my best to Tom Okafar.", "misspelt_name"),
    ("thank_you", NOTE, "I would be proud to join Contoso.", "wrong_employer"),
    ("thank_you", NOTE, "Please give my best to Yuki.", "wrong_employer"),
    ("thank_you", NOTE, "At Fourth Wall Media I do much the same.", "wrong_employer"),
    ("thank_you", NOTE, "I led the move to Snowflake.", "unknown_name"),
    ("thank_you", NOTE, "Gabriela Torres said so too.", "unknown_name"),
    ("thank_you", NOTE, "I managed 14 people there.", "unknown_number"),
    ("thank_you", NOTE, "I have eight years of experience with it.", "unknown_number"),
    ("thank_you", NOTE, "I cut the costs by 40%.", "unknown_number"),
    ("thank_you", NOTE.replace("on Monday", "on Thursday"), "", "unknown_date"),
    ("check_in", CHECK_IN.replace("on Monday", "on February 26"), "", "unknown_date"),
    ("thank_you", NOTE, "When can I expect to hear a decision?", "too_soon"),
    ("thank_you", NOTE, "Any update on the status?", "too_soon"),
)
