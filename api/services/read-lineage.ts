import { lineageView } from '../../indicators/explain/lineage-view.ts'
import { editionSource, type ReadView } from './edition-source.ts'
import { Problem } from './problem.ts'
import type { ReleaseReader } from './read-release.ts'

/** What was delivered for one indicator in one quarter. Errors: `no-such-lineage` */
export async function readLineage(reader: ReleaseReader, readView: ReadView, id: string, quarter: string) {
  const { inner, ...source } = editionSource(reader, readView)
  const view = inner && (await lineageView({ ...source, inner }, id, quarter))
  if (view) return view
  throw new Problem('no-such-lineage', { id, quarter })
}
