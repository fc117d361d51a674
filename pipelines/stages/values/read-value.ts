import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredState } from '../../../indicators/model/value-state.ts'
import type { SheetCell } from '../decode/sheet.ts'
import type { FindingCode } from '../findings/findings.ts'
import type { Mapping } from '../map/mapping.ts'
import { normaliseText, withoutMarks } from './normalise-text.ts'
import { parseNumber } from './parse-number.ts'

/** What a cell says: a value in one of the delivered states, or why it says nothing that can be used. */
export type ReadValue =
  | { state: DeliveredState; value: number | null; text: string | null }
  | { problem: FindingCode; params?: Record<string, string | number> }

const yes = new Set(['да', 'иә', 'иа', 'бар', 'oui', 'yes', 'y', 'نعم', '1', 'true'].map(normaliseText))
const no = new Set(['нет', 'жоқ', 'non', 'no', 'n', 'لا', '0', 'false'].map(normaliseText))
/** Used for zero, for nothing known and for does not apply: asked about, never guessed. */
const ambiguous = new Set(
  [
    '-',
    '–',
    '—',
    '.',
    '..',
    '...',
    'n/a',
    'na',
    'nd',
    'nc',
    'н/д',
    'нет данных',
    'нет',
    'жоқ',
    'غ م',
    'х',
    'x',
    '*',
  ].map(normaliseText),
)
const MAX_STAGE = 5
/** Beyond this a value has more digits than are kept. */
const LARGEST = 99_999_999_999_999

const observed = (value: number, text: string | null = null): ReadValue => ({
  state: 'observed',
  value,
  text,
})
const empty = (state: DeliveredState): ReadValue => ({ state, value: null, text: null })

/**
 * A cell as a value of its element.
 *
 * Unit    whole numbers from 0 for counts; 1 and 0 for yes and no; stages 0–5; scores to four places;
 *         a story counts 1 and keeps its text
 */
export function readValue(cell: SheetCell | undefined, { kind }: DataElement, mapping: Mapping): ReadValue {
  const text = withoutMarks(cell?.text ?? '').trim()
  if (cell?.kind === 'uncalculated') return { problem: 'formula-uncalculated' }
  if (!cell || text === '') return empty('missing')
  if (cell.kind === 'error') return { problem: 'cell-error' }
  const isCount = kind !== 'status' && kind !== 'text'
  if (isCount && /^\d{1,9}$/.test(text)) return judged(Number(text), kind)
  const plain = normaliseText(text)
  if (kind === 'status' && yes.has(plain)) return observed(1)
  if (kind === 'status' && no.has(plain)) return observed(0)
  const mark = Object.entries(mapping.marks).find(([written]) => normaliseText(written) === plain)
  if (mark) return empty(mark[1])
  if (kind === 'text') return ambiguous.has(plain) ? { problem: 'mark-unknown' } : observed(1, text)
  if (kind === 'status') return { problem: 'answer-unreadable' }
  const isNumber = cell.kind === 'number' || cell.kind === 'text'
  const value = isNumber ? parseNumber(text, cell.kind, mapping.numbers) : null
  if (value === null) return { problem: ambiguous.has(plain) ? 'mark-unknown' : 'number-unreadable' }
  return judged(value, kind)
}

function judged(value: number, kind: DataElement['kind']): ReadValue {
  if (value < 0) return { problem: 'number-negative' }
  if (value > LARGEST) return { problem: 'number-too-large' }
  if (kind === 'score') return observed(Math.round(value * 1e4) / 1e4)
  if (!Number.isInteger(value)) return { problem: 'number-not-whole' }
  if (kind === 'ordinal' && value > MAX_STAGE)
    return { problem: 'stage-unknown', params: { most: MAX_STAGE } }
  return observed(value)
}
