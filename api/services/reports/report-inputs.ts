import type { Edition, IndicatorView, ProgrammeView } from '../../../indicators/model/released.ts'
import type { ReportRequest } from '../../contract/report.ts'
import type { Context } from '../context.ts'
import { parse } from '../edition-source.ts'
import { Problem } from '../problem.ts'
import { openShelf, type ReleaseReader } from '../read-release.ts'

export type ReportInputs = Pick<ReportRequest, 'programme' | 'indicators' | 'before'>
type Read = <View>(reader: ReleaseReader, name: string) => Promise<View | null>

/** What a report is made from: a release whole, and what the one before it told at a glance. */
export async function inputsOf(
  reader: ReleaseReader,
  before: ReleaseReader | null,
  read: Read,
): Promise<ReportInputs> {
  const programme = await read<ProgrammeView>(reader, 'programme.json')
  if (!programme) throw new Error(`release ${reader.id} has no programme`)
  const indicators = await Promise.all(
    programme.indicators.map(({ id }) => read<IndicatorView>(reader, `indicators/${id}.json`)),
  )
  return {
    programme,
    indicators: indicators.filter((view) => view !== null),
    before: before && (await read<ProgrammeView>(before, 'programme.json')),
  }
}

/**
 * The same of one edition of a release, the present one where none is named.
 *
 * Errors  `nothing-published`, `release-unknown`
 */
export async function reportInputs(
  context: Context,
  { edition, release }: { edition: Edition; release?: string | undefined },
): Promise<ReportInputs> {
  const shelf = openShelf(context, edition)
  const reader = release === undefined ? shelf.current() : shelf.find(release)
  if (!reader)
    throw release === undefined
      ? new Problem('nothing-published', {})
      : new Problem('release-unknown', { id: release })
  // Safe: a release is checked against its schemas when it is made.
  const read: Read = async <View>(of: ReleaseReader, name: string) =>
    parse(await of.read(name, 'identity')) as View | null
  return inputsOf(reader, shelf.before(reader.id), read)
}
