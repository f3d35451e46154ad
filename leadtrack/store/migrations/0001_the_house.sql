-- Conventions of every table:
--   * a row that a command makes carries the batch that made it (batch_id);
--   * nothing that happened is deleted: a row that was taken back names the batch that took it (removed_by), so that
--     the world of any earlier day can be told from the file;
--   * instants are UTC text, 2026-03-31T14:00:00Z; a lead's created_at may be a day alone, 2026-03-31.

-- What the team has settled: its time zone, its country.
CREATE TABLE settings (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

-- One command that wrote, one transaction: who, when, which command, how many.
CREATE TABLE batches (
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    actor     TEXT NOT NULL,
    command   TEXT NOT NULL,
    summary   TEXT NOT NULL DEFAULT '',
    touched   INTEGER NOT NULL DEFAULT 0,
    undoes    INTEGER REFERENCES batches (id),
    undone_by INTEGER REFERENCES batches (id)
) STRICT;

-- The old value of everything that was changed in place, field by field.
CREATE TABLE changes (
    id         INTEGER PRIMARY KEY,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    field      TEXT NOT NULL,
    old        ANY,
    new        ANY
) STRICT;
CREATE INDEX changes_batch ON changes (batch_id);
CREATE INDEX changes_row ON changes (table_name, row_id);

-- Where reps belong.
CREATE TABLE regions (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX regions_name ON regions (name) WHERE removed_by IS NULL;

-- Who works leads.
CREATE TABLE reps (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    email      TEXT COLLATE NOCASE,
    region_id  INTEGER REFERENCES regions (id),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX reps_name ON reps (name) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX reps_email ON reps (email) WHERE removed_by IS NULL AND email IS NOT NULL;

-- A place that a rep covers. value: state MA; county "Suffolk County, MA"; zip3 021; zip 02110; country repeats it.
CREATE TABLE territories (
    id         INTEGER PRIMARY KEY,
    rep_id     INTEGER NOT NULL REFERENCES reps (id),
    country    TEXT NOT NULL,
    unit       TEXT NOT NULL CHECK (unit IN ('country', 'state', 'county', 'zip3', 'zip')),
    value      TEXT NOT NULL CHECK (value <> ''),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX territories_claim ON territories (country, unit, value, rep_id) WHERE removed_by IS NULL;
CREATE INDEX territories_rep ON territories (rep_id);

-- The pipeline in its order. probability: of winning a lead that is there.
CREATE TABLE stages (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('open', 'nurture', 'won', 'lost', 'junk')),
    probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX stages_name ON stages (name) WHERE removed_by IS NULL;

-- The channels that leads come by: web form, trade show, referral, ...
CREATE TABLE sources (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX sources_name ON sources (name) WHERE removed_by IS NULL;

-- One paid effort within a source.
CREATE TABLE campaigns (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    source_id  INTEGER REFERENCES sources (id),
    cost       REAL CHECK (cost >= 0),
    starts_on  TEXT,
    ends_on    TEXT,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX campaigns_name ON campaigns (name) WHERE removed_by IS NULL;

-- Persons or companies that may buy, as the sheets and the team describe them.
CREATE TABLE leads (
    id             INTEGER PRIMARY KEY,
    first_name     TEXT,
    last_name      TEXT,
    full_name      TEXT,
    company        TEXT,
    title          TEXT,
    email          TEXT,
    phone          TEXT,
    mobile         TEXT,
    website        TEXT,
    street         TEXT,
    city           TEXT,
    county         TEXT,
    state          TEXT,
    postal_code    TEXT,
    country        TEXT,
    industry       TEXT,
    employees      INTEGER,
    annual_revenue REAL,
    source_id      INTEGER REFERENCES sources (id),
    campaign_id    INTEGER REFERENCES campaigns (id),
    referred_by    TEXT,
    status         TEXT,
    rating         TEXT,
    owner          TEXT,
    value          REAL,
    created_at     TEXT NOT NULL,
    notes          TEXT,
    linkedin       TEXT,
    consent        INTEGER CHECK (consent IN (0, 1)),
    opt_out_email  INTEGER CHECK (opt_out_email IN (0, 1)),
    opt_out_phone  INTEGER CHECK (opt_out_phone IN (0, 1)),
    custom         TEXT CHECK (custom IS NULL OR json_valid(custom)),
    -- the name as duplicates are judged by it: folded, in a fixed order (dedupe.name_key)
    name_key       TEXT,
    entered_stage_id INTEGER NOT NULL REFERENCES stages (id),
    batch_id       INTEGER NOT NULL REFERENCES batches (id),
    removed_by     INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX leads_email ON leads (email) WHERE email IS NOT NULL;
CREATE INDEX leads_phone ON leads (phone) WHERE phone IS NOT NULL;
CREATE INDEX leads_mobile ON leads (mobile) WHERE mobile IS NOT NULL;
CREATE INDEX leads_batch ON leads (batch_id);

-- One file that was imported, beside its batch.
CREATE TABLE imports (
    batch_id   INTEGER PRIMARY KEY REFERENCES batches (id),
    file       TEXT NOT NULL,
    sheet      TEXT NOT NULL DEFAULT '',
    headers    TEXT NOT NULL CHECK (json_valid(headers)),
    columns    TEXT NOT NULL CHECK (json_valid(columns)),
    rows       INTEGER NOT NULL DEFAULT 0,
    created    INTEGER NOT NULL DEFAULT 0,
    updated    INTEGER NOT NULL DEFAULT 0,
    unchanged  INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    rejected   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row of a file that a lead came from: the cells as they stood there (a JSON array in the order of imports.headers)
-- and a fingerprint by which the same row is known again.
CREATE TABLE origins (
    id          INTEGER PRIMARY KEY,
    lead_id     INTEGER NOT NULL REFERENCES leads (id),
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    row         INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    cells       TEXT NOT NULL,
    removed_by  INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX origins_fingerprint ON origins (fingerprint);
CREATE INDEX origins_lead ON origins (lead_id);
CREATE INDEX origins_batch ON origins (batch_id);

-- What was done for a lead and what came from it. attempt: a person turned to the lead; what came in, notes and
-- automatic mail are none.
CREATE TABLE activities (
    id         INTEGER PRIMARY KEY,
    lead_id    INTEGER NOT NULL REFERENCES leads (id),
    rep_id     INTEGER REFERENCES reps (id),
    at         TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('call', 'email', 'text', 'meeting', 'note')),
    direction  TEXT NOT NULL DEFAULT 'out' CHECK (direction IN ('in', 'out')),
    automatic  INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
    outcome    TEXT,
    text       TEXT,
    attempt    INTEGER GENERATED ALWAYS AS (kind <> 'note' AND direction = 'out' AND automatic = 0) VIRTUAL,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX activities_lead ON activities (lead_id, at);
CREATE INDEX activities_batch ON activities (batch_id);

-- due_at of a whole day is the day's first instant in the team's time zone.
CREATE TABLE reminders (
    id         INTEGER PRIMARY KEY,
    lead_id    INTEGER NOT NULL REFERENCES leads (id),
    rep_id     INTEGER REFERENCES reps (id),
    due_at     TEXT NOT NULL,
    whole_day  INTEGER NOT NULL DEFAULT 0 CHECK (whole_day IN (0, 1)),
    text       TEXT NOT NULL,
    done_at    TEXT,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX reminders_lead ON reminders (lead_id);
CREATE INDEX reminders_due ON reminders (due_at) WHERE done_at IS NULL AND removed_by IS NULL;
CREATE INDEX reminders_batch ON reminders (batch_id);

-- rep_id null: taken from its rep. rule: what decided. turn: the pool in which this was the rep's turn; null where it
-- was nobody's turn.
CREATE TABLE assignments (
    id         INTEGER PRIMARY KEY,
    lead_id    INTEGER NOT NULL REFERENCES leads (id),
    rep_id     INTEGER REFERENCES reps (id),
    at         TEXT NOT NULL,
    rule       TEXT NOT NULL CHECK (rule IN ('hand', 'owner', 'territory')),
    reason     TEXT NOT NULL,
    turn       TEXT,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX assignments_lead ON assignments (lead_id);
CREATE INDEX assignments_turn ON assignments (turn, rep_id) WHERE turn IS NOT NULL;
CREATE INDEX assignments_batch ON assignments (batch_id);

-- A lead's way through the stages; it entered in leads.entered_stage_id.
CREATE TABLE stage_moves (
    id            INTEGER PRIMARY KEY,
    lead_id       INTEGER NOT NULL REFERENCES leads (id),
    from_stage_id INTEGER NOT NULL REFERENCES stages (id),
    to_stage_id   INTEGER NOT NULL REFERENCES stages (id),
    at            TEXT NOT NULL,
    reason        TEXT,
    batch_id      INTEGER NOT NULL REFERENCES batches (id),
    removed_by    INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX stage_moves_lead ON stage_moves (lead_id);
CREATE INDEX stage_moves_batch ON stage_moves (batch_id);

-- What reports ask of every lead, once per lead; store/facts.py is the only place that writes it, from the tables above.
CREATE TABLE facts (
    lead_id           INTEGER PRIMARY KEY REFERENCES leads (id),
    rep_id            INTEGER REFERENCES reps (id),
    stage_id          INTEGER NOT NULL REFERENCES stages (id),
    furthest_stage_id INTEGER NOT NULL REFERENCES stages (id),
    created_at        TEXT NOT NULL,
    first_assigned_at TEXT,
    assigned_at       TEXT,
    first_attempt_at  TEXT,
    -- the first attempt since the present rep has the lead
    responded_at      TEXT,
    attempts          INTEGER NOT NULL DEFAULT 0,
    last_touch_at     TEXT,
    next_reminder_at  TEXT,
    value             REAL
) STRICT;
CREATE INDEX facts_unassigned ON facts (lead_id) WHERE rep_id IS NULL;

-- A lead at a glance, with the names of what it refers to.
CREATE VIEW lead_overview AS
SELECT l.id AS lead,
       coalesce(l.full_name, l.company, l.email, l.phone, l.mobile) AS name,
       l.company, l.email, coalesce(l.phone, l.mobile) AS phone, l.city, l.state, l.postal_code, l.country,
       s.name AS source, c.name AS campaign, r.name AS rep, g.name AS stage,
       f.created_at, f.assigned_at, f.first_attempt_at, f.attempts, f.last_touch_at, f.next_reminder_at, f.value
FROM leads l
JOIN facts f ON f.lead_id = l.id
JOIN stages g ON g.id = f.stage_id
LEFT JOIN reps r ON r.id = f.rep_id
LEFT JOIN sources s ON s.id = l.source_id
LEFT JOIN campaigns c ON c.id = l.campaign_id;

-- A rep's leads at a glance.
CREATE VIEW rep_overview AS
SELECT r.id AS rep_number, r.name AS rep, r.email, g.name AS region,
       count(f.lead_id) AS assigned,
       coalesce(sum(s.kind IN ('open', 'nurture')), 0) AS open,
       coalesce(sum(f.attempts = 0), 0) AS untouched,
       coalesce(sum(f.attempts), 0) AS attempts,
       coalesce(sum(s.kind = 'won'), 0) AS won
FROM reps r
LEFT JOIN regions g ON g.id = r.region_id
LEFT JOIN facts f ON f.rep_id = r.id
LEFT JOIN stages s ON s.id = f.stage_id
WHERE r.removed_by IS NULL
GROUP BY r.id;
