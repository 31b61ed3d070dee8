-- Final trainings may start from shared weights. Records of version 2 may have this table already.
CREATE TABLE IF NOT EXISTS inherited_final ( -- final rows whose training started from the run's shared weights; all others started from scratch
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    final_seed BIGINT NOT NULL,
    PRIMARY KEY (strategy, seed, final_seed)
);
