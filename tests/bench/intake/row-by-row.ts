import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { codeBookOf } from '../../../pipelines/stages/coded/code-book.ts'
import { blankValue } from '../../../pipelines/stages/coded/coded-value.ts'
import { longRolesOf } from '../../../pipelines/stages/coded/long-columns.ts'
import { mapValue } from '../../../pipelines/stages/coded/map-message.ts'
import type { Sources } from '../../../pipelines/stages/map/load-sources.ts'
import { stageObservations } from '../../../pipelines/warehouse/observation.sql.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'

const BATCH = 100_000

/** The same text the way programs usually read it: row by row with csv-parse, each row checked, then appended to a table. */
export async function readRowByRow(path: string, sources: Sources): Promise<number> {
  const book = codeBookOf(sources, 'UGA')
  const db = await openWarehouse()
  const context = {
    kind: 'long' as const,
    file: 'long.csv',
    fileHash: 'a'.repeat(64),
    sheet: '',
    book,
    yearStartMonth: 1,
    add: () => {},
  }
  const batch: NonNullable<ReturnType<typeof mapValue>>['change']['observation'][] = []
  let roles: ReturnType<typeof longRolesOf> = null
  let rows = 0
  let tables = 0
  const flush = async () => {
    await stageObservations(db, `batch_${tables}`, batch)
    tables += 1
    batch.length = 0
  }
  for await (const record of createReadStream(path).pipe(parse()) as AsyncIterable<string[]>) {
    if (!roles) {
      roles = longRolesOf(record)
      continue
    }
    rows += 1
    const text = (role: string) => record[roles?.indexOf(role as never) ?? -1] ?? ''
    const mapped = mapValue(
      {
        ...blankValue(rows, `E${rows + 1}`),
        element: text('element'),
        place: text('place'),
        period: text('period'),
        combo: text('cell'),
        value: text('value'),
        status: text('status'),
      },
      context,
    )
    if (mapped) batch.push(mapped.change.observation)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  db.close()
  return rows
}
