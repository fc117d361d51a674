import { mediaTypes } from '../contract/endpoint.ts'
import { getReport } from '../contract/get-report.ts'
import { reportChoice } from '../contract/report.ts'
import { filesOf } from '../services/reports/report-files.ts'
import { reportWriter } from '../services/reports/report-writer.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import type { Renderer } from './pages.ts'
import { type Body, bodyOf } from './representation.ts'
import { type App, serveRelease } from './serve.ts'
import type { Sight } from './sight.ts'

/** Some thirty reports with charts. */
const MAX_BYTES = 64 * 1024 * 1024

/** A report is written once per release, edition, language and choice, and kept. It is packed already. */
export function mountReport(app: App, sight: Sight, { reports }: Renderer) {
  const write = reportWriter(reports)
  const cache: BoundedCache<Body> = boundedCache(MAX_BYTES, ({ bytes }) => bytes.length)
  serveRelease(app, sight, getReport, (reader, _, { lang, ...query }, before) => {
    const choice = reportChoice(query)
    return {
      type: mediaTypes.docx,
      encodings: ['identity'],
      load: () =>
        cache.get(`${reader.key} ${before?.key ?? 'first'} ${lang} ${JSON.stringify(choice)}`, async () => {
          const { bytes } = await write({ language: lang, choice, files: await filesOf(reader, before) })
          return bodyOf(bytes)
        }),
    }
  })
}
