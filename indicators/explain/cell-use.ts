import { type Cell, TOTAL } from '../model/breakdown.ts'
import { wordAt } from '../model/coded.ts'
import { definitionFor, definitionsIn } from '../model/definition-history.ts'
import type { AskedMeasure } from '../model/evidence.ts'
import type { CellUse, FedFigure, SideName } from '../model/explanation.ts'
import { PROGRAMME, parentOf, placeLevel } from '../model/place.ts'
import type { FileCells, KnownElement, Unit } from '../model/readings.ts'
import type { IndicatorView } from '../model/released.ts'
import { valueIn } from './countries.ts'
import { countryIn, unitsAsked } from './evidence-index.ts'
import { isCounted, questionsBehind } from './explain-figure.ts'
import { type Bench, benchOf, elementIn, measuresOf, type Question } from './local-use.ts'
import { lineageRow, type Reading, readingAt, readingsAt } from './reading.ts'
import type { Source } from './source.ts'
import { type Use, unitUse } from './uses.ts'

/** A cell as it was read: the element and the row of its readings. */
type ReadCell = { element: string; row: number }

/** What one cell of a file was read as, and every figure that comes of it. */
export async function cellUse(
  source: Source & { inner: NonNullable<Source['inner']> },
  file: FileCells,
  { sheet, ref }: { sheet: string; ref: string },
): Promise<Omit<CellUse, 'release'>> {
  const { elements } = await source.definitions()
  const names = new Map((await source.inner.units()).map((unit) => [unit.code, unit]))
  const readings: CellUse['readings'] = []
  const indicators = new Map<string, CellUse['indicators'][number]>()
  for (const cell of cellsAt(file, sheet, ref)) {
    const own = await source.inner.readings(cell.element, file.country)
    const element = elementIn(elements, cell.element)
    if (!own) continue
    const reading = readingAt(own, cell.row)
    const unit = names.get(reading.place)
    const figures: FedFigure[] = []
    const ofUnit = readingsAt(
      own,
      () => true,
      (place) => place === reading.place,
    )
    for (const id of unit ? element.usedBy : []) {
      const view = await source.indicator(id)
      if (!view || !unit) continue
      const { code, title } = view.indicator
      indicators.set(id, { id, code, title })
      for (const { definition } of definitionsIn(view.indicator, view.quarters)) {
        const bench = await benchOf(source.inner, elements, definition)
        figures.push(...figuresFed({ bench, view, element, unit, ofUnit, reading }))
      }
    }
    readings.push({
      reading: lineageRow(own, reading, unit?.name ?? reading.place),
      title: element.title,
      figures,
    })
  }
  const { file: name, fileHash } = file
  const places = new Set(readings.flatMap(({ figures }) => figures.map(({ place }) => place)))
  const known = [...places].map((place) => [place, names.get(place)?.name ?? place] as const)
  return {
    ...{ file: name, fileHash, sheet, ref },
    readings,
    indicators: [...indicators.values()],
    names: Object.fromEntries(known),
  }
}

const cellsAt = (file: FileCells, sheet: string, ref: string): ReadCell[] =>
  file.ref.flatMap((text, at) =>
    text === ref && wordAt(file.sheet, at) === sheet
      ? [{ element: wordAt(file.element, at), row: file.row[at] ?? -1 }]
      : [],
  )

type Fed = {
  bench: Bench
  view: IndicatorView
  element: KnownElement
  unit: Unit
  /** All readings of the unit. */
  ofUnit: readonly Reading[]
  reading: Reading
}

/** The figures of one definition a reading is used for, by quarter, place and cell; each once. */
function figuresFed(fed: Fed): FedFigure[] {
  const { bench, view, reading } = fed
  const found = new Map<string, FedFigure>()
  const quarters = bench.index.quarters
  for (const question of bench.index.questions)
    for (const { side, measure } of measuresOf(bench, question)) {
      if (measure.element !== fed.element.id || !canSpeak(reading, measure.cell)) continue
      for (const quarter of quarters) {
        const use = useIn(fed, measure, quarter)
        if (use === null) continue
        for (const figure of figuresOf(fed, question, side, quarter, use)) {
          const key = `${figure.quarter} ${figure.place} ${figure.cell}`
          if (use === 'counted' || !found.has(key)) found.set(key, figure)
        }
      }
    }
  const order = new Map(view.values.map((value, at) => [`${value.quarter} ${value.place} ${value.cell}`, at]))
  return [...found].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).map(([, figure]) => figure)
}

/** A cell speaks for itself, and a total that does not apply for every cell. */
const canSpeak = ({ cell, state }: Reading, wanted: Cell) =>
  cell === wanted || (cell === TOTAL && state === 'not_applicable')

/** How a measure uses a reading in the window of a quarter: by itself, or as what is taken off a running total. */
function useIn(
  { bench, element, unit, ofUnit, reading }: Fed,
  measure: AskedMeasure,
  quarter: string,
): Use | null {
  const { index } = bench
  const window = index.window(measure, quarter, countryIn(unit.code))
  const [asked] = unitsAsked([unit], measure, element, unit.code)
  if (!window || !asked) return null
  const { used } = unitUse({ measure, window, element, awaited: index.awaited }, unit, ofUnit)
  const isIn = used.some(
    (one) =>
      one.use === 'counted' &&
      (one.reading.row === reading.row || one.reading.fact?.less.includes(reading.row)),
  )
  return isIn ? 'counted' : (used.find((one) => one.reading.row === reading.row)?.use ?? null)
}

function figuresOf(
  { bench, view, unit }: Fed,
  question: Question,
  side: SideName,
  quarter: string,
  use: Use,
) {
  const { id, code } = view.indicator
  const cells = new Set(view.values.filter((one) => one.quarter === quarter).map(({ cell }) => cell))
  return placesOf(unit.code).flatMap((place): FedFigure[] =>
    [...cells].flatMap((cell) => {
      const figure = valueIn(view, place, quarter, cell)
      if (!figure || !questionsBehind(bench, cell).includes(question)) return []
      const local = place === PROGRAMME ? countryIn(unit.code) : place
      if (!valueIn(view, local, quarter, question.cell)) return []
      return isCounted(bench, view, figure, { place: local, question, side })
        ? [{ ...figure, indicator: id, code, unit: definitionFor(view.indicator, quarter).unit, use }]
        : []
    }),
  )
}

/** The places with figures that a unit is in: its region, its country and the programme. */
function placesOf(unit: string): string[] {
  const above = parentOf(unit)
  const own = placeLevel(unit) === 'facility' ? [] : [unit]
  return above === null ? own : [...own, ...placesOf(above)]
}
