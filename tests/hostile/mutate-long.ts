// Many mutants in one run, which goes on where it was broken off.
//   node tests/hostile/mutate-long.ts 1000000 mutants.json
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { seeds } from './mutation/seeds.ts'
import { noMutants, type Summary, tryMutants } from './mutation/try-mutants.ts'

const STEP = 1000
const [, , count = '10000', path = ''] = process.argv
const files = await seeds()
let summary: Summary = path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : noMutants
const start = performance.now()
const first = summary.next

while (summary.next < Number(count)) {
  summary = await tryMutants(files, summary, Math.min(Number(count), summary.next + STEP))
  if (path) writeFileSync(path, JSON.stringify(summary, null, 2))
  const perSecond = (1000 * (summary.next - first)) / (performance.now() - start)
  console.log(
    `${summary.next} of ${count}, ${Math.round(perSecond)} a second, ${summary.faults.length} faults`,
  )
}
console.log(JSON.stringify(summary, null, 2))
process.exitCode = summary.faults.length > 0 ? 1 : 0
