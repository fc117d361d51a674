-- Keys of people's devices, with which they sign in without a password. Only the public half is known here.

CREATE TABLE passkey (
  id         TEXT PRIMARY KEY,
  account    TEXT NOT NULL REFERENCES account (id),
  public_key BLOB NOT NULL,
  -- How often the device says it was used: one that goes back is a copy. Many devices do not count and always say 0.
  uses       INTEGER NOT NULL,
  -- What the browser called itself when it was made, for the list of one's own passkeys.
  agent      TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  used_at    TEXT
) STRICT;

CREATE INDEX passkey_by_account ON passkey (account);

-- What a device is given to sign; each is taken once. `account` is null where nobody is known yet.
CREATE TABLE passkey_challenge (
  hash    TEXT PRIMARY KEY CHECK (length(hash) = 64),
  account TEXT REFERENCES account (id),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A seed that was proposed counts when its first code has come; until then the one before does.
CREATE TABLE proposed_factor (
  account     TEXT PRIMARY KEY REFERENCES account (id),
  sealed_seed BLOB NOT NULL
) STRICT;

INSERT INTO proposed_factor SELECT account, sealed_seed FROM second_factor WHERE confirmed_at IS NULL;
DELETE FROM second_factor WHERE confirmed_at IS NULL;
