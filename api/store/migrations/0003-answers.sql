-- What a sender answered about a file: it is read with that again.

DROP VIEW import_with_successor;

ALTER TABLE import ADD COLUMN answers TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers));

CREATE VIEW import_with_successor AS
  SELECT import.*,
         (SELECT min(later.id)
            FROM import AS later
           WHERE later.mapping = import.mapping
             AND later.quarter = import.quarter
             AND later.id > import.id) AS superseded_by
    FROM import;
