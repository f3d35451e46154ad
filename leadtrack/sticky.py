"""By what a lead is known to be the same person as another, or a colleague at the same company.

The company is that of the e-mail address, unless it is a mailbox that anybody can have; else it is the company's name,
within the same state.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from leadtrack.texts import words

# (what, first part, second part), comparable between leads
Key = tuple[str, str, str]

# Domains that firms do not have; the rest of the list is what hygiene knows as free mail.
_NO_FIRMS = words(
    """example.com example.org example.net test invalid localhost gmx.com gmx.at gmx.ch pm.me zoho.com hey.com aim.com
    fastmail.com fastmail.fm tutanota.com duck.com inbox.com email.com usa.com myself.com juno.com netzero.net
    earthlink.net frontier.com windstream.net optonline.net roadrunner.com rr.com centurylink.net q.com
    mindspring.com tds.net embarqmail.com yahoo.ca yahoo.it yahoo.es yahoo.com.br yahoo.com.mx yahoo.co.in
    hotmail.ca hotmail.it hotmail.es hotmail.co.jp live.ca live.fr live.de outlook.fr outlook.es outlook.it
    mailinator.com guerrillamail.com 126.com sina.com naver.com daum.net hanmail.net bk.ru list.ru inbox.ru
    videotron.ca bell.net telus.net blueyonder.co.uk talktalk.net sky.com virginmedia.com ntlworld.com xtra.co.nz
    iinet.net.au tpg.com.au bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl tiscali.it
    alice.it virgilio.it tin.it uol.com.br bol.com.br terra.com.br o2.pl wp.pl onet.pl interia.pl seznam.cz
    centrum.cz abv.bg mail.bg telia.com comhem.se online.no"""
)
# What stands in the column of companies of those who have none.
_NO_NAMES = words(
    """none n/a na no unknown self self-employed employed private individual retired freelance freelancer student home
    test company unemployed consultant independent - . x tbd"""
) | {"self employed", "not applicable"}


class Tie(NamedTuple):
    """Who holds the like of a lead: the rep, the other lead, and in which way it is like."""

    rep: int
    lead: int
    why: str


@lru_cache(maxsize=1)
def free_mail() -> frozenset[str]:
    """Domains of mailboxes that anybody can have."""
    from leadtrack.traits import FREE_MAIL  # a large file, and only sticky rules ask

    return FREE_MAIL | _NO_FIRMS


def firm(email: str | None) -> str | None:
    """The firm's domain of an e-mail address; None where it tells of none."""
    domain = (email or "").rpartition("@")[2].casefold()
    return domain if domain and domain not in free_mail() else None


def keys(lead: Mapping[str, str | None]) -> list[Key]:
    """What a lead is known by, the surest first: of email, phone, mobile, name_key, company, state."""
    found: list[Key] = []
    email = (lead["email"] or "").casefold()
    if email:
        found.append(("e-mail", email, ""))
    if lead["name_key"]:
        found += [("phone", number, lead["name_key"]) for number in (lead["phone"], lead["mobile"]) if number]
    if domain := firm(email):
        found.append(("firm", domain, ""))
    company = (lead["company"] or "").strip().casefold()
    if company and company not in _NO_NAMES and len(company) > 1:
        found.append(("company", company, lead["state"] or ""))
    return found


def why(key: Key, lead: int) -> str:
    """How a lead is like another with this key."""
    what, first, _ = key
    return {
        "e-mail": f"has the same e-mail address as lead {lead}",
        "phone": f"is the same person as lead {lead}, by name and telephone",
        "firm": f"is a colleague of lead {lead} at {first}",
        "company": f"is a colleague of lead {lead}, by the name of the company",
    }[what]


def tied(lead_keys: Sequence[Key], held: Mapping[Key, tuple[int, int]]) -> list[Tie]:
    """Who holds the like of a lead, the surest first, each rep once; `held`: key -> (rep, lead)."""
    found: dict[int, Tie] = {}
    for key in lead_keys:
        if (holder := held.get(key)) and holder[0] not in found:
            found[holder[0]] = Tie(holder[0], holder[1], why(key, holder[1]))
    return list(found.values())
