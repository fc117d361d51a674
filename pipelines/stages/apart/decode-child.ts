// Runs in a process of its own: whatever a hostile file does to a parser ends here.
import { decode } from '../decode/decode.ts'
import { Unreadable } from '../decode/unreadable.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-apart.ts'

process.on('message', async ({ id, bytes, text }: DecodeRequest) => {
  process.send?.({ id, ...(await answer(bytes, text)) } satisfies DecodeAnswer)
})

async function answer(bytes: Uint8Array, text: DecodeRequest['text']) {
  try {
    return { sheets: await decode(bytes, text) }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: { code: error.code, reason: error.reason } }
    return { unreadable: { code: 'workbook-damaged' as const, reason: '' } }
  }
}
