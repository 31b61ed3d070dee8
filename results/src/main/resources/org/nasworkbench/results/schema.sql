-- The record of a study. Rows are added, never changed, but for a session's last sign of life and a failed run that is tried again.
CREATE TABLE IF NOT EXISTS study (
    name VARCHAR(60) PRIMARY KEY,          -- 'name', 'spec' (YAML text), 'created_ms', 'schema', 'manifest' (JSON), 'projection' (JSON), ...
    value TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS session (       -- one process that worked on the study
    session INTEGER PRIMARY KEY,           -- 1, 2, ...
    devices INTEGER NOT NULL,
    started_ms BIGINT NOT NULL,
    last_seen_ms BIGINT NOT NULL,
    ended INTEGER NOT NULL                 -- 1 if it ended in good order
);
CREATE TABLE IF NOT EXISTS run (           -- one strategy with one seed
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    type VARCHAR(60) NOT NULL,
    settings TEXT NOT NULL,                -- JSON
    PRIMARY KEY (strategy, seed)
);
CREATE TABLE IF NOT EXISTS trial (
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
CREATE TABLE IF NOT EXISTS metric (        -- further numbers of a trial
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    number INTEGER NOT NULL,
    name VARCHAR(60) NOT NULL,             -- 'val_pixel_accuracy', 'train_loss', ...
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (strategy, seed, number, name)
);
CREATE TABLE IF NOT EXISTS work (          -- results of a strategy's own heavy work
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    result BLOB NOT NULL,
    device_s DOUBLE PRECISION NOT NULL,
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, name)
);
CREATE TABLE IF NOT EXISTS trace (         -- a search's health over time
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    series VARCHAR(60) NOT NULL,
    step INTEGER NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (strategy, seed, series, step)
);
CREATE TABLE IF NOT EXISTS outcome (       -- how a run ended
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    status VARCHAR(8) NOT NULL CHECK (status IN ('done', 'failed')),
    chosen INTEGER,                        -- trial number
    search_score DOUBLE PRECISION,
    front TEXT NOT NULL,                   -- trial numbers, by latency, separated by blanks
    detail TEXT,
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed)
);
CREATE TABLE IF NOT EXISTS final (         -- what chosen networks are worth: each row opened the sealed test split once, or asked the table
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
CREATE TABLE IF NOT EXISTS inherited_final ( -- final rows whose training started from the run's shared weights; all others started from scratch
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    final_seed BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, final_seed)
);
CREATE TABLE IF NOT EXISTS final_metric (  -- further numbers of a final row
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    final_seed BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,             -- 'test_pixel_accuracy', 'c100_test_e200', ...
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (strategy, seed, final_seed, name)
);
CREATE TABLE IF NOT EXISTS charge (        -- the ledger: every second of every device
    session INTEGER NOT NULL,
    device INTEGER NOT NULL,               -- 0, 1, ... worker slot
    sequence INTEGER NOT NULL,
    strategy VARCHAR(60),                  -- empty: the study as a whole
    seed BIGINT,
    category VARCHAR(20) NOT NULL,         -- label of a CostCategory
    device_s DOUBLE PRECISION NOT NULL,
    note TEXT,
    PRIMARY KEY (session, device, sequence)
);
CREATE TABLE IF NOT EXISTS attempt (       -- work that began; without a charge of the same key it was cut off
    session INTEGER NOT NULL,
    device INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    strategy VARCHAR(60),
    seed BIGINT,
    started_ms BIGINT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (session, device, sequence)
);
CREATE TABLE IF NOT EXISTS fidelity_training ( -- networks trained stand-alone, once a study, to hold rankings against
    genotype TEXT PRIMARY KEY,             -- canonical
    latency_ms DOUBLE PRECISION NOT NULL,
    status VARCHAR(8) NOT NULL CHECK (status IN ('scored', 'failed')),
    score DOUBLE PRECISION,                -- fraction in [0, 1]
    device_s DOUBLE PRECISION NOT NULL,
    detail TEXT,
    finished_ms BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS fidelity (      -- what they score by a run's shared weights
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    epoch INTEGER NOT NULL,                -- after so many epochs of the shared weights
    recalibrated INTEGER NOT NULL,         -- 1 if batch norms took their statistics anew
    genotype TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,       -- fraction in [0, 1]
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, epoch, recalibrated, genotype)
);
