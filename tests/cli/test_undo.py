"""`leadtrack undo` and `leadtrack history`: every change can be explained and taken back."""

import pytest


def leads(cli) -> str:
    return cli.ok("leads", "--format", "json").out


def last(cli) -> int:
    return cli.json("history", "--limit", "1")[0]["batch"]


# every command that writes, on a team with three leads; {file} is a sheet with a fourth lead and more of the first
WRITING = [
    ("import", "{file}"),
    ("import", "{file}", "--assign", "--source", "Expo", "--campaign", "Expo 26"),
    ("import", "{file}", "--on-duplicate", "keep"),
    ("add", "--full-name", "Dee Dorn", "--state", "NY", "--source", "Phone", "--note", "rang us"),
    ("edit", "1", "title=Buyer", "city=Salem", "phone=", "source=Referral", "Shoe size=38"),
    ("edit", "2", "full_name=Robert Baker", "value=5000"),
    ("note", "1", "likes tea"),
    ("log", "1", "call", "--outcome", "answered"),
    ("stage", "1", "qualified"),
    ("temperature", "1", "hot", "--why", "asked for a quote"),
    ("remind", "1", "in 6 months", "call again"),
    ("remind", "--done", "1"),
    ("remind", "1", "every monday 9:00", "call again", "--priority", "high"),
    ("remind", "--done", "2"),
    ("remind", "--drop", "2"),
    ("remind", "--snooze", "1", "in 2 weeks"),
    ("remind", "--give", "1", "Sam Stone"),
    ("assign",),
    ("assign", "1", "--to", "Sam Stone", "--why", "knows her"),
    ("rep", "add", "Tom Tate", "--email", "tom@team.example", "--region", "West"),
    ("rep", "add", "Sam Stone", "--email", "sam@team.example", "--region", "West"),
    ("region", "add", "North"),
    ("source", "add", "Radio"),
    ("campaign", "add", "Spring", "--source", "Radio", "--cost", "100"),
    ("territory", "add", "Sam Stone", "--state", "VT", "--zip3", "021"),
    ("settings", "country", "Canada"),
    ("merge", "1", "2"),
    ("merge", "3", "1", "2", "--keep", "3", "--field", "email=1"),
    ("unmerge", "5"),
    ("duplicates", "distinct", "1", "2"),
    ("settings", "time_zone", "Europe/Berlin"),
    ("settings", "holidays", "US-MA"),
]


@pytest.fixture
def house(team, sheet):
    """The team with something that every command of WRITING can change."""
    team.ok("remind", "1", "in 3 months", "send the catalogue")
    team.ok("remind", "2", "every 2 weeks", "ask for news")
    team.ok("rep", "add", "Ida")
    team.ok("territory", "add", "Ida", "--state", "IL")
    team.ok("add", "--full-name", "Anne Archer", "--phone", "617-555-0150", "--note", "rang twice")
    team.ok("add", "--full-name", "Ann Archer", "--company", "Acme Tools", "--source", "Mail")
    team.ok("merge", "4", "5")
    team.file = sheet(
        [
            ["Name", "E-mail", "State", "Job Title"],
            ["Dee Dorn", "dee@dorn.example", "NY", "CEO"],
            ["Ann Archer", "ann@acme.example", "", "Buyer"],
        ],
        "more.csv",
    )
    return team


def told(cli) -> dict[str, object]:
    """All that the lists of the program show."""
    lists = {noun: cli.json(noun, "list") for noun in ("rep", "region", "source", "campaign", "territory")}
    stories = [{**cli.json("show", lead["lead"]), "origins": None} for lead in cli.json("leads")]
    reports = [cli.json("report", name) for name in ("funnel", "reps")]
    facts = cli.rows("SELECT * FROM facts ORDER BY lead_id")
    return {
        "leads": leads(cli),
        **lists,
        "stories": stories,
        "reports": reports,
        "facts": facts,
        "settings": cli.json("settings"),
        "pairs": cli.rows("SELECT lead_id, other_id, verdict FROM pairs WHERE removed_by IS NULL"),
    }


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_every_command_that_writes_can_be_taken_back(house, command: tuple[str, ...]):
    before = told(house)
    house.ok(*[word.format(file=house.file) for word in command])
    after = told(house)
    assert after != before
    answer = house.json("undo")
    assert answer["spared"] == []
    assert told(house) == before
    assert house.json("undo", answer["batch"])["spared"] == []
    assert told(house) == after, "undoing the undoing brings it again"


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_every_command_that_writes_is_one_batch(house, command: tuple[str, ...]):
    before = last(house)
    house.ok(*[word.format(file=house.file) for word in command])
    (batch,) = [row for row in house.json("history") if row["batch"] > before]
    assert batch["actor"] == "tester"
    assert batch["command"] == " ".join(command[:2]) if command[1:2] == ("add",) else command[0]
    assert batch["touched"] > 0
    assert batch["undone"] is False


def test_the_answer_has_these_keys(team):
    told = team.json("undo")
    assert list(told) == ["batch", "undone", "command", "taken_back", "spared"]
    assert (told["command"], told["spared"]) == ("import", [])


def test_without_a_number_it_is_your_own_last_batch(team):
    team.ok("note", "1", "Rita's", acting="rita")
    team.ok("note", "1", "Sam's", acting="sam stone")
    team.ok("undo", acting="rita")
    assert [row["text"] for row in team.json("show", "1")["activities"]] == ["Sam's"]


def test_undo_goes_further_back_each_time(team):
    for text in ("one", "two", "three"):
        team.ok("note", "1", text)
    team.ok("undo")
    team.ok("undo")
    assert [row["text"] for row in team.json("show", "1")["activities"]] == ["one"]


def test_an_import_taken_back_takes_its_leads_and_its_source(team, sheet):
    team.ok(
        "import",
        sheet([["Name", "State"], ["Dee Dorn", "MA"], ["Eve Ely", "NY"]], "more.csv"),
        "--source",
        "Radio",
        "--assign",
    )
    team.ok("undo")
    assert len(team.json("leads")) == 3
    assert team.json("source", "list") == []
    assert [row["leads"] for row in team.json("rep", "list")] == [1, 1]


TOUCHES = [
    ("note", "4", "spoke to her"),
    ("log", "4", "call"),
    ("stage", "4", "contacted"),
    ("remind", "4", "tomorrow", "call"),
    ("edit", "4", "city=Salem"),
    ("assign", "4", "--to", "Sam Stone", "--why", "asked for him"),
]


@pytest.mark.parametrize("touch", TOUCHES, ids=lambda words: words[0])
def test_what_somebody_touched_since_is_spared_and_named(team, sheet, touch: tuple[str, ...]):
    (taken,) = team.json(
        "import", sheet([["Name", "State"], ["Dee Dorn", "MA"], ["Eve Ely", "NY"]], "more.csv"), "--assign"
    )
    team.ok(*touch, acting="rita")
    kept = team.json("show", "4")
    answer = team.json("undo", taken["batch"], code=3)
    assert [(row["what"], row["number"], row["name"]) for row in answer["spared"]] == [("lead", 4, "Dee Dorn")]
    assert answer["spared"][0]["why"]
    assert [lead["full_name"] for lead in team.json("leads")] == ["Ann Archer", "Bob Baker", "Cyd Cole", "Dee Dorn"]
    assert team.json("show", "4") == kept, "a spared lead stays as it is, its rep too"


def test_the_spared_ones_are_named_in_words(team, sheet):
    team.ok("import", sheet([["Name"], ["Dee Dorn"], ["Eve Ely"]], "more.csv"))
    batch = last(team)
    team.ok("note", "4", "spoke to her")
    answer = team("undo", batch)
    assert answer.code == 3
    assert "4 Dee Dorn" in answer.err.splitlines()[-1]


def test_a_lead_that_came_again_in_a_later_file_is_spared(team, sheet):
    first = sheet([["Name", "E-mail"], ["Dee Dorn", "dee@dorn.example"]], "first.csv")
    second = sheet([["Name", "E-mail", "City"], ["Dee Dorn", "dee@dorn.example", "Salem"]], "second.csv")
    (taken,) = team.json("import", first)
    team.ok("import", second)
    assert [row["number"] for row in team.json("undo", taken["batch"], code=3)["spared"]] == [4]
    assert team.json("show", "4")["city"] == "Salem"


def test_a_field_that_was_changed_again_keeps_its_later_value(team):
    team.ok("edit", "1", "title=Buyer", "city=Salem")
    first = last(team)
    team.ok("edit", "1", "title=Head of purchase")
    answer = team.json("undo", first, code=3)
    assert [(row["what"], row["number"]) for row in answer["spared"]] == [("lead", 1)]
    assert "title" in answer["spared"][0]["why"]
    lead = team.json("show", "1")
    assert (lead["title"], lead["city"]) == ("Head of purchase", "Boston")


def test_a_move_that_was_followed_by_another_is_spared(team):
    team.ok("stage", "1", "contacted")
    first = last(team)
    team.ok("stage", "1", "qualified")
    assert team.json("undo", first, code=3)["spared"][0]["number"] == 1
    assert team.json("show", "1")["stage"] == "qualified"


def test_an_assignment_that_was_worked_since_is_spared(team):
    team.ok("assign", "3", "--to", "Rita Ruiz", "--why", "knows him")
    batch = last(team)
    team.ok("log", "3", "call")
    assert team.json("undo", batch, code=3)["spared"][0]["number"] == 3
    assert team.json("show", "3")["rep"] == "Rita Ruiz"


def test_a_rep_with_leads_is_spared(team):
    batch = next(
        row["batch"] for row in team.json("history") if row["command"] == "rep add" and row["summary"] == "Rita Ruiz"
    )
    answer = team.json("undo", batch, code=3)
    assert [row["name"] for row in answer["spared"] if row["what"] == "rep"] == ["Rita Ruiz"]
    assert len(team.json("rep", "list")) == 2


def test_a_batch_is_taken_back_once(team):
    team.ok("note", "1", "hello")
    batch = last(team)
    team.ok("undo", batch)
    assert "was taken back" in team.refused("undo", batch)


def test_an_undoing_can_be_undone_and_done_again(team):
    team.ok("note", "1", "hello")
    batch = last(team)
    undoing = team.json("undo", batch)["batch"]
    team.ok("undo", undoing)
    assert [row["text"] for row in team.json("show", "1")["activities"]] == ["hello"]
    team.ok("undo", batch)
    assert team.json("show", "1")["activities"] == []


@pytest.mark.parametrize("batch", ["99", "1", "0"])
def test_a_batch_that_is_not_there_is_refused(team, batch: str):
    assert batch in team.refused("undo", batch)


def test_with_nothing_to_take_back_it_says_so(cli):
    cli.ok("info")
    assert "nothing" in cli.refused("undo")


def test_a_lead_that_was_taken_back_is_not_found_and_says_why(team):
    batch = last(team)
    team.ok("undo", batch)
    said = team.refused("show", "1")
    assert "took it back" in said
    assert "leadtrack undo" in said


def test_what_was_taken_back_is_in_no_report_and_no_list(team):
    team.ok("remind", "1", "tomorrow", "call")
    team.ok("log", "1", "call")
    team.ok("undo")  # the call
    team.ok("undo")  # the reminder
    team.ok("undo")  # the import
    assert team.json("leads") == []
    assert team.json("remind", "--due", "tomorrow") == []
    assert [row["leads"] for row in team.json("report", "funnel")["rows"]] == [0] * 8
    assert [(row["assigned"], row["attempts"]) for row in team.json("report", "reps")["rows"]] == [(0, 0), (0, 0)]
    assert team.json("info")["leads"] == 0


# -- history -----------------------------------------------------------------------------------------------------------


def test_history_lists_the_batches_newest_first(team):
    rows = team.json("history")
    assert list(rows[0]) == ["batch", "at", "actor", "command", "summary", "touched", "undone"]
    assert [row["command"] for row in rows] == ["import", "territory add", "territory add", "rep add", "rep add"]
    assert [row["batch"] for row in rows] == sorted((row["batch"] for row in rows), reverse=True)
    assert len(team.json("history", "--limit", "2")) == 2


def test_history_of_a_lead_tells_everything_oldest_first(team):
    team.ok("edit", "1", "title=Buyer")
    team.ok("note", "1", "likes tea")
    team.ok("stage", "1", "contacted")
    team.ok("undo")
    rows = team.json("history", "1")
    assert list(rows[0]) == ["at", "batch", "actor", "what", "details"]
    text = "\n".join(f"{row['what']} {row['details']}" for row in rows)
    for words in ("people.csv", "Rita Ruiz", 'title: nothing -> "Buyer"', "likes tea", "taken back"):
        assert words in text
    assert [row["batch"] for row in rows] == sorted(row["batch"] for row in rows)


def test_a_command_that_changes_nothing_leaves_no_batch(team):
    before = team.json("history")
    team.ok("edit", "1", "city=Boston")
    team.ok("rep", "add", "Rita Ruiz")
    team.ok("stage", "1", "new")
    team.ok("assign")
    team.ok("region", "add", "East")
    assert team.json("history") == before
