-- Every stay of a lead in a stage that is over, told anew with the lead's facts: since (null: since it was created) and
-- left_at, the moves that began and ended it, and its length: below a day in whole minutes, else in whole hours.
CREATE TABLE stays (
    id       INTEGER PRIMARY KEY,
    lead_id  INTEGER NOT NULL REFERENCES leads (id),
    stage_id INTEGER NOT NULL REFERENCES stages (id),
    since    TEXT,
    left_at  TEXT NOT NULL,
    began_by INTEGER,
    ended_by INTEGER NOT NULL,
    length   INTEGER NOT NULL
) STRICT;
CREATE INDEX stays_lead ON stays (lead_id);
CREATE INDEX stays_stage ON stays (stage_id, left_at);
CREATE TRIGGER facts_go_stays AFTER DELETE ON facts BEGIN
    DELETE FROM stays WHERE lead_id = OLD.lead_id;
END;

-- How many stays of each length there were in a stage; and since when leads are in theirs, by the hour (or day).
CREATE TABLE tallies_of_stays (
    stage_id INTEGER NOT NULL REFERENCES stages (id),
    length   INTEGER NOT NULL,
    leads    INTEGER NOT NULL,
    PRIMARY KEY (stage_id, length)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER stays_come AFTER INSERT ON stays BEGIN
    INSERT INTO tallies_of_stays (stage_id, length, leads) VALUES (NEW.stage_id, NEW.length, 1)
    ON CONFLICT (stage_id, length) DO UPDATE SET leads = leads + 1;
END;
CREATE TRIGGER stays_go AFTER DELETE ON stays BEGIN
    UPDATE tallies_of_stays SET leads = leads - 1 WHERE stage_id = OLD.stage_id AND length = OLD.length;
END;

CREATE TABLE tallies_by_hour (
    stage_id INTEGER NOT NULL REFERENCES stages (id),
    hour     TEXT NOT NULL,
    leads    INTEGER NOT NULL,
    PRIMARY KEY (stage_id, hour)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER facts_come_by_hour AFTER INSERT ON facts
WHEN NEW.stage_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_hour (stage_id, hour, leads) VALUES (NEW.stage_id, substr(NEW.stage_since, 1, 13), 1)
    ON CONFLICT (stage_id, hour) DO UPDATE SET leads = leads + 1;
END;
CREATE TRIGGER facts_go_by_hour AFTER DELETE ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_by_hour SET leads = leads - 1 WHERE stage_id = OLD.stage_id AND hour = substr(OLD.stage_since, 1, 13);
END;
CREATE TRIGGER facts_change_by_hour AFTER UPDATE OF stage_id, stage_since
ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_by_hour SET leads = leads - 1 WHERE stage_id = OLD.stage_id AND hour = substr(OLD.stage_since, 1, 13);
    INSERT INTO tallies_by_hour (stage_id, hour, leads) VALUES (NEW.stage_id, substr(NEW.stage_since, 1, 13), 1)
    ON CONFLICT (stage_id, hour) DO UPDATE SET leads = leads + 1;
END;

-- How many leads took how long from their creation to when they were taken in, and from there to their first assignment:
-- below an hour in seconds, below a day in whole minutes, else in whole hours; seconds: in all.
CREATE TABLE tallies_of_lengths (
    phase   TEXT NOT NULL,
    length  INTEGER NOT NULL,
    leads   INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (phase, length)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER facts_come_taken_after AFTER INSERT ON facts
WHEN NEW.taken_after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_of_lengths (phase, length, leads, seconds)
    VALUES ('taken_after', iif(NEW.taken_after < 3600, NEW.taken_after, iif(NEW.taken_after < 86400, NEW.taken_after / 60 * 60, NEW.taken_after / 3600 * 3600)), 1, NEW.taken_after)
    ON CONFLICT (phase, length) DO UPDATE SET leads = leads + 1, seconds = seconds + excluded.seconds;
END;
CREATE TRIGGER facts_go_taken_after AFTER DELETE ON facts
WHEN OLD.taken_after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_of_lengths SET leads = leads - 1, seconds = seconds - OLD.taken_after
    WHERE phase = 'taken_after' AND length = iif(OLD.taken_after < 3600, OLD.taken_after, iif(OLD.taken_after < 86400, OLD.taken_after / 60 * 60, OLD.taken_after / 3600 * 3600));
END;
CREATE TRIGGER facts_change_taken_after AFTER UPDATE OF taken_after ON facts
WHEN OLD.taken_after IS NOT NEW.taken_after AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_of_lengths SET leads = leads - 1, seconds = seconds - OLD.taken_after
    WHERE phase = 'taken_after' AND length = iif(OLD.taken_after < 3600, OLD.taken_after, iif(OLD.taken_after < 86400, OLD.taken_after / 60 * 60, OLD.taken_after / 3600 * 3600));
    INSERT INTO tallies_of_lengths (phase, length, leads, seconds)
    SELECT 'taken_after', iif(NEW.taken_after < 3600, NEW.taken_after, iif(NEW.taken_after < 86400, NEW.taken_after / 60 * 60, NEW.taken_after / 3600 * 3600)), 1, NEW.taken_after
    WHERE NEW.taken_after IS NOT NULL
    ON CONFLICT (phase, length) DO UPDATE SET leads = leads + 1, seconds = seconds + excluded.seconds;
END;
CREATE TRIGGER facts_come_given_after AFTER INSERT ON facts
WHEN NEW.given_after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_of_lengths (phase, length, leads, seconds)
    VALUES ('given_after', iif(NEW.given_after < 3600, NEW.given_after, iif(NEW.given_after < 86400, NEW.given_after / 60 * 60, NEW.given_after / 3600 * 3600)), 1, NEW.given_after)
    ON CONFLICT (phase, length) DO UPDATE SET leads = leads + 1, seconds = seconds + excluded.seconds;
END;
CREATE TRIGGER facts_go_given_after AFTER DELETE ON facts
WHEN OLD.given_after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_of_lengths SET leads = leads - 1, seconds = seconds - OLD.given_after
    WHERE phase = 'given_after' AND length = iif(OLD.given_after < 3600, OLD.given_after, iif(OLD.given_after < 86400, OLD.given_after / 60 * 60, OLD.given_after / 3600 * 3600));
END;
CREATE TRIGGER facts_change_given_after AFTER UPDATE OF given_after ON facts
WHEN OLD.given_after IS NOT NEW.given_after AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    UPDATE tallies_of_lengths SET leads = leads - 1, seconds = seconds - OLD.given_after
    WHERE phase = 'given_after' AND length = iif(OLD.given_after < 3600, OLD.given_after, iif(OLD.given_after < 86400, OLD.given_after / 60 * 60, OLD.given_after / 3600 * 3600));
    INSERT INTO tallies_of_lengths (phase, length, leads, seconds)
    SELECT 'given_after', iif(NEW.given_after < 3600, NEW.given_after, iif(NEW.given_after < 86400, NEW.given_after / 60 * 60, NEW.given_after / 3600 * 3600)), 1, NEW.given_after
    WHERE NEW.given_after IS NOT NULL
    ON CONFLICT (phase, length) DO UPDATE SET leads = leads + 1, seconds = seconds + excluded.seconds;
END;

-- What was done, by whom and how: activities that stand, counted.
CREATE TABLE tallies_of_activities (
    rep_id    INTEGER REFERENCES reps (id),
    kind      TEXT NOT NULL,
    direction TEXT NOT NULL,
    outcome   TEXT,
    contacts  INTEGER NOT NULL,
    attempts  INTEGER NOT NULL,
    seconds   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tallies_of_activities_group ON tallies_of_activities (
    ifnull(rep_id, 0), kind, direction, ifnull(outcome, '')
);
CREATE TRIGGER activities_come AFTER INSERT ON activities
WHEN NEW.removed_by IS NULL AND NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_of_activities (rep_id, kind, direction, outcome, contacts, attempts, seconds)
    VALUES (NEW.rep_id, NEW.kind, NEW.direction, NEW.outcome, 1,
            NEW.kind <> 'note' AND NEW.direction = 'out' AND NEW.automatic = 0, ifnull(NEW.seconds, 0))
    ON CONFLICT (ifnull(rep_id, 0), kind, direction, ifnull(outcome, '')) DO UPDATE SET
        contacts = contacts + 1, attempts = attempts + excluded.attempts, seconds = seconds + excluded.seconds;
END;
CREATE TRIGGER activities_go AFTER DELETE ON activities WHEN OLD.removed_by IS NULL BEGIN
    UPDATE tallies_of_activities SET contacts = contacts - 1, seconds = seconds - ifnull(OLD.seconds, 0),
        attempts = attempts - (OLD.kind <> 'note' AND OLD.direction = 'out' AND OLD.automatic = 0)
    WHERE ifnull(rep_id, 0) = ifnull(OLD.rep_id, 0) AND kind = OLD.kind AND direction = OLD.direction
      AND ifnull(outcome, '') = ifnull(OLD.outcome, '');
END;
CREATE TRIGGER activities_change AFTER UPDATE OF rep_id, kind, direction, outcome, automatic, seconds, removed_by
ON activities BEGIN
    UPDATE tallies_of_activities SET contacts = contacts - 1, seconds = seconds - ifnull(OLD.seconds, 0),
        attempts = attempts - (OLD.kind <> 'note' AND OLD.direction = 'out' AND OLD.automatic = 0)
    WHERE OLD.removed_by IS NULL AND ifnull(rep_id, 0) = ifnull(OLD.rep_id, 0) AND kind = OLD.kind
      AND direction = OLD.direction AND ifnull(outcome, '') = ifnull(OLD.outcome, '');
    INSERT INTO tallies_of_activities (rep_id, kind, direction, outcome, contacts, attempts, seconds)
    SELECT NEW.rep_id, NEW.kind, NEW.direction, NEW.outcome, 1,
           NEW.kind <> 'note' AND NEW.direction = 'out' AND NEW.automatic = 0, ifnull(NEW.seconds, 0)
    WHERE NEW.removed_by IS NULL
    ON CONFLICT (ifnull(rep_id, 0), kind, direction, ifnull(outcome, '')) DO UPDATE SET
        contacts = contacts + 1, attempts = attempts + excluded.attempts, seconds = seconds + excluded.seconds;
END;

-- The score that was kept first: of the first assignment that had one, else of the first such move.
ALTER TABLE facts ADD COLUMN first_score INTEGER;

-- Responses with what the lead looked like when its rep got it; first attempts with how far the lead came.
DROP INDEX facts_answered;
CREATE INDEX facts_answered ON facts (rep_id, answered_after, assigned_temperature, assigned_score)
WHERE answered_after IS NOT NULL;
DROP INDEX facts_tried;
CREATE INDEX facts_tried ON facts (tried_after, furthest_stage_id) WHERE tried_after IS NOT NULL;
-- Who waits for the next step, and since when nothing happened, rep by rep.
CREATE INDEX facts_quiet ON facts (rep_id, stage_id, last_touch_at, stage_since, next_reminder_at) WHERE rep_id > 0;
CREATE INDEX leads_referred ON leads (referred_by) WHERE referred_by IS NOT NULL;
