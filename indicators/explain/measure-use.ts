import type { AskedMeasure } from '../model/evidence.ts'
import type { CountedReading, ElementPart, Excluded, SideName, Step } from '../model/explanation.ts'
import type { KnownElement, Readings, UnitList } from '../model/readings.ts'
import { countryIn, type EvidenceIndex, unitsAsked } from './evidence-index.ts'
import { lineageRow, type Reading, readingsAt, speaksFor } from './reading.ts'
import { type Asking, type UnitUse, unitUse } from './uses.ts'

/** One measure in one country or region: what it came to and what of it came from where. */
export type MeasureUse = {
  part: ElementPart
  step: Step | null
  excluded: Excluded[]
  lineage: CountedReading[]
}

export type Known = {
  index: EvidenceIndex
  units: UnitList
  element: KnownElement
  /** null where the country delivered nothing */
  readings: Readings | null
}

/** null where the measure is not asked here at all. */
export function measureUse(
  { index, units, element, readings }: Known,
  measure: AskedMeasure,
  at: { quarter: string; place: string; side: SideName },
): MeasureUse | null {
  const { quarter, place, side } = at
  const part = index.part(measure.measure, quarter, place)
  const window = index.window(measure, quarter, countryIn(place))
  if (!part || !window) return null
  const asking: Asking = { measure, window, element, awaited: index.awaited }
  const uses = usesOf(asking, unitsAsked(units, measure, element, place), readings)
  return {
    part: {
      ...part,
      place,
      excused: Math.floor(sum(uses.map(({ excused }) => excused))),
      withheld: sum(uses.map(({ withheld }) => withheld)),
    },
    step: part.value === null ? null : unitsStep(asking, uses, side, part.value, part),
    excluded: uses.flatMap((use) => excludedIn(use, measure, side)),
    lineage: readings ? uses.flatMap((use) => countedIn(use, readings, side)) : [],
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Every unit asked, with how its readings are used. */
export function usesOf(asking: Asking, units: UnitList, readings: Readings | null): UnitUse[] {
  const codes = new Set(units.map(({ code }) => code))
  const found = readings
    ? readingsAt(readings, speaksFor(asking.measure.cell), (place) => codes.has(place))
    : []
  const byUnit = Map.groupBy(found, ({ place }) => place)
  return units.map((unit) => unitUse(asking, unit, byUnit.get(unit.code) ?? []))
}

function unitsStep(
  { measure }: Asking,
  uses: readonly UnitUse[],
  side: SideName,
  result: number,
  { reported, expected }: { reported: number; expected: number },
): Step {
  return {
    kind: 'units',
    side,
    element: measure.element,
    cell: measure.cell,
    rule: measure.rule,
    addends: uses.flatMap(({ unit, value, numbers, weight }) =>
      value === null ? [] : [{ place: unit.code, name: unit.name, value, readings: numbers, weight }],
    ),
    result,
    reported,
    expected,
  }
}

function excludedIn(
  { unit, used, gaps }: UnitUse,
  { element, cell }: AskedMeasure,
  side: SideName,
): Excluded[] {
  const base = { side, element, cell, place: unit.code, placeName: unit.name }
  const read = used.flatMap(({ reading, use }): Excluded[] => {
    if (use === 'counted') return []
    const { periodStart, periodEnd } = reading.fact ?? reading.from
    return [{ ...base, why: use, periodStart, periodEnd, at: addressOf(reading) }]
  })
  return [...read, ...gaps.map((gap) => ({ ...base, ...gap, at: null }))]
}

const addressOf = ({ from: { file, sheet }, ref }: Reading) => ({ file, sheet, ref })

const countedIn = ({ unit, used }: UnitUse, readings: Readings, side: SideName): CountedReading[] =>
  used
    .filter(({ use }) => use === 'counted')
    .map(({ reading }) => ({ ...lineageRow(readings, reading, unit.name), side }))
