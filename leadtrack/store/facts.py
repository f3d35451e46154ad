"""What stands once per lead, told from what happened. The only place that writes `facts`.

A lead that exists has exactly one row here; a lead that was taken back or merged into another has none, so joining
`facts` is how every query leaves such leads out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from leadtrack.instants import from_iso
from leadtrack.store.sqlite import CAN_BE_REACHED, IS_KNOWN, Row, Tables, seconds_between
from leadtrack.store.tallies import Tallies
from leadtrack.temperature import REFUSAL, REPLIES

if TYPE_CHECKING:
    from leadtrack.hours import Hours

# What an activity, as v, says: that the lead replied, that it said no. An outcome of the team's own says what the one
# says that it is like.
_OUTCOME = "coalesce((SELECT o.like FROM outcomes o WHERE o.name = v.outcome ORDER BY o.id LIMIT 1), v.outcome)"
REPLIED = f"(v.direction = 'in' OR {_OUTCOME} IN ({', '.join(repr(outcome) for outcome in REPLIES)}))"
REFUSED = f"(v.direction = 'out' AND {_OUTCOME} = {REFUSAL!r})"

# The meaning of every fact, in one statement.
_TELL = f"""
SELECT l.id AS lead_id,
       (SELECT rep_id FROM assignments a WHERE a.lead_id = l.id AND a.removed_by IS NULL
        ORDER BY a.at DESC, a.id DESC LIMIT 1) AS rep_id,
       coalesce((SELECT to_stage_id FROM stage_moves m WHERE m.lead_id = l.id AND m.removed_by IS NULL
                 ORDER BY m.at DESC, m.id DESC LIMIT 1), l.entered_stage_id) AS stage_id,
       coalesce((SELECT s.id FROM stages s
                 WHERE s.kind IN ('open', 'won')
                   AND (s.id = l.entered_stage_id
                        OR s.id IN (SELECT to_stage_id FROM stage_moves m
                                    WHERE m.lead_id = l.id AND m.removed_by IS NULL))
                 ORDER BY s.position DESC, s.removed_by IS NOT NULL, s.id LIMIT 1), l.entered_stage_id)
           AS furthest_stage_id,
       l.created_at,
       (SELECT min(at) FROM assignments a
        WHERE a.lead_id = l.id AND a.rep_id IS NOT NULL AND a.removed_by IS NULL) AS first_assigned_at,
       (SELECT CASE WHEN rep_id IS NULL THEN NULL ELSE at END FROM assignments a
        WHERE a.lead_id = l.id AND a.removed_by IS NULL ORDER BY a.at DESC, a.id DESC LIMIT 1) AS assigned_at,
       (SELECT min(at) FROM activities v
        WHERE v.lead_id = l.id AND v.attempt AND v.removed_by IS NULL) AS first_attempt_at,
       (SELECT count(*) FROM activities v
        WHERE v.lead_id = l.id AND v.attempt AND v.removed_by IS NULL) AS attempts,
       (SELECT max(at) FROM activities v WHERE v.lead_id = l.id AND v.removed_by IS NULL) AS last_touch_at,
       (SELECT min(due_at) FROM reminders d
        WHERE d.lead_id = l.id AND d.done_at IS NULL AND d.removed_by IS NULL) AS next_reminder_at,
       (SELECT max(at) FROM activities v
        WHERE v.lead_id = l.id AND v.attempt AND v.removed_by IS NULL) AS last_attempt_at,
       (SELECT count(*) FROM activities v
        WHERE v.lead_id = l.id AND v.removed_by IS NULL AND {REPLIED}) AS replies,
       (SELECT max(at) FROM activities v
        WHERE v.lead_id = l.id AND v.removed_by IS NULL AND {REPLIED}) AS replied_at,
       (SELECT max(at) FROM activities v
        WHERE v.lead_id = l.id AND v.removed_by IS NULL AND {REFUSED}) AS refused_at,
       (SELECT temperature FROM temperatures t WHERE t.lead_id = l.id AND t.removed_by IS NULL
        ORDER BY t.at DESC, t.id DESC LIMIT 1) AS temperature,
       l.value, l.source_id, l.campaign_id, {CAN_BE_REACHED} AS reachable, {IS_KNOWN} AS known,
       (SELECT CASE WHEN rep_id IS NULL THEN NULL ELSE score END FROM assignments a
        WHERE a.lead_id = l.id AND a.removed_by IS NULL ORDER BY a.at DESC, a.id DESC LIMIT 1) AS assigned_score,
       (SELECT CASE WHEN rep_id IS NULL THEN NULL ELSE temperature END FROM assignments a
        WHERE a.lead_id = l.id AND a.removed_by IS NULL ORDER BY a.at DESC, a.id DESC LIMIT 1) AS assigned_temperature,
       coalesce((SELECT a.score FROM assignments a
                   WHERE a.lead_id = l.id AND a.removed_by IS NULL AND a.score IS NOT NULL ORDER BY a.id LIMIT 1),
                  (SELECT m.score FROM stage_moves m
                   WHERE m.lead_id = l.id AND m.removed_by IS NULL AND m.score IS NOT NULL ORDER BY m.id LIMIT 1))
       AS first_score
FROM leads l
WHERE l.removed_by IS NULL AND l.merged_into IS NULL AND l.id IN (SELECT lead_id FROM temp.stirred)
"""  # noqa: S608 - constants

_RESPONDED = """
UPDATE facts SET responded_at = (SELECT min(at) FROM activities v
                                 WHERE v.lead_id = facts.lead_id AND v.attempt AND v.removed_by IS NULL
                                   AND v.at >= facts.assigned_at)
WHERE lead_id IN (SELECT lead_id FROM temp.stirred) AND assigned_at IS NOT NULL
"""

# Since when the lead is in its stage without a break; a move to where it was already is none.
_ENTERED = """
UPDATE facts SET stage_since = coalesce(
    (SELECT min(m.at) FROM stage_moves m
     WHERE m.lead_id = facts.lead_id AND m.removed_by IS NULL AND m.to_stage_id = facts.stage_id
       AND NOT EXISTS (SELECT 1 FROM stage_moves n
                       WHERE n.lead_id = m.lead_id AND n.removed_by IS NULL AND n.to_stage_id <> facts.stage_id
                         AND (n.at > m.at OR n.at = m.at AND n.id > m.id))
       AND (EXISTS (SELECT 1 FROM stage_moves n
                    WHERE n.lead_id = m.lead_id AND n.removed_by IS NULL AND n.to_stage_id <> facts.stage_id)
            OR (SELECT l.entered_stage_id FROM leads l WHERE l.id = facts.lead_id) <> facts.stage_id)),
    created_at)
WHERE lead_id IN (SELECT lead_id FROM temp.stirred)
"""

# How long each step took, in whole seconds; the order is that of the columns.
_MEASURED = f"""
UPDATE facts SET
    taken_after = iif(length(facts.created_at) > 10,
                      max(0, {seconds_between("facts.created_at", "b.at")}), NULL),
    given_after = max(0, {seconds_between("b.at", "facts.first_assigned_at")}),
    tried_after = iif(length(facts.created_at) > 10,
                      max(0, {seconds_between("facts.created_at", "facts.first_attempt_at")}), NULL),
    answered_after = {seconds_between("facts.assigned_at", "facts.responded_at")},
    worked_after = iif(facts.responded_at IS NULL, NULL,
                       worked_between(facts.assigned_at, facts.responded_at))
FROM leads l JOIN batches b ON b.id = l.batch_id
WHERE l.id = facts.lead_id
"""  # noqa: S608 - constants

# The same as in _TELL, for leads that moved, after stages changed their order or kind.
_MOVED = "lead_id IN (SELECT lead_id FROM stage_moves WHERE removed_by IS NULL)"
_FURTHEST = f"""
UPDATE facts SET furthest_stage_id = coalesce(
    (SELECT s.id FROM stages s
     WHERE s.kind IN ('open', 'won')
       AND (s.id = (SELECT l.entered_stage_id FROM leads l WHERE l.id = facts.lead_id)
            OR s.id IN (SELECT to_stage_id FROM stage_moves m
                        WHERE m.lead_id = facts.lead_id AND m.removed_by IS NULL))
     ORDER BY s.position DESC, s.removed_by IS NOT NULL, s.id LIMIT 1),
    (SELECT l.entered_stage_id FROM leads l WHERE l.id = facts.lead_id))
WHERE {_MOVED}
"""  # noqa: S608 - a constant

_COLUMNS = (
    "lead_id, rep_id, stage_id, furthest_stage_id, created_at, first_assigned_at, assigned_at, first_attempt_at,"
    " attempts, last_touch_at, next_reminder_at, last_attempt_at, replies, replied_at, refused_at, temperature, value,"
    " source_id, campaign_id, reachable, known, assigned_score, assigned_temperature, first_score"
)

# Every time that a lead left a stage. A move to where it was already is none.
_STAYS = f"""
INSERT INTO stays (lead_id, stage_id, since, left_at, began_by, ended_by, length)
SELECT lead_id, before, since, at, began_by, id,
       iif(seconds < 86400, seconds / 60 * 60, seconds / 3600 * 3600)
FROM (SELECT lead_id, before, since, at, began_by, id,
             max(0, {seconds_between("coalesce(since, created_at)", "at")}) AS seconds
      FROM (SELECT lead_id, at, id, before, created_at, lag(at) OVER w AS since, lag(id) OVER w AS began_by
            FROM (SELECT x.lead_id, x.at, x.id, x.to_stage_id, f.created_at,
                         coalesce(lag(x.to_stage_id) OVER (PARTITION BY x.lead_id ORDER BY x.at, x.id),
                                  (SELECT e.entered_stage_id FROM leads e WHERE e.id = x.lead_id)) AS before
                  FROM stage_moves x JOIN facts f ON f.lead_id = x.lead_id
                  WHERE x.removed_by IS NULL AND {{which}})
            WHERE before <> to_stage_id
            WINDOW w AS (PARTITION BY lead_id ORDER BY at, id)))
"""  # noqa: S608 - constants


_STIRRED = "f.lead_id IN (SELECT lead_id FROM temp.stirred)"


class Facts(Tables):
    def refresh(self, leads: Iterable[int]) -> None:
        """Tell the facts of these leads anew; to be called inside the transaction that changed their cause."""
        self._stir(leads)
        with Tallies(self.connection).changing(_STIRRED):
            self._retell()

    def retell(self, leads: Iterable[int]) -> None:
        """The same, counted by nobody."""
        self._stir(leads)
        self._retell()

    def forget(self, which: str, parameters: Mapping[str, Any] = {}) -> None:
        """Leave out leads, a condition on facts f, that are taken back or about to be deleted."""
        with Tallies(self.connection).changing(which, parameters):
            for table in ("stays", "facts"):
                self.connection.execute(f"DELETE FROM {table} AS f WHERE {which}", parameters)  # noqa: S608 - a constant

    def _stir(self, leads: Iterable[int]) -> None:
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS stirred (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.stirred")
        self.connection.executemany("INSERT OR IGNORE INTO temp.stirred VALUES (?)", [(lead,) for lead in leads])

    def refresh_batch(self, batch: int, *, many: bool = False) -> None:
        """The same for every lead that a batch just made: nothing has happened to them yet, so it is one plain copy.

        `many` says that most leads are of this batch: an index that would grow in no order is then put aside and made
        anew.
        """
        with self.aside("facts_way") if many else nullcontext():
            first = self._copied(batch)
        Tallies(self.connection).came(first)

    def _copied(self, batch: int) -> int:
        """Tell the facts of the leads of a batch, the newest that there are; returns the number of the first."""
        at, first = self.connection.execute(
            "SELECT at, (SELECT min(id) FROM leads WHERE batch_id = :batch) FROM batches WHERE id = :batch",
            {"batch": batch},
        ).fetchone()
        self.connection.execute(
            f"""INSERT INTO facts (lead_id, stage_id, stage_since, furthest_stage_id, created_at, value,
                                  source_id, campaign_id, reachable, known, taken_after)
                SELECT l.id, entered_stage_id, created_at, entered_stage_id, created_at, value, source_id, campaign_id,
                       {CAN_BE_REACHED}, {IS_KNOWN},
                       iif(length(l.created_at) > 10, max(0, {seconds_between("l.created_at", ":at")}), NULL)
                FROM leads l WHERE l.id >= :first AND +l.batch_id = :batch""",  # noqa: S608 - a constant
            {"batch": batch, "at": at, "first": first},
        )
        return int(first)

    def assigned_in(self, batch: int, after: int = 0, *, many: int = 0) -> None:
        """The same after a batch of assignments, for as many leads as there are: only what an assignment changes.

        `after` is the newest assignment that is told already. `many`, if not 0, says how many leads are concerned that
        had no rep: they are told as in `given`.
        """
        which = "f.lead_id IN (SELECT lead_id FROM assignments WHERE id > :after AND batch_id = :batch)"
        parameters = {"batch": batch, "after": after}
        with self._quickly(many) if many else Tallies(self.connection).changing(which, parameters):
            self._assign(
                f"""SELECT a.lead_id, a.rep_id, a.at, 0, 0, '', max(0, {seconds_between("b.at", "a.at")}), a.score,
                           a.temperature
                    FROM assignments a CROSS JOIN leads l ON l.id = a.lead_id CROSS JOIN batches b ON b.id = l.batch_id
                    WHERE a.id > :after AND a.batch_id = :batch""",  # noqa: S608 - constants
                parameters,
                again="" if many else ", responded_at = NULL, answered_after = NULL, worked_after = NULL",
            )
            tried = self.connection.execute(
                """SELECT a.lead_id FROM assignments a CROSS JOIN facts f ON f.lead_id = a.lead_id
                   WHERE a.id > :after AND a.batch_id = :batch AND f.last_attempt_at >= a.at""",
                parameters,
            ).fetchall()
            if tried:  # in the very second of the assignment: that counts as an answer
                self.retell(lead for (lead,) in tried)

    def given(self, at: str, after: int, leads: int, *, many: bool) -> None:
        """The same of so many leads that had no rep, and were given to one in the order of their numbers, now, by the
        assignments after that one.

        `many`: the indexes that they all go into are put aside and made anew, which is quicker than very many small
        steps, and nobody counts them.
        """
        self._find_waits(at, after)
        which = "f.lead_id IN (SELECT lead_id FROM assignments WHERE id > :after)"
        with self._quickly(leads) if many else Tallies(self.connection).changing(which, {"after": after}):
            self._assign(
                """SELECT a.lead_id, a.rep_id, a.at, 0, 0, '', w.seconds, a.score, a.temperature
                   FROM temp.waits w CROSS JOIN assignments a ON a.id BETWEEN w.first AND w.last""",
                {},
            )

    def _find_waits(self, at: str, after: int) -> None:
        """How long the leads of each batch have waited till `at`, and which assignments after that one are theirs.

        Leads are numbered as they come, so those of a batch follow each other, and so do their assignments.
        """
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS waits (seconds INTEGER, first INTEGER, last INTEGER)")
        self.connection.execute("DELETE FROM temp.waits")
        end = """(SELECT a.id FROM assignments a WHERE a.id > :after AND a.lead_id
                  BETWEEN (SELECT min(id) FROM leads WHERE batch_id = b.id)
                      AND (SELECT max(id) FROM leads WHERE batch_id = b.id) ORDER BY a.lead_id {way} LIMIT 1)"""
        self.connection.execute(
            f"""INSERT INTO temp.waits (seconds, first, last)
                SELECT max(0, {seconds_between("b.at", ":at")}), {end.format(way="")}, {end.format(way="DESC")}
                FROM batches b""",  # noqa: S608 - constants
            {"at": at, "after": after},
        )

    def _assign(self, told: str, parameters: Row, again: str = "") -> None:
        # every lead that is assigned has its facts; UPDATE FROM would write all that it changes elsewhere first, and
        # without OR FAIL, which comes to the same in a batch, SQLite copies every page that the statement changes
        self.connection.execute(
            f"""INSERT OR FAIL INTO facts (lead_id, rep_id, assigned_at, stage_id, furthest_stage_id, created_at,
                                          given_after, assigned_score, assigned_temperature)
                {told}
                ON CONFLICT (lead_id) DO UPDATE
                SET rep_id = excluded.rep_id, assigned_at = excluded.assigned_at,
                    first_assigned_at = coalesce(first_assigned_at, excluded.assigned_at),
                    given_after = coalesce(given_after, excluded.given_after),
                    first_score = iif(first_assigned_at IS NULL OR first_score IS NULL,
                                      excluded.assigned_score, first_score),
                    assigned_score = excluded.assigned_score,
                    assigned_temperature = excluded.assigned_temperature{again}""",  # noqa: S608 - constants
            parameters,
        )

    @contextmanager
    def _quickly(self, leads: int) -> Iterator[None]:
        """Put indexes aside while so many leads are given to reps."""
        most = 2 * leads > self.value("SELECT count(*) FROM facts")
        # where most leads get a rep, those in the order of the reps are sorted anew faster than added to
        with self.aside("facts_unassigned", *(("facts_queue",) if most else ())):
            yield
            # an index is sorted in portions of that size: those that the processor has at hand take half the time
            self.make_little_room()
        self.make_room()
        # to count anew takes a third as long again: the next tick does, and until then who asks counts for himself
        Tallies(self.connection).pause()

    def by_rep(self) -> Counter[int]:
        """How many leads every rep has, closed ones, too."""
        found = self.connection.execute("SELECT rep_id, count(*) FROM facts WHERE rep_id > 0 GROUP BY rep_id")
        return Counter(dict(found.fetchall()))

    def moved_in(self, batch: int) -> None:
        """The same after a batch of moves, made now, for as many leads as there are: only what a move changes."""
        moved, parameters = "lead_id IN (SELECT lead_id FROM stage_moves WHERE batch_id = :batch)", {"batch": batch}
        with Tallies(self.connection).changing(f"f.{moved}", parameters):
            self.connection.execute(
                """UPDATE facts SET stage_id = m.to_stage_id, stage_since = m.at,
                          first_score = coalesce(facts.first_score, m.score)
                   FROM (SELECT lead_id, to_stage_id, at, score FROM stage_moves WHERE batch_id = :batch) m
                   WHERE facts.lead_id = m.lead_id""",
                parameters,
            )
            self.connection.execute(f"DELETE FROM stays WHERE {moved}", parameters)  # noqa: S608 - a constant
            self.connection.execute(_STAYS.format(which=f"x.{moved}"), parameters)

    def sourced(self, old: int, new: int) -> None:
        """The same after every lead of one source has become another's."""
        parameters = {"old": old, "new": new}
        which = "f.lead_id IN (SELECT lead_id FROM facts WHERE source_id IN (:old, :new))"
        with Tallies(self.connection).changing(which, parameters):
            self.connection.execute("UPDATE facts SET source_id = :new WHERE source_id = :old", parameters)

    def refresh_furthest(self) -> None:
        """Tell anew how far the leads came, after the pipeline itself has changed."""
        with Tallies(self.connection).changing(f"f.{_MOVED}"):
            self.connection.execute(_FURTHEST)

    def _retell(self) -> None:
        self.connection.execute("DELETE FROM facts WHERE lead_id IN (SELECT lead_id FROM temp.stirred)")
        self.connection.execute(f"INSERT INTO facts ({_COLUMNS}) {_TELL}")
        self.connection.execute(_RESPONDED)
        self.connection.execute(_ENTERED)
        self._measure("AND facts.lead_id IN (SELECT lead_id FROM temp.stirred)")
        self.connection.execute("DELETE FROM stays WHERE lead_id IN (SELECT lead_id FROM temp.stirred)")
        self.connection.execute(_STAYS.format(which="x.lead_id IN (SELECT lead_id FROM temp.stirred)"))

    def settle_all(self) -> None:
        """Tell what older files do not know of any lead: its stays and its first score. Counted by nobody."""
        self.connection.execute("DELETE FROM stays")
        self.connection.execute(_STAYS.format(which="1"))
        self.connection.execute(
            """UPDATE facts SET first_score = coalesce(
                   (SELECT a.score FROM assignments a WHERE a.lead_id = facts.lead_id AND a.removed_by IS NULL
                    AND a.score IS NOT NULL ORDER BY a.id LIMIT 1),
                   (SELECT m.score FROM stage_moves m WHERE m.lead_id = facts.lead_id AND m.removed_by IS NULL
                    AND m.score IS NOT NULL ORDER BY m.id LIMIT 1))"""
        )

    def measure_all(self) -> None:
        """Tell anew how long each step took, of every lead: after the team has settled on other working hours."""
        with Tallies(self.connection).changing("1"):
            self._measure("")

    def _measure(self, which: str) -> None:
        hours: list[Hours] = []

        def worked(since: str, until: str) -> int:
            if not hours:  # few commands ask
                hours.append(self._hours())
            return hours[0].seconds_between(from_iso(since), from_iso(until))

        self.connection.create_function("worked_between", 2, worked)
        self.connection.execute(f"{_MEASURED} {which}")

    def _hours(self) -> "Hours":
        """The team's working hours, as it has settled them."""
        from zoneinfo import ZoneInfo

        from leadtrack import workweek

        told = {row["key"]: row["value"] for row in self.rows("SELECT key, value FROM settings")}
        week = workweek.read(*(told.get(key, usual) for key, usual in workweek.USUAL.items()))
        return week.hours(ZoneInfo(told["time_zone"]))
