"""The tokens of a column of cells: a 64-bit number for each, the same for writings that a slip hardly tells apart.

A writing that was met before costs one look into a dictionary; the new ones of a column are read all at once.
"""

from collections.abc import Callable, Iterable, Sequence

from leadtrack.folding import folds, skeleton, skeletons
from leadtrack.nicknames import full_form
from leadtrack.traits import (
    FREE_MAIL,
    NOBODYS_MAILBOX,
    SERIES,
    custom_values,
    firms,
    mail,
    phone,
    said_name,
    street_parts,
    street_token,
    web,
)

MISSING = 0
# So many different writings of a column are remembered.
_MEMO = 50_000
_EMPTY: dict[str | None, int] = {None: MISSING, "": MISSING}
_TEN_DIGITS = 10**10
# Domains where an address needs a second look: Gmail takes it with dots and without for one.
_SPECIAL = ("gmail.com", "googlemail.com", "")

Cells = Sequence[str | None]


class Memo(dict[str | None, int]):
    """The tokens of writings, by the writing; None and "" are no token."""

    def __init__(self, read: Callable[[list[str]], Iterable[int]]) -> None:
        super().__init__(_EMPTY)
        self._read = read

    def of(self, column: Cells) -> list[int]:
        """The token of each cell; what is not known yet is read all at once."""
        unknown = set(column).difference(self)
        if unknown:
            if len(self) > _MEMO:
                self.forget()
                unknown = set(column).difference(_EMPTY)
            texts = [text for text in unknown if text]
            self.update(zip(texts, self._read(texts), strict=True))
        return list(map(self.__getitem__, column))

    def forget(self) -> None:
        """Be as new."""
        self.clear()
        self.update(_EMPTY)


def token(kind: str, text: str) -> int:
    """The token of a text as `Traits` has it (folded, ...), in a column of that kind."""
    if kind == "phone":
        return (int(text) if text.isdecimal() else hash(text)) % _TEN_DIGITS
    if kind == "first":
        return hash(skeleton(full_form(text)))
    if kind == "street":
        return hash(skeleton(street_token(text)))
    return hash(skeleton(text) if kind in ("last", "company", "city") or kind.startswith("custom:") else text)


def _hashed(texts: Iterable[str]) -> list[int]:
    # in CPython the hash of "" is 0, which is MISSING
    return list(map(hash, texts))


def given_names(texts: Sequence[str]) -> list[str]:
    return [said_name(name, "")[0] for name in folds(texts)]


def family_names(texts: Sequence[str]) -> list[str]:
    return [said_name("?", name)[1] for name in folds(texts)]


def mails(column: Cells) -> tuple[list[int], list[int]]:
    """The tokens of addresses and of their domains."""
    texts = [text.casefold() if text else "" for text in column]
    names, _, domains = zip(*[text.partition("@") for text in texts], strict=True)
    tokens = _hashed(texts)
    hosts = [MISSING if domain in FREE_MAIL else hash(domain) for domain in domains]
    # no domain, or Gmail's
    odd = {row for row, host in enumerate(hosts) if not host and texts[row] and domains[row] in _SPECIAL}
    # of one line each, so that they can be looked at together
    joined_names = "\n".join([name.replace("\n", " ") for name in names] if "\n" in "".join(names) else names)
    if "+" in joined_names:
        odd.update(row for row, name in enumerate(names) if "+" in name)
    bare = joined_names.replace(".", "").replace("-", "").replace("_", "").split("\n")
    if not NOBODYS_MAILBOX.isdisjoint(bare):
        odd.update(row for row, name in enumerate(bare) if name in NOBODYS_MAILBOX)
    for row in odd:
        address = mail(texts[row])
        tokens[row] = hash(address)
        if not address:
            hosts[row] = MISSING
    return tokens, hosts


def doors(column: Cells, numbers: Memo, streets: Memo) -> tuple[list[int], list[int]]:
    """The tokens of house numbers and of streets."""
    heads, _, rests = zip(*[text.partition(" ") if text else ("", "", "") for text in column], strict=True)
    number, street = numbers.of(heads), streets.of(rests)
    for row in [row for row, (house, rest) in enumerate(zip(number, rests, strict=True)) if not house or not rest]:
        if text := column[row]:
            # no plain number at the beginning
            house, rest = street_parts(text)
            number[row], street[row] = hash(house), token("street", rest)
    return number, street


def phones(column: Cells) -> list[int]:
    """The tokens of telephone numbers: the last ten digits as a number."""
    import numpy as np

    told = [
        MISSING if not text else int(text) if len(text) < 18 and text[0] == "+" and text[1:].isdecimal() else _odd(text)
        for text in column
    ]
    numbers = np.array(told, np.int64) % _TEN_DIGITS
    # nobody has a number that ends in 555-5555 or 1234567: the digits of the last seven places, as bits
    one = 1 << np.arange(10)
    two = (one[:, None] | one).ravel()
    three, four = (one[:, None] | two).ravel(), (two[:, None] | two).ravel()
    ending = numbers % 10**7
    digits = four[ending % 10**4] | three[ending // 10**4]
    but_one = digits & (digits - 1)
    nobodys = (numbers < 10**5) | (but_one & (but_one - 1) == 0) | np.isin(ending, [int(series) for series in SERIES])
    numbers[nobodys] = MISSING
    answer: list[int] = numbers.tolist()
    return answer


def _odd(text: str) -> int:
    return token("phone", digits) if (digits := phone(text)) else MISSING


# How the tokens of a column are made of its different writings.
READ: dict[str, Callable[[list[str]], Iterable[int]]] = {
    "first": lambda texts: _hashed(skeletons([full_form(name.partition(" ")[0]) for name in given_names(texts)])),
    "last": lambda texts: _hashed(skeletons(family_names(texts))),
    "company": lambda texts: _hashed(skeletons(firms(texts))),
    "city": lambda texts: _hashed(skeletons(folds(texts))),
    "postal_code": lambda texts: _hashed(text.replace(" ", "").replace("-", "").casefold() for text in texts),
    "linkedin": lambda texts: _hashed(web(text, path=True) for text in texts),
    "website": lambda texts: _hashed(web(text, path=False) for text in texts),
    "number": lambda texts: _hashed(_number(text) for text in texts),
    "line": lambda texts: _hashed(skeletons([street_token(text) for text in folds(texts)])),
    "street": lambda texts: _hashed(skeletons([street_token(street_parts(f"1 {text}")[1]) for text in texts])),
}


def _number(head: str) -> str:
    """Of a house, where it is all that stands before the first blank of a street."""
    if head.isdecimal() and head.isascii():
        return head
    number, rest = street_parts(f"{head} x") if head[:1].isdigit() else ("", "")
    return number if rest == "x" else ""


def customs(texts: Sequence[str]) -> list[int]:
    return _hashed(skeletons(custom_values(texts)))
