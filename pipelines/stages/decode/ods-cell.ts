import { LONGEST_TEXT, type SheetCell } from './sheet.ts'
import { numberCell, shownTime } from './show-number.ts'
import { Unreadable } from './unreadable.ts'

/** A cell of an OpenDocument table while it is read. `paragraphs` counts those begun. */
export type OdsCell = { attributes: Record<string, string>; text: string; paragraphs: number }

export const odsText = {
  add(cell: OdsCell, more: string) {
    if (cell.text.length + more.length > LONGEST_TEXT) throw new Unreadable('file-too-large', 'text')
    cell.text += more
  },
  addSpaces(cell: OdsCell, count: number) {
    odsText.add(cell, ' '.repeat(Math.min(count, LONGEST_TEXT + 1)))
  },
}

const errorText = /^(#[A-Z/0]+[!?]?|Err:\d{3})$/
const duration = /^PT(\d+)H(\d+)M(\d+(?:\.\d+)?)S$/

/** What a cell says; null for a blank one. */
export function odsCell({ attributes, text, paragraphs }: OdsCell, column: number): SheetCell | null {
  const isFormula = attributes['table:formula'] !== undefined
  const type = attributes['office:value-type']
  if (isFormula && type === undefined && paragraphs === 0)
    return { column, text: '', kind: 'uncalculated', formula: true }
  const isError = attributes['calcext:value-type'] === 'error' || (isFormula && errorText.test(text))
  const read: SheetCell = isError
    ? { column, text, kind: 'error' }
    : storedCell(type ?? 'string', attributes, text, column)
  if (!isError && read.text.trim() === '') return null
  return { ...read, ...(isFormula && { formula: true }) }
}

function storedCell(
  type: string,
  attributes: Record<string, string>,
  text: string,
  column: number,
): SheetCell {
  const stored = (name: string) => {
    const value = attributes[`office:${name}`]
    if (value === undefined) throw new Unreadable('workbook-damaged')
    return value
  }
  switch (type) {
    case 'float':
    case 'currency':
      return numberCell(column, stored('value'), 'plain', false)
    case 'percentage':
      return numberCell(column, stored('value'), 'percent', false)
    case 'date':
      return { column, text: stored('date-value').slice(0, 10), kind: 'date' }
    case 'time':
      return { column, text: timeOf(stored('time-value')), kind: 'date' }
    case 'boolean':
      return { column, text: stored('boolean-value') === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' }
    default:
      return { column, text: attributes['office:string-value'] || text, kind: 'text' }
  }
}

function timeOf(written: string): string {
  const [, hours, minutes, seconds] = duration.exec(written) ?? []
  if (hours === undefined) throw new Unreadable('workbook-damaged')
  return shownTime((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400)
}
