import type { Country } from '../../../indicators/model/place.ts'
import { refOf, type Sheet } from '../decode/sheet.ts'
import type { TableMapping } from '../map/mapping.ts'
import { type DetectedPeriod, detectPeriod, mayTitle } from '../values/detect-period.ts'
import { parsePeriod, type Stretch } from '../values/parse-period.ts'

/** A text that names a period: where it stands, and all it can mean, the likely first. */
export type WrittenPeriod = { text: string; ref: string; readings: readonly DetectedPeriod[] }
export type FoundPeriod = WrittenPeriod & { period: TableMapping['period']; stretch: Stretch }

const titlesOf = ({ rows }: Sheet, firstRow: number) =>
  rows
    .filter(({ row }) => row < firstRow)
    .flatMap(({ row, cells }) => cells.map(({ column, text }) => ({ text, ref: refOf(row, column) })))

/** Where a table's period stands: above it, in the sheet's name or in the file's. A year alone is the last resort. */
export function findPeriod(
  sheet: Sheet,
  firstRow: number,
  file: string,
  country: Country,
): FoundPeriod | null {
  const found = [
    ...titlesOf(sheet, firstRow).map((title) => ({ in: 'title' as const, ...title })),
    { in: 'sheet' as const, text: sheet.name, ref: 'A1' },
    { in: 'file' as const, text: file, ref: 'A1' },
  ].flatMap((place) => {
    const readings = detectPeriod(place.text, country)
    const [first] = readings
    return first ? [{ ...place, readings, first }] : []
  })
  const titles = found.filter(({ first, text }) => mayTitle(first, text))
  const best = titles.find(({ first }) => first.form !== 'year') ?? titles[0] ?? found[0]
  if (!best) return null
  const { first, text, ref, readings } = best
  return { text, ref, readings, period: { form: first.form, in: best.in }, stretch: first.stretch }
}

/** Whether the period stands where, and as, it was settled before. */
export function standsAsBefore(
  sheet: Sheet,
  firstRow: number,
  file: string,
  { form, in: where }: TableMapping['period'],
): boolean {
  const titles = titlesOf(sheet, firstRow).map(({ text }) => text)
  const texts = { title: titles, sheet: [sheet.name], file: [file], column: [] }[where]
  return texts.some((text) => parsePeriod(text, form) !== null)
}

/** What the texts of a column mean as periods, in each form that reads nearly all of them; null where it has none. */
export function periodColumn(
  texts: readonly { text: string; ref: string }[],
  country: Country,
): WrittenPeriod | null {
  const [first] = texts
  if (!first) return null
  const readings = detectPeriod(first.text, country).filter(
    ({ form }) =>
      form !== 'year' && texts.filter(({ text }) => parsePeriod(text, form)).length >= texts.length * 0.8,
  )
  return readings.length > 0 ? { ...first, readings } : null
}
