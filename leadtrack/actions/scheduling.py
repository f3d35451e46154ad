"""The schedule with the paths of this machine: which Python, which file, which settings."""

import os
import sys
from pathlib import Path
from typing import Any

from leadtrack import schedule
from leadtrack.actions import Office
from leadtrack.errors import BadFile

# What cron's own environment lacks and leadtrack may need; a password stays out of every schedule.
_CARRIED = ("PYTHONPATH", "LEADTRACK_AS")
_MAIL = "LEADTRACK_MAIL_"
_IN_FILE = "LEADTRACK_MAIL_FILE"


def told(office: Office) -> dict[str, Any]:
    """crontab (text), units (name -> text) and `missing`: variables that are set here and that cron will not see."""
    program = [sys.executable, "-P", "-m", "leadtrack", "--db", str(office.store.path.resolve())]
    environment = _environment()
    missing = sorted(name for name in os.environ if name.startswith(_MAIL) and name != _IN_FILE and os.environ[name])
    return {
        "crontab": schedule.crontab(program, environment),
        "units": schedule.units(program, environment),
        "missing": missing,
    }


def write_units(office: Office, folder: Path) -> list[str]:
    """Write the units into a folder; their paths. Raises BadFile."""
    written = []
    for name, content in told(office)["units"].items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, "utf-8")
        except OSError as error:
            raise BadFile(f"{folder / name} cannot be written: {(error.strerror or str(error)).lower()}") from error
        written.append(str(folder / name))
    return written


def _environment() -> dict[str, str]:
    from leadtrack.outbox import account

    found = {name: os.environ[name] for name in _CARRIED if os.environ.get(name)}
    if "PYTHONPATH" in found:
        # cron starts elsewhere
        folders = found["PYTHONPATH"].split(os.pathsep)
        found["PYTHONPATH"] = os.pathsep.join(str(Path(folder).resolve()) for folder in folders)
    if account.file().is_file() or os.environ.get(_IN_FILE):
        found[_IN_FILE] = str(account.file().resolve())
    return found
