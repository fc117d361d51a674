import { termsOf } from '../logframe/formula-terms.ts'
import { definitionFor } from '../model/definition-history.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { type Quarter, quarterEnd } from '../model/period.ts'
import type { Completeness } from '../model/released.ts'
import type { RunSql } from '../model/run-sql.ts'
import { type ReportedRow, reportedParts, type SubmissionRow } from './registers.sql.ts'

const DAY = 86_400_000

/**
 * Who reported how much of what the indicators need, and how late.
 *
 * Shape   one per (quarter, country) that has a deadline
 * Unit    days after the deadline; a report that came after `dataAsOf` has not come
 */
export async function completenessOf(
  db: RunSql,
  { indicators }: Logframe,
  { quarters, dataAsOf }: { quarters: readonly Quarter[]; dataAsOf: string },
  submissions: readonly SubmissionRow[],
): Promise<Completeness[]> {
  const rows: ReportedRow[] = []
  for (const [needed, own] of Map.groupBy(quarters, (quarter) => elementsNeeded(indicators, quarter)))
    rows.push(...(await db.all<ReportedRow>(reportedParts(needed.split(' '), own.map(quarterEnd)))))
  const deadlines = new Map(submissions.map((one) => [`${one.country} ${one.quarter}`, one]))
  return rows.sort(byQuarter).flatMap(({ country, quarter, reported, expected }) => {
    const deadline = deadlines.get(`${country} ${quarter}`)
    if (!deadline) return []
    const { due, received } = deadline
    const came = received !== null && received <= dataAsOf
    const daysLate = came ? Math.round((Date.parse(received) - Date.parse(due)) / DAY) : null
    return [{ country, quarter, reported, expected, daysLate }]
  })
}

/** What the definitions that hold at a quarter's end are made of, each element once. */
const elementsNeeded = (indicators: readonly Indicator[], quarter: Quarter) => {
  const used = indicators.flatMap((indicator) => termsOf(definitionFor(indicator, quarter).formula))
  return [...new Set(used.map(({ term }) => term.element))].sort().join(' ')
}

const byQuarter = (a: ReportedRow, b: ReportedRow) =>
  a.quarter === b.quarter ? (a.country < b.country ? -1 : 1) : a.quarter < b.quarter ? -1 : 1
