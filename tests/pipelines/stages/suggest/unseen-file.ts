import fc from 'fast-check'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import {
  type Cell,
  cellOf,
  type Dimension,
  dimensions,
  parseCell,
} from '../../../../indicators/model/breakdown.ts'
import { type Country, placeLevel } from '../../../../indicators/model/place.ts'
import type { Language } from '../../../../indicators/model/text.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'
import { loadAliases } from '../../../../pipelines/stages/suggest/aliases.ts'

export const sources = loadSources(loadLogframe().elements)
const aliases = loadAliases()

/** A column of an unseen file, and what it means; `null` for one that means nothing anybody knows. */
export type UnseenColumn = { header: string[]; element: string | null; cell: Cell; values: number[] }
export type UnseenFile = {
  country: Country
  name: string
  rows: string[][]
  columns: UnseenColumn[]
  places: string[]
  /** Whether a letter was changed somewhere. */
  misspelt: boolean
}

const titles: Record<Language, string> = {
  en: 'Return of stations, Q3 FY 2020/21',
  fr: 'Situation des établissements, T1 2021',
  ru: 'Сведения по учреждениям за I квартал 2021 г.',
  kk: 'Мекемелер бойынша мәліметтер, 2021 ж. I тоқсан',
  ar: 'وضعية الوحدات السجنية، الثلاثي الأول 2021',
}
const spoken: [Country, Language][] = [
  ['KAZ', 'ru'],
  ['KAZ', 'kk'],
  ['TUN', 'fr'],
  ['TUN', 'ar'],
  ['UGA', 'en'],
]
const unknown = ['Zwiebelfische', 'Qwertz', 'Паровозики', 'Xylophones']

const facilityElements = [...sources.elements.values()].filter(
  ({ scope, kind }) => scope.endsWith('facilities') && (kind === 'flow' || kind === 'stock'),
)
const longWords = (texts: readonly string[] | undefined) => (texts ?? []).filter((text) => text.length > 1)

/** One letter of a long word left out, doubled, or put before its neighbour. */
const misspell = (text: string, at: number, how: number) => {
  const word = /\p{L}{7,}/u.exec(text)
  if (!word) return text
  const i = word.index + 1 + (at % (word[0].length - 3))
  const pair = text.slice(i, i + 2)
  const wrong = [pair.slice(1), `${pair[0]}${pair}`, [...pair].reverse().join('')][how % 3]
  return `${text.slice(0, i)}${wrong}${text.slice(i + 2)}`
}

const columnsOf = (language: Language) => {
  const words = aliases[language]
  const one = fc.constantFrom(...facilityElements).chain((element) => {
    const cells: Cell[] = [
      '',
      ...element.dimensions.flatMap((by: Dimension) =>
        dimensions[by].map((category) => cellOf({ [by]: category })),
      ),
    ]
    return fc.record({
      element: fc.constant(element.id),
      name: fc.constantFrom(...longWords(words.elements[element.id])),
      cells: fc.uniqueArray(fc.constantFrom(...cells), { minLength: 1, maxLength: 5 }),
      spelling: fc.nat(9),
    })
  })
  return fc
    .uniqueArray(one, { minLength: 2, maxLength: 6, selector: ({ element }) => element })
    .map((groups) =>
      groups.flatMap(({ element, name, cells, spelling }) =>
        cells.map((cell) => {
          const [[by, category] = []] = Object.entries(parseCell(cell))
          const spellings = by
            ? longWords(words.categories[by as Dimension]?.[category ?? ''])
            : longWords(words.total)
          return { element, cell, header: [name, spellings[spelling % spellings.length] ?? ''] }
        }),
      ),
    )
}

/** A table of stations in one of five languages, its columns in any order, some of them of no use to anybody. */
export const unseenFile = (misspelt: boolean): fc.Arbitrary<UnseenFile> =>
  fc.constantFrom(...spoken).chain(([country, language]) =>
    fc
      .record({
        known: columnsOf(language),
        extra: fc.uniqueArray(fc.constantFrom(...unknown), { maxLength: 2 }),
        ignored: fc.boolean(),
        region: fc.nat(20),
        facility: fc.nat(20),
        letters: fc.array(fc.tuple(fc.nat(30), fc.nat(2)), { minLength: 60, maxLength: 60 }),
        joint: fc.constantFrom(' – ', ': ', ', '),
        grouped: fc.boolean(),
        shuffle: fc.infiniteStream(fc.nat()),
        titled: fc.nat(2),
      })
      .map(({ known, extra, ignored, region, facility, letters, joint, grouped, shuffle, titled }) => {
        const words = aliases[language]
        const spelt = (text: string, index: number) => {
          const [at, how] = letters[index % letters.length] ?? [0, 0]
          return misspelt && index % 3 === 0 ? misspell(text, at, how) : text
        }
        const all = [
          ...known.map((column, index) => ({
            ...column,
            header: grouped
              ? column.header.map((text) => spelt(text, index))
              : [spelt(column.header.join(joint), index)],
          })),
          ...extra.map((header) => ({ element: null, cell: '', header: [header] })),
        ]
        const order = all
          .map((column) => ({ column, by: shuffle.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
        const units = sources.places[country]
          .filter(({ code }) => placeLevel(code) === 'facility')
          .slice(0, 6)
        const regionOf = (code: string) =>
          sources.places[country].find(
            (one) => placeLevel(one.code) === 'region' && code.startsWith(`${one.code}-`),
          )
        const columns: UnseenColumn[] = order.map(({ column }, c) => ({
          ...column,
          values: units.map((_, r) => (r + 3) * 7 + c),
        }))
        const pick = (texts: readonly string[], index: number) => texts[index % texts.length] ?? ''
        const front = [pick(words.place.region, region), pick(words.place.facility, facility)]
        const height = grouped ? 2 : 1
        const remark = ignored ? [longWords(words.ignore)[0] ?? ''] : []
        const header = Array.from({ length: height }, (_, row) => [
          ...front.map((text) => (row === 0 ? text : '')),
          ...columns.map((column) => column.header[row] ?? ''),
          ...remark.map((text) => (row === 0 ? text : '')),
        ])
        const rows = [
          ...Array.from({ length: titled }, (_, row) => [
            row === titled - 1 ? titles[language] : 'Zwiebelfische',
          ]),
          ...(titled === 0 ? [] : [[]]),
          ...header,
          ...units.map(({ code, name }, r) => [
            regionOf(code)?.name ?? '',
            name,
            ...columns.map(({ values }) => String(values[r])),
            ...remark.map(() => ''),
          ]),
        ]
        return {
          country,
          name: titled === 0 ? `${titles[language]}.csv` : 'export.csv',
          rows,
          columns,
          places: units.map(({ code }) => code),
          misspelt,
        }
      }),
  )

export const csvOf = ({ rows }: Pick<UnseenFile, 'rows'>): Buffer =>
  Buffer.from(
    rows.map((row) => row.map((text) => (/[;"]/.test(text) ? `"${text}"` : text)).join(';')).join('\n'),
  )
