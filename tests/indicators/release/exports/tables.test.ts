import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { downloads } from '../../../../indicators/model/download.ts'
import { openWarehouse } from '../../../../pipelines/warehouse/open-warehouse.ts'
import { smallRelease } from '../small-release.ts'

const { folder } = await smallRelease()

describe.each(['public', 'internal'])('the tables of the %s edition', (edition) => {
  const path = (name: string) => join(folder, edition, name)
  const { columns } = JSON.parse(readFileSync(path('values.json'), 'utf8'))
  const sdmx: Record<string, string>[] = parse(readFileSync(path('values.sdmx.csv')), { columns: true })
  const described = JSON.parse(readFileSync(path('datapackage.json'), 'utf8'))

  it('have the same values in SDMX-CSV, a number exactly where the status is normal', () => {
    expect(sdmx.map(({ OBS_VALUE }) => OBS_VALUE)).toEqual(
      columns.value.map((value: number | null) => (value === null ? '' : String(value))),
    )
    for (const { OBS_VALUE, OBS_STATUS } of sdmx) expect(OBS_VALUE !== '').toBe(OBS_STATUS === 'A')
  })

  it('keep what is withheld, missing and impossible apart, and give one sign for all that is withheld', () => {
    const seen = new Map<string, Set<string>>()
    sdmx.forEach(({ OBS_STATUS, CONF_STATUS }, row) => {
      const state = columns.state[row]
      seen.set(state, (seen.get(state) ?? new Set()).add(`${OBS_STATUS}${CONF_STATUS}`))
    })
    const codes = {
      observed: 'AF',
      missing: 'LF',
      not_due: 'OF',
      not_applicable: 'MF',
      withheld: 'QC',
      suppressed: 'QC',
    }
    for (const [state, found] of seen) expect([...found]).toEqual([codes[state as keyof typeof codes]])
    expect(seen.size).toBeGreaterThan(1)
  })

  it('name indicators, parts and sexes as code lists can', () => {
    const codes = sdmx.flatMap((row) =>
      ['INDICATOR', 'REF_AREA', 'SEX', 'COMPOSITE_BREAKDOWN'].map((name) => row[name]),
    )
    expect(codes.filter((code) => !/^[A-Z0-9_@$-]+$/.test(code ?? ''))).toEqual([])
    const keys = sdmx.map((row) =>
      ['INDICATOR', 'REF_AREA', 'TIME_PERIOD', 'SEX', 'COMPOSITE_BREAKDOWN'].map((name) => row[name]).join(),
    )
    expect(new Set(keys).size).toBe(sdmx.length)
  })

  it('are described with every column, every state and every download’s size and hash', () => {
    const [{ schema }] = described.resources
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(columns))
    const state = schema.fields.find(({ name }: { name: string }) => name === 'state')
    const known = state.categories.map(({ value }: { value: string }) => value)
    expect(columns.state.filter((one: string) => !known.includes(one))).toEqual([])
    expect(
      described.resources.map(({ bytes, hash }: { bytes: number; hash: string }) => [bytes, hash]),
    ).toEqual(
      downloads.map(({ file }) => {
        const bytes = readFileSync(path(file))
        return [bytes.length, `sha256:${createHash('sha256').update(bytes).digest('hex')}`]
      }),
    )
  })

  it('have below their header, where HXL is asked for, a tag of its own for each column', () => {
    const [head, tags = '', ...rows] = readFileSync(path('values.hxl.csv'), 'utf8').split('\r\n')
    expect([head, ...rows]).toEqual(readFileSync(path('values.csv'), 'utf8').split('\r\n'))
    const written = tags.split(',')
    expect(written.filter((tag) => !/^#[a-z]+(\+[a-z]+)*$/.test(tag))).toEqual([])
    expect(new Set(written).size).toBe(Object.keys(columns).length)
  })

  it('are the same, value for value, in Parquet as another program reads it', async () => {
    const db = await openWarehouse(':memory:', { folders: [folder] })
    const rows = await db.all<Record<string, unknown>>({
      text: 'SELECT * FROM read_parquet($1)',
      values: [path('values.parquet')],
    })
    db.close()
    expect(rows.length).toBe(columns.value.length)
    for (const name of Object.keys(columns)) expect(rows.map((row) => row[name])).toEqual(columns[name])
  })

  it('give another program the same rows, total and empty cells', async () => {
    const db = await openWarehouse(':memory:', { folders: [folder] })
    const count = async (name: string, column: string) => {
      const [row] = await db.all<{ n: number; filled: number; total: number }>({
        text: `SELECT count(*)::INT AS n, count("${column}")::INT AS filled, sum("${column}")::DOUBLE AS total
                 FROM read_csv($1, header = true, all_varchar = false)`,
        values: [path(name)],
      })
      return row
    }
    const numbers = columns.value.filter((value: number | null) => value !== null)
    const expected = {
      n: columns.value.length,
      filled: numbers.length,
      total: numbers.reduce((sum: number, value: number) => sum + value, 0),
    }
    for (const [name, column] of [
      ['values.csv', 'value'],
      ['values.sdmx.csv', 'OBS_VALUE'],
    ] as const) {
      const found = await count(name, column)
      expect([found?.n, found?.filled]).toEqual([expected.n, expected.filled])
      expect(found?.total).toBeCloseTo(expected.total, 6)
    }
    db.close()
  })
})

describe.each(['public', 'internal'])('the workbook of the %s edition', async (edition) => {
  const bytes = readFileSync(join(folder, edition, 'values.xlsx'))
  const { columns } = JSON.parse(readFileSync(join(folder, edition, 'values.json'), 'utf8'))
  const { sheets } = await readXlsx(bytes)
  const sheet = (name: string) => sheets.find((one) => one.name === name)?.rows ?? []

  it('holds every value with its type, and an empty cell where there is no number', () => {
    const [head = [], ...rows] = sheet('Values')
    expect(head).toEqual(Object.keys(columns))
    expect(rows).toHaveLength(columns.value.length)
    for (const [at, name] of Object.keys(columns).entries())
      expect(rows.map((row) => row[at] ?? null)).toEqual(
        columns[name].map((value: unknown) => (value === '' ? null : value)),
      )
  })

  it('tells baseline, latest value and target of each indicator with days that are days', () => {
    const [head = [], ...rows] = sheet('Logframe')
    const trained = rows.filter(([code]) => code === 'OP1.2.1')
    expect(trained.map((row) => row[head.indexOf('place')])).toEqual(['ALL', 'KAZ', 'TUN', 'UGA'])
    for (const row of trained) {
      expect(row[head.indexOf('target_date')]).toBeInstanceOf(Date)
      expect(typeof row[head.indexOf('target')]).toBe('number')
      expect((row[head.indexOf('latest')] ?? null) === null).toBe(row[head.indexOf('state')] !== 'observed')
    }
  })

  it('has for OPSYS every planned and current value of the programme, by its approved name', () => {
    const [head = [], ...rows] = sheet('OPSYS')
    const of = (row: readonly unknown[], name: string) => row[head.indexOf(name)] ?? null
    const trained = rows.filter((row) => of(row, 'code') === 'OP1.2.1')
    const fields = trained.filter((row) => of(row, 'part') === 'Total').map((row) => of(row, 'field'))
    expect([fields[0], fields.at(-2), fields.at(-1)]).toEqual(['Baseline', 'Final target', 'Current value'])
    const current = trained.filter((row) => of(row, 'field') === 'Current value')
    expect(current.map((row) => of(row, 'part'))).toEqual(['Total', 'Women', 'Men', 'KAZ', 'TUN', 'UGA'])
    for (const row of rows) {
      expect(of(row, 'date')).toBeInstanceOf(Date)
      expect(typeof of(row, 'indicator')).toBe('string')
      if (of(row, 'value') === null) expect(of(row, 'comment')).not.toBeNull()
    }
  })

  it('has named tables without merged cells and no formula', () => {
    const parts = unzipSync(bytes)
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const names = Object.keys(parts)
    const tables = names.filter((name) => /^xl\/tables\/.*\.xml$/.test(name))
    expect(tables.map((name) => /displayName="(\w+)"/.exec(text(name))?.[1]).sort()).toEqual([
      'DefinitionsTable',
      'LogframeTable',
      'OPSYSTable',
      'ValuesTable',
    ])
    for (const name of names.filter((one) => /^xl\/worksheets\/.*\.xml$/.test(one)))
      expect(text(name)).not.toMatch(/<mergeCell|<f[ >]/)
  })
})
