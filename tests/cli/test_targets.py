"""Targets: a campaign's list comes in, answers become leads, and a target is no lead until then."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from running import Program, read_csv

LIST = (
    ("First Name", "Last Name", "Company", "Email", "Phone", "City", "State", "ZIP", "Roof"),
    ("Dee", "Dorn", "Dot", "dee@dot.example", "617-555-0104", "Boston", "MA", "02110", "slate"),
    ("Eli", "East", "Elm", "eli@elm.example", "", "New York", "NY", "10001", "=1+1"),
    ("Fay", "Ford", "", "", "312-555-0106", "Chicago", "IL", "60601", ""),
)
SPRING = ("--campaign", "Spring mailing")


@pytest.fixture
def listed(team: Program, sheet: Callable[..., str]) -> Program:
    """The team with three leads (Ann, Bob, Cyd), and three targets on the list of the spring mailing."""
    team.ok("target", "import", sheet(LIST, "list.csv"), *SPRING, "--source", "direct mail")
    return team


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["full_name"] for row in rows]


def test_a_list_is_read_as_import_reads_a_sheet(listed: Program):
    first, second, _ = listed.json("target", "list")
    assert (first["target"], first["campaign"], first["standing"]) == (1, "Spring mailing", "waiting")
    assert (first["phone"], first["state"], first["county"]) == ("+16175550104", "MA", "Suffolk County")
    assert first["custom"] == {"Roof": "slate"}
    assert second["custom"] == {"Roof": "=1+1"}


def test_a_target_counts_in_no_lead_report_and_belongs_to_nobody(listed: Program):
    assert len(listed.json("leads")) == 3
    assert listed.json("report", "funnel")["rows"][0]["leads"] == 3
    assert sum(row["assigned"] for row in listed.json("report", "reps")["rows"]) == 2
    assert listed.json("assign")["assigned"] == 0
    (campaign,) = listed.json("campaign", "list")
    assert (campaign["source"], campaign["leads"], campaign["targets"], campaign["answered"]) == (
        "direct mail",
        0,
        3,
        0,
    )


def test_the_same_list_again_changes_nothing(listed: Program, sheet: Callable[..., str]):
    before = listed.dump()
    told = listed.json("target", "import", sheet(LIST, "again.csv"), *SPRING)
    assert (told["batch"], told["rows"], told["added"], told["unchanged"]) == (None, 3, 0, 3)
    assert listed.dump() == before


def test_a_fuller_list_completes_what_is_there(listed: Program, sheet: Callable[..., str]):
    told = listed.json("target", "import", sheet([("Email", "Job Title"), ("ELI@elm.example", "Buyer")]), *SPRING)
    assert (told["added"], told["updated"]) == (0, 1)
    assert listed.json("target", "list")[1]["title"] == "Buyer"
    listed.ok("undo")
    assert listed.json("target", "list")[1]["title"] is None


def test_whoever_is_a_lead_already_is_no_target(listed: Program, sheet: Callable[..., str]):
    rows = [("Name", "Email"), ("Ann A.", "ANN@acme.example"), ("Gus Gray", "gus@gem.example")]
    told = listed.json("target", "import", sheet(rows), *SPRING)
    assert (told["rows"], told["added"], told["leads"]) == (2, 1, 1)


def test_every_row_is_counted_once_and_the_unusable_ones_are_kept_aside(listed: Program, sheet: Callable[..., str]):
    rows = [
        ("Name", "Email", "Remark"),
        ("Gus Gray", "gus@gem.example", ""),
        ("Gus Gray", "gus@gem.example", ""),
        ("", "", "nobody"),
        ("Dee Dorn", "dee@dot.example", ""),
    ]
    told = listed.json("target", "import", sheet(rows, "more.csv"), *SPRING, code=3)
    parts = ("added", "updated", "unchanged", "duplicates", "leads", "dropped", "rejected")
    assert told["rows"] == sum(told[part] for part in parts) == 4
    assert (told["added"], told["duplicates"], told["rejected"]) == (1, 1, 1)
    assert read_csv(told["rejects_file"])[1][2] == "nobody"


def test_a_dry_run_foretells_and_writes_nothing(listed: Program, sheet: Callable[..., str]):
    file = sheet([("Name", "Email"), ("Gus Gray", "gus@gem.example"), ("Dee Dorn", "dee@dot.example")])
    before = listed.dump()
    foretold = listed.json("target", "import", file, *SPRING, "--dry-run")
    assert listed.dump() == before
    done = listed.json("target", "import", file, *SPRING)
    assert {**foretold, "batch": done["batch"]} == done


def test_a_list_must_say_its_campaign(listed: Program, sheet: Callable[..., str]):
    bare = sheet([("Name", "Email"), ("Gus Gray", "gus@gem.example")])
    assert "--campaign" in listed.refused("target", "import", bare, code=2)
    named = sheet([("Name", "Email", "Campaign"), ("Gus Gray", "gus@gem.example", "Fair 2026")], "named.csv")
    assert listed.json("target", "import", named)["campaigns"] == ["Fair 2026"]


def test_one_person_may_stand_on_several_lists(listed: Program, sheet: Callable[..., str]):
    told = listed.json("target", "import", sheet(LIST, "fall.csv"), "--campaign", "Fall fair")
    assert told["added"] == 3
    assert len(listed.json("target", "list", "--campaign", "fall fair")) == 3
    assert len(listed.json("target", "list")) == 6


def test_an_answer_makes_a_lead_that_keeps_the_campaign_and_has_its_rep(listed: Program):
    told = listed.json(
        "target", "answered", "dee@dot.example", "--by", "call", "--note", "wants slate", "--at", "2 hours ago"
    )
    assert (told["lead"], told["new"], told["rep"], told["campaign"]) == (4, True, "Rita Ruiz", "Spring mailing")
    lead = listed.json("show", 4)
    assert (lead["campaign"], lead["source"], lead["custom"]) == ("Spring mailing", "direct mail", {"Roof": "slate"})
    (activity,) = lead["activities"]
    assert (activity["kind"], activity["direction"]) == ("call", "in")
    assert "wants slate" in activity["text"]
    assert activity["at"] == lead["created_at"]
    assert names(listed.json("target", "list")) == ["Eli East", "Fay Ford"]
    assert [row["lead"] for row in listed.json("target", "list", "--answered")] == [4]
    assert listed.json("campaign", "list")[0]["answered"] == 1


def test_what_came_in_is_no_attempt_of_the_rep(listed: Program):
    listed.ok("target", "answered", "1")
    assert [row["lead"] for row in listed.json("leads", "--untouched")] == [1, 2, 4]


def test_answering_twice_changes_nothing(listed: Program):
    listed.ok("target", "answered", "1")
    before = listed.dump()
    told = listed.json("target", "answered", "1")
    assert (told["batch"], told["lead"], told["new"], told["rep"]) == (None, 4, False, "Rita Ruiz")
    assert listed.dump() == before


def test_somebody_who_became_a_lead_otherwise_gains_what_the_list_knows(listed: Program):
    listed.ok("edit", 3, "email=dee@dot.example")
    told = listed.json("target", "answered", "1")
    assert (told["lead"], told["new"]) == (3, False)
    lead = listed.json("show", 3)
    assert (lead["campaign"], lead["full_name"], lead["custom"]) == ("Spring mailing", "Cyd Cole", {"Roof": "slate"})


def test_an_answer_taken_back_is_a_target_again(listed: Program):
    before = listed.json("target", "list")
    listed.ok("target", "answered", "1")
    after = listed.json("leads")
    listed.ok("undo")
    assert listed.json("target", "list") == before
    assert len(listed.json("leads")) == 3
    listed.ok("undo", listed.json("history")[0]["batch"])
    assert listed.json("leads") == after
    assert names(listed.json("target", "list")) == ["Eli East", "Fay Ford"]


def test_somebody_added_by_hand_who_is_a_target_has_answered(listed: Program):
    listed.ok("add", "--full-name", "Dee Dorn", "--phone", "617 555 0104")
    assert names(listed.json("target", "list")) == ["Eli East", "Fay Ford"]
    assert listed.json("show", 4)["campaign"] == "Spring mailing"
    listed.ok("undo")
    assert len(listed.json("target", "list")) == 3


def test_dropped_targets_do_not_come_again_with_a_later_list(listed: Program, sheet: Callable[..., str]):
    told = listed.json("target", "drop", "dee@dot.example", "Fay", "--reason", "wants no mail")
    assert (told["targets"], told["dropped"]) == ([1, 3], 2)
    assert [row["reason"] for row in listed.json("target", "list", "--dropped")] == ["wants no mail"] * 2
    again = listed.json("target", "import", sheet(LIST, "fall.csv"), "--campaign", "Fall fair")
    assert (again["added"], again["dropped"]) == (1, 2)
    assert listed.json("target", "drop", "1", "--reason", "twice")["batch"] is None


def test_an_address_is_dropped_from_all_lists_on_which_it_stands(listed: Program, sheet: Callable[..., str]):
    listed.ok("target", "import", sheet(LIST, "fall.csv"), "--campaign", "Fall fair")
    assert listed.json("target", "drop", "dee@dot.example", "--reason", "bounced")["targets"] == [1, 4]
    assert "1 Dee Dorn (Spring mailing), 4 Dee Dorn (Fall fair)" in listed.refused("target", "answered", "Dee")
    assert listed.json("target", "answered", "Dee", "--campaign", "fall fair")["target"] == 4


def test_what_cannot_be_is_said(listed: Program):
    assert "no campaign 'Autumn'" in listed.refused("target", "list", "--campaign", "Autumn")
    assert "no target 'Zoe'" in listed.refused("target", "answered", "Zoe")
    assert "no target '99999999999999999999'" in listed.refused("target", "answered", "9" * 20)
    assert "no way of contact" in listed.refused("target", "answered", "1", "--by", "pigeon")
    assert "not come yet" in listed.refused("target", "answered", "1", "--at", "in 2 days")
    assert "--reason" in listed.refused("target", "drop", "1", "--reason", " ")
    listed.ok("target", "answered", "1")
    assert "is lead 4" in listed.refused("target", "drop", "1", "--reason", "fake")


def test_the_list_goes_to_the_mailing_house_with_every_field(listed: Program, tmp_path: Path):
    listed.ok("target", "list", "--format", "csv", "--output", tmp_path / "out.csv")
    headers, *rows = read_csv(tmp_path / "out.csv")
    assert dict(zip(headers, rows[0], strict=True))["Postal code"] == "02110"
    assert dict(zip(headers, rows[1], strict=True))["Roof"] == "'=1+1"


def test_a_list_taken_back_spares_whoever_answered(listed: Program):
    listed.ok("target", "answered", "1")
    batch = next(row["batch"] for row in listed.json("history") if row["command"] == "target import")
    answer = listed("undo", batch)
    assert answer.code == 3
    assert "Dee Dorn (answered and is a lead)" in answer.err
    assert names(listed.json("target", "list", "--all")) == ["Dee Dorn"]
    assert listed.json("campaign", "list")[0]["targets"] == 1


# -- clearing a list ---------------------------------------------------------------------------------------------------


def aged(program: Program, days: int = 100) -> Program:
    """The same team, so many days later."""
    return Program(program.db, datetime.now(UTC) + timedelta(days=days))


def test_old_targets_go_with_an_archive_that_brings_them_again(listed: Program):
    listed.ok("target", "answered", "1")
    before = listed.json("target", "list")
    later = aged(listed)
    foretold = later.json("target", "purge", *SPRING, "--older-than", "90d", "--dry-run")
    assert (foretold["targets"], foretold["archive"]) == (2, None)
    told = later.json("purge", *SPRING, "--older-than", "90d")
    assert told["targets"] == 2
    assert names(later.json("target", "list", "--all")) == ["Dee Dorn"]
    assert "target import" in later.refused("undo", told["batch"])
    assert later.json("target", "import", told["archive"])["added"] == 2
    again = later.json("target", "list")
    for row in (*before, *again):
        row.update(target=0, listed="")
    assert again == before


def test_young_dropped_and_refusing_targets_stay(listed: Program, sheet: Callable[..., str]):
    listed.ok("target", "drop", "1", "--reason", "bounced")
    listed.ok("target", "import", sheet([("Email", "Unsubscribed"), ("eli@elm.example", "yes")]), *SPRING)
    assert listed.json("target", "purge", *SPRING, "--older-than", "90d")["batch"] is None
    told = aged(listed).json("target", "purge", *SPRING, "--older-than", "90d")
    assert told["targets"] == 1
    assert sum(told["spared"].values()) == 1
    assert names(listed.json("target", "list", "--all")) == ["Dee Dorn", "Eli East"]


def test_old_targets_move_on_to_another_campaign(listed: Program, sheet: Callable[..., str]):
    listed.ok("target", "import", sheet([("Email",), ("eli@elm.example",)]), "--campaign", "Fall fair")
    before = listed.json("target", "list", "--all")
    later = aged(listed)
    told = later.json("purge", *SPRING, "--older-than", "90d", "--move-to", "Fall fair")
    assert (told["moved"], told["left"], told["archive"]) == (2, 1, None)
    assert later.json("target", "list", *SPRING) == []
    assert names(later.json("target", "list", "--campaign", "Fall fair"))[:2] == ["Dee Dorn", "Fay Ford"]
    later.ok("undo", told["batch"])
    assert later.json("target", "list", "--all") == before
    assert "name another" in later.refused("purge", *SPRING, "--older-than", "90d", "--move-to", "spring mailing")
