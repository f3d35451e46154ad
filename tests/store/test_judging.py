"""What SQL says of many leads is what the rules say of each."""

import contextlib
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from running import Program

from leadtrack import dedupe, icp, qualification, scoring
from leadtrack.instants import iso
from leadtrack.store import Store
from leadtrack.store.qualifying import Qualifying

NOW = datetime(2026, 3, 31, 14, tzinfo=UTC)
IDEALS = [
    [],
    [icp.read("industry", "Retail,*höhe*,a[b]?*", 3), icp.read("employees", "50-500"), icp.read("source", "web form")],
    [icp.read("Budget's", "yes,*k", 2, custom=True), icp.read("value", "1000+"), icp.read("campaign", "EXPO*", 0.5)],
]


def peopled(cli: Program, chance: random.Random) -> Program:
    """Leads with random fields and a random history."""
    cli.now = NOW - timedelta(days=30)
    cli.ok("rep", "add", "Rita Ruiz")
    for n in range(40):
        given = {
            "--full-name": f"Lead {n % 30}",
            "--industry": chance.choice(["", "retail", "RETAIL", "ANHÖHE 7", "a[b]?c", "Bank"]),
            "--employees": chance.choice(["", "10", "50", "200", "501"]),
            "--value": chance.choice(["", "999", "1000", "5000"]),
            "--source": chance.choice(["", "Web Form", "Referral", "Purchased"]),
            "--campaign": chance.choice(["", "Expo 26", "Mailing"]),
            "--rating": chance.choice(["", "Hot", "cold", "B"]),
            "--email": chance.choice(["", f"lead{n}@x.example"]),
            "--opt-out-email": chance.choice(["", "yes"]),
            "--created-at": iso(NOW - timedelta(hours=chance.randint(1, 2000))),
        }
        cli("add", *[word for option, value in given.items() if value for word in (option, value)])
    leads = [row["lead"] for row in cli.json("leads")]
    cli.now = NOW
    for lead in leads:
        if chance.random() < 0.4:
            cli.ok("edit", lead, f"Budget's={chance.choice(['Yes', '20K', 'no'])}")
        if chance.random() < 0.2:
            cli.ok("temperature", lead, chance.choice(["hot", "warm", "cold"]))
        for _ in range(chance.randint(0, 3)):
            what = chance.choice([["--in"], ["--outcome", "not interested"], ["--outcome", "booked"], []])
            cli.ok("log", lead, "call", *what, "--at", f"{chance.randint(1, 400)} hours ago")
    cli.ok("source", "half-life", "Referral", "10 days")
    cli.ok("qualify", "require", "Budget's, industry")
    # as an import with --on-duplicate keep leaves them
    cli.write("UPDATE leads SET email = 'lead1@x.example' WHERE id IN (3, 9)")
    cli.write("UPDATE leads SET mobile = '+16175550100', name_key = 'one' WHERE id = 5")
    cli.write("UPDATE leads SET phone = '+16175550100', name_key = 'one' WHERE id = 11")
    return cli


@pytest.mark.parametrize("seed", range(3))
def test_fit_score_temperature_and_qualification_are_the_same_in_bulk(fresh: Callable[[], Program], seed: int):
    cli = peopled(fresh(), random.Random(seed))
    store = Store(cli.db, now=iso(NOW), settings={})
    required = store.qualifying.required()
    for ideal in IDEALS:
        sql, parameters = store.judging.scored(ideal, store.scoring.half_lives(), iso(NOW), "1")
        bulk = {lead: (score, heat) for lead, score, heat in store.connection.execute(sql, parameters)}
        one_by_one = {}
        for lead in bulk:
            row, signs = store.scoring.then(lead, iso(NOW))
            told = scoring.score(ideal, row, signs, NOW)
            one_by_one[lead] = (told.score, told.temperature)
        assert bulk == one_by_one

        for many in (False, True):
            checks, parameters = store.qualifying.checks(ideal, many=many)
            for lead in bulk:
                row, _ = store.scoring.then(lead, iso(NOW))
                same = store.leads.same(dedupe.exact_keys(row, row["name_key"] or ""))
                twin = same if same is not None and same < lead else None
                expected = {
                    check.check: check.met
                    for check in qualification.checks(row, ideal=ideal, names=required, twin=twin)
                }
                columns = ", ".join(checks.values())
                found = store.connection.execute(
                    f"SELECT {columns} FROM facts f JOIN leads l ON l.id = f.lead_id WHERE l.id = :lead",  # noqa: S608
                    {**parameters, "lead": lead},
                ).fetchone()
                assert dict(zip(checks, map(bool, found), strict=True)) == expected, lead
    store.close()


def test_a_batch_is_judged_in_one_go(cli: Program, people: str):
    cli.ok("qualify", "require", "budget")
    cli.ok("import", people)
    cli.ok("edit", 1, "budget=5000")
    cli.ok("edit", 2, "phone=", "email=")
    cli.ok("icp", "set", "state=MA,NY")
    batch = cli.rows("SELECT batch_id FROM leads")[0][0]
    with contextlib.closing(sqlite3.connect(cli.db)) as connection:
        connection.create_function("concat_text", -1, lambda *parts: " ".join(p for p in parts if p))
        judged = Qualifying(connection).within(batch, icp.from_json([IDEAL]), repeats=True)
    assert judged == {"leads": 3, "qualified": 1, "missing": {"contactable": 1, "fits": 1, "budget": 2}}


IDEAL = {"field": "state", "custom": 0, "wanted": '["MA", "NY"]', "weight": 1.0}
