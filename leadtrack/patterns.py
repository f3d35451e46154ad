"""Regular expressions that are compiled when they are first used.

A command that cleans nothing should not pay for some sixty of them at its start (30 ms).
"""

import re
from collections.abc import Callable
from typing import Any


class Pattern:
    """Like `re.compile(source, flags)`, from its first use on."""

    match: Callable[[str], re.Match[str] | None]
    search: Callable[[str], re.Match[str] | None]
    sub: Callable[[str | Callable[[re.Match[str]], str], str], str]
    split: Callable[[str], list[str]]
    findall: Callable[[str], list[str]]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in Pattern.__annotations__:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in Pattern.__annotations__:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
