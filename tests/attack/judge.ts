import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { parseCell } from '../../indicators/model/breakdown.ts'
import type { IndicatorView } from '../../indicators/model/released.ts'
import type { FindEdition } from './editions.ts'
import type { Figure, Known } from './figure.ts'
import { combine, type Form, nameOfForm, sumOf } from './form.ts'
import { type Statement, statementsOf } from './statements.ts'
import { unknownOf } from './unknown.ts'

/** A number of persons small enough to point at somebody, and what it is. Nobody but the judge knows it. */
export type Sensitive = { form: Form; value: number; what: string }

const elements = new Map(loadLogframe().elements.map((element) => [element.id, element]))
/** Counts of persons below this are small. */
const THRESHOLD = { S0: 5, S1: 5, S2: 10 }

/** The internal edition of releases, from the disk: what a reader must not find out. */
export function readInternal(releases: readonly string[]): Known {
  const views = releases.flatMap((folder) => {
    const inner = join(folder, 'internal', 'indicators')
    return readdirSync(inner)
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, IndicatorView] => [
        basename(folder),
        JSON.parse(readFileSync(join(inner, name), 'utf8')),
      ])
  })
  const figures = views.flatMap(([release, { indicator, values }]) =>
    values.map(
      ({ place, quarter, cell, state, value, numerator, denominator }): Figure => ({
        release,
        indicator: indicator.id,
        place,
        quarter,
        cell,
        state,
        numbers: withoutNulls({ value, numerator, denominator }),
        at: {},
      }),
    ),
  )
  const indicators = new Map(views.map(([, { indicator }]) => [indicator.id, indicator]))
  return { figures, indicators, disagreements: [] }
}

const withoutNulls = (numbers: Record<string, number | null>): Figure['numbers'] =>
  Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== null))

/** Every small count of persons: of a cell, of those a part leaves over, of a rest, and of what a quarter added. */
export function sensitiveOf(internal: Known, editionOf: FindEdition): Sensitive[] {
  const statements = statementsOf(internal, editionOf)
  const counted = statements.flatMap(countsIn)
  const found = [...counted, ...rests(counted), ...growth(counted)].filter(isSmall)
  return [...new Map(found.map((one) => [nameOfForm(one.form), one])).values()]
}

type Counted = Sensitive & { figure: Figure; side: string }

function countsIn({ figure, definition, sides }: Statement): Counted[] {
  const { numbers } = figure
  const count = (side: string, form: Form | null, value: number | undefined): Counted[] =>
    form === null || value === undefined || form.size === 0
      ? []
      : [{ form, value, figure, side, what: `${side} of ${spotOf(figure)}` }]
  if (!sides.denominator) return count('count', sides.numerator, numbers.value)
  const left =
    definition.unit === 'percentage' && isPeople(sides.numerator) && isPeople(sides.denominator)
      ? count(
          'rest over',
          combine([sides.denominator, 1], [sides.numerator, -1]),
          difference(numbers.denominator, numbers.numerator),
        )
      : []
  return [
    ...count('numerator', sides.numerator, numbers.numerator),
    ...count('denominator', sides.denominator, numbers.denominator),
    ...left,
  ]
}

const difference = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? undefined : one - other

const spotOf = ({ indicator, place, quarter, cell, release }: Figure) =>
  `${indicator} in ${place}, ${quarter}${cell && `, ${cell}`} (${release})`

const isPeople = (form: Form) =>
  [...form.keys()].every((name) => elements.get(unknownOf(name).element)?.people)

function isSmall({ form, value }: Sensitive): boolean {
  if (!Number.isInteger(value) || form.size === 0 || !isPeople(form)) return false
  const classes = [...form.keys()].map((name) => elements.get(unknownOf(name).element)?.sensitivity ?? 'S2')
  return value > 0 && value < Math.max(...classes.map((own) => THRESHOLD[own]))
}

/** What the categories of one split leave of their total. */
function rests(counted: readonly Counted[]): Sensitive[] {
  const totals = new Map(
    counted.filter(({ figure }) => figure.cell === '').map((one) => [tableOf(one, ''), one]),
  )
  const tables = Map.groupBy(
    counted.filter(({ figure }) => /^\w+=/.test(figure.cell) && !figure.cell.includes(';')),
    (one) => `${tableOf(one, '')}/${Object.keys(parseCell(one.figure.cell))}`,
  )
  return [...tables].flatMap(([name, cells]): Sensitive[] => {
    const total = totals.get(name.slice(0, name.lastIndexOf('/')))
    if (!total) return []
    const value = total.value - cells.reduce((sum, cell) => sum + cell.value, 0)
    const form = combine([total.form, 1], [sumOf(cells.map((cell) => cell.form)), -1])
    return [{ form, value, what: `what categories leave of ${total.what}` }]
  })
}

const tableOf = ({ figure, side }: Counted, cell: string) =>
  [figure.release, figure.indicator, figure.place, figure.quarter, cell, side].join(' ')

const elementsOf = (form: Form) => [...form.keys()].map((name) => unknownOf(name).element).join('+')

/** What sums since the start grew by from one quarter to the next; of what is counted otherwise from then on, nothing. */
function growth(counted: readonly Counted[]): Sensitive[] {
  const sums = counted.filter(({ form }) =>
    [...form.keys()].every((name) => unknownOf(name).over === 'since_start'),
  )
  const series = Map.groupBy(sums, ({ figure, side, form }) =>
    [figure.release, figure.indicator, figure.place, figure.cell, side, elementsOf(form)].join(' '),
  )
  return [...series.values()].flatMap((all) => {
    const ordered = all.toSorted((a, b) => (a.figure.quarter < b.figure.quarter ? -1 : 1))
    return ordered.slice(1).flatMap((now, nth): Sensitive[] => {
      const before = ordered[nth]
      if (!before || before.form.size !== now.form.size) return []
      const form = combine([now.form, 1], [before.form, -1])
      return [
        {
          form,
          value: now.value - before.value,
          what: `growth of ${now.what} since ${before.figure.quarter}`,
        },
      ]
    })
  })
}
