// Runs every check and every test, then says the sum on one plain line. `node tests/run.mjs [vitest filters…]`
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const filters = process.argv.slice(2)
const checks = filters.length
  ? []
  : [
      ['Formatting and lint', 'biome', ['check', '.']],
      ['Types', 'tsc', []],
      ['Dead code and unused dependencies', 'knip', []],
    ]

let passed = 0
let failed = 0

for (const [label, tool, args] of checks) {
  console.log(`\n▸ ${label}`)
  const { status } = spawnSync(join('node_modules', '.bin', tool), args, { stdio: 'inherit' })
  if (status === 0) passed += 1
  else failed += 1
}

console.log('\n▸ Tests')
const folder = mkdtempSync(join(tmpdir(), 'waymark-tests-'))
const report = join(folder, 'report.json')
const { status } = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ],
  { stdio: 'inherit', env: { ...process.env, UV_THREADPOOL_SIZE: '16' } },
)
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  const loadFailures = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  failed += loadFailures.length
} catch {
  console.error('The test runner wrote no report.')
}
if (status !== 0 && failed === 0) failed = 1
rmSync(folder, { recursive: true })

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
