import type { z } from 'zod'
import type { Sheet } from '../decode/sheet.ts'
import { PeriodForm, type TableMapping } from '../map/mapping.ts'
import { parsePeriod, type Stretch } from '../values/parse-period.ts'

type Form = z.infer<typeof PeriodForm>
export type FoundPeriod = { period: TableMapping['period']; stretch: Stretch }

/** A year alone is the last thing a text can mean: it stands inside every other form. */
const forms = PeriodForm.options.toSorted((a, b) => Number(a === 'year') - Number(b === 'year'))

const formOf = (text: string): { form: Form; stretch: Stretch } | null => {
  for (const form of forms) {
    const stretch = parsePeriod(text, form)
    if (stretch) return { form, stretch }
  }
  return null
}

/** Where a table's period stands: above it, in the sheet's name or in the file's; the plainest form first. */
export function findPeriod({ name, rows }: Sheet, firstRow: number, file: string): FoundPeriod | null {
  const titles = rows
    .filter(({ row }) => row < firstRow)
    .flatMap(({ cells }) => cells.map(({ text }) => text))
  const places = [
    ...titles.map((text) => ({ in: 'title' as const, text })),
    { in: 'sheet' as const, text: name },
    { in: 'file' as const, text: file },
  ].flatMap((place) => {
    const found = formOf(place.text)
    return found ? [{ ...place, ...found }] : []
  })
  const best = places.find(({ form }) => form !== 'year') ?? places[0]
  return best ? { period: { form: best.form, in: best.in }, stretch: best.stretch } : null
}

/** Whether the period stands where, and as, it was settled before. */
export function standsAsBefore(
  { name, rows }: Sheet,
  firstRow: number,
  file: string,
  { form, in: where }: TableMapping['period'],
): boolean {
  const titles = rows
    .filter(({ row }) => row < firstRow)
    .flatMap(({ cells }) => cells.map(({ text }) => text))
  const texts = { title: titles, sheet: [name], file: [file], column: [] }[where]
  return texts.some((text) => parsePeriod(text, form) !== null)
}

/** The form a column of periods is written in; null where it is none. */
export function periodColumn(texts: readonly string[]): FoundPeriod['period']['form'] | null {
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length === 0) return null
  const found = formOf(filled[0] ?? '')
  const reads = filled.filter((text) => found && parsePeriod(text, found.form)).length
  return found && found.form !== 'year' && reads >= filled.length * 0.8 ? found.form : null
}
