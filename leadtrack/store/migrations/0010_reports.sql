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

-- Beside what a campaign costs as a whole: what each of its leads costs, as of a bought list.
ALTER TABLE campaigns ADD COLUMN lead_cost REAL CHECK (lead_cost >= 0);

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
