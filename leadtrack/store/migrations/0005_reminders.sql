ALTER TABLE reminders ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('high', 'normal', 'low'));
-- dropped: given up and not done; done_at then says when.
ALTER TABLE reminders ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1));
-- repeats: how often it comes again, in words. Ticking one off makes the next.
ALTER TABLE reminders ADD COLUMN repeats TEXT;
-- occurs_at: the place of one that repeats in its series, whatever due_at is put off to.
ALTER TABLE reminders ADD COLUMN occurs_at TEXT;
-- series_id: the first of its series; null in the first itself.
ALTER TABLE reminders ADD COLUMN series_id INTEGER REFERENCES reminders (id);

CREATE INDEX reminders_rep_due ON reminders (rep_id, due_at) WHERE done_at IS NULL AND removed_by IS NULL;
CREATE INDEX reminders_rep_done ON reminders (rep_id, done_at) WHERE done_at IS NOT NULL;

-- When the team works: its days, its hours ("none": any), and the public holidays of places and days of its own.
INSERT INTO settings (key, value) VALUES ('working_days', 'mon-fri'), ('working_hours', 'none'), ('holidays', 'none');
