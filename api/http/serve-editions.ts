import type { Context } from '../services/context.ts'
import { openShelf, type ReleaseReader } from '../services/read-release.ts'
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
  const renderer = await loadRenderer()
  const files = siteFiles()
  const opened: Served[] = []
  try {
    for (const { edition, port } of wanted) {
      const app = createApp({ shelf: openShelf(context, edition), renderer, files, log })
      opened.push({ edition, ...(await listen(app, port, edition === 'internal' ? LOOPBACK : host)) })
    }
    return opened
  } catch (error) {
    await Promise.all(opened.map(({ close }) => close()))
    throw error
  }
}
