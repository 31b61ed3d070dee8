-- Scores can come from a table: trainings of several lengths, a simulated clock, latency that is not known, any metric of final rows.
-- Until now all trainings of a study had one length, which the fact 'training' begins with; where that is not said, it is counted as 1.
-- (A PostgreSQL schema never held rows of version 1, so nothing is converted there.)
ALTER TABLE trial RENAME TO trial_before;
CREATE TABLE trial (
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    number INTEGER NOT NULL,
    genotype TEXT NOT NULL,
    canonical TEXT NOT NULL,
    epochs INTEGER NOT NULL,               -- how long it was trained
    status VARCHAR(8) NOT NULL CHECK (status IN ('scored', 'failed')),
    score DOUBLE PRECISION,                -- fraction in [0, 1]
    value DOUBLE PRECISION,                -- the objective
    latency_ms DOUBLE PRECISION,           -- empty where none is known
    device_s DOUBLE PRECISION NOT NULL,
    credit_s DOUBLE PRECISION NOT NULL,
    simulated_s DOUBLE PRECISION NOT NULL,
    cached INTEGER NOT NULL,
    reason VARCHAR(20),                    -- of a failure
    detail TEXT,
    simulated_end_s DOUBLE PRECISION NOT NULL, -- on the simulated clock, from the run's start
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, number)
);
INSERT INTO trial SELECT strategy, seed, number, genotype, canonical,
    coalesce((SELECT CAST(value AS INTEGER) FROM study WHERE name = 'training'), 1),
    status, score, value, latency_ms, device_s, credit_s, simulated_s, cached, reason, detail, 0, finished_ms FROM trial_before;
DROP TABLE trial_before;
CREATE TABLE final_metric (                -- further numbers of a final row
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    final_seed BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,             -- 'test_pixel_accuracy', 'c100_test_e200', ...
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (strategy, seed, final_seed, name)
);
INSERT INTO final_metric SELECT strategy, seed, final_seed, 'test_pixel_accuracy', test_pixel_accuracy FROM final
    WHERE test_pixel_accuracy IS NOT NULL;
ALTER TABLE final RENAME TO final_before;
CREATE TABLE final (                       -- what chosen networks are worth: each row opened the sealed test split once, or asked the table
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    final_seed BIGINT NOT NULL,
    genotype TEXT NOT NULL,
    status VARCHAR(8) NOT NULL CHECK (status IN ('scored', 'failed')),
    score DOUBLE PRECISION,                -- fraction in [0, 1]; the fact 'final_metric' says of what
    device_s DOUBLE PRECISION NOT NULL,
    test_opened_ms BIGINT,
    detail TEXT,
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, final_seed)
);
INSERT INTO final SELECT strategy, seed, final_seed, genotype, status, test_miou, device_s, test_opened_ms, detail, finished_ms
    FROM final_before;
DROP TABLE final_before;
