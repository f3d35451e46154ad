"""Everything that is due, in one command for cron: each part alone, so that one that fails stops no other."""

from collections.abc import Callable
from dataclasses import dataclass, field

from leadtrack.actions import Office, alerting, assigning, escalating, manning, outbox
from leadtrack.errors import LeadtrackError


@dataclass(slots=True)
class Done:
    """What a part did, a line each; `troubles`: what did not go well though the rest of the part is done."""

    words: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Outcome:
    """How one part ended. `error` is why it failed altogether, None where it did not."""

    part: str
    done: Done
    error: str | None = None


def _assign(office: Office) -> Done:
    result = assigning.assign(office, dry_run=False)
    if not result.assigned:
        return Done()
    shares = manning.shares(result.by_rep)
    return Done([f"{result.assigned} {'lead' if result.assigned == 1 else 'leads'} assigned: {shares}"])


def _escalate(office: Office) -> Done:
    result = escalating.escalate(office)
    acted = (("reminded of", result.reminded), ("told to the manager", result.told), ("given to another", result.taken))
    words = ", ".join(f"{leads} {what}" for what, leads in acted if leads)
    return Done([f"leads without an attempt: {words}"] if words else [], result.troubles)


def _remind(office: Office) -> Done:
    told = alerting.remind(office)
    return Done([f"{told} due {'reminder' if told == 1 else 'reminders'} told by mail"] if told else [])


def _count(office: Office) -> Done:
    return Done(["what reports count is counted anew"] if office.store.past.recount() else [])


def _send(office: Office) -> Done:
    sent = outbox.send(office)
    return Done(outbox.good_news(sent), outbox.troubles(office, sent))


# In this order: what a part queues, the outbox sends in the same tick. A part is idempotent, and neither writes nor
# says anything when there is nothing for it to do.
PARTS: tuple[tuple[str, Callable[[Office], Done]], ...] = (
    ("assign", _assign),
    ("escalate", _escalate),
    ("reminders", _remind),
    ("outbox", _send),
    ("count", _count),
)


def tick(office: Office) -> list[Outcome] | None:
    """Do everything that is due; what became of each part. None: another tick is at work, and does it all."""
    with office.store.alone("tick") as mine:
        if not mine:
            return None
        return [_alone(office, part, run) for part, run in PARTS]


def _alone(office: Office, part: str, run: Callable[[Office], Done]) -> Outcome:
    try:
        return Outcome(part, run(office))
    except LeadtrackError as error:
        return Outcome(part, Done(), str(error))
    except Exception as error:  # a fault in one part must not keep the mail of another from going out
        return Outcome(part, Done(), f"a fault in leadtrack itself ({type(error).__name__}: {error})")
