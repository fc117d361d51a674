import type { Place } from '../../indicators/model/place.ts'
import type { Looked } from './look-at.ts'

const LIMIT_MS = 60_000

/** Looks at a copy of a file in a worker of its own. What breaks or stalls the reading is a reason not to send it. */
export async function lookApart(bytes: Uint8Array, places: readonly Place[]): Promise<Looked> {
  const worker = new Worker(new URL('./look.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<Looked>()
  const stop = (reason: string) =>
    resolve({ fit: false, code: 'reading-stopped', kind: '', reason, sheet: '', ref: '' })
  const timer = setTimeout(() => stop('time'), LIMIT_MS)
  worker.addEventListener('message', ({ data }: MessageEvent<Looked>) => resolve(data))
  worker.addEventListener('error', () => stop('memory'))
  const copy = bytes.slice()
  worker.postMessage({ bytes: copy, places }, [copy.buffer])
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
