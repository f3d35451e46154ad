-- What reports count of all leads, counted already: one row for each combination that there is. Triggers keep it beside the
-- facts, whoever writes them; while `pauses` has a row they rest, and whoever paused them counts anew. `units` are
-- ten-thousandths of the value, so that sums stay exact however often leads come and go. `band` is that of the score at
-- the assignment.
CREATE TABLE pauses (id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE tallies_by_rep (
    rep_id INTEGER REFERENCES reps (id),
    stage_id INTEGER REFERENCES stages (id),
    furthest_stage_id INTEGER REFERENCES stages (id),
    assigned_temperature TEXT,
    band                 TEXT,
    leads                INTEGER NOT NULL,
    attempts             INTEGER NOT NULL,
    untried              INTEGER NOT NULL,
    answered             INTEGER NOT NULL,
    within_5m            INTEGER NOT NULL,
    within_30m           INTEGER NOT NULL,
    within_24h           INTEGER NOT NULL,
    reachable            INTEGER NOT NULL,
    unpromised           INTEGER NOT NULL,
    units                REAL NOT NULL
) STRICT;
CREATE UNIQUE INDEX tallies_by_rep_group ON tallies_by_rep (
    ifnull(rep_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0), ifnull(assigned_temperature, ''), ifnull(band, '')
);

CREATE TABLE tallies_by_source (
    source_id INTEGER REFERENCES sources (id),
    campaign_id INTEGER REFERENCES campaigns (id),
    stage_id INTEGER REFERENCES stages (id),
    furthest_stage_id INTEGER REFERENCES stages (id),
    leads                INTEGER NOT NULL,
    attempts             INTEGER NOT NULL,
    untried              INTEGER NOT NULL,
    answered             INTEGER NOT NULL,
    within_5m            INTEGER NOT NULL,
    within_30m           INTEGER NOT NULL,
    within_24h           INTEGER NOT NULL,
    reachable            INTEGER NOT NULL,
    unpromised           INTEGER NOT NULL,
    units                REAL NOT NULL
) STRICT;
CREATE UNIQUE INDEX tallies_by_source_group ON tallies_by_source (
    ifnull(source_id, 0), ifnull(campaign_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0)
);

CREATE TRIGGER facts_come_by_rep AFTER INSERT ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_rep (rep_id, stage_id, furthest_stage_id, assigned_temperature, band,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        NEW.rep_id,
        NEW.stage_id,
        NEW.furthest_stage_id,
        NEW.assigned_temperature,
        CASE WHEN NEW.assigned_score >= 60 THEN '60-100' WHEN NEW.assigned_score >= 40 THEN '40-59' WHEN NEW.assigned_score >= 0 THEN '0-39' END,
        1,
        NEW.attempts,
        NEW.attempts = 0,
        NEW.answered_after IS NOT NULL,
        ifnull(NEW.answered_after <= 300, 0),
        ifnull(NEW.answered_after <= 1800, 0),
        ifnull(NEW.answered_after <= 86400, 0),
        NEW.reachable,
        NEW.next_reminder_at IS NULL,
        round(ifnull(NEW.value, 0) * 10000)
    ) ON CONFLICT (ifnull(rep_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0), ifnull(assigned_temperature, ''), ifnull(band, '')) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
END;

CREATE TRIGGER facts_go_by_rep AFTER DELETE ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_rep (rep_id, stage_id, furthest_stage_id, assigned_temperature, band,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        OLD.rep_id,
        OLD.stage_id,
        OLD.furthest_stage_id,
        OLD.assigned_temperature,
        CASE WHEN OLD.assigned_score >= 60 THEN '60-100' WHEN OLD.assigned_score >= 40 THEN '40-59' WHEN OLD.assigned_score >= 0 THEN '0-39' END,
        -(1),
        -(OLD.attempts),
        -(OLD.attempts = 0),
        -(OLD.answered_after IS NOT NULL),
        -(ifnull(OLD.answered_after <= 300, 0)),
        -(ifnull(OLD.answered_after <= 1800, 0)),
        -(ifnull(OLD.answered_after <= 86400, 0)),
        -(OLD.reachable),
        -(OLD.next_reminder_at IS NULL),
        -(round(ifnull(OLD.value, 0) * 10000))
    ) ON CONFLICT (ifnull(rep_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0), ifnull(assigned_temperature, ''), ifnull(band, '')) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
END;

CREATE TRIGGER facts_change_by_rep AFTER UPDATE OF
    rep_id, stage_id, furthest_stage_id, assigned_temperature, assigned_score, attempts, answered_after, reachable,
    next_reminder_at, value
ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_rep (rep_id, stage_id, furthest_stage_id, assigned_temperature, band,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        OLD.rep_id,
        OLD.stage_id,
        OLD.furthest_stage_id,
        OLD.assigned_temperature,
        CASE WHEN OLD.assigned_score >= 60 THEN '60-100' WHEN OLD.assigned_score >= 40 THEN '40-59' WHEN OLD.assigned_score >= 0 THEN '0-39' END,
        -(1),
        -(OLD.attempts),
        -(OLD.attempts = 0),
        -(OLD.answered_after IS NOT NULL),
        -(ifnull(OLD.answered_after <= 300, 0)),
        -(ifnull(OLD.answered_after <= 1800, 0)),
        -(ifnull(OLD.answered_after <= 86400, 0)),
        -(OLD.reachable),
        -(OLD.next_reminder_at IS NULL),
        -(round(ifnull(OLD.value, 0) * 10000))
    ) ON CONFLICT (ifnull(rep_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0), ifnull(assigned_temperature, ''), ifnull(band, '')) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
    INSERT INTO tallies_by_rep (rep_id, stage_id, furthest_stage_id, assigned_temperature, band,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        NEW.rep_id,
        NEW.stage_id,
        NEW.furthest_stage_id,
        NEW.assigned_temperature,
        CASE WHEN NEW.assigned_score >= 60 THEN '60-100' WHEN NEW.assigned_score >= 40 THEN '40-59' WHEN NEW.assigned_score >= 0 THEN '0-39' END,
        1,
        NEW.attempts,
        NEW.attempts = 0,
        NEW.answered_after IS NOT NULL,
        ifnull(NEW.answered_after <= 300, 0),
        ifnull(NEW.answered_after <= 1800, 0),
        ifnull(NEW.answered_after <= 86400, 0),
        NEW.reachable,
        NEW.next_reminder_at IS NULL,
        round(ifnull(NEW.value, 0) * 10000)
    ) ON CONFLICT (ifnull(rep_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0), ifnull(assigned_temperature, ''), ifnull(band, '')) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
END;

CREATE TRIGGER facts_come_by_source AFTER INSERT ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_source (source_id, campaign_id, stage_id, furthest_stage_id,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        NEW.source_id,
        NEW.campaign_id,
        NEW.stage_id,
        NEW.furthest_stage_id,
        1,
        NEW.attempts,
        NEW.attempts = 0,
        NEW.answered_after IS NOT NULL,
        ifnull(NEW.answered_after <= 300, 0),
        ifnull(NEW.answered_after <= 1800, 0),
        ifnull(NEW.answered_after <= 86400, 0),
        NEW.reachable,
        NEW.next_reminder_at IS NULL,
        round(ifnull(NEW.value, 0) * 10000)
    ) ON CONFLICT (ifnull(source_id, 0), ifnull(campaign_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0)) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
END;

CREATE TRIGGER facts_go_by_source AFTER DELETE ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_source (source_id, campaign_id, stage_id, furthest_stage_id,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        OLD.source_id,
        OLD.campaign_id,
        OLD.stage_id,
        OLD.furthest_stage_id,
        -(1),
        -(OLD.attempts),
        -(OLD.attempts = 0),
        -(OLD.answered_after IS NOT NULL),
        -(ifnull(OLD.answered_after <= 300, 0)),
        -(ifnull(OLD.answered_after <= 1800, 0)),
        -(ifnull(OLD.answered_after <= 86400, 0)),
        -(OLD.reachable),
        -(OLD.next_reminder_at IS NULL),
        -(round(ifnull(OLD.value, 0) * 10000))
    ) ON CONFLICT (ifnull(source_id, 0), ifnull(campaign_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0)) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
END;

CREATE TRIGGER facts_change_by_source AFTER UPDATE OF
    source_id, campaign_id, stage_id, furthest_stage_id, attempts, answered_after, reachable, next_reminder_at, value
ON facts WHEN NOT EXISTS (SELECT 1 FROM pauses) BEGIN
    INSERT INTO tallies_by_source (source_id, campaign_id, stage_id, furthest_stage_id,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        OLD.source_id,
        OLD.campaign_id,
        OLD.stage_id,
        OLD.furthest_stage_id,
        -(1),
        -(OLD.attempts),
        -(OLD.attempts = 0),
        -(OLD.answered_after IS NOT NULL),
        -(ifnull(OLD.answered_after <= 300, 0)),
        -(ifnull(OLD.answered_after <= 1800, 0)),
        -(ifnull(OLD.answered_after <= 86400, 0)),
        -(OLD.reachable),
        -(OLD.next_reminder_at IS NULL),
        -(round(ifnull(OLD.value, 0) * 10000))
    ) ON CONFLICT (ifnull(source_id, 0), ifnull(campaign_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0)) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
    INSERT INTO tallies_by_source (source_id, campaign_id, stage_id, furthest_stage_id,
        leads, attempts, untried, answered, within_5m, within_30m, within_24h, reachable, unpromised, units)
    VALUES (
        NEW.source_id,
        NEW.campaign_id,
        NEW.stage_id,
        NEW.furthest_stage_id,
        1,
        NEW.attempts,
        NEW.attempts = 0,
        NEW.answered_after IS NOT NULL,
        ifnull(NEW.answered_after <= 300, 0),
        ifnull(NEW.answered_after <= 1800, 0),
        ifnull(NEW.answered_after <= 86400, 0),
        NEW.reachable,
        NEW.next_reminder_at IS NULL,
        round(ifnull(NEW.value, 0) * 10000)
    ) ON CONFLICT (ifnull(source_id, 0), ifnull(campaign_id, 0), ifnull(stage_id, 0), ifnull(furthest_stage_id, 0)) DO UPDATE SET
        leads = leads + excluded.leads, attempts = attempts + excluded.attempts, untried = untried + excluded.untried,
        answered = answered + excluded.answered, within_5m = within_5m + excluded.within_5m, within_30m = within_30m + excluded.within_30m,
        within_24h = within_24h + excluded.within_24h, reachable = reachable + excluded.reachable, unpromised = unpromised + excluded.unpromised,
        units = units + excluded.units;
END;
