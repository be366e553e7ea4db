"""Where each rule of the playbook comes from: publishers and pages that give the advice.

`seed` is the article the project grew from; "ours" marks what no source says. The pages were read
by the project's authors; what is cited are facts and advice, in our own words elsewhere.
"""

SEED = "When and How to Follow Up After a Job Interview, a recruiter's article"

# key: (publisher, address)
PAGES: dict[str, tuple[str, str]] = {
    "smh": ("Smith Hanley", "https://www.smithhanley.com/2024/09/12/interview-thank-you-note/"),
    "huf14": (
        "HuffPost",
        "https://www.huffingtonpost.com/kristian-schwartz/how-to-say-thank-you-afte_b_4722743.html",
    ),
    "bwr": (
        "Blue Wave Resource Partners",
        "https://bluewaverp.com/ask-a-recruiter-should-i-send-a-thank-you-note/",
    ),
    "dlp": (
        "The Daily Leap",
        "http://thedailyleap.blogspot.com/2012/10/five-thank-you-note-mistakes-to-avoid.html",
    ),
    "far": ("Faraday blog", "https://staging.faraday.email/blog/thank-you-email-after-interview"),
    "joh": (
        "Recruiter's point of view",
        "https://johannacfs.wordpress.com/2015/10/01/thank-you-notes-the-recruiters-point-of-view/",
    ),
    "pjc": (
        "Personal Job Coach UK",
        "https://personaljobcoach.co.uk/guides/how-to-write-a-thank-you-email-after-an-interview",
    ),
    "ipg": (
        "interview-prep.io glossary",
        "https://interview-prep.io/glossary/interview-thank-you-email",
    ),
    "tr17": ("TopResume/Talent Inc survey", "https://talentinc.com/press-2017-11-14/"),
    "lad": ("LiveAbout", "https://www.liveabout.com/interview-thank-you-donts-2063985"),
    "csp": (
        "C-S Partners recruiting blog",
        "https://www.c-spartners.com/recruiting-blog/24/Post+Interview+Thank+You+Notes",
    ),
    "ggu": (
        "Golden Gate law career services",
        "https://gguocs.blogspot.com/2013/04/great-tips-on-writing-thank-you-notes.html",
    ),
    "fem": (
        "Feminist Law Professors",
        "http://www.feministlawprofessors.com/2008/01/thank-you-notes-after-academic-interviews/",
    ),
    "deck": (
        "Deckdout interview guide",
        "https://www.deckdout.net/guides/interview/post-interview-follow-up",
    ),
    "fgb": (
        "Fairygodboss founder",
        "https://fairygodboss.com/articles/thank-you-email-after-an-interview-example",
    ),
    "uark": (
        "Univ. of Arkansas",
        "http://career.uark.edu/new/students/graduate/AfterAcademicInterview.asp",
    ),
    "fvtc": (
        "Fox Valley Technical College",
        "https://www.fvtc.edu/employment-connections/job-search-resources/interviews",
    ),
    "ajp": ("America Job Portal", "http://americajobportal.com/job-interview-note-email.html"),
    "kn": (
        "Katherine Nobles FAQ",
        "https://www.katherinenobles.com/blog/2015/8/16/your-frequently-asked-questions-about-thank-you-follow-up-letters-answered",
    ),
    "chr": (
        "Chronicle of Higher Education",
        "http://www.chronicle.com/blogs/onhiring/some-notes-on-thank-yous/30250",
    ),
    "ctl": (
        "climbtheladder.com",
        "https://climbtheladder.com/when-to-send-thank-you-after-an-interview-on-friday",
    ),
    "bgh": ("Jeff Altman", "http://blog.thebiggamehunter.us/category/thank-you-letters/"),
    "lum": ("Luminous HRS", "https://www.luminoushrs.com/post/say-thank-you"),
    "gal": (
        "Gallery Collection blog",
        "https://www.gallerycollection.com/blog/the-workplace/send-email-interview/",
    ),
    "cap": (
        "Capella University career FAQ",
        "https://capella.libanswers.com/careercenter/faq/128216",
    ),
    "mt": (
        "Manager Tools forum",
        "https://manager-tools.com/forums/thank-you-notes-1-day-interview-turnaround",
    ),
    "qu": ("Quinnipiac CAS360", "https://cas360.qu.edu/resources/interviewing-follow-up/"),
    "law": (
        "The Lawyer Whisperer",
        "https://www.thelawyerwhisperer.com/question/do-you-recommend-sending-a-thank-you-note-after-a-phone-screening-interview/",
    ),
    "bfw": ("Best Fit Work", "https://bestfitwork.com/interviews/how-long-interview-follow-up/"),
    "den": ("DeniseMpls Q&A", "https://denisempls.org/2013/09/10/thank-you-note/"),
    "lc2": (
        "LiveCareer Career Doctor",
        "https://www.livecareer.com/career-tips/career-doctor-blog/send-a-thankyou-letter-after-s",
    ),
    "oel": (
        "Our Everyday Life",
        "http://oureverydaylife.com/should-second-thank-letter-sent-after-second-interview-4932.html",
    ),
    "ck": ("Candidly Keri", "https://candidlykeri.com/blog/thank-you-notes/25/9"),
    "kmi": ("Kelly Mitchell", "https://www.kellymitchell.com/post/post-interview-etiquette"),
    "yoh": (
        "Yoh",
        "https://www.yoh.com/blog/the-job-interview-is-over-now-what-heres-how-to-follow-up",
    ),
    "ccf": (
        "Career Confidential",
        "https://careerconfidential.com/a-thank-you-note-will-boost-your-chance-to-get-the-job",
    ),
    "onb": (
        "Onboard Careers",
        "http://onboardcareers.com/interview-advice/whats-the-correct-timeline-for-following-up-after-an-interview/",
    ),
    "mf10": ("MetaFilter", "https://ask.metafilter.com/169270/Fixing-an-interview-blunder"),
    "exp": (
        "Medical-sales recruiter answer",
        "https://experts123.com/q/the-perils-of-texting-or-can-you-fix-a-job-interview-thank-you-note-mistake.html",
    ),
    "adv": (
        "The Advance Group",
        "https://www.theadvancegroupjobs.com/2019/11/08/did-technology-sabotage-your-interview/",
    ),
    "pach": ("The Pachera Group", "https://thepacheragroup.com/?p=1923"),
    "wip": (
        "The Workin' Parent",
        "https://theworkinparent.com/2021/06/15/helpful-hints-for-the-thank-you-email-after-an-interview/",
    ),
    "avid": (
        "Avid Careerist",
        "https://www.avidcareerist.com/2013/08/21/job-interview-thank-you-note/",
    ),
    "net": ("Net-Temps InFocus", "http://www.net-temps.com/recruiters/infocus/article.htm?id=2725"),
    "how": (
        "How to Really Get a Great Job",
        "http://blog.howtoreallygetagreatjob.com/2014/01/3-big-ways-to-do-thank-you-wrong",
    ),
    "wtop": ("US News via WTOP", "https://wtop.com/news/2020/03/how-to-decline-a-job-offer/"),
    "yjc": ("Your Job Is Calling", "https://yourjobiscalling.com/?p=465"),
    "sel": (
        "Seltzer Fontaine legal search",
        "https://www.seltzerfontaine.com/resources/publications/interview-strategies-series/interview-strategies-flawless-follow/",
    ),
    "gh": (
        "The Glass Hammer",
        "http://theglasshammer.com/2009/08/19/ask-a-career-coach-how-long-do-you-wait-to-follow-up/",
    ),
    "vau": (
        "Vault",
        "https://www.vault.com/blogs/interviewing/how-much-should-you-pester-interviewers",
    ),
    "bcit": (
        "BCIT Student Association",
        "https://www.bcitsa.ca/careerservices/2020/10/22/career-fortunes-wisdom-from-your-career-specialists-8",
    ),
    "fla": (
        "flashdesigner.hk recruiters",
        "https://www.flashdesigner.com.hk/blog/give-yourself-a-break-good-interview-follow-up-begins-while-youre-still-at-the-interview",
    ),
    "cbc": (
        "CBC Money Talks",
        "http://www.cbc.ca/newsblogs/business/moneytalks/2011/08/kira-vermond-after-the-interview-how-long-do-you-wait.html",
    ),
    "alt": ("ALTRES", "https://www.altres.com/insights-and-resources/interview-follow-up/"),
    "nex": (
        "Nexxt",
        "https://www.nexxt.com/articles/how-to-follow-up-after-an-interview-11486-article.html",
    ),
    "ind": (
        "Indeed",
        "https://www.indeed.com/career-advice/interviewing/how-long-to-wait-after-interview",
    ),
    "ivy": (
        "Ivy Exec",
        "https://www.ivyexec.com/career-advice/2015/how-long-should-i-wait-to-follow-up-after-an-interview/",
    ),
    "jj": (
        "JournalismJobs",
        "https://www.journalismjobs.com/career-advice/20/when-to-follow-up-after-an-interview",
    ),
    "pur": (
        "Purdue CCO",
        "https://www.purduecco.com/single-post/2012/03/28/interview-follow-up-call-memaybe",
    ),
    "cwi": (
        "Career Woman Inc",
        "http://www.careerwomaninc.com/2018/06/what-to-do-when-youve-interviewed-but-havent-heard-back-from-the-employer-2/",
    ),
    "lia": ("LiveAbout", "https://www.liveabout.com/dream-job-follow-up-2059451"),
    "fred": ("Frederick Works Q&A", "https://frederickworks.com/blog/2019/10/11/time-to-follow-up"),
    "sea": (
        "Seattle Times",
        "https://www.seattletimes.com/explore/careers/dont-count-your-job-offers-until-theyre-dispatched/",
    ),
    "aam12b": (
        "Ask a Manager",
        "https://www.askamanager.org/2012/08/what-your-interviewer-says-vs-what-you-hear-vs-what-they-mean.html",
    ),
    "drd": (
        "Dr. Dawn Graham",
        "https://drdawnoncareers.com/deciphering-cryptic-messages-from-the-hiring-manager-in-your-job-search/",
    ),
    "rsp": (
        "ResumePerk",
        "https://resumeperk.com/blog/when-should-you-follow-up-after-an-interview",
    ),
    "hot": (
        "Yahoo HotJobs recruiter survey",
        "https://www.careerusa.org/jobs/179-resources/168-career-files/130-64-after-the-interview/235-the-waiting-game-by-caroline-levchuck-yahoo-hotjobs.html",
    ),
    "ctf": (
        "Career Trend",
        "https://careertrend.com/follow-up-after-final-round-interview-32268.html",
    ),
    "fres": ("Fresno Bee column", "https://www.fresnobee.com/news/business/article24651292.html"),
    "car": (
        "careery.pro protocol",
        "https://careery.pro/blog/interview-prep/follow-up-email-after-interview",
    ),
    "ins": (
        "InspireAmbitions",
        "https://inspireambitions.com/how-to-send-a-job-interview-follow-up-email",
    ),
    "usn": (
        "US News",
        "http://money.usnews.com/money/blogs/outside-voices-careers/2010/03/04/should-you-follow-up-the-interview-with-a-phone-call",
    ),
    "abt": (
        "About.com job search",
        "http://jobsearch.about.com/od/interviews/a/interview-thank-you-call.htm",
    ),
    "crq": (
        "CollegeRecruiter",
        "https://www.collegerecruiter.com/blog/2009/04/22/ask-the-experts-leave-a-message-when-following-up",
    ),
    "tamp": (
        "NYT Career Couch via Tampa Bay Times",
        "https://www.tampabay.com/archive/2009/09/22/getting-a-post-interview-response/",
    ),
    "hrb": (
        "HR Bartender",
        "http://www.hrbartender.com/2012/recruiting/what-to-do-when-the-company-is-just-not-that-into-you-ask-hr-bartender/",
    ),
    "ins2": (
        "InspireAmbitions",
        "https://inspireambitions.com/how-long-after-a-job-interview-to-follow-up",
    ),
    "sac": ("Tim Sackett", "https://timsackett.com/2012/07/11/4-annoying-ways-follow-interview/"),
    "mer": ("Merritt Staffing", "https://www.merrittstaffing.com/tag/calling-after-an-interview/"),
    "aam12": (
        "Ask a Manager",
        "https://www.askamanager.org/2012/12/waiting-to-hear-about-a-job-during-the-holidays.html",
    ),
    "mps": (
        "MedPro Staffing",
        "https://www.medprostaffing.com/how-to-follow-up-a-nursing-interview-during-the-holiday-season/",
    ),
    "gse": ("GetStart-Ed", "https://www.getstart-ed.com/post/don-t-call-us-we-ll-call-you"),
    "yah": ("Yahoo Answers", "https://answers.yahoo.com/question/index?qid=20201028130838AACf2wI"),
    "aam18": (
        "Ask a Manager",
        "https://www.askamanager.org/2018/06/an-employer-told-me-i-was-their-back-up-candidate-in-case-their-first-choice-didnt-work-out.html",
    ),
    "hum": (
        "Human Engineers/Richard Moy",
        "https://humanengineers.com/3-things-interviewers-always-say-and-what-they-actually-mean/",
    ),
    "pace": (
        "PACE Staffing",
        "https://www.pacestaffing.com/we-are-still-interviewing-other-candidates/",
    ),
    "aam15b": (
        "Ask a Manager",
        "https://www.askamanager.org/2015/09/how-to-interpret-common-things-job-interviewers-say.html",
    ),
    "mea": ("Meador Staffing", "http://www.meador.com/2014/11/07/3-ways-follow-job-hold/"),
    "biz": (
        "Bizfluent",
        "https://bizfluent.com/info-12094801-mean-status-listed-on-hold-after-job-interview.html",
    ),
    "rid": ("Riding Techie", "http://www.ridingtechie.com/tag/office-excuses/"),
    "aam11": (
        "Ask a Manager",
        "https://www.askamanager.org/2011/08/10-ways-to-annoy-a-hiring-manager.html",
    ),
    "ctl11": (
        "climbtheladder",
        "https://climbtheladder.com/is-it-appropriate-to-call-after-an-interview",
    ),
    "flo": ("flowcoef", "https://flowcoef.wordpress.com/2016/04/04/a-new-hr-annoyance/"),
    "nwj": (
        "NWjobs Recruiter's Inbox",
        "http://blog.nwjobs.com/careercenter/why_is_hr_telling_me_not_to_contact_the_hiring_manager.html",
    ),
    "alo": ("A Life After Layoff", "https://alifeafterlayoff.com/?p=3351"),
    "dkl": (
        "Duke Law",
        "https://law.duke.edu/career/2l/professionaldevelopment/interviewing/offer/",
    ),
    "efc": (
        "eFinancialCareers",
        "https://www.efinancialcareers.com/news/2007/10/ask-the-expert-waiting-for-the-right-offer",
    ),
    "vt2": ("Virginia Tech", "https://career.vt.edu/job-search/deciding/ethical_issues.html"),
    "unl": (
        "Univ. of Nebraska-Lincoln",
        "https://careers.unl.edu/job-internship-guide/table-contents/chapter-5-offers-and-negotiation/acceptance-and-declining",
    ),
    "wcv": ("WorkCoachCafe", "http://workcoachcafe.com/2013/02/04/did-i-get-the-job/"),
    "wal": ("Walrath Recruiting", "https://walrathrecruiting.com/long-can-wait-accept-job-offer/"),
    "ctl6": (
        "climbtheladder",
        "https://climbtheladder.com/how-long-do-companies-give-you-to-accept-an-offer",
    ),
    "mon": ("Monster.ca", "https://www.monster.ca/career-advice/article/delaying-a-job-offer-ca"),
    "aam09": (
        "Ask a Manager",
        "https://www.askamanager.org/2009/02/how-to-juggle-job-offer-when-youre.html",
    ),
    "lgc": (
        "LegalClarity",
        "https://legalclarity.org/how-to-ask-for-time-to-consider-a-job-offer-professionally",
    ),
    "osu": ("Ohio State ECS", "https://ecs.osu.edu/blog/2018/03/requesting-deadline-extension"),
    "vt": ("Virginia Tech", "http://www.career.vt.edu/JobSearchGuide/Extension.html"),
    "rag": (
        "Resume Agentics",
        "https://resumeagentics.com/interview-guide/asking-for-more-time-to-decide",
    ),
    "ctj": ("Career Trend", "https://careertrend.com/handle-job-offer-waiting-interview-6596.html"),
    "umn": ("Forbes/Ceniza-Levine", "http://z.umn.edu/manage-multiple-offers"),
    "cbs": (
        "CBS/Evil HR Lady",
        "https://www.cbsnews.com/news/i-have-a-job-offer-do-i-tell-other-companies/",
    ),
    "ics": (
        "Insider Career Strategies",
        "https://www.insidercareerstrategies.com/blog/gtfwl1z0l93x8h3yj8g6m1h2g73mcy/4/2017",
    ),
    "rsn": (
        "Resume-Now/WorkCoach",
        "https://www.resume-now.com/templates/career-tips/job-offer-while-waiting-to-hear-back-from-another-company-i-really-want",
    ),
    "fox": (
        "Fox Business",
        "https://www.foxbusiness.com/features/i-received-a-job-offer-but-im-also-waiting-to-hear-back-from-a-preferred-employer-what-now",
    ),
    "ott": ("Open textbook", "https://www.opentextbooks.org.hk/ditatopic/36542"),
    "upj": (
        "UpJourney expert panel",
        "https://upjourney.com/how-to-tell-a-potential-employer-you-have-another-job-offer",
    ),
    "ctl10": (
        "climbtheladder",
        "https://climbtheladder.com/when-and-how-to-tell-interviewer-you-have-another-offer",
    ),
    "kal": (
        "Kali Kajaros",
        "https://www.kalikajaros.com/deciding-on-a-job-offer-when-youre-still-interviewing-elsewhere/",
    ),
    "cad": ("CareerAddict", "https://www.careeraddict.com/job-offer-still-waiting-employer"),
    "duk": (
        "Duke career hub",
        "https://careerhub.students.duke.edu/blog/2022/05/11/how-to-handle-job-internship-offer-deadlines/",
    ),
    "ari": (
        "Univ. of Arizona",
        "http://www.career.arizona.edu/employer/employer-relations/principles-policies-and-practices-for-employers/exploding-job-offers",
    ),
    "stb": (
        "Standby Personnel",
        "https://standbypersonnel.com/blog/untitled-category/how-long-should-you-take-to-respond-to-a-job-offer",
    ),
    "rhn": ("Resource Help Network", "https://resourcehelpnetwork.com/?p=1280"),
    "abr": (
        "Abrivia Ireland",
        "https://www.abrivia.ie/when-to-hand-in-your-notice-after-you-receive-a-job-offer",
    ),
    "ctr": (
        "Contract.careers",
        "https://contract.careers/blog/i-got-a-verbal-job-offer-when-do-i-resign",
    ),
    "bht": (
        "BHT Staffing",
        "https://www.bhtstaffing.com/2017/03/20/warning-background-check-alert/",
    ),
    "adw": ("Adweek/Corlett", "https://www.adweek.com/digital/the-i-have-another-offer-bluff/"),
    "egg": ("Eggcellent Work", "https://eggcellentwork.com/lying-about-having-another-job-offer/"),
    "unc": (
        "UNC career corner",
        "https://careercorner.unc.edu/2016/11/07/reneging-on-a-job-offerwhy-why-not/",
    ),
    "crn": (
        "Cornell Graduate School",
        "https://gradschool.cornell.edu/career-and-professional-development/pathways-to-success/prepare-for-your-career/take-action/evaluate-offers/protect-your-good-name/",
    ),
    "prs": ("Priority Search", "http://prioritysearch.com/refresh/templates/resources.php?id=39"),
    "jnh": (
        "Job Seeker News Hubb",
        "https://jobseekernewshubb.com/2020/05/16/how-to-turn-down-other-companies-when-youve-accepted-a-job-offer/",
    ),
    "aam13": (
        "Ask a Manager",
        "https://www.askamanager.org/2013/09/should-i-keep-interviewing-after-i-already-accepted-a-job-offer.html",
    ),
    "ath": ("Ask the Headhunter", "https://www.asktheheadhunter.com/tag/withdraw"),
    "jou": (
        "Jourvo",
        "https://jouryovb.com/how-to-respond-to-an-interview-request-email-examples-for-every-situation/",
    ),
    "lsm": (
        "Local Service Mastery",
        "https://localservicemastery.com/importance-of-checking-candidate-response-time",
    ),
    "aam15": (
        "Ask a Manager",
        "https://www.askamanager.org/2015/06/candidates-who-dont-respond-to-interview-invitations.html",
    ),
    "lcd": (
        "LiveCareer Career Doctor",
        "https://www.livecareer.com/career-tips/career-doctor-blog/continue-interview-process-if",
    ),
    "r29": (
        "Refinery29 UK",
        "https://refinery29.com/en-gb/job-interview-red-flags-bad-work-environment",
    ),
    "mcg": (
        "Univ. of North Georgia's Farrell",
        "https://www.mycreditguide.org/how-to-guides/what-to-do-if-you-want-to-withdraw-from-the-job-interview-process",
    ),
    "par": ("Paragon USA", "https://paragonusa.com/category/interviewtips/"),
    "vim": ("Vault", "https://vault.com/blogs/interviewing/interview-manners"),
    "fort": ("Fortune", "https://fortune.com/2014/07/01/job-interview-salary-negotiation/"),
    "cvs": ("CV Succeed", "https://www.cvsucceed.co.uk/talk-about-salary/"),
    "brd": (
        "Brand Recruitment poll",
        "https://www.brandrecruitment.co.uk/candidates/interview-tips/talking-money/",
    ),
    "mco": (
        "Melissa Cooley",
        "http://melissacooley.com/2014/07/what-if-i-interview-and-decide-i-dont-want-the-job/",
    ),
    "div": ("Diversant", "https://www.diversant.com/news/how-to-withdrawing-from-an-interview/"),
    "mtf": (
        "Manager Tools forum",
        "https://www.manager-tools.com/forums/do-i-continue-interview-if-i-likely-will-not-take-job",
    ),
    "ipn": ("Interview Penguin", "http://interviewpenguin.com/interview-follow-up-section/"),
    "srg": ("SRG/Joan Lloyd", "https://srghr-usa.com/what-to-do-after-the-interview-usa/"),
    "jtd": (
        "J.T. & Dale",
        "https://www.thetimes-tribune.com/news/business/offer-employer-some-help-1.1469053",
    ),
    "emc": (
        "EmploymentCrossing",
        "https://www.employmentcrossing.com/article/900015827/The-Leap-to-Clinch-the-Job-Offer",
    ),
    "epc": (
        "Employment Professionals Canada",
        "https://www.employmentprofessionalscanada.ca/2015/11/27/job-interview-tips-mistakes/",
    ),
    "kei": (
        "Keifer Search/Vault",
        "http://keiferprofessionalsearch.com/tips-and-techniques/thank-you-notes-and-emails/",
    ),
    "cen": ("C&EN chemjobs", "https://cen-chemjobs.org/job_survivinginterview.html"),
    "cpk": (
        "Career Point Kenya",
        "http://www.careerpointkenya.co.ke/2018/07/3-ways-to-recover-after-messing-up-in-an-interview/",
    ),
    "nal": (
        "Naledi Saul",
        "https://naledisaul.com/2016/01/01/using-a-thank-you-note-to-address-an-interview-misstep/",
    ),
    "gwa": (
        "Gerald Walsh",
        "https://www.geraldwalsh.com/blog?c=the-3-most-common-reasons-an-employer-will-not-hire-you",
    ),
    "cbn": (
        "CBN",
        "https://www2.cbn.com/article/purpose/follow-interviews-without-bugging-employers",
    ),
    "ctl7": (
        "climbtheladder",
        "https://climbtheladder.com/how-to-politely-decline-a-second-interview",
    ),
    "rex": ("Royal Examiner", "https://royalexaminer.com/how-to-drop-out-of-a-hiring-process/"),
    "rhp": ("Resumer.help", "https://resumer.help/blog/withdrawing-from-an-interview-process"),
    "jsa": ("JobSearchAdvice.io", "https://jobsearchadvice.io/interview-follow-up-email"),
    "dis": (
        "Distinguished Search",
        "https://www.distinguishedsearch.com/post/i-d-like-to-withdraw-what-great-recruiters-do-next",
    ),
    "wik": ("wikiHow mirror", "https://wheattasty.pages.dev/posts/5-ways-to-decline-a-job-offer"),
    "uog": ("University of Guelph", "https://cecs.uoguelph.ca/print/352"),
    "luc": (
        "Lucas Group",
        "https://www.lucasgroup.com/news-pr/how-to-tell-a-potential-employer-you-have-another-job-offer-2/",
    ),
    "chp": ("Champion Personnel", "https://championpersonnel.com/after-an-interview"),
    "med": ("MedSalesResumes", "https://medsalesresumes.com/your-recruiter"),
    "app": ("Appoint UK", "https://www.appoint.co.uk/tag/interview-thank-you-email/"),
    "jhl": ("Job-Hunt", "https://job-hunt.org/recruiters/after-interview-waiting-game.shtml"),
    "and": ("Andersen agency", "https://andersen.agency/candidates-to-limit-their-client-contact/"),
    "cdw": (
        "Careers Done Write",
        "https://careersdonewrite.com/blog/send-thank-you-note-after-interview",
    ),
    "spk": (
        "Spark Hire",
        "https://blog.sparkhire.com/2014/04/15/risky-business-going-rogue-during-the-interview-process/",
    ),
    "rcm": (
        "RecruitmentCompanies",
        "https://recruitmentcompanies.com/2025/03/14/recruiter-is-not-giving-me-an-update-on-the-position-should-i-contact-the-company-directly-2",
    ),
    "mf14": ("MetaFilter", "https://ask.metafilter.com/261938/Job-Search-Etiquette"),
    "ric": (
        "Richmond.com",
        "https://richmond.com/make-every-interview-count-how-to-ask-for-feedback/article_91cfeb88-7ced-11eb-b65f-bf8970623efd.html",
    ),
    "ctl8": (
        "climbtheladder",
        "https://climbtheladder.com/how-to-reply-to-rejection-email-get-feedback",
    ),
    "ais": ("Aissence", "https://www.aissence.ai/blog/interview-rejection-email-response-template"),
    "hpr": (
        "HuffPost/Quora",
        "https://www.huffingtonpost.com/entry/the-right-way-to-deal-with-rejection-after-a-job-interview_us_5a10c1bee4b023121e0e937e",
    ),
    "cht": (
        "ChaseTech",
        "https://chasetechconsultants.com/featured/break-the-job-rejection-cycle-ask-for-interview-feedback-advice-how-you-can-improve-career-performance/",
    ),
    "hin": (
        "The Hindu",
        "http://www.thehindu.com/life-and-style/money-and-careers/when-rejected-for-a-job-get-to-know-your-weak-points/article25546.ece",
    ),
    "qdt": ("Quick and Dirty Tips", "https://quickanddirtytips.com/?p=60579"),
    "tbr": (
        "The Balance",
        "https://www.thebalancecareers.com/how-to-reapply-for-a-job-when-you-have-been-rejected-2061578",
    ),
    "ctl9": (
        "climbtheladder",
        "https://climbtheladder.com/can-you-apply-again-for-a-job-after-being-rejected",
    ),
    "phx": (
        "Phoenix Staff",
        "https://phoenixstaff.com/declined-for-a-job-a-year-ago-and-wondering-if-you-can-revisit/",
    ),
    "hrn": ("HRNasty", "https://hrnasty.com/re-apply-for-the-job/"),
    "tmm": (
        "Kossovan",
        "https://tmmarketplace.ca/career-human-resource-information/after-a-job-rejection-stay-connected/",
    ),
    "tec2": ("Top Echelon", "https://topechelon.com/?p=238317"),
    "bul": (
        "Bullhorn",
        "https://www.bullhorn.com/toolkit/how-frequently-should-you-reach-out-to-new-candidates/",
    ),
    "ctl3": (
        "climbtheladder.com",
        "https://climbtheladder.com/should-i-follow-up-a-second-time-after-an-interview",
    ),
    "jar": ("Jarushub", "http://www.jarushub.com/how-to-follow-up-after-a-job-interview/"),
    "ins3": ("InspireAmbitions", "https://inspireambitions.com/how-to-follow-up-for-job-interview"),
    "bud": ("Bud Bilanich", "https://budbilanich.com/no-stalking/"),
    "ask": ("Cruit", "https://www.askcruit.com/interviews/follow-up/second-follow-up"),
    "bal": (
        "The Balance",
        "https://www.thebalancemoney.com/job-interview-follow-up-phone-call-tips-2061305",
    ),
    "lss": (
        "Lake Superior State University",
        "http://www.lssu.edu/careerservices/FollowUpYourInterview.php",
    ),
    "gwu": ("George Washington University", "https://gsehd.gwu.edu/post-interview"),
    "aam17": (
        "Ask a Manager",
        "https://www.askamanager.org/2017/01/should-you-send-job-interview-thank-you-notes-through-email-or-postal-mail.html",
    ),
    "ctk": (
        "CareerTK",
        "http://careertk.blogspot.com/2013/04/7-things-you-can-do-after-really-bad.html",
    ),
    "smp": (
        "SMPro Tips",
        "https://www.smprotips.com/connecting-with-interviewer-on-linkedin-after-interview/",
    ),
    "elt": (
        "Elliott Scott HR",
        "https://www.elliottscotthr.com/blog/2015/11/interview-etiquette-and-linkedin-to-connect-or-not-to-connect",
    ),
    "tro": (
        "Trojan Times",
        "http://trojan-times.com/advice-for-awkward-moments-with-awkward-lisa-9/",
    ),
    "lgi": (
        "Legal.io",
        "https://www.legal.io/articles/5170363/How-to-Juggle-a-Job-Offer-When-You-re-Still-Waiting-for-Another-One",
    ),
    "ctl5": (
        "climbtheladder.com",
        "https://climbtheladder.com/what-to-do-if-offered-a-job-but-waiting-on-another",
    ),
    "shrm": (
        "SHRM",
        "https://www.shrm.org/resourcesandtools/hr-topics/organizational-and-employee-development/career-advice/pages/your-career-qa-how-to-ask-for-time-to-consider-a-job-offer.aspx",
    ),
    "usc": (
        "University of Southern California",
        "https://careers.usc.edu/resources/job-offer-policies-and-guidelines/",
    ),
    "duq": (
        "Duquesne University",
        "https://www.duq.edu/life-at-duquesne/student-services/center-for-career-development/employers/post-jobs-and-internships/recruiting-policies/offer-policy",
    ),
    "cll": ("Careerlines", "http://careerlines.blogspot.com/2008/05/when-to-ask-about-salary.html"),
    "tec": ("Top Echelon", "https://beta.topechelon.com/?p=12265"),
    "soc": (
        "SocialTalent",
        "https://www.socialtalent.com/blog/recruitment/when-email-candidates-schedule-them-advance",
    ),
    "hrx": (
        "HR Exchange",
        "https://www.hrexchangenetwork.com/hr-talent-acquisition/articles/the-best-day-of-the-week-to-recruit-is",
    ),
    "src": ("SourceCon", "https://sourcecon.com/when-is-the-best-time-to-contact-a-candidate"),
    "gls": (
        "Refinery29 on Glassdoor's figures",
        "https://www.refinery29.com/en-us/2017/08/167325/interview-hiring-wait-time-glassdoor",
    ),
    "nace": (
        "NACE benchmarks",
        "http://www.personal.psu.edu/cxs1/blogs/charlotte_spector/2013/02/how-long-between-the-interview-and-a-job-offer.html",
    ),
    "wtl": (
        "WeHirePeople",
        "https://www.wehirepeople.com/2018/05/02/post-interview-follow-up-matters-maybe-more-than-the-interview-itself/2/",
    ),
}

RULES: dict[str, tuple[str, ...]] = {
    "TY-1": ("seed", "smh", "huf14", "bwr", "dlp", "far", "joh", "pjc", "ipg", "tr17", "lad"),
    "TY-2": (
        "smh",
        "csp",
        "ggu",
        "fem",
        "deck",
        "huf14",
        "fgb",
        "ipg",
        "pjc",
        "uark",
        "fvtc",
        "ajp",
        "kn",
        "chr",
    ),
    "TY-3": ("ctl", "bgh", "lum"),
    "TY-4": ("gal", "cap", "mt", "qu"),
    "TY-5": ("law", "bfw", "den", "bwr"),
    "TY-6": ("lc2", "oel", "ctl", "den"),
    "TY-7": ("huf14", "ck", "fvtc", "uark"),
    "TY-8": ("ck", "kmi", "joh", "yoh", "ccf", "deck"),
    "TY-9": ("onb", "mf10"),
    "TY-10": ("exp", "adv"),
    "TY-11": ("pach", "wip", "ipg", "smh", "far", "pjc"),
    "TY-12": ("seed", "avid", "net", "how", "lad"),
    "TY-13": ("qu", "den", "wtop", "ajp"),
    "CK-0": ("yjc", "sel", "gh", "vau", "bcit", "fla", "seed"),
    "CK-1": ("seed", "cbc", "alt", "onb", "nex"),
    "CK-2": ("seed", "ind", "ivy", "jj", "bcit", "pur", "cwi", "lia", "fred", "sea"),
    "CK-3": ("seed", "aam12b", "drd", "fla", "onb"),
    "CK-4": ("ind", "bfw", "ivy", "gh", "rsp", "hot", "seed", "ctf"),
    "CK-5": ("fres", "fred", "car", "ins", "deck"),
    "CK-6": ("usn", "pur", "car", "cwi", "cbc", "abt", "crq"),
    "CK-7": ("fres", "car", "fred", "tamp", "hrb", "ins2", "sac"),
    "CK-8": ("mer", "aam12", "mps"),
    "CK-9": ("gh", "gse"),
    "CK-10": ("yah", "sel", "aam18"),
    "CK-11": ("hum", "pace", "aam15b", "yah"),
    "CK-12": ("mea", "biz", "rid"),
    "CK-13": ("yjc", "aam11", "ctl11"),
    "CK-14": ("sel", "flo", "yjc"),
    "CK-15": ("fres", "sel"),
    "CK-16": ("gh", "cwi", "nwj", "alo"),
    "OF-1": ("dkl", "seed", "efc", "vt2", "unl", "wcv"),
    "OF-2": ("wal", "ctl6", "mon", "aam09", "lgc"),
    "OF-3": ("osu", "vt", "rag", "aam09", "ctj", "umn"),
    "OF-4": ("seed", "aam09", "unl", "cbs", "ics", "efc", "rsn", "fox", "ott"),
    "OF-5": ("upj", "ctl10", "fox", "kal"),
    "OF-6": ("seed", "cbs"),
    "OF-7": ("unl", "aam09", "cad"),
    "OF-8": ("duk", "ari", "stb", "rhn"),
    "OF-9": ("wcv", "abr", "ctr", "bht", "unl"),
    "OF-10": ("adw", "egg", "sea"),
    "OF-11": ("vt2", "unc", "crn", "prs", "jnh", "aam13", "ath"),
    "FE-1": ("jou", "lsm", "aam11", "aam15"),
    "FE-2": ("seed", "lcd", "r29", "mcg"),
    "FE-3": ("seed", "par", "vim", "fort", "cvs", "brd"),
    "FE-4": ("mco", "div", "lcd", "mtf"),
    "PE-1": ("seed", "ipn", "srg", "bcit", "jtd", "emc"),
    "PE-2": ("epc", "kei", "seed", "cen"),
    "PE-3": ("cpk", "seed", "bwr", "pach", "nal"),
    "PE-4": ("srg", "gwa", "cbn"),
    "WD-1": ("seed", "ctl7", "rex", "rhp", "jsa", "mcg", "div"),
    "WD-2": ("seed", "wtop", "dis"),
    "WD-3": ("wtop", "wik", "uog", "luc"),
    "RC-1": ("chp", "med", "sel", "app", "jhl", "seed"),
    "RC-2": ("app", "and", "cdw", "kmi", "net", "chp"),
    "RC-3": ("and", "spk", "rcm", "mf14", "alo", "div"),
    "RC-4": ("rcm", "mf14"),
    "RJ-1": ("ric", "ctl8", "ais", "hpr"),
    "RJ-2": ("ric", "cht", "hpr", "hin", "qdt"),
    "RJ-3": ("tbr", "ctl9", "phx", "hrn", "tmm"),
    "RJ-4": ("ctl8",),
    "DL-1": ("tec2", "lum", "smh", "joh", "bul"),
    "DL-2": (),
    "AC-1": ("seed",),
    "NS-1": (),
    "BN-1": (),
}


def sources(rule: str) -> list[str]:
    """Given a rule's id, return its publishers, the seed first; "ours" where there is none."""
    keys = RULES.get(rule, ())
    named = [SEED] if "seed" in keys else []
    named += [PAGES[key][0] for key in keys if key in PAGES]
    return list(dict.fromkeys(named)) or ["ours (no source seen)"]
