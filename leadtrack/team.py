"""Who is meant by a name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leadtrack.errors import Ambiguous, NotFound
from leadtrack.wording import and_more


def one_rep(found: Sequence[Mapping[str, Any]], text: str, team: Sequence[str]) -> Mapping[str, Any]:
    """The one rep that answers to `text`.

    `found` are those who do, `team` all names. Raises NotFound with a near miss or the team, Ambiguous with the
    candidates.
    """
    if len(found) == 1:
        return found[0]
    if found:
        raise Ambiguous(f"{text!r} may be {_listed(rep['name'] for rep in found)}; write the whole name")
    from difflib import get_close_matches  # slow to load, and only mistakes ask

    near = get_close_matches(text, team, n=1)
    if near:
        raise NotFound(f"there is no rep {text!r}; did you mean {near[0]!r}?")
    if team:
        raise NotFound(f"there is no rep {text!r}; the team is {_listed(team)}; a new one: leadtrack rep add {text!r}")
    raise NotFound(f"there is no rep {text!r}, and no rep at all yet: leadtrack rep add {text!r}")


def _listed(names: Iterable[str]) -> str:
    return and_more([repr(name) for name in names], 8)
