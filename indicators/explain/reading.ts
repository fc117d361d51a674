import { type Cell, TOTAL } from '../model/breakdown.ts'
import { wordAt } from '../model/coded.ts'
import type { ReadingSource, Readings } from '../model/readings.ts'
import type { LineageRow, NormalisedFact } from '../model/released.ts'
import type { ValueState } from '../model/value-state.ts'

/** A delivered value with the fact it became. */
export type Reading = {
  row: number
  place: string
  cell: Cell
  from: ReadingSource
  state: ValueState
  value: number | null
  derived: boolean
  ref: string
  /** null where another reading stands for the period */
  fact: (Omit<NormalisedFact, 'less'> & { joined: boolean; less: readonly number[] }) | null
}

/** The readings of some cells of an element at some places, in the order they were numbered. */
export function readingsAt(
  readings: Readings,
  isWanted: (cell: Cell) => boolean,
  isAt: (place: string) => boolean,
): Reading[] {
  const cells = new Set(readings.cell.words.flatMap((cell, at) => (isWanted(cell) ? [at] : [])))
  const places = new Set(readings.place.words.flatMap((place, at) => (isAt(place) ? [at] : [])))
  const { read } = readerOf(readings)
  return readings.ref.flatMap((_, row) =>
    cells.has(readings.cell.at[row] ?? -1) && places.has(readings.place.at[row] ?? -1) ? [read(row)] : [],
  )
}

/** The row of one reading as a reading. */
export const readingAt = (readings: Readings, row: number): Reading => readerOf(readings).read(row)

function readerOf(readings: Readings) {
  const apart = new Map(readings.apart.row.map((row, at) => [row, at]))
  const unused = new Set(readings.unused)
  const derived = new Set(readings.derived)
  const read = (row: number): Reading => {
    const from = readings.sources[readings.source[row] ?? -1]
    if (!from) throw new Error(`${readings.element} ${readings.country} has no reading ${row}.`)
    const value = readings.value[row] ?? null
    return {
      row,
      place: wordAt(readings.place, row),
      cell: wordAt(readings.cell, row),
      from,
      state: wordAt(readings.state, row) as ValueState, // safe: checked when the release was made
      value,
      derived: derived.has(row),
      ref: readings.ref[row] ?? '',
      fact: unused.has(row) ? null : factOf(readings, apart.get(row), from, value),
    }
  }
  return { read }
}

function factOf(
  { apart }: Readings,
  at: number | undefined,
  { periodStart, periodEnd }: ReadingSource,
  value: number | null,
): Reading['fact'] {
  if (at === undefined) return { periodStart, periodEnd, value, joined: false, less: [] }
  return {
    periodStart: apart.periodStart[at] ?? periodStart,
    periodEnd: apart.periodEnd[at] ?? periodEnd,
    value: apart.value[at] ?? null,
    joined: apart.joined[at] === true,
    less: apart.less[at] ?? [],
  }
}

/** A reading as it is told, with the readings that were taken off it. */
export function lineageRow(readings: Readings, reading: Reading, placeName: string): LineageRow {
  const { place, cell, from, state, value, derived, ref, fact } = reading
  return {
    element: readings.element,
    place,
    placeName,
    cell,
    periodStart: from.periodStart,
    periodEnd: from.periodEnd,
    deliveredAs: from.deliveredAs,
    state,
    value,
    derived,
    file: from.file,
    sheet: from.sheet,
    ref,
    mapping: from.mapping,
    fact: fact && {
      periodStart: fact.periodStart,
      periodEnd: fact.periodEnd,
      value: fact.value,
      less: fact.less.map((row) => placeOf(readingAt(readings, row))),
    },
  }
}

const placeOf = ({ from: { file, sheet }, ref, value }: Reading) => ({ file, sheet, ref, value })

/** Whether a reading can speak for a cell: it is that cell's, or says of the whole that it does not apply. */
export const speaksFor = (wanted: Cell) => (cell: Cell) => cell === wanted || cell === TOTAL
