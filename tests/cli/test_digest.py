"""The morning page of each rep."""

import re
from datetime import UTC, datetime, timedelta

import pytest

# a Tuesday, 8:00 in New York
NOW = datetime(2026, 3, 31, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def weeks_ago(cli) -> None:
    """The team begins its work 60 days before that morning."""
    cli.now = NOW - timedelta(days=60)


@pytest.fixture
def morning(team):
    """Rita: overdue and due; Bob Baker came to Sam this morning; Ann Archer lies with Rita for weeks."""
    team.ok("add", "--full-name", "Old Oak", "--state", "MA", "--phone", "617-555-0199")
    team.now = NOW - timedelta(days=3)
    team.ok("remind", "1", "2026-03-30 9:00", "send <b>the quote</b>", "--priority", "high")
    team.ok("remind", "1", "2026-03-31", "ask for the decision")
    team.ok("remind", "1", "2026-04-01", "not yet")
    team.now = NOW - timedelta(minutes=30)
    team.ok(
        "add",
        "--full-name",
        "New Nora",
        "--state",
        "NY",
        "--city",
        "Troy",
        "--source",
        "web form",
        "--email",
        "n@x.example",
    )
    team.ok("edit", "1", "opt_out_phone=yes")
    team.now = NOW
    return team


def test_a_page_holds_what_is_overdue_due_new_and_stale(morning):
    rita, sam = morning.json("digest")
    assert list(rita) == ["rep", "email", "day", "works", "overdue", "due", "new_since", "new", "stale"]
    assert (rita["rep"], rita["email"], rita["day"], rita["works"]) == (
        "Rita Ruiz",
        "rita@team.example",
        "2026-03-31",
        True,
    )
    assert rita["overdue"] == [
        {
            "reminder": 1, "lead": 1, "name": "Ann Archer", "company": "Acme", "phone": "+16175550101",
            "email": "ann@acme.example", "due": "2026-03-30T09:00:00-04:00", "text": "send <b>the quote</b>",
            "priority": "high", "repeats": None, "opt_out_phone": 1, "opt_out_email": None,
        }
    ]  # fmt: skip
    assert [(row["text"], row["due"]) for row in rita["due"]] == [("ask for the decision", "2026-03-31")]
    assert [row["name"] for row in rita["stale"]] == ["Old Oak"], "those on the page already aside"
    assert [(row["name"], row["source"], row["assigned_at"]) for row in sam["new"]] == [
        ("New Nora", "web form", "2026-03-31T07:30:00-04:00")
    ]
    assert sam["new_since"] == "2026-03-30"
    assert "New Nora" not in [row["name"] for row in sam["stale"]], "one lead stands once on a page"


def test_a_page_of_one_rep_is_the_one_that_is_asked_for_or_who_acts(morning):
    assert [page["rep"] for page in morning.json("digest", "--rep", "sam")] == ["Sam Stone"]
    assert [page["rep"] for page in morning.json("digest", acting="sam stone")] == ["Sam Stone"]
    assert "Nobody" in morning.refused("digest", "--rep", "Nobody")
    assert "text, html, json" in morning.refused("digest", "--format", "pdf", code=2)


def test_a_contacted_lead_is_new_no_more(morning):
    lead = morning.json("digest", "--rep", "sam")[0]["new"][0]["lead"]
    morning.ok("log", str(lead), "call")
    assert morning.json("digest", "--rep", "sam")[0]["new"] == []


def test_after_a_weekend_new_is_since_friday(morning):
    morning.now = datetime(2026, 4, 6, 12, 0, tzinfo=UTC)
    assert morning.json("digest")[0]["new_since"] == "2026-04-03"
    morning.ok("settings", "holidays", "2026-04-03")
    assert morning.json("digest")[0]["new_since"] == "2026-04-02"
    morning.now = datetime(2026, 4, 3, 12, 0, tzinfo=UTC)
    assert morning.json("digest")[0]["works"] is False


def test_the_text_fits_a_terminal_and_keeps_opt_outs(morning):
    text = morning.ok("digest").out
    assert max(map(len, text.splitlines())) <= 80
    assert re.search(r"Ann Archer, Acme\s+no calls", text)
    assert "+16175550101" not in text
    assert "Tuesday, 31 March 2026" in text
    assert "NEW SINCE MON 30 MAR" in text


def test_the_page_stands_alone_and_takes_no_markup_from_leads(morning):
    page = morning.ok("digest", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "send &lt;b&gt;the quote&lt;/b&gt;" in page
    assert "<script" not in page
    assert "src=" not in page
    assert {target.split(":")[0] for target in re.findall('href="([^"]*)', page)} == {"tel", "mailto"}
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "tel:+16175550101" not in page, "she asked not to be called"
    assert 'href="mailto:ann@acme.example"' in page


def test_a_long_part_is_cut_and_says_where_the_rest_is(morning):
    for number in range(30):
        morning.ok("remind", "1", "today", f"promise {number}")
    text = morning.ok("digest", "--rep", "rita").out
    assert 'and 6 more: leadtrack remind --due today --rep "Rita Ruiz"' in text
    assert len(morning.json("digest", "--rep", "rita")[0]["due"]) == 31


def test_nothing_to_do_is_said(cli):
    cli.now = NOW
    assert cli.json("digest") == []
    cli.ok("rep", "add", "Ida")
    assert "Nothing is due" in cli.ok("digest").out
    assert "Nothing is due" in cli.ok("digest", "--format", "html").out


def test_a_digest_writes_nothing(morning):
    before = morning.dump()
    morning.ok("digest")
    assert morning.dump() == before
