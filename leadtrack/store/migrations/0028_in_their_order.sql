-- The newest assignment that there was when the batch began: its own follow it, and are found without an index.
ALTER TABLE batches ADD COLUMN assignments_before INTEGER;
UPDATE batches SET assignments_before = ifnull((SELECT a.id FROM assignments a WHERE a.batch_id < batches.id
                                                ORDER BY a.batch_id DESC, a.id DESC LIMIT 1), 0);
DROP INDEX assignments_batch;
