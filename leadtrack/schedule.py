"""What is to be run when, as lines for cron and as units for systemd."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leadtrack.errors import BadRequest


@dataclass(frozen=True, slots=True)
class Job:
    """`minutes` is cron's time, `calendar` systemd's for the same."""

    name: str
    about: str
    minutes: str
    calendar: str
    arguments: tuple[str, ...]


JOBS = (Job("tick", "leadtrack: everything that is due, every minute", "* * * * *", "minutely", ("tick", "--quiet")),)


def crontab(program: Sequence[str], environment: Mapping[str, str]) -> str:
    """The lines for crontab(5). `program` is how leadtrack is called; `environment` what it must find set.

    Raises BadRequest for a path with a line break.
    """
    lines = []
    for job in JOBS:
        settings = [f"{name}={shlex.quote(value)}" for name, value in environment.items()]
        words = " ".join([*settings, *(shlex.quote(word) for word in [*program, *job.arguments])])
        # cron takes a bare % for the end of the command
        lines += [f"# {job.about}", f"{job.minutes} {_one_line(words).replace('%', chr(92) + '%')}"]
    return "".join(line + "\n" for line in lines)


def units(program: Sequence[str], environment: Mapping[str, str]) -> dict[str, str]:
    """The files for systemd: name -> content, a service and a timer for each job. Raises BadRequest as `crontab`."""
    files = {}
    for job in JOBS:
        settings = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in environment.items())
        command = " ".join(_quoted(word).replace("$", "$$") for word in [*program, *job.arguments])
        name = f"leadtrack-{job.name}"
        files[f"{name}.service"] = (
            f"[Unit]\nDescription={job.about}\n\n[Service]\nType=oneshot\n{settings}ExecStart={command}\n"
        )
        files[f"{name}.timer"] = (
            f"[Unit]\nDescription={job.about}\n\n[Timer]\nOnCalendar={job.calendar}\nAccuracySec=1s\n\n"
            "[Install]\nWantedBy=timers.target\n"
        )
    return files


def _quoted(word: str) -> str:
    """A word as systemd.syntax(7) wants it."""
    escaped = _one_line(word).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _one_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise BadRequest(f"no schedule can hold a path with a line break: {text!r}")
    return text
