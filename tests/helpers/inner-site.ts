import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { serveEditions } from '../../api/http/serve-editions.ts'
import type { Context } from '../../api/services/context.ts'
import { launchBrowser } from './browser.ts'

export type InnerSite = Awaited<ReturnType<typeof openInnerSite>>

/** The internal edition, served as ever, and a browser before it. */
export async function openInnerSite(context: Context) {
  const [served] = await serveEditions(context, [{ edition: 'internal', port: 0 }], () => {})
  if (!served) throw new Error('The internal edition was not served.')
  const browser = await launchBrowser()
  return {
    address: `http://localhost:${served.port}`,
    /** A browser of somebody's own; whatever it complains of is wrong, besides refusals and what a test held back. */
    async somebody<Result>(
      use: (page: Page) => Promise<Result>,
      options: BrowserContextOptions = {},
    ): Promise<Result> {
      const own = await browser.newContext(options)
      try {
        const page = await own.newPage()
        const complaints: string[] = []
        page.on('pageerror', (error) => complaints.push(error.message))
        page.on('console', (message) => {
          if (message.type() === 'error' && !/status of 4\d\d|net::ERR_FAILED/.test(message.text()))
            complaints.push(message.text())
        })
        const result = await use(page)
        expect(complaints).toEqual([])
        return result
      } finally {
        await own.close()
      }
    },
    async close() {
      await browser.close()
      await served.close()
      context.close()
    },
  }
}
