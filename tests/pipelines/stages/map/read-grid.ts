import { z } from 'zod'
import { dimensions } from '../../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../../indicators/model/data-element.ts'
import { quarterOf, quarterStart } from '../../../../indicators/model/period.ts'
import { Country, type Place } from '../../../../indicators/model/place.ts'
import { Answers } from '../../../../indicators/model/question.ts'
import { type CellKind, placeOfRef, rangeOf, type Sheet } from '../../../../pipelines/stages/decode/sheet.ts'
import { reportOn } from '../../../../pipelines/stages/findings/report-finding.ts'
import { registerOf } from '../../../../pipelines/stages/map/find-place.ts'
import { mapSheets } from '../../../../pipelines/stages/map/map-sheets.ts'
import { Calendar, Mapping, PeriodForm } from '../../../../pipelines/stages/map/mapping.ts'
import { askAbout } from '../../../../pipelines/stages/questions/ask-about.ts'
import { mappingWith } from '../../../../pipelines/stages/questions/mapping-with.ts'

const GridSheet = z.union([
  z.string(),
  z.strictObject({
    /** Cells are separated by `|`; `#12` is a number, `@2021-03-31` a date, `%45` a percentage, `=` a formula never calculated. */
    grid: z.string(),
    merged: z.array(z.string()).default([]),
    hiddenRows: z.array(z.int()).default([]),
    hiddenColumns: z.array(z.string()).default([]),
    hidden: z.boolean().default(false),
  }),
])

const Table = z.strictObject({
  sheet: z.string().default('^'),
  period: z.string().default('en-quarter in title'),
  deliveredAs: z.enum(['period', 'year_to_date', 'since_start', 'as_of_date']).default('period'),
  anchor: z.array(z.string()).optional(),
  headerRows: z.int().default(1),
  place: z.array(z.string()).default(['Station']),
  totals: z.array(z.string()).default([]),
  measure: z.string().optional(),
  labels: z.record(z.string(), z.string()).default({}),
  /** Header path, its parts separated by ` > `: element, cell, and how it counts where the description says so. */
  columns: z.record(z.string(), z.string()),
  ignore: z.array(z.string()).default([]),
})

/** A file as a grid, how its description reads it, and what must come of it. */
export const GridCase = z.strictObject({
  says: z.string(),
  country: Country.default('UGA'),
  file: z.string().default('return.xlsx'),
  decimal: z.enum([',', '.']).nullable().default('.'),
  groups: z.array(z.string()).default([]),
  marks: z.record(z.string(), z.string()).default({}),
  tables: z.array(Table),
  sheets: z.record(z.string(), GridSheet),
  answers: Answers.default({}),
  /** `CELL ELEMENT PLACE PERIOD [cell] VALUE [how it counts]`, in any order; `all` of them, or none said. */
  values: z.array(z.string()).optional(),
  findings: z.array(z.string()).default([]),
  /** `CELL id ×cells: answers`, the likely one with a star. */
  questions: z.array(z.string()).default([]),
})
export type GridCase = z.infer<typeof GridCase>

const kinds: Record<string, CellKind> = { '#': 'number', '@': 'date', '%': 'percent', '!': 'error' }

function sheetOf(name: string, written: z.infer<typeof GridSheet>): Sheet {
  const { grid, merged, hiddenRows, hiddenColumns, hidden } =
    typeof written === 'string'
      ? { grid: written, merged: [], hiddenRows: [], hiddenColumns: [], hidden: false }
      : written
  const rows = grid
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const cells = line.split('|').flatMap((field, at) => {
        const text = field.trim().replaceAll('\\n', '\n')
        if (text === '') return []
        if (text === '=') return [{ column: at + 1, text: '', kind: 'uncalculated' as const }]
        const kind = kinds[text[0] ?? '']
        const held = kind && text.length > 1 && kind !== 'error' ? text.slice(1) : text
        return [
          { column: at + 1, text: kind === 'percent' ? `${held}%` : held, kind: kind ?? ('text' as const) },
        ]
      })
      return { row: index + 1, cells, ...(hiddenRows.includes(index + 1) ? { hidden: true as const } : {}) }
    })
  const columnAt = (letter: string) => placeOfRef(`${letter}1`)?.column ?? 0
  return {
    name,
    rows: rows.filter(({ cells }) => cells.length > 0),
    merged: merged.flatMap((range) => rangeOf(range) ?? []),
    hiddenColumns: hiddenColumns.map((letter) => ({ from: columnAt(letter), to: columnAt(letter) })),
    ...(hidden ? { hidden: true as const } : {}),
  }
}

const element = (id: string, kind: DataElement['kind']): DataElement => ({
  id,
  title: { en: id },
  kind,
  people: kind === 'flow' || kind === 'stock',
  dimensions: ['sex', 'age', 'status'],
  scope: 'programme-facilities',
  frequency: 'quarterly',
  sensitivity: 'S1',
})
const elements = new Map(
  [
    element('PEOPLE', 'flow'),
    element('STOCK', 'stock'),
    element('TEAM', 'status'),
    element('SCORE', 'score'),
    element('STORY', 'text'),
  ].map((one) => [one.id, one]),
)

const names: [code: string, ...spellings: string[]][] = [
  ['', 'Whole country'],
  ['-R1', 'North', 'Северный регион', 'Солтүстік өңір', 'Région Nord', 'الشمال'],
  ['-R1-01', 'Alpha', 'Альфа', 'ألفا'],
  ['-R1-02', 'Beta', 'Бета', 'باء', 'Central'],
  ['-R2', 'South', 'Южный регион', 'Région Sud', 'الجنوب'],
  ['-R2-01', 'Gamma', 'Гамма', 'جيم', 'Central'],
  ['-R2-02', 'Delta', 'Дельта', 'دال'],
]
const placesOf = (country: Country): Place[] =>
  names.map(([code, name = '', ...aliases]) => ({
    code: `${country}${code}`,
    name,
    aliases,
    kind: code === '' ? 'country' : code.length === 3 ? 'region' : 'mixed',
    programme: true,
    opened: null,
    closed: null,
  }))

/** `PEOPLE sex=female year_to_date` → what a header means. */
function meaningOf(words: string) {
  const [id = '', ...rest] = words.split(' ')
  const cell = rest.filter((word) => word.includes('=')).map((word) => word.split('='))
  const deliveredAs = rest.find((word) => !word.includes('='))
  const unknown = cell.filter(([dimension = '']) => !(dimension in dimensions))
  if (unknown.length > 0) throw new Error(`no dimension ${unknown}`)
  return {
    ...(id === '-' ? {} : { element: id }),
    cell: Object.fromEntries(cell),
    ...(deliveredAs ? { deliveredAs } : {}),
  }
}

export function mappingOf({ country, decimal, groups, marks, tables }: GridCase): Mapping {
  return Mapping.parse({
    id: `${country}-grid`,
    version: 1,
    country,
    title: 'A return',
    file: '^return',
    ...(decimal ? { numbers: { decimal, groups } } : {}),
    marks,
    tables: tables.map(({ period, columns, measure, labels, place, anchor, ...table }) => {
      const [form, , where, header] = period.split(' ')
      return {
        ...table,
        period: { form: PeriodForm.parse(form), in: where, ...(header ? { header } : {}) },
        anchor: anchor ?? [...(place.length > 0 ? place : []), ...(measure ? [measure] : [])],
        ...(place.length > 0 ? { place } : {}),
        ...(measure
          ? {
              measure: {
                header: measure,
                labels: Object.fromEntries(
                  Object.entries(labels).map(([label, words]) => [label, meaningOf(words)]),
                ),
              },
            }
          : {}),
        columns: Object.entries(columns).map(([path, words]) => ({
          header: path.split(' > '),
          ...meaningOf(words),
        })),
      }
    }),
  })
}

/** What comes of a case, in the words it is written in. */
export function readGrid(one: GridCase) {
  const { country, file, sheets, answers } = one
  const report = reportOn(file)
  const doubts = askAbout(file)
  const places = placesOf(country)
  const calendar = Calendar.parse({ country, yearStartMonth: 1, dueDays: 30, reports: [] })
  const mapping = mappingWith(mappingOf(one), answers)
  const observations = mapSheets(
    Object.entries(sheets).map(([name, written]) => sheetOf(name, written)),
    {
      file,
      fileHash: '0'.repeat(64),
      mapping,
      answers,
      register: registerOf(places),
      sources: {
        mappings: [mapping],
        earlier: [],
        corrections: { KAZ: [], TUN: [], UGA: [] },
        places: { KAZ: places, TUN: places, UGA: places },
        calendars: { KAZ: calendar, TUN: calendar, UGA: calendar },
        elements,
      },
      report,
      doubts,
    },
  )
  const many = Object.keys(sheets).length > 1
  const at = ({ sheet, ref }: { sheet: string; ref: string }) => (many && sheet ? `${sheet}!${ref}` : ref)
  return {
    values: observations.map(
      ({ element, place, periodStart, periodEnd, cell, state, value, deliveredAs, lineage }) =>
        [
          at(lineage),
          element,
          place.slice(4) || 'country',
          periodOf(
            deliveredAs === 'year_to_date' ? quarterStart(quarterOf(periodEnd)) : periodStart,
            periodEnd,
          ),
          ...(cell ? [cell] : []),
          state === 'observed' ? value : state,
          ...(deliveredAs === 'period' ? [] : [deliveredAs]),
        ].join(' '),
    ),
    findings: report.findings.map((finding) => `${at(finding.at)} ${finding.code}`.trim()),
    questions: doubts.questions.map(
      ({ at: where, id, cells, options, suggestion }) =>
        `${at(where)} ${id} ×${cells}: ${options.map(({ answer }) => answer + (suggestion?.answer === answer ? '*' : '')).join(', ')}`,
    ),
    details: { report, doubts },
  }
}

const periodOf = (start: string, end: string) => {
  const quarter = quarterOf(end)
  return quarterStart(quarter) === start ? quarter : `${start}..${end}`
}
