"""Reports: a title, columns, rows and notes. A report holds values; `render/` gives them their looks."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column: `key` finds the value in a row and names it in JSON, `label` heads it for people.

    `kind` says what the values are:

    code     a text that is worth nothing when cut short: a telephone number, an e-mail address
    text     words; an integer here is a number that names something (a lead's number) and is shown without commas
    count    a number of things, or an average of such numbers
    share    a part of one: 0.253 is shown as "25 %"
    money    an amount in the team's currency
    seconds  a length of time in seconds
    instant  UTC ISO 8601 text ("2026-03-31T14:00:00Z"); one known only as a day ("2026-03-31") stays that day
    day      ISO 8601 date text
    flag     true or false

    `empty` is what people read where there is no value: "(no rep)". `wraps`: words of which each counts; on a terminal
    they take several lines where other texts are cut short.
    """

    key: str
    label: str
    kind: str = "text"
    empty: str = ""
    wraps: bool = False


class Chart(NamedTuple):
    """A picture of some columns of a report: `kind` "bars" (one bar for each row and column) or "lines" (over rows in
    their order). `across` names the rows, `values` are drawn; all by key."""

    kind: str
    across: str
    values: tuple[str, ...]
    title: str


class Report(NamedTuple):
    """What a command has to show. `total` is a row shown under the table for people, and never a row of CSV or JSON.

    `parts` are further tables that belong to it; CSV has the first table only. `asides` are tables for people alone, as
    the total is: the head of a list that another call gives whole. `at` is the instant whose world it shows, for pages
    that are forwarded.
    """

    title: str
    columns: tuple[Column, ...]
    rows: list[dict[str, object]]
    notes: tuple[str, ...] = ()
    total: dict[str, object] | None = None
    charts: tuple[Chart, ...] = ()
    parts: "tuple[Report, ...]" = ()
    asides: "tuple[Report, ...]" = ()
    at: str = ""


# The reports that exist, with a line about each for `leadtrack report`.
REPORTS = {
    "monday": "the one page for the meeting: what is to be talked about, with the figures",
    "funnel": "how far the leads came, stage by stage, and where they stay behind",
    "reps": "per rep: assigned, untouched, attempts, response time, overdue reminders, won",
    "fairness": "like against like: who works the hot leads and leaves the rest",
    "response": "how long leads wait for the first attempt, and whose time that was",
    "sources": "per source: leads, qualified, won, cost, return on investment",
    "campaigns": "the same per campaign",
    "wasted": "the cost of the leads that nobody ever tried",
    "stale": "leads that lie, per rep",
    "activity": "calls, e-mails and meetings of a period, and actions that were skipped",
    "quality": "how complete the data is, who is there twice, wrong numbers, bounces",
    "referrals": "who brought which leads, and what is owed for them",
    "reopened": "leads that were won, lost or junk and came back: when, why, and what became of them",
    "score": "whether the score is any good: the share won per band of scores, with its interval",
}


def reopened(rows: list[dict[str, object]]) -> Report:
    """`rows` as store.stages.reopened has them, newest first."""
    columns = (
        Column("lead", "Lead"),
        Column("name", "Name"),
        Column("at", "Reopened", "instant"),
        Column("reason", "Why"),
        Column("from", "From"),
        Column("stage", "Now"),
        Column("rep", "Rep"),
        Column("actor", "By"),
        Column("to", "To"),
        Column("closed_at", "Closed", "instant"),
        Column("closed_because", "Closed because"),
    )
    notes = ("Reopened: moved from a stage of the kind won, lost or junk to an open one or nurture.",)
    return Report("Reopened", columns, rows, notes)


def reopened_by(rows: list[dict[str, object]], head: tuple[Column, ...]) -> Report:
    """The same counted: leads that came back, and what became of them."""
    columns = (
        *head,
        Column("leads", "Reopened", "count"),
        Column("open", "Open now", "count"),
        Column("won", "Won since", "count"),
        Column("lost", "Lost again", "count"),
        Column("share", "Share won", "share"),
    )
    notes = ("Reopened: moved from a stage of the kind won, lost or junk to an open one or nurture.",)
    return Report("Reopened", columns, rows, notes)


def scores(
    rows: list[dict[str, object]], closed: int, enough: int, apart: float | None, head: tuple[Column, ...] = ()
) -> Report:
    """`rows` as scoring.bands makes them of so many `closed` leads (of the largest group, where `head` names groups);
    `apart` as scoring.tells_apart does."""
    columns = (
        *head,
        Column("band", "Score"),
        Column("leads", "Closed", "count"),
        Column("won", "Won", "count"),
        Column("share", "Share won", "share"),
        Column("low", "At least", "share"),
        Column("high", "At most", "share"),
    )
    if not rows:
        return Report(
            "Score", columns, [], (f"{closed} leads are won or lost; from {enough} on this report says something.",)
        )
    notes = [
        "Score: that of the lead when it was first assigned (or moved). Won: of those that are won or lost now.",
        "At least, at most: the 95 % interval (Wilson) of the share; where two overlap, it may be chance.",
    ]
    if apart is not None:
        notes.append(
            f"Of a won and a lost lead taken at random, the won one had the higher score in {apart:.0%} of cases"
            " (50% is chance)."
        )
    return Report("Score", columns, rows, tuple(notes))
