-- What reports ask of a lead, so that they need not look at its row: where it came from, and what its score and
-- temperature were when its present rep got it.
ALTER TABLE facts ADD COLUMN source_id INTEGER REFERENCES sources (id);
ALTER TABLE facts ADD COLUMN campaign_id INTEGER REFERENCES campaigns (id);
-- it has a channel that it did not refuse
ALTER TABLE facts ADD COLUMN reachable INTEGER NOT NULL DEFAULT 0;
ALTER TABLE facts ADD COLUMN assigned_score INTEGER;
ALTER TABLE facts ADD COLUMN assigned_temperature TEXT;

UPDATE facts SET source_id = l.source_id, campaign_id = l.campaign_id,
                 reachable = l.email IS NOT NULL AND coalesce(l.opt_out_email, 0) = 0
                             OR coalesce(l.phone, l.mobile) IS NOT NULL AND coalesce(l.opt_out_phone, 0) = 0
FROM leads l WHERE l.id = facts.lead_id;
UPDATE facts SET assigned_score = (SELECT a.score FROM assignments a
                                   WHERE a.lead_id = facts.lead_id AND a.removed_by IS NULL
                                   ORDER BY a.at DESC, a.id DESC LIMIT 1),
                 assigned_temperature = (SELECT a.temperature FROM assignments a
                                         WHERE a.lead_id = facts.lead_id AND a.removed_by IS NULL
                                         ORDER BY a.at DESC, a.id DESC LIMIT 1)
WHERE rep_id IS NOT NULL;

-- Lengths of time in whole seconds: from the creation to when it was taken in, from there to its first assignment, from
-- the creation to the first attempt, and from the present assignment to the first attempt since, by the clock on the
-- wall and in the team's working time. Of a creation known only as a day there is no first and no third.
ALTER TABLE facts ADD COLUMN taken_after INTEGER;
ALTER TABLE facts ADD COLUMN given_after INTEGER;
ALTER TABLE facts ADD COLUMN tried_after INTEGER;
ALTER TABLE facts ADD COLUMN answered_after INTEGER;
ALTER TABLE facts ADD COLUMN worked_after INTEGER;

-- Beside what a campaign costs as a whole: what each of its leads costs, as of a bought list.
ALTER TABLE campaigns ADD COLUMN lead_cost REAL CHECK (lead_cost >= 0);

-- The medians of report reps and response, read from the middle of an index; leads that nobody has tried are in none,
-- so that an import and its assignment write nothing here.
CREATE INDEX facts_answered ON facts (rep_id, answered_after) WHERE answered_after IS NOT NULL;
CREATE INDEX facts_worked ON facts (rep_id, worked_after) WHERE worked_after IS NOT NULL;
CREATE INDEX facts_answers ON facts (answered_after) WHERE answered_after IS NOT NULL;
CREATE INDEX facts_tried ON facts (tried_after) WHERE tried_after IS NOT NULL;

-- How far leads came: report funnel counts them in the order of this index.
CREATE INDEX facts_way ON facts (furthest_stage_id, stage_id, value, created_at);

-- What was done, by whom: report activity adds it up in the order of this index.
CREATE INDEX activities_done ON activities (outcome, kind, direction, rep_id, automatic, at, seconds)
WHERE removed_by IS NULL;
-- Which actions of stages were ticked off.
CREATE INDEX activities_action ON activities (lead_id, stage_action_id, at)
WHERE stage_action_id IS NOT NULL AND removed_by IS NULL;

-- A lead's moves in their order, with all that its way is told from.
DROP INDEX stage_moves_lead;
CREATE INDEX stage_moves_lead ON stage_moves (lead_id, at, id, to_stage_id, removed_by);

-- Leads that changed hands: who had them before is charged for that time.
CREATE INDEX facts_handed_on ON facts (lead_id) WHERE first_assigned_at IS NOT assigned_at;

-- Another name of a source: what comes under it belongs to that source.
CREATE TABLE source_aliases (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    source_id  INTEGER NOT NULL REFERENCES sources (id),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX source_aliases_name ON source_aliases (name) WHERE removed_by IS NULL;

-- What is owed to whoever brings a lead: a sum for the lead, and more when it is won. person: whom the rule is for,
-- empty for everybody who has no rule of their own. starts_on: of leads created from that day on.
CREATE TABLE referral_rules (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
    per_lead   REAL NOT NULL DEFAULT 0 CHECK (per_lead >= 0),
    per_won    REAL NOT NULL DEFAULT 0 CHECK (per_won >= 0),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX referral_rules_person ON referral_rules (person) WHERE removed_by IS NULL;
