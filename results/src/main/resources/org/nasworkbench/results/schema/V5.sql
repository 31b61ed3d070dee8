-- What a trial's training gave beyond single numbers.
CREATE TABLE series (
    strategy VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    number INTEGER NOT NULL,               -- of the trial
    name VARCHAR(60) NOT NULL,             -- 'train_loss' by epoch, 'val_confusion' by true class and, within it, predicted class
    numbers TEXT NOT NULL,                 -- separated by blanks
    PRIMARY KEY (strategy, seed, number, name)
);
