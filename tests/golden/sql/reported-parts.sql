WITH due AS (
  SELECT e.id AS element, q.closes, p.code AS place, p.country
  FROM element AS e
  JOIN (SELECT unnest(from_json($1::JSON, '["DATE"]')) AS closes) AS q
    ON month(q.closes) % e.step_months = 0
  JOIN place AS p
    ON p.level = CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END
   AND (p.programme OR e.scope <> 'programme-facilities')
   AND coalesce(p.opened <= q.closes, true) AND coalesce(p.closed >= q.closes, true)
  WHERE e.id IN (SELECT unnest(from_json($2::JSON, '["VARCHAR"]')))
),
came AS (
  SELECT DISTINCT element, place, period_end
  FROM fact
  WHERE state <> 'missing' AND cell = ''
)
SELECT d.country, concat(year(d.closes), '-Q', quarter(d.closes)) AS quarter,
       count(c.place)::INTEGER AS reported, count(*)::INTEGER AS expected
FROM due AS d
LEFT JOIN came AS c ON c.element = d.element AND c.place = d.place AND c.period_end = d.closes
GROUP BY ALL
ORDER BY quarter, country
