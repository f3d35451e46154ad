"""Sources that are one: merged, or known under several names."""

from typing import Any

from leadtrack import channels
from leadtrack.actions import Office
from leadtrack.errors import BadRequest, NotFound


def merge(office: Office, old: str, new: str, *, dry_run: bool) -> dict[str, Any]:
    """Make one source of two: what came by `old` came by `new`, and the old name means the new source from now on.

    batch, merged: an array of {source, into, leads}. Raises NotFound and BadRequest.
    """
    known = _sources(office)
    return _merged(office, [(_named(known, old), _named(known, new))], dry_run)


def merge_known(office: Office, *, dry_run: bool) -> dict[str, Any]:
    """Merge all sources that the shipped vocabulary knows to be one channel, each into the one with most leads.

    Where one has the channel's own name, that is the one that stays.
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for source in _sources(office).values():
        channel = channels.channel(source["name"])
        if channel:
            groups.setdefault(channel, []).append(source)
    pairs = []
    for channel, sources in sorted(groups.items()):
        stays = max(sources, key=lambda source: (source["name"].casefold() == channel, source["leads"], -source["id"]))
        pairs += [(source, stays) for source in sources if source is not stays]
    return _merged(office, pairs, dry_run)


def alias(office: Office, name: str, source: str) -> dict[str, Any]:
    """Let another name mean a source, in imports and by hand, from now on."""
    known = _sources(office)
    found = _named(known, source)
    name = " ".join(name.split())
    if not name or len(name) > 200:
        raise BadRequest("an alias needs a name of at most 200 characters")
    if name.casefold() in known:
        raise BadRequest(
            f"{name} is a source itself; to make one of the two: leadtrack source merge {name!r} {source!r}"
        )
    with office.batch("source alias") as batch:
        office.store.campaigns.alias(batch, name, found["id"])
        batch.summary = f"{name} is {found['name']}"
    return {"batch": batch.id if batch.touched else None, "alias": name, "source": found["name"]}


def _merged(office: Office, pairs: list[tuple[dict[str, Any], dict[str, Any]]], dry_run: bool) -> dict[str, Any]:
    told = [{"source": old["name"], "into": new["name"], "leads": old["leads"]} for old, new in pairs]
    if any(old["id"] == new["id"] for old, new in pairs):
        raise BadRequest(f"{pairs[0][0]['name']} is one source already; name another to merge it with")
    number = None
    if pairs and not dry_run:
        with office.batch("source merge") as batch:
            for old, new in pairs:
                office.store.campaigns.merge(batch, old["id"], new["id"])
            batch.summary = ", ".join(f"{row['source']} into {row['into']}" for row in told)
        number = batch.id
    return {"batch": number, "merged": told}


def _sources(office: Office) -> dict[str, dict[str, Any]]:
    return {row["name"].casefold(): row for row in office.store.campaigns.sources()}


def _named(known: dict[str, dict[str, Any]], text: str) -> dict[str, Any]:
    found = known.get(" ".join(text.split()).casefold())
    if found is None:
        raise NotFound(
            f"there is no source {text!r}; there is {', '.join(row['name'] for row in known.values()) or 'none'}"
        )
    return found
