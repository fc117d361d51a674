import { explainFigure } from '../../indicators/explain/explain-figure.ts'
import { nearest } from '../../indicators/logframe/nearest.ts'
import { type Cell, TOTAL } from '../../indicators/model/breakdown.ts'
import type { Explanation } from '../../indicators/model/explanation.ts'
import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'
import { editionSource, type ReadView } from './edition-source.ts'
import { Problem } from './problem.ts'
import type { ReleaseReader } from './read-release.ts'

export type AskedFigure = { id: string; place: string; quarter: string; cell: Cell }

/**
 * Takes one figure of an edition apart.
 *
 * Errors  `no-such-indicator`, `no-such-place`, `no-such-quarter`, `no-such-breakdown`, each with what there is instead
 */
export async function explain(
  reader: ReleaseReader,
  readView: ReadView,
  { id, place, quarter, cell }: AskedFigure,
): Promise<Explanation> {
  const source = editionSource(reader, readView)
  const explained = await explainFigure(source, { indicator: id, place, quarter, cell })
  if (explained) return explained
  const view = await source.indicator(id)
  throw view
    ? absenceOf(view, place, quarter, cell)
    : noSuchIndicator(id, await readView<ProgrammeView>('programme.json'))
}

/** A refusal that names the indicator most like the one asked for, or all there are. */
export function noSuchIndicator(id: string, programme: ProgrammeView | null): Problem {
  const known = programme?.indicators ?? []
  const codes = known.map(({ code }) => code)
  const words = new Map(known.flatMap((one) => [[one.id, one] as const, [one.code, one] as const]))
  const like = words.get(nearest(id, words.keys()) ?? '')
  return new Problem('no-such-indicator', {
    id,
    known: like ? `${like.id} (${like.code})` : codes.join(', '),
  })
}

/** Which part of a figure's address the edition does not know. */
function absenceOf(
  { indicator, places, quarters, values }: IndicatorView,
  place: string,
  quarter: string,
  cell: Cell,
) {
  const { code } = indicator
  if (!places.some((one) => one.code === place))
    return new Problem('no-such-place', { code, place, known: places.map((one) => one.code).join(', ') })
  if (!quarters.includes(quarter)) {
    const before = quarters.findLast((one) => one < quarter)
    const after = quarters.find((one) => one > quarter)
    const known = [before, after].filter((one) => one !== undefined).join(', ')
    return new Problem('no-such-quarter', { code, quarter, known })
  }
  const here = values.filter((one) => one.place === place && one.quarter === quarter && one.cell !== TOTAL)
  const cells = here.map((one) => one.cell)
  return new Problem('no-such-breakdown', { code, place, quarter, cell, known: cells.join(', ') || '–' })
}
