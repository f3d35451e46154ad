"""leadtrack cron"""

from pathlib import Path
from typing import Annotated

import typer

from leadtrack.actions import scheduling
from leadtrack.commands.desk import Format, desk, new_app
from leadtrack.errors import UsageError

app = new_app()


@app.command()
def cron(
    context: typer.Context,
    systemd: Annotated[bool, typer.Option("--systemd", help="Print units for systemd instead.")] = False,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="With --systemd: write the units into that folder.")
    ] = None,
    format: Format = "table",
) -> None:
    """Print the lines for crontab that run leadtrack tick every minute, with the paths of this machine."""
    ours = desk(context)
    if write is not None and not systemd:
        raise UsageError("--write goes with --systemd; cron reads its lines with: leadtrack cron | crontab -")
    told = scheduling.told(ours.office)
    if write is not None:
        written = scheduling.write_units(ours.office, write.expanduser())
        ours.acted(
            f"wrote {' and '.join(written)}; start with: systemctl --user daemon-reload && "
            "systemctl --user enable --now leadtrack-tick.timer",
            {**told, "written": written},
            format,
        )
    elif format == "json":
        ours.acted("", {**told, "written": []}, format)
    elif systemd:
        ours.write("\n".join(f"# {name}\n{content}" for name, content in told["units"].items()), None)
    else:
        ours.write(told["crontab"], None)
    if told["missing"]:
        ours.say(
            f"cron will not see {', '.join(told['missing'])}; set them in the file that "
            "leadtrack settings mail --file names"
        )
