-- What people did. Rows are only ever added; what is current is the latest row.

CREATE TABLE import (
  id           INTEGER PRIMARY KEY,
  file_hash    TEXT    NOT NULL CHECK (length(file_hash) = 64),
  file         TEXT    NOT NULL,
  country      TEXT    NOT NULL,
  mapping      TEXT    NOT NULL,
  version      INTEGER NOT NULL CHECK (version >= 1),
  quarter      TEXT    NOT NULL,
  received_on  TEXT    NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  imported_at  TEXT    NOT NULL,
  origin       TEXT    NOT NULL CHECK (origin IN ('demonstration', 'person')),
  slice_hash   TEXT    NOT NULL CHECK (length(slice_hash) = 64),
  observations INTEGER NOT NULL CHECK (observations >= 0),
  warnings     INTEGER NOT NULL CHECK (warnings >= 0),
  notes        INTEGER NOT NULL CHECK (notes >= 0)
) STRICT;

CREATE INDEX import_by_report ON import (mapping, quarter, id);

CREATE VIEW import_with_successor AS
  SELECT import.*,
         (SELECT min(later.id)
            FROM import AS later
           WHERE later.mapping = import.mapping
             AND later.quarter = import.quarter
             AND later.id > import.id) AS superseded_by
    FROM import;

CREATE TABLE release (
  id            TEXT PRIMARY KEY,
  folder        TEXT NOT NULL,
  data_as_of    TEXT NOT NULL,
  manifest_hash TEXT NOT NULL CHECK (length(manifest_hash) = 64)
) STRICT;

-- The pointer: the release of the last row is the one readers see.
CREATE TABLE publication (
  id           INTEGER PRIMARY KEY,
  release      TEXT NOT NULL REFERENCES release (id),
  published_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  body     TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL UNIQUE
) STRICT;

-- How the present state was made, so that a second start knows whether anything has changed.
CREATE TABLE mark (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TRIGGER import_stays      BEFORE UPDATE ON import      BEGIN SELECT raise(ABORT, 'imports are never changed'); END;
CREATE TRIGGER import_is_kept    BEFORE DELETE ON import      BEGIN SELECT raise(ABORT, 'imports are never removed'); END;
CREATE TRIGGER release_stays     BEFORE UPDATE ON release     BEGIN SELECT raise(ABORT, 'releases are never changed'); END;
CREATE TRIGGER release_is_kept   BEFORE DELETE ON release     BEGIN SELECT raise(ABORT, 'releases are never removed'); END;
CREATE TRIGGER publication_stays BEFORE UPDATE ON publication BEGIN SELECT raise(ABORT, 'publications are never changed'); END;
CREATE TRIGGER publication_kept  BEFORE DELETE ON publication BEGIN SELECT raise(ABORT, 'publications are never removed'); END;
CREATE TRIGGER journal_stays     BEFORE UPDATE ON journal     BEGIN SELECT raise(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_is_kept   BEFORE DELETE ON journal     BEGIN SELECT raise(ABORT, 'the journal is never shortened'); END;
