import { z } from 'zod'
import { Dimension } from '../../../indicators/model/breakdown.ts'
import { DeliveredAs } from '../../../indicators/model/observation.ts'
import { Country } from '../../../indicators/model/place.ts'

/** How a country writes the period of a report. Each form is one parser in `parse-period.ts`. */
export const PeriodForm = z.enum([
  'ru-quarter', // I квартал 2021 г. · за 6 месяцев 2021 года
  'kk-quarter', // 2021 ж. I тоқсан · 2021 жылғы 9 ай
  'ru-as-at', // по состоянию на 01.07.2021 = the day before; 30.06.2021 = that day
  'fr-quarter', // T1 2021 · 1er trimestre 2021
  'ar-quarter', // الثلاثي الأول 2021
  'en-fiscal-quarter', // Q1 FY 2020/21 = July to September 2020
  'en-fiscal-by-start', // Q1 FY 2021 = July to September 2021
  'en-fiscal-by-end', // Q1 FY 2021 = July to September 2020
  'en-quarter', // Q1 2021 · 2021Q1
  'year', // 2021 · Année 2021 · 2021 год: the calendar year
  'fiscal-year', // FY 2020/21 = July 2020 to June 2021
  'half-year', // S1 2021 · H1 2021 · I полугодие 2021 · January–June 2021
  'months', // янв–март 2021 · 01.01.2021–31.03.2021; from January past March it counts from 1 January
  'month', // март 2021 · 03/2021 · 2021-03
  'last-day', // 31/03/2021 = the quarter that ends then
  'first-day', // 01/04/2021 = the quarter that begins then
  'day', // 15/05/2021 = the quarter it is in
])

/** What a header or row label says of a value: any part may be absent and come from the other axis. */
export const Meaning = z.strictObject({
  element: z.string().optional(),
  cell: z.partialRecord(Dimension, z.string()).default({}),
  deliveredAs: DeliveredAs.optional(),
})
export type Meaning = z.infer<typeof Meaning>

/**
 * One column. `header` lists the texts of its header cells from top to bottom after merged cells are filled;
 * each text may offer spellings separated by ` | `. Comparison ignores case, accents, ё/е, spaces and direction marks.
 */
export const ColumnMapping = Meaning.extend({ header: z.array(z.string()).min(1) })
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** A value computed from cells of the same row when a source gives only part of a split. */
export const Completion = z.strictObject({
  /** Elements it applies to; all of the table's where absent. */
  elements: z.array(z.string()).optional(),
  make: z.partialRecord(Dimension, z.string()),
  /** `rest`: `from` less the sum of these; `sum`: the sum of these. `make: {}` is the total. */
  as: z.enum(['rest', 'sum']),
  /** The cell a rest is taken from (convicted men = convicts − convicted women); the total where absent. */
  from: z.partialRecord(Dimension, z.string()).optional(),
  of: z.array(z.partialRecord(Dimension, z.string())).min(1),
})
export type Completion = z.infer<typeof Completion>

export const TableMapping = z.strictObject({
  /** Regular expression on the sheet's name; a text file has one sheet with an empty name. */
  sheet: z.string(),
  period: z.strictObject({
    form: PeriodForm,
    in: z.enum(['title', 'sheet', 'file', 'column']),
    /** The period column's header, for `column`. */
    header: z.string().optional(),
  }),
  deliveredAs: DeliveredAs,
  /** Texts that all stand in the header block; its first row is the first that holds any of them. */
  anchor: z.array(z.string()).min(1),
  headerRows: z.int().min(1).max(4),
  /** Headers of the columns that name the place, finest last; absent where the whole table is the country. */
  place: z.array(z.string()).optional(),
  /** Row labels of subtotals and totals: checked against the sums, never added. */
  totals: z.array(z.string()).default([]),
  /** Long tables: the column whose text says what a row counts. */
  measure: z.strictObject({ header: z.string(), labels: z.record(z.string(), Meaning) }).optional(),
  columns: z.array(ColumnMapping).min(1),
  /** The column that says why cells of a row are empty, and what its words mean. */
  reason: z
    .strictObject({
      header: z.string(),
      words: z.record(z.string(), z.enum(['missing', 'not_applicable', 'withheld'])),
    })
    .optional(),
  /** Headers left out on purpose. */
  ignore: z.array(z.string()).default([]),
  complete: z.array(Completion).default([]),
})
export type TableMapping = z.infer<typeof TableMapping>

/**
 * How one kind of national file is read: data under `pipelines/sources/<ISO3>` or learned later, never code. A version
 * is never changed: what is settled otherwise is the next one.
 *
 * `marks` says what a text in place of a number means in this file, decided once by a person.
 */
export const Mapping = z.strictObject({
  /** Who settled it, when and why, where a person did after the product was shipped. */
  learned: z.strictObject({ by: z.string(), at: z.iso.datetime(), why: z.string() }).optional(),
  id: z.string().regex(/^[A-Z]{3}-[a-z-]+$/),
  version: z.int().min(1),
  country: Country,
  title: z.string(),
  /** Regular expression on the file's name. */
  file: z.string(),
  /** A text file; what is not said of it its bytes have to show. */
  csv: z
    .strictObject({
      encoding: z.enum(['utf-8', 'utf-16le', 'windows-1251', 'windows-1252', 'windows-1256']).optional(),
      separator: z.enum([',', ';', '\t']).optional(),
    })
    .optional(),
  /** Absent where nobody has said it yet: then each file has to show it, or is asked about. */
  numbers: z.strictObject({ decimal: z.enum([',', '.']), groups: z.array(z.string()) }).optional(),
  marks: z.record(z.string(), z.enum(['missing', 'not_applicable', 'withheld', 'zero'])).default({}),
  /** Whether a date such as 05/03/2021 begins with its day. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  tables: z.array(TableMapping).min(1),
})
export type Mapping = z.infer<typeof Mapping>

/** `pipelines/sources/<ISO3>/calendar.yaml`: when reports are due. */
export const Calendar = z.strictObject({
  country: Country,
  /** Month a statistical year starts with (year-to-date figures run from here). */
  yearStartMonth: z.int().min(1).max(12),
  /** Days after a quarter's end on which its report is due. */
  dueDays: z.int().min(1),
  /** Mapping ids a complete quarter consists of. */
  reports: z.array(z.strictObject({ mapping: z.string(), quarters: z.array(z.int().min(1).max(4)) })),
})
export type Calendar = z.infer<typeof Calendar>
