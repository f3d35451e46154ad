"""The tokens of a column of cells: a 64-bit number for each, the same for writings that a slip hardly tells apart.

A writing that was met before costs one look into a dictionary; the new ones of a column are read all at once.
"""

from array import array
from collections.abc import Callable, Sequence
from functools import cache
from itertools import compress, count
from operator import not_
from typing import TYPE_CHECKING

from leadtrack.folding import folds, skeleton, skeletons
from leadtrack.nicknames import full_form
from leadtrack.traits import (
    FREE_MAIL,
    NOBODYS_MAILBOX,
    SERIES,
    custom_values,
    firms,
    mail,
    parts_of_placeholders,
    phone,
    said_name,
    street_parts,
    street_token,
    web,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]

MISSING = 0
# So many different writings of a column are remembered, and so many cells of blocks that held new ones.
_MEMO = 50_000
_CELLS = 4 * _MEMO
_TEN_DIGITS = 10**10
# Domains where an address needs a second look: Gmail takes it with dots and without for one.
_SPECIAL = ("gmail.com", "googlemail.com", "")

Cells = Sequence[str | None]


class Memo:
    """The tokens of writings; None and "" are no token.

    A writing that was met before has the tokens of the cell that showed it first, so that only new ones are read.
    `read` makes tokens of writings, one column of them or several, and may come to know further columns.
    """

    def __init__(self, read: "Callable[[list[str]], Sequence[Column]]") -> None:
        self._read = read
        self.forget()

    def forget(self) -> None:
        """Be as new."""
        self._cells = {"": 0}  # writing -> the cell that showed it first; 0 is before the first, and says nothing
        self._size = 1
        self._tokens: list[array[int]] = []  # of the cells of blocks in which a new writing stood

    def of(self, cells: Cells) -> "list[Column]":
        """The tokens of each cell, column by column."""
        import numpy as np

        if len(self._cells) > _MEMO or self._size > _CELLS:
            self.forget()
        size, start = len(cells), self._size
        # a dictionary of nothing but texts is searched faster
        texts = [cell or "" for cell in cells]
        first = np.fromiter(map(self._cells.setdefault, texts, count(start)), np.int64, size)
        new = np.flatnonzero(first == np.arange(start, start + size))
        if len(new) or not self._tokens:
            self._size += size
            told = self._read([texts[cell] for cell in new.tolist()])
            self._tokens += [array("q") for _ in told[len(self._tokens) :]]
            for tokens, own in zip(self._tokens, told, strict=True):
                tokens.frombytes(bytes(8 * (self._size - len(tokens))))
                np.frombuffer(tokens, np.int64)[start + new] = own
        return [np.frombuffer(tokens, np.int64)[first] for tokens in self._tokens]


def token(kind: str, text: str) -> int:
    """The token of a text as `Traits` has it (folded, ...), in a column of that kind."""
    if kind == "phone":
        return (int(text) if text.isdecimal() else hash(text)) % _TEN_DIGITS
    if kind == "first":
        return hash(skeleton(full_form(text)))
    if kind == "street":
        return hash(skeleton(street_token(text)))
    return hash(skeleton(text) if kind in ("last", "company", "city") or kind.startswith("custom:") else text)


def _hashed(texts: Sequence[str]) -> "Column":
    import numpy as np

    # in CPython the hash of "" is 0, which is MISSING
    return np.fromiter(map(hash, texts), np.int64, len(texts))


def given_names(texts: Sequence[str]) -> "tuple[Column, Column, list[str]]":
    """Of first names: the tokens as keys and exactly (with all given names), and the folded names."""
    names = [said_name(name, "")[0] for name in folds(texts)]
    return _hashed(skeletons([full_form(name.partition(" ")[0]) for name in names])), _hashed(names), names


def family_names(texts: Sequence[str]) -> "tuple[Column, Column, list[str]]":
    """The same of last names."""
    names = [said_name("?", name)[1] for name in folds(texts)]
    return _hashed(skeletons(names)), _hashed(names), names


def mails(column: Cells) -> "tuple[Column, Column]":
    """The tokens of addresses and of their domains."""
    texts = [text.casefold() if text else "" for text in column]
    names, _, domains = zip(*[text.partition("@") for text in texts], strict=True)
    tokens = _hashed(texts)
    hosts = _hashed(["" if domain in FREE_MAIL else domain for domain in domains])
    # no domain, or Gmail's
    odd = {row for row in (hosts == MISSING).nonzero()[0].tolist() if texts[row] and domains[row] in _SPECIAL}
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


def doors(column: Cells) -> "tuple[Column, Column]":
    """The tokens of house numbers and of streets, of the first lines of addresses (see traits.lines)."""
    import numpy as np

    heads, _, rests = zip(*[text.partition(" ") if text else ("", "", "") for text in column], strict=True)
    plain = [
        rest != "" and head.isdecimal() and head.isascii() and "," not in rest
        for head, rest in zip(heads, rests, strict=True)
    ]
    words = [street_token(text) for text in folds(list(compress(rests, plain)))]
    number, street = np.zeros((2, len(column)), np.int64)
    number[plain] = _hashed(list(compress(heads, plain)))
    street[plain] = _hashed(skeletons(words))
    odd = list(compress(count(), map(not_, plain)))
    if not (parts := parts_of_placeholders()).isdisjoint(words):
        odd += [row for row, word in zip(compress(count(), plain), words, strict=True) if word in parts]
    for row in odd:
        if text := column[row]:
            house, rest = street_parts(text)
            number[row], street[row] = hash(house), token("street", rest)
    return number, street


def phones(column: Cells) -> "Column":
    """The tokens of telephone numbers: the last ten digits as a number."""
    import numpy as np

    told = [
        MISSING if not text else int(text) if len(text) < 18 and text[0] == "+" and text[1:].isdecimal() else _odd(text)
        for text in column
    ]
    numbers = np.array(told, np.int64) % _TEN_DIGITS
    # nobody has a number that ends in 555-5555 or 1234567
    ending = numbers % 10**7
    three, four = _digits()
    digits = four[ending % 10**4] | three[ending // 10**4]
    but_one = digits & (digits - 1)
    nobodys = (numbers < 10**5) | (but_one & (but_one - 1) == 0)
    for series in SERIES:
        nobodys |= ending == int(series)
    numbers[nobodys] = MISSING
    return numbers


@cache
def _digits() -> "tuple[Column, Column]":
    """Of each number of three digits, and of four, the digits that stand in it, as bits."""
    import numpy as np

    one = 1 << np.arange(10)
    two = (one[:, None] | one).ravel()
    return (one[:, None] | two).ravel(), (two[:, None] | two).ravel()


def _odd(text: str) -> int:
    return token("phone", digits) if (digits := phone(text)) else MISSING


def codes(texts: Sequence[str]) -> list[str]:
    """Postal codes without blanks and hyphens."""
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts):
        return [text.replace(" ", "").replace("-", "").casefold() for text in texts]
    return joined.replace(" ", "").replace("-", "").casefold().split("\n")


# How the tokens of a column are made.
READ: "dict[str, Callable[[Sequence[str]], Column]]" = {
    "company": lambda texts: _hashed(skeletons(firms(texts))),
    "city": lambda texts: _hashed(skeletons(folds(texts))),
    "postal_code": lambda texts: _hashed(codes(texts)),
    "linkedin": lambda texts: _hashed([web(text, path=True) if text else "" for text in texts]),
    "website": lambda texts: _hashed([web(text, path=False) if text else "" for text in texts]),
    "line": lambda texts: _hashed(skeletons([street_token(text) for text in folds(texts)])),
    "custom": lambda texts: _hashed(skeletons(custom_values(texts))),
}
