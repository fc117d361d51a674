// Speed and memory as ratios in one run on one machine.
//   npm run bench                what a service does, and a million facts; makes the demonstration first
//   npm run bench -- intake      files that are sent: a large workbook while others ask, a long table of a million rows
//   npm run bench -- intake 10   the same with a long table of so many million rows
//   npm run bench -- protect      small counts hidden and proven, in a usual and a large publication
//   npm run bench -- reading     pages and files as readers get them, and reports; makes the demonstration first
//   npm run bench -- torture     hostile, odd and very large files
//   npm run bench -- facts       ten million facts: about a quarter of an hour
//   npm run bench -- facts 100   how cost grows from one to so many million facts: twenty minutes
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWaymark } from '../e2e/waymark-process.ts'
import { afterChange } from './change.ts'
import { growth, onePass } from './facts.ts'
import { importRows } from './import-rows.ts'
import { bulkRows } from './intake/bulk.ts'
import { checkingLargeWorkbook } from './intake.ts'
import { protecting } from './protecting.ts'
import { publishing } from './publishing.ts'
import { firstView, throughput } from './reading.ts'
import { print } from './report.ts'
import { reports } from './reports.ts'
import { torture } from './torture.ts'

const MILLION = 1_000_000
const TEN_MILLION = 10 * MILLION

const [, , part, millions] = process.argv
if (part === 'intake') {
  print('A long table', await bulkRows(Number(millions ?? 1) * MILLION))
  print('A large workbook', await checkingLargeWorkbook())
} else if (part === 'protect') print('Protect', await protecting())
else if (part === 'torture') print('Torture', await torture())
else if (part === 'facts') await facts(millions ? Number(millions) * MILLION : TEN_MILLION)
else if (part === 'reading') await service(reading)
else {
  await service(async (site, data) => {
    print('Import', await importRows())
    print('Publish', await publishing(data))
    await reading(site)
  })
  await facts(MILLION)
}

async function facts(count: number) {
  const sizes = [MILLION, TEN_MILLION, count].filter((size, nth) => size < count || nth === 2)
  if (count > TEN_MILLION) return print('Growth', await growth(sizes))
  print('From facts', await onePass(count))
  print('After a change', await afterChange(count))
}

async function reading(site: string) {
  print('Reading', await throughput(site))
  print('First view', await firstView(site))
  print('Reports', await reports(site))
}

async function service(measure: (site: string, data: string) => Promise<void>) {
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-data-'))
  const { addresses, stop } = await startWaymark(data)
  try {
    await measure(addresses.public, data)
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
