-- Letters to people about what waits for them: written before they are sent, so that a server that stops forgets none.
CREATE TABLE mail (
  id      TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  day     TEXT NOT NULL,
  -- What it tells, as a hash: nobody is told the same twice.
  about   TEXT NOT NULL CHECK (length(about) = 64),
  subject TEXT NOT NULL,
  text    TEXT NOT NULL,
  made_at TEXT NOT NULL,
  sent_at TEXT,
  tries   INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, day)
) STRICT;
