-- The record of a study. Rows are added, never changed, but for a session's last sign of life and a failed run that is tried again.
CREATE TABLE study (
    name VARCHAR(60) PRIMARY KEY,          -- 'name', 'spec' (YAML text), 'created_ms', 'schema', 'manifest' (JSON), 'projection' (JSON), ...
    value TEXT NOT NULL
);
CREATE TABLE session (       -- one process that worked on the study
    session INTEGER PRIMARY KEY,           -- 1, 2, ...
    devices INTEGER NOT NULL,
    started_ms BIGINT NOT NULL,
    last_seen_ms BIGINT NOT NULL,
    ended INTEGER NOT NULL                 -- 1 if it ended in good order
);
CREATE TABLE run (           -- one strategy with one seed
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    type VARCHAR(60) NOT NULL,
    settings TEXT NOT NULL,                -- JSON
    PRIMARY KEY (strategy, seed)
);
CREATE TABLE trial (
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    number INTEGER NOT NULL,
    genotype TEXT NOT NULL,
    canonical TEXT NOT NULL,
    status VARCHAR(8) NOT NULL CHECK (status IN ('scored', 'failed')),
    score DOUBLE PRECISION,                -- fraction in [0, 1]
    value DOUBLE PRECISION,                -- the objective
    latency_ms DOUBLE PRECISION NOT NULL,
    device_s DOUBLE PRECISION NOT NULL,
    credit_s DOUBLE PRECISION NOT NULL,
    simulated_s DOUBLE PRECISION NOT NULL,
    cached INTEGER NOT NULL,
    reason VARCHAR(20),                    -- of a failure
    detail TEXT,
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, number)
);
CREATE TABLE metric (        -- further numbers of a trial
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    number INTEGER NOT NULL,
    name VARCHAR(60) NOT NULL,             -- 'val_pixel_accuracy', 'train_loss', ...
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (strategy, seed, number, name)
);
CREATE TABLE work (          -- results of a strategy's own heavy work
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    result BLOB NOT NULL,
    device_s DOUBLE PRECISION NOT NULL,
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, name)
);
CREATE TABLE trace (         -- a search's health over time
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    series VARCHAR(60) NOT NULL,
    step INTEGER NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (strategy, seed, series, step)
);
CREATE TABLE outcome (       -- how a run ended
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
CREATE TABLE final (         -- chosen networks trained to the end; each row opened the sealed test split once
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    final_seed BIGINT NOT NULL,
    genotype TEXT NOT NULL,
    status VARCHAR(8) NOT NULL CHECK (status IN ('scored', 'failed')),
    test_miou DOUBLE PRECISION,
    test_pixel_accuracy DOUBLE PRECISION,
    device_s DOUBLE PRECISION NOT NULL,
    test_opened_ms BIGINT,
    detail TEXT,
    finished_ms BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, final_seed)
);
CREATE TABLE charge (        -- the ledger: every second of every device
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
CREATE TABLE attempt (       -- work that began; without a charge of the same key it was cut off
    session INTEGER NOT NULL,
    device INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    strategy VARCHAR(60),
    seed BIGINT,
    started_ms BIGINT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (session, device, sequence)
);
