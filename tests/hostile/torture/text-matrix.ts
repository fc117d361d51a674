import type { TextStyle } from '../../../pipelines/stages/decode/sniff-text.ts'
import { cellsOf, type TortureFile } from './torture-file.ts'

type Table = readonly (readonly string[])[]

/** How services write numbers: each in its own way, and some in several. */
const numbers = ['1234,5', '1 234,5', '1\u00a0234', "1'234", '1.234', '12', '-', '٣٤']
const russian: Table = [
  ['Сведения за II квартал 2021 года', '', ''],
  ['Область', 'Всего', 'Женщины'],
  ['Северная', '1234,5', ''],
  ['Южная (СИЗО № 3)', '12', '-'],
  ['', '', ''],
  ['Итого', '1246,5', '7'],
]
const french: Table = [
  ['Région', 'Détenus', 'Femmes'],
  ['Béja', '1 234', '12'],
  ['Médenine', '', 'n.d.'],
  ['Été à Gabès', '5,5', '0'],
]
const arabic: Table = [
  ['الولاية', 'المجموع', 'النساء'],
  ['تونس', '1234', ''],
  ['القيروان والمهدية', '12', '7'],
]
const mixed: Table = [
  ['Облыс / Région / الولاية', ...numbers],
  ['Солтүстік', ...numbers.toReversed()],
  ['', ...numbers],
]

const encodings: {
  name: string
  table: Table
  described: TextStyle['encoding'] | null
  mark?: number[]
  as?: string
}[] = [
  { name: 'utf8', table: mixed, described: null },
  { name: 'utf8-marked', table: mixed, described: null, mark: [0xef, 0xbb, 0xbf] },
  { name: 'utf16', table: mixed, described: null, as: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'utf16-turned', table: mixed, described: null, as: 'utf-16be', mark: [0xfe, 0xff] },
  { name: 'windows-1251', table: russian, described: 'windows-1251', as: 'windows-1251' },
  { name: 'windows-1252', table: french, described: 'windows-1252', as: 'windows-1252' },
  { name: 'windows-1256', table: arabic, described: 'windows-1256', as: 'windows-1256' },
  { name: 'utf8-described-otherwise', table: russian, described: 'windows-1251' },
]
const separators = { semicolon: ';', tab: '\t', bar: '|', comma: ',' } as const
const lineEnds = { unix: '\n', windows: '\r\n', old: '\r' }
const quotings: Record<string, (field: string, separator: string) => string> = {
  'where needed': (field, separator) =>
    field.includes(separator) || /["\r\n]/.test(field) ? quoted(field) : field,
  everywhere: quoted,
  'where filled': (field) => (field === '' ? '' : quoted(field)),
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`
}

/** Every separator in every encoding with every end of line and every habit of quoting. */
export const textMatrix: TortureFile[] = encodings.flatMap(
  ({ name, table, described, mark = [], as = 'utf-8' }) =>
    Object.entries(separators).flatMap(([separatorName, separator]) =>
      Object.entries(lineEnds).flatMap(([endName, end]) =>
        Object.entries(quotings).map(([quoting, quote], nth) => ({
          id: `text ${name}, ${separatorName}, ${endName} line ends, quoted ${quoting}`,
          described: described && { encoding: described, separator },
          cells: cellsOf(table),
          bytes: () => {
            const text = table
              .map((line) => line.map((field) => quote(field, separator)).join(separator))
              .join(end)
            return Buffer.concat([Buffer.from(mark), encoded(nth % 2 ? text : text + end, as)])
          },
        })),
      ),
    ),
)

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (letter) => letters.indexOf(letter))
}
