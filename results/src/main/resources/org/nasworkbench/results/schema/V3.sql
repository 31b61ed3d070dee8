-- Rankings by shared weights are held against stand-alone trainings. Records of version 2 may have these tables already.
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
