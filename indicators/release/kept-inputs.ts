import { createHash } from 'node:crypto'
import type { Logframe } from '../model/logframe.ts'
import type { Quarter } from '../model/period.ts'
import type { Update } from '../model/released.ts'
import { readPolicy } from '../protect/policy.ts'

/** Its name in a release's folder. */
export const INPUTS = 'inputs.json'

/** Everything a release is made of besides the slices, kept with it so that it can be made again. */
type Kept = {
  logframe: Logframe
  updates: readonly Update[]
  registers: unknown
  /** The policy's text. */
  policy: string
  quarters: readonly Quarter[]
  dataAsOf: string
  illustrative: boolean
}

/** The text that is kept, and its SHA-256. The elements are the logframe's. */
export function keptInputs(inputs: Kept): { text: string; hash: string } {
  const { logframe, updates, registers, policy, quarters, dataAsOf, illustrative } = inputs
  const text = `${JSON.stringify({ dataAsOf, illustrative, quarters, policy, registers, updates, logframe })}\n`
  return { text, hash: createHash('sha256').update(text).digest('hex') }
}

/** What a release was made of, from the text kept with it: as it was written, in its own order. */
export function readInputs(text: string) {
  const { policy, ...rest } = JSON.parse(text) as Kept // safe: whoever reads it has compared its hash
  return { ...rest, policy: readPolicy(policy) }
}
