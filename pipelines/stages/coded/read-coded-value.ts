import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredState } from '../../../indicators/model/value-state.ts'
import type { FindingCode } from '../findings/findings.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { type Judged, judged } from '../values/read-value.ts'

type Saying = { state: DeliveredState; value: number | null; text: string | null; blank: boolean }
export type ReadCoded =
  | Saying
  | { problem: FindingCode; params?: Record<string, string | number>; of: 'value' | 'status' }

/** Codes of an observation's status, and the words our own files use. Those that come with a value say `observed`. */
const statuses: Record<string, DeliveredState> = {
  ...Object.fromEntries([...'ABDEGINPSUV'].map((code) => [code, 'observed'])),
  Q: 'withheld',
  L: 'missing',
  O: 'missing',
  M: 'not_applicable',
  K: 'not_applicable',
  OBSERVED: 'observed',
  MISSING: 'missing',
  NOT_APPLICABLE: 'not_applicable',
  WITHHELD: 'withheld',
  SUPPRESSED: 'withheld',
}
/** Kept from the public by the sender; with no value beside it, the value is withheld. */
const confidential = new Set(['A', 'C', 'D', 'N', 'S'])
/** Missing on purpose, for numbers and for anything else. */
const intended = new Set(['NaN', '#N/A'])

const yes = new Set(['true', 't', '1', 'yes'])
const no = new Set(['false', 'f', '0', 'no'])

/**
 * A value of a message with the codes beside it.
 *
 * Unit    as `readValue`; a decimal mark is a point or a comma, and nothing groups thousands
 */
export function readCodedValue(
  written: string,
  { status, conf }: { status: string; conf: string },
  element: DataElement,
): ReadCoded {
  const known = status === '' ? 'observed' : statuses[status.toUpperCase().replace(/ /g, '_')]
  if (!known) return { problem: 'status-unknown', of: 'status' }
  const isEmpty = written === '' || intended.has(written)
  if (known !== 'observed')
    return isEmpty
      ? nothing(known, false)
      : { problem: 'status-contradicts', of: 'status', params: { status } }
  if (intended.has(written)) return nothing('missing', false)
  if (written === '') return confidential.has(conf) ? nothing('withheld', false) : nothing('missing', true)
  const read = observedValue(written, element)
  return 'problem' in read ? { ...read, of: 'value' } : { ...read, blank: false }
}

const nothing = (state: DeliveredState, blank: boolean): Saying => ({ state, value: null, text: null, blank })

function observedValue(written: string, { kind }: DataElement): Judged {
  if (kind === 'text') return { state: 'observed', value: 1, text: written }
  const plain = normaliseText(written)
  if (kind === 'status') {
    if (!yes.has(plain) && !no.has(plain)) return { problem: 'answer-unreadable' }
    return { state: 'observed', value: yes.has(plain) ? 1 : 0, text: null }
  }
  const isNumber = /^[+-]?\d{1,18}([.,]\d{1,12})?([eE][+]?\d{1,2})?$/.test(written)
  return isNumber ? judged(Number(written.replace(',', '.')), kind) : { problem: 'number-unreadable' }
}
