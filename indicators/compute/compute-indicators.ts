import type { IndicatorEvidence } from '../model/evidence.ts'
import type { WindowKind } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import type { Quarter } from '../model/period.ts'
import { countries, PROGRAMME } from '../model/place.ts'
import type { Completeness, PlaceName, Standing } from '../model/released.ts'
import type { RunSql } from '../model/run-sql.ts'
import type { Plan } from '../model/target.ts'
import { completenessOf } from './completeness.ts'
import { type IndicatorValue, indicatorValues } from './compute-values.ts'
import { awaitedReports, evidenceOf } from './evidence.ts'
import { measuredParts } from './measured-parts.ts'
import { inOtherWindows, type WindowValue } from './other-windows.ts'
import { plansWithProgramme } from './plans.ts'
import { questionsOf } from './questions.ts'
import {
  type CalendarRow,
  calendars,
  type PlaceRow,
  placesAboveUnits,
  type SubmissionRow,
  submissions,
} from './registers.sql.ts'
import { indicatorStandings } from './standings.ts'

/** Everything computed for one release, before anything is protected. Its order never changes. */
export type Computed = {
  /** The last quarter with data; `quarters` ends with it. */
  quarter: Quarter
  quarters: Quarter[]
  dataAsOf: string
  values: IndicatorValue[]
  /** The same indicators in the other windows asked for. */
  otherWindows: WindowValue[]
  standings: (Standing & { indicator: string })[]
  /** Indicator id → the programme's pooled plans, then the countries'. */
  plans: Record<string, Plan[]>
  /** Programme, countries, regions. */
  places: PlaceName[]
  completeness: Completeness[]
  /** What the figures were made of; empty in what is shown to everybody. */
  evidence: IndicatorEvidence[]
}

export type ComputeAt = {
  quarters: readonly Quarter[]
  quarter: Quarter
  dataAsOf: string
  /** Where only later facts changed: figures of quarters before this one are not computed again. */
  from?: Quarter
  /** Other windows than each indicator's own. */
  windows?: readonly WindowKind[]
}

/**
 * Computes every indicator of a logframe for every place, quarter and cell.
 *
 * Reads   fact, place, element, submission of a warehouse
 * Shape   by indicator as in the logframe, then quarter, place, cell
 * Unit    each indicator's own, unrounded
 * Source  docs/methods.md
 */
export async function computeIndicators(db: RunSql, logframe: Logframe, at: ComputeAt): Promise<Computed> {
  const quarters = at.quarters.filter((quarter) => quarter <= at.quarter)
  const places = await db.all<PlaceRow>(placesAboveUnits)
  const received = await db.all<SubmissionRow>(submissions)
  const years = await db.all<CalendarRow>(calendars)
  const yearStarts = new Map(years.map(({ country, yearStartMonth }) => [country, yearStartMonth]))
  const questions = questionsOf(logframe, { quarters, from: at.from, windows: at.windows ?? [], yearStarts })
  const parts = await measuredParts(db, questions, received, at.dataAsOf)
  const codes = {
    countries: countries.filter((country) => places.some(({ code }) => code === country)),
    regions: places.filter(({ level }) => level === 'region').map(({ code }) => code),
  }
  const plans = plansWithProgramme(logframe)
  const shared = { windows: questions.windows, awaited: awaitedReports(received, at.dataAsOf) }
  const byIndicator = questions.indicators.map((asked) => {
    const values = indicatorValues(asked, parts, codes)
    return {
      values,
      standings: indicatorStandings(asked.indicator, plans[asked.indicator.id] ?? [], values, at.dataAsOf),
      evidence: evidenceOf(asked, parts, codes, shared),
    }
  })
  return {
    quarter: at.quarter,
    quarters,
    dataAsOf: at.dataAsOf,
    values: byIndicator.flatMap(({ values }) => values),
    otherWindows: inOtherWindows(questions.otherWindows, parts, codes, logframe, yearStarts),
    standings: byIndicator.flatMap(({ standings }) => standings),
    plans,
    places: namesOf(places, [PROGRAMME, ...codes.countries, ...codes.regions]),
    completeness: await completenessOf(
      db,
      logframe,
      { quarters: quarters.filter((quarter) => quarter >= (at.from ?? '')), dataAsOf: at.dataAsOf },
      received,
    ),
    evidence: byIndicator.map(({ evidence }) => evidence),
  }
}

const namesOf = (places: readonly PlaceRow[], codes: readonly string[]): PlaceName[] =>
  codes.map((code) => ({ code, name: places.find((place) => place.code === code)?.name ?? code }))
