-- A lead that was merged stays as a record, with all that it held; its number leads to the lead it was merged into.
-- That one was never merged itself: who is merged on takes along those that were merged into it.
ALTER TABLE leads ADD COLUMN merged_into INTEGER REFERENCES leads (id);
CREATE INDEX leads_merged ON leads (merged_into) WHERE merged_into IS NOT NULL;

-- By these an import finds the leads that are worth comparing with a row of it.
CREATE INDEX leads_name_key ON leads (name_key) WHERE name_key IS NOT NULL;
CREATE INDEX leads_postal_code ON leads (postal_code) WHERE postal_code IS NOT NULL;

-- Pairs of leads that may be one, waiting for a person to look (maybe), and pairs of which a person said that they are
-- two (distinct). reasons: a JSON array of texts.
CREATE TABLE pairs (
    id         INTEGER PRIMARY KEY,
    lead_id    INTEGER NOT NULL REFERENCES leads (id),
    other_id   INTEGER NOT NULL REFERENCES leads (id),
    verdict    TEXT NOT NULL CHECK (verdict IN ('maybe', 'distinct')),
    score      REAL CHECK (score BETWEEN 0 AND 1),
    reasons    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id),
    CHECK (lead_id < other_id)
) STRICT;
CREATE UNIQUE INDEX pairs_pair ON pairs (lead_id, other_id) WHERE removed_by IS NULL;
CREATE INDEX pairs_batch ON pairs (batch_id) WHERE removed_by IS NULL;
