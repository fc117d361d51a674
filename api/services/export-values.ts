import type { Edition } from '../../indicators/model/released.ts'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'
import { openShelf } from './read-release.ts'

/** What can be exported → the release file it is. */
export const exportFiles = {
  csv: 'values.csv',
  json: 'values.json',
  xlsx: 'values.xlsx',
  arrow: 'values.arrow',
  sdmx: 'values.sdmx.csv',
  'data-package': 'datapackage.json',
  iati: 'iati.xml',
  'iati-nl': 'iati-nl.xml',
} as const
export type ExportFormat = keyof typeof exportFiles

/** All values of the current release in one file, as it was frozen. Errors: `nothing-published`, `release-damaged` */
export async function exportValues(context: Context, edition: Edition, format: ExportFormat) {
  const reader = openShelf(context, edition).current()
  if (!reader) throw new Problem('nothing-published', {})
  const name = exportFiles[format]
  const bytes = await reader.read(name, 'identity')
  if (!bytes) throw new Problem('release-damaged', { path: `${reader.id}/${edition}/${name}` })
  return { release: reader.id, edition, bytes }
}
