-- What is said with a publication, and which releases are no longer served. A release that is published again after it
-- was withdrawn is served again.

CREATE TABLE publication_note (
  publication INTEGER PRIMARY KEY REFERENCES publication (id),
  account     TEXT REFERENCES account (id),
  notes       TEXT NOT NULL
) STRICT;

CREATE TABLE withdrawal (
  id                INTEGER PRIMARY KEY,
  release           TEXT    NOT NULL REFERENCES release (id),
  after_publication INTEGER NOT NULL REFERENCES publication (id),
  account           TEXT    NOT NULL REFERENCES account (id),
  at                TEXT    NOT NULL,
  reason            TEXT    NOT NULL
) STRICT;

CREATE TRIGGER note_stays         BEFORE UPDATE ON publication_note BEGIN SELECT raise(ABORT, 'notes are never changed'); END;
CREATE TRIGGER note_is_kept       BEFORE DELETE ON publication_note BEGIN SELECT raise(ABORT, 'notes are never removed'); END;
CREATE TRIGGER withdrawal_stays   BEFORE UPDATE ON withdrawal       BEGIN SELECT raise(ABORT, 'withdrawals are never changed'); END;
CREATE TRIGGER withdrawal_is_kept BEFORE DELETE ON withdrawal       BEGIN SELECT raise(ABORT, 'withdrawals are never removed'); END;
