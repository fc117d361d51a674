import { checkCount } from '../check-count.ts'
import { newBudget, type Sheet } from '../sheet.ts'
import { Unreadable } from '../unreadable.ts'
import { openCompound } from './compound-file.ts'
import { countCells } from './count-cells.ts'
import { readGlobals } from './read-globals.ts'
import { readSheet } from './read-sheet.ts'

/** What a compound file is by the streams it has. */
const otherKinds: readonly (readonly [stream: string, kind: string])[] = [
  ['worddocument', 'Word .doc'],
  ['powerpoint document', 'PowerPoint .ppt'],
  ['__properties_version1.0', 'Outlook .msg'],
]

/**
 * The sheets of an .xls workbook (Excel 5 and later), in its order, hidden ones too.
 *
 * Errors  `Unreadable`
 */
export function decodeXls(bytes: Uint8Array): Sheet[] {
  const file = openCompound(bytes)
  if (file.names.has('encryptedpackage')) throw new Unreadable('zip-unsafe', 'encrypted')
  if (file.names.has('_vba_project_cur')) throw new Unreadable('zip-unsafe', 'macros')
  const stream = file.read('workbook') ?? file.read('book')
  if (!stream) {
    const kind = otherKinds.find(([name]) => file.names.has(name))?.[1] ?? 'OLE'
    throw new Unreadable('file-kind-unknown', kind)
  }
  const globals = readGlobals(stream)
  const budget = newBudget()
  const read = globals.sheets.map(({ at, ...named }) => {
    const { sheet, valued } = readSheet(stream, at, globals, budget)
    return { sheet: { ...named, ...sheet }, valued }
  })
  checkCount(
    countCells(stream),
    read.reduce((sum, { valued }) => sum + valued, 0),
  )
  return read.map(({ sheet }) => sheet)
}
