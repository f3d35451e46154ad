"""The mail server and who may use it: from the environment, else from a file that only its owner reads.

The password is never in the team's file, in a flag, or in what a command prints.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.policy import SMTP
from pathlib import Path

from leadtrack.outbox import MailTrouble

SECURITY = ("starttls", "tls", "none")
HOME = ("localhost", "127.0.0.1", "::1")  # where a password may go without TLS: it does not leave the machine

# key -> (what it may be, what it means), as the file that `settings mail --file` makes tells it
KEYS = {
    "host": ("smtp.example.com", "the server that takes mail out"),
    "port": ("587", "587 for starttls, 465 for tls, 25 for none"),
    "security": ("starttls", "starttls, tls or none; without it the port tells"),
    "user": ("leads@example.com", "who logs in there; leave it out where nobody has to"),
    "password": ("", "the password, or the application password that the provider gave"),
    "from": ("Acme Sales <leads@example.com>", "who the mail is from"),
    "reply_to": ("sales@example.com", "where answers go, if not there"),
    "timeout": ("20", "seconds that the server may take for one answer"),
    "ca": ("/etc/ssl/our-own.pem", "the certificate of a server that no public authority vouches for"),
    "templates": ("~/mail-templates", "the folder with the team's own pages (leadtrack outbox templates)"),
}
_PORTS = {"starttls": 587, "tls": 465, "none": 25}

_HEAD = "# The mail server of leadtrack: take away the # before what you set.\n# Only you may read this (chmod 600).\n"
SKELETON = _HEAD + "".join(f'\n# {about}\n#{key} = "{example}"\n' for key, (example, about) in KEYS.items())


@dataclass(frozen=True, slots=True)
class Account:
    """How mail goes out. `sender` is a whole From header, `address` the bare address in it."""

    host: str
    port: int
    security: str
    user: str | None
    password: str | None
    sender: str
    address: str
    reply_to: str | None
    timeout: float
    ca: str | None


def file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are looked for: LEADTRACK_MAIL_FILE, else mail.toml in the user's folder for settings."""
    named = environment.get("LEADTRACK_MAIL_FILE")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("leadtrack", appauthor=False) / "mail.toml"


def wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this team sends mail: a server is named, or the file is there, be it right or wrong."""
    if environment.get("LEADTRACK_MAIL_HOST"):
        return True
    try:
        text = file(environment).read_text("utf-8")
    except FileNotFoundError:
        return False
    except (OSError, UnicodeError):
        return True
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def make_file(path: Path) -> bool:
    """Write the skeleton where there is no file yet, readable by its owner only; whether it was made."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as made:
        made.write(SKELETON)
    return True


def read(environment: Mapping[str, str] = os.environ) -> dict[str, tuple[str, str]]:
    """What is set: key -> (value, where from: a variable or the file). Raises MailTrouble for a file that is wrong."""
    path = file(environment)
    found = {key: (value, str(path)) for key, value in _of_file(path).items()}
    for key in KEYS:
        variable = f"LEADTRACK_MAIL_{key.upper()}"
        if environment.get(variable):
            found[key] = (environment[variable], variable)
    return found


def load(environment: Mapping[str, str] = os.environ) -> Account:
    """The account. Raises MailTrouble where something is missing or cannot be, with the mend."""
    told = {key: value for key, (value, _) in read(environment).items()}
    where = f"set it in {file(environment)} or the environment"
    for key in ("host", "from"):
        if key not in told:
            raise MailTrouble(f"the mail settings name no {key!r} ({KEYS[key][1]}); {where}")
    security = told.get("security") or {"465": "tls", "25": "none"}.get(told.get("port", ""), "starttls")
    if security not in SECURITY:
        raise MailTrouble(f"mail settings: security {security!r} is none of {', '.join(SECURITY)}; {where}")
    if told.get("password") and security == "none" and told["host"] not in HOME:
        raise MailTrouble(f"mail settings: a password does not go over an open line; set security to starttls; {where}")
    return Account(
        host=told["host"],
        port=int(_number(told.get("port", str(_PORTS[security])), "port", 65535)),
        security=security,
        user=told.get("user"),
        password=told.get("password"),
        sender=told["from"],
        address=_address(told["from"], "from"),
        reply_to=_address(told["reply_to"], "reply_to") if "reply_to" in told else None,
        timeout=_number(told.get("timeout", "20"), "timeout", 600),
        ca=told.get("ca"),
    )


def templates(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the team's own pages: LEADTRACK_MAIL_TEMPLATES, `templates` of the file, else beside the file."""
    with suppress(MailTrouble):
        if "templates" in (told := read(environment)):
            return Path(told["templates"][0]).expanduser()
    return file(environment).with_name("templates")


def _of_file(path: Path) -> dict[str, str]:
    import tomllib

    try:
        with path.open("rb") as opened:
            mode = os.fstat(opened.fileno()).st_mode
            if os.name == "posix" and mode & 0o077:
                raise MailTrouble(f"{path} holds a password and can be read by others; chmod 600 {path}")
            told = tomllib.load(opened)
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MailTrouble(f'{path} cannot be read: {error}; write it as key = "value"') from error
    except OSError as error:
        raise MailTrouble(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    for key, value in told.items():
        if key not in KEYS:
            from difflib import get_close_matches

            near = get_close_matches(key, KEYS, n=1)
            mend = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(KEYS)}"
            raise MailTrouble(f"{path}: there is no setting {key!r}; {mend}")
        if not isinstance(value, str | int | float):
            raise MailTrouble(f'{path}: {key} is no text; write {key} = "..."')
    return {key: str(value) for key, value in told.items() if str(value) != ""}


def _number(text: str, key: str, most: int) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number <= most or (key == "port" and number != int(number)):
        raise MailTrouble(f"mail settings: {key} {text!r} is no number from 1 to {most}")
    return number


def _address(text: str, key: str) -> str:
    """The one bare address in "Acme Sales <leads@example.com>"."""
    addresses: tuple[Address, ...] = ()
    with suppress(ValueError, LookupError, MessageError):
        header = SMTP.header_factory("From", text)
        addresses = () if header.defects else header.addresses
    if len(addresses) != 1 or not addresses[0].domain or not text.isprintable():
        raise MailTrouble(f'mail settings: {key} {text!r} is no address; write "Acme Sales <leads@example.com>"')
    return addresses[0].addr_spec
