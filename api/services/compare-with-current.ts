import type { DataElement } from '../../indicators/model/data-element.ts'
import { quarterEnd, quarterOf, quarterStart } from '../../indicators/model/period.ts'
import { type Language, localise } from '../../indicators/model/text.ts'
import type { DeliveredState } from '../../indicators/model/value-state.ts'
import type { Checked } from '../../pipelines/stages/check-file.ts'
import { stageObservations } from '../../pipelines/warehouse/observation.sql.ts'
import type { Warehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import type { Difference, Differences } from '../contract/check-file.ts'
import {
  addReport,
  countDifferences,
  findDifferences,
  findKnown,
  gravestDifferences,
  reportsTold,
} from './differences.sql.ts'

type Row = Pick<Difference, 'kind' | 'suspicious' | 'element' | 'place' | 'cell' | 'sheet' | 'ref'> & {
  placeName: string | null
  periodEnd: string
  wasState: DeliveredState | null
  wasValue: number | null
  nowState: DeliveredState | null
  nowValue: number | null
}
export type FoundDifferences = Omit<Differences, 'listed'> & { gravest: readonly Row[] }

const MOST_LISTED = 200

/**
 * What a file would change of what counts now of its reports and quarters, also of one it leaves empty.
 *
 * Reads   the history, of which nothing is changed
 * Shape   null where nothing of its reports and quarters counts yet
 */
export async function compareWithCurrent(
  history: Warehouse,
  { country, slices }: Pick<Checked, 'country' | 'slices'>,
): Promise<FoundDifferences | null> {
  if (slices.length === 0) return null
  const staged = slices.flatMap(({ observations }) => observations)
  const session = await history.session()
  try {
    await stageObservations(session, 'newer', staged)
    await session.run(reportsTold)
    for (const { mapping, quarter } of slices)
      await session.run(addReport(country ?? '', mapping.id, quarterStart(quarter)))
    await session.run(findKnown(...daysOf(slices)))
    await session.run(findDifferences)
    const [counted] = await session.all<Omit<Differences, 'listed'> & { newer: boolean }>(countDifferences)
    if (!counted?.newer) return null
    const { newer: _, ...counts } = counted
    return { ...counts, gravest: await session.all<Row>(gravestDifferences(MOST_LISTED)) }
  } finally {
    session.close()
  }
}

/** First and last day of the quarters that slices tell. */
function daysOf(slices: Checked['slices']): [first: string, last: string] {
  const told = slices.flatMap(({ quarter, observations }) => [
    quarter,
    ...observations.map(({ periodEnd }) => quarterOf(periodEnd)),
  ])
  const days = [...new Set(told)].flatMap((quarter) => [quarterStart(quarter), quarterEnd(quarter)]).sort()
  return [days[0] ?? '', days.at(-1) ?? '']
}

/** Differences as a person reads them. */
export function tellDifferences(
  { gravest, ...counts }: FoundDifferences,
  language: Language,
  elements: ReadonlyMap<string, DataElement>,
): Differences {
  const listed = gravest.map(
    ({ periodEnd, placeName, wasState, wasValue, nowState, nowValue, ...row }): Difference => ({
      ...row,
      title: localise(elements.get(row.element)?.title ?? { en: row.element }, language).text,
      placeName: placeName ?? row.place,
      quarter: quarterOf(periodEnd),
      was: wasState === 'observed' ? wasValue : wasState,
      now: nowState === 'observed' ? nowValue : nowState,
    }),
  )
  return { ...counts, listed }
}
