import type { Desk } from '../../api/contract/page.ts'
import type { SubmissionAction, SubmissionState } from '../../api/contract/submissions/states.ts'
import type { SubmissionLine } from '../../api/contract/submissions/submission.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { Words } from '../check/words.ts'
import { filled } from '../check/words.ts'
import type english from '../i18n/messages/en/desk.json'

/** Where what was sent is followed and decided about. */
export type FollowingDesk = Exclude<Desk, 'check'>

export type DeskWord = keyof typeof english & string

/** All the browser's part of a desk needs: what it says, in the page's language, and what its reader may do. */
export interface DeskWords {
  desk: FollowingDesk
  /** The submission the page is about; the empty text on the others. */
  id: string
  language: Language
  /** The language with its region and digits, for dates and numbers. */
  tag: string
  says: Record<DeskWord | 'again' | 'failed' | 'loading', string>
  states: Record<SubmissionState, string>
  steps: Record<SubmissionAction, string>
  /** What the record is called by, kind by kind. */
  kinds: Readonly<Record<string, string>>
  /** The four quarters of a `{year}`. */
  quarters: readonly string[]
  /** What is said of findings and differences. */
  check: Words
  mayDecide: boolean
  maySend: boolean
}

export const quarterIn = ({ quarters }: DeskWords, quarter: string) =>
  filled(quarters[Number(quarter.slice(6)) - 1] ?? quarter, { year: quarter.slice(0, 4) })

/** What a submission is about: `Uganda, Q2 2021`. */
export function titleIn(words: DeskWords, { country, reports }: Pick<SubmissionLine, 'country' | 'reports'>) {
  const quarters = [...new Set(reports.map(({ quarter }) => quarter))].sort()
  return filled(words.says.title, {
    country: words.check.countries[country],
    quarters: new Intl.ListFormat(words.tag, { type: 'unit' }).format(
      quarters.map((one) => quarterIn(words, one)),
    ),
  })
}

/** An ISO date, long. */
export const dateIn = ({ tag }: DeskWords, date: string) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** `in 6 days`, `yesterday` */
export const daysIn = ({ tag }: DeskWords, days: number) =>
  new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(days, 'day')

export const submissionHref = ({ language }: { language: Language }, id: string) =>
  `/${language}/submissions/${encodeURIComponent(id)}`
