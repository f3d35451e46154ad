-- weight: how many turns the rep gets for each turn of one who weighs 1. per_day, open_most: how many leads a rule may
-- give the rep on one day, and until how many open ones; null: no limit. days, hours, holidays, zone: when the rep takes
-- leads (as the settings write them); null: always, on any day, in the team's zone. left_at: since when the rep has left
-- the team; closed leads and what was done stay under the name.
ALTER TABLE reps ADD COLUMN weight REAL NOT NULL DEFAULT 1 CHECK (weight > 0);
ALTER TABLE reps ADD COLUMN per_day INTEGER CHECK (per_day >= 0);
ALTER TABLE reps ADD COLUMN open_most INTEGER CHECK (open_most >= 0);
ALTER TABLE reps ADD COLUMN days TEXT;
ALTER TABLE reps ADD COLUMN hours TEXT;
ALTER TABLE reps ADD COLUMN holidays TEXT;
ALTER TABLE reps ADD COLUMN zone TEXT;
ALTER TABLE reps ADD COLUMN left_at TEXT;

-- When a rep is away: [from_at, until_at), null: until further notice. cover_id: who stands in.
CREATE TABLE absences (
    id         INTEGER PRIMARY KEY,
    rep_id     INTEGER NOT NULL REFERENCES reps (id),
    from_at    TEXT NOT NULL,
    until_at   TEXT CHECK (until_at > from_at),
    cover_id   INTEGER REFERENCES reps (id) CHECK (cover_id <> rep_id),
    reason     TEXT,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX absences_rep ON absences (rep_id);

-- Who gets a lead: the first rule, by position, that fits. kind: owner (whom the sheet names), sticky (who has the same
-- person or a colleague), give (to reps, a region, or where both are null the whole team), hold (until qualified, at most
-- so many minutes), territory. conditions: a JSON array of {field, wanted, custom}, all of which must hold. reps: a JSON
-- array of numbers.
CREATE TABLE rules (
    id         INTEGER PRIMARY KEY,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('owner', 'sticky', 'give', 'hold', 'territory')),
    conditions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conditions)),
    reps       TEXT CHECK (reps IS NULL OR json_valid(reps)),
    region_id  INTEGER REFERENCES regions (id),
    minutes    INTEGER CHECK (minutes > 0),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
DROP INDEX assignments_lead;
DROP INDEX assignments_turn;
DROP INDEX assignments_batch;
ALTER TABLE assignments RENAME TO assignments_before;

-- rep_id null: taken from its rep. rule: what decided. turn: the pool in which it was somebody's turn, and turn_rep_id
-- whose: the rep's own, or that of one whom the rep stood in for; null where it was nobody's turn. taken_from: the rep
-- who lost the lead, and to whom no rule gives it again. (In a CHECK, SQLite makes the list of an IN anew for every row.)
CREATE TABLE assignments (
    id          INTEGER PRIMARY KEY,
    lead_id     INTEGER NOT NULL REFERENCES leads (id),
    rep_id      INTEGER REFERENCES reps (id),
    at          TEXT NOT NULL,
    rule        TEXT NOT NULL
        CHECK (rule = 'territory' OR rule = 'give' OR rule = 'sticky' OR rule = 'owner' OR rule = 'hand'
               OR rule = 'escalation' OR rule = 'leave'),
    reason      TEXT NOT NULL,
    turn        TEXT,
    turn_rep_id INTEGER REFERENCES reps (id),
    taken_from  INTEGER REFERENCES reps (id),
    score       INTEGER,
    temperature TEXT,
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
INSERT INTO assignments (id, lead_id, rep_id, at, rule, reason, turn, turn_rep_id, score, temperature, batch_id,
                         removed_by)
SELECT id, lead_id, rep_id, at, rule, reason, turn, iif(turn IS NULL, NULL, rep_id), score, temperature, batch_id,
       removed_by
FROM assignments_before;
DROP TABLE assignments_before;
CREATE INDEX assignments_lead ON assignments (lead_id);
CREATE INDEX assignments_batch ON assignments (batch_id);
-- Turns are counted in the index alone.
CREATE INDEX assignments_turn ON assignments (turn, turn_rep_id, batch_id) WHERE turn IS NOT NULL AND removed_by IS NULL;
CREATE INDEX assignments_taken ON assignments (lead_id) WHERE taken_from IS NOT NULL;

-- Colleagues are found by the name of their company, too.
CREATE INDEX leads_company ON leads (company COLLATE NOCASE) WHERE company IS NOT NULL;
