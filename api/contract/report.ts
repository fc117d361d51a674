import { z } from 'zod'
import { Quarter } from '../../indicators/model/period.ts'
import { Country } from '../../indicators/model/place.ts'
import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'
import type { Language } from '../../indicators/model/text.ts'

export const Outline = z.enum(['interim', 'final', 'quarterly', 'brief'])
export type Outline = z.infer<typeof Outline>
export const Donor = z.enum(['eu', 'unoct', 'nl'])

/** What a report is about and whom for; without a period, since the start or what the outline stands for. */
export type ReportChoice = {
  outline: Outline
  donor?: z.infer<typeof Donor> | undefined
  countries?: readonly Country[] | undefined
  from?: Quarter | undefined
  to?: Quarter | undefined
}

const list = (text: string) => text.split(',')

/** The first and last quarter of a quarter, half-year or year: `2021-Q2`, `2021-H1`, `2021`; null for anything else. */
function spanOf(text: string): readonly [Quarter, Quarter] | null {
  if (/^\d{4}$/.test(text)) return [`${text}-Q1`, `${text}-Q4`]
  const half = /^(\d{4})-H([12])$/.exec(text)
  if (half) return half[2] === '1' ? [`${half[1]}-Q1`, `${half[1]}-Q2`] : [`${half[1]}-Q3`, `${half[1]}-Q4`]
  return Quarter.safeParse(text).success ? [text, text] : null
}

/** The same of one or of two with `..` between, in order of time. */
function periodOf(text: string): { from: Quarter; to: Quarter } | null {
  const spans = text.split('..').map(spanOf)
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last || spans.length > 2 || first[0] > last[1]) return null
  return { from: first[0], to: last[1] }
}

/** The same as it stands in an address or on a command line: `countries=KAZ,UGA`, `period=2021-H1`. */
export const ReportQuery = z.object({
  outline: Outline.default('interim').describe('Which report: the order of its parts.'),
  donor: Donor.optional().describe('Whom it is for, told on its first page.'),
  countries: z
    .string()
    .refine((text) => list(text).every((one) => Country.safeParse(one).success), 'KAZ, TUN, UGA')
    .optional()
    .describe('Countries, with commas between them; all unless said.'),
  period: z
    .string()
    .refine((text) => periodOf(text) !== null, '2021-Q1, 2021-H1, 2021, 2021-Q3..2022-Q1')
    .optional()
    .describe(
      'A quarter, a half-year or a year, or the first and the last with `..` between. Unless said: since the start, and of a quarterly report the last quarter.',
    ),
})

export const reportChoice = ({
  outline,
  donor,
  countries,
  period,
}: z.infer<typeof ReportQuery>): ReportChoice => ({
  outline,
  donor,
  countries:
    countries === undefined ? undefined : Country.options.filter((one) => list(countries).includes(one)),
  ...(period === undefined ? {} : periodOf(period)),
})

/**
 * A table of a report: rows in groups, each as long as the head. `widths` say how wide columns are to each other; from
 * `numbers` on they hold figures, statuses and the like.
 */
export type ReportTable = {
  kind: 'table'
  caption: string
  head: readonly string[]
  widths: readonly number[]
  numbers: number
  groups: readonly {
    heading: string | null
    notes?: readonly string[]
    rows: readonly (readonly string[])[]
  }[]
}

/** A drawing with what it shows, told beside it and to those who do not see it. Sizes are pixels of the drawing. */
export type ReportPicture = {
  kind: 'picture'
  svg: string
  width: number
  height: number
  caption: string
  alt: string
  notes: readonly string[]
}

/** `write` is for the person who finishes the report; `annex` begins pages that lie on their side. */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; as: 'lead' | 'body' | 'note' | 'write'; text: string }
  | { kind: 'annex'; text: string }
  | ReportTable
  | ReportPicture

/** A report as what is written in it, in one language, all of it from one release. */
export type Report = {
  language: Language
  direction: 'ltr' | 'rtl'
  /** ISO; up to when the data go. */
  day: string
  title: string
  /** Below the title: whom for, period, edition, version, whether the data are invented. */
  about: readonly string[]
  /** At the foot of each page. */
  foot: string
  words: { contents: string; table: string; figure: string; page: string }
  /** Whether it opens with what it contains; a page or two need none. */
  isLong: boolean
  blocks: readonly ReportBlock[]
}

/** What a report is made from: one edition of a release, and what was published before it. */
export type ReportRequest = {
  language: Language
  choice: ReportChoice
  programme: ProgrammeView
  indicators: readonly IndicatorView[]
  before: ProgrammeView | null
}

/** What web's server entry exports as `makeReport`. */
export type MakeReport = (request: ReportRequest) => Report
