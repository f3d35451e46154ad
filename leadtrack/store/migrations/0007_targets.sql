-- Addresses on a campaign's list that have not answered yet: no leads, and in no report on leads. What names a target
-- stands in columns, as in leads; details holds the other fields of its row, with custom as an object. lead_id: what it
-- became when it answered; null again when that lead was purged.
CREATE TABLE targets (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    full_name   TEXT,
    company     TEXT,
    email       TEXT,
    phone       TEXT,
    mobile      TEXT,
    name_key    TEXT,
    details     TEXT NOT NULL CHECK (json_valid(details)),
    listed_at   TEXT NOT NULL,
    answered_at TEXT,
    lead_id     INTEGER REFERENCES leads (id),
    dropped_at  TEXT,
    drop_reason TEXT,
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX targets_email ON targets (email) WHERE email IS NOT NULL;
CREATE INDEX targets_phone ON targets (phone) WHERE phone IS NOT NULL;
CREATE INDEX targets_mobile ON targets (mobile) WHERE mobile IS NOT NULL;
CREATE INDEX targets_campaign ON targets (campaign_id);
CREATE INDEX targets_lead ON targets (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX targets_batch ON targets (batch_id);

-- What was deleted for good, the only deletion there is, and the file that holds it.
CREATE TABLE purges (
    batch_id INTEGER PRIMARY KEY REFERENCES batches (id),
    archive  TEXT NOT NULL,
    leads    INTEGER NOT NULL DEFAULT 0,
    targets  INTEGER NOT NULL DEFAULT 0
) STRICT;
