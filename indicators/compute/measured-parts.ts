import { type Quarter, quarterStart } from '../model/period.ts'
import type { RunSql } from '../model/run-sql.ts'
import { silent } from './figure.ts'
import type { Part } from './local-figure.ts'
import type { Measure, SpanWindow } from './measure-register.ts'
import { type MeasuredRow, measured } from './measured.sql.ts'
import type { Questions } from './questions.ts'
import type { SubmissionRow } from './registers.sql.ts'

/** Looks up what a measure comes to in a country or region. */
export type FindPart = (measure: Measure, quarter: Quarter, place: string) => Part

export type MeasuredParts = {
  partOf: FindPart
  /** The days a measure is asked for in a place. */
  windowOf: (measure: Measure, quarter: Quarter, place: string) => SpanWindow | undefined
  isAsked: (measure: Measure, place: string) => boolean
}

/** Asks the facts for every measure at once, and says of each answer what its state is on `dataAsOf`. */
export async function measuredParts(
  db: RunSql,
  { measures, windows }: Questions,
  submissions: readonly SubmissionRow[],
  dataAsOf: string,
): Promise<MeasuredParts> {
  const rows = await db.all<MeasuredRow>(measured(measures, windows))
  const found = rowIndex(rows)
  const asked = new Set(rows.map((row) => `${row.measure} ${row.place}`))
  const byQuarter = new Map(
    [...Map.groupBy(windows, ({ span }) => span)].map(([span, own]) => [
      span,
      Map.groupBy(own, ({ quarter }) => quarter),
    ]),
  )
  const windowOf = ({ span }: Measure, quarter: Quarter, place: string) => {
    const [first, ...others] = byQuarter.get(span)?.get(quarter) ?? []
    if (!first || first.country === null) return first
    return [first, ...others].find(({ country }) => country === place.slice(0, 3))
  }
  const awaited = new Set(
    submissions
      .filter(({ due, received }) => due > dataAsOf && (received === null || received > dataAsOf))
      .map(({ country, quarter }) => `${country} ${quarter}`),
  )
  return {
    windowOf,
    isAsked: (measure, place) => asked.has(`${measure.measure} ${place}`),
    partOf(measure, quarter, place) {
      const row = found(measure.measure, quarter, place)
      const window = windowOf(measure, quarter, place)
      if (!row || !window) return silent('not_applicable')
      return partOf(row, measure, window, awaited.has(`${place.slice(0, 3)} ${window.lastQuarter}`))
    },
  }
}

/** Finds rows by small numbers: hundreds of thousands of keys put together from text would cost more than the figures. */
function rowIndex(rows: readonly MeasuredRow[]) {
  const numbered = (words: Iterable<string>) => new Map([...new Set(words)].map((word, i) => [word, i]))
  const quarters = numbered(rows.map(({ quarter }) => quarter))
  const places = numbered(rows.map(({ place }) => place))
  const at = (measure: number, quarter: string, place: string) => {
    const [q, p] = [quarters.get(quarter), places.get(place)]
    return q === undefined || p === undefined ? -1 : (measure * quarters.size + q) * places.size + p
  }
  const found = new Map(rows.map((row) => [at(row.measure, row.quarter, row.place), row]))
  return (measure: number, quarter: string, place: string) => found.get(at(measure, quarter, place))
}

/**
 * A row as a part. A report not due yet is no gap: until any of it has come, the window is not due.
 * A window in which no period can lie wholly has nothing due either.
 */
function partOf(row: MeasuredRow, { rule }: Measure, window: SpanWindow, awaited: boolean): Part {
  const { reported, expected } = row
  const coverage = { reported, expected }
  const ended = row.latest !== null && row.latest >= quarterStart(window.lastQuarter)
  if (reported > 0 && awaited && rule !== 'last' && !ended) return silent('not_due', coverage)
  if (reported > 0)
    return {
      ...silent('observed', coverage),
      value: row.value,
      partial: reported < expected,
      carried: row.carried,
    }
  if (rule !== 'last' && window.lastSlot < window.firstSlot) return silent('not_due')
  if (expected === 0) return silent('not_applicable')
  return silent(row.withheld > 0 ? 'withheld' : awaited ? 'not_due' : 'missing', coverage)
}
