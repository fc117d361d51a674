import { providerOf } from '../services/accounts/provider.ts'
import { startChecking } from '../services/checking.ts'
import type { Context } from '../services/context.ts'
import { startMail } from '../services/mail/start-mail.ts'
import { openShelf, type ReleaseReader } from '../services/read-release.ts'
import { readersOf } from '../services/readers.ts'
import { emptyIncoming } from '../services/receive-file.ts'
import { startWork } from '../services/submissions/work.ts'
import { sweepLeftovers } from '../services/sweep-leftovers.ts'
import { createApp } from './app.ts'
import { type Listening, listen } from './listen.ts'
import { loadRenderer, siteFiles } from './load-renderer.ts'
import type { Log } from './problem-response.ts'

export type ServedEdition = { edition: ReleaseReader['edition']; port: number }
export type Served = Listening & ServedEdition

/** The internal edition holds restricted figures: only this machine may reach it. */
const LOOPBACK = '127.0.0.1'

/** Opens one listener per edition; where one cannot be opened, none stays open. `host` narrows the public one. */
export async function serveEditions(
  context: Context,
  wanted: readonly ServedEdition[],
  log: Log,
  host?: string,
): Promise<Served[]> {
  const readers = readersOf(context.env)
  const provider = providerOf(context.env)
  const renderer = await loadRenderer()
  const files = siteFiles()
  const opened: Served[] = []
  try {
    for (const { edition, port } of wanted) {
      const inner = edition === 'internal'
      if (inner) await Promise.all([emptyIncoming(context), sweepLeftovers(context)])
      const checking = inner ? startChecking(context) : undefined
      const accounts = inner || readers.who === 'invited' ? context : undefined
      const work = inner ? startWork(context) : undefined
      const mail = inner
        ? startMail(context, (error) => log({ level: 'error', doing: 'mail', error: String(error) }))
        : undefined
      const open = inner ? openShelf(context, 'public') : undefined
      const shelf = openShelf(context, edition)
      const app = createApp({
        shelf,
        open,
        renderer,
        files,
        log,
        checking,
        accounts,
        work,
        readers,
        provider,
      })
      const listening = await listen(app, port, inner ? LOOPBACK : host)
      opened.push({
        edition,
        port: listening.port,
        close: () =>
          listening.close().finally(() => {
            checking?.close()
            work?.close()
            mail?.close()
          }),
      })
    }
    return opened
  } catch (error) {
    await Promise.all(opened.map(({ close }) => close()))
    throw error
  }
}
