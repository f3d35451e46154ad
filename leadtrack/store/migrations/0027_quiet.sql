-- Leads that nobody has touched yet, which are nearly all when very many are given to reps at once, stand in one index of
-- reps instead of two: in the order of their reminders, those without one first, then since when they lie there. Behind
-- them those that were touched, by when that was last.
DROP INDEX facts_queue;
CREATE INDEX facts_queue ON facts (rep_id, stage_id, last_touch_at, next_reminder_at, stage_since) WHERE rep_id > 0;

-- Since when nothing has happened to the others: of each rep and stage those that have no reminder, then those that have
-- one. It is the expression QUIET of store/selection.py.
DROP INDEX facts_quiet;
CREATE INDEX facts_quiet ON facts (
    rep_id, stage_id, next_reminder_at, max(coalesce(last_touch_at, stage_since), stage_since)
) WHERE rep_id > 0 AND last_touch_at IS NOT NULL;
