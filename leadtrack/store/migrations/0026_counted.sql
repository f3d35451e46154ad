-- What reports count of all leads is counted where facts are written (store/tallies.py), no longer by triggers: one place
-- says what is counted, and a file is opened without reading five hundred lines of them.
DROP TRIGGER facts_come_by_rep;
DROP TRIGGER facts_go_by_rep;
DROP TRIGGER facts_change_by_rep;
DROP TRIGGER facts_come_by_source;
DROP TRIGGER facts_go_by_source;
DROP TRIGGER facts_change_by_source;
DROP TRIGGER facts_go_stays;
DROP TRIGGER stays_come;
DROP TRIGGER stays_go;
DROP TRIGGER facts_come_taken_after;
DROP TRIGGER facts_go_taken_after;
DROP TRIGGER facts_change_taken_after;
DROP TRIGGER facts_come_given_after;
DROP TRIGGER facts_go_given_after;
DROP TRIGGER facts_change_given_after;
DROP TRIGGER facts_come_known;
DROP TRIGGER facts_go_known;
DROP TRIGGER facts_change_known;
DROP TRIGGER facts_come_by_hour;
DROP TRIGGER facts_go_by_hour;
DROP TRIGGER facts_change_by_hour;

-- How many leads of each stage have which first score: report score.
CREATE TABLE tallies_of_scores (
    stage_id INTEGER NOT NULL REFERENCES stages (id),
    score    INTEGER NOT NULL,
    leads    INTEGER NOT NULL,
    PRIMARY KEY (stage_id, score)
) STRICT, WITHOUT ROWID;

-- After how many seconds leads were first tried, and how far they came; tallies_of_lengths says the same, too, of the
-- times from the present assignment to the first attempt since (answered_after).
CREATE TABLE tallies_of_tries (
    furthest_stage_id INTEGER NOT NULL REFERENCES stages (id),
    length            INTEGER NOT NULL,
    leads             INTEGER NOT NULL,
    PRIMARY KEY (furthest_stage_id, length)
) STRICT, WITHOUT ROWID;

-- How many answers of each rep came in which span of time after the assignment (answered_after, worked_after): from so
-- many seconds on, in spans of five minutes below an hour, of a quarter or half an hour below a day, else of days. 0:
-- those that took none. Once more by temperature and band of the score, as they were at the assignment, empty where they
-- are not known.
CREATE TABLE tallies_of_answers (
    phase       TEXT NOT NULL,
    rep_id      INTEGER NOT NULL REFERENCES reps (id),
    since       INTEGER NOT NULL,
    temperature TEXT NOT NULL,
    band        TEXT NOT NULL,
    leads       INTEGER NOT NULL,
    PRIMARY KEY (phase, rep_id, since, temperature, band)
) STRICT, WITHOUT ROWID;

DROP INDEX facts_answers;
DROP INDEX facts_tried;

-- What was done is counted also while leads are not.
DROP TRIGGER activities_come;
CREATE TRIGGER activities_come AFTER INSERT ON activities
WHEN NEW.removed_by IS NULL BEGIN
    INSERT INTO tallies_of_activities (rep_id, kind, direction, outcome, contacts, attempts, seconds)
    VALUES (NEW.rep_id, NEW.kind, NEW.direction, NEW.outcome, 1,
            NEW.kind <> 'note' AND NEW.direction = 'out' AND NEW.automatic = 0, ifnull(NEW.seconds, 0))
    ON CONFLICT (ifnull(rep_id, 0), kind, direction, ifnull(outcome, '')) DO UPDATE SET
        contacts = contacts + 1, attempts = attempts + excluded.attempts, seconds = seconds + excluded.seconds;
END;
