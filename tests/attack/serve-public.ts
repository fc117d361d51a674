import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveEditions } from '../../api/http/serve-editions.ts'
import { openContext } from '../../api/services/context.ts'
import type { Publication } from '../../fixtures/publications/publication.ts'
import { releasePublication } from '../../fixtures/publications/release-publication.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'

/** A public server over a data folder; `releases` are the folders of its releases, which only a judge may open. */
export type Served = { address: string; releases: readonly string[]; stop(): Promise<void> }

const logframe = loadLogframe()

/** Publishes what was invented and serves the public edition of it. */
export async function servePublication(publication: Publication): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'waymark-attack-'))
  const context = openContext({ env: { WAYMARK_DATA: data } })
  const ids = await releasePublication(context, publication, logframe)
  const [served] = await serveEditions(context, [{ edition: 'public', port: 0 }], () => {}, '127.0.0.1')
  if (!served) throw new Error('The public edition was not served.')
  return {
    address: `http://127.0.0.1:${served.port}`,
    releases: ids.map((id) => join(context.paths.releases, id)),
    async stop() {
      await served.close()
      context.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
