// Answers conformance questions, one JSON text per line in and out: what another engine has to do to be held against
// the cases (`CONFORMANCE_ENGINE`, README).
import { createInterface } from 'node:readline'
import { computeIndicators } from '../../indicators/compute/compute-indicators.ts'
import { fillWarehouse } from '../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import type { BuiltCase } from './build-case.ts'

type Fields = Record<string, unknown>
/** A value or standing by place, quarter, cell and window (`own` for the indicator's own). */
export type Answer = { values: Fields[]; standings: Fields[] }

/** What this project's engine answers. */
export async function answerOf({ contents, logframe, at }: BuiltCase): Promise<Answer> {
  const db = await openWarehouse()
  try {
    await fillWarehouse(db, contents)
    const { values, otherWindows, standings } = await computeIndicators(db, logframe, at)
    return {
      values: [...values.map((value) => ({ ...value, window: 'own' })), ...otherWindows].map(
        ({ bounds, coverage, ...value }) => ({
          ...value,
          low: bounds?.low ?? null,
          high: bounds?.high ?? null,
          coverage: coverage && `${coverage.reported}/${coverage.expected}`,
        }),
      ),
      standings: standings.map(({ progress, ...standing }) => ({ ...standing, ...progress, window: 'own' })),
    }
  } finally {
    db.close()
  }
}

if (import.meta.main)
  for await (const line of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await answerOf(JSON.parse(line))))
