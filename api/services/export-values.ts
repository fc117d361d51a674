import type { Edition } from '../../indicators/model/released.ts'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'
import { openShelf } from './read-release.ts'

export type ExportFormat = 'csv' | 'json' | 'arrow'

/** The table of all values of the current release, as it was frozen. Errors: `nothing-published`, `release-damaged` */
export async function exportValues(context: Context, edition: Edition, format: ExportFormat) {
  const reader = openShelf(context, edition).current()
  if (!reader) throw new Problem('nothing-published', {})
  const bytes = await reader.read(`values.${format}`, 'identity')
  if (!bytes) throw new Problem('release-damaged', { path: `${reader.id}/${edition}/values.${format}` })
  return { release: reader.id, edition, bytes }
}
