"""First names that are one name: the short and the pet form beside the full one.

Each line of the table is one name in its forms. A form may stand in several lines ("alex" is Alexander and Alexandra):
two forms are one name when some line holds both. Names are written folded: lower case, without accents and points.
"""

from collections import defaultdict

_LINES = """
abigail abby abbie
abraham abe bram
adelaide addie
albert al bert bertie
alexander alex al sandy xander alec alasdair alistair sasha
alexandra alex sandra sandy lexi lexie alexa sasha
alfred al fred freddie alf alfie
alice allie ali
allison alison allie ali
amanda mandy
amelia amy millie
anastasia stacy
andrea andi
andrew andy drew
angela angie angelina angel
ann anne anna annie nan
anthony tony
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
brian bryan
bridget biddy bridie
calvin cal
cameron cam
carla carly
carol carole
cassandra cass cassie sandra
catherine katherine kathryn catharine katharine cathryn kate katie kathy cathy kat kit kitty kay katy katarina
cecilia celia cece cissy
charles charlie chuck chas charley
charlotte charlie lottie lotte
chelsea chels
chester chet
christian chris christopher kris
christine christina chris chrissy tina kristin kristen kristina
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
debra deb debbie debby
delores dolores dee lola
dennis denny
diana diane di dianne
dominic dom nick
donald don donnie donny
dorothy dot dottie dolly dora
douglas doug
edgar ed eddie
edmund ed eddie ned ted
edward ed eddie ned ted teddy
edwin ed eddie win
eileen ellie
eleanor ellie nell nellie elinor
elijah eli lige
elizabeth elisabeth liz beth betty betsy eliza lizzie lizzy libby bess bessie elsie
ellen ellie nell
emily em emmy millie
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
francis frank fran frankie
franklin frank
frederick fred freddie freddy rick frederic fredrick
gabriel gabe
gabrielle gabby gabi
genevieve gen ginny
geoffrey geoff jeff jeffrey
george georgie
gerald gerry jerry
geraldine gerry jerry
gertrude gert trudy gertie
gilbert gil bert
giovanni gianni gio
grace gracie
gregory greg gregg
gustav gus
gwendolyn gwen wendy
harold harry hal
harriet hattie
harrison harry
harvey harv
helen nell nellie lena helena
henrietta etta hattie
henry hank harry hal hal
herbert herb bert
herman herm
hillary hilary
howard howie
hubert hugh bert
hugh hughie hugo
ignatius iggy nacho ignacio
irene rene
isaac zac
isabella isabel bella izzy belle
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
jean jeanne jeannie
jefferson jeff
jennifer jen jenny jenn jennie
jeremiah jerry
jeremy jerry jem
jerome jerry
jessica jess jessie
jesus chuy
joan joanie
joanna joanne jo joann
joel joe
john johnny jack jon johnnie
jonathan jon jonny johnathan
jordan jordy jo
joseph joe joey josef jos
josephine jo josie fifi
joshua josh
joyce joy
judith judy judi
julia julie jules
julian jules
justin jus
kathleen kathy kath
kenneth ken kenny kent
kevin kev
kimberly kim kimberley kimmie
kirsten kirsty kristen
kristen kris kristin
lachlan lachie lockie
lauren laurie
laurence lawrence larry laurie
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
lorraine lorrie
louis lou louie lewis
louise lou lulu luisa
lucas luke lukas
lucille lucy
luciano lucky
lucy lucia lucinda
lynn lynne
madeline maddie maddy madeleine
malcolm mal
marcus mark marc
marc mark
margaret maggie meg peggy marge margie greta madge
maria marie
marjorie marge margie
mark marc marcus
martha patty mattie
martin marty
martina tina
marvin marv
mary molly polly mae may mamie
matilda tilda tilly mattie
matthew matt matty mathew
maureen mo reen
maurice morris mo maury
maximilian max
maxwell max
maxine max
megan meg meghan
melanie mel
melissa mel missy
melvin mel
michael mike mick mickey micky mikey mitch mickael
michaela mickey kayla
michelle shelly shell mickey
mildred millie
miles myles
milton milt
miranda mandy randi
mitchell mitch
mohammed mohammad muhammad mohamed mo
monica mona
montgomery monty
muriel mur
nadine nada
nancy nan ann
natalie nat natasha nattie
natasha tasha nat
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nicolas
nicole nikki nicky nic
norman norm
oliver ollie olly
olivia liv livvy ollie
oscar ossie
oswald ozzy oz
pamela pam
patricia pat patty tricia trish patti patsy
patrick pat paddy rick
paul pauly
pauline polly paula
penelope penny
percival percy
perry per
peter pete petey
philip phillip phil pip
phyllis phyl
preston pres
priscilla cilla prissy
rachel rachael rae shelly
randall randy
raphael rafael rafe raf
raymond ray
rebecca becky becca bec beck reba
reginald reg reggie rex
regina gina
rene renee
reuben rube
rhonda ron
ricardo rick ricky
richard rick dick rich richie ricky ritchie dickie
robert bob rob bobby robbie bert robby
roberta bobbie robbie bobby
robin robyn
roderick rod rick roddy
rodney rod
roger rodge
roland rollie rolly
ronald ron ronnie ronny
rosalind roz ros
rosemary rose rosie
roxanne roxy
rudolph rudy
russell russ rusty
ruth ruthie
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sara sally sadie
scott scotty
sean shawn shaun
sebastian seb bas
serena rena
seymour sy
sheila shelagh
shelby shel
sheldon shel shelly
shirley shirl
sidney sid sydney
simon si
solomon sol
sophia sophie sofia
stanley stan
stephanie steph stephie stefanie
stephen steven steve stevie
steven steve stevie
stuart stu stewart
susan sue susie suzy sukie
sylvester sly
sylvia sylvie
tabitha tabby
tamara tammy tam
taylor tay
teresa theresa terry tess tessa terri therese
terence terry terrence
theodore ted teddy theo
thomas tom tommy thom
tiffany tiff
timothy tim timmy
tobias toby tobin
tracy trace
travis trav
trevor trev
tyler ty
tyrone ty
valerie val
vanessa van nessa
vera vee
vernon vern
veronica ronnie roni vera
vicki victoria vicky tori vic vickie
victor vic viktor
vincent vince vin vinny vincenzo
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
william bill billy will willy willie liam
willard will
winifred winnie freda
winston win
woodrow woody
yolanda yoli
yvonne vonnie evonne
zachary zach zack zac zachariah
"""

# Pet forms are shorter than this.
_FULL_LENGTH = 7
_heads: defaultdict[str, set[str]] = defaultdict(set)
_lines_of: defaultdict[str, set[int]] = defaultdict(set)
_full: dict[str, str] = {}
for _number, _line in enumerate(_LINES.split("\n")):
    for _name in _line.split():
        _lines_of[_name].add(_number)
        _heads[_name].add(_line.split(" ", 1)[0])
        _full.setdefault(_name, _line.split(" ", 1)[0])


def same_name(one: str, other: str) -> bool:
    """Whether two folded first names are forms of one name ("bob", "robert")."""
    if one == other:
        return True
    lines = _lines_of.get(one)
    return lines is not None and not lines.isdisjoint(_lines_of.get(other, ()))


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two forms is a full one: "kate" is for "katherine", "betty" not for "liz"."""
    return one in _heads.get(other, ()) or other in _heads.get(one, ()) or max(len(one), len(other)) >= _FULL_LENGTH


def full_form(name: str) -> str:
    """One form that stands for a first name in a key: "bob" -> "robert"; a name without other forms is itself.

    A form of several names stands for the first of them, so equal full forms do not cover every pair of `same_name`.
    """
    return _full.get(name, name)


def is_known(name: str) -> bool:
    """Whether the table knows the name, so that it is hardly a slip of the pen for another."""
    return name in _full
