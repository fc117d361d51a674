import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition, IndicatorView, ProgrammeView } from '../../../indicators/model/released.ts'
import type { Language } from '../../../indicators/model/text.ts'
import type { Preview } from '../../contract/releases/preview.ts'
import { submissionsIn } from '../../store/submissions/submissions.ts'
import type { Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { readViews } from '../edition-source.ts'
import { releaseOf } from '../publish.ts'
import { openShelf } from '../read-release.ts'
import { rebuildWarehouse } from '../rebuild-warehouse.ts'
import { compareEditions } from './compare-editions.ts'

/**
 * Makes a release of everything approved, to be looked at: it is compared with what readers see now and thrown away.
 *
 * Errors  `nothing-imported`, `slice-missing`, `definitions-wrong`
 */
export async function previewRelease(
  context: Context,
  definitions: Definitions,
  language: Language,
): Promise<Preview> {
  const { paths, state } = context
  const aside = join(paths.releases, `.making-${process.pid}`)
  try {
    await mkdir(aside, { recursive: true })
    const made = await releaseOf(context, definitions, await rebuildWarehouse(context, definitions), aside)
    const { programme, indicators } = await editionIn(made.folder, 'public')
    const { indicators: inside } = await editionIn(made.folder, 'internal')
    const standing = submissionsIn(state, null).map((one) => one.state)
    const count = (...states: string[]) => standing.filter((one) => states.includes(one)).length
    return {
      id: made.id,
      quarter: made.manifest.quarter,
      same: openShelf(context, 'public').current()?.id === made.id,
      ...compareEditions(await shownNow(context), indicators, inside, language),
      shown: programme.protection,
      unproven: made.unproven,
      open: { questions: count('returned'), undecided: count('submitted', 'in_review') },
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function editionIn(folder: string, edition: Edition) {
  const read = async <View>(name: string) =>
    JSON.parse(await readFile(join(folder, edition, name), 'utf8')) as View // safe: written a moment ago
  const programme = await read<ProgrammeView>('programme.json')
  const indicators = await Promise.all(
    programme.indicators.map(({ id }) => read<IndicatorView>(`indicators/${id}.json`)),
  )
  return { programme, indicators }
}

/** What readers see now; nothing before the first release. */
async function shownNow(context: Context): Promise<readonly IndicatorView[]> {
  const reader = openShelf(context, 'public').current()
  if (!reader) return []
  const read = readViews(reader)
  const programme = await read<ProgrammeView>('programme.json')
  const views = (programme?.indicators ?? []).map(({ id }) => read<IndicatorView>(`indicators/${id}.json`))
  return (await Promise.all(views)).filter((view) => view !== null)
}
