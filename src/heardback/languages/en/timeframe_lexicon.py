"""English words for times: what each word or fixed phrase stands for, by category."""

from heardback.languages.en.timeframe_moods import MOODS
from heardback.languages.en.timeframe_terms import terms

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
}  # fmt: skip
_MISSPELT_DAYS = {
    "munday": 0, "teusday": 1, "tuseday": 1, "tuesady": 1, "wednsday": 2, "wensday": 2,
    "wendesday": 2, "wedensday": 2, "thrusday": 3, "thurday": 3, "thursay": 3, "thurdsay": 3,
    "firday": 4, "fridy": 4, "fridat": 4, "saterday": 5, "sunnday": 6,
}  # fmt: skip
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# More than 100: also a word of its own ("may", "march"), so it needs company.
_AMBIGUOUS_MONTHS = {"may": 105, "march": 103, "mar": 103}

_ONE_UNIT = {
    "day": ("day", 1), "calendar day": ("day", 1), "business day": ("business", 1),
    "working day": ("business", 1), "work day": ("business", 1), "workday": ("business", 1),
    "weekday": ("business", 1), "week": ("week", 1), "wk": ("week", 1), "month": ("month", 1),
    "fortnight": ("week", 2), "year": ("year", 1), "hour": ("hour", 1), "hr": ("hour", 1),
    "quarter": ("quarter", 1), "minute": ("minute", 1), "working week": ("week", 1),
    "business week": ("week", 1), "calendar week": ("week", 1), "calendar month": ("month", 1),
}  # fmt: skip
_MANY_UNITS = {
    "days": ("day", 1), "calendar days": ("day", 1), "business days": ("business", 1),
    "working days": ("business", 1), "work days": ("business", 1), "workdays": ("business", 1),
    "weekdays": ("business", 1), "weeks": ("week", 1), "wks": ("week", 1), "months": ("month", 1),
    "fortnights": ("week", 2), "years": ("year", 1), "hours": ("hour", 1), "hrs": ("hour", 1),
    "minutes": ("minute", 1), "mins": ("minute", 1), "business weeks": ("week", 1),
    "working weeks": ("week", 1), "calendar months": ("month", 1), "calendar weeks": ("week", 1),
    "day's": ("day", 1), "week's": ("week", 1), "month's": ("month", 1), "fortnight's": ("week", 2),
}  # fmt: skip

LEXICON: dict[str, dict[str, object]] = {
    "NUMBER": {**{word: n for n, word in enumerate(_NUMBERS)}, "thirty": 30, "ninety": 90},
    "NTH": {word: n for n, word in enumerate(_NTH, 1)},
    "WEEKDAY": {**{word: n for n, word in enumerate(_DAYS)}, **_SHORT_DAYS, **_MISSPELT_DAYS},
    "SHORTDAY": {"sat": 5, "sun": 6},
    "MONTHNAME": {
        **{word: n for n, word in enumerate(_MONTHS, 1)}, **_SHORT_MONTHS, **_AMBIGUOUS_MONTHS,
    },
    "UNITONE": dict(_ONE_UNIT),
    "UNITMANY": dict(_MANY_UNITS),
    "UNIT": {**_ONE_UNIT, **_MANY_UNITS},
    "PERIODUNIT": {
        "week": "week", "month": "month", "quarter": "quarter", "year": "year",
        "weekend": "weekend", "business week": "week", "working week": "week", "work week": "week",
        "calendar year": "year", "calendar month": "month", "fiscal quarter": "quarter",
    },
    "REL": {
        "this": "this", "current": "this", "the current": "this", "next": "next",
        "last": "last", "past": "last", "previous": "last", "following": "following",
        "the following": "following", "coming": "coming", "the coming": "coming",
        "this coming": "coming", "this upcoming": "coming", "upcoming": "coming",
        "the upcoming": "coming", "the next": "next", "very next": "next", "this next": "coming",
        "this past": "last", "the past": "last", "the last": "last",
    },
    "PART": {
        "early": "early", "earlier": "early", "early in": "early", "early on in": "early",
        "earlier in": "early", "the early part of": "early", "the first part of": "early",
        "the beginning of": "early", "beginning of": "early", "the start of": "early",
        "start of": "early", "the very beginning of": "early", "the top of": "early",
        "mid": "mid", "mid -": "mid", "the middle of": "mid", "middle of": "mid",
        "midway through": "mid", "halfway through": "mid", "around the middle of": "mid",
        "late": "late", "late in": "late", "the latter part of": "late",
        "the later part of": "late",
        "the back end of": "late", "the tail end of": "late", "towards the end of": "late",
        "toward the end of": "late", "near the end of": "late", "later": "later",
        "later in": "later", "later on": "later", "later on in": "later",
        "end of": "end", "the end of": "end", "the very end of": "end", "end": "end",
        "the close of": "end", "close of": "end", "the last day of": "end",
        "the last business day of": "end", "the last working day of": "end",
        "the first half of": "half1", "first half of": "half1",
        "the second half of": "half2", "the back half of": "half2", "second half of": "half2", "the latter half of": "half2",
        "sometime": "some", "some time": "some", "sometime in": "some", "sometime during": "some",
        "some time in": "some", "at some point": "some", "at some point in": "some",
        "at some point during": "some", "at some stage": "some", "any time": "some",
        "anytime": "some", "some point": "some", "some point in": "some", "some day": "some",
        "the rest of": "rest", "the remainder of": "rest", "the balance of": "rest",
        "the course of": "some",
    },
    "QUARTERNAME": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "DAYPART": terms(
        1,
        "morning|afternoon|evening|night|lunchtime|first thing|am|pm",
    ),
    "TOMORROW": terms(1, "tomorrow|tmrw|tmr|tmw|tomorow|tommorow|tommorrow|tomorrow's|2moro"),
    "LATEST": terms(
        1,
        "at the latest|at the very latest|at the absolute latest|at latest|latest|at a push|"
        "at the outside|at worst|at the worst|without fail|tops|max|the latest|for sure|"
        "at the very outside",
    ),
    "SURELY": terms(1, "likely|tentatively|most likely|maybe|perhaps|certainly|definitely|hopefully|surely|probably|in any case|at any rate"),
    "OVERNOW": terms(
        1,
        "over|behind us|done|out of the way|past|gone|passed|finished|through|been and gone",
    ),
    "CLOSE": terms(
        1,
        "cob|cop|eod|eob|eop|close of business|the close of business|close of play|close of day|"
        "the close of day|end of day|end of the day|the end of the day|end of business|"
        "the end of business|end of business day|end of the business day|"
        "the end of the business day|end of the working day|the end of the working day|"
        "end of the work day|the end of the workday|end of the workday|end of play|day's end|"
        "end-of-day|midnight|the end of your business day|end of our business day",
    ),
    "UNITEND": {
        "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year", "month end": "month",
        "month-end": "month", "year end": "year", "year-end": "year", "quarter end": "quarter",
        "quarter-end": "quarter", "week's end": "week", "month's end": "month",
        "year's end": "year", "end of week": "week", "end of month": "month",
        "end of year": "year", "end of quarter": "quarter", "week end": "week",
        "the month end": "month", "the year end": "year",
    },
    "AMPM": terms(
        1,
        "am|pm|a.m.|p.m.|a.m|p.m",
    ),
    "TIMEZONE": terms(
        1,
        "et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt|utc|gmt|bst|cet|cest|ist|eastern|central|"
        "mountain|pacific|eastern time|central time|pacific time|mountain time|local time|"
        "your time|our time|sharp",
    ),
    "FEAST": {
        "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving",
        "the thanksgiving holiday": "thanksgiving", "the thanksgiving break": "thanksgiving",
        "the thanksgiving weekend": "thanksgiving", "thanksgiving break": "thanksgiving",
        "black friday": "black_friday", "christmas": "christmas", "christmas day": "christmas",
        "xmas": "christmas", "the christmas holiday": "christmas",
        "christmas eve": "christmas_eve", "boxing day": "boxing_day", "easter": "easter",
        "easter sunday": "easter", "the easter weekend": "easter_monday",
        "the easter break": "easter_monday", "the easter holiday": "easter_monday",
        "the easter holidays": "easter_monday", "easter weekend": "easter_monday",
        "good friday": "good_friday", "easter monday": "easter_monday",
        "whit monday": "whit_monday", "new year": "new_year", "the new year": "new_year",
        "new year's": "new_year", "new years": "new_year", "new year's day": "new_year",
        "new year's eve": "new_years_eve", "labor day": "labor_day", "labour day": "labor_day",
        "the labor day weekend": "labor_day", "labor day weekend": "labor_day",
        "the labor day holiday": "labor_day",
        "memorial day": "memorial_day", "the memorial day weekend": "memorial_day",
        "memorial day weekend": "memorial_day", "the memorial day holiday": "memorial_day",
        "mlk day": "mlk_day", "martin luther king day": "mlk_day",
        "presidents' day": "presidents_day", "presidents day": "presidents_day",
        "president's day": "presidents_day", "columbus day": "columbus_day",
        "veterans day": "veterans_day", "juneteenth": "juneteenth",
        "independence day": "independence_day", "the fourth of july": "independence_day",
        "the 4th of july": "independence_day", "fourth of july": "independence_day",
        "halloween": "halloween", "valentine's day": "valentines",
        "st patrick's day": "st_patricks",
        "saint patrick's day": "st_patricks", "st patricks day": "st_patricks",
        "st . patrick's day": "st_patricks", "paddy's day": "st_patricks",
        "anzac day": "anzac_day", "australia day": "australia_day",
        "bastille day": "bastille_day", "the july 4 holiday": "independence_day",
        "the july 4th holiday": "independence_day", "the july fourth holiday": "independence_day",
        "bank holiday": "public_holiday", "the bank holiday": "public_holiday",
        "the bank holiday weekend": "long_weekend", "bank holiday weekend": "long_weekend",
        "bank holiday monday": "public_holiday", "the bank holiday monday": "public_holiday",
        "the public holiday": "public_holiday", "public holiday": "public_holiday",
        "the public holidays": "public_holiday", "the long weekend": "long_weekend",
        "the august bank holiday": "public_holiday", "the may bank holiday": "public_holiday",
        "the early may bank holiday": "public_holiday",
        "the spring bank holiday": "public_holiday", "the summer bank holiday": "public_holiday",
        "the holiday weekend": "long_weekend", "the three - day weekend": "long_weekend",
        "canada day": "canada_day", "may day": "may_day",
        "diwali": "diwali", "deepavali": "diwali", "the diwali break": "diwali",
        "the diwali holidays": "diwali", "the diwali holiday": "diwali", "holi": "holi",
        "dussehra": "dussehra", "eid": "eid", "the eid holidays": "eid", "the eid break": "eid",
        "the eid holiday": "eid", "eid holidays": "eid", "eid al fitr": "eid_al_fitr",
        "eid al - fitr": "eid_al_fitr", "eid ul - fitr": "eid_al_fitr",
        "the end of ramadan": "eid_al_fitr", "end of ramadan": "eid_al_fitr",
        "eid al adha": "eid_al_adha", "eid al - adha": "eid_al_adha", "bakrid": "eid_al_adha",
        "lunar new year": "lunar_new_year", "the lunar new year": "lunar_new_year",
        "chinese new year": "lunar_new_year", "the chinese new year": "lunar_new_year",
        "the spring festival": "lunar_new_year", "spring festival": "lunar_new_year",
        "the mid - autumn festival": "mid_autumn", "the dragon boat festival": "dragon_boat",
        "passover": "passover", "pesach": "passover", "rosh hashanah": "rosh_hashanah",
        "yom kippur": "yom_kippur", "sukkot": "sukkot", "vesak": "vesak", "vesak day": "vesak",
        "shrove tuesday": "shrove_tuesday", "pancake day": "shrove_tuesday",
        "mardi gras": "shrove_tuesday", "ash wednesday": "ash_wednesday",
        "palm sunday": "palm_sunday", "maundy thursday": "maundy_thursday",
        "ascension": "ascension", "ascension day": "ascension", "ascension thursday": "ascension",
        "whitsun": "whitsun", "whit sunday": "whitsun", "pentecost": "whitsun",
        "pentecost monday": "whit_monday", "corpus christi": "corpus_christi",
        "epiphany": "epiphany", "twelfth night": "epiphany", "burns night": "burns_night",
        "st david's day": "st_davids", "st george's day": "st_georges", "king's day": "kings_day",
        "cinco de mayo": "cinco_de_mayo", "midsummer": "midsummer", "assumption": "assumption",
        "assumption day": "assumption", "german unity day": "german_unity",
        "all saints' day": "all_saints", "all saints day": "all_saints",
        "all saints": "all_saints", "bonfire night": "bonfire_night",
        "guy fawkes night": "bonfire_night", "st andrew's day": "st_andrews",
        "st andrews day": "st_andrews", "hogmanay": "new_years_eve",
        "st stephen's day": "boxing_day", "st nicholas day": "st_nicholas",
        "the holidays": "christmas_eve", "the holiday season": "christmas_eve",
        "the holiday break": "christmas_eve", "the winter break": "christmas_eve",
        "the christmas break": "christmas_eve", "the christmas holidays": "christmas_eve",
        "the festive season": "christmas_eve", "the festive period": "christmas_eve",
    },
    "SEASONNAME": {
        "spring": "spring", "springtime": "spring", "summer": "summer", "summertime": "summer",
        "autumn": "autumn", "fall": "autumn", "winter": "winter",
    },
    "SEASONEND": terms(
        1,
        "the holidays|the holiday season|the holiday break|the winter break|"
        "the christmas break|the christmas holidays|the christmas holiday|the festive season|"
        "the festive period|the winter holidays|the new year|new year|new year's|new years|"
        "the new year break|the new year holiday|the year end holidays|the holiday period|"
        "holiday season|the holiday shutdown|our holiday shutdown|the end of year break",
    ),
    "ABOUT": terms(
        1,
        "about|around|approximately|roughly|approx|circa|some|~|maybe|perhaps|probably|nearly|"
        "almost",
    ),
    "BY": terms(
        1,
        "by|no later than|not later than|latest on|at the latest on|between now and|by no later than|on or before|by or before|latest by|"
        "at the latest by|at latest by|by the latest|by or on|by at the latest|by the|"
        "no later then",
    ),
    "BEFORE": terms(
        1,
        "before|earlier than|sooner than|prior to|ahead of|in advance of|b4|this side of|on this side of",
    ),
    "NOTBEFORE": terms(
        1,
        "not before|not b4|not until|not till|no earlier than|no sooner than|not earlier than|"
        "not any earlier than|earliest|as early as|as soon as|not prior to|at least until|"
        "until at least|till at least|starting|starting on|beginning|beginning on|as of|from|"
        "effective|commencing|commencing on",
    ),
    "ON": terms(
        1,
        "on|at|in|across|during|for|in the|for the|during the|over|by way of|as of",
    ),
    "AROUND": terms(
        1,
        "around|about|roughly|approximately|on or around|on or about|circa|by around|by about|"
        "by roughly|by approximately|by or around",
    ),
    "AFTER": terms(
        1,
        "after|past|post|any time after|until after|till after|until sometime after|right after|"
        "just after|soon after|shortly after|sometime after|some time after",
    ),
    "UNTIL": terms(
        1,
        "until|till|til|through|thru|up to|up until|until the|through to|up through|"
        "through the|through until|up till",
    ),
    "WITHIN": terms(
        1,
        "within|inside|inside of|in under|in less than|in no more than|in up to|in at most|"
        "no more than|at most|less than|up to|under|within at most|within about|"
        "within a maximum of|within approximately",
    ),
    "OVER": terms(
        1,
        "over|during|throughout|for|across|through",
    ),
    "SOON": terms(
        1,
        "in due time|in good time|when it's settled|"
        "soon|shortly|very soon|very shortly|in due course|asap|as soon as possible|"
        "as soon as we can|as soon as i can|as quickly as we can|as soon as we are able|"
        "as soon as they can|as quickly as possible|when we can|before long|in the near future|"
        "before too long|any day now|as soon as practicable|as soon as practical|"
        "sooner or later|eventually|in the not too distant future|at some point|momentarily|"
        "in short order|at the earliest opportunity|at our earliest convenience|promptly|"
        "as soon as we have news|as soon as there is news|as soon as we know more|"
        "as soon as i know more|as soon as we know|as soon as i know|as soon as i hear|"
        "as soon as we hear|as soon as i have news|as soon as we have an update|"
        "as soon as i have an update|when we have an update|when i know more|when we know more|"
        "once we know more|once i know more|once i hear|once i have news|in a timely manner|"
        "at a later date|at a later time|down the road|in time|when the time comes|"
        "as the process moves forward|later on",
    ),
    **MOODS,
}  # fmt: skip

ABBREVIATIONS = frozenset({*_SHORT_DAYS, *_SHORT_MONTHS, "sat", "sun", "approx", "st", "beg", "wk"})
