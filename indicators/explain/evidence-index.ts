import { type Coded, wordAt } from '../model/coded.ts'
import type { AskedMeasure, AskedWindow, IndicatorEvidence } from '../model/evidence.ts'
import { type Country, countries, placeLevel } from '../model/place.ts'
import type { KnownElement, UnitList } from '../model/readings.ts'
import type { ValueState } from '../model/value-state.ts'

/** A part as the figures were made of it. */
export type Part = {
  state: ValueState
  value: number | null
  reported: number
  expected: number
  carried: boolean
}

/** One indicator's evidence, ready to be asked. */
export type EvidenceIndex = {
  measure(id: number): AskedMeasure
  /** null where the measure is not asked in this place */
  part(measure: number, quarter: string, place: string): Part | null
  /** null where no window ends with the quarter */
  window(measure: AskedMeasure, quarter: string, country: Country): AskedWindow | null
  /** The quarters whose own windows lie within days, for what is asked period by period. */
  periodsWithin(measure: AskedMeasure, first: string, last: string): string[]
  /** Whether a whole period lies between a day and the first of them: before the first quarter nothing is known. */
  beginsLater(measure: AskedMeasure, first: string, last: string): boolean
  questions: IndicatorEvidence['questions']
  /** The quarters the definition was valid for. */
  quarters: readonly string[]
  awaited: ReadonlySet<string>
}

export function indexEvidence(evidence: IndicatorEvidence): EvidenceIndex {
  const measures = new Map(evidence.measures.map((one) => [one.measure, one]))
  const { parts } = evidence
  const rows = new Map(parts.measure.map((measure, row) => [keyOf(measure, parts, row), row]))
  const carried = new Set(parts.carried)
  return {
    questions: evidence.questions,
    quarters: evidence.quarters,
    awaited: new Set(evidence.awaited),
    measure(id) {
      const found = measures.get(id)
      if (!found) throw new Error(`The evidence of ${evidence.indicator} has no measure ${id}.`)
      return found
    },
    part(measure, quarter, place) {
      const row = rows.get(`${measure} ${quarter} ${place}`)
      if (row === undefined) return null
      return {
        state: wordAt(parts.state, row) as ValueState, // safe: checked when the release was made
        value: parts.value[row] ?? null,
        reported: parts.reported[row] ?? 0,
        expected: parts.expected[row] ?? 0,
        carried: carried.has(row),
      }
    },
    periodsWithin: ({ span }, first, last) => [
      ...new Set(
        evidence.windows
          .filter((one) => one.span === span && one.opens >= first && one.closes <= last)
          .map(({ quarter }) => quarter),
      ),
    ],
    beginsLater: ({ span }, first, last) => {
      const [earliest] = evidence.windows
        .filter((one) => one.span === span && one.opens >= first && one.closes <= last)
        .sort((a, b) => (a.opens < b.opens ? -1 : 1))
      return earliest === undefined || periodBefore(earliest) >= first
    },
    window: ({ span }, quarter, country) =>
      evidence.windows.find(
        (one) =>
          one.span === span && one.quarter === quarter && (one.country === null || one.country === country),
      ) ?? null,
  }
}

const keyOf = (measure: number, { quarter, place }: { quarter: Coded; place: Coded }, row: number) =>
  `${measure} ${wordAt(quarter, row)} ${wordAt(place, row)}`

const levels: Partial<Record<KnownElement['scope'], string>> = { country: 'country', regions: 'region' }

/** The units a measure asks in a country or region. */
export const unitsAsked = (
  units: UnitList,
  { programmeOnly }: AskedMeasure,
  element: KnownElement,
  place: string,
) =>
  units.filter(
    ({ code, programme }) =>
      placeLevel(code) === (levels[element.scope] ?? 'facility') &&
      isWithin(code, place) &&
      (programme || !(programmeOnly || element.scope === 'programme-facilities')),
  )

export const isWithin = (code: string, place: string) => code === place || code.startsWith(`${place}-`)

export const countryIn = (place: string): Country => {
  const found = countries.find((country) => country === place.slice(0, 3))
  if (!found) throw new Error(`${place} lies in no country of the programme.`)
  return found
}

/** First day of the period before one that spans whole months. */
function periodBefore({ opens, closes }: AskedWindow): string {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const first = 2 * month(opens) - month(closes) - 1
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01`
}
