-- Who may come in, and how they prove who they are. Nothing here is the secret itself: tokens and codes stand as
-- hashes, passwords as argon2id, seeds of second factors sealed.

CREATE TABLE account (
  id            TEXT PRIMARY KEY,
  email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('donor', 'focal_point', 'coordinator', 'administrator')),
  country       TEXT CHECK ((role = 'focal_point') = (country IS NOT NULL)),
  language      TEXT NOT NULL,
  demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
  made_at       TEXT NOT NULL,
  disabled_at   TEXT
) STRICT;

CREATE TABLE password (
  account TEXT PRIMARY KEY REFERENCES account (id),
  hash    TEXT NOT NULL,
  set_at  TEXT NOT NULL
) STRICT;

-- A code of a step in time counts once: `last_step` is the newest one that was taken.
CREATE TABLE second_factor (
  account      TEXT PRIMARY KEY REFERENCES account (id),
  sealed_seed  BLOB NOT NULL,
  confirmed_at TEXT,
  last_step    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE recovery_code (
  account TEXT NOT NULL REFERENCES account (id),
  hash    TEXT NOT NULL CHECK (length(hash) = 64),
  used_at TEXT,
  PRIMARY KEY (account, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  id          TEXT PRIMARY KEY,
  token_hash  TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  email       TEXT NOT NULL COLLATE NOCASE,
  role        TEXT NOT NULL CHECK (role IN ('donor', 'focal_point', 'coordinator', 'administrator')),
  country     TEXT CHECK ((role = 'focal_point') = (country IS NOT NULL)),
  language    TEXT NOT NULL,
  -- Null where the command line invited: that is how the first administrator comes in.
  invited_by  TEXT REFERENCES account (id),
  made_at     TEXT NOT NULL,
  expires_at  TEXT NOT NULL,
  accepted_at TEXT,
  revoked_at  TEXT
) STRICT;

-- `assurance` 1: the password was right, and nothing may be done but give the second factor; 2: signed in.
CREATE TABLE session (
  id         TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  account    TEXT NOT NULL REFERENCES account (id),
  assurance  INTEGER NOT NULL CHECK (assurance IN (1, 2)),
  agent      TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  proven_at  TEXT NOT NULL,
  seen_at    TEXT NOT NULL,
  ended_at   TEXT
) STRICT;

CREATE INDEX session_by_account ON session (account);

-- Tries that count against a limit: kept here, so that a restart forgets none.
CREATE TABLE attempt (
  subject TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;

CREATE INDEX attempt_by_subject ON attempt (subject, at);
