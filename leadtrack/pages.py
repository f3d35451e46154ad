"""How each report is laid out: its columns, notes and charts. docs/metrics.md defines the figures."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadtrack.fairness import Gap
from leadtrack.reports import Chart, Column, Report
from leadtrack.response import ENOUGH, PUBLISHED, STUDIES

Rows = list[dict[str, Any]]
Head = tuple[Column, ...]


def funnel(rows: Rows, head: Head, leaks: Sequence[tuple[str | None, tuple[str, str, int]]], snapshot: bool) -> Report:
    """`rows` as stages.funnel or stages.snapshot makes them, with time; `leaks` by group, most first."""
    columns = (
        *head,
        Column("stage", "Stage"),
        Column("leads", "Leads", "count"),
        Column("share", "Share", "share"),
        Column("conversion", "From the stage before", "share"),
        Column("time", "Median time in it", "seconds"),
        Column("value", "Value", "money"),
    )
    if snapshot:
        columns = tuple(column for column in columns if column.key != "conversion")
        notes = ["Each lead counts in the stage that it is in now."]
    else:
        notes = [
            "A stage on the way to won counts every lead that reached it or a later one;"
            " nurture, lost and junk count who is there now."
        ]
    notes.append(
        "Median time: after which half of those that entered the stage had left it; empty where half are still there."
    )
    for name, (stage, following, leads) in leaks:
        who = f"{name or head[0].empty}: most" if head else "Most"
        notes.append(f"{who} stay behind between {stage} and {following}: {_many(leads, 'lead')}.")
    chart = Chart("bars", "stage", ("leads",), "How far the leads came" if not snapshot else "Where the leads are")
    kept = [{column.key: row[column.key] for column in columns} for row in rows]
    return Report("Funnel", columns, kept, tuple(notes), charts=() if head else (chart,))


def reps(rows: Rows, head: Head, waiting: int, regions: bool, untried: Report | None) -> Report:
    """One row per rep (or whatever `head` names); `waiting` is how many open leads have no rep, `untried` names those
    that nobody touched."""
    columns = (
        *head,
        *([Column("region", "Region")] if regions else []),
        Column("assigned", "Assigned", "count"),
        Column("untouched", "Untouched", "count"),
        Column("attempts", "Attempts", "count"),
        Column("median_response", "Median response", "seconds"),
        Column("overdue", "Overdue", "count"),
        Column("won", "Won", "count"),
        Column("value", "Value won", "money"),
        Column("within_5m", "In 5 min", "share"),
        Column("within_30m", "In 30 min", "share"),
        Column("within_24h", "In 24 h", "share"),
        Column("median_working", "Median, working hours", "seconds"),
        Column("per_lead", "Attempts per lead", "count"),
        Column("no_next_step", "No next step", "count"),
        Column("stale", "Stale", "count"),
        Column("contacted", "Contacted", "count"),
        Column("qualified", "Qualified", "count"),
        Column("taken_back", "Taken back", "count"),
        Column("taken_untried", "of them untried", "count"),
        Column("hot_tried", "Hot tried", "share"),
        Column("cold_tried", "Cold tried", "share"),
        Column("gap", "Hot over cold", "share"),
        Column("gap_low", "At least", "share"),
        Column("gap_high", "At most", "share"),
    )
    counted = (
        "assigned", "untouched", "attempts", "overdue", "won", "value", "no_next_step", "stale", "contacted",
        "qualified", "taken_back", "taken_untried",
    )  # fmt: skip
    total: dict[str, object] | None = None
    if head:
        total = {head[0].key: "Team", **{key: sum(row[key] or 0 for row in rows) for key in counted}}
        total["per_lead"] = total["attempts"] / total["assigned"] if total["assigned"] else None  # type: ignore[operator]
    notes = [
        "Median response: from the assignment to the first contact attempt after it, of the leads that had one.",
        "Overdue: all open reminders of the rep, whatever the period.",
    ]
    notes += [
        f"{row[head[0].key] or head[0].empty} tries hot leads more often than cold ones: {_share(row['hot_tried'])}"
        f" against {_share(row['cold_tried'])}, and chance does not explain it (leadtrack report fairness)."
        for row in rows
        if head and row["gap_low"] is not None and row["gap_low"] > 0
    ]
    if waiting:
        notes.append(f"{waiting} open leads have no rep: leadtrack assign")
    charts = (
        chart(head, ("assigned", "untouched"), "Leads, and how many of them nobody tried"),
        chart(head, ("median_response",), "Median response"),
    ) if head else ()  # fmt: skip
    asides = (untried,) if untried and untried.rows else ()
    return Report("Reps", columns, rows, tuple(notes), total if rows else None, charts=charts, asides=asides)


def untried(rows: Rows, head: Head, most: int) -> Report:
    """Leads by name that nobody ever touched: of each group at most so many, those that lie longest."""
    columns = (
        *head,
        Column("lead", "Lead"),
        Column("name", "Name"),
        Column("company", "Company"),
        Column("stage", "Stage"),
        Column("waits", "Has waited", "seconds"),
        Column("assigned_at", "Assigned", "instant"),
        Column("value", "Value", "money"),
    )
    group = head[0].label.lower()
    notes = (
        f"Open leads with a rep to which nothing ever happened: of each {group} the {most} that lie longest."
        " All that nobody tried: leadtrack report reps --of untouched --format xlsx --output FILE",
    )
    return Report("Never touched, by name", columns, rows, notes)


def fairness(rows: Rows, head: Head, gaps: Mapping[str | None, Gap]) -> Report:
    """One row per group and band; `gaps` are hot minus cold by group."""
    columns = (
        *head,
        Column("of", "By"),
        Column("band", "When assigned"),
        Column("leads", "Leads", "count"),
        Column("tried", "Tried", "count"),
        Column("share", "Share tried", "share"),
        Column("low", "At least", "share"),
        Column("high", "At most", "share"),
        Column("per_lead", "Attempts per lead", "count"),
        Column("median_response", "Median response", "seconds"),
    )
    notes = [
        "Temperature and score are those of the moment at which the present rep got the lead.",
        "At least, at most: the 95 % interval (Wilson) of the share; of few leads it is wide.",
    ]
    for name, gap in gaps.items():
        who = f"{name or head[0].empty}: " if head else ""
        verdict = "chance does not explain it" if gap.told else "chance may explain it"
        notes.append(
            f"{who}hot over cold {_points(gap.gap)} (95 %: {_points(gap.low)} to {_points(gap.high)}); {verdict}."
        )
    return Report("Fairness", columns, rows, tuple(notes))


def response(rows: Rows, head: Head, contact: Rows, team: Mapping[str, Any]) -> Report:
    """One row per group and phase, as response.py counts them; `contact` is the team's own rate of contact by how soon
    it tried, `team` its figures beside the published ones."""
    columns = (
        *head,
        Column("phase", "From, to"),
        Column("leads", "Leads", "count"),
        Column("waiting", "Not answered", "count"),
        Column("median", "Median", "seconds"),
        Column("q25", "A quarter within", "seconds"),
        Column("q75", "Three quarters", "seconds"),
        Column("q90", "Nine in ten", "seconds"),
        Column("within_5m", "In 5 min", "share"),
        Column("within_30m", "In 30 min", "share"),
        Column("within_24h", "In 24 h", "share"),
        Column("average", "Average of those answered", "seconds"),
    )
    notes = (
        "Leads that are not answered count as waiting (Kaplan-Meier), closed ones until then: a quantile is empty while"
        " too few are answered.",
        "Taken in to assigned is the manager's time, assigned to first attempt the rep's.",
    )
    own = Report(
        "Contacted, by how soon the first attempt came",
        (
            Column("tried", "First attempt"),
            Column("leads", "Leads", "count"),
            Column("contacted", "Contacted", "count"),
            Column("share", "Share", "share"),
            Column("low", "At least", "share"),
            Column("high", "At most", "share"),
            Column("qualified", "Qualified", "count"),
            Column("share_qualified", "Share qualified", "share"),
        ),
        contact if any(row["leads"] for row in contact) else [],
        (f"Leads whose creation is known to the minute. Below {ENOUGH} leads a share says little.",),
        charts=(Chart("bars", "tried", ("share",), "Share contacted, by how soon the first attempt came"),),
    )
    return Report("Response", columns, rows, notes, parts=(own, beside(team)))


def beside(team: Mapping[str, Any]) -> Report:
    """What others measured, and the same of this team: never, within_5m, average, odds_contact, odds_qualified."""
    columns = (
        Column("who", "Who"),
        Column("never", "Never answered", "share"),
        Column("within_5m", "In 5 min", "share"),
        Column("average", "Average", "seconds"),
        Column("odds_contact", "Odds of contact, 5 : 30 min", "count"),
        Column("odds_qualified", "Odds of qualifying, 5 : 30 min", "count"),
    )
    nothing: dict[str, Any] = {column.key: None for column in columns}
    rows = [{**nothing, "who": "this team", **team}, *({**nothing, **published} for published in PUBLISHED)]
    notes = (
        "Odds: those of leads first tried within 5 minutes over those of leads tried after 30 minutes to an hour; empty"
        f" below {ENOUGH} leads in either, or where all or none of them were contacted.",
        "From 20 hours on every further attempt did harm (MIT and InsideSales): see within 20 h and later above.",
        *(f"{published['who']}: {words}." for published, words in zip(PUBLISHED, STUDIES, strict=True)),
    )
    return Report("Beside what others measured", columns, rows, notes)


def stale(rows: Rows, head: Head) -> Report:
    columns = (
        *head,
        Column("open", "Open", "count"),
        Column("stale", "Stale", "count"),
        Column("share", "Share", "share"),
        Column("untouched", "Untouched", "count"),
        Column("no_next_step", "No next step", "count"),
        Column("promise_broken", "Promise overdue", "count"),
        Column("longest", "Longest quiet", "seconds"),
        Column("value", "Value of all", "money"),
    )
    counted = ("open", "stale", "untouched", "no_next_step", "promise_broken", "value")
    total: dict[str, object] | None = (
        {head[0].key: "All", **{key: sum(row[key] for row in rows) for key in counted}} if head and rows else None
    )
    notes = (
        "Stale: open or in nurture, nothing happened for longer than its stage allows, and no promise is to come.",
        "Which leads: leadtrack report stale --leads --of stale, or leadtrack stale.",
    )
    charts = (chart(head, ("open", "stale"), "Open leads, and the stale among them"),) if head else ()
    return Report("Stale", columns, rows, notes, total, charts=charts)


def quality(rows: Rows, head: Head) -> Report:
    columns = (
        *head,
        Column("what", "The lead"),
        Column("leads", "Leads", "count"),
        Column("of", "of", "count"),
        Column("share", "Share", "share"),
        Column("good", "Good", "flag"),
        Column("check", "Check"),
    )
    notes = ("Which leads: leadtrack report quality --leads --of CHECK, for example --of same_email.",)
    return Report("Quality", columns, rows, notes)


def activity(rows: Rows, head: Head, skipped: Rows) -> Report:
    columns = (
        *head,
        Column("attempts", "Attempts", "count"),
        Column("call", "Calls", "count"),
        Column("email", "E-mails", "count"),
        Column("text", "Texts", "count"),
        Column("meeting", "Meetings", "count"),
        Column("reached", "Reached", "count"),
        Column("share", "Share reached", "share"),
        Column("incoming", "Came in", "count"),
        Column("note", "Notes", "count"),
        Column("seconds", "Time spent", "seconds"),
        Column("contacts", "All contacts", "count"),
    )
    counted = ("attempts", "call", "email", "text", "meeting", "reached", "incoming", "note", "seconds", "contacts")
    total: dict[str, Any] | None = None
    if head and rows:
        total = {head[0].key: "All", **{key: sum(row[key] for row in rows) for key in counted}}
        total["share"] = total["reached"] / total["attempts"] if total["attempts"] else None
    own = Report(
        "Actions of the stages",
        (
            Column("stage", "Stage"),
            Column("action", "What is to be done"),
            Column("kind", "Kind"),
            Column("stays", "Leads that left", "count"),
            Column("done", "Done", "count"),
            Column("skipped", "Skipped", "count"),
            Column("share", "Share skipped", "share"),
        ),
        skipped,
        ("Skipped: the lead left the stage, and the action was not ticked off while it was there.",),
    )
    notes = (
        "The period is that of the contacts, whenever their leads were created; a contact counts for who made it.",
    )
    charts = (chart(head, ("attempts", "reached"), "Attempts, and those that reached the lead"),) if head else ()
    return Report("Activity", columns, rows, notes, total, charts=charts, parts=(own,))


def leads(rows: Rows, title: str, head: Head) -> Report:
    """The leads behind a number; `head` names the group that each counts in, where they are counted by something."""
    columns: Head = (
        Column("lead", "Lead"),
        Column("name", "Name"),
        Column("rep", "Rep", "text", "(no rep)"),
        Column("stage", "Stage"),
        Column("created_at", "Created", "instant"),
        Column("attempts", "Attempts", "count"),
        Column("response", "Response", "seconds"),
        Column("company", "Company"),
        Column("source", "Source"),
        Column("campaign", "Campaign"),
        Column("value", "Value", "money"),
        Column("furthest", "Furthest stage"),
        Column("temperature", "When assigned"),
        Column("score", "Score then", "count"),
        Column("assigned_at", "Assigned", "instant"),
        Column("last_touch_at", "Last touch", "instant"),
        Column("next_reminder_at", "Next reminder", "instant"),
        Column("referred_by", "Referred by"),
    )
    columns = (*(column for column in head if column.key not in {told.key for told in columns}), *columns)
    return Report(title, columns, rows, (f"{_many(len(rows), 'lead')}.",))


def monday(parts: Sequence[Report], said: Sequence[str]) -> Report:
    """The one page for the meeting: what is to be talked about, and the reports that show it."""
    rows: Rows = [{"point": n, "what": what} for n, what in enumerate(said, 1)]
    columns = (Column("point", "Nr"), Column("what", "What is to be talked about"))
    shown = tuple(part._replace(parts=(), asides=()) for part in parts)
    return Report(
        "Monday", columns, rows, (), parts=shown, asides=tuple(aside for part in parts for aside in part.asides)
    )


def chart(head: Head, values: tuple[str, ...], title: str) -> Chart:
    """Bars for each group; lines over months."""
    return Chart("lines" if head[0].key == "month" else "bars", head[0].key, values, title)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _share(share: float | None) -> str:
    return "none" if share is None else f"{share:.0%}"


def _points(share: float) -> str:
    return f"{share * 100:+.0f} points"
