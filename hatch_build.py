"""Build hook: makes the place table (leadtrack/geography/places.sqlite) and puts it into the package."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PlacesBuildHook(BuildHookInterface[Any]):
    """Runs for the wheel, the editable install and the source archive; a table that is up to date is kept."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # leadtrack is not installed while it is being built; what is imported here needs the standard library alone
        sys.path.insert(0, self.root)
        try:
            from leadtrack.geography import FILE
            from leadtrack.geography.build import ensure
        finally:
            sys.path.remove(self.root)

        table = Path(self.root, "leadtrack", "geography", FILE)
        if ensure(table):
            self.app.display_info(f"Made {table}")
        build_data["artifacts"].append(f"leadtrack/geography/{FILE}")
