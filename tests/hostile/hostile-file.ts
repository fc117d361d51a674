import type { FindingCode } from '../../pipelines/stages/findings/findings.ts'

/**
 * A file made to do harm, or to be misread. `expected` is the finding that refuses it, or, where it can be read safely,
 * the text of its every cell in order.
 */
export type HostileFile = {
  id: string
  name: string
  bytes: () => Uint8Array
  expected: FindingCode | readonly string[]
}

export const NAME = 'hostile'

export const hostile = (
  id: string,
  bytes: () => Uint8Array,
  expected: HostileFile['expected'],
  name = NAME,
): HostileFile => ({ id, name, bytes, expected })

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? utf8(content) : content
