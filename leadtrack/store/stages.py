"""The pipeline, what is to be done in it, and the leads' moves through it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import NAME, QUIET, Row, Tables

if TYPE_CHECKING:
    from leadtrack.store.scoring import Scoring

_CHUNK = 500  # numbers that go into one statement


class Stages(Tables):
    def all(self, *, removed: bool = False) -> list[Row]:
        """In the order of the pipeline, with `removed` also those that were taken out of it, which leads passed.

        id, name, kind, position, probability, rest_days, removed (flag).
        """
        return self.rows(
            """SELECT id, name, kind, position, probability, rest_days, removed_by IS NOT NULL AS removed FROM stages
               WHERE removed_by IS NULL OR :removed ORDER BY position, removed_by IS NOT NULL, id""",
            {"removed": removed},
        )

    def add(self, batch: Batch, values: Mapping[str, Any]) -> int:
        """A new stage: name, kind, position, probability, rest_days."""
        return batch.insert("stages", values)

    def change(self, batch: Batch, stage: int, values: Mapping[str, Any]) -> list[str]:
        return batch.update("stages", stage, values)

    def remove(self, batch: Batch, stage: int) -> None:
        """Take a stage out of the pipeline, with its actions; leads that were in it keep it in their story."""
        batch.update("stages", stage, {"removed_by": batch.id})
        for action in self.actions([stage]):
            self.drop_action(batch, action["id"])

    def leads_in(self, stage: int) -> int:
        return int(self.value("SELECT count(*) FROM facts WHERE stage_id = :stage", {"stage": stage}))

    def figures(self) -> dict[int, Row]:
        """Per stage, of the leads that exist: leads (in it now), entered (times), again (entered for a second time or
        later). A row for every stage that a lead was in."""
        found = self.rows(
            """WITH present AS (SELECT stage_id, count(*) AS leads FROM facts GROUP BY stage_id),
                    entries AS (
                        SELECT f.lead_id, l.entered_stage_id AS stage_id, f.created_at AS at, 0 AS id, -1 AS before
                        FROM facts f JOIN leads l ON l.id = f.lead_id
                        UNION ALL
                        SELECT m.lead_id, m.to_stage_id, m.at, m.id,
                               coalesce(lag(m.to_stage_id) OVER (PARTITION BY m.lead_id ORDER BY m.at, m.id),
                                        l.entered_stage_id)
                        FROM stage_moves m JOIN facts f ON f.lead_id = m.lead_id JOIN leads l ON l.id = m.lead_id
                        WHERE m.removed_by IS NULL
                    ),
                    entered AS (
                        SELECT stage_id, sum(times) AS entered, sum(times - 1) AS again
                        FROM (SELECT stage_id, lead_id, count(*) AS times FROM entries WHERE stage_id <> before
                              GROUP BY stage_id, lead_id) GROUP BY stage_id
                    )
               SELECT s.id, coalesce(p.leads, 0) AS leads, coalesce(e.entered, 0) AS entered,
                      coalesce(e.again, 0) AS again
               FROM stages s LEFT JOIN present p ON p.stage_id = s.id LEFT JOIN entered e ON e.stage_id = s.id"""
        )
        return {row.pop("id"): row for row in found}

    def transitions(self) -> dict[tuple[int, int], int]:
        """How often leads moved from one stage to another: (from, to) -> times."""
        return {
            (before, after): times
            for before, after, times in self.connection.execute(
                """SELECT before, after, count(*) FROM (
                       SELECT coalesce(lag(m.to_stage_id) OVER (PARTITION BY m.lead_id ORDER BY m.at, m.id),
                                       l.entered_stage_id) AS before, m.to_stage_id AS after
                       FROM stage_moves m JOIN facts f ON f.lead_id = m.lead_id JOIN leads l ON l.id = m.lead_id
                       WHERE m.removed_by IS NULL)
                   WHERE before <> after GROUP BY before, after"""
            )
        }

    # -- what is to be done --------------------------------------------------------------------------------------------

    def actions(self, stages: Sequence[int]) -> list[Row]:
        """What is to be done in these stages, in order: id, stage_id, position, kind, text, wait_days."""
        return self.rows(
            f"""SELECT id, stage_id, position, kind, text, wait_days FROM stage_actions
                WHERE stage_id IN ({_places(stages)}) AND removed_by IS NULL
                ORDER BY stage_id, position, id""",  # noqa: S608 - question marks
            list(stages),
        )

    def add_action(self, batch: Batch, stage: int, position: int, values: Mapping[str, Any]) -> int:
        """A new action: kind, text, wait_days."""
        return batch.insert("stage_actions", {"stage_id": stage, "position": position, **values})

    def change_action(self, batch: Batch, action: int, values: Mapping[str, Any]) -> list[str]:
        return batch.update("stage_actions", action, values)

    def drop_action(self, batch: Batch, action: int) -> None:
        batch.update("stage_actions", action, {"removed_by": batch.id})

    def done(self, lead: int, since: str, until: str | None) -> dict[int, str]:
        """Which actions were ticked off for a lead in [since, until): their numbers -> when."""
        return dict(
            self.connection.execute(
                """SELECT stage_action_id, min(at) FROM activities
                   WHERE lead_id = :lead AND at >= :since AND (:until IS NULL OR at < :until)
                     AND stage_action_id IS NOT NULL AND removed_by IS NULL GROUP BY stage_action_id""",
                {"lead": lead, "since": since, "until": until},
            ).fetchall()
        )

    def open_actions(self, leads: Iterable[int]) -> dict[int, Row]:
        """The first action of its stage that is not done, for each of these leads that has one.

        lead -> action (its number), kind, text, wait_days, since (when the action before it was done, else when the
        lead entered the stage; the action is due wait_days after that).
        """
        wanted = list(leads)
        found: dict[int, Row] = {}
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            for row in self.rows(_OPEN_ACTIONS.format(_places(chunk)), chunk):
                found[row.pop("lead")] = row
        return found

    # -- the leads' way ------------------------------------------------------------------------------------------------

    def way(self, lead: int) -> tuple[int, str, list[tuple[str, int]]]:
        """What stages.visits asks for: the stage in which the lead entered, when, and its moves (at, stage) by time."""
        entered, created = self.connection.execute(
            "SELECT entered_stage_id, created_at FROM leads WHERE id = :lead", {"lead": lead}
        ).fetchone()
        moves = self.connection.execute(
            "SELECT at, to_stage_id FROM stage_moves WHERE lead_id = :lead AND removed_by IS NULL ORDER BY at, id",
            {"lead": lead},
        ).fetchall()
        return entered, created, moves

    def move(self, batch: Batch, lead: int, from_stage: int, to_stage: int, at: str, reason: str | None) -> None:
        """Move a lead; its score and temperature at that moment are kept with the move."""
        batch.insert(
            "stage_moves",
            {
                "lead_id": lead, "from_stage_id": from_stage, "to_stage_id": to_stage, "at": at, "reason": reason,
                **self._scoring().kept(lead, at),
            },
        )  # fmt: skip

    def move_all(self, batch: Batch, from_stage: int, to_stage: int, reason: str) -> int:
        """Move every lead that is in a stage now; returns how many."""
        scored, judged = self._scoring().query(batch.at, "f.stage_id = :from_stage")
        cursor = self.connection.execute(
            f"""INSERT INTO stage_moves (lead_id, from_stage_id, to_stage_id, at, reason, score, temperature, batch_id)
                SELECT lead_id, :from_stage, :to_stage, :at, :reason, score, temperature, :batch
                FROM ({scored})""",  # noqa: S608 - made of constants and parameters
            {
                "from_stage": from_stage, "to_stage": to_stage, "at": batch.at, "reason": reason, "batch": batch.id,
                **judged,
            },
        )  # fmt: skip
        batch.touched += cursor.rowcount
        return cursor.rowcount

    def _scoring(self) -> "Scoring":
        # whoever only looks at the pipeline, as every report does, needs no scores
        from leadtrack.store.scoring import Scoring

        return Scoring(self.connection)

    def moves(self, lead: int) -> list[Row]:
        """Oldest first; at, from (where the lead was just before), to, reason, actor, score and temperature then."""
        return self.rows(
            """SELECT m.at, b.name AS "from", c.name AS "to", m.reason, m.actor, m.score, m.temperature
               FROM (SELECT m.id, m.at, m.to_stage_id, m.reason, t.actor, m.score, m.temperature,
                            coalesce(lag(m.to_stage_id) OVER (ORDER BY m.at, m.id), l.entered_stage_id) AS before
                     FROM stage_moves m JOIN leads l ON l.id = m.lead_id JOIN batches t ON t.id = m.batch_id
                     WHERE m.lead_id = :lead AND m.removed_by IS NULL) m
               JOIN stages b ON b.id = m.before JOIN stages c ON c.id = m.to_stage_id
               WHERE m.before <> m.to_stage_id ORDER BY m.at, m.id""",
            {"lead": lead},
        )

    def lying(self, bounds: Sequence[tuple[int, str]], now: str, rep: int | None) -> list[Row]:
        """Leads that lie: stale (open or nurture, nothing happened since the bound of its stage, no promise to come),
        or untouched (with a rep, never tried). Those that lie longest first.

        `bounds` pairs a stage that has a rest with the instant before which something must have happened; what
        happened is an activity or the entry into the stage. lead, name, company, phone, rep, stage, rest_days, since,
        assigned_at, attempts, stale (flag), next_reminder_at.
        """
        found = self.rows(
            f"""{_lying(bounds)}
                SELECT f.lead_id AS lead, {NAME} AS name, l.company, coalesce(l.phone, l.mobile) AS phone,
                       r.name AS rep, f.stage, f.rest_days, f.since, f.assigned_at, f.attempts,
                       coalesce(f.stale, 0) AS stale, f.next_reminder_at
                FROM lying f JOIN leads l ON l.id = f.lead_id LEFT JOIN reps r ON r.id = f.rep_id
                WHERE f.stale OR f.untouched
                ORDER BY min(f.since, coalesce(f.assigned_at, f.since)), f.lead_id""",  # noqa: S608 - constants
            [*(value for pair in bounds for value in pair), now, rep, rep],
        )
        for row in found:
            row["stale"] = bool(row["stale"])
        return found

    def lying_by_rep(self, bounds: Sequence[tuple[int, str]], now: str, rep: int | None) -> list[Row]:
        """The same, counted: rep (None for leads that nobody has), lying, stale, untouched, oldest (since when)."""
        return self.rows(
            f"""{_lying(bounds)}
                SELECT r.name AS rep, count(*) AS lying, sum(coalesce(f.stale, 0)) AS stale,
                       sum(f.untouched) AS untouched, min(f.since) AS oldest
                FROM lying f LEFT JOIN reps r ON r.id = f.rep_id
                WHERE f.stale OR f.untouched GROUP BY f.rep_id ORDER BY count(*) DESC, r.name""",  # noqa: S608 - constants
            [*(value for pair in bounds for value in pair), now, rep, rep],
        )


_OPEN_ACTIONS = """
SELECT f.lead_id AS lead, a.id AS action, a.kind, a.text, a.wait_days,
       coalesce((SELECT max(v.at) FROM activities v
                 WHERE v.lead_id = f.lead_id AND (v.at >= f.stage_since OR f.stage_since = f.created_at)
                   AND v.stage_action_id IS NOT NULL AND v.removed_by IS NULL
                   AND v.stage_action_id IN (SELECT x.id FROM stage_actions x WHERE x.stage_id = f.stage_id)),
                f.stage_since) AS since
FROM facts f JOIN stage_actions a ON a.id = (
    SELECT x.id FROM stage_actions x
    WHERE x.stage_id = f.stage_id AND x.removed_by IS NULL
      AND NOT EXISTS (SELECT 1 FROM activities v
                      WHERE v.lead_id = f.lead_id AND (v.at >= f.stage_since OR f.stage_since = f.created_at)
                        AND v.stage_action_id = x.id AND v.removed_by IS NULL)
    ORDER BY x.position, x.id LIMIT 1)
WHERE f.lead_id IN ({})
"""


def _lying(bounds: Sequence[tuple[int, str]]) -> str:
    """The beginning of a statement: `lying` are the living leads, with whether they are stale and untouched."""
    return f"""WITH bounds (stage_id, bound) AS (VALUES (0, ''){", (?, ?)" * len(bounds)}),
                     lying AS (
                         SELECT f.*, s.name AS stage, s.rest_days,
                                {QUIET} AS since,
                                {QUIET} < b.bound
                                AND (f.next_reminder_at IS NULL OR f.next_reminder_at < ?) AS stale,
                                f.rep_id IS NOT NULL AND f.attempts = 0 AS untouched
                         FROM facts f JOIN stages s ON s.id = f.stage_id AND s.kind IN ('open', 'nurture')
                         LEFT JOIN bounds b ON b.stage_id = f.stage_id
                         WHERE ? IS NULL OR f.rep_id = ?
                     )"""  # noqa: S608 - question marks


def _places(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
