import type { Zip } from './read-zip.ts'

/** First bytes of files people send by mistake. */
const signatures: readonly (readonly [kind: string, start: readonly number[] | string])[] = [
  ['PDF', '%PDF'],
  ['PNG', '\x89PNG'],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', 'GIF8'],
  ['TIFF', 'II*\0'],
  ['GZIP', [0x1f, 0x8b]],
  ['7-Zip', '7z\xbc\xaf'],
  ['RAR', 'Rar!'],
  ['RTF', '{\\rtf'],
  ['Parquet', 'PAR1'],
  ['SQLite', 'SQLite format 3'],
  ['SYLK (.slk)', 'ID;P'],
  ['MHTML', 'MIME-Version:'],
  ['Excel 2–4 (.xls)', [0x09, 0x00, 0x04, 0x00]],
  ['Excel 2–4 (.xls)', [0x09, 0x02, 0x06, 0x00]],
  ['Excel 2–4 (.xls)', [0x09, 0x04, 0x06, 0x00]],
]

/** What a file that is no zip and no table seems to be, by how it begins; null where its first bytes say nothing. */
export function kindByStart(bytes: Uint8Array): string | null {
  const found = signatures.find(([, start]) =>
    [...start].every(
      (part, index) => bytes[index] === (typeof part === 'string' ? part.charCodeAt(0) : part),
    ),
  )
  return found ? found[0] : null
}

/** Parts that tell what a zip is. */
const zipKinds: readonly (readonly [kind: string, part: RegExp])[] = [
  ['Excel .xlsb', /^xl\/workbook\.bin$/],
  ['Word .docx', /^word\/document\.xml$/],
  ['PowerPoint .pptx', /^ppt\/presentation\.xml$/],
  ['Apple Numbers', /^index\/(document\.iwa|tables\/)/],
]
const openDocuments = 'application/vnd.oasis.opendocument.'

/** What a zip seems to be that is no workbook; an OpenDocument names itself. */
export function kindOfZip(zip: Zip): string {
  const type = zip.names.has('mimetype') ? new TextDecoder().decode(zip.read('mimetype') ?? undefined) : ''
  if (type.startsWith(openDocuments)) return `OpenDocument ${type.slice(openDocuments.length)}`
  return zipKinds.find(([, part]) => [...zip.names].some((name) => part.test(name)))?.[0] ?? 'ZIP'
}

/** What a text seems to be that is no table; null where it may be one. */
export function kindOfText(text: string): string | null {
  const start = text.slice(0, 2000).trimStart()
  if (/^(<!doctype\s+html|<(html|head|meta|body|table|style|div)\b)/i.test(start)) return 'HTML'
  if (/^<(\?xml|[a-z][\w.-]*[\s>:])/i.test(start)) return 'XML'
  return /^(\{\s*["}]|\[\s*[[{"\]])/.test(start) ? 'JSON' : null
}
