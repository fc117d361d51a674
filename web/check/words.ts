import type { Country } from '../../indicators/model/place.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { DeliveredState } from '../../indicators/model/value-state.ts'

/** Every sentence of `messages/<language>/check.json`. */
export const checkWords = [
  'answer',
  'answer.none',
  'choose',
  'country',
  'country.any',
  'counts',
  'difference.changed',
  'difference.line',
  'difference.new',
  'difference.nothing',
  'difference.removed',
  'difference.suspect',
  'difference.suspicious',
  'differences',
  'failed',
  'failed.note',
  'file',
  'findings',
  'group',
  'heading',
  'hint',
  'lead',
  'likely',
  'looking',
  'mend',
  'more',
  'nothing',
  'other',
  'private',
  'question.where',
  'questions',
  'questions.lead',
  'read',
  'readings',
  'script',
  'send.failed',
  'send.file',
  'send.go',
  'send.hash',
  'send.heading',
  'send.lead',
  'send.open',
  'send.receipt',
  'send.reference',
  'send.remark',
  'send.removes',
  'send.sending',
  'send.tasks',
  'send.time',
  'send.undo',
  'send.version',
  'sending',
  'severity.error',
  'severity.info',
  'severity.warning',
  'solved',
  'start',
  'stopped',
  'stopped.note',
  'stopped.where',
  'title.wrong',
  'unready',
  'verdict.about-persons',
  'verdict.acceptable',
  'verdict.has-errors',
  'verdict.has-questions',
  'whole',
  'written',
] as const
export type CheckWord = (typeof checkWords)[number]

/** All the browser's part says, in the page's language. */
export interface Words {
  language: Language
  /** The language with its region and digits, for dates. */
  tag: string
  /** Whether who reads the page may send what was checked. */
  maySend: boolean
  /** Where one has to sign in again first. */
  again: string
  says: Record<CheckWord, string>
  countries: Record<Country, string>
  states: Record<DeliveredState, string>
  /** By dimension and category: `sex=female`. */
  cells: Record<string, string>
}

/** A sentence with its holes filled; what is not given is left out. */
export const filled = (text: string, fields: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? ''))
