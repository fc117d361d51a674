SELECT country, quarter, due, received
FROM submission
ORDER BY quarter, country
