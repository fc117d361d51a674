import { type Cell, splitOf, TOTAL } from '../model/breakdown.ts'
import { definitionFor } from '../model/definition-history.ts'
import type { CountryShare, Explanation } from '../model/explanation.ts'
import type { Definition } from '../model/indicator.ts'
import { countries, PROGRAMME } from '../model/place.ts'
import type { Definitions } from '../model/readings.ts'
import type { IndicatorView, ReleasedValue } from '../model/released.ts'
import { hasEntered, sharesOf, valueIn } from './countries.ts'
import { type Bench, benchOf, localUse, type Question, questionOf, type UsedTerm } from './local-use.ts'
import { isByNewcomers, peopleStep } from './people.ts'
import { innerSides, publicSides } from './sides.ts'
import type { Source } from './source.ts'
import { stepsOf } from './steps.ts'

export type AskedFigure = { indicator: string; place: string; quarter: string; cell: Cell }

/**
 * One released figure taken apart, as far as the edition shows it.
 *
 * Shape   null where the edition has no such figure
 */
export async function explainFigure(source: Source, asked: AskedFigure): Promise<Explanation | null> {
  const view = await source.indicator(asked.indicator)
  const value = view && valueIn(view, asked.place, asked.quarter, asked.cell)
  if (!view || !value) return null
  const { place } = asked
  const { elements, windows } = await source.definitions()
  const definition = definitionFor(view.indicator, value.quarter)
  const window = windowOf(windows, definition, value)
  const shares = sharesOf(view, value)
  const bench = source.inner && (await benchOf(source.inner, elements, definition))
  const terms = bench ? await termsBehind(bench, view, value) : []
  const counted = bench ? terms.filter((term) => isCounted(bench, view, value, term)) : []
  const steps = stepsOf({ view, definition, value, shares, terms: value.value === null ? terms : counted })
  return {
    release: view.release,
    ...told(definition),
    window,
    place: {
      code: value.place,
      name: view.places.find(({ code }) => code === value.place)?.name ?? value.place,
    },
    quarter: value.quarter,
    cell: value.cell,
    value,
    sides: bench ? innerSides(bench, value, terms) : publicSides(elements, definition.formula, value),
    countries: bench ? shares.map((share) => withReason(share, terms)) : shares,
    excluded: counted.flatMap(({ use }) => use.excluded),
    steps: bench && place !== PROGRAMME ? [...steps, ...peopleStep(bench, value, window, terms)] : steps,
    lineage: bench && counted.flatMap(({ use }) => use.lineage),
  }
}

/** What the definition says that was valid for the quarter. */
function told({
  id,
  code,
  title,
  unit,
  definition,
  computation,
  version,
  since,
  formula,
  geography,
}: Definition) {
  return { indicator: { id, code, title, unit, definition, computation }, version, since, formula, geography }
}

function windowOf(
  windows: Definitions['windows'],
  { id, window }: Definition,
  { place, quarter }: ReleasedValue,
): Explanation['window'] {
  const own = windows.filter((one) => one.indicator === id && one.quarter === quarter)
  const mine = own.filter(
    ({ country }) => country === null || place === PROGRAMME || place.startsWith(country),
  )
  const first = mine.map((one) => one.first).sort()[0]
  const last = mine
    .map((one) => one.last)
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) throw new Error(`No window of ${id} ends with ${quarter}.`)
  return { kind: window, first, last }
}

type CellTerm = UsedTerm & { question: Question }

/** The measures behind a figure: of the cell, or of the total and the named cells that leave it over. */
async function termsBehind(bench: Bench, view: IndicatorView, value: ReleasedValue): Promise<CellTerm[]> {
  const terms: CellTerm[] = []
  for (const question of questionsBehind(bench, value.cell))
    for (const place of placesBehind(value.place))
      if (valueIn(view, place, value.quarter, question.cell))
        for (const term of await localUse(bench, question, place, value.quarter))
          terms.push({ ...term, question })
  return terms
}

const placesBehind = (place: string): readonly string[] => (place === PROGRAMME ? countries : [place])

/** The question of a cell; of a "not stated", which has none, those of the total and the named cells. */
export function questionsBehind(bench: Bench, cell: Cell): Question[] {
  const own = questionOf(bench, cell)
  if (own) return [own]
  return bench.index.questions.filter((one) => one.cell === TOTAL || splitOf(one.cell) === splitOf(cell))
}

/**
 * Whether what a place says of a cell is in a figure. The programme takes in countries that have the figure; a
 * remainder takes off the named cells that have a number; people who are counted by their first time by that alone.
 */
export function isCounted(
  bench: Bench,
  view: IndicatorView,
  { place: shown, quarter, cell }: ReleasedValue,
  { place, question, side }: Pick<CellTerm, 'place' | 'question' | 'side'>,
): boolean {
  if (side !== 'first_time' && isByNewcomers(bench, question, place, quarter)) return false
  if (shown === PROGRAMME && !hasEntered(view, place, quarter, question.cell)) return false
  return question.cell === cell || valueIn(view, shown, quarter, question.cell)?.state === 'observed'
}

/** A country of which one side alone is known. */
function withReason(share: CountryShare, terms: readonly UsedTerm[]): CountryShare {
  const own = terms.filter(({ place }) => place === share.place)
  const known = (side: string) => {
    const parts = own.filter((term) => term.side === side).map(({ use }) => use.part.state)
    return parts.length > 0 && parts.every((state) => state === 'observed' || state === 'not_applicable')
  }
  const isOneSided =
    share.why !== null && share.why !== 'not_applicable' && known('numerator') !== known('denominator')
  return isOneSided ? { ...share, why: 'one_side' } : share
}
