-- The ladder: what happens with a lead to which no attempt was made in so many working minutes since it was assigned.
-- action: remind (the rep), tell (the manager), take (the lead back, for the next rep). temperature, source_id: of which
-- leads; null: of all that no closer step speaks of. rep_id: who is told; null: the region's manager. It holds for leads
-- that are assigned from then on.
CREATE TABLE steps (
    id          INTEGER PRIMARY KEY,
    action      TEXT NOT NULL CHECK (action IN ('remind', 'tell', 'take')),
    minutes     INTEGER NOT NULL CHECK (minutes > 0),
    temperature TEXT CHECK (temperature IN ('hot', 'warm', 'cold')),
    source_id   INTEGER REFERENCES sources (id),
    rep_id      INTEGER REFERENCES reps (id),
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX steps_of ON steps (action, coalesce(temperature, ''), coalesce(source_id, 0)) WHERE removed_by IS NULL;

-- A step that was done, once for each time that a rep had the lead (since assigned_at). what: what came of it.
-- reminder_id: how somebody was told.
CREATE TABLE escalations (
    id          INTEGER PRIMARY KEY,
    lead_id     INTEGER NOT NULL REFERENCES leads (id),
    rep_id      INTEGER NOT NULL REFERENCES reps (id),
    assigned_at TEXT NOT NULL,
    action      TEXT NOT NULL CHECK (action IN ('remind', 'tell', 'take')),
    what        TEXT NOT NULL,
    reminder_id INTEGER REFERENCES reminders (id),
    at          TEXT NOT NULL,
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX escalations_once ON escalations (lead_id, assigned_at, action) WHERE removed_by IS NULL;
CREATE INDEX escalations_reminder ON escalations (reminder_id) WHERE reminder_id IS NOT NULL;
CREATE INDEX escalations_batch ON escalations (batch_id);
