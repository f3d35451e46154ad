-- What a person confirmed of the columns of a sheet: for every sheet with these headers (a JSON array, folded), which
-- header is which field (a JSON object).
CREATE TABLE mappings (
    id         INTEGER PRIMARY KEY,
    headers    TEXT NOT NULL CHECK (json_valid(headers)),
    columns    TEXT NOT NULL CHECK (json_valid(columns)),
    file       TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batches (id),
    removed_by INTEGER REFERENCES batches (id)
) STRICT;
CREATE UNIQUE INDEX mappings_headers ON mappings (headers) WHERE removed_by IS NULL;
