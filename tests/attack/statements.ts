import { definitionFor } from '../../indicators/model/definition-history.ts'
import type { Definition, Indicator } from '../../indicators/model/indicator.ts'
import { type Country, countries, PROGRAMME } from '../../indicators/model/place.ts'
import { editionsOf, type FindEdition } from './editions.ts'
import { pooled, type Sides, sidesOf } from './expressions.ts'
import { type Figure, type Known, nameOf } from './figure.ts'
import { combine } from './form.ts'
import { equal, type Row } from './row.ts'
import { unknownOf } from './unknown.ts'

/** A figure with what it is made of. */
export type Statement = { figure: Figure; definition: Definition; sides: Sides }

const contributes = ({ state }: Figure) => state === 'observed' || state === 'suppressed' || state === ''

/** Every figure that counts something, published or withheld, as sums of unknowns. */
export function statementsOf(
  { figures, indicators }: Known,
  editionOf = editionsOf(figures, indicators),
): Statement[] {
  const byName = new Map(figures.map((figure) => [nameOf(figure), figure]))
  return figures.flatMap((figure): Statement[] => {
    const indicator = indicators.get(figure.indicator)
    if (!indicator) return []
    const definition = definitionFor(indicator, figure.quarter)
    const sides = sidesOfFigure(figure, indicator, byName, editionOf)
    return sides && isWhole(sides) ? [{ figure, definition, sides }] : []
  })
}

/** A mean is no count: it need not be whole, and what it is the mean of is another unknown. */
const isWhole = ({ numerator, denominator }: Sides) =>
  [...numerator.keys(), ...(denominator?.keys() ?? [])].every(
    (name) => !unknownOf(name).over.startsWith('mean'),
  )

function sidesOfFigure(
  figure: Figure,
  indicator: Indicator,
  byName: ReadonlyMap<string, Figure>,
  editionOf: FindEdition,
): Sides | null {
  const { quarter, cell } = figure
  const definition = definitionFor(indicator, quarter)
  const at = (place: string) =>
    sidesOf(definition, { place, quarter, cell, edition: editionOf(figure, place) })
  if (figure.place !== PROGRAMME) return at(figure.place)
  if (!['sum', 'ratio_of_sums'].includes(definition.geography)) return null
  const entered = countries.filter((country) => entersProgramme(figure, country, byName))
  return pooled(entered.flatMap((country) => at(country) ?? []))
}

/** A country's own figure says whether it is in the programme's; where it has none for a cell, that of its total does. */
function entersProgramme(figure: Figure, place: Country, byName: ReadonlyMap<string, Figure>): boolean {
  const own = byName.get(nameOf({ ...figure, place })) ?? byName.get(nameOf({ ...figure, place, cell: '' }))
  return own !== undefined && contributes(own)
}

/** What the published numbers say. */
export function publishedRows(statements: readonly Statement[]): Row[] {
  return statements.flatMap(({ figure, sides }): Row[] => {
    const { numerator, denominator, scale } = sides
    const { numbers, state } = figure
    if (state !== 'observed' && numbers.value === undefined) return nothingThere(figure, sides)
    if (!denominator)
      return numbers.value === undefined ? [] : [equal(numerator, numbers.value, whyOf(figure, 'value'))]
    return [
      ...(numbers.numerator === undefined
        ? []
        : [equal(numerator, numbers.numerator, whyOf(figure, 'numerator'))]),
      ...(numbers.denominator === undefined
        ? []
        : [equal(denominator, numbers.denominator, whyOf(figure, 'denominator'))]),
      ...(numbers.value === undefined || numbers.denominator !== undefined
        ? []
        : [ratio(combine([numerator, scale], [denominator, -numbers.value]), whyOf(figure, 'value'))]),
    ]
  })
}

const ROUNDING = 1e-6
const ratio = (form: Row['form'], why: string): Row => ({ form, low: -ROUNDING, high: ROUNDING, why })

/** A count that nobody gave adds nothing to a sum, and a rate over nobody has nobody in it. */
function nothingThere(figure: Figure, { numerator, denominator }: Sides): Row[] {
  if (figure.place === PROGRAMME || contributes(figure)) return []
  if (denominator === null) return [equal(numerator, 0, whyOf(figure, 'value'))]
  return figure.state === 'not_applicable' ? [equal(denominator, 0, whyOf(figure, 'denominator'))] : []
}

function whyOf(
  { indicator, place, quarter, cell, numbers, at, state }: Figure,
  part: keyof Figure['numbers'],
) {
  const said = numbers[part] ?? state
  return `${indicator} ${part} of ${place}, ${quarter}${cell && `, ${cell}`} is ${said} (${at[part] ?? 'state'})`
}
