import type { Cell } from '../model/breakdown.ts'
import type { AskedMeasure, IndicatorEvidence } from '../model/evidence.ts'
import type { SideName } from '../model/explanation.ts'
import type { Definition, Formula } from '../model/indicator.ts'
import type { ElementList } from '../model/readings.ts'
import { countryIn, type EvidenceIndex, indexEvidence } from './evidence-index.ts'
import { type MeasureUse, measureUse } from './measure-use.ts'
import type { InnerSource } from './source.ts'

export type Question = IndicatorEvidence['questions'][number]
export type UsedTerm = { place: string; side: SideName; measure: AskedMeasure; use: MeasureUse }

/** What explanations of one indicator are made of. */
export type Bench = {
  index: EvidenceIndex
  inner: InnerSource
  elements: ElementList
  formula: Formula
  window: Definition['window']
}

export const benchOf = async (
  inner: InnerSource,
  elements: ElementList,
  { id, version, formula, window }: Definition,
): Promise<Bench> => ({
  index: indexEvidence(await inner.evidence(id, version)),
  inner,
  elements,
  formula,
  window,
})

/** The measures of all sides of a cell, in the order of the formula. */
export function measuresOf({ index, formula }: Bench, { of, over, people }: Question) {
  const isPair = over !== null || formula.kind === 'share_of_facilities' || formula.kind === 'milestone'
  const named = (ids: readonly number[] | null | undefined, side: SideName) =>
    (ids ?? []).map((id) => ({ side, measure: index.measure(id) }))
  return [
    ...named(of, isPair ? 'numerator' : 'value'),
    ...named(over, 'denominator'),
    ...named(people?.firstTime, 'first_time'),
    ...named(people?.base, 'base'),
  ]
}

export const questionOf = ({ index }: Bench, cell: Cell) =>
  index.questions.find((question) => question.cell === cell)

/** Everything that makes up one cell of an indicator in one country or region. */
export async function localUse(
  bench: Bench,
  question: Question,
  place: string,
  quarter: string,
): Promise<UsedTerm[]> {
  const units = await bench.inner.units()
  const used: UsedTerm[] = []
  for (const { side, measure } of measuresOf(bench, question)) {
    const element = elementIn(bench.elements, measure.element)
    const readings = await bench.inner.readings(measure.element, countryIn(place))
    const use = measureUse({ index: bench.index, units, element, readings }, measure, {
      quarter,
      place,
      side,
    })
    if (use) used.push({ place, side, measure, use })
  }
  return used
}

export function elementIn(elements: ElementList, id: string) {
  const found = elements.find((element) => element.id === id)
  if (!found) throw new Error(`The release knows no element ${id}.`)
  return found
}
