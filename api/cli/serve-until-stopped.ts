import { type ServedEdition, serveEditions } from '../http/serve-editions.ts'
import type { Context } from '../services/context.ts'
import type { Terminal } from './terminal.ts'

/** Serves until the process is told to stop, then lets answers under way finish. The last line said is the address. */
export async function serveUntilStopped(
  context: Context,
  wanted: readonly ServedEdition[],
  terminal: Terminal,
): Promise<0> {
  const log = (entry: Record<string, unknown>) =>
    process.stderr.write(`${JSON.stringify({ at: context.now().toISOString(), ...entry })}\n`)
  const served = await serveEditions(context, wanted, log, context.env.WAYMARK_HOST)
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  const addresses = served.map(({ edition, port }) => ({ edition, address: `http://localhost:${port}` }))
  terminal.result(addresses, () => [
    '',
    ...addresses.map(({ edition, address }) =>
      edition === 'internal' ? `Internal edition, this machine only: ${address}` : `Waymark is at ${address}`,
    ),
  ])
  await stopped
  await Promise.all(served.map(({ close }) => close()))
  return 0
}
