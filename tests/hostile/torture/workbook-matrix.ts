import { type Part, writeZip } from '../write-zip.ts'
import { cellsOf, type TortureFile } from './torture-file.ts'

const table = [
  ['Облыс / Область', 'всего', 'الولاية'],
  ['', '', ''],
  [' Солтүстік ', '1234.5', 'a & b < c'],
  ['за\nгод', '', '7'],
]

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const ref = (row: number, column: number) => `${String.fromCharCode(64 + column)}${row}`
const isNumber = (value: string) => /^[\d.]+$/.test(value)

type Habit = {
  strings: 'shared' | 'inline' | 'formula text' | 'rich'
  refs: boolean
  rowNumbers: boolean
  prefix: '' | 'x:'
  namespace: 'transitional' | 'strict'
  target: 'relative' | 'absolute'
  packing: 'packed' | 'stored' | 'sizes behind'
}

const habits: { [Name in keyof Habit]: readonly Habit[Name][] } = {
  strings: ['shared', 'inline', 'formula text', 'rich'],
  refs: [true, false],
  rowNumbers: [true, false],
  prefix: ['', 'x:'],
  namespace: ['transitional', 'strict'],
  target: ['relative', 'absolute'],
  packing: ['packed', 'stored', 'sizes behind'],
}

/** A row without a number follows the one before, so an empty one has to be written. */
const allHabits = Object.entries(habits).reduce<Partial<Habit>[]>(
  (some, [name, choices]) => some.flatMap((one) => choices.map((choice) => ({ ...one, [name]: choice }))),
  [{}],
) as Habit[]

const spaces = {
  transitional: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
}
const relationSpaces = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

function partsOf(habit: Habit): Part[] {
  const { prefix: x, namespace, target } = habit
  const space = x ? `xmlns:x="${spaces[namespace]}"` : `xmlns="${spaces[namespace]}"`
  const relations = relationSpaces[namespace]
  const root = target === 'absolute' ? '/xl/' : ''
  const strings = [...new Set(table.flat().filter((value) => value !== '' && !isNumber(value)))]
  const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${root}${to}"/>`
  const contents = {
    'xl/sharedStrings.xml': `<${x}sst ${space}>${strings.map((value) => `<${x}si><${x}t xml:space="preserve">${text(value)}</${x}t></${x}si>`).join('')}</${x}sst>`,
    'xl/worksheets/sheet1.xml': `<${x}worksheet ${space}><${x}sheetData>${table.map((line, row) => rowXml(line, row + 1, habit, strings)).join('\n')}</${x}sheetData></${x}worksheet>`,
    'xl/workbook.xml': `<${x}workbook ${space} xmlns:r="${relations}"><${x}sheets><${x}sheet name="S" sheetId="3" r:id="rId7"/></${x}sheets></${x}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId7', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  }
  return Object.entries(contents).map(([name, content]) => ({
    name,
    content: xml(content),
    ...(habit.packing === 'stored' && { method: 0 }),
    ...(habit.packing === 'sizes behind' && { described: true }),
  }))
}

function rowXml(line: readonly string[], row: number, habit: Habit, strings: readonly string[]): string {
  const { prefix: x, refs, rowNumbers } = habit
  const cells = line.map((value, index) => {
    const place = refs ? ` r="${ref(row, index + 1)}"` : ''
    if (value === '') return refs ? '' : `<${x}c/>`
    if (isNumber(value)) return `<${x}c${place}><${x}v>${value}</${x}v></${x}c>`
    return stringXml(value, place, habit, strings)
  })
  if (rowNumbers && line.every((value) => value === '')) return ''
  return `<${x}row${rowNumbers ? ` r="${row}" spans="1:3"` : ''}>${cells.join('')}</${x}row>`
}

function stringXml(
  value: string,
  place: string,
  { prefix: x, strings: how }: Habit,
  strings: readonly string[],
) {
  if (how === 'shared') return `<${x}c${place} t="s"><${x}v>${strings.indexOf(value)}</${x}v></${x}c>`
  if (how === 'formula text')
    return `<${x}c${place} t="str"><${x}f>A1</${x}f><${x}v xml:space="preserve">${text(value)}</${x}v></${x}c>`
  const run = (part: string) =>
    `<${x}r><${x}rPr><${x}b/></${x}rPr><${x}t xml:space="preserve">${text(part)}</${x}t></${x}r>`
  const inside =
    how === 'inline'
      ? `<${x}t xml:space="preserve">${text(value)}</${x}t>`
      : run(value.slice(0, 2)) + run(value.slice(2))
  return `<${x}c${place} t="inlineStr"><${x}is>${inside}</${x}is></${x}c>`
}

/** One workbook written with every combination of the habits that programs have. */
export const workbookMatrix: TortureFile[] = allHabits.map((habit) => ({
  id: `workbook ${Object.entries(habit)
    .map(([name, choice]) => `${name} ${choice}`)
    .join(', ')}`,
  described: null,
  cells: cellsOf(table),
  bytes: () => writeZip(partsOf(habit)),
}))
