"""Which leads a command for many is meant for: the options, and the leads that they choose."""

from typing import Annotated, Any

import typer

from leadtrack.actions import Office, listing

Rep = Annotated[str | None, typer.Option(help="Leads of this rep.")]
Stage = Annotated[str | None, typer.Option(help="Leads in this stage.")]
Source = Annotated[str | None, typer.Option(metavar="TEXT", help="Leads of this source.")]
Campaign = Annotated[str | None, typer.Option(metavar="TEXT", help="Leads of this campaign.")]
State = Annotated[
    list[str] | None, typer.Option(metavar="TEXT", help="Leads in this state, or in these: NY,IL; may be said again.")
]
Zip = Annotated[str | None, typer.Option(metavar="DIGITS", help="Leads whose ZIP begins so.")]
Batch = Annotated[int | None, typer.Option(help="Leads that this batch made.")]
Since = Annotated[str | None, typer.Option(metavar="WHEN", help="Leads created from then on.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N.")]


def chosen(**given: Any) -> dict[str, Any]:
    """The options that were given; what was given several times as one list."""
    return {name: together(value) for name, value in given.items() if value}


def together(given: Any) -> Any:
    """What was given several times, as one list in a text: --state NY --state IL is --state NY,IL."""
    return ",".join(given) if isinstance(given, list) else given


def numbers(office: Office, given: dict[str, Any], limit: int | None) -> list[int]:
    """The numbers of the leads that they choose, open ones only."""
    return listing.numbers(office, **{"open": True, **given}, limit=limit)
