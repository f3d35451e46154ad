DROP INDEX territories_claim;
DROP INDEX territories_rep;
ALTER TABLE territories RENAME TO territories_before;

-- A place that a rep covers. value: country US; state MA; area 617; county "Suffolk County, MA"; city "Boston, MA";
-- zip3 021, of other countries the beginning of a postal code; zip 02110. excluded: the rep does not work here, though
-- covering a larger place that this one lies in.
CREATE TABLE territories (
    id         INTEGER PRIMARY KEY,
    rep_id     INTEGER NOT NULL REFERENCES reps (id),
    country    TEXT NOT NULL,
    unit       TEXT NOT NULL CHECK (unit IN ('country', 'state', 'area', 'county', 'city', 'zip3', 'zip')),
    value      TEXT NOT NULL CHECK (value <> ''),
    excluded   INTEGER NOT NULL DEFAULT 0 CHECK (excluded IN (0, 1)),
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
INSERT INTO territories (id, rep_id, country, unit, value, batch_id, removed_by)
SELECT id, rep_id, country, unit, value, batch_id, removed_by FROM territories_before;
DROP TABLE territories_before;
CREATE UNIQUE INDEX territories_claim ON territories (country, unit, value, rep_id) WHERE removed_by IS NULL;
CREATE INDEX territories_rep ON territories (rep_id);
CREATE INDEX territories_batch ON territories (batch_id);

-- Who is told of what the region's reps leave undone.
ALTER TABLE regions ADD COLUMN manager_id INTEGER REFERENCES reps (id);
