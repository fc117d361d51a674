import { type Quarter, quarterEnd, quartersBetween } from '../../indicators/model/period.ts'
import type { Calendar } from '../../pipelines/stages/map/mapping.ts'
import type { Submission } from '../../pipelines/warehouse/tables.sql.ts'
import type { Import } from '../store/imports.ts'

type Received = Pick<Import, 'mapping' | 'quarter' | 'receivedOn'>

/**
 * When each country's quarter was due and when it came.
 *
 * Reads   the calendars' reports and every import, superseded ones too: a correction does not make a quarter late
 * Shape   one per (country, quarter) from `first` to `last`; `received` is the day the last of its reports first
 *         came, null where none did
 */
export function submissionsOf(
  imports: readonly Received[],
  calendars: readonly Calendar[],
  first: Quarter,
  last: Quarter,
): Submission[] {
  const firstCame = new Map<string, string>()
  for (const { mapping, quarter, receivedOn } of imports) {
    const key = `${mapping} ${quarter}`
    const known = firstCame.get(key)
    if (known === undefined || receivedOn < known) firstCame.set(key, receivedOn)
  }
  return calendars.flatMap(({ country, dueDays, reports }) =>
    quartersBetween(first, last).map((quarter) => {
      const came = reports
        .filter(({ quarters }) => quarters.includes(Number(quarter.slice(6))))
        .flatMap(({ mapping }) => firstCame.get(`${mapping} ${quarter}`) ?? [])
      return {
        country,
        quarter,
        due: daysAfter(quarterEnd(quarter), dueDays),
        received: came.sort().at(-1) ?? null,
      }
    }),
  )
}

const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
