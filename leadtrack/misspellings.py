"""Typos in headers: which known word a strange one was meant to be."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from leadtrack.glossary import lexicon

# Words that stand in headers as themselves, and are no typos of "cell", "state", "notes" ...
_ORDINARY_WORDS = """
able accept access action active actual addon adult aged agreed alert amenity animal annex arena asset audit author
award aware band bands base basic basis bench bill bills blog board body bonus book books both boxed brand breed bring
brief build bulk burn buses calc camp cards care cargo cart case cases cash cast cause cells chain chair change charge
charm chart chat chats cheap check choice claim claims class clause clean clear clerk clone cloud club coast color
colour combo comfort concern cook copy core corner costs could counter couple courier court cover craft crate crew
crop cross crown cubic curve cycle daily dance dated dates deck decor delay deed delta dental depot depth design diet
digit dirty divide dock doors dose dot double draft dream dress drink drive drop drug dual during dusty earn eastern
easy edge effort eight either elect email empty engine entire equal error event every exact exam extra fabric face
facet fact fair fall false family farm fast fence field fifth filed files fill film final finish fired fixed flag
flags fleet flight floor flow focus fold food foot force forms forth found frame free fresh front fruit fuel fully
fund funds gain game gate gauge gift glass goal goals gold good goods grant grape great green grid gross group grow
guard guide half hand handle hard hat head heart heat heavy held help here hidden high hill hint hire holder holiday
home hook hope horse host hotel hour hours hub huge human ideal idea image impact inch index inner input intake intent
inter item items join joint judge keep keys kind kitchen knife label lab lane large laser late later layer leaf lease
leave legal length lens less level lever life light like limit linked lists litter live load loan local lock lodge
long look loose loss lost love lower loyal lucky lunch made magic mails mark market mass match mate meal mean meat
media medal meet memory mental menu merge metal meter metro might mile miles milk mine minor mint misses mixed mode
model money month mood moon motor mount mouse mouth move movie music must nail native near neck need needs nerve nest
never next night noise none normal north noted null oil older once only onto open opens opinion option oral other
otter outer outlet output oven over pace pack pain paint pair pale panel park part parts party pass past patch path
pause peak pellet perk pet petrol pets photo piano pick pilot pipe pitch pixel place plain plane plant plate play plot
plug plus point pole poll pool port ports post pound power press prime print prior prize proof proud pull pump pure
push quick quiet quota radio rail rain raise ramp range rank ranks rapid rare rate rates ratio reach ready real rear
rebate redo reel refund relay rent rental repair reply report reset resort rest retail return ride right ring risk
river road robot rock role roof rooms root rope rough round route royal rule rules rural safe sail salad salary sale
same sand sauce save saved scale scene scent scope screen seal season seat second secret seed sell sense serial serve
set seven shade shape share sheet shelf shell shift ship shirt shoe shop shore short shot show side sides sight sign
silver skill skills skin slate sleep slide slot small smart smell smoke snack snow soap social soft soil solar sold
sole solid solo solve song sort sound south space spare spark speed spend spent spice split sport spot spring stack
stain stair stake stale stall stand star stars start stay steam steel stem step steps stick still stock stone stop
store storm story stove strain strap stray stream stress strike string strip strong stuff style sugar suite summer
super supply surge survey sweet swim table tactic tail take tall tank tape target tariff task taste team tech temp
term terms test tests text thank theme there thick thin third this three tide tier ties tiger tile tiles time times
tiny tire toast token tone tool tools tooth topic total touch tough tour tower town toys trace track tracker tract
trade trail train trait trash travel tray treat tree trend trial tribe trick trip trips trophy truck true trunk trust
truth tube tune turn twice twin types union unit units unity upper urban urgent usage used user users usual valid
valley value van vault vendor verse very vest view views visa vital vocal voice volume vote wages wait walk wall want
ward warm wash waste watch water wave way ways wear weeks weight well west wheel while white whole wide width wild
will wind window wine wing winter wire wish wood word words world worst worth wrap wrist write wrong yard year years
yield young youth zero zone zones zoom contacted booker imovel imoveis interesse interessen inmueble immobile objekt
produkt produit producto prodotto menge anzahl valide sparte kurs kosten koste carte corte grado grade gruppe grupo
gruppo groupe nivel niveau livello lote monte trained hired fired planned
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())
_SHORT = 5
_LONG = 9


@cache
def _by_length() -> Mapping[int, Sequence[str]]:
    """The known words of each length that a typo may be meant for."""
    found: dict[int, list[str]] = {}
    for known, meaning in lexicon().items():
        if meaning != "filler" and len(known) >= 4 and " " not in known:
            found.setdefault(len(known), []).append(known)
    return found


@lru_cache(maxsize=1024)
def meant(word: str) -> list[str]:
    """The known words that this one may be a typo of, the likeliest first: one slip, or two in a long word.

    In words of three letters only two letters that changed places count.
    """
    if len(word) < 3 or not word.isalpha() or word in _ORDINARY:
        return []
    swapped = _swapped(word) if len(word) < _SHORT else []
    if swapped or len(word) < 4:
        return swapped
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= _LONG else 1
    lengths = range(len(word) - slips, len(word) + slips + 1)
    words = [known for length in lengths for known in _by_length().get(length, ())]
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=12)
    alike = [known for known, slipped, _ in near if slipped == near[0][1]]
    if not alike or len({lexicon()[known] for known in alike}) == 1:
        return alike[:1]
    return sorted((known for known in alike if known[0] == word[0]), key=lambda known: -_same_start(known, word))


def doubtful(word: str) -> bool:
    """Whether a word may well be one of its own, and no typo: short with another letter, or a longer form of the other.

    "cand" is not "land", "called" no "calle", "segment" no "segmento"; "nmae" can only be "name".
    """
    known = next(iter(meant(word)), word)
    if sorted(known) == sorted(word):
        return False
    return (
        len(word) < _SHORT
        or known in (word + "o", word + "a")
        or any(word == known + ending for ending in _INFLECTED)
        or _slips(word, known) > 1
    )


_INFLECTED = ("d", "ed", "r", "er", "n", "en", "ing", "ly")


def _slips(word: str, known: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, known)


def _swapped(word: str) -> list[str]:
    """The known words that have two neighboring letters of this one in the other order: "nmae" is "name"."""
    swaps = {word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1)}
    return sorted(one for one in swaps if one != word and lexicon().get(one, "filler") != "filler")


def _same_start(one: str, other: str) -> int:
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
