"""Headers that are questions of a form: "How did you hear about us?", "What's the best number to reach you on?"."""

import re
from functools import lru_cache

from leadtrack.plain import normalise

# What is asked, in plain words -> the field. In the order in which they are tried.
_ASKED = (
    (
        "source",
        r"\b(?:how|where|who)\b.*\b(?:hear\w*|heard|find|found|learn\w*|know|discover\w*|come across"
        r"|came across|get to)\b"
        r".*\b(?:us|about|of|our|from|through|website|event)\b"
        r"|\bhow (?:(?:did|d) (?:you|they|u|he|she)|you) (?:hear|find|learn|meet)|\bwhat brought you\b"
        r"|\bwhere did you (?:see|read)\b"
        r"|\b(?:wie|wodurch|woher|wo)\b.*\b(?:aufmerksam|erfahren|gefunden|kenn(?:en\w*|t)|gehort|gestossen)\b"
        r"|\bcomment\b.*\b(?:connu\w*|entendu|trouves?|decouvert|connaiss\w+)\b"
        r"|\bpar quel (?:biais|moyen|canal)\b"
        r"|\bcomo\b.*\b(?:conoci\w*|entera\w*|encontra\w*|supo|supiste|conhece\w*|soube|sabendo|ouviu"
        r"|chegou|descobri\w*"
        r"|llego|llegaste)\b|\bonde .*\b(?:ouviu|conheceu|viu)\b|\bdonde .*\b(?:oyo|conocio|vio)\b"
        r"|\bcome\b.*\b(?:conosciut\w*|conosci|trovat\w*|saputo|sentito|scoperto)\b|\bdove .*\b(?:sentito|conosciuto)\b"
        r"|\b(?:hoe|waar|waarvan)\b.*\b(?:gehoord|gevonden|ken\w*|terecht\w*|gekomen|ontdekt)\b",
    ),
    (
        "referred_by",
        r"\bwho\b.*\b(?:referred|recommended|sent|introduced|told|refer|recommend|tipped|put you)\b"
        r"|\bwho\b.*\bthank\b.*\b(?:sending|referring|referral|introduc\w*|recommending|send)\b"
        r"|\bwer\b.*\bempfohlen\b"
        r"|\b(?:did|has) (?:someone|anyone|anybody|somebody)\b.*\b(?:send|sent|refer\w*|recommend\w*|introduc\w*)\b"
        r"|\bqui\b.*\b(?:recommande|parraine)\b"
        r"|\bquien\b.*\b(?:recomend\w*|refirio)\b|\bquem\b.*\b(?:indicou|recomendou)\b"
        r"|\bchi\b.*\b(?:consigliat\w*|segnalat\w*|presentat\w*)\b"
        r"|\bwie heeft\b.*\b(?:verwezen|aanbevolen|aangebracht)\b"
        r"|\b(?:via|door) wie\b.*\b(?:gekomen|terecht\w*|bij ons|kent|gehoord|verwezen)\b|\b(?:uber|durch) wen\b"
        r"|\bpar qui\b.*\b(?:connu\w*|recommand\w*|envoye\w*|adresse\w*|parraine\w*|oriente\w*|venus?)\b"
        r"|\bpor (?:medio de )?quien\b.*\b(?:conoci\w*|recomend\w*|enter\w*|viene\w*|vino|llego|llegaste)\b"
        r"|\b(?:por|atraves de) quem\b.*\b(?:conheceu|indicad\w*|soube|veio|chegou)\b"
        r"|\b(?:tramite|da) chi\b.*\b(?:conosciut\w*|mandat\w*|segnalat\w*|saputo|arrivat\w*|inviat\w*)\b",
    ),
    (
        "employees",
        r"\bhow many (?:people|employees|staff|team members|workers|of you)\b(?!.*\b(?:attend\w*|guest\w*"
        r"|bring\w*|party|live|coming)\b)"
        r"|\bhow (?:big|large) is\b.*\b(?:team|company|business|organi[sz]ation)\b"
        r"|\bwie ?viele (?:mitarbeit\w*|beschaftigte|angestellte)\b|\bcombien\b.*\b(?:salaries|employes"
        r"|collaborateurs|personnes travaillent)\b"
        r"|\bcuantos (?:empleados|trabajadores)\b|\bquantos (?:funcionarios|colaboradores)\b"
        r"|\bquanti (?:dipendenti|addetti)\b"
        r"|\bhoeveel (?:medewerkers|werknemers|mensen werken)\b",
    ),
    (
        "full_name",
        r"\bcomo (?:te|se) llama\w*\b|\bcomo (?:voce )?se chama\b|\bwie heiss\w+\b"
        r"|\bcomment vous appele\w*\b|\bcome (?:ti|si) chiam\w*\b"
        r"|\bhoe heet\b|\bwhat is your (?:full )?name\b|\bwhats your (?:full )?name\b|\bwho are you\b"
        r"|\bwhat (?:should|can|do|may|shall) (?:we|i) call you\b",
    ),
    (
        "company",
        r"\b(?:que|qual|quale|welche\w?|welk|quelle) (?:empresa|firma|unternehmen|azienda|bedrijf|entreprise|societe)\b"
        r"|\b(?:donde trabaja\w*|onde (?:voce )?trabalha|dove lavor\w+|wo arbeiten sie|waar werkt? \w+"
        r"|ou travaillez vous)\b",
    ),
    ("city",
        r"\b(?:que|qual|quale|welche\w|welke|quelle) (?:ciudad|cidade|citta|stadt|stad|ville)\b"
        r"|\bwhich (?:city|town)\b|\bwhat (?:city|town)\b"),
    ("company",
        r"\b(?:where|who) do you work\b|\bwhich company\b|\bname of (?:your )?(?:company|business"
        r"|organi[sz]ation)\b"),
    ("title", r"\bwhat do you do\b(?!.*company)|\bwhat is your (?:role|position|job)\b"),
    ("industry", r"\bwhat (?:industry|sector|line of business)\b|\bwhat (?:does|kind of business) .*\bcompany\b"),
    (
        "notes",
        r"\balgo mas que\b|\bmais alguma coisa\b|\bqualcos altro\b|\bautre chose a\b|\bsonst noch (?:etwas|was)\b"
        r"|\bnog iets\b|^(?:please )?(?:describe|tell us (?:more |a (?:little|bit) )?about|explain)\b|\banything else\b"
        r"|\bhow (?:can|may|could) we help\b|\bhelp (?:us )?(?:to )?prepare\b"
        r"|\bwhat (?:can|may) we (?:do|help)\b|\bwas (?:konnen|durfen) wir fur sie\b"
        r"|\bwie konnen wir (?:ihnen )?helfen\b"
        r"|\bcomment pouvons nous (?:vous )?aider\b|\b(?:en|com) (?:que|como) podemos ayudar\w*\b"
        r"|\bcomo podemos (?:ajuda\w*|ayuda\w*)\b"
        r"|\bcome possiamo aiutar\w*\b|\b(?:hoe|waarmee) kunnen (?:we|wij)\b.*\bhelpen\b",
    ),
)  # fmt: skip
# What may stand in a question without changing what is asked for.
_AROUND_WORDS = """
best good great right reach get hold hear call contact send them touch are with at where when like called go come
there work works working live located based belong represent use prefer want need so keep name named currently today
again first off lets let nice meet know start started before begin quick question could might moment now just exactly
full thanks thank which should put down type valid correct up us reachable available back erreichen erreichbar heissen
heisst arbeiten wohnen joindre appelez travaillez habitez contactar llamas llama trabajas vive vives trabaja chama
trabalha mora contattarti chiami chiama lavori vivi abiti bereiken heet werk werkt woont
"""
_AROUND = frozenset(_AROUND_WORDS.split())
_REACH = re.compile(
    r"\bnumber\b.*\b(?:reach|call|contact|text|get)\b|\b(?:reach|call|contact|text) you\b.*\b(?:at|on)\b"
)

# It asks when, and not for what it names.
_WHEN = re.compile(r"\b(?:best|good|preferred|convenient|ideal) (?:\w+ )?(?:times?|days?|hours?)\b")
_MOBILE = re.compile(r"\b(?:mobile|cell|text)\b")


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def asked(header: str) -> str | None:
    """The field that a form asks for, where the question as a whole says so."""
    normal = normalise(header)
    if normal.count(" ") < 2:
        return None
    return next((field for field, pattern in _ASKED if _compiled(pattern).search(normal)), None)


def is_question(header: str) -> bool:
    """Whether a header reads like a question or a request, and not like a label."""
    blanks = normalise(header).count(" ")
    return blanks >= 3 or (blanks >= 1 and "?" in header)


def core(header: str) -> str:
    """A question in plain words without those that only ask: "What's the best number to reach you on?" -> "phone"."""
    normal = normalise(header)
    if _WHEN.search(normal):
        return normal
    if _REACH.search(normal):
        return "mobile" if _MOBILE.search(normal) else "phone"
    kept = [word for word in normal.split() if word not in _AROUND]
    return " ".join(kept)
