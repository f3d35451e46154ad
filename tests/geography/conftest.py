from pathlib import Path

import pytest

from leadtrack import geography
from leadtrack.geography import Gazetteer, load


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The packaged table, made now if this tree was never installed."""
    packaged = Path(geography.__file__).with_name(geography.FILE)
    if not packaged.exists():
        from leadtrack.geography.build import ensure

        ensure(packaged)
    return load()
