"""First names that are one name: the short and the pet form beside the full one.

Each line of the table is one name in its forms. A form may stand in several lines ("alex" is Alexander and Alexandra):
two forms are one name when some line holds both. Names are written folded: lower case, without accents and points.
"""

from collections import defaultdict

_LINES = """
abigail abby abbie gail
abraham abe bram
adelaide addie
albert al bert bertie
alexander alex al sandy xander alec alasdair alistair sasha alejandro alessandro
alexandra alex sandra sandy lexi lexie alexa sasha alejandra alessandra
alfred al fred freddie alf alfie
alice allie ali
allison alison allie ali
amanda mandy
amelia amy millie mia
anastasia stacy ana
andrea andi
andrew andy drew andre andres andreas
angela angie angelina angel
ann anne anna annie nan nancy hannah
anthony tony antonio anton
antoinette toni nettie
archibald archie
arnold arnie
arthur art artie
augustus gus august
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benny benji benjy
bernard bernie barney
bernadette bernie
beverly bev
bradley brad bradford
brandon bran
brian bryan bryant
bridget biddy bridie
calvin cal
cameron cam
carla carly
carol carole caroline carolyn carrie
cassandra cass cassie sandra
catherine katherine kathryn catharine katharine cathryn kate katie kathy cathy kat kit kitty kay katy kathleen katarina
cecilia celia cece cissy
charles charlie chuck chas charley carl carlos karl
charlotte charlie lottie lotte
chelsea chels
chester chet
christian chris christopher kris
christine christina chris chrissy tina christa kristin kristen kristine kristina
christopher chris kit topher christoph
clarence clarry
clifford cliff
clinton clint
constance connie
cornelius neil cory
courtney court
curtis curt kurt
cynthia cindy
daniel dan danny dani
danielle dani danny
david dave davy davey
deborah debra deb debbie debby
delores dolores dee lola
dennis denny
diana diane di dianne
dominic dom nick
donald don donnie donny
dorothy dot dottie dolly dora
douglas doug
edgar ed eddie
edmund ed eddie ned ted
edward ed eddie ned ted teddy eduard eduardo
edwin ed eddie win
eileen ellie
eleanor ellie nell nellie nora lenore elinor
elijah eli lige
elizabeth elisabeth liz beth betty betsy eliza lizzie lizzy libby lisa ellie bess bessie elsie lisbeth elise isabel isabella
ellen ellie nell helen
emily em emmy emma millie
emmanuel manny manuel
eric rick erik
ernest ernie ernst
esther essie hester
eugene gene
evelyn evie eve
ezekiel zeke
felicia fel
florence flo flossie
frances fran fanny francie frankie francesca
francis frank fran frankie francisco francesco
franklin frank
frederick fred freddie freddy fritz rick friedrich frederic fredrick
gabriel gabe
gabrielle gabby gabi
genevieve gen ginny
geoffrey geoff jeff jeffrey
george georgie jorge georg
gerald gerry jerry gerard
geraldine gerry jerry
gertrude gert trudy gertie
gilbert gil bert
giovanni gianni gio
grace gracie
gregory greg gregg
guillermo memo
gustav gus
gwendolyn gwen wendy
harold harry hal
harriet hattie
harrison harry
harvey harv
heather heath
helen nell nellie lena helena
henrietta etta hattie
henry hank harry hal heinrich enrique henri hal
herbert herb bert
herman herm
hillary hilary
howard howie
hubert hugh bert
hugh hughie hugo
ignatius iggy nacho ignacio
irene rene
isaac ike zac
isabella isabel bella izzy isabelle belle
isidore izzy
jackson jack
jacob jake jacobo
jacqueline jackie jacki jacky jacquelyn
james jim jimmy jamie jem
jamie james
jane janie jan janey jenny
janet jan jannie
janice jan
jasmine jas jazz
jason jay jase
jean jeanne jeannie
jefferson jeff
jennifer jen jenny jenn jennie
jeremiah jerry jeremy
jeremy jerry jem
jerome jerry
jessica jess jessie
jesus chuy
joan joanie
joanna joanne jo joann johanna
joel joe
john johnny jack jon johnnie ian ivan juan johann johannes jean
jonathan jon jonny john nathan johnathan
jordan jordy jo
joseph joe joey jose giuseppe pepe josef jos
josephine jo josie fifi
joshua josh
joyce joy
judith judy judi
julia julie jules juliet juliette
julian jules
justin jus
karen kari
kathleen kathy kath kate katie
kenneth ken kenny kent
kevin kev
kimberly kim kimberley kimmie
kirsten kirsty kristen
kristen kris kristin
lachlan lachie lockie
laura laurie lori
lauren laurie
laurence lawrence larry lars laurie lorenzo lance
leonard leo len lenny leon
leonardo leo
leopold leo
leroy lee roy
leslie les lee
lester les
lillian lily lil lilly
linda lindy lynn
lindsay lindsey lin
lloyd loyd
lorraine lori lorrie
louis lou louie lewis luis ludwig
louise lou lulu luisa
lucas luke lukas
lucille lucy
luciano lucky
lucy lucia lucinda
lynn lynne
mackenzie mac kenzie
madeline maddie maddy madison lena madeleine
malcolm mal
marcus mark marc marco
margaret maggie meg peggy marge margie greta rita daisy madge margot marguerite margarita
maria marie mary mia
marilyn mary
marion mary
marjorie marge margie
mark marc marcus
martha marty patty mattie
martin marty
martina tina
marvin marv
mary molly polly mae may mamie marie maria maureen
matilda tilda tilly mattie
matthew matt matty mathew matteo matthias mateo
maureen mo reen
maurice morris mo maury
maximilian max
maxwell max
maxine max
megan meg meghan
melanie mel
melissa mel missy lissa
melvin mel
mercedes mercy
michael mike mick mickey micky mikey miguel mitch michel mickael
michaela mickey kayla
michelle shelly shell mickey
mildred millie
miles myles
milton milt
miranda mandy randi
mitchell mitch
mohammed mohammad muhammad mohamed mo
monica mona nikki
montgomery monty
morgan mo
muriel mur
nadine nada
nancy nan ann
natalie nat natasha nattie
natasha tasha nat
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico nicolas klaus nicola cole
nicole nikki nicky nic nicola colette
noah noe
norman norm
oliver ollie olly
olivia liv livvy ollie
oscar ossie
oswald ozzy oz
pamela pam
patricia pat patty tricia trish patti patsy
patrick pat paddy patricio rick
paul pauly pablo paolo
pauline polly paula
penelope penny
percival percy
perry per
peter pete petey pedro pietro
philip phillip phil pip felipe philipp
phyllis phyl
preston pres
priscilla cilla prissy
rachel rachael rae shelly
randall randy randolph rand
raphael rafael rafe raf
raymond ray ramon
rebecca becky becca bec beck reba
reginald reg reggie rex
regina gina
rene renee
reuben rube
rhonda ron
ricardo rick ricky richard
richard rick dick rich richie ricky ritchie dickie ricardo
robert bob rob bobby robbie bert robby roberto rupert
roberta bobbie robbie bobby
robin robyn
roderick rod rick roddy
rodney rod
roger rodge
roland rollie rolly
ronald ron ronnie ronny
rosalind roz ros
rosemary rose rosie
rosanna rose
roxanne roxy
rudolph rudy rolf
russell russ rusty
ruth ruthie
samantha sam sammy
samson sam
samuel sam sammy
sandra sandy
sarah sara sally sadie
scott scotty
sean shawn shaun
sebastian seb bas
serena rena
seymour sy
sharon shari
sheila shelagh
shelby shel
sheldon shel shelly
shirley shirl
sidney sid sydney
simon si
solomon sol
sophia sophie sofia
stanley stan
stephanie steph stephie stefanie stevie
stephen steven steve stevie stefan esteban stephan
stuart stu stewart
susan sue susie suzy susanna suzanne sukie susannah
sylvester sly
sylvia sylvie
tabitha tabby
tamara tammy tam
taylor tay
teresa theresa terry tess tessa terri tracy therese
terence terry terrence
theodore ted teddy theo
thomas tom tommy thom tomas
tiffany tiff
timothy tim timmy
tobias toby tobin
tracy trace
travis trav
trevor trev
tyler ty
tyrone ty
ursula ursa
valerie val
vanessa van nessa
vera vee
vernon vern
veronica ronnie roni vera
vicki victoria vicky tori vic vickie
victor vic viktor
vincent vince vin vinny vincenzo
viola vi
violet vi
virginia ginny ginger
vivian viv
wallace wally
walter walt wally
wayne way
wendell wen
wesley wes
wilfred will wilf fred
wilhelmina mina billie
william bill billy will willy willie liam guillermo wilhelm guillaume
willard will
winifred winnie freda
winston win
woodrow woody
yolanda yoli
yvonne vonnie evonne
zachary zach zack zac zachariah
"""

_lines_of: defaultdict[str, set[int]] = defaultdict(set)
_full: dict[str, str] = {}
for _number, _line in enumerate(_LINES.split("\n")):
    for _name in _line.split():
        _lines_of[_name].add(_number)
        _full.setdefault(_name, _line.split(" ", 1)[0])


def same_name(one: str, other: str) -> bool:
    """Whether two folded first names are forms of one name ("bob", "robert")."""
    return one == other or not _lines_of.get(one, set()).isdisjoint(_lines_of.get(other, ()))


def full_form(name: str) -> str:
    """One form that stands for a first name in a key: "bob" -> "robert"; a name without other forms is itself.

    A form of several names stands for the first of them, so equal full forms do not cover every pair of `same_name`.
    """
    return _full.get(name, name)


def is_known(name: str) -> bool:
    """Whether the table knows the name, so that it is hardly a slip of the pen for another."""
    return name in _full
