import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { literal, openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { timed } from '../report.ts'
import { byHandInPostgres } from './by-hand-postgres.sql.ts'
import { startPostgres } from './postgres.ts'
import { cellNumbers, preparation, rowsFor, type TableName, tables } from './postgres-tables.sql.ts'
import { asked } from './scene.ts'

const names = Object.keys(tables) as TableName[]

/**
 * The facts of a warehouse in PostgreSQL, asked the same.
 *
 * Unit    `load` is COPY, index, VACUUM and ANALYZE; `values` the fastest of `rounds`; in ms
 */
export async function inPostgres({ path, keep, rounds }: { path: string; keep: string; rounds: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-copy-'))
  chmodSync(folder, 0o755)
  try {
    await writeTables(path, folder)
    const { run, stop } = await startPostgres()
    try {
      for (const name of names) await run(`CREATE TABLE ${name} (${tables[name]})`)
      const load = await timed(async () => {
        for (const name of names) await run(`COPY ${name} FROM '${join(folder, `${name}.csv`)}' (FORMAT csv)`)
        await run(preparation)
      })
      let values = Number.POSITIVE_INFINITY
      for (let round = 0; round < rounds; round += 1) {
        const answered = await timed(() => run(byHandInPostgres))
        values = Math.min(values, answered.ms)
        writeFileSync(keep, rowsOf(answered.result).join('\n'))
      }
      return { load: load.ms, values }
    } finally {
      await stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writeTables(path: string, folder: string) {
  const { measures, windows } = asked()
  const bound: Partial<Record<TableName, unknown>> = { measure: measures, span_window: windows }
  const db = await openWarehouse(path, { readOnly: true, folders: [folder] })
  try {
    await db.run({ text: cellNumbers, values: [] })
    for (const name of names) {
      const to = literal(join(folder, `${name}.csv`))
      const values = name in bound ? [JSON.stringify(bound[name])] : []
      await db.run({ text: `COPY (${rowsFor[name]}) TO ${to} (FORMAT csv, HEADER false)`, values })
    }
  } finally {
    db.close()
  }
}

/** CSV as the rows of `MeasuredRow`, one JSON a line. */
function rowsOf(csv: string) {
  const [header = '', ...lines] = csv.trimEnd().split('\n')
  const columns = header.split(',')
  const texts = new Set(['quarter', 'place', 'latest'])
  const valueIn = (column: string, text: string) => {
    if (text === '') return null
    if (column === 'carried') return text === 't'
    return texts.has(column) ? text : Number(text)
  }
  return lines.map((line) => {
    const cells = line.split(',')
    return JSON.stringify(
      Object.fromEntries(columns.map((column, nth) => [column, valueIn(column, cells[nth] ?? '')])),
    )
  })
}
