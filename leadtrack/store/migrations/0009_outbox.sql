-- Mail to the team. What it says is made with the batch that caused it and never changes; what becomes of it is nothing
-- that could be taken back, so it belongs to no batch. state: queued (next_at: not before then; null: at once), sending
-- (handed to the server since tried_at, by a process that holds the lock of the outbox; where nobody holds it the
-- outcome is unknown), sent, failed (refused for good, or given up), unknown (the program or the line ended in the
-- middle: nobody knows whether the server has it, and only a person sends it again). attempts: tries to hand it over;
-- held: tries in a row in which the server itself could not be reached. message: its Message-ID; answer: what was said
-- last.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind <> ''),
    rep_id     INTEGER REFERENCES reps (id),
    recipient  TEXT NOT NULL CHECK (recipient <> ''),
    subject    TEXT NOT NULL,
    text       TEXT NOT NULL,
    html       TEXT,
    message    TEXT NOT NULL UNIQUE,
    queued_at  TEXT NOT NULL,
    state      TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown')),
    attempts   INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    held       INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
    next_at    TEXT,
    tried_at   TEXT,
    answer     TEXT,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (state, id) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_batch ON outbox (batch_id);

-- A reminder of which its rep was told by mail when it fell due; put off to another time it is told again.
CREATE TABLE told_reminders (
    id          INTEGER PRIMARY KEY,
    reminder_id INTEGER NOT NULL REFERENCES reminders (id),
    due_at      TEXT NOT NULL,
    mail_id     INTEGER NOT NULL REFERENCES outbox (id),
    batch_id    INTEGER NOT NULL REFERENCES batches (id),
    UNIQUE (reminder_id, due_at)
) STRICT;
