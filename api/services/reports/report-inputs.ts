import type { Edition, ProgrammeView } from '../../../indicators/model/released.ts'
import type { Context } from '../context.ts'
import { parse } from '../edition-source.ts'
import { Problem } from '../problem.ts'
import { openShelf } from '../read-release.ts'

/**
 * What a report is made from: one edition of a release, the present one where none is named.
 *
 * Errors  `nothing-published`, `release-unknown`
 */
export async function reportInputs(
  context: Context,
  { edition, release }: { edition: Edition; release?: string | undefined },
): Promise<ProgrammeView> {
  const shelf = openShelf(context, edition)
  const reader = release === undefined ? shelf.current() : shelf.find(release)
  if (!reader)
    throw release === undefined
      ? new Problem('nothing-published', {})
      : new Problem('release-unknown', { id: release })
  return parse(await reader.read('programme.json', 'identity')) as ProgrammeView // safe: a release is checked against its schemas when it is made
}
