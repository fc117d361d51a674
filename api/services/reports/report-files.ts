import type { Edition } from '../../../indicators/model/released.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { openShelf, type ReleaseReader } from '../read-release.ts'

/** What a report is made from, as a release holds it: its programme and indicators, and the programme of the one before. */
export type ReportFiles = { programme: Uint8Array; indicators: Uint8Array[]; before: Uint8Array | null }

const ofIndicator = /^indicators\/[^/]+\.json$/

/** Errors  `release-damaged` */
export async function filesOf(reader: ReleaseReader, before: ReleaseReader | null): Promise<ReportFiles> {
  const file = async (of: ReleaseReader, name: string) => {
    const bytes = await of.read(name, 'identity')
    if (!bytes) throw new Problem('release-damaged', { path: `${of.id}/${of.edition}/${name}` })
    return bytes
  }
  return {
    programme: await file(reader, 'programme.json'),
    indicators: await Promise.all(
      [...reader.names].filter((name) => ofIndicator.test(name)).map((name) => file(reader, name)),
    ),
    before: before && (await file(before, 'programme.json')),
  }
}

/**
 * A release of an edition, the present one where none is named, with what a report of it is made from.
 *
 * Errors  `nothing-published`, `release-unknown`, `release-damaged`
 */
export async function reportFiles(
  context: Context,
  { edition, release }: { edition: Edition; release?: string | undefined },
): Promise<{ id: string; files: ReportFiles }> {
  const shelf = openShelf(context, edition)
  const reader = release === undefined ? shelf.current() : shelf.find(release)
  if (!reader)
    throw release === undefined
      ? new Problem('nothing-published', {})
      : new Problem('release-unknown', { id: release })
  return { id: reader.id, files: await filesOf(reader, shelf.before(reader.id)) }
}
