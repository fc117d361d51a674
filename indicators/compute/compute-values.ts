import { type Cell, TOTAL } from '../model/breakdown.ts'
import type { Quarter } from '../model/period.ts'
import { type PlaceCode, PROGRAMME, placeLevel } from '../model/place.ts'
import type { ReleasedValue } from '../model/released.ts'
import { type Figure, silent } from './figure.ts'
import { localFigure, sideOf } from './local-figure.ts'
import type { Measure } from './measure-register.ts'
import type { MeasuredParts } from './measured-parts.ts'
import { peopleFigure } from './people-figure.ts'
import { programmeFigure } from './programme-figure.ts'
import type { IndicatorQuestions, Question, Side } from './questions.ts'
import { remainderOf } from './remainder.ts'
import { periodsIn } from './windows.ts'

export type IndicatorValue = ReleasedValue & { indicator: string }
export type PlaceCodes = { countries: readonly PlaceCode[]; regions: readonly PlaceCode[] }

/**
 * All values of one indicator.
 *
 * Shape   by quarter, then programme, countries, regions; the total, the breakdowns as declared, the not stated
 */
export function indicatorValues(
  asked: IndicatorQuestions,
  parts: MeasuredParts,
  { countries, regions }: PlaceCodes,
): IndicatorValue[] {
  const { indicator, quarters, questions } = asked
  const reached = regions.filter((region) => isReached(asked, parts, region))
  return quarters.flatMap((quarter) => {
    const cellsOf = figuresAt(asked, parts, quarter, countries)
    return [PROGRAMME, ...countries, ...reached].flatMap((place) =>
      [...withRemainder(asked, cellsOf(place), levelOf(questions))]
        .filter(([, { levels }]) => isShown(levels, place))
        .map(([cell, { figure }]) => ({ indicator: indicator.id, place, quarter, cell, ...figure })),
    )
  })
}

type Shown = { levels: Question['levels']; figure: Figure }

/** The named cells of one place in one quarter; the programme's come from the countries'. */
function figuresAt(
  { indicator, window, questions }: IndicatorQuestions,
  parts: MeasuredParts,
  quarter: Quarter,
  countries: readonly PlaceCode[],
) {
  const { formula, geography } = indicator
  const side = (measures: Side, place: PlaceCode) =>
    sideOf(measures.map((measure) => parts.partOf(measure, quarter, place)))
  const local = ({ of, over, people }: Question, place: PlaceCode) =>
    people
      ? peopleFigure(side(of, place), {
          activities: people.activities.map((measure, i) =>
            periodsOf(of[i], place).map((period) => countIn(measure, period, place)),
          ),
          firstTime: people.firstTime && side(people.firstTime, place),
          base: people.base && side(people.base, place),
          sinceStart: window === 'since_start',
        })
      : localFigure(formula, side(of, place), over && side(over, place))
  /** Of a period before the first quarter nothing is known, which is not that nobody came. */
  const countIn = (measure: Measure, period: Quarter, place: PlaceCode) =>
    parts.windowOf(measure, period, place) ? parts.partOf(measure, period, place) : silent('missing')
  const windowIn = (measure: Measure | undefined, place: PlaceCode) =>
    measure && parts.windowOf(measure, quarter, place)
  const periodsOf = (measure: Measure | undefined, place: PlaceCode) => {
    const window = windowIn(measure, place)
    return window ? periodsIn(window) : []
  }
  /** Countries whose years begin on different days have no year in common. */
  const programme = (question: Question) => {
    const opens = new Set(countries.map((country) => windowIn(question.of[0], country)?.opens))
    return opens.size > 1
      ? silent('not_applicable')
      : programmeFigure(
          formula,
          geography,
          countries.map((country) => local(question, country)),
        )
  }
  return (place: PlaceCode): Map<Cell, Shown> =>
    new Map(
      questions.map((question) => [
        question.cell,
        {
          levels: question.levels,
          figure: place === PROGRAMME ? programme(question) : local(question, place),
        },
      ]),
    )
}

const levelOf = (questions: readonly Question[]) => (dimension: string) =>
  questions.find(({ cell }) => cell.startsWith(`${dimension}=`))?.levels ?? 'country'

function withRemainder(
  { indicator, remainders }: IndicatorQuestions,
  cells: Map<Cell, Shown>,
  levels: (dimension: string) => Question['levels'],
): Map<Cell, Shown> {
  const total = cells.get(TOTAL)
  if (!total) return cells
  const left = remainders.flatMap((cell): [Cell, Shown][] => {
    const dimension = cell.slice(0, cell.indexOf('='))
    const named = [...cells].filter(([one]) => one.startsWith(`${dimension}=`)).map(([, one]) => one.figure)
    const figure = remainderOf(indicator.formula, total.figure, named)
    return figure ? [[cell, { levels: levels(dimension), figure }]] : []
  })
  return new Map([...cells, ...left])
}

const reach = { programme: 0, country: 1, region: 2, facility: 3 }
const isShown = (levels: Question['levels'], place: PlaceCode) => reach[placeLevel(place)] <= reach[levels]

/** A region has values where any unit below the country is asked. */
function isReached({ questions }: IndicatorQuestions, { isAsked }: MeasuredParts, region: PlaceCode) {
  const [total] = questions
  return (
    total !== undefined && [...total.of, ...(total.over ?? [])].some((measure) => isAsked(measure, region))
  )
}
