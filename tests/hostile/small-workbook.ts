import { type Part, type Tricks, writeZip } from './write-zip.ts'

export const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>${text}`
export const sheetOf = (rows: string, more = '') =>
  xml(`<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`)
export const rowOf = (...cells: string[]) => `<row r="1">${cells.join('')}</row>`

export const parts = {
  types: '[Content_Types].xml',
  workbook: 'xl/workbook.xml',
  relations: 'xl/_rels/workbook.xml.rels',
  sheet: 'xl/worksheets/sheet1.xml',
  strings: 'xl/sharedStrings.xml',
  styles: 'xl/styles.xml',
} as const

const one = sheetOf(rowOf('<c r="A1"><v>1</v></c>'))
const sound: Record<string, string | Uint8Array> = {
  [parts.types]: xml('<Types><Default Extension="xml" ContentType="application/xml"/></Types>'),
  [parts.workbook]: xml(
    '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  [parts.relations]: xml(
    '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  [parts.sheet]: one,
}

/** The parts of a workbook whose only cell is 1, with some replaced or added. */
export const soundParts = (changed: Record<string, string | Uint8Array> = {}): Part[] =>
  Object.entries({ ...sound, ...changed }).map(([name, content]) => ({ name, content }))

export const workbook = (changed: Record<string, string | Uint8Array> = {}, tricks?: Tricks) =>
  writeZip(soundParts(changed), tricks)

/** The same with parts described by hand, after the sound ones. */
export const workbookAnd = (more: readonly Part[], tricks?: Tricks) =>
  writeZip([...soundParts(), ...more], tricks)

/** The sound parts, one of them described by hand. */
export const workbookWith = (name: string, change: Partial<Part>, tricks?: Tricks) =>
  writeZip(
    soundParts().map((part) => (part.name === name ? { ...part, ...change } : part)),
    tricks,
  )

/** A workbook of one sheet with these rows. */
export const rows = (content: string, more?: Record<string, string | Uint8Array>) =>
  workbook({ [parts.sheet]: sheetOf(content), ...more })

/** A workbook of one sheet with these cells in its first row. */
export const cells = (...content: string[]) => rows(rowOf(...content))
