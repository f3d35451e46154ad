"""`python -m leadtrack` is the same program as `leadtrack`."""

from leadtrack.cli import main

main()
