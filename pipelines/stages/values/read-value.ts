import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredState } from '../../../indicators/model/value-state.ts'
import type { SheetCell } from '../decode/sheet.ts'
import type { FindingCode } from '../findings/findings.ts'
import { isMark, type MarkMeaning } from './marks.ts'
import { normaliseText, withoutMarks } from './normalise-text.ts'
import { decimalStyles, shownBy } from './number-style.ts'
import { type NumberStyle, parseNumber, percentSign } from './parse-number.ts'

/** What a cell says: a value in one of the delivered states, why it says nothing that can be used, or what has to be asked first. */
export type ReadValue =
  | { state: DeliveredState; value: number | null; text: string | null }
  | { problem: FindingCode; params?: Record<string, string | number> }
  | { asks: 'mark' | 'decimal' }

/** What a number by itself says: it asks nothing. */
export type Judged = Exclude<ReadValue, { asks: unknown }>

/** How a file writes its values. `numbers` is null while nobody has said which mark stands before decimals. */
export type ValueStyle = { numbers: NumberStyle | null; marks: Readonly<Record<string, MarkMeaning>> }

const yes = new Set(['да', 'иә', 'иа', 'бар', 'oui', 'yes', 'y', 'نعم', '1', 'true'].map(normaliseText))
const no = new Set(['нет', 'жоқ', 'non', 'no', 'n', 'لا', '0', 'false'].map(normaliseText))
const MAX_STAGE = 5
/** Beyond this a value has more digits than are kept. */
const LARGEST = 99_999_999_999_999

const observed = (value: number, text: string | null = null): Judged => ({
  state: 'observed',
  value,
  text,
})
const meant = (meaning: MarkMeaning): ReadValue =>
  meaning === 'zero' ? observed(0) : { state: meaning, value: null, text: null }

/**
 * A cell as a value of its element.
 *
 * Unit    whole numbers from 0 for counts; 1 and 0 for yes and no; stages 0–5; scores to four places;
 *         a story counts 1 and keeps its text
 */
export function readValue(
  cell: SheetCell | undefined,
  { kind }: Pick<DataElement, 'kind'>,
  { numbers, marks }: ValueStyle,
): ReadValue {
  if (cell?.kind === 'uncalculated') return { problem: 'formula-uncalculated' }
  const text = withoutMarks(cell?.text ?? '').trim()
  if (!cell || text === '') return meant('missing')
  if (cell.kind === 'error') return { problem: 'cell-error' }
  const isNumber = kind !== 'status' && kind !== 'text'
  if (isNumber && /^\d{1,9}$/.test(text)) return judged(Number(text), kind)
  const plain = normaliseText(text)
  if (kind === 'status' && yes.has(plain)) return observed(1)
  if (kind === 'status' && no.has(plain)) return observed(0)
  const mark = Object.entries(marks).find(([written]) => normaliseText(written) === plain)
  if (mark) return meant(mark[1])
  if (isMark(plain)) return { asks: 'mark' }
  if (kind === 'text') return observed(1, text)
  if (kind === 'status') return { problem: 'answer-unreadable' }
  return readNumber(text, cell, kind, numbers)
}

function readNumber(
  text: string,
  cell: SheetCell,
  kind: DataElement['kind'],
  style: NumberStyle | null,
): ReadValue {
  if (cell.kind === 'date' || cell.kind === 'boolean') return { problem: 'number-unreadable' }
  if (cell.kind === 'text' && style === null && shownBy(text)) return { asks: 'decimal' }
  if (kind !== 'score' && percentSign.test(text)) return { problem: 'number-unreadable' }
  const value = parseNumber(text, cell.kind, style ?? decimalStyles.point)
  return value === null ? { problem: 'number-unreadable' } : judged(value, kind)
}

/** A number as a value of its element, or why it cannot be one. */
export function judged(value: number, kind: DataElement['kind']): Judged {
  if (value < 0) return { problem: 'number-negative' }
  if (value > LARGEST) return { problem: 'number-too-large' }
  if (kind === 'score') return observed(Math.round(value * 1e4) / 1e4)
  if (!Number.isInteger(value)) return { problem: 'number-not-whole' }
  if (kind === 'ordinal' && value > MAX_STAGE)
    return { problem: 'stage-unknown', params: { most: MAX_STAGE } }
  return observed(value)
}
