// Runs in a process of its own: whatever a hostile file does to a parser ends here.
import { decode } from './decode.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-apart.ts'
import { Unreadable } from './unreadable.ts'

process.on('message', async ({ id, bytes, csv }: DecodeRequest) => {
  process.send?.({ id, ...(await answer(bytes, csv)) } satisfies DecodeAnswer)
})

async function answer(bytes: Uint8Array, csv: DecodeRequest['csv']) {
  try {
    return { sheets: await decode(Buffer.from(bytes), csv) }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: { code: error.code, reason: error.reason } }
    return { unreadable: { code: 'workbook-damaged' as const, reason: '' } }
  }
}
