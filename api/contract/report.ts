import { z } from 'zod'
import { Quarter } from '../../indicators/model/period.ts'
import { Country } from '../../indicators/model/place.ts'
import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'
import type { Language } from '../../indicators/model/text.ts'

export const Outline = z.enum(['interim', 'final', 'quarterly', 'brief'])
export type Outline = z.infer<typeof Outline>
export const Donor = z.enum(['eu', 'unoct', 'nl'])

/** What a report is about and whom for. Of a period that was not named: since the start, up to the release. */
export type ReportChoice = {
  outline: Outline
  donor?: z.infer<typeof Donor> | undefined
  countries?: readonly Country[] | undefined
  from?: Quarter | undefined
  to?: Quarter | undefined
}

const list = (text: string) => text.split(',')
const [first, last] = [(text: string) => text.split('..')[0], (text: string) => text.split('..').at(-1)]
const isPeriod = (text: string) => {
  const ends = text.split('..')
  return (
    ends.length <= 2 &&
    ends.every((end) => Quarter.safeParse(end).success) &&
    [...ends].sort().join('..') === text
  )
}

/** The same as it stands in an address or on a command line: `countries=KAZ,UGA`, `period=2021-Q1..2021-Q2`. */
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
    .refine(isPeriod, '2021-Q1..2021-Q2')
    .optional()
    .describe('A quarter, or the first and the last with `..` between; since the start unless said.'),
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
  from: period === undefined ? undefined : first(period),
  to: period === undefined ? undefined : last(period),
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
  groups: readonly { heading: string | null; rows: readonly (readonly string[])[] }[]
}

/** `write` is for the person who finishes the report; `annex` begins pages that lie on their side. */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; as: 'lead' | 'body' | 'note' | 'write'; text: string }
  | { kind: 'annex'; text: string }
  | ReportTable

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
  words: { contents: string; table: string; page: string }
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
