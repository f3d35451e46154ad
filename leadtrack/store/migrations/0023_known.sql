-- What is known of a lead, one bit each (store/sqlite.py, KNOWN): name 1, company 2, e-mail 4, telephone 8, postal code
-- 16, industry 32, value 64; 128: it wants no e-mail or no calls.
ALTER TABLE facts ADD COLUMN known INTEGER NOT NULL DEFAULT 0;
UPDATE facts SET known =
    (ifnull(l.full_name, '') <> '') + 2 * (ifnull(l.company, '') <> '') + 4 * (ifnull(l.email, '') <> '')
    + 8 * (coalesce(l.phone, l.mobile, '') <> '') + 16 * (ifnull(l.postal_code, '') <> '')
    + 32 * (ifnull(l.industry, '') <> '') + 64 * (l.value IS NOT NULL)
    + 128 * (ifnull(l.opt_out_email, 0) = 1 OR ifnull(l.opt_out_phone, 0) = 1)
FROM leads l WHERE l.id = facts.lead_id;

-- How many leads there are of whom the same is known: report quality.
CREATE TABLE tallies_of_known (
    known INTEGER PRIMARY KEY,
    leads INTEGER NOT NULL
) STRICT;
CREATE TRIGGER facts_come_known AFTER INSERT ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_of_known (known, leads) VALUES (NEW.known, 1)
    ON CONFLICT (known) DO UPDATE SET leads = leads + 1;
END;
CREATE TRIGGER facts_go_known AFTER DELETE ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_of_known SET leads = leads - 1 WHERE known = OLD.known;
END;
CREATE TRIGGER facts_change_known AFTER UPDATE OF known ON facts
WHEN OLD.known <> NEW.known AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_of_known SET leads = leads - 1 WHERE known = OLD.known;
    INSERT INTO tallies_of_known (known, leads) VALUES (NEW.known, 1)
    ON CONFLICT (known) DO UPDATE SET leads = leads + 1;
END;

-- Since when nothing has happened to a lead, in the order in which report stale asks: of each rep and stage those that
-- have no reminder, then those that have one. It is the expression QUIET of store/selection.py.
DROP INDEX facts_quiet;
CREATE INDEX facts_quiet ON facts (
    rep_id, stage_id, next_reminder_at, max(coalesce(last_touch_at, stage_since), stage_since)
) WHERE rep_id > 0;

-- Since when leads are in their stage, as the number of the hour since 1970: text takes several times as long to read.
DROP TRIGGER facts_come_by_hour;
DROP TRIGGER facts_go_by_hour;
DROP TRIGGER facts_change_by_hour;
DROP TABLE tallies_by_hour;
CREATE TABLE tallies_by_hour (
    stage_id INTEGER NOT NULL REFERENCES stages (id),
    hour     INTEGER NOT NULL,
    leads    INTEGER NOT NULL,
    PRIMARY KEY (stage_id, hour)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER facts_come_by_hour AFTER INSERT ON facts
WHEN NEW.stage_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_hour (stage_id, hour, leads) VALUES (NEW.stage_id, strftime('%s', NEW.stage_since) / 3600, 1)
    ON CONFLICT (stage_id, hour) DO UPDATE SET leads = leads + 1;
END;
CREATE TRIGGER facts_go_by_hour AFTER DELETE ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_by_hour SET leads = leads - 1
    WHERE stage_id = OLD.stage_id AND hour = strftime('%s', OLD.stage_since) / 3600;
END;
CREATE TRIGGER facts_change_by_hour AFTER UPDATE OF stage_id, stage_since
ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_by_hour SET leads = leads - 1
    WHERE stage_id = OLD.stage_id AND hour = strftime('%s', OLD.stage_since) / 3600;
    INSERT INTO tallies_by_hour (stage_id, hour, leads) VALUES (NEW.stage_id, strftime('%s', NEW.stage_since) / 3600, 1)
    ON CONFLICT (stage_id, hour) DO UPDATE SET leads = leads + 1;
END;
