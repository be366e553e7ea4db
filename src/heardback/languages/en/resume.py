"""An English résumé: its headings, and the verbs its achievements begin with."""

import re

from heardback.reading.resume import ResumeWords

ENGLISH_RESUME = ResumeWords(
    done=re.compile(
        r"(?:(?:professional|work|relevant|selected|key) )?(?:experience|employment(?: history)?|"
        r"work history|career(?: history)?|projects?|achievements?|accomplishments?|highlights?|"
        r"profile|summary|volunteering|volunteer (?:work|experience))",
        re.IGNORECASE,
    ),
    skills=re.compile(
        r"(?:(?:technical|core|key|professional|other) )?(?:skills?|competenc(?:e|ies)|strengths?|"
        r"expertise|tools?|technologies)(?: (?:and|&) \w+)?",
        re.IGNORECASE,
    ),
    other=re.compile(
        r"education|training|certifications?|references?|referees?|hobbies|interests|languages|"
        r"publications?|awards?|contact(?: details)?|personal(?: details)?",
        re.IGNORECASE,
    ),
    deed=re.compile(
        r"(?:led|built|rebuilt|ran|made|cut|won|grew|taught|set up|brought|kept|sold|wrote|began|held|"
        r"took|drove|oversaw|chose|found|gave|put|spoke|[A-Z]?[a-z]{3,}ed)\b "
        r"(?!(?:by|in|on|at|from) (?:19|20)\d\d)",
        re.IGNORECASE,
    ),
    years=re.compile(
        r"^(?:over |more than )?(?:\d{1,2}\+?|one|two|three|four|five|six|seven|eight|nine|ten) "
        r"years(?:'|’)? (?:of |in |as |with )",
        re.IGNORECASE,
    ),
    filler=re.compile(r"lorem ipsum|\[[^\]]*\]|\bxx+\b|<[^>]*>|@|https?:", re.IGNORECASE),
)
