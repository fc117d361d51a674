import { placeOfRef } from '../../stages/decode/sheet.ts'
import { appendTo, type Edit, edited, escapeXml, scanXml } from './scan-xml.ts'

/** What a note says, by cell. */
export type Notes = ReadonlyMap<string, string>

const AUTHOR = 'Waymark'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The part with a sheet's notes, the sender's own kept: what is new comes after them, in the same note where there is one. */
export function notesPart(part: string | null, notes: Notes): string {
  const xml = part ?? `<comments xmlns="${MAIN}"><authors/><commentList/></comments>`
  const elements = scanXml(xml, ['authors', 'author', 'commentList', 'comment', 'text', 't', 'r'])
  const authors = elements.find(({ name }) => name === 'authors')
  const list = elements.find(({ name }) => name === 'commentList')
  if (!authors || !list) throw new Error('notes without a list')
  const { prefix } = list
  const author = elements.filter(({ name }) => name === 'author').length
  const run = (text: string) =>
    `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`
  const edits: Edit[] = [appendTo(xml, authors, `<${prefix}author>${AUTHOR}</${prefix}author>`)]
  const fresh: string[] = []
  for (const [ref, text] of notes) {
    const own = elements.find(({ name, attributes }) => name === 'comment' && attributes.ref === ref)
    const body =
      own && elements.find(({ name, start, end }) => name === 'text' && start > own.start && end < own.end)
    if (!body) {
      fresh.push(
        `<${prefix}comment ref="${ref}" authorId="${author}"><${prefix}text>${run(text)}</${prefix}text></${prefix}comment>`,
      )
      continue
    }
    const plain = elements.find(
      ({ name, parent, start, end }) =>
        name === 't' && parent === 'text' && start >= body.inside && end <= body.end,
    )
    if (plain)
      edits.push({ at: plain.start, insert: `<${prefix}r>` }, { at: plain.end, insert: `</${prefix}r>` })
    edits.push(appendTo(xml, body, run(`\n${text}`)))
  }
  edits.push(appendTo(xml, list, fresh.join('')))
  return edited(xml, edits)
}

/** The shapes office programs show notes in; those of the sender's own notes stay. */
export function notesShapes(part: string | null, notes: Notes): string {
  const shapes = [...notes.keys()].map((ref, index) => shapeOf(ref, index)).join('')
  if (part === null)
    return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${SHAPE_TYPE}${shapes}</xml>`
  const close = part.lastIndexOf('</')
  return `${part.slice(0, close)}${SHAPE_TYPE}${shapes}${part.slice(close)}`
}

const SHAPE_TYPE =
  '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" id="_waymark_note" coordsize="21600,21600" path="m,l,21600r21600,l21600,xe"/>'

function shapeOf(ref: string, index: number): string {
  const { row, column } = placeOfRef(ref) ?? { row: 1, column: 1 }
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 4, 15, row + 4, 4].join(', ')
  return [
    `<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:o="urn:schemas-microsoft-com:office:office" id="_waymark_${index}" type="#_waymark_note" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  ].join('')
}
