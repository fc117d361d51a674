import { parseXml } from './parse-xml.ts'
import { readStyles } from './read-styles.ts'
import { isOn, readWorksheet } from './read-worksheet.ts'
import type { Zip } from './read-zip.ts'
import { newBudget, type Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The sheets of an .xlsx workbook, in its order, hidden ones too.
 *
 * Errors  `Unreadable`
 */
export function decodeXlsx(zip: Zip): Sheet[] {
  const workbook = zip.read('xl/workbook.xml')
  if (!workbook) throw new Unreadable('workbook-damaged')
  const { sheets, date1904 } = readWorkbook(workbook)
  const { byId, byType } = readRelations(zip.read('xl/_rels/workbook.xml.rels'))
  const context = {
    strings: readSharedStrings(zip.read(byType.get('sharedStrings') ?? 'xl/sharedStrings.xml')),
    shownBy: readStyles(zip.read(byType.get('styles') ?? 'xl/styles.xml')),
    date1904,
    budget: newBudget(),
  }
  const read = new Set<string>()
  return sheets.map(({ name, id, hidden }) => {
    const target = byId.get(id) ?? ''
    const part = read.has(target) ? null : zip.read(target)
    // One part behind many sheets would be read many times.
    if (!part) throw new Unreadable('workbook-damaged')
    read.add(target)
    return { name, ...(hidden && { hidden }), ...readWorksheet(part, context) }
  })
}

function readWorkbook(part: Uint8Array) {
  const sheets: { name: string; id: string; hidden?: true }[] = []
  let date1904 = false
  parseXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isOn(attributes.date1904)
      if (name !== 'sheet') return
      const isHidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({
        name: attributes.name ?? '',
        id: relationOf(attributes),
        ...(isHidden && { hidden: true }),
      })
    },
  })
  return { sheets, date1904 }
}

/** The reference to the sheet's part; its prefix differs between writers. */
const relationOf = (attributes: Record<string, string>) =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

/** A reference is seen from the folder of the workbook unless it begins at the root. */
function partNamed(target: string): string {
  const steps = target.startsWith('/') ? [] : ['xl']
  for (const step of target.split(/[\\/]/))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/').toLowerCase()
}

function readRelations(part: Uint8Array | null) {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  if (part)
    parseXml(part, {
      open(name, { Id = '', Type = '', Target = '' }) {
        if (name !== 'Relationship') return
        const target = partNamed(Target)
        byId.set(Id, target)
        byType.set(Type.slice(Type.lastIndexOf('/') + 1), target)
      },
    })
  return { byId, byType }
}

/** Texts of the shared table; phonetic readings are no part of a text. */
function readSharedStrings(part: Uint8Array | null): string[] {
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
