"""The one page for the meeting."""

from typing import Any

from leadtrack import campaigns, pages
from leadtrack.actions.reports import Asked, answers, funnel, lying, money, reps
from leadtrack.reports import Column, Report

_WORST = 3


def page(asked: Asked) -> Report:
    """What is to be talked about, worst first, and the reports that show it: reps, response, funnel, stale, wasted."""
    by_rep, by_campaign, whole = asked.grouped(asked.by or "rep"), asked.grouped(asked.by or "campaign"), asked
    if asked.by is not None:
        whole = asked.grouped(None)
    team, answered = reps.page(by_rep), answers.page(whole)
    stale, wasted, way = lying.page(by_rep), money.wasted(by_campaign), funnel.page(whole)
    who, what = by_rep.grouping.columns[0], by_campaign.grouping.columns[0]
    said = [*_of_reps(team.rows, who), *_of_money(wasted.rows, what), *_of_answers(answered.rows), *_of_the_way(way)]
    said += [note for note in team.notes if "no rep" in note or "hot leads" in note]
    if not said:
        said = [
            "There are no leads in this period." if not way.rows or not way.rows[0]["leads"] else "Nothing stands out."
        ]
    return pages.monday([team, answered, way, stale, wasted], said)


def _of_reps(rows: list[dict[str, Any]], who: Column) -> list[str]:
    said = []
    lying = sorted((row for row in rows if row["untouched"]), key=lambda row: -row["untouched"])
    for row in lying[:_WORST]:
        said.append(f"{row[who.key] or who.empty}: {row['untouched']:,} of {row['assigned']:,} leads were never tried.")
    late = [row for row in rows if row["overdue"]]
    if late:
        worst = max(late, key=lambda row: row["overdue"])
        said.append(
            f"{sum(row['overdue'] for row in late):,} promises are overdue; the most, {worst['overdue']:,}, are with"
            f" {worst[who.key] or who.empty}."
        )
    return said


def _of_money(rows: list[dict[str, Any]], what: Column) -> list[str]:
    lost = campaigns.total(row["wasted"] for row in rows)
    if not lost:
        return []
    worst = max(rows, key=lambda row: row["wasted"] or 0)
    return [
        f"{lost:,.0f} were spent on leads that nobody called; the most, {worst['wasted']:,.0f}, on"
        f" {worst[what.key] or what.empty}."
    ]


def _of_answers(rows: list[dict[str, Any]]) -> list[str]:
    slow = [
        row for row in rows if row["phase"] in ("taken in to assigned", "assigned to first attempt") and row["median"]
    ]
    if not slow:
        return []
    worst = max(slow, key=lambda row: row["median"])
    whose = "the manager's" if worst["phase"].startswith("taken") else "the reps'"
    return [
        f"Leads lie longest from {worst['phase']}: that is {whose} time ({_lasting(worst['median'])} in the median)."
    ]


def _of_the_way(way: Report) -> list[str]:
    return [note for note in way.notes if note.startswith("Most stay behind")]


def _lasting(seconds: float) -> str:
    return (
        f"{seconds / 60:.0f} min"
        if seconds < 5_400
        else f"{seconds / 3600:.0f} h"
        if seconds < 172_800
        else f"{seconds / 86_400:.0f} days"
    )
