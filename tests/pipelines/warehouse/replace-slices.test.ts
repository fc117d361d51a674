import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { type Computed, computeIndicators } from '../../../indicators/compute/compute-indicators.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import { type Quarter, quarterStart, quartersBetween } from '../../../indicators/model/period.ts'
import { fillWarehouse, type WarehouseContents } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse, type Warehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { replaceSlices } from '../../../pipelines/warehouse/replace-slices.ts'
import { writeSlice } from '../../../pipelines/warehouse/write-slice.ts'
import { indicator, logframeOf } from '../../indicators/compute/small-warehouse.ts'
import { contents, element, observed } from './observations.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-slices-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const quarters = quartersBetween('2019-Q3', '2021-Q2')
const units = ['KAZ-R1-01', 'KAZ-R1-02', 'UGA-R1-01']
const counted = {
  PP_STOCK: 'period',
  PP_ADM: 'period',
  PP_REL: 'year_to_date',
  TR_FIRST: 'since_start',
} as const
type Counted = keyof typeof counted

const place = (code: string, kind: 'closed' | 'region' | 'country', closed: string | null = null) => ({
  code,
  name: code,
  aliases: [],
  kind,
  programme: true,
  opened: null,
  closed,
})
const registers: WarehouseContents = {
  ...contents,
  places: [
    ...['KAZ', 'TUN', 'UGA'].map((code) => place(code, 'country')),
    ...['KAZ-R1', 'UGA-R1'].map((code) => place(code, 'region')),
    place('KAZ-R1-01', 'closed'),
    place('KAZ-R1-02', 'closed', '2020-09-30'),
    place('UGA-R1-01', 'closed'),
  ],
  elements: (Object.keys(counted) as Counted[]).map((id) =>
    element(id, { kind: id === 'PP_STOCK' ? 'stock' : 'flow' }),
  ),
}

const said = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom('missing', 'withheld', 'not_applicable', 'nothing') },
)
/** What a country said in a quarter: every element of every unit of it. */
const report = fc.array(said, { minLength: 8, maxLength: 8 })
const sliceKeys = ['KAZ', 'UGA'].flatMap((country) => quarters.map((quarter) => ({ country, quarter })))
const reports = fc.array(report, { minLength: sliceKeys.length, maxLength: sliceKeys.length })

function observationsOf(country: string, quarter: Quarter, words: readonly unknown[]): Observation[] {
  const own = units.filter((unit) => unit.startsWith(country))
  return own.flatMap((unit, u) =>
    (Object.keys(counted) as Counted[]).flatMap((id, e) => {
      const word = words[u * 4 + e]
      if (word === 'nothing') return []
      const deliveredAs = counted[id]
      const from = { period: quarter, year_to_date: `${quarter.slice(0, 4)}-Q1`, since_start: '2019-Q3' }
      return [
        observed({
          element: id,
          country: country as 'KAZ',
          place: unit,
          quarter,
          periodStart: quarterStart(from[deliveredAs]),
          deliveredAs,
          file: `${country}-${quarter}`,
          ref: `${'ABCDEFGH'[u * 4 + e]}2`,
          ...(typeof word === 'number' ? { value: word } : { value: null, state: word as 'missing' }),
        }),
      ]
    }),
  )
}

const sliceOf = async (key: (typeof sliceKeys)[number], words: readonly unknown[]) =>
  join(folder, `${(await writeSlice(observationsOf(key.country, key.quarter, words), folder)).hash}.parquet`)

async function warehouseOf(slices: readonly string[]) {
  const db = await openWarehouse(undefined, { folders: [folder] })
  await fillWarehouse(db, { ...registers, slices })
  return db
}

const tablesOf = (db: Warehouse) =>
  Promise.all(
    ['observation', 'fact', 'cube'].map((table) =>
      db.all({ text: `SELECT * FROM ${table} ORDER BY ALL`, values: [] }),
    ),
  )

const logframe = logframeOf({
  elements: [...registers.elements],
  indicators: [
    indicator({
      id: 'stock',
      formula: { kind: 'count', of: { sum: [{ element: 'PP_STOCK' }], over: 'last' } },
    }),
    indicator({
      id: 'people',
      window: 'since_start',
      formula: { kind: 'persons_unique', people: [{ element: 'PP_ADM' }], disjointCountries: true },
    }),
    ...(['PP_ADM', 'PP_REL', 'TR_FIRST'] as const).map((id) =>
      indicator({
        id: id.toLowerCase().replace('_', '-'),
        window: 'since_start',
        byRegion: true,
        formula: {
          kind: 'ratio',
          numerator: { sum: [{ element: id }], over: 'sum' },
          denominator: { sum: [{ element: 'PP_STOCK' }], over: 'mean_of_period_ends' },
          scale: 1000,
        },
        geography: 'ratio_of_sums',
      }),
    ),
  ],
  observations: [],
})
const at = { quarters, quarter: '2021-Q2', dataAsOf: '2022-01-01', windows: ['year' as const] }

/** Every figure by what it is of, in whatever window. */
const byFigure = ({ values, otherWindows }: Computed) =>
  new Map(
    [...values.map((value) => ({ ...value, window: 'own' })), ...otherWindows].map((value) => [
      [value.indicator, value.window, value.place, value.quarter, value.cell].join(' '),
      value,
    ]),
  )
const recombined = (earlier: Computed, again: Computed, from: Quarter) =>
  new Map([...[...byFigure(earlier)].filter(([, { quarter }]) => quarter < from), ...byFigure(again)])

it('leaves what a new warehouse of the same slices would hold, and the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(
      reports,
      fc.array(fc.tuple(fc.nat(sliceKeys.length - 1), report), { minLength: 1, maxLength: 2 }),
      async (before, changes) => {
        const old = await Promise.all(sliceKeys.map((key, i) => sliceOf(key, before[i] ?? [])))
        const now = [...old]
        for (const [at, words] of changes) now[at] = await sliceOf(sliceKeys[at] as never, words)
        const removed = old.filter((path) => !now.includes(path)).map((path) => basename(path, '.parquet'))
        const added = now.filter((path) => !old.includes(path))
        const [updated, fresh] = await Promise.all([
          warehouseOf([...new Set(old)]),
          warehouseOf([...new Set(now)]),
        ])
        try {
          const earlier = await computeIndicators(updated, logframe, at)
          await replaceSlices(updated, { removed, added })
          expect(await tablesOf(updated)).toEqual(await tablesOf(fresh))
          const full = await computeIndicators(fresh, logframe, at)
          expect(await computeIndicators(updated, logframe, at)).toEqual(full)
          const from = changes.map(([slice]) => sliceKeys[slice]?.quarter ?? '').sort()[0] ?? ''
          const again = await computeIndicators(updated, logframe, { ...at, from })
          expect(recombined(earlier, again, from)).toEqual(byFigure(full))
        } finally {
          updated.close()
          fresh.close()
        }
      },
    ),
    { numRuns: 10, endOnFailure: true },
  )
})

it('changes nothing where no slice changed, or an empty one came', async () => {
  const [first = ''] = await Promise.all(
    sliceKeys.slice(0, 1).map((key) => sliceOf(key, [1, 2, 3, 4, 5, 6, 7, 8])),
  )
  const empty = join(folder, `${(await writeSlice([], folder)).hash}.parquet`)
  const db = await warehouseOf([first])
  try {
    const before = await tablesOf(db)
    await replaceSlices(db, { removed: [], added: [] })
    await replaceSlices(db, { removed: [], added: [empty] })
    expect(await tablesOf(db)).toEqual(before)
  } finally {
    db.close()
  }
})

it('refuses one thing delivered twice and leaves everything as it was', async () => {
  const words = [1, 2, 3, 4, 5, 6, 7, 8]
  const [first, second] = await Promise.all(sliceKeys.slice(0, 2).map((key) => sliceOf(key, words)))
  const [twice] = observationsOf('KAZ', quarters[0] ?? '', [9])
  const again = await writeSlice(twice ? [{ ...twice, value: 9 }] : [], folder)
  const db = await warehouseOf([first ?? '', second ?? ''])
  try {
    const before = await tablesOf(db)
    await expect(
      replaceSlices(db, { removed: [], added: [join(folder, `${again.hash}.parquet`)] }),
    ).rejects.toThrow('Delivered more than once: PP_STOCK KAZ-R1-01')
    expect(await tablesOf(db)).toEqual(before)
  } finally {
    db.close()
  }
})
