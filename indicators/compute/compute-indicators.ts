import type { Logframe } from '../model/logframe.ts'
import type { Quarter } from '../model/period.ts'
import { countries, PROGRAMME } from '../model/place.ts'
import type { Completeness, PlaceName, Standing } from '../model/released.ts'
import type { RunSql } from '../model/run-sql.ts'
import type { Plan } from '../model/target.ts'
import { completenessOf } from './completeness.ts'
import { type IndicatorValue, indicatorValues } from './compute-values.ts'
import { measuredParts } from './measured-parts.ts'
import { plansWithProgramme } from './plans.ts'
import { questionsOf } from './questions.ts'
import { type PlaceRow, placesAboveUnits, type SubmissionRow, submissions } from './registers.sql.ts'
import { indicatorStandings } from './standings.ts'

/** Everything computed for one release, before anything is protected. Its order never changes. */
export type Computed = {
  /** The last quarter with data; `quarters` ends with it. */
  quarter: Quarter
  quarters: Quarter[]
  dataAsOf: string
  values: IndicatorValue[]
  standings: (Standing & { indicator: string })[]
  /** Indicator id → the programme's pooled plans, then the countries'. */
  plans: Record<string, Plan[]>
  /** Programme, countries, regions. */
  places: PlaceName[]
  completeness: Completeness[]
}

export type ComputeAt = { quarters: readonly Quarter[]; quarter: Quarter; dataAsOf: string }

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
  const questions = questionsOf(logframe, quarters)
  const parts = await measuredParts(db, questions, received, at.dataAsOf)
  const codes = {
    countries: countries.filter((country) => places.some(({ code }) => code === country)),
    regions: places.filter(({ level }) => level === 'region').map(({ code }) => code),
  }
  const plans = plansWithProgramme(logframe)
  const byIndicator = questions.indicators.map((asked) => {
    const values = indicatorValues(asked, parts, codes)
    return {
      values,
      standings: indicatorStandings(asked.indicator, plans[asked.indicator.id] ?? [], values),
    }
  })
  return {
    quarter: at.quarter,
    quarters,
    dataAsOf: at.dataAsOf,
    values: byIndicator.flatMap(({ values }) => values),
    standings: byIndicator.flatMap(({ standings }) => standings),
    plans,
    places: namesOf(places, [PROGRAMME, ...codes.countries, ...codes.regions]),
    completeness: await completenessOf(db, logframe, { quarters, dataAsOf: at.dataAsOf }, received),
  }
}

const namesOf = (places: readonly PlaceRow[], codes: readonly string[]): PlaceName[] =>
  codes.map((code) => ({ code, name: places.find((place) => place.code === code)?.name ?? code }))
