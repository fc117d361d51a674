import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDefinitions } from '../../../api/services/definitions.ts'
import { findBulkText } from '../../../pipelines/stages/bulk/find-bulk-text.ts'
import { readBulkApart } from '../../../pipelines/stages/bulk/read-bulk-apart.ts'
import { type Line, perSecond, seconds, timed, times, whole } from '../report.ts'
import { writeLongText } from './long-text.ts'
import { readRowByRow } from './row-by-row.ts'

const BESIDE = 500_000

/** A long table of so many rows, from the disk to slices, beside the same done row by row for fewer rows. */
export async function bulkRows(rows: number): Promise<Line[]> {
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-bulk-'))
  try {
    const { sources } = loadDefinitions()
    const path = join(data, 'long.csv')
    await writeLongText(path, rows, sources)
    const size = statSync(path).size
    const folder = mkdtempSync(join(data, 'work-'))
    let highest = 0
    const ours = await timed(async () => {
      const found = await findBulkText(path, join(folder, 'aside.csv'))
      if (!found) throw new Error('not seen as a long table')
      const request = {
        ...found,
        file: 'long.csv',
        fileHash: 'a'.repeat(64),
        country: 'UGA' as const,
        sources,
        folder,
      }
      const read = await readBulkApart(request, undefined, (held) => {
        highest = Math.max(highest, held)
      })
      if (read.records !== rows || read.slices.length === 0)
        throw new Error(JSON.stringify(read.findings.slice(0, 3)))
      return read
    })
    const few = join(data, 'few.csv')
    await writeLongText(few, Math.min(rows, BESIDE), sources)
    const theirs = await timed(() => readRowByRow(few, sources))
    const [own, other] = [perSecond(rows, ours.ms), perSecond(theirs.result, theirs.ms)]
    return [
      {
        what: `${whole(rows)} rows (${whole(size / 1e6)} MB) to ${ours.result.slices.length} slices`,
        figure: `${seconds(ours.ms)}, ${whole(own)} rows/s, at most ${whole(highest)} MiB`,
        beside: `row by row ${whole(other)} rows/s: ${times(own / other)}`,
      },
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
