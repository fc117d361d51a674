-- What was sent to be approved, and what was decided about it. Rows are only ever added: the state of a submission is
-- where its last step led.

CREATE TABLE submission (
  id        TEXT PRIMARY KEY,
  country   TEXT NOT NULL,
  opened_at TEXT NOT NULL
) STRICT;

-- What was sent is never changed; a correction is the next version.
CREATE TABLE submission_version (
  submission    TEXT    NOT NULL REFERENCES submission (id),
  number        INTEGER NOT NULL CHECK (number >= 1),
  file_hash     TEXT    NOT NULL CHECK (length(file_hash) = 64),
  file          TEXT    NOT NULL,
  bytes         INTEGER NOT NULL CHECK (bytes >= 0),
  answers       TEXT    NOT NULL CHECK (json_valid(answers)),
  allow_removed INTEGER NOT NULL CHECK (allow_removed IN (0, 1)),
  remark        TEXT    NOT NULL,
  sent_by       TEXT    NOT NULL REFERENCES account (id),
  sent_at       TEXT    NOT NULL,
  PRIMARY KEY (submission, number)
) STRICT;

-- What a version was found to be. It is judged again when what counted before has changed: the last one holds.
CREATE TABLE submission_judgement (
  id         INTEGER PRIMARY KEY,
  submission TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  judged_at  TEXT    NOT NULL,
  verdict    TEXT    NOT NULL CHECK (verdict IN ('acceptable', 'has-errors', 'has-questions')),
  -- The last import its reports were compared with.
  basis      INTEGER NOT NULL CHECK (basis >= 0),
  observations INTEGER NOT NULL CHECK (observations >= 0),
  errors     INTEGER NOT NULL CHECK (errors >= 0),
  warnings   INTEGER NOT NULL CHECK (warnings >= 0),
  notes      INTEGER NOT NULL CHECK (notes >= 0),
  added      INTEGER NOT NULL CHECK (added >= 0),
  changed    INTEGER NOT NULL CHECK (changed >= 0),
  removed    INTEGER NOT NULL CHECK (removed >= 0),
  suspicious INTEGER NOT NULL CHECK (suspicious >= 0),
  reports     TEXT NOT NULL CHECK (json_valid(reports)),
  findings    TEXT NOT NULL CHECK (json_valid(findings)),
  differences TEXT NOT NULL CHECK (json_valid(differences)),
  FOREIGN KEY (submission, version) REFERENCES submission_version (submission, number)
) STRICT;

CREATE INDEX judgement_by_version ON submission_judgement (submission, version, id);

-- `account` is null where it follows from something else that was done.
CREATE TABLE submission_step (
  id         INTEGER PRIMARY KEY,
  submission TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  action     TEXT    NOT NULL,
  from_state TEXT,
  to_state   TEXT    NOT NULL,
  account    TEXT REFERENCES account (id),
  at         TEXT    NOT NULL,
  words      TEXT    NOT NULL,
  FOREIGN KEY (submission, version) REFERENCES submission_version (submission, number)
) STRICT;

CREATE INDEX step_by_submission ON submission_step (submission, id);

CREATE TABLE submission_comment (
  id         INTEGER PRIMARY KEY,
  submission TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  account    TEXT    NOT NULL REFERENCES account (id),
  at         TEXT    NOT NULL,
  sheet      TEXT    NOT NULL,
  cell       TEXT    NOT NULL,
  words      TEXT    NOT NULL,
  FOREIGN KEY (submission, version) REFERENCES submission_version (submission, number)
) STRICT;

CREATE INDEX comment_by_submission ON submission_comment (submission, id);

-- What came of an approval.
CREATE TABLE submission_import (
  submission TEXT    NOT NULL REFERENCES submission (id),
  import     INTEGER NOT NULL REFERENCES import (id),
  PRIMARY KEY (submission, import)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_release (
  submission TEXT NOT NULL REFERENCES submission (id),
  release    TEXT NOT NULL REFERENCES release (id),
  at         TEXT NOT NULL,
  PRIMARY KEY (submission, release)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submission_stays   BEFORE UPDATE ON submission           BEGIN SELECT raise(ABORT, 'submissions are never changed'); END;
CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission           BEGIN SELECT raise(ABORT, 'submissions are never removed'); END;
CREATE TRIGGER version_stays      BEFORE UPDATE ON submission_version   BEGIN SELECT raise(ABORT, 'versions are never changed'); END;
CREATE TRIGGER version_is_kept    BEFORE DELETE ON submission_version   BEGIN SELECT raise(ABORT, 'versions are never removed'); END;
CREATE TRIGGER judgement_stays    BEFORE UPDATE ON submission_judgement BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgement_is_kept  BEFORE DELETE ON submission_judgement BEGIN SELECT raise(ABORT, 'judgements are never removed'); END;
CREATE TRIGGER step_stays         BEFORE UPDATE ON submission_step      BEGIN SELECT raise(ABORT, 'steps are never changed'); END;
CREATE TRIGGER step_is_kept       BEFORE DELETE ON submission_step      BEGIN SELECT raise(ABORT, 'steps are never removed'); END;
CREATE TRIGGER comment_stays      BEFORE UPDATE ON submission_comment   BEGIN SELECT raise(ABORT, 'comments are never changed'); END;
CREATE TRIGGER comment_is_kept    BEFORE DELETE ON submission_comment   BEGIN SELECT raise(ABORT, 'comments are never removed'); END;

-- Whoever sent any version approves none of them, whatever the program says.
CREATE TRIGGER four_eyes BEFORE INSERT ON submission_step
WHEN NEW.action = 'approve' AND EXISTS (
  SELECT 1 FROM submission_version WHERE submission = NEW.submission AND sent_by = NEW.account
)
BEGIN SELECT raise(ABORT, 'nobody approves what they have sent'); END;
