-- The leads of every rep stand in one index instead of two, which took as long again wherever very many leads are given
-- to reps at once: those without a reminder first, of these those that somebody has touched, then the others, each in
-- the order in which they lie; behind them the promised ones. The last expression is QUIET of store/sqlite.py.
DROP INDEX facts_quiet;
DROP INDEX facts_queue;
CREATE INDEX facts_queue ON facts (
    rep_id, stage_id, next_reminder_at, last_touch_at IS NULL, iif(last_touch_at > stage_since, last_touch_at, stage_since)
) WHERE rep_id > 0;

-- Whether a lead waits for a rep is told without looking at its facts: its stage says so, too. (SQLite looks for rep_id
-- in the index although it is NULL in all of it.)
DROP INDEX facts_unassigned;
CREATE INDEX facts_unassigned ON facts (lead_id, stage_id, rep_id) WHERE rep_id IS NULL;
