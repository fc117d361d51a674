-- People who show elsewhere who they are: known by the provider and their name there, never by an e-mail address.
CREATE TABLE openid_identity (
  issuer  TEXT NOT NULL,
  subject TEXT NOT NULL,
  account TEXT NOT NULL UNIQUE REFERENCES account (id),
  made_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

-- Somebody on the way there. The token is their browser's alone; each comes back once.
CREATE TABLE openid_visit (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  state      TEXT NOT NULL,
  nonce      TEXT NOT NULL,
  verifier   TEXT NOT NULL,
  made_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
