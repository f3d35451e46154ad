-- What a rep said of a lead, over what is computed. temperature null: given back to what is computed.
CREATE TABLE temperatures (
    id          INTEGER PRIMARY KEY,
    lead_id     INTEGER NOT NULL REFERENCES leads (id),
    rep_id      INTEGER REFERENCES reps (id),
    at          TEXT NOT NULL,
    temperature TEXT CHECK (temperature IN ('hot', 'warm', 'cold')),
    reason      TEXT,
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX temperatures_lead ON temperatures (lead_id);
CREATE INDEX temperatures_batch ON temperatures (batch_id);

-- The ideal customer, one condition a row. field: of leads, or a custom field under its own header (custom 1).
-- wanted: a JSON array of texts, * standing for anything, or for a figure {"low": ..., "high": ...}.
CREATE TABLE ideals (
    id         INTEGER PRIMARY KEY,
    field      TEXT NOT NULL COLLATE NOCASE CHECK (field <> ''),
    custom     INTEGER NOT NULL DEFAULT 0 CHECK (custom IN (0, 1)),
    wanted     TEXT NOT NULL CHECK (json_valid(wanted)),
    weight     REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX ideals_field ON ideals (field) WHERE removed_by IS NULL;

-- What the team wants to know of a lead before it counts as qualified: a field, or a custom field.
CREATE TABLE requirements (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX requirements_name ON requirements (name) WHERE removed_by IS NULL;

-- Whom a pair that waits for review keeps from being qualified: the younger of the two.
CREATE INDEX pairs_waiting ON pairs (other_id) WHERE verdict = 'maybe' AND removed_by IS NULL;

-- When leads may be called and texted, by their own clock: in a state ("US-FL"), a country ("US") or anywhere ("").
-- opens, closes: "08:00", "21:00". days: "mon-sat".
CREATE TABLE calling_hours (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE,
    opens      TEXT NOT NULL,
    closes     TEXT NOT NULL,
    days       TEXT NOT NULL DEFAULT 'mon-sun',
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX calling_hours_name ON calling_hours (name) WHERE removed_by IS NULL;

-- In how many days the interest of a lead from this source is half of what it was; null: as its name suggests.
ALTER TABLE sources ADD COLUMN half_life REAL CHECK (half_life > 0);

-- What score and temperature the lead had at that moment.
ALTER TABLE assignments ADD COLUMN score INTEGER;
ALTER TABLE assignments ADD COLUMN temperature TEXT;
ALTER TABLE stage_moves ADD COLUMN score INTEGER;
ALTER TABLE stage_moves ADD COLUMN temperature TEXT;

ALTER TABLE facts ADD COLUMN last_attempt_at TEXT;
-- replies: what came from the lead, and what it answered with interest; refused_at: when it last said no
ALTER TABLE facts ADD COLUMN replies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE facts ADD COLUMN replied_at TEXT;
ALTER TABLE facts ADD COLUMN refused_at TEXT;
-- what a rep said, over what is computed
ALTER TABLE facts ADD COLUMN temperature TEXT;

-- The rep's queue: who of a stage was never touched, and who waits longest; who replied; whom a rep called hot. The
-- conditions are such that only the queue's own questions use these indexes.
CREATE INDEX facts_queue ON facts (rep_id, stage_id, last_touch_at) WHERE rep_id > 0;
CREATE INDEX facts_replied ON facts (rep_id, replied_at) WHERE replied_at IS NOT NULL;
CREATE INDEX facts_told ON facts (rep_id, temperature) WHERE temperature IS NOT NULL;

UPDATE facts SET
    last_attempt_at = (SELECT max(at) FROM activities v
                       WHERE v.lead_id = facts.lead_id AND v.attempt AND v.removed_by IS NULL),
    replies = (SELECT count(*) FROM activities v
               WHERE v.lead_id = facts.lead_id AND v.removed_by IS NULL
                 AND (v.direction = 'in' OR v.outcome IN ('replied', 'interested', 'booked', 'held'))),
    replied_at = (SELECT max(at) FROM activities v
                  WHERE v.lead_id = facts.lead_id AND v.removed_by IS NULL
                    AND (v.direction = 'in' OR v.outcome IN ('replied', 'interested', 'booked', 'held'))),
    refused_at = (SELECT max(at) FROM activities v
                  WHERE v.lead_id = facts.lead_id AND v.removed_by IS NULL
                    AND v.direction = 'out' AND v.outcome = 'not interested')
WHERE lead_id IN (SELECT lead_id FROM activities);
