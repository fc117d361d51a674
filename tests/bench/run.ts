// Speed as ratios in one run on one machine: `npm run bench`. Makes the demonstration first where there is none.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWaymark } from '../e2e/waymark-process.ts'
import { importRows } from './import-rows.ts'
import { publishing } from './publishing.ts'
import { firstView, throughput } from './reading.ts'
import { print } from './report.ts'

const data = mkdtempSync(join(tmpdir(), 'waymark-bench-data-'))
const { addresses, stop } = await startWaymark(data)
try {
  print('Import', await importRows())
  print('Publish', await publishing(data))
  print('Reading', await throughput(addresses.public))
  print('First view', await firstView(addresses.public))
} finally {
  await stop()
  rmSync(data, { recursive: true, force: true })
}
