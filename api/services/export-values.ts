import { descriptions, downloads } from '../../indicators/model/download.ts'
import type { Edition } from '../../indicators/model/released.ts'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'
import { openShelf } from './read-release.ts'

/** What can be exported, by the name it is asked for. */
export const exported = [...downloads, ...descriptions]
export type ExportFormat = (typeof exported)[number]['id']

/** All values of the current release in one file, as it was frozen. Errors: `nothing-published`, `release-damaged` */
export async function exportValues(context: Context, edition: Edition, format: ExportFormat) {
  const reader = openShelf(context, edition).current()
  if (!reader) throw new Problem('nothing-published', {})
  const name = exported.find(({ id }) => id === format)?.file ?? format
  const bytes = await reader.read(name, 'identity')
  if (!bytes) throw new Problem('release-damaged', { path: `${reader.id}/${edition}/${name}` })
  return { release: reader.id, edition, bytes }
}
