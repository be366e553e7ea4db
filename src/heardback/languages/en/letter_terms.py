"""Words that a note often begins with and that are no names: their capital is the sentence's."""

COMMON_STARTS = frozenset(
    """
nobody everybody everyone somebody people customers it's they're we're you're a an the their her his our my your how why what when where whether which that who some more most
hiring team work plan migration data experience knowledge background question they she he it we
there this these those said told and no not new old remote hybrid culture roadmap product design
code incident on-call performance communication project one two three four five six several designed
built led ran made explained send provide confirm availability reference long short good great big
small first second next last every each both all any few many much early late current former
access account accounting admin agency aim algorithm alert analysis analyst api app approach archive
area audit audience automation backlog backup balance bank base batch behaviour behavior benefit
bike bill book border boss brand break bridge brief budget bug bus business call campaign capacity
car care career carrier catalog catalogue cause certificate challenge change channel chart check
child church claim class classroom clean client clinic cloud coach coast coffee collection college
common community company compliance concern contact content contract control cost country course
cover craft crisis cross customer cycle daily dairy dashboard database day deadline deal debt
decision delay delivery demand department deployment depth desk detail developer dialogue diet
difference direct discovery discussion district dock doctor document dog door double draft driver
drug early east education effort employee end energy engine error event exam exchange exhibition
factory failure family farm fast feature fee feedback field file film finance fire fleet floor flow
food forecast form foundation free freezer friday front fuel fund fundraising funnel future gap
garden gas gate goal governance grant green ground group growth guest half hand handover hard health
help high history holiday home hospital hour house housing idea image impact import industry
infrastructure inventory invoice issue job journey keep key kind kitchen knowledge lab label lack
land language large launch law layout lead leadership learning legacy lesson level library licence
license life line list loading local logistics long loss low machine mail maintenance management
manager manual manufacturing map market material maths measure media medical member mentor merger
message metric micro milk mobile model monday money month morning move museum music nightly noise
notebook number nurse nursing office online open operations opinion order organisation organization
outage owner ownership packaging page paper parent part partner path patient pattern payment people
permit person phone photo pipeline place plant platform policy pool poor post practice premium press
price pricing principle priority privacy problem procedure process procurement production profit
program programme progress property proposal public publishing purchase pupil quality quarter query
queue quick range rate reader reason recruiting regulation release reliability rent repair report
reporting research resource result retail return revenue review revision right risk road role rota
route routing rule safety sale sales sample scale schedule scheduling school science scope screen
search season security self seller sensor server service setup shared shelf shift ship shipping shop
shoulder shift show side simple single site skill slow social software soil solar source space speed
sprint staff stage stakeholder standard start state stock storage store strategy stream strong
student study style sub supplier supply support survey system table talent target task tax teacher
teaching technical technology template tenant term test text theatre thing ticket tile time tool
tooling topic town track trade traffic trailer training transfer translation transport travel trial
trip truck trust tuesday turnover type under union unit upgrade usage use user vaccine value vendor
version video vision visit volunteer wall ward warehouse waste water way weak weather website week
weekend weekly whole winter word workflow workload workshop world writing year young
""".split()
)
