import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { parseCell } from '../../indicators/model/breakdown.ts'
import { quarterAfter } from '../../indicators/model/period.ts'
import { PROGRAMME, parentOf, placeLevel } from '../../indicators/model/place.ts'
import { combine, type Form, formOf, sumOf } from './form.ts'
import { atLeast, equal, type Row, usually } from './row.ts'
import type { Statement } from './statements.ts'
import { keyWithout, nameOfUnknown, othersOf, type Unknown, unknownOf } from './unknown.ts'

const elements = new Map(loadLogframe().elements.map((element) => [element.id, element]))
const one = (unknown: Unknown) => formOf([nameOfUnknown(unknown), 1])

/**
 * What everybody knows of unknowns that are spoken of: places, categories and windows add up, and a part is no more than
 * the whole. The definitions of elements are public with the source. `about` are further numbers a reader may wonder
 * about: withheld ones need not stand anywhere.
 */
export function commonKnowledge(
  statements: readonly Statement[],
  places: readonly string[],
  about: readonly Form[] = [],
): Row[] {
  const spoken = new Set([
    ...statements.flatMap(({ sides }) => [...sides.numerator.keys(), ...(sides.denominator?.keys() ?? [])]),
    ...about.flatMap((form) => [...form.keys()]),
  ])
  const withPlaces = regionsAddUp([...spoken].map(unknownOf), places)
  const all = [...new Set([...spoken, ...withPlaces.flatMap(({ form }) => [...form.keys()])])].map(unknownOf)
  const counted = all.filter(({ place }) => !place.endsWith('(rest)'))
  return [
    ...withPlaces,
    ...categoriesAddUp(counted),
    ...windowsAddUp(counted),
    ...programmeIsPart(counted),
    ...partsOfWholes(statements),
  ]
}

const groupBy = <Thing>(things: readonly Thing[], key: (thing: Thing) => string) => [
  ...Map.groupBy(things, key).values(),
]

/** Countries are their regions, for what is counted below a country, as far as a reader is told which there are. */
function regionsAddUp(unknowns: readonly Unknown[], places: readonly string[]): Row[] {
  const regions = places.filter((place) => placeLevel(place) === 'region')
  return groupBy(
    unknowns.filter(({ place }) => placeLevel(place) === 'region'),
    (unknown) => `${keyWithout(unknown, 'place')} ${parentOf(unknown.place)}`,
  ).flatMap((group) => {
    const [first] = group
    const country = first && parentOf(first.place)
    if (!first || !country) return []
    const named = [...regions, ...group.map(({ place }) => place)]
    const inside = new Set(named.filter((region) => parentOf(region) === country))
    const rest = { ...first, place: `${country}(rest)` }
    const parts = sumOf([...[...inside].map((place) => one({ ...first, place })), one(rest)])
    const whole = one({ ...first, place: country })
    const isListed = group.every(({ place }) => regions.includes(place))
    const complete =
      elements.get(first.element)?.scope === 'country' || !isListed
        ? []
        : [equal(one(rest), 0, 'regions are all there is')]
    return [equal(combine([whole, 1], [parts, -1]), 0, `regions of ${country} add up`), ...complete]
  })
}

/** Categories of a cell, and those of none of them, are the cell. */
function categoriesAddUp(unknowns: readonly Unknown[]): Row[] {
  const splits = unknowns.flatMap((unknown) =>
    Object.keys(parseCell(unknown.cell)).map((by) => ({ unknown, by, above: without(unknown.cell, by) })),
  )
  return groupBy(splits, ({ unknown, by, above }) =>
    nameOfUnknown({ ...unknown, cell: `${above}/${by}` }),
  ).map((group) => {
    const [{ unknown, by, above } = missing()] = group
    const cells = new Set([...group.map((part) => part.unknown.cell), ...othersOf(above, by)])
    const parts = sumOf([...cells].map((cell) => one({ ...unknown, cell })))
    return equal(combine([one({ ...unknown, cell: above }), 1], [parts, -1]), 0, `${by} adds up`)
  })
}

const missing = (): never => {
  throw new Error('A group is never empty.')
}

const without = (cell: string, by: string) =>
  cell
    .split(';')
    .filter((part) => !part.startsWith(`${by}=`))
    .join(';')

const LENGTHS: Record<string, number> = { quarter: 1, half_year: 2, four_quarters: 4 }

/** Sums since the start grow, and what they grow by is what other windows show. */
function windowsAddUp(unknowns: readonly Unknown[]): Row[] {
  const known = new Set(unknowns.map(nameOfUnknown))
  return unknowns.flatMap((unknown): Row[] => {
    const { over, quarter } = unknown
    if (over === 'since_start') {
      const before = [1, 2, 3, 4]
        .map((quarters) => ({ ...unknown, quarter: quarterAfter(quarter, -quarters) }))
        .find((earlier) => known.has(nameOfUnknown(earlier)))
      if (!before) return []
      return [usually(atLeast(combine([one(unknown), 1], [one(before), -1]), 0, 'sums since the start grow'))]
    }
    const length = LENGTHS[over]
    const end = { ...unknown, over: 'since_start' }
    if (length === undefined || !known.has(nameOfUnknown(end))) return []
    const start = { ...end, quarter: quarterAfter(quarter, -length) }
    const grown = known.has(nameOfUnknown(start)) ? combine([one(end), 1], [one(start), -1]) : one(end)
    return [equal(combine([one(unknown), 1], [grown, -1]), 0, 'windows add up')]
  })
}

function programmeIsPart(unknowns: readonly Unknown[]): Row[] {
  const known = new Set(unknowns.map(nameOfUnknown))
  return unknowns
    .filter(({ programme }) => programme)
    .map((part) => ({ part, whole: { ...part, programme: false } }))
    .filter(({ whole }) => known.has(nameOfUnknown(whole)))
    .map(({ part, whole }) =>
      atLeast(combine([one(whole), 1], [one(part), -1]), 0, 'programme facilities are part of all'),
    )
}

/** A percentage of people is of those people: as many or fewer. */
function partsOfWholes(statements: readonly Statement[]): Row[] {
  const isPeople = (form: Iterable<string>) =>
    [...form].every((name) => elements.get(unknownOf(name).element)?.people)
  return statements.flatMap(({ figure, definition, sides }) => {
    if (figure.place === PROGRAMME) return []
    const { numerator, denominator } = sides
    if (definition.unit !== 'percentage' || !denominator) return []
    if (!isPeople(numerator.keys()) || !isPeople(denominator.keys())) return []
    const left = combine([denominator, 1], [numerator, -1])
    return [usually(atLeast(left, 0, `${definition.id}: a part is no more than the whole`))]
  })
}
