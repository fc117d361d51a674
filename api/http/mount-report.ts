import { mediaTypes } from '../contract/endpoint.ts'
import { getReport } from '../contract/get-report.ts'
import { reportChoice } from '../contract/report.ts'
import { inputsOf } from '../services/reports/report-inputs.ts'
import { wordApart } from '../services/reports/word-apart.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import type { Renderer } from './pages.ts'
import { type Body, bodyOf } from './representation.ts'
import { type App, serveRelease } from './serve.ts'
import type { Sight } from './sight.ts'
import type { ViewCache } from './view-cache.ts'

const MAX_BYTES = 16 * 1024 * 1024

/** A report is written once per release, edition, language and choice, and kept. It is packed already. */
export function mountReport(app: App, sight: Sight, views: ViewCache, { makeReport }: Renderer) {
  const write = wordApart()
  const cache: BoundedCache<Body> = boundedCache(MAX_BYTES, ({ bytes }) => bytes.length)
  serveRelease(app, sight, getReport, (reader, _, { lang, ...query }, before) => {
    const choice = reportChoice(query)
    return {
      type: mediaTypes.docx,
      encodings: ['identity'],
      load: () =>
        cache.get(`${reader.key} ${before?.key ?? 'first'} ${lang} ${JSON.stringify(choice)}`, async () => {
          const inputs = await inputsOf(reader, before, (of, name) => views(of)(name))
          return bodyOf(await write(makeReport({ language: lang, choice, ...inputs })))
        }),
    }
  })
}
