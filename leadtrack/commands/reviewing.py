"""Going through pairs of leads that may be one, on a terminal."""

from typing import Any

import typer

from leadtrack.actions import duplicates, merging
from leadtrack.commands import merge as merge_words
from leadtrack.commands.desk import Desk, counted, plain
from leadtrack.fields import LABELS
from leadtrack.reports import Column, Report

_LABELS = {**LABELS, "rep": "Rep", "stage": "Stage", "history": "History"}
_ASKED = "m merge, n not the same, l later, q quit"
_LEGEND = "< and > point at the value that the merged lead will have; + keeps both."


def review(desk: Desk, rep: str | None, progress: duplicates.Progress) -> None:
    """First the pairs that imports put aside, then those that are found in the whole file, the likeliest first."""
    done = {"m": 0, "n": 0, "l": 0}
    seen: set[tuple[int, int]] = set()
    queue = duplicates.waiting(desk.office, rep=rep)
    if queue:
        desk.say(f"{counted(len(queue), 'pair')} put aside by imports")
    if _go_through(desk, queue, seen, done):
        found = duplicates.pairs(desk.office, min_score=0.0, rep=rep, progress=progress)
        found.sort(key=lambda pair: (-pair["score"], pair["lead"], pair["other"]))
        fresh = [pair for pair in found if (pair["lead"], pair["other"]) not in seen]
        if fresh:
            desk.say(f"{counted(len(fresh), 'pair')} found in the whole file")
        _go_through(desk, fresh, seen, done)
    if not any(done.values()):
        desk.say("no two leads look like one" if not seen else "nothing was changed")
        return
    desk.say(
        f"{done['m']} merged, {done['n']} not the same, {done['l']} left for later; "
        "leadtrack history shows what was done, leadtrack undo takes it back"
    )


def _go_through(desk: Desk, pairs: list[dict[str, Any]], seen: set[tuple[int, int]], done: dict[str, int]) -> bool:
    """Ask about each pair; False when somebody had enough."""
    for place, pair in enumerate(pairs, start=1):
        ends = duplicates.as_it_stands(desk.office, pair)
        if ends is None or ends in seen:
            continue
        seen.add(ends)
        _show(desk, pair, ends, f"{place} of {len(pairs)}")
        answer = _answer()
        if answer == "q":
            return False
        done[answer] += 1
        if answer == "m":
            result = merging.merge(desk.office, [str(lead) for lead in ends], keep=None, fields={}, dry_run=False)
            desk.say(merge_words.words(result))
        elif answer == "n":
            duplicates.distinct(desk.office, *map(str, ends))
            desk.say(f"leads {ends[0]} and {ends[1]} are two; they are not asked about again")
    return True


def _show(desk: Desk, pair: dict[str, Any], ends: tuple[int, int], place: str) -> None:
    kept, found = duplicates.beside(desk.office, *ends)
    left, right = (f"Lead {lead}" + (" (kept)" if lead == kept else "") for lead in ends)
    columns = (Column("field", "Field"), Column("one", left), Column("mark", ""), Column("other", right))
    rows: list[dict[str, object]] = [
        {
            "field": _LABELS.get(row["field"], row["field"]),
            "mark": row["mark"],
            **{end: _told(row["field"], row[end]) for end in ("one", "other")},
        }
        for row in found
    ]
    why = "; ".join(map(plain, pair["reasons"]))
    title = f"{place}: {pair['verdict']} ({pair['score']:.2f}): {why}"
    desk.show(Report(title, columns, rows, (_LEGEND,)), "table", None, listing=True)


def _told(field: str, value: Any) -> Any:
    """A value for people: an instant without seconds and zone, as everywhere in tables."""
    return value[:16].replace("T", " ") if field == "created_at" else value


def _answer() -> str:
    """m, n, l or q; asked again until it is one. The enter key leaves the pair for later."""
    while True:
        text = str(typer.prompt(_ASKED, default="l", err=True)).strip().casefold()[:1]
        if text in ("m", "n", "l", "q"):
            return text
        typer.echo(f"please answer with one letter: {_ASKED}", err=True)
