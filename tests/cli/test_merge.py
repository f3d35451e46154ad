"""`leadtrack merge` and `unmerge`: several records of one lead become one, and every merge can be taken back."""

import pytest

from leadtrack.fields import FIELDS

ANNE = ("add", "--full-name", "Anne Archer", "--phone", "617-555-0150", "--source", "Radio", "--note", "rang twice")


@pytest.fixture
def twins(team):
    """The team, and lead 4, who is Ann Archer (lead 1) once more: Sam's, at qualified, with a note and a reminder."""
    team.ok(*ANNE)
    team.ok("assign", 4, "--to", "Sam Stone", "--why", "took the call")
    team.ok("stage", 4, "qualified")
    team.ok("remind", 4, "in 3 days", "send the catalogue")
    return team


def told(cli) -> dict[str, object]:
    tables = ("leads", "activities", "reminders", "origins", "assignments", "stage_moves")
    rows = {
        table: cli.rows(f"SELECT * FROM {table} WHERE removed_by IS NULL ORDER BY id")  # noqa: S608 - these names
        for table in tables
    }
    rows["facts"] = cli.rows("SELECT * FROM facts ORDER BY lead_id")
    return rows | {"shown": [cli.json("show", lead["lead"]) for lead in cli.json("leads")]}


def test_the_answer_has_these_keys(twins):
    answer = twins.json("merge", 1, 4)
    assert list(answer) == ["batch", "lead", "name", "merged", "changed", "fields", "moved"]
    assert list(answer["fields"][0]) == ["field", "value", "lead", "why", "others"]
    assert list(answer["moved"]) == ["activities", "reminders", "temperatures", "origins", "targets"]
    back = twins.json("unmerge", 1)
    assert list(back) == ["batch", "undone", "lead", "unmerged", "spared", "stays"]


def test_the_lead_with_most_history_is_kept(twins):
    answer = twins.json("merge", 1, 4)
    assert (answer["lead"], answer["merged"]) == (4, [1])


def test_everything_that_happened_goes_to_the_kept_lead(twins):
    answer = twins.json("merge", 1, 4, "--keep", 1)
    assert answer["moved"] == {"activities": 1, "reminders": 1, "temperatures": 0, "origins": 0, "targets": 0}
    lead = twins.json("show", 1)
    assert [row["text"] for row in lead["activities"]] == ["rang twice"]
    assert [row["text"] for row in lead["reminders"]] == ["send the catalogue"]
    assert [row["reminder"] for row in twins.json("remind", "--due", "week")] == [1]
    assert (lead["rep"], lead["stage"]) == ("Rita Ruiz", "qualified"), "its own rep; the stage it never had moved from"


def test_a_lead_that_was_moved_itself_keeps_its_stage(twins):
    twins.ok("stage", 1, "contacted")
    twins.ok("merge", 1, 4, "--keep", 1)
    lead = twins.json("show", 1)
    assert lead["stage"] == "contacted"
    assert [move["to"] for move in lead["merged"][0]["moves"]] == ["qualified"], "the other's way is told"
    assert [row["leads"] for row in twins.json("report", "funnel")["rows"]][:3] == [3, 1, 0]


def test_a_lead_without_a_rep_takes_the_others(twins):
    twins.ok("merge", 3, 4, "--keep", 3)
    lead = twins.json("show", 3)
    assert lead["rep"] == "Sam Stone"
    assert "lead 4" in lead["assignments"][-1]["reason"]
    since = twins.rows("SELECT assigned_at FROM facts WHERE lead_id = 3")
    had = twins.rows("SELECT at FROM assignments WHERE lead_id = 4 ORDER BY id DESC LIMIT 1")
    assert since == had, "Sam has it since he had lead 4"


def test_the_story_tells_of_the_merge_and_of_the_lead_that_was_merged(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    (merged,) = twins.json("show", 1)["merged"]
    assert list(merged) == ["lead", "at", "actor", "batch", "fields", "custom", "assignments", "moves"]
    assert (merged["lead"], merged["fields"]["source"], merged["fields"]["phone"]) == (4, "Radio", "+16175550150")
    shown = twins.ok("show", 1).out
    assert "merged lead 4 (Anne Archer) into this one" in shown
    assert "lead 4 moved from new to qualified" in shown
    history = twins.ok("history", 1).out
    for words in ("lead 4: into lead 1", "lead 4: new to qualified", "lead 4: by add", "rang twice"):
        assert words in history


def test_no_list_and_no_report_shows_a_merged_lead(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    assert [lead["lead"] for lead in twins.json("leads")] == [1, 2, 3]
    assert twins.json("info")["leads"] == 3
    assert [(row["rep"], row["assigned"]) for row in twins.json("report", "reps")["rows"]] == [
        ("Rita Ruiz", 1),
        ("Sam Stone", 1),
    ]
    assert twins.json("source", "list") == [{"source": "Radio", "leads": 1, "half_life": 7, "aliases": []}], (
        "the kept lead had none"
    )
    assert twins.rows("SELECT lead FROM lead_overview") == [(1,), (2,), (3,)]


@pytest.mark.parametrize("name", ["4", "#4", "Anne Archer", "anne arch"])
def test_what_named_the_merged_lead_leads_to_the_kept_one(twins, name: str):
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("edit", 1, "full_name=Ann Archer")
    answer = twins("show", name, "--format", "json")
    assert answer.json()["lead"] == 1
    assert answer.err == "lead 4 was merged into lead 1\n"


def test_what_is_done_with_the_old_number_is_done_with_the_kept_lead(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    for words in (
        ("note", 4, "x"), ("log", 4, "call"), ("stage", 4, "won"), ("remind", 4, "tomorrow", "x"),
        ("edit", 4, "city=Troy"), ("assign", 4, "--to", "Sam Stone", "--why", "x"),
    ):  # fmt: skip
        answer = twins(*words, "--format", "json")
        assert (answer.code, answer.json()["lead"]) == (0, 1)
    assert "lead 1" in twins.refused("add", "--full-name", "Anne Archer", "--phone", "617 555 0150").replace(
        "lead 4 was merged into lead 1\n", ""
    )


def test_an_old_address_finds_the_kept_lead(team):
    team.ok("add", "--full-name", "Ann Archer", "--email", "ann@home.example")
    team.ok("merge", 1, 4, "--keep", 1, "--field", "email=1")
    assert team.json("show", "ann@home.example")["lead"] == 1
    assert [lead["lead"] for lead in team.json("leads", "--search", "home.example")] == [1]
    assert "lead 1 " in team.refused("add", "--full-name", "A", "--email", "ann@home.example")


def test_a_field_can_be_chosen(twins):
    twins.ok("merge", 1, 4, "--keep", 1, "--field", "phone=1", "--field", "full_name=1")
    lead = twins.json("show", 1)
    assert (lead["phone"], lead["full_name"]) == ("+16175550101", "Ann Archer")


def test_what_a_person_typed_in_beats_what_a_sheet_said(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    assert twins.json("show", 1)["phone"] == "+16175550150"


def test_a_refusal_of_either_stands(twins):
    twins.ok("edit", 4, "opt_out_email=yes")
    twins.ok("merge", 1, 4, "--keep", 1)
    assert twins.json("show", 1)["opt_out_email"] == 1
    assert "refused" in twins.refused("merge", 1, 2, "--field", "opt_out_email=2")


def test_a_dry_run_says_what_would_be_and_changes_nothing(twins):
    before = twins.dump()
    foretold = twins.json("merge", 1, 4, "--dry-run")
    assert twins.dump() == before
    assert foretold["batch"] is None
    done = twins.json("merge", 1, 4)
    assert {**foretold, "batch": 0, "moved": 0} == {**done, "batch": 0, "moved": 0}
    twins.ok("undo")
    assert "nothing was written" in twins.ok("merge", 1, 4, "--dry-run").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((1, 1), "lead 1 is named twice"),
        ((1, "ann@acme.example"), "lead 1 is named twice"),
        ((1,), "lead 1 stands alone"),
        ((1, 99), "there is no lead 99"),
        ((1, 5), "lead 5 was merged into lead 4 already"),
        ((1, 2, "--keep", 3), "lead 3 is none of those to be merged (1, 2)"),
        ((1, 2, "--field", "phone=3"), "lead 3 is none of those to be merged"),
        ((1, 2, "--field", "title=2"), "lead 2 has no title"),
        ((1, 2, "--field", "telephone=2"), "'telephone' is no field"),
    ],
    ids=str,
)
def test_what_cannot_be_merged_is_one_clear_line(twins, words, said: str):
    twins.ok("add", "--full-name", "Anna Archer")
    twins.ok("merge", 4, 5)
    assert said in twins.refused("merge", *words)


def test_an_option_without_its_lead_is_wrong_usage(twins):
    assert "field=LEAD" in twins.refused("merge", 1, 4, "--field", "phone", code=2)


# -- and back ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("unmerge", 4), ("undo",)], ids=["unmerge", "undo"])
def test_a_merge_taken_back_leaves_everything_as_it_was(twins, words):
    before = told(twins)
    twins.ok("merge", 1, 4, "--keep", 1)
    assert told(twins) != before
    twins.ok(*words)
    assert told(twins) == before


def test_unmerge_can_itself_be_taken_back(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("unmerge", 4)
    twins.ok("undo")
    assert twins.json("show", 4)["lead"] == 1


def test_what_came_since_the_merge_stays_and_is_said(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("note", 4, "since")
    twins.ok("edit", 1, "phone=617-555-0199", "Shoe=38")
    answer = twins("unmerge", 4)
    assert answer.code == 3
    assert "what came since the merge stays with lead 1: 1 activity" in answer.err
    assert answer.err.endswith("1 spared: lead 1 Ann Archer (phone was changed again since)\n")
    kept, lost = twins.json("show", 1), twins.json("show", 4)
    assert ([row["text"] for row in kept["activities"]], kept["phone"], kept["custom"]) == (
        ["since"],
        "+16175550199",
        {"Shoe": "38"},
    )
    assert ([row["text"] for row in lost["activities"]], lost["phone"]) == (["rang twice"], "+16175550150")


def test_a_reminder_that_was_done_since_goes_back_as_done(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("remind", "--done", 1)
    twins.ok("unmerge", 4)
    assert twins.json("show", 4)["reminders"][0]["done_at"]


def test_all_that_one_command_merged_stand_on_their_own_again(team):
    team.ok("merge", 1, 2, 3)
    assert team.json("unmerge", 3)["unmerged"] == [2, 3]
    assert [lead["lead"] for lead in team.json("leads")] == [1, 2, 3]


def test_merges_that_built_on_each_other_are_taken_back_the_later_one_first(team):
    team.ok("note", 1, "of Cyd's")
    team.ok("merge", 2, 1, "--keep", 2)
    team.ok("merge", 3, 2, "--keep", 3)
    assert team.json("show", 1)["lead"] == 3
    assert team.refused("unmerge", 1).endswith("leadtrack unmerge 2 comes first")
    team.ok("unmerge", 2)
    assert team.json("show", 1)["lead"] == 2
    team.ok("unmerge", 1)
    assert [lead["lead"] for lead in team.json("leads")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "said"), [("1", "leadtrack unmerge 4"), ("2", "stands on its own"), ("99", "there is no lead 99")]
)
def test_what_cannot_be_parted_is_one_clear_line(twins, name: str, said: str):
    twins.ok("merge", 1, 4, "--keep", 1)
    assert said in twins.refused("unmerge", name)


def test_the_import_that_made_a_merged_lead_spares_it_and_the_lead_it_went_into(team, sheet):
    (taken,) = team.json("import", sheet([["Name", "State"], ["Dee Dorn", "MA"], ["Eve Ely", "NY"]], "more.csv"))
    team.ok("merge", 1, 4, "--keep", 1)
    team.ok("merge", 5, 2, "--keep", 5)
    spared = team.json("undo", taken["batch"], code=3)["spared"]
    assert [(row["number"], row["why"]) for row in spared] == [
        (4, "was merged into lead 1 since"),
        (5, "lead 2 was merged into it"),
    ]
    assert [row["row"] for row in team.json("show", 1)["origins"]] == [2, 2], "its origin is spared with it"
    team.ok("unmerge", 4)
    assert len(team.json("show", 4)["origins"]) == 1


def test_an_edit_of_a_lead_that_was_merged_since_is_spared(team):
    team.ok("edit", 2, "title=Boss")
    batch = team.json("history", "--limit", 1)[0]["batch"]
    team.ok("merge", 1, 2, "--keep", 1)
    (spared,) = team.json("undo", batch, code=3)["spared"]
    assert (spared["number"], spared["why"]) == (2, "it was merged into lead 1 since")


def test_a_note_from_before_the_merge_can_be_taken_back_after_it(twins):
    batch = next(row["batch"] for row in twins.json("history") if row["command"] == "add")
    twins.ok("note", 4, "wrong lead")
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("undo", batch + 4)
    assert [row["text"] for row in twins.json("show", 1)["activities"]] == ["rang twice"]
    twins.ok("unmerge", 4)
    assert [row["text"] for row in twins.json("show", 4)["activities"]] == ["rang twice"]


def test_a_merge_is_not_brought_again_to_a_lead_that_was_worked_since(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    undone = twins.json("unmerge", 4)["batch"]
    twins.ok("note", 4, "works on its own")
    assert "leadtrack merge 1 4" in twins.refused("undo", undone)
    twins.ok("merge", 1, 4)


def test_a_merge_is_not_brought_again_to_a_lead_that_is_gone(twins):
    twins.ok("merge", 1, 4, "--keep", 1)
    undone = twins.json("unmerge", 4)["batch"]
    twins.ok("merge", 2, 1, "--keep", 2)
    assert "comes first" in twins.refused("undo", undone) or "own" in twins.refused("undo", undone)


def test_the_record_of_a_merged_lead_keeps_every_value(twins):
    before = twins.json("show", 4)
    twins.ok("merge", 1, 4, "--keep", 1, "--field", "phone=1")
    (merged,) = twins.json("show", 1)["merged"]
    assert merged["fields"] == {name: before[name] for name in FIELDS if before[name] is not None}
