import type { ProgrammeView } from '../../indicators/model/released.ts'
import type { Language } from '../../indicators/model/text.ts'

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
  /** Below the title: edition, version, whether the data are invented. */
  about: readonly string[]
  /** At the foot of each page. */
  foot: string
  words: { contents: string; table: string; page: string }
  blocks: readonly ReportBlock[]
}

/** What web's server entry exports as `makeReport`. */
export type MakeReport = (request: { language: Language; programme: ProgrammeView }) => Report
