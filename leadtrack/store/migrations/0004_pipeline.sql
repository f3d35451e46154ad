-- How many days a lead may rest in a stage without anything happening; null: as long as it likes.
ALTER TABLE stages ADD COLUMN rest_days REAL CHECK (rest_days > 0);

-- What is to be done in a stage, in order. kind: the way of contact, or a note that says it is done. wait_days: from
-- when the action before it was done, for the first from when the lead entered the stage.
CREATE TABLE stage_actions (
    id         INTEGER PRIMARY KEY,
    stage_id   INTEGER NOT NULL REFERENCES stages (id),
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('call', 'email', 'text', 'meeting', 'note')),
    text       TEXT NOT NULL CHECK (text <> ''),
    wait_days  REAL NOT NULL DEFAULT 0 CHECK (wait_days >= 0),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX stage_actions_stage ON stage_actions (stage_id);

-- Outcomes of a contact that the team has of its own. like: the shipped outcome that it is a kind of.
CREATE TABLE outcomes (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    like       TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX outcomes_name ON outcomes (name) WHERE removed_by IS NULL;

-- nature: what came in. stage_action_id: what it ticked off.
ALTER TABLE activities ADD COLUMN nature TEXT
    CHECK (nature IN ('inquiry', 'comment', 'complaint', 'price request', 'reply'));
ALTER TABLE activities ADD COLUMN seconds INTEGER CHECK (seconds >= 0);
ALTER TABLE activities ADD COLUMN subject TEXT;
ALTER TABLE activities ADD COLUMN stage_action_id INTEGER REFERENCES stage_actions (id);
-- fingerprint: of the row of a call log that it was read from, by which the same row is known again.
ALTER TABLE activities ADD COLUMN fingerprint INTEGER;
CREATE INDEX activities_fingerprint ON activities (fingerprint) WHERE fingerprint IS NOT NULL;

-- Since when the lead is in its stage, without a break.
ALTER TABLE facts ADD COLUMN stage_since TEXT;
UPDATE facts SET stage_since = coalesce(
    (SELECT min(m.at) FROM stage_moves m
     WHERE m.lead_id = facts.lead_id AND m.removed_by IS NULL AND m.to_stage_id = facts.stage_id
       AND NOT EXISTS (SELECT 1 FROM stage_moves n
                       WHERE n.lead_id = m.lead_id AND n.removed_by IS NULL AND n.to_stage_id <> facts.stage_id
                         AND (n.at > m.at OR n.at = m.at AND n.id > m.id))
       AND (EXISTS (SELECT 1 FROM stage_moves n
                    WHERE n.lead_id = m.lead_id AND n.removed_by IS NULL AND n.to_stage_id <> facts.stage_id)
            OR (SELECT l.entered_stage_id FROM leads l WHERE l.id = facts.lead_id) <> facts.stage_id)),
    created_at);
