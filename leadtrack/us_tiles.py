"""Where each state of the United States stands on a map of tiles: (column, row), from the north-west."""

_ROWS = """
AK . . . . . . . . . . ME
. . . . . . . . . . VT NH
WA ID MT ND MN IL WI MI NY RI MA .
OR NV WY SD IA IN OH PA NJ CT . .
CA UT CO NE MO KY WV VA MD DE . .
. AZ NM KS AR TN NC SC DC . . .
. . . OK LA MS AL GA . . . .
HI . . TX . . . . FL . . PR
"""

TILES: dict[str, tuple[int, int]] = {
    state: (column, row)
    for row, line in enumerate(_ROWS.strip().splitlines())
    for column, state in enumerate(line.split())
    if state != "."
}
