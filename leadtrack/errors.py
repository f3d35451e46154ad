"""Everything a user can get wrong, one exit code per class.

    LeadtrackError                 1
    +-- BadRequest                 1   what was asked cannot be understood or served
    |   +-- NotFound               1   no such lead, rep, stage, ...
    |   +-- Ambiguous              1   several leads, reps, ... answer to that name
    +-- BadFile                    1   a file to read or write
    +-- StoreError                 1   the database file
    +-- UsageError                 2   options that do not go together
    +-- PartlyDone                 3   done, but some of it was rejected or spared

Each is shown as one line on stderr: what, where, and the mend. `cli.py` is the only place that catches them.
"""


class LeadtrackError(Exception):
    """The base: `exit_code` is what the program ends with."""

    exit_code = 1


class BadRequest(LeadtrackError):
    """What was asked for cannot be understood or served."""


class NotFound(BadRequest):
    """Nothing answers to that name or number."""


class Ambiguous(BadRequest):
    """Several things answer to that name; the message lists them."""


class BadFile(LeadtrackError):
    """A file that cannot be read or written."""


class StoreError(LeadtrackError):
    """The database file is locked, read-only, foreign, damaged or from a newer version."""


class UsageError(LeadtrackError):
    """Options that do not go together."""

    exit_code = 2


class PartlyDone(LeadtrackError):
    """The work is done and saved, but some of it was rejected or spared; the message says what."""

    exit_code = 3
