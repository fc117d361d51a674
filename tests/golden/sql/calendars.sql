SELECT country, year_start_month AS "yearStartMonth"
FROM calendar
ORDER BY country
