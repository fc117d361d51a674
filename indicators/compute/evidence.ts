import { coded } from '../model/coded.ts'
import type { AskedMeasure, AskedWindow, IndicatorEvidence } from '../model/evidence.ts'
import type { Quarter } from '../model/period.ts'
import type { PlaceCode } from '../model/place.ts'
import type { PlaceCodes } from './compute-values.ts'
import type { MeasuredParts } from './measured-parts.ts'
import type { IndicatorQuestions, Question, Questions } from './questions.ts'
import type { SubmissionRow } from './registers.sql.ts'

type Measure = Question['of'][number]
type SpanWindow = Questions['windows'][number]

/** What all indicators share: the windows asked for, and the reports still awaited. */
export type Asked = { windows: readonly SpanWindow[]; awaited: readonly string[] }

/**
 * The parts behind every figure of one indicator, as the figures were made of them.
 *
 * Shape   a split that is shown for the programme alone has none, because its parts are of countries
 */
export function evidenceOf(
  { indicator, quarters, questions }: IndicatorQuestions,
  parts: MeasuredParts,
  { countries, regions }: PlaceCodes,
  { windows, awaited }: Asked,
): IndicatorEvidence {
  const shown = questions.filter(({ levels }) => levels !== 'programme')
  const measures = distinct(shown.flatMap(measuresOf))
  const spans = new Set(measures.map(({ span }) => span))
  const asked = windows.filter(({ span }) => spans.has(span))
  const rows = measures.flatMap((measure) =>
    quartersOf(measure, asked).flatMap((quarter) =>
      [...countries, ...regions]
        .filter((place) => parts.isAsked(measure, place))
        .map((place) => rowOf(parts, measure, quarter, place)),
    ),
  )
  return {
    indicator: indicator.id,
    version: indicator.version,
    quarters,
    measures: measures.map(measureOf),
    windows: asked.map(windowOf),
    questions: shown.map(questionOf),
    parts: {
      measure: rows.map(({ measure }) => measure),
      quarter: coded(rows.map(({ quarter }) => quarter)),
      place: coded(rows.map(({ place }) => place)),
      state: coded(rows.map(({ part }) => part.state)),
      value: rows.map(({ part }) => part.value),
      reported: rows.map(({ part }) => part.coverage?.reported ?? null),
      expected: rows.map(({ part }) => part.coverage?.expected ?? null),
      carried: rows.flatMap(({ part }, row) => (part.carried ? [row] : [])),
    },
    awaited: [...awaited],
  }
}

/** Reports whose deadline lies ahead on the day of the data, and which have not come: `KAZ 2021-Q2`. */
export const awaitedReports = (submissions: readonly SubmissionRow[], dataAsOf: string): string[] =>
  submissions
    .filter(({ due, received }) => due > dataAsOf && (received === null || received > dataAsOf))
    .map(({ country, quarter }) => `${country} ${quarter}`)

const ids = (side: readonly Measure[]) => side.map(({ measure }) => measure)

function measuresOf({ of, over, people }: Question): Measure[] {
  const { activities = [], firstTime, base } = people ?? {}
  return [...of, ...(over ?? []), ...activities, ...(firstTime ?? []), ...(base ?? [])]
}

const questionOf = ({ cell, of, over, people }: Question): IndicatorEvidence['questions'][number] => ({
  cell,
  of: ids(of),
  over: over && ids(over),
  people: people && {
    activities: ids(people.activities),
    firstTime: people.firstTime && ids(people.firstTime),
    base: people.base && ids(people.base),
  },
})

const quartersOf = ({ span }: Measure, windows: readonly SpanWindow[]) => [
  ...new Set(windows.filter((window) => window.span === span).map(({ quarter }) => quarter)),
]

const distinct = (measures: readonly Measure[]) => [
  ...new Map(measures.map((measure) => [measure.measure, measure])).values(),
]

const rowOf = ({ partOf }: MeasuredParts, measure: Measure, quarter: Quarter, place: PlaceCode) => ({
  measure: measure.measure,
  quarter,
  place,
  part: partOf(measure, quarter, place),
})

const measureOf = ({ measure, element, cell, programmeOnly, rule, span }: Measure): AskedMeasure => ({
  measure,
  element,
  cell,
  programmeOnly,
  rule,
  span,
})

const windowOf = (window: SpanWindow): AskedWindow => ({
  span: window.span,
  country: window.country,
  quarter: window.quarter,
  opens: window.opens,
  closes: window.closes,
  freshFrom: window.freshFrom,
  lastFrom: window.lastFrom,
  firstSlot: window.firstSlot,
  lastSlot: window.lastSlot,
})
