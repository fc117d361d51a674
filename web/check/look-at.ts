import type { Place } from '../../indicators/model/place.ts'
import { decode } from '../../pipelines/stages/decode/decode.ts'
import type { Sheet } from '../../pipelines/stages/decode/sheet.ts'
import { Unreadable } from '../../pipelines/stages/decode/unreadable.ts'
import { findPersons } from '../../pipelines/stages/privacy/privacy-stop.ts'

/** What a file is before anything of it is sent: fit to be, or stopped by a finding of this code. */
export type Looked =
  | { fit: true }
  | { fit: false; code: string; kind: string; reason: string; sheet: string; ref: string }

export interface ToLookAt {
  bytes: Uint8Array
  places: readonly Place[]
}

/** Looks at a file as the server does first: whether it can be read, and whether it is about persons. */
export async function lookAt({ bytes, places }: ToLookAt): Promise<Looked> {
  let sheets: Sheet[]
  try {
    sheets = await decode(bytes, null)
  } catch (error) {
    if (error instanceof Unreadable) return stopped(error.code, { reason: error.reason })
    return stopped('reading-stopped', {})
  }
  const sign = findPersons(sheets, places)
  return sign ? stopped('personal-data', sign) : { fit: true }
}

/** A file of which nobody knows what it holds stays where it is. */
export const stopped = (
  code: string,
  {
    kind = '',
    reason = '',
    sheet = '',
    ref = '',
  }: Partial<Record<'kind' | 'reason' | 'sheet' | 'ref', string>>,
): Looked => ({ fit: false, code, kind, reason, sheet, ref })
