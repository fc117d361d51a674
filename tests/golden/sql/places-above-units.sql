SELECT code, name, level
FROM place
WHERE level IN ('country', 'region')
ORDER BY code
