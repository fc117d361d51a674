import { posix } from 'node:path'
import { parseXml } from './parse-xml.ts'
import { readStyles } from './read-styles.ts'
import { readWorksheet } from './read-worksheet.ts'
import { readZip } from './read-zip.ts'
import type { Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The sheets of an .xlsx workbook, in its order, hidden ones too.
 *
 * Errors  `Unreadable`
 */
export async function decodeXlsx(bytes: Buffer): Promise<Sheet[]> {
  const parts = await readZip(bytes, (name) => /^xl\/.*\.(xml|rels)$/.test(name))
  const workbook = parts.get('xl/workbook.xml')
  if (!workbook) throw new Unreadable('file-kind-unknown')
  const { sheets, date1904 } = readWorkbook(workbook)
  const { byId, byType } = readRelations(parts.get('xl/_rels/workbook.xml.rels'))
  const context = {
    strings: readSharedStrings(parts.get(byType.get('sharedStrings') ?? 'xl/sharedStrings.xml')),
    isDate: readStyles(parts.get(byType.get('styles') ?? 'xl/styles.xml')),
    date1904,
    budget: { cells: 2_000_000, letters: 64_000_000, mergedCells: 500_000 },
  }
  return sheets.map(({ name, id }) => {
    const part = parts.get(byId.get(id) ?? '')
    if (!part) throw new Unreadable('workbook-damaged')
    // One part behind many sheets would be read many times.
    parts.delete(byId.get(id) ?? '')
    return { name, ...readWorksheet(part, context) }
  })
}

function readWorkbook(part: Buffer) {
  const sheets: { name: string; id: string }[] = []
  let date1904 = false
  parseXml(part, {
    open(name, attributes) {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', id: relationOf(attributes) })
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    },
  })
  return { sheets, date1904 }
}

/** The reference to the sheet's part; its prefix differs between writers. */
const relationOf = (attributes: Record<string, string>) =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

function readRelations(part: Buffer | undefined) {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  if (part)
    parseXml(part, {
      open(name, { Id = '', Type = '', Target = '' }) {
        if (name !== 'Relationship') return
        const target = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target)
        byId.set(Id, target)
        byType.set(posix.basename(Type), target)
      },
    })
  return { byId, byType }
}

/** Texts of the shared table; phonetic readings are no part of a text. */
function readSharedStrings(part: Buffer | undefined): string[] {
  const strings: string[] = []
  if (!part) return strings
  let inText = false
  let inReading = false
  let text = ''
  parseXml(part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      if (name === 't') inText = true
    },
    text: (more) => {
      if (inText && !inReading) text += more
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}
