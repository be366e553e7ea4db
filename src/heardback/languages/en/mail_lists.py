"""English word lists for reading mail: words of the job, domains, titles, zones."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


JOB_WORDS = _set(
    "application applicant apply applied candidate candidates candidacy interview interviews "
    "interviewing interviewer interviewed hiring recruiter recruiting recruitment recruiters "
    "resume cv role position vacancy job offer salary onsite panel shortlist references "
    "manager team employer career careers screening talent onboarding requisition "
    "applications applying applicants roles positions vacancies jobs openings opening hire "
    "hired employment headcount search post shortlisted shortlisting referees sponsorship "
    "interviewers candidature take-home"
)
COMMON_WORDS = _set(
    "application applications applicant applicants apply applied applying candidate role roles "
    "position positions offer manager team panel opening openings post search talent references "
    "candidates screening"
)
FOREIGN_WORDS = _set(
    "mortgage loan loans lease landlord tenant apartment flat rent rental parcel delivery order "
    "invoice receipt subscription membership flight hotel booking reservation insurance claim "
    "refund warranty discount coupon sale webinar episode podcast dentist doctor "
    "library tickets concert dinner birthday wedding gym warehouse-sale credit card manuscript "
    "publication journal adopt adoption family volunteer volunteers volunteering festival season "
    "league consulate scholarship audition rehearsals theatre choir dissertation guest pitches voucher admission admissions msc tuition enrolment "
    "enrollment grant proposal repo merge pull seller buyer property homeowners package shipment "
    "payment party jury court vote mayor class school homes lunch tenants puppy dog cat"
)
PERSONAL_DOMAINS = _set(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com "
    "gmx.com gmx.de web.de aol.com proton.me protonmail.com fastmail.com mail.com "
    "example.com example.org example.net"
)
RELAY_WORDS = _set(
    "greenhouse lever workday myworkday myworkdayjobs ashby ashbyhq icims smartrecruiters "
    "jobvite taleo bamboohr workable teamtailor recruitee breezy successfactors ats applytojob "
    "greenvine workhorse levelup hire notifications notify jobs careers talent recruiting"
)
CARRIER_WORDS = _set(
    "workday greenhouse lever icims taleo smartrecruit smartrecruiters jobvite bamboo bamboohr "
    "goodtime paradox paradoxical calendly hackerrank codility hirevue jobs fedjobs recruit "
    "recruiter recruiting recruitment recruiters hiring hire notify notification notifications "
    "staffing staff staffworks staffinggrp search talent resourcing personnel placement "
    "headhunters ats trac codeproof hireright sterling checkr verifirst linkedin indeed "
    "glassdoor ziprecruiter monster careers mailer chat"
)
DOMAIN_PARTS = _set(
    "ac co com org net gov edu sch nhs police mil int ltd plc me info biz example test invalid "
    "www mail email mx uk us au nz ie ca in de fr nl za sg vic nsw qld on bc ab"
)
FIRM_WORDS = _set(
    "llp llc ltd limited inc plc gmbh ag corp corporation company co group holdings partners "
    "associates university college school academy institute council trust authority ministry "
    "department agency board county city borough hospital hospitals health healthcare clinic "
    "medical labs laboratories museum library libraries foundation society union bank insurance "
    "analytics systems software technologies technology solutions energy foods logistics "
    "freight transit schools services robotics studio studios press media games pharma bio "
    "engineering manufacturing hotels centre center district church charity co-op "
    "estates office fund funds water housing charter marine wines capital steel mills architects "
    "lighting ports rail mobility global international industries enterprises ventures labs "
    "products retail markets consulting consultants advisory properties homes care hospice "
    "solicitors lawyers surveyors opticians dental surgery biotech petrochem defense defence pharmaceuticals trading shipping air airways tel telecom kg bv nv ab oy oyj sa srl spa sas pty pvt llc"
)
AGENCY_WORDS = _set(
    "search staffing recruitment recruiters recruiting headhunters headhunting placement "
    "resourcing personnel executive-search talent-partners"
)
MACHINE_NAMES = _set(
    "noreply donotreply notification notifications mailer daemon postmaster bounce bounces "
    "automated auto system alerts alert newsletter news updates digest info support hello team "
    "careers jobs recruiting talent hr hiring people"
)
ROLE_NOUNS = _set(
    "engineer analyst manager developer designer scientist architect administrator accountant "
    "associate assistant coordinator consultant specialist representative executive director "
    "lead officer nurse teacher lecturer professor researcher writer editor planner buyer "
    "technician programmer strategist recruiter supervisor operator clerk advisor adviser "
    "producer marketer statistician economist controller auditor lawyer counsel paralegal "
    "pharmacist therapist physician surgeon librarian curator barista chef cook driver "
    "electrician mechanic welder intern trainee apprentice fellow head partner owner tester "
    "estimator attendant merchandiser registrar stocker holder tech coach secretary handler "
    "postdoc archivist gardener steward facilitator host hostess server scheduler instructor "
    "pathologist adjuster caretaker cleaner warden ranger receptionist cashier porter "
    "caseworker counsellor counselor tutor dean provost lectureship fellowship fellowships professorship "
    "studentship salesperson agent broker underwriter dispatcher foreman machinist carpenter "
    "plumber painter photographer videographer animator illustrator copywriter journalist "
    "reporter correspondent translator interpreter surveyor inspector geologist chemist "
    "biologist physicist mathematician actuary treasurer bookkeeper bartender waiter waitress "
    "dishwasher hygienist dentist midwife paramedic carer caregiver nanny pilot guard aide "
    "conservator bursar ward worker helper packer picker loader fitter joiner baker butcher "
    "florist stylist trainer economist psychologist sonographer radiographer dietitian "
    "dietician optician veterinarian groomer usher organiser organizer fundraiser campaigner "
    "chaplain pastor verger sexton janitor custodian estimator drafter modeller modeler "
    "leader practitioner master navigator technologist mentor purchaser bookseller rep reps "
    "physiotherapist physio phlebotomist crew validator pa eng dev aquarist solicitor barrister "
    "attorney conveyancer negotiator valuer operative courier rider groundskeeper labourer "
    "laborer storekeeper evangelist advocate ambassador investigator examiner assessor "
    "invigilator proofreader reviewer subeditor typist teller trader quant adjudicator mediator "
    "notary constable detective firefighter lifeguard concierge housekeeper butler sommelier "
    "actor musician composer conductor dancer choreographer sculptor jeweller tailor weaver "
    "upholsterer blacksmith locksmith glazier rigger scaffolder roofer plasterer bricklayer "
    "tiler radiologist anaesthetist optometrist podiatrist audiologist microbiologist ecologist "
    "hydrologist meteorologist linguist sociologist anthropologist historian archaeologist "
    "epidemiologist nutritionist masseur sergeant captain skipper deckhand rigger stagehand "
    "purser organist copyeditor generalist bookseller brewer distiller winemaker arborist devops sre "
    "drafter roaster informaticist biostatistician hairdresser barber croupier "
    "phlebotomist zookeeper processor trainer copyist cataloguer cataloger artist coder physiotherapist "
    "merchant sysadmin webmaster toolmaker millwright signaller marshal"
)
NOT_NAMES = _set(
    "i you we they he she it the a an this that these those hi hello dear hey thanks thank best "
    "kind regards please re fwd fw subject from to cc sent date monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august "
    "september october november december interview application offer role position job zoom "
    "teams google meet microsoft et ct mt pt est cst mst pst edt cdt mdt pdt bst gmt utc am pm "
    "do portal client portfolio cancelled updated chat dossier soooo "
    "our your my his her their all on at in for with if as so and or but not no yes what when "
    "where who how why unfortunately congratulations good great looking hope human resources "
    "hr talent acquisition hiring team careers recruiting next final first second onsite phone "
    "video call round panel screen everyone both there us me mr mrs ms dr new update status "
    "scheduling appointments hirebot interviews desk portal requisition alerts notification "
    "notifications admin administration office department vacancy vacancies conditional "
    "provisional outcome receipt confirmed confirmation accepted invitation action required "
    "reminder regards sincerely faithfully monday's mobile tel phone direct http https www "
    "i'd i've i'll i'm we'd we've we'll they're cv resume linkedin slack street road avenue suite floor room dial passcode meeting id"
)
ABBREVIATIONS = _set("mr mrs ms dr prof st jr sr inc ltd co corp no vs etc approx dept mt e.g i.e")
NEGATORS = _set(
    "not no never nor neither won't can't cannot don't didn't doesn't isn't aren't wasn't "
    "weren't haven't hasn't hadn't wouldn't couldn't shouldn't unable without nothing"
)
HYPOTHETICAL = _set("if should unless whether suppose imagine would-be whenever once before")
TITLE_WORDS = {
    "recruiter": "recruiter",
    "recruiting": "recruiter",
    "recruitment": "recruiter",
    "talent": "recruiter",
    "sourcer": "recruiter",
    "hr": "recruiter",
    "human": "recruiter",
    "coordinator": "coordinator",
    "scheduler": "coordinator",
    "scheduling": "coordinator",
    "assistant": "coordinator",
    "administrator": "coordinator",
    "office": "coordinator",
    "ceo": "executive",
    "cto": "executive",
    "cfo": "executive",
    "coo": "executive",
    "chief": "executive",
    "president": "executive",
    "vp": "executive",
    "founder": "executive",
    "partner": "executive",
    "manager": "hiring_manager",
    "director": "hiring_manager",
    "head": "hiring_manager",
    "lead": "hiring_manager",
    "supervisor": "hiring_manager",
    "principal": "hiring_manager",
    "chair": "hiring_manager",
}
ZONES = {
    "atlantic": "America/Halifax",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "central": "America/Chicago",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "mountain": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "bst": "Europe/London",
    "gmt": "Europe/London",
    "utc": "UTC",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "wet": "Europe/Lisbon",
    "west": "Europe/Lisbon",
    "eet": "Europe/Helsinki",
    "eest": "Europe/Helsinki",
    "ist": "Asia/Kolkata",
    "sast": "Africa/Johannesburg",
    "jst": "Asia/Tokyo",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "awst": "Australia/Perth",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "uk time": "Europe/London",
    "british time": "Europe/London",
    "london time": "Europe/London",
    "irish time": "Europe/Dublin",
    "dublin time": "Europe/Dublin",
    "german time": "Europe/Berlin",
    "berlin time": "Europe/Berlin",
    "swiss time": "Europe/Zurich",
    "french time": "Europe/Paris",
    "paris time": "Europe/Paris",
    "spanish time": "Europe/Madrid",
    "italian time": "Europe/Rome",
    "dutch time": "Europe/Amsterdam",
    "indian time": "Asia/Kolkata",
}
