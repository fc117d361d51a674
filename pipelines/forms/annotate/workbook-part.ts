import { RELATIONS } from './mark-sheet.ts'
import { type Edit, edited, escapeXml, scanXml, tagWith } from './scan-xml.ts'

/** The sheets of a workbook in its order, with the relation each is found by. */
export const sheetsOfWorkbook = (xml: string) =>
  scanXml(xml, ['sheet'])
    .filter(({ parent }) => parent === 'sheets')
    .map(({ attributes }) => ({
      name: attributes.name ?? '',
      relation: Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '',
    }))

/** Puts a sheet before all others and opens the workbook on it; names that belong to one sheet follow theirs. */
export function withSheetFirst(xml: string, name: string, relation: string): string {
  const elements = scanXml(xml, ['sheets', 'sheet', 'workbookView', 'definedName'])
  const list = elements.find((element) => element.name === 'sheets')
  if (!list) throw new Error('a workbook without sheets')
  const ids = elements.flatMap(({ attributes }) => Number(attributes.sheetId ?? 0))
  const sheet = `<${list.prefix}sheet xmlns:r="${RELATIONS}" name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${relation}"/>`
  const edits: Edit[] = [{ at: list.inside, insert: sheet }]
  for (const element of elements) {
    const { localSheetId } = element.attributes
    if (element.name === 'workbookView')
      edits.push(tagWith(xml, element, { activeTab: '0', firstSheet: '0' }))
    if (element.name === 'definedName' && localSheetId !== undefined)
      edits.push(tagWith(xml, element, { localSheetId: String(Number(localSheetId) + 1) }))
  }
  return edited(xml, edits)
}
