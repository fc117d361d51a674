WITH asked AS (
  SELECT e.id AS element, q.closes, e.scope = 'programme-facilities' AS programme_only,
         CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END AS level
  FROM element AS e
  JOIN (SELECT unnest(from_json($1::JSON, '["DATE"]')) AS closes) AS q
    ON month(q.closes) % e.step_months = 0
  WHERE e.id IN (SELECT unnest(from_json($2::JSON, '["VARCHAR"]')))
),
due AS (
  SELECT a.element, a.closes, p.country, count(*) AS units
  FROM asked AS a
  JOIN place AS p
    ON p.level = a.level AND (p.programme OR NOT a.programme_only)
   AND coalesce(p.opened <= a.closes, true) AND coalesce(p.closed >= a.closes, true)
  GROUP BY ALL
),
came AS (
  SELECT a.element, a.closes, c.country, sum(c.observed + c.inapplicable + c.withheld) AS words
  FROM asked AS a
  JOIN cube AS c
    ON c.element = a.element AND c.cell = '' AND c.level = a.level AND (c.programme OR NOT a.programme_only)
   AND c.period_end = a.closes AND a.closes BETWEEN c.open_from AND c.open_until
  GROUP BY ALL
)
SELECT d.country, concat(year(d.closes), '-Q', quarter(d.closes)) AS quarter,
       sum(least(d.units, coalesce(c.words, 0)))::INTEGER AS reported, sum(d.units)::INTEGER AS expected
FROM due AS d
LEFT JOIN came AS c USING (element, closes, country)
GROUP BY ALL
ORDER BY quarter, country
