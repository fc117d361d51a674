import { writeFileSync } from 'node:fs'
import { computeIndicators } from '../../../indicators/compute/compute-indicators.ts'
import type { Measure } from '../../../indicators/compute/measure-register.ts'
import { type MeasuredRow, measured } from '../../../indicators/compute/measured.sql.ts'
import type { IndicatorQuestions, Questions } from '../../../indicators/compute/questions.ts'
import type { Quarter } from '../../../indicators/model/period.ts'
import { buildWarehouse, updateWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { cubeRows } from '../../../pipelines/warehouse/cube.sql.ts'
import { openWarehouse, type Warehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { timed } from '../report.ts'
import { byHand } from './by-hand.sql.ts'
import { asked, at, logframe, registersFor } from './scene.ts'

/** `ms` by step; `rows` is how many values came out, which are kept in `keep` for others to compare with. */
export type Done<Step extends string = string> = { ms: Record<Step, number>; rows: number }
type OnFacts = { path: string; keep?: string }

/** The cube from the facts, then all measures from the cube. */
export const ours = ({ path, keep }: OnFacts) =>
  over(path, async (db) => {
    const cube = await timed(() => makeCube(db, 'fact'))
    const { measures, windows } = asked()
    const values = await timed(() => db.all<MeasuredRow>(measured(measures, windows)))
    return done({ cube: cube.ms, values: values.ms }, values.result, keep)
  })

/** All measures from the facts in one statement written for them. */
export const handWritten = ({ path, keep }: OnFacts) =>
  over(path, async (db) => {
    const { measures, windows } = asked()
    const values = await timed(() => db.all<MeasuredRow>(byHand(measures, windows)))
    return done({ values: values.ms }, values.result, keep)
  })

/** As `ours`, but each indicator by itself from the facts of its elements. */
export const oneByOne = ({ path, keep }: OnFacts) =>
  over(path, (db) =>
    eachIndicator(keep, async ({ measures, windows }) => {
      const elements = [...new Set(measures.map(({ element }) => `'${element}'`))].join(', ')
      await makeCube(db, `(SELECT * FROM fact WHERE element IN (${elements}))`)
      return db.all<MeasuredRow>(measured(measures, windows))
    }),
  )

/** As `handWritten`, but a statement for each indicator. */
export const oneByOneByHand = ({ path, keep }: OnFacts) =>
  over(path, (db) =>
    eachIndicator(keep, ({ measures, windows }) => db.all<MeasuredRow>(byHand(measures, windows))),
  )

type OnSlices = {
  path: string
  slices: string[]
  facts: number
  from?: string
  since?: Quarter
  keep?: string
}

/** A warehouse from slices, or from an earlier one and what changed; then all indicators, since a quarter or ever. */
export async function publishable({ path, slices, facts, from, since, keep }: OnSlices) {
  const contents = { ...registersFor(facts), path, slices }
  const warehouse = await timed(() =>
    from ? updateWarehouse({ ...contents, from }) : buildWarehouse(contents),
  )
  const db = await openWarehouse(path, { readOnly: true })
  try {
    const computed = await timed(() =>
      computeIndicators(db, logframe, { ...at, ...(since ? { from: since } : {}) }),
    )
    const { values, otherWindows } = computed.result
    return done({ warehouse: warehouse.ms, indicators: computed.ms }, [...values, ...otherWindows], keep)
  } finally {
    db.close()
  }
}

async function over(path: string, work: (db: Warehouse) => Promise<Done>) {
  const db = await openWarehouse(path)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

const makeCube = (db: Warehouse, fact: string) =>
  db.run({ text: `CREATE OR REPLACE TABLE cube AS ${cubeRows(fact).text}`, values: [] })

async function eachIndicator(
  keep: string | undefined,
  ask: (questions: Pick<Questions, 'measures' | 'windows'>) => Promise<MeasuredRow[]>,
) {
  const { indicators, otherWindows, windows } = asked()
  const found = new Map<string, MeasuredRow>()
  let ms = 0
  for (const { id } of logframe.indicators) {
    const measures = measuresOf(
      [...indicators, ...otherWindows].filter(({ indicator }) => indicator.id === id),
    )
    const spans = new Set(measures.map(({ span }) => span))
    const rows = await timed(() => ask({ measures, windows: windows.filter(({ span }) => spans.has(span)) }))
    ms += rows.ms
    for (const row of rows.result) found.set(`${row.measure} ${row.quarter} ${row.place}`, row)
  }
  return done({ values: ms }, [...found.values()], keep)
}

const measuresOf = (questions: readonly IndicatorQuestions[]): Measure[] => [
  ...new Set(
    questions
      .flatMap((one) => one.questions)
      .flatMap(({ of, over, people }) => [
        ...of,
        ...(over ?? []),
        ...(people?.activities ?? []),
        ...(people?.firstTime ?? []),
        ...(people?.base ?? []),
      ]),
  ),
]

function done<Step extends string>(
  ms: Record<Step, number>,
  rows: readonly unknown[],
  keep: string | undefined,
): Done<Step> {
  if (keep) writeFileSync(keep, rows.map((row) => JSON.stringify(row)).join('\n'))
  return { ms, rows: rows.length }
}
