"""How well a lead fits, how warm it is, and what both are worth."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack import icp, scoring, temperature, winners
from leadtrack.errors import BadRequest
from leadtrack.intervals import wilson
from leadtrack.temperature import Signs

NOW = datetime(2026, 3, 31, 14, tzinfo=UTC)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


# -- the ideal customer ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("50-500", 50, 500),
        ("50 to 500", 50, 500),
        ("50..500", 50, 500),
        ("50+", 50, None),
        (">= 50", 50, None),
        ("<=500", None, 500),
        ("-500", None, 500),
        ("1m-2.5m", 1_000_000, 2_500_000),
        ("1,000-2,000", 1_000, 2_000),
        ("50", 50, 50),
    ],
)
def test_a_range_is_read_as_people_write_it(text: str, low: float | None, high: float | None):
    wish = icp.read("employees", text)
    assert (wish.low, wish.high) == (low, high)


@pytest.mark.parametrize("text", ["many", "500-50", "1-2-3", "-", ""])
def test_a_range_that_is_none_is_refused(text: str):
    with pytest.raises(BadRequest):
        icp.read("employees", text)


def test_a_field_that_says_nothing_of_customers_is_refused():
    with pytest.raises(BadRequest, match="created_at"):
        icp.read("created_at", "today")


def test_text_is_compared_without_case_and_a_star_stands_for_anything():
    wish = icp.read("industry", "Retail, *HEALTH*")
    assert [part.met for part in icp.parts([wish], {"industry": "retail"})] == [True]
    assert icp.parts([wish], {"industry": "Hospitals & Health Care"})[0].met is True
    assert icp.parts([wish], {"industry": "Retail trade"})[0].met is False
    assert icp.parts([wish], {"industry": None})[0].met is None


def test_fit_is_the_weight_of_what_is_met_and_the_unknown_does_not_count():
    ideal = [icp.read("industry", "retail", 3), icp.read("employees", "50-500"), icp.read("Roof", "flat", custom=True)]
    assert icp.fit(ideal, {"industry": "Retail", "employees": 700, "custom": {"ROOF": "Flat"}}) == 4 / 5
    assert icp.fit(ideal, {}) == 0
    assert icp.fit([], {"industry": "Retail"}) is None


def test_an_ideal_comes_back_from_the_store_as_it_went_in():
    ideal = [icp.read("industry", "retail,*x*", 2), icp.read("value", "5+"), icp.read("Roof", "flat", custom=True)]
    rows = [
        {"field": wish.field, "custom": wish.custom, "wanted": icp.as_json(wish), "weight": wish.weight}
        for wish in ideal
    ]
    assert icp.from_json(rows) == ideal


# -- temperature -------------------------------------------------------------------------------------------------------


def test_a_new_lead_is_hot_cools_to_warm_and_grows_cold():
    signs = Signs(NOW)
    assert [temperature.temperature(signs, None, NOW + timedelta(days=day)) for day in (0, 5, 40)] == [
        "hot",
        "warm",
        "cold",
    ]


def test_interest_halves_in_the_half_life_of_the_source():
    fresh = [temperature.interest(Signs(ago(days=days), half_life=3), NOW).fresh for days in (0, 3, 6)]
    assert fresh == pytest.approx([0.7, 0.35, 0.175])


def test_a_reply_warms_a_cold_lead_and_more_replies_warm_it_more():
    cold, replied, often = (
        temperature.interest(Signs(ago(days=200), replies, at), NOW).whole
        for replies, at in ((0, None), (1, ago(hours=1)), (3, ago(hours=1)))
    )
    assert cold < 0.01 < 0.7 < replied < often <= 1


def test_not_interested_ends_it_and_a_later_reply_begins_anew():
    refused = Signs(ago(hours=3), 1, ago(hours=2), refused_at=ago(hours=1))
    assert temperature.temperature(refused, 1.0, NOW) == "cold"
    again = refused._replace(replies=2, replied_at=ago(minutes=5))
    assert temperature.temperature(again, 1.0, NOW) == "hot"


def test_a_lead_that_fits_is_hotter_than_one_that_does_not():
    signs = Signs(ago(days=2))
    assert temperature.temperature(signs, 1.0, NOW) == "hot"
    assert temperature.temperature(signs, 0.0, NOW) == "warm"


def test_what_a_rep_says_stands():
    assert temperature.temperature(Signs(ago(days=900), told="hot"), 0.0, NOW) == "hot"


def test_a_sheet_that_rates_a_lead_is_believed_at_first():
    assert temperature.temperature(Signs(NOW, rating="Cold"), None, NOW) == "warm"
    assert temperature.interest(Signs(NOW, rating="5 stars"), NOW).fresh == temperature.COMING


@pytest.mark.parametrize(("text", "days"), [("36h", 1.5), ("10 days", 10), ("2 weeks", 14), ("7", 7), ("1 day", 1)])
def test_a_half_life_is_read(text: str, days: float):
    assert temperature.read_half_life(text) == days


@pytest.mark.parametrize("text", ["", "0 days", "soon", "3 working days", "100 years", "-1"])
def test_a_half_life_that_is_none_is_refused(text: str):
    with pytest.raises(BadRequest):
        temperature.read_half_life(text)


# -- score -------------------------------------------------------------------------------------------------------------

IDEAL = [icp.read("industry", "retail", 3), icp.read("employees", "50-500"), icp.read("state", "CA,NV", 2)]
leads = st.fixed_dictionaries(
    {
        "industry": st.sampled_from([None, "Retail", "Bank"]),
        "employees": st.sampled_from([None, 10, 100]),
        "state": st.sampled_from([None, "CA", "NY"]),
        "custom": st.just({}),
    }
)
signs = st.builds(
    lambda age, replies, since, refused: Signs(
        ago(hours=age),
        replies,
        ago(hours=since) if replies else None,
        ago(hours=refused) if refused is not None else None,
    ),
    st.integers(0, 2000),
    st.integers(0, 9),
    st.integers(0, 2000),
    st.none() | st.integers(0, 2000),
)


@given(leads, signs, st.booleans())
def test_the_reasons_add_up_to_the_score(lead, signs: Signs, with_ideal: bool):
    told = scoring.score(IDEAL if with_ideal else [], lead, signs, NOW)
    assert told.score == told.fit + told.engagement == sum(points for points, _, _ in told.reasons)
    assert 0 <= told.score <= 100
    assert all(0 <= points <= of for points, of, _ in told.reasons)


def test_the_reasons_say_what_is_wrong():
    told = scoring.score(IDEAL, {"industry": "Bank", "employees": None, "state": "CA", "custom": {}}, Signs(NOW), NOW)
    assert [why for _, _, why in told.reasons] == [
        "industry is Bank, not retail",
        "employees is not known; wanted is 50 to 500",
        "state is CA",
        "came in just now (halves every 7 days)",
    ]


# -- is the score any good? --------------------------------------------------------------------------------------------


def fates(closed: list[tuple[int, bool]]) -> scoring.Fates:
    return {
        points: (closed.count((points, False)), closed.count((points, True)))
        for points in {score for score, _ in closed}
    }


def test_below_thirty_closed_leads_nothing_is_said():
    assert scoring.bands({90: (0, 29)}) == []


def test_bands_share_out_all_closed_leads_with_their_interval():
    top, *others = scoring.bands({90: (5, 15), 10: (20, 0)})
    assert (top["band"], top["leads"], top["won"], top["share"]) == ("80-100", 20, 15, 0.75)
    assert top["low"] < 0.75 < top["high"]
    assert [row["leads"] for row in others] == [0, 0, 0, 20]
    assert others[0]["share"] is None


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=30, max_size=80))
def test_every_closed_lead_is_in_one_band(closed):
    rows = scoring.bands(fates(closed))
    assert sum(row["leads"] for row in rows) == len(closed)
    assert sum(row["won"] for row in rows) == sum(won for _, won in closed)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=30))
def test_how_often_the_won_one_scored_higher_is_what_counting_pairs_gives(closed):
    won, lost = [score for score, is_won in closed if is_won], [score for score, is_won in closed if not is_won]
    pairs = [(a > b) + (a == b) / 2 for a in won for b in lost]
    assert scoring.tells_apart(fates(closed)) == (pytest.approx(sum(pairs) / len(pairs)) if pairs else None)


def test_wilson_is_what_the_textbook_gives():
    # 10 of 20, and the ends that the plain interval would miss
    assert wilson(10, 20) == pytest.approx((0.2993, 0.7007), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(3, 3) == pytest.approx((0.4385, 1.0), abs=1e-4)
    assert wilson(0, 0) is None


# -- what won leads have in common -------------------------------------------------------------------------------------


def test_a_value_that_wins_more_often_is_proposed_with_its_counts():
    found = winners.texts("industry", [("Retail", 20, 30), ("Bank", 2, 50), ("Farm", 3, 20)], 25, 100)
    assert found is not None
    assert (found.wanted, found.won, found.leads) == ("Retail", 20, 30)
    assert found.lift == pytest.approx((20 / 30) / 0.25)
    assert found.weight > 1


def test_where_nothing_stands_out_nothing_is_proposed():
    assert winners.texts("industry", [("Retail", 10, 40), ("Bank", 15, 60)], 25, 100) is None
    assert winners.texts("industry", [("Retail", 2, 2)], 25, 100) is None
    assert winners.texts("industry", [], 0, 0) is None


def test_a_range_of_figures_is_that_of_most_won_leads():
    values = [(float(size), True) for size in range(60, 160, 5)] + [(float(size), False) for size in range(1, 1000, 10)]
    found = winners.figures("employees", values, 20, 120)
    assert found is not None
    assert found.wanted == "65-150"
    assert winners.figures("employees", [(5.0, True)] * 4, 4, 10) is None
