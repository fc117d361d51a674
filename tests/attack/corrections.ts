import { type Figure, type Known, nameOf, type Part } from './figure.ts'

/** A published number that a later release moved by a few: how many were added or taken away is told exactly. */
export type SmallCorrection = { figure: string; part: Part; before: number; after: number }

const FEW = 5
const counts: readonly Part[] = ['value', 'numerator', 'denominator']

export function smallCorrections({ figures, indicators }: Known): SmallCorrection[] {
  const releases = [...new Set(figures.map(({ release }) => release))].sort()
  const byName = new Map(figures.map((figure) => [nameOf(figure), figure]))
  return figures.flatMap((figure) => {
    const before = releases[releases.indexOf(figure.release) - 1]
    const earlier = before === undefined ? undefined : byName.get(nameOf({ ...figure, release: before }))
    if (!earlier) return []
    const isCount = indicators.get(figure.indicator)?.formula.kind === 'count'
    return counts
      .filter((part) => part !== 'value' || isCount)
      .flatMap((part) => movedBy(figure, earlier, part))
  })
}

function movedBy(figure: Figure, earlier: Figure, part: Part): SmallCorrection[] {
  const [before, after] = [earlier.numbers[part], figure.numbers[part]]
  if (before === undefined || after === undefined) return []
  const moved = Math.abs(after - before)
  return moved > 0 && moved < FEW ? [{ figure: nameOf(figure), part, before, after }] : []
}
