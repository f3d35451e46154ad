"""The shipped vocabulary of sources: what people call a channel means that channel, and no other."""

import pytest

from leadtrack.channels import CHANNELS, channel, folded

# The channels that every team has, as they are called here.
EXPECTED = (
    "web form", "landing page", "search", "social", "blog", "e-mail", "webinar", "telephone", "telemarketing",
    "direct mail", "print", "radio/tv", "trade show", "referral", "purchased", "customer service", "installer",
)  # fmt: skip


def test_every_channel_is_known_by_its_own_name():
    assert tuple(CHANNELS) == EXPECTED
    assert [channel(name.upper()) for name in EXPECTED] == list(EXPECTED)


def test_no_name_means_two_channels():
    meant: dict[str, str] = {}
    for name, others in CHANNELS.items():
        for other in (name, *others):
            assert meant.setdefault(folded(other), name) == name, other


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Web-Site", "web form"), ("Landingpage", "landing page"), ("Google AdWords", "search"), ("Facebook", "social"),
        ("White Paper", "blog"), ("E-Mail", "e-mail"), ("Phone Inquiry", "telephone"), ("Cold Call", "telemarketing"),
        ("Direct-Mail", "direct mail"), ("Yellow Pages", "print"), ("Radio / TV", "radio/tv"), ("TV", "radio/tv"),
        ("Tradeshow", "trade show"), ("Seminar - Partner", "trade show"), ("Word of mouth", "referral"),
        ("Purchased List", "purchased"), ("Existing Customer", "customer service"), ("Technician", "installer"),
    ],
)  # fmt: skip
def test_what_systems_and_people_call_a_channel_is_understood(name: str, means: str):
    assert channel(name) == means


def test_a_name_of_the_teams_own_stays_its_own():
    assert channel("The Miller account") is None
    assert channel("") is None
